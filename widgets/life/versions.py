"""The versions of a proposal: what there was, what has changed since, how it looked; and the way back."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.model.proposal import Proposal
from app.problems import Problem
from app.store.durable import utc_now
from app.store.work.versions import Kept, Version, Versions, Why
from app.wording import worded
from widgets.desk import Desk
from widgets.life.asking import Asking
from widgets.life.keep import KeepDialog
from widgets.life.telling import differences
from widgets.life.version_list import VersionList, called, dated
from widgets.look.parts import column, label, push, row, rule, styled
from widgets.look.scale import px
from widgets.notice import of_failure, of_problems
from widgets.preview.pages import Pages
from widgets.preview.view import FIT_WIDTH, PageView
from widgets.session import Session
from widgets.words import language, tr

SIZE, SMALLEST = QSize(1120, 760), QSize(860, 560)
LIST_WIDTH = 304
LANE = "version"


@dataclass(frozen=True)
class _Looked:
    """A version that was read: None with the problems where it cannot be; what is otherwise now."""

    proposal: Proposal | None
    since: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class VersionsDialog(QDialog):
    """Shows the versions of the open proposal. `chosen` brings the Version and the proposal as it was then."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None, desk: Desk, folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Versions"))
        self._desk, self._folder = desk, folder
        self._versions = Versions(desk.workspace.disk, utc_now)
        self._present = desk.session.proposal
        self._looked: Proposal | None = None
        self._session = Session(self)
        self._session.read_only = True
        self.pages = Pages(self._session, desk.jobs, desk.pipeline, self, lane="version-")
        self.list = VersionList(desk.look)
        self.view = PageView(self.pages, desk.look)
        self.view.set_fit(FIT_WIDTH)
        self.view.setAccessibleName(tr("How it looked"))
        self.name, self.when = label("", "subtitle", wrap=True), label("", "small", wrap=True)
        self.since = label("", wrap=True)
        self.back = push(tr("Go back to this one"), self._go_back, "primary")
        self.back.setDefault(True)
        self.rename, self.remove = push(tr("Rename…"), self._rename), push(tr("Remove…"), self._remove)
        self.empty = label(
            tr("Nothing yet. A version is kept by itself before the first change of each day."), "quiet", wrap=True
        )
        self._build()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._look())
        self.finished.connect(self._finished)
        self._read()

    def _build(self) -> None:
        self.setMinimumSize(SMALLEST)
        over = self.parentWidget()
        self.resize(SIZE.boundedTo(over.size() - QSize(64, 64) if over is not None else SIZE).expandedTo(SMALLEST))
        box = column(self)
        head = column(margins=(24, 16, 24, 12), gap=2)
        head.addWidget(label(tr("Versions"), "title"))
        head.addWidget(label(tr("Going back is an edit like any other: it can be undone."), "quiet", wrap=True))
        box.addLayout(head)
        box.addWidget(rule())
        across = row()
        left = styled(QWidget(), "surface")
        left.setFixedWidth(px(LIST_WIDTH))
        down = column(left)
        self.empty.setContentsMargins(16, 16, 16, 16)
        down.addWidget(self.empty)
        down.addWidget(self.list, 1)
        across.addWidget(left)
        across.addWidget(rule(vertical=True))
        right = column()
        told = column(margins=(24, 16, 24, 12), gap=4)
        told.addWidget(self.name)
        told.addWidget(self.when)
        told.addSpacing(4)
        told.addWidget(self.since)
        self.since.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        right.addLayout(told)
        right.addWidget(self.view, 1)
        across.addLayout(right, 1)
        box.addLayout(across, 1)
        box.addWidget(rule())
        foot = row(margins=(24, 12, 16, 12), gap=8)
        foot.addWidget(self.rename)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(push(tr("Close"), self.reject))
        foot.addWidget(self.back)
        box.addLayout(foot)
        self._show(None)

    # reading ---------------------------------------------------------------------------------------------------------

    def _read(self, chosen: str = "") -> None:
        self._desk.jobs.start(
            lambda _: self._versions.all(self._folder), lambda found: self._list(found, chosen), self._failed, lane=LANE
        )

    def _list(self, found: tuple[Version, ...], chosen: str) -> None:
        self.empty.setVisible(not found)
        self.list.setVisible(bool(found))
        self.list.show_versions(found, chosen)
        self.list.setFocus()
        if not found:
            self._show(None)

    def _look(self) -> None:
        version = self.list.chosen
        self._show(version)
        if version is None:
            return
        present = self._present

        def work(_: object) -> _Looked:
            read = self._versions.read(self._folder, version.id)
            since = tuple(differences(read.proposal, present)) if read.proposal else ()
            return _Looked(read.proposal, since, read.problems)

        self._desk.jobs.start(work, self._showing, self._failed, lane=LANE)

    def _show(self, version: Version | None) -> None:
        self._looked = None
        self.name.setText(called(version) if version else "")
        self.when.setText(dated(version) if version else "")
        self.since.setText("")
        self.view.setVisible(version is not None)
        self.back.setEnabled(False)
        for button in (self.rename, self.remove):
            button.setVisible(version is not None and version.why is Why.NAMED)

    def _showing(self, looked: _Looked) -> None:
        self._looked = looked.proposal
        if looked.proposal is None:
            self.view.hide()
            self.since.setText("\n".join(worded(one, language()) for one in looked.problems))
            return
        changed = tr("Changed since: {what}", what=" · ".join(looked.since))
        self.since.setText(changed if looked.since else tr("The proposal is just as it was then."))
        self.back.setEnabled(bool(looked.since) and not self._desk.session.read_only)
        self._session.open(looked.proposal, self._folder)

    # doing -----------------------------------------------------------------------------------------------------------

    def _go_back(self) -> None:
        version, proposal = self.list.chosen, self._looked
        if version is not None and proposal is not None:
            self.accept()
            self.chosen.emit(version, proposal)

    def _rename(self) -> None:
        version = self.list.chosen
        if version is None:
            return
        dialog = KeepDialog(self, version.name)

        def rename() -> None:
            name = dialog.wanted()
            self._desk.jobs.start(lambda _: self._versions.rename(self._folder, version.id, name), self._renamed, self._failed)

        dialog.accepted.connect(rename)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _renamed(self, kept: Kept) -> None:
        if kept.version is not None:
            self._read(kept.version.id)
        elif notice := of_problems(kept.problems):
            self.since.setText(notice.text)

    def _remove(self) -> None:
        version = self.list.chosen
        if version is None:
            return
        sentence = tr("It cannot be brought back. The proposal itself stays as it is.")
        dialog = Asking(self, tr("Remove “{name}”?", name=called(version)), tr("Remove"), sentence)
        dialog.foot()
        remove = lambda: self._desk.jobs.start(  # noqa: E731
            lambda _: self._versions.remove(self._folder, version.id), self._removed, self._failed
        )
        dialog.accepted.connect(remove)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _removed(self, problems: tuple[Problem, ...]) -> None:
        if notice := of_problems(problems):
            self.since.setText(notice.text)
        else:
            self._read()

    def _failed(self, error: Exception) -> None:
        self.since.setText(of_failure(error).text)

    def _finished(self) -> None:
        self._desk.jobs.drop(LANE)
        self.pages.stop()
