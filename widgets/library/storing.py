"""Keeping a part of a proposal in the library: a text as a block, a person, a work. For the worker."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from app.blocks.content import Holder
from app.blocks.keeping import block_of, next_version
from app.model.block import Block, BlockKind
from app.model.internal import Internal
from app.model.people import Person
from app.model.reference import Reference
from app.problems import Problem, stops
from app.store.work.me import myself
from app.store.workspace import Workspace
from widgets.library.records import Record

T = TypeVar("T")


@dataclass(frozen=True)
class Source:
    """Where something comes from: the folder of a proposal, its language, and who keeps it, empty for whoever works here."""

    folder: Path
    language: str
    by: str = ""


@dataclass(frozen=True)
class Kept:
    """The record as it is in the library now, None where it could not be kept. `fresh` tells that it was not there before,
    `same` that it was there just so.
    """

    record: Record | None
    problems: tuple[Problem, ...] = ()
    fresh: bool = False
    same: bool = False


def keep_section(workspace: Workspace, section: Holder, name: str, source: Source) -> Kept:
    """Keep a text as a block, or as the next version of the block that it came from."""
    copy, problems = _carried(workspace, section, source)
    if copy is None:
        return Kept(None, problems)
    me = myself()
    by = source.by or me.user
    shelf = workspace.library.blocks
    stored = shelf.get(section.block).first if section.block else None
    if stored is None:
        kind = BlockKind.TEXT
        made = shelf.put(block_of(copy, name, source.language, by, me.moment(), kind))
        return Kept(made.first.value if made.first else None, (*problems, *made.problems), fresh=True)
    block: Block = stored.value
    changed = next_version(block, copy, source.language, by, me.moment())
    if changed == block:
        return Kept(block, problems, same=True)
    done = shelf.put(changed, stored.rev)
    return Kept(None if stops(done.problems) else changed, (*problems, *done.problems))


def keep_person(workspace: Workspace, person: Person, source: Source) -> Kept:
    """Keep a person; of one whom the library has, by id or name, rates, languages and the note there stay."""
    copy, problems = _carried(workspace, person, source)
    if copy is None:
        return Kept(None, problems)
    shelf = workspace.library.people
    known = shelf.all().records
    name = person.name.casefold().strip()
    same = next((one for one in known if one.value.id == person.id and one.value.name.casefold().strip() == name), None)
    stored = same or next((one for one in known if name and one.value.name.casefold().strip() == name), None)
    if stored is None:
        made = shelf.put(replace(copy, id="", note=Internal("")))
        return Kept(made.first.value if made.first else None, (*problems, *made.problems), fresh=True)
    old: Person = stored.value
    changed = replace(
        old, name=copy.name, role=copy.role, about=copy.about, photo=copy.photo or old.photo,
        email=copy.email or old.email, phone=copy.phone or old.phone,
    )  # fmt: skip
    if changed == old:
        return Kept(old, problems, same=True)
    done = shelf.put(changed, stored.rev)
    return Kept(None if stops(done.problems) else changed, (*problems, *done.problems))


def keep_reference(workspace: Workspace, reference: Reference, source: Source) -> Kept:
    """Keep a work; of one that the library has, its note and its permission there stay."""
    copy, problems = _carried(workspace, reference, source)
    if copy is None:
        return Kept(None, problems)
    shelf = workspace.library.references
    stored = shelf.get(reference.id).first if reference.id else None
    if stored is None or stored.value.title.casefold().strip() != reference.title.casefold().strip():
        made = shelf.put(replace(copy, id="", note=Internal("")))
        return Kept(made.first.value if made.first else None, (*problems, *made.problems), fresh=True)
    old: Reference = stored.value
    changed = replace(copy, note=old.note, permission=old.permission, permission_until=old.permission_until, tags=old.tags)
    if changed == old:
        return Kept(old, problems, same=True)
    done = shelf.put(changed, stored.rev)
    return Kept(None if stops(done.problems) else changed, (*problems, *done.problems))


def _carried(workspace: Workspace, value: T, source: Source) -> tuple[T | None, tuple[Problem, ...]]:
    from app.store.inserting import carried

    copy = carried(value, source.folder, workspace.library_folder, workspace.disk)
    return (None if stops(copy.problems) else copy.value), copy.problems
