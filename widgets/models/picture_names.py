"""What pictures are called where something is said about them: by what a person sees of them, not by the name of their file."""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import replace

from app.model.path import exists, get
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.problems import Problem
from widgets.forms.kinds import title_of
from widgets.models.places import path_of
from widgets.phrases import shorten
from widgets.words import tr

_HASHED = re.compile(r"[0-9a-f]{16,}(?:\.\w+)?")
"""How the studio's pictures are named on the disk: by their content."""
LONGEST = 60


def named(proposal: Proposal, found: Problem) -> Problem:
    """Return a problem that tells the caption, the work, the person or the section of a picture in place of its content hash."""
    file = found.fact("file")
    if not _HASHED.fullmatch(file.rpartition("/")[2]):
        return found
    where = path_of(proposal, found.where)
    exact = [where] if _is_picture(proposal, where) else []
    name = next((name for path in (*exact, *_places(proposal, file), where) if (name := _name_at(proposal, path, file))), "")
    facts = tuple((key, shown if key != "file" or not name else name) for key, shown in found.facts)
    return replace(found, facts=facts)


def _is_picture(proposal: Proposal, where: str) -> bool:
    """Tell whether a path leads to a picture, or into one."""
    paths = (where, where.rpartition("/")[0])
    return any(exists(proposal, path) and isinstance(get(proposal, path), Picture) for path in paths if path)


def _places(proposal: Proposal, file: str) -> Iterator[str]:
    """Yield the paths of the pictures of a file: those of sections first."""
    for top in ("sections", "people", "studio", "client"):
        yield from _within(getattr(proposal, top), top, file)


def _within(node: object, path: str, file: str) -> Iterator[str]:
    if isinstance(node, Picture):
        if node.file == file:
            yield path
    elif isinstance(node, tuple):
        for place, one in enumerate(node):
            yield from _within(one, f"{path}/{getattr(one, 'id', '') or place}", file)
    elif dataclasses.is_dataclass(node):
        for one in dataclasses.fields(node):
            yield from _within(getattr(node, one.name), f"{path}/{one.name}", file)


def _name_at(proposal: Proposal, path: str, file: str) -> str:
    """Return the name of the picture at a path; the nearest thing that has one lends it."""
    steps = path.split("/")
    for depth in range(len(steps), 0, -1):
        node = get(proposal, "/".join(steps[:depth])) if exists(proposal, "/".join(steps[:depth])) else None
        if isinstance(node, Picture) and node.file != file:
            return ""
        if depth == 2 and steps[0] == "sections" and node is not None:
            return tr("“{title}”", title=shorten(title_of(node), LONGEST))
        name = _name(node)
        if name:
            return tr("“{title}”", title=shorten(name, LONGEST))
    return ""


def _name(node: object) -> str:
    if isinstance(node, Picture):
        return node.caption.strip() or node.alt.strip()
    if isinstance(node, Reference):
        return node.title.strip()
    return node.name.strip() if isinstance(node, Person) else ""
