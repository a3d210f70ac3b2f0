"""Which sections of the open proposal stand on blocks of which the library has newer versions, or has taken leave."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.blocks.content import holder
from app.blocks.newer import newer_in_use, retired_in_use
from app.model.block import Block
from app.model.proposal import Proposal
from app.model.status import Status
from app.problems import Problem
from widgets.desk import Desk
from widgets.jobs import IDLE
from widgets.library.records import BLOCK, Mark
from widgets.session import Change, Kind

PAUSE = 1200
"""Milliseconds after a proposal was opened or changed until it is looked: pages and fields come first."""


class Dated(QObject):
    """`problems` are told quietly in the list of what is wrong; `changed` says that they are others now.

    What was sent stays as it was, so only drafts are looked at.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.problems: tuple[Problem, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.look)
        desk.session.changed.connect(self._changed)
        desk.librarian.changed.connect(self._stored)
        desk.librarian.kept.connect(self._stored)
        if desk.session.is_open:
            self._soon.start()

    def look(self) -> None:
        """Ask the library for the blocks that the proposal stands on."""
        desk, links = self._desk, _links(self._desk.session.proposal)
        if not links:
            self._show(())
            return
        shelf = desk.workspace.library.blocks

        def read() -> list[Block]:
            found = (shelf.get(block).first for block in sorted({block for _, block, _ in links}))
            return [stored.value for stored in found if stored is not None]

        def done(blocks: list[Block]) -> None:
            now = desk.session.proposal
            if _links(now) == links:
                self._show((*newer_in_use(now, blocks), *retired_in_use(now, blocks)))

        desk.jobs.start(lambda _: read(), done, lambda _: None, lane="dated", priority=IDLE)

    def _show(self, problems: tuple[Problem, ...]) -> None:
        if problems != self.problems:
            self.problems = problems
            self.changed.emit()

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self._show(())
        elif change.kind is not Kind.EDITED or _links(change.before) == _links(change.after):
            return
        self._soon.start()

    def _stored(self, mark: Mark) -> None:
        if mark.kind == BLOCK and any(block == mark.id for _, block, _ in _links(self._desk.session.proposal)):
            self._soon.start()


def _links(proposal: Proposal) -> tuple[tuple[str, str, int], ...]:
    """Return the sections of a draft that are seen and came from blocks, with the block and its version."""
    if proposal.status is not Status.DRAFT:
        return ()
    held = (holder(section) for section in proposal.sections if not section.hidden)
    return tuple((one.id, one.block, one.block_version) for one in held if one is not None and one.block)
