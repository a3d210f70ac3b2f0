"""Bundles: a proposal in one file for a colleague, and one that a colleague has sent."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.model.block import Block
from app.model.designation import reference
from app.model.proposal import Proposal
from app.problems import Problem, Severity, stops
from widgets.documents import BUNDLE_SUFFIX
from widgets.exporting import documents_folder, plain_name
from widgets.library.records import name_of
from widgets.life.asking import Asking
from widgets.life.home import Home
from widgets.look.parts import column, label, scrolling
from widgets.look.scale import px
from widgets.look.tick import Tick
from widgets.notice import Notice, of_failure, of_problems
from widgets.phrases import shorten
from widgets.words import tr, tr_plural

if TYPE_CHECKING:
    from app.store.bundle.unpacking import Peeked
    from app.store.importing import Imported

ROW, MOST_SEEN = 28, 8


class BlocksDialog(Asking):
    """Offers the blocks that a bundle brings. `ticks` are the boxes by the ids of the blocks."""

    def __init__(self, parent: QWidget | None, proposal: Proposal, blocks: Sequence[Block]) -> None:
        title = " · ".join(filter(None, (proposal.number, proposal.title))) or tr("Without a name")
        sentence = tr_plural(
            "It brings {n} block that your library does not have. Chosen ones come as drafts.",
            "It brings {n} blocks that your library does not have. Chosen ones come as drafts.",
            len(blocks),
        )
        super().__init__(parent, tr("From a colleague"), tr("Take it in"))
        self.box.addWidget(label(shorten(title, 120), "strong", wrap=True))
        self.box.addWidget(label(sentence, "quiet", wrap=True))
        self.box.addSpacing(4)
        self.ticks: dict[str, Tick] = {}
        inside = QWidget()
        down = column(inside, gap=4)
        for block in blocks:
            tick = Tick(shorten(name_of(block) or tr("Without a name"), 60))
            tick.setChecked(True)
            tick.setMinimumHeight(px(ROW - 4))
            self.ticks[block.id] = tick
            down.addWidget(tick)
        if len(blocks) <= MOST_SEEN:
            self.box.addWidget(inside)
        else:
            scroll = scrolling(inside, name="frame")
            scroll.setFixedHeight(px(ROW * MOST_SEEN))
            self.box.addWidget(scroll)
        self.foot()

    def wanted(self) -> frozenset[str]:
        """Return the ids of the blocks that are chosen."""
        return frozenset(name for name, tick in self.ticks.items() if tick.isChecked())


class Bundles(QObject):
    """Makes them and takes them in. `dialog` is what is asked in at the moment."""

    def __init__(self, home: Home) -> None:
        super().__init__(home.owner)
        self._home = home
        self.dialog: QDialog | None = None

    # making ----------------------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Say what goes along, ask where to, and make one of the open proposal."""
        sentence = tr(
            "It holds everything: rates, costs, notes, sign-offs, the history, and the blocks it was made of. "
            "It is for colleagues only; a client gets the PDF."
        )
        dialog = Asking(self._home.owner, tr("Make a bundle for a colleague"), tr("Choose a place…"), sentence)
        dialog.foot()
        dialog.accepted.connect(self._choose)
        self._open(dialog)

    def _choose(self) -> None:
        proposal = self._home.desk.session.proposal
        name = plain_name(" ".join(filter(None, (reference(tr, proposal), proposal.title))))
        target = self.ask_target(documents_folder() / f"{name}{BUNDLE_SUFFIX}")
        if target is not None:
            self.make_at(target if target.suffix.lower() == BUNDLE_SUFFIX else target.with_name(target.name + BUNDLE_SUFFIX))

    def ask_target(self, wanted: Path) -> Path | None:
        """Ask where a bundle goes."""
        title, kinds = tr("Make a bundle for a colleague"), f"{tr('Bundles')} (*{BUNDLE_SUFFIX})"
        file, _ = QFileDialog.getSaveFileName(self._home.owner, title, str(wanted), kinds)
        return Path(file) if file else None

    def make_at(self, target: Path) -> None:
        """Make a bundle of the open proposal."""
        home, workspace = self._home, self._home.desk.workspace

        def make() -> None:
            proposal, folder = home.desk.session.proposal, home.desk.session.folder
            if folder is None:
                return

            def work(_: object) -> tuple[Problem, ...]:
                from app.store.bundle.packing import pack

                return pack(workspace, folder, target, proposal)

            home.desk.jobs.start(work, lambda told: self._made(target, told), lambda error: home.tell(of_failure(error)))

        home.when_kept(make)

    def _made(self, target: Path, told: tuple[Problem, ...]) -> None:
        if stops(told):
            if notice := of_problems(told, tr("No bundle was made.")):
                self._home.tell(notice)
            return
        text = tr("“{file}” is made, for colleagues only.", file=target.name)
        notice = of_problems(told, text)
        severity, problems = (notice.severity, notice.problems) if notice else (Severity.INFO, ())
        self._home.tell(Notice(severity, notice.text if notice else text, problems, target))

    # taking in -------------------------------------------------------------------------------------------------------

    def ask_in(self) -> None:
        """Ask which bundle is to be taken in."""
        title, kinds = tr("Open a bundle"), f"{tr('Bundles')} (*{BUNDLE_SUFFIX})"
        file, _ = QFileDialog.getOpenFileName(self._home.owner, title, str(documents_folder()), kinds)
        if file:
            self.take_in(Path(file))

    def take_in(self, file: Path) -> None:
        """Look what a bundle brings; ask about the blocks that the library lacks, and take it in."""
        home, workspace = self._home, self._home.desk.workspace

        def work(_: object) -> "Peeked":
            from app.store.bundle.unpacking import peek_bundle

            return peek_bundle(workspace, file)

        home.desk.jobs.start(work, lambda found: self._ask(file, found), lambda error: home.tell(of_failure(error)))

    def _ask(self, file: Path, found: "Peeked") -> None:
        if found.proposal is None:
            if notice := of_problems(found.problems):
                self._home.tell(notice)
        elif not found.unknown:
            self._take(file, frozenset())
        else:
            dialog = BlocksDialog(self._home.owner, found.proposal, found.unknown)
            dialog.accepted.connect(lambda: self._take(file, dialog.wanted()))
            self._open(dialog)

    def _take(self, file: Path, wanted: frozenset[str]) -> None:
        home, workspace = self._home, self._home.desk.workspace

        def work(_: object) -> "Imported":
            from app.store.bundle.unpacking import import_bundle

            return import_bundle(workspace, file, wanted)

        home.when_kept(lambda: home.desk.jobs.start(work, self._taken, lambda error: home.tell(of_failure(error))))

    def _taken(self, done: "Imported") -> None:
        if done.folder is not None:
            self._home.documents.open_taken(done.folder, done.problems)
        elif notice := of_problems(done.problems):
            self._home.tell(notice)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda _: self._close(dialog))
        dialog.open()

    def _close(self, dialog: QDialog) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None
