"""Copying records into a proposal: the disk's part for the worker, and the pure edit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.blocks.inserting import Inserted, insert_block, only
from app.blocks.records import insert_person, insert_reference
from app.model.block import Block
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.sections import References
from app.problems import Problem, error, stops
from app.store.workspace import Workspace
from widgets.library.records import Mark, Record, shelf_of


@dataclass(frozen=True)
class Where:
    """Where it is to stand: blocks before the section at `index` or after the one named `after`, works in the `gallery` of
    that id, before the work at `index`. Where nothing is told it stands where such things belong.
    """

    index: int | None = None
    after: str = ""
    gallery: str = ""


@dataclass(frozen=True)
class Fetched:
    """Records whose pictures lie beside the proposal now, and what is wrong with those that are not here."""

    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()


def fetched(workspace: Workspace, marks: Sequence[Mark], folder: Path, language: str) -> Fetched:
    """Read records and carry their pictures into the folder of a proposal in a language. For the worker."""
    from app.store.inserting import carried

    records: list[Record] = []
    problems: list[Problem] = []
    for mark in marks:
        found = shelf_of(workspace.library, mark.kind).get(mark.id)
        problems += found.problems
        if found.first is None:
            problems.append(error("library-record-unknown", id=mark.id[:60]))
            continue
        record: Record = found.first.value
        narrow = only(record, language) if isinstance(record, Block) else record
        copy = carried(narrow, workspace.library_folder, folder, workspace.disk)
        problems += copy.problems
        if not stops(copy.problems):
            records.append(copy.value)
    return Fetched(tuple(records), tuple(problems))


def inserted(proposal: Proposal, records: Sequence[Record], where: Where) -> Inserted:
    """Put records into a proposal, one after the other; the id is that of the last one that is new or there already.

    A work that is put beside a gallery goes into it.
    """
    problems: list[Problem] = []
    place, last = where, ""
    for record in records:
        near = _gallery_at(proposal, where) if isinstance(record, Reference) and not where.gallery else ""
        done = _one(proposal, record, Where(gallery=near) if near else place)
        problems += done.problems
        if done.proposal is not proposal:
            place = _behind(place, record, done.id)
        proposal, last = done.proposal, done.id or last
    return Inserted(proposal, last, tuple(problems))


def path_of(proposal: Proposal, record: Record, record_id: str) -> str:
    """Return where in a proposal a record stands that was put in under an id."""
    if isinstance(record, Person):
        return f"people/{record_id}"
    if isinstance(record, Block):
        return f"sections/{record_id}"
    holders = (one for one in proposal.sections if any(item.id == record_id for item in getattr(one, "items", ())))
    return next((f"sections/{one.id}/items/{record_id}" for one in holders), "")


def _gallery_at(proposal: Proposal, where: Where) -> str:
    """Return the gallery beside which something is put, empty where there is none."""
    if where.index is None:
        return ""
    beside = proposal.sections[max(0, where.index - 1) : where.index + 1]
    return next((one.id for one in beside if isinstance(one, References)), "")


def _one(proposal: Proposal, record: Record, where: Where) -> Inserted:
    if isinstance(record, Person):
        return insert_person(proposal, record)
    if isinstance(record, Block):
        return insert_block(proposal, record, index=where.index, after=where.after)
    return insert_reference(proposal, record, where.gallery, where.index if where.gallery else None)


def _behind(where: Where, record: Record, new: str) -> Where:
    """Return where the next record stands so that several keep their order."""
    if isinstance(record, Block) and not where.gallery:
        return Where(after=new)
    return replace(where, index=where.index + 1) if where.gallery and where.index is not None else where
