"""What was priced before, at hand while a title is typed: read in the worker, one proposal after the other."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from app.model.estimate import LineItem
from app.model.people import Person
from app.store.entries import ProposalEntry
from app.store.source import read_source
from app.store.workspace import Workspace
from app.suggest import Index, Suggestion, folded
from widgets.jobs import IDLE, Jobs, Ticket
from widgets.session import Change, Kind, Session

PAUSE = 400
"""Milliseconds without an edit after which the lines of the open proposal are looked at again."""
MOST_PROPOSALS = 200
_LANE, _HERE = "recall", "recall here"


class Recall(QObject):
    """Line items of the open proposal, of the library and of earlier proposals; people of the library."""

    def __init__(self, session: Session, jobs: Jobs, workspace: Workspace) -> None:
        super().__init__(session)
        self._session, self._jobs, self._workspace = session, jobs, workspace
        self._here, self._past = Index(), Index()
        self.people: tuple[Person, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._read_here)
        session.changed.connect(self._changed)
        self._read()

    def find(self, text: str, limit: int = 8) -> list[Suggestion]:
        """Return what fits a typed title, those of the open proposal first."""
        found = self._here.find(text, limit)
        known = {folded(one.title) for one in found}
        return [*found, *(one for one in self._past.find(text, limit) if folded(one.title) not in known)][:limit]

    def keep(self, items: Sequence[LineItem]) -> None:
        """Keep lines in the library, for all proposals."""

        def work(_: Ticket) -> None:
            for item in items:
                self._workspace.library.items.put(item)

        self._jobs.start(work, lambda _: self._read(), _forget)

    def _read(self) -> None:
        """Read everything anew; the worker does other things in between."""
        self._read_here()
        folder, made = self._session.folder, Index()

        def listed(found: tuple[Sequence[ProposalEntry], Sequence[LineItem], tuple[Person, ...]]) -> None:
            entries, items, self.people = found
            made.add_kept(items)
            self._read_next([one for one in entries if one.readable and one.folder != folder][:MOST_PROPOSALS], made)

        self._jobs.start(lambda _: self._list(), listed, _forget, lane=_LANE, priority=IDLE)

    def _list(self) -> tuple[Sequence[ProposalEntry], Sequence[LineItem], tuple[Person, ...]]:
        library = self._workspace.library
        items = [one.value for one in library.items.all().records]
        people = tuple(one.value for one in library.people.all().records if not one.value.left_on)
        return self._workspace.proposals(), items, people

    def _read_next(self, entries: Sequence[ProposalEntry], made: Index) -> None:
        """Read one proposal into an index that only the worker touches until all are in it."""
        if not entries:
            self._past = made
            return

        def work(_: Ticket) -> None:
            proposal = read_source(entries[0].folder).proposal
            if proposal is not None:
                made.add(proposal)

        self._jobs.start(work, lambda _: self._read_next(entries[1:], made), _forget, lane=_LANE, priority=IDLE)

    def _read_here(self) -> None:
        proposal = self._session.proposal

        def work(_: Ticket) -> Index:
            made = Index()
            made.add(proposal, here=True)
            return made

        def done(made: Index) -> None:
            self._here = made

        self._jobs.start(work, done, _forget, lane=_HERE, priority=IDLE)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self._read()
        elif change.kind is Kind.EDITED and change.before.estimate is not change.after.estimate:
            self._later.start()


def _forget(error: Exception) -> None:
    """What cannot be read is not suggested; opening it tells why."""
