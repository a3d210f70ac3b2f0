"""The record of the library that a user named."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from app.problems import Problem, error

if TYPE_CHECKING:
    from app.model.block import Block
    from app.model.clientcard import ClientCard
    from app.model.people import Person
    from app.model.reference import Reference
    from app.store.workspace import Workspace

    Record: TypeAlias = Block | Person | Reference | ClientCard


@dataclass(frozen=True, slots=True)
class Named:
    """A record, None where there is none or more than one, and the problems."""

    record: "Record | None"
    problems: tuple[Problem, ...] = ()


def named(workspace: "Workspace", wanted: str) -> Named:
    """Return the block, person, reference or client with this id; where ids of several kinds are the same, none of them.

    `blocks/…`, `people/…`, `references/…` and `clients/…` before the id name the kind.
    """
    library = workspace.library
    shelves = {"blocks": library.blocks, "people": library.people, "references": library.references, "clients": library.clients}
    kind, _, rest = wanted.partition("/")
    if kind in shelves and rest:
        shelves, wanted = {kind: shelves[kind]}, rest
    looked = {name: shelf.get(wanted) for name, shelf in shelves.items()}  # type: ignore[attr-defined]
    problems = tuple(dict.fromkeys(one for found in looked.values() for one in found.problems))
    there = {name: found.first.value for name, found in looked.items() if found.first}
    if len(there) == 1:
        return Named(next(iter(there.values())), problems)
    if there:
        options = ", ".join(f"{name}/{wanted}" for name in there)
        return Named(None, (*problems, error("library-record-twice", id=wanted, options=options)))
    return Named(None, (*problems, error("library-record-unknown", id=wanted[:60])))
