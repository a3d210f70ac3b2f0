"""What the studio has set for everything that is new: its brandbook, its own facts, the language of its documents."""

from dataclasses import dataclass, field, fields
from pathlib import Path

from app.model.client import Studio
from app.model.proposal import LANGUAGES
from app.problems import Problem
from app.store.disk import Disk
from app.store.settings import keys_of, write_keys

_BRANDBOOK, _STUDIO, _LANGUAGE = "brandbook", "studio", "language"


@dataclass(frozen=True, slots=True)
class House:
    """What new proposals begin with; what is empty is left to the draft."""

    brandbook: str = ""
    studio: Studio = field(default_factory=Studio)
    language: str = ""


def read_house(workspace: Path, disk: Disk) -> House:
    """Read what was set for a workspace; what cannot be read is as if it had not been."""
    body = keys_of(workspace, disk)
    told = body.get(_STUDIO)
    facts = told if isinstance(told, dict) else {}
    known = {one.name: str(facts[one.name]) for one in fields(Studio) if isinstance(facts.get(one.name), str)}
    language, brandbook = body.get(_LANGUAGE), body.get(_BRANDBOOK)
    return House(brandbook if isinstance(brandbook, str) else "", Studio(**known), str(language) if language in LANGUAGES else "")


def write_house(workspace: Path, house: House, disk: Disk) -> tuple[Problem, ...]:
    """Set what new proposals begin with; return what prevented it. Other settings in the file stay."""
    facts = {one.name: value for one in fields(Studio) if (value := getattr(house.studio, one.name))}
    return write_keys(workspace, {_BRANDBOOK: house.brandbook, _STUDIO: facts, _LANGUAGE: house.language}, disk)
