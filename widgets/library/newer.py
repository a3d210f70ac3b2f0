"""Above the fields of a section whose block has a newer approved version: what differs, and taking it or leaving it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame
from shiboken6 import isValid

from app.blocks.content import holder
from app.blocks.newer import Offer, keep_mine, outdated, take_newer, take_untouched
from app.i18n import phrase
from app.model.block import Block
from app.model.path import exists, get
from app.model.proposal import Proposal
from app.problems import Problem, stops
from widgets.desk import Desk
from widgets.library.diffview import DiffView
from widgets.library.records import BLOCK, Mark
from widgets.look.parts import column, empty, label, push, row
from widgets.look.scale import px
from widgets.notice import of_problems
from widgets.phrases import say, shorten
from widgets.session import Change, Kind
from widgets.words import tr

PAUSE = 1200
"""Milliseconds after an edit until it is looked again what was changed by hand."""


class NewerStrip(QFrame):
    """Seen only while there is something newer for the section at a path."""

    def __init__(self, desk: Desk, subject: str) -> None:
        super().__init__()
        self.setObjectName("brief")
        self._desk, self._subject = desk, subject
        self.offer: Offer | None = None
        self._words, self._hint = label("", "strong", wrap=True), label("", "small", wrap=True)
        self._diff = DiffView(desk.look)
        self._diff.hide()
        self._buttons = row(gap=8)
        sign = label("")
        sign.setPixmap(desk.look.icon("library", "warning").pixmap(QSize(px(18), px(18)), self.devicePixelRatioF()))
        head = row(gap=8)
        head.addWidget(sign)
        head.addWidget(self._words, 1)
        box = column(self, (16, 12, 16, 12), gap=8)
        box.addLayout(head)
        box.addWidget(self._hint)
        box.addWidget(self._diff)
        box.addLayout(self._buttons)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.look)
        desk.session.changed.connect(self._changed)
        desk.librarian.changed.connect(self._stored)
        desk.librarian.kept.connect(self._stored)
        self.hide()
        self.look()

    def look(self) -> None:
        """Ask the library whether there is something newer."""
        desk, block_id = self._desk, self._block_id()
        if not block_id:
            self._show(None)
            return

        def done(block: Block | None) -> None:
            if not isValid(self):
                return
            offers = outdated(desk.session.proposal, [block]) if block is not None else ()
            self._show(next((one for one in offers if f"sections/{one.section}" == self._subject), None))

        shelf = desk.workspace.library.blocks
        desk.jobs.start(lambda _: _block(shelf.get(block_id).first), done, lambda _: None, lane="newer")

    def _block_id(self) -> str:
        proposal = self._desk.session.proposal
        section = holder(get(proposal, self._subject)) if exists(proposal, self._subject) else None
        return section.block if section is not None else ""

    def _show(self, offer: Offer | None) -> None:
        self.offer = offer
        self.setVisible(offer is not None)
        self._diff.hide()
        empty(self._buttons)
        if offer is None:
            return
        name = shorten(offer.name, 48)
        self._words.setText(tr("Newer version of “{name}”: {had} → {version}", name=name, had=offer.had, version=offer.version))
        mine = tr("You have changed this text by hand: taking the newer one replaces it.")
        self._hint.setText(mine if offer.changed_by_hand else tr("The text here is as it was taken from the library."))
        self._buttons.addWidget(push(tr("Take it"), self._take, "primary"))
        if offer.changed_by_hand and offer.base is not None:
            self._buttons.addWidget(push(tr("Take what I left as it was"), self._take_untouched))
        self._buttons.addWidget(push(tr("Keep mine"), self._keep))
        self._buttons.addWidget(push(tr("What differs"), self._compare, "link"))
        self._buttons.addStretch(1)

    def _compare(self) -> None:
        if self.offer is not None:
            self._diff.show_fields(self.offer.diff)
            self._diff.setVisible(self._diff.isHidden())

    def _take(self) -> None:
        self._carry(take_newer)

    def _take_untouched(self) -> None:
        self._carry(take_untouched)

    def _keep(self) -> None:
        if self.offer is not None:
            self._edit(keep_mine(self._desk.session.proposal, self.offer), phrase("Keep the text of “{title}”"))

    def _carry(self, take: Callable[[Proposal, Offer], Proposal]) -> None:
        """Bring the pictures of the newer version beside the proposal, then take it."""
        offer, session, workspace = self.offer, self._desk.session, self._desk.workspace
        folder = session.folder
        if offer is None or folder is None:
            return

        def done(found: tuple[Offer, tuple[Problem, ...]]) -> None:
            carried, problems = found
            if isValid(self) and session.folder == folder and exists(session.proposal, self._subject) and not stops(problems):
                self._edit(take(session.proposal, carried), phrase("Newer version of “{title}”"))
            if notice := of_problems(problems):
                self._desk.librarian.told.emit(notice)

        def work(_: object) -> tuple[Offer, tuple[Problem, ...]]:
            return _with_pictures(offer, workspace.library_folder, folder)

        self._desk.jobs.start(work, done, self._desk.librarian.failed)

    def _edit(self, proposal: Proposal, words: str) -> None:
        session, offer = self._desk.session, self.offer
        session.settle()
        session.edit(proposal, say(words, title=shorten(offer.name if offer else "", 24)))
        session.settle()
        self.look()

    def _stored(self, mark: Mark) -> None:
        if mark == Mark(BLOCK, self._block_id()):
            self._soon.start()

    def _changed(self, change: Change) -> None:
        if change.kind is not Kind.EDITED:
            return
        before = get(change.before, self._subject) if exists(change.before, self._subject) else None
        after = get(change.after, self._subject) if exists(change.after, self._subject) else None
        if before is not after and (self.offer is not None or self._block_id()):
            self._soon.start()


def _block(stored: object) -> Block | None:
    value = getattr(stored, "value", None)
    return value if isinstance(value, Block) else None


def _with_pictures(offer: Offer, library: Path, folder: Path) -> tuple[Offer, tuple[Problem, ...]]:
    from app.store.inserting import carried

    copy = carried(offer.story, library, folder)
    return replace(offer, story=copy.value), copy.problems
