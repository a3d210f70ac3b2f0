"""Giving numbers: without gaps, none twice, whoever asks at the same time."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from app.model.proposal import Proposal
from app.model.status import Status
from app.problems import Problem, error, problem, stops
from app.store.disk import Disk
from app.store.entries import ProposalEntry, entries_in, numbers_of
from app.store.ledger import Ledger, read_ledger, write_ledger
from app.store.naming import next_number
from app.store.trouble import trouble

LOCK = "import.lock"
"""Where in the state folder the lock is: numbers are given while it is held."""


class Place(Protocol):
    """A workspace, as far as numbers need one."""

    path: Path
    disk: Disk
    number_pattern: str

    @property
    def folder(self) -> Path:
        """Where the folders of the proposals are."""

    @property
    def state(self) -> Path:
        """Where locks are."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A proposal with its number, None where it could not get one, and what there is to tell."""

    proposal: Proposal | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Book:
    """What is known of the numbers of a workspace."""

    entries: tuple[ProposalEntry, ...]
    ledger: Ledger

    def next(self, year: int, pattern: str) -> str:
        taken = {*numbers_of(self.entries), *self.ledger.sent}
        return next_number(taken, year, pattern, self.ledger.given)


def peek(place: Place, year: int) -> str:
    """Return the number that would be given now; nobody keeps it. Raises OSError."""
    entries = entries_in(place.folder, place.disk)
    ledger = read_ledger(place.path, entries, place.disk).ledger or Ledger()
    return _Book(entries, ledger).next(year, place.number_pattern)


def newcomer(place: Place, proposal: Proposal) -> Numbered:
    """Give a proposal that comes into the workspace an id and a number. Only under the lock. Raises OSError.

    It keeps its own number unless that is another's. Then a draft gets the next one; what a client has seen keeps its number,
    and both are told.
    """
    entries = entries_in(place.folder, place.disk)
    read = read_ledger(place.path, entries, place.disk)
    if read.ledger is None:
        return Numbered(None, read.problems)
    book = _Book(entries, read.ledger)
    own = proposal.id and proposal.id not in {entry.id for entry in entries}
    named = replace(proposal, id=proposal.id if own else str(uuid.uuid4()))
    following = book.next(proposal.date.year, place.number_pattern)
    number, told = _number(book, named, following)
    if number == following and number not in read.ledger.given:
        write_ledger(place.path, read.ledger.with_given(number), place.disk)
    return Numbered(replace(named, number=number), (*read.problems, *told))


def _number(book: _Book, proposal: Proposal, following: str) -> tuple[str, tuple[Problem, ...]]:
    number = proposal.number
    if not number:
        return following, ()
    other = _other(book, number, proposal.id)
    if other is None:
        return number, ()
    if proposal.status is not Status.DRAFT or proposal.revision > 1:
        return number, (problem("number-twice", "number", number=number, other=other),)
    return following, (problem("number-changed", "number", number=number, other=other, new=following),)


def _other(book: _Book, number: str, proposal_id: str) -> str | None:
    """Return what another proposal with a number is called, None where no other has it."""
    wanted = number.strip().casefold()
    alike = (entry for entry in book.entries if entry.id != proposal_id and entry.number.strip().casefold() == wanted)
    there = next(alike, None)
    if there is not None:
        return there.title or there.folder.name
    owner = book.ledger.owner(number)
    return None if owner in (None, proposal_id) else "–"


def reserved(place: Place, proposal: Proposal, keep: Callable[[Proposal], tuple[Problem, ...]]) -> Numbered:
    """Give a proposal of the workspace that has no number the next one; refuse one that was sent with another proposal.

    `keep` saves the proposal with its new number before anybody else can ask for one.
    """

    def give(book: _Book) -> Numbered:
        if not proposal.number:
            number = book.next(proposal.date.year, place.number_pattern)
            write_ledger(place.path, book.ledger.with_given(number), place.disk)
            numbered = replace(proposal, number=number)
            wrong = keep(numbered)
            return Numbered(None if stops(wrong) else numbered, wrong)
        owner = book.ledger.owner(proposal.number)
        if owner not in (None, proposal.id):
            following = book.next(proposal.date.year, place.number_pattern)
            return Numbered(None, (error("number-sent-by-another", "number", number=proposal.number, free=following),))
        return Numbered(proposal)

    return _under_lock(place, give)


def used_up(place: Place, proposal: Proposal) -> Numbered:
    """Note that a client sees the number of a proposal: it is never given again, whatever becomes of the proposal."""

    def note(book: _Book) -> Numbered:
        owner = book.ledger.owner(proposal.number)
        if owner not in (None, proposal.id):
            return Numbered(None, (error("number-sent-by-another", "number", number=proposal.number, free="–"),))
        if owner is None:
            write_ledger(place.path, book.ledger.with_sent(proposal.number, proposal.id), place.disk)
        return Numbered(proposal)

    return _under_lock(place, note)


def _under_lock(place: Place, act: Callable[[_Book], Numbered]) -> Numbered:
    try:
        place.disk.mkdir(place.state)
        with place.disk.lock(place.state / LOCK):
            entries = entries_in(place.folder, place.disk)
            read = read_ledger(place.path, entries, place.disk)
            if read.ledger is None:
                return Numbered(None, read.problems)
            done = act(_Book(entries, read.ledger))
            return replace(done, problems=(*read.problems, *done.problems))
    except OSError as wrong:
        return Numbered(None, (trouble(wrong, place.path),))
