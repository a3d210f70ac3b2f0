"""A bare estimate becomes a whole proposal, with the texts of a draft around it."""

import datetime
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.estimate import Vat
from app.model.people import Person
from app.model.proposal import LANGUAGES, Proposal
from app.problems import Problem, error, problem
from app.sources.athome import at_home
from app.sources.merging import merge
from app.sources.result import Opened
from app.store.codec import decode
from app.store.jsonfile import parse

if TYPE_CHECKING:
    from app.intake.estimate import EstimateRead
    from app.model.mapping import TableMapping
    from app.store.workspace import Workspace

DRAFTS = Path(__file__).resolve().parents[2] / "assets" / "drafts"
"""Where the texts of drafts are: `<language>.json`, proposal sources without a date."""

VALID_DAYS = 14
"""How long a new offer stands."""

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def new_from_estimate(path: Path, language: str = "", workspace: "Workspace | None" = None) -> Opened:
    """Make a draft of an estimate: cover, letter, estimate with its summary, team, terms, acceptance, back cover.

    It is in `language`; where none is named, in that of the estimate. The people are those whom the estimate names. With
    a workspace the draft gets its next number, and columns are read as they were set for an earlier file of the same source.
    """
    mappings = tuple(one.value for one in workspace.library.mappings.all().records) if workspace else ()
    return new_from_read(*_read(path, language, mappings), path, workspace)


def new_from_read(read: "EstimateRead", language: str, path: Path, workspace: "Workspace | None" = None) -> Opened:
    """Make such a draft of an estimate that has been read already; `path` names the file that it comes from."""
    base, problems = draft(language, today())
    if base is None:
        return Opened(None, path.parent, problems)
    people = tuple(Person(id=f"p{number}", name=name) for number, name in enumerate(read.people, 1))
    number = workspace.next_number(base.date.year) if workspace else ""
    base = at_home(replace(base, people=people, number=number), workspace)
    proposal, unclear = merge(base, read, frozenset(), path)
    unsaid = (problem("draft-vat-unsaid", "estimate/vat"),) if proposal.estimate.vat == Vat() else ()
    return Opened(proposal, path.parent, (*problems, *read.problems, *unclear, *unsaid))


def _read(path: Path, language: str, mappings: "tuple[TableMapping, ...]") -> "tuple[EstimateRead, str]":
    """Read an estimate, in its own language where none is named."""
    from app.exchange.reading import read_estimate

    if language in LANGUAGES:
        return read_estimate(path, language=language, mappings=mappings), language
    russian = read_estimate(path, language="ru", mappings=mappings)
    words = " ".join(f"{part.title} {item.title}" for part in russian.estimate.sections for item in part.items)
    if not words.strip() or _CYRILLIC.search(words):
        return russian, "ru"
    return read_estimate(path, language="en", mappings=mappings), "en"


def today() -> datetime.date:
    """Return the date of a new proposal: today, or that of SOURCE_DATE_EPOCH where a build must be the same every time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal() and len(epoch) < 12:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.date.today()


def draft(language: str, date: datetime.date) -> tuple[Proposal | None, tuple[Problem, ...]]:
    """Return the texts of a draft in a language, offered on a date and valid for VALID_DAYS. None where they are broken."""
    file = DRAFTS / f"{language}.json"
    broken = error("draft-broken", str(file), language=language)
    try:
        texts = parse(file.read_bytes(), file.name).value
    except OSError:
        return None, (broken,)
    if not isinstance(texts, dict):
        return None, (broken,)
    own = {key: value for key, value in texts.items() if key != "schema"}
    decoded = decode(Proposal, {**own, "date": date.isoformat()})
    if decoded.value is None:
        return None, (broken, *decoded.problems)
    until = date + datetime.timedelta(days=VALID_DAYS)
    return replace(decoded.value, valid_until=until), decoded.problems
