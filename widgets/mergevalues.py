"""The values of merge fields as they are now, for those who type them."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.i18n import Words
from app.merge import Case, live_values, with_values
from app.merge.merging import TITLE
from app.model.proposal import Proposal
from app.totals import Totals
from widgets.jobs import IDLE, Jobs
from widgets.session import Change, Kind, Session

PAUSE = 200
"""Milliseconds after an edit until the values are looked at again: nobody looks at them while typing."""


class MergeValues(QObject):
    """The values by the names of their fields; the worker looks at them again after edits. `changed` tells that some differ."""

    changed = Signal()

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__(session)
        self._session, self._jobs = session, jobs
        self._values: dict[str, str] = {}
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._look)
        session.changed.connect(self._changed)
        self._later.start()

    def all(self) -> dict[str, str]:
        """Return the value of every field as it was a moment ago; empty where there is none."""
        if not self._values:
            self._values = _values(self._session.proposal, self._session.totals)
        return self._values

    def title(self) -> str:
        """Return the proposal's title with its own fields filled, as of now."""
        proposal = self._session.proposal
        return _values(proposal, self._session.totals)[TITLE] if "{" in proposal.title else proposal.title

    def put_into(self, text: str) -> str:
        """Return a text with the values of its fields, as the pages show it; one that has none yet stays as it was typed."""
        return with_values(text, self.all()) if "{" in text else text

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self._values = {}
        if change.kind in (Kind.OPENED, Kind.EDITED):
            self._later.start()

    def _look(self) -> None:
        proposal, sums = self._session.proposal, self._session.totals

        def done(values: dict[str, str]) -> None:
            if values != self._values:
                self._values = values
                self.changed.emit()

        self._jobs.start(lambda _: _values(proposal, sums), done, _forget, lane="merging", priority=IDLE)


def _values(proposal: Proposal, sums: Totals) -> dict[str, str]:
    return live_values(Case(proposal, sums, Words(proposal.language)))


def _forget(error: Exception) -> None:
    """What cannot be worked out is told by the pages; the values stay those from before."""
