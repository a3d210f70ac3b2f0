"""Ids for new elements: short, readable, never one that is in use."""

from collections.abc import Iterable, Iterator

from app.model.proposal import Proposal


def fresh(prefix: str, taken: Iterable[str]) -> str:
    """Return `prefix` with the lowest number from 1 that makes an id nobody has."""
    used = set(taken)
    number = 1
    while f"{prefix}{number}" in used:
        number += 1
    return f"{prefix}{number}"


def unused(wanted: str, prefix: str, taken: Iterable[str]) -> str:
    """Return the wanted id where it is free and not empty, otherwise a fresh one."""
    used = set(taken)
    return wanted if wanted and wanted not in used else fresh(prefix, used)


def item_ids(proposal: Proposal) -> Iterator[str]:
    """Yield the ids of all line items: new ones differ from all of them, so that moving a line keeps its id."""
    return (item.id for section in proposal.estimate.sections for item in section.items)
