"""The window: builds its parts for the language and theme of the moment, and asks before work would be lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QMainWindow, QWidget

from app.problems import Problem, Severity
from app.store.workspace import Workspace
from widgets import deeds, words
from widgets.actions import Actions
from widgets.desk import Desk
from widgets.dialogs import files
from widgets.dialogs.unsaved import Answer, ask_unsaved
from widgets.documents import ESTIMATE_SUFFIXES, Documents
from widgets.drops import SUFFIX, Drops
from widgets.exporting import Exporting
from widgets.exports import Exports
from widgets.hours_spent import HoursSpent
from widgets.importing import Importing
from widgets.keeping import Keeping, Kept
from widgets.life.home import Home
from widgets.life.life import Life
from widgets.life.standing import possible
from widgets.look.look import DARK, LIGHT, SYSTEM
from widgets.look.parts import column, row
from widgets.notice import Notice, of_failure
from widgets.palette.palette import Palette
from widgets.panels.banner import Banner
from widgets.panels.frame import StatusBar, Toolbar
from widgets.panels.rail import Rail
from widgets.panels.stage import Stage
from widgets.panels.veil import Veil
from widgets.panels.workbench import Workbench
from widgets.places.place import LIBRARY, PROPOSAL, PROPOSALS, Host
from widgets.places.rows import PLACES
from widgets.recovering import Recovering
from widgets.requesting import Requesting
from widgets.session import Change, Kind
from widgets.settings import GEOMETRY, PANES, Settings
from widgets.table_exports import TableExports
from widgets.tables.taking import Taking
from widgets.welcome.welcoming import Welcoming
from widgets.window.calls import Call, calls_of
from widgets.window.holders import Holders
from widgets.window.receiving import Receiving
from widgets.window.recent import fill as fill_recent
from widgets.window.recent import remember
from widgets.window.titles import name_undo, name_window
from widgets.window.typing import finish_typing
from widgets.window.undoing import Undoing
from widgets.windows import Windows
from widgets.words import tr

if TYPE_CHECKING:
    from app.store.work.presence import Holder

SIZE = (1440, 900)


@dataclass(frozen=True)
class Tenant:
    """What the window is given: the desk, the disk's side of it, where things are kept and remembered."""

    desk: Desk
    documents: Documents
    exports: Exports
    keeping: Keeping
    workspace: Workspace
    settings: Settings
    speak: Callable[[str], None]
    windows: Windows | None = None


class MainWindow(QMainWindow):
    """A rail of places, and one of them: all proposals, or the open one in three panes. `closed` tells that it is gone, `built`
    that everything in it is new.
    """

    closed = Signal()
    built = Signal()

    def __init__(self, tenant: Tenant) -> None:
        super().__init__()
        self._tenant, self.desk, self.documents = tenant, tenant.desk, tenant.documents
        self.requesting = Requesting(self, tenant.desk, tenant.documents, self.when_kept)
        self.importing = Importing(self, tenant.desk, tenant.documents, tenant.workspace, self.when_kept)
        self.exporting = Exporting(self, tenant.desk, tenant.exports, tenant.settings)
        self.table_exports = TableExports(self, tenant.desk, tenant.settings)
        self.hours_spent = HoursSpent(self, tenant.desk)
        drops = Drops(tenant.desk, tenant.documents, self.importing, self._take_bundle)
        self._receiving = Receiving(self, tenant.desk, drops, self.importing, self.when_kept)
        self.host = Host(tenant.desk, tenant.documents, self.tell, self.open_reference, self._act, self.go, tenant.windows)
        self.recovering = Recovering(self, tenant.desk, tenant.documents, self.tell)
        Holders(self, tenant.documents, self.tell, self._forward)
        home = Home(self, tenant.desk, tenant.documents, tenant.keeping, self.tell, self.when_kept, self._act)
        self.life = Life(self, home)
        self.undoing = Undoing(tenant.desk.session, self)
        self.welcoming = Welcoming(self)
        self.workbench: Workbench | None = None
        self.stage: Stage | None = None
        self._memories: dict[str, object] = {}
        self._at = PROPOSALS
        self.resize(*SIZE)
        self.build()
        self.restoreGeometry(tenant.settings.bytes(GEOMETRY))
        self._connect()

    def _connect(self) -> None:
        self.desk.session.changed.connect(self._changed)
        self.desk.session.refused.connect(self._refused)
        self.undoing.changed.connect(lambda: name_undo(self.acts, self.undoing.stack))
        self.desk.pages.failed.connect(self._failed)
        self.desk.media.intake.told.connect(self.tell)
        self.desk.media.intake.failed.connect(self._failed)
        self.documents.told.connect(self.tell)
        self.desk.librarian.told.connect(self.tell)
        self.desk.librarian.wanted.connect(lambda mark: self.go(LIBRARY, str(mark)))
        self.documents.shown.connect(lambda: self.go(PROPOSAL))
        self._tenant.keeping.told.connect(self.tell)
        self._tenant.exports.told.connect(self.tell)
        self.table_exports.told.connect(self.tell)
        self._tenant.exports.written.connect(self._written)
        self.desk.look.changed.connect(self.build)

    # building ------------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Build everything that is seen, in the language and the theme of the moment."""
        self._clear()
        for action in self.actions():
            self.removeAction(action)
        self.acts = Actions(self, self.desk.look, calls_of(self))
        self.menuBar().clear()
        self.acts.fill(self.menuBar())
        self.acts.menus["recent"].aboutToShow.connect(self._offer_recent)
        self.banner = Banner(self.desk.look, self.show_problems, self._show_file)
        self.status = StatusBar(self.desk, self._tenant.keeping, self.acts["problems"], self._tenant.exports, self.table_exports)
        self.workbench = None
        self.stage = Stage(self.host, self._memories)
        self._rail = Rail(self.acts["place-proposal"], [self.acts[f"place-{place.name}"] for place in PLACES])
        self._toolbar = Toolbar(self.desk, self.acts)
        self.setCentralWidget(self._put_together())
        self.desk.session.retitle()
        self._check_choices()
        self.stage.entered.connect(self._entered)
        self.go(self._at)
        self.built.emit()

    def _clear(self) -> None:
        """Take everything down, remembering where one was: what is built anew in a moment need not be styled before."""
        self.welcoming.remember()
        if self.stage is None:
            return
        self._keep_panes()
        self._memories, self._at = self.stage.memories(), self.stage.name
        self.stage = self.workbench = None
        self.acts.discard()
        self.setCentralWidget(QWidget())

    def _put_together(self) -> QWidget:
        assert self.stage is not None
        central, beside = QWidget(), QWidget()
        across = row(central)
        across.addWidget(self._rail)
        across.addWidget(beside, 1)
        box = column(beside)
        box.addWidget(self._toolbar)
        box.addWidget(self.banner)
        box.addWidget(self.stage, 1)
        box.addWidget(self.status)
        self._receiving.veil = Veil(self.desk.look, central)
        return central

    def _act(self, name: str) -> None:
        self.acts[name].trigger()

    def go(self, name: str, wanted: str = "") -> None:
        """Go to a place, and to a thing there. That of the open proposal is none while none is open."""
        assert self.stage is not None
        if name == PROPOSAL and self.desk.session.is_open:
            self.stage.show_other(PROPOSAL, self._bench())
        else:
            self.stage.go(PROPOSALS if name == PROPOSAL else name, wanted)
        self._refresh()

    def _bench(self) -> Workbench:
        if self.workbench is None:
            self.workbench = Workbench(self.desk, self._told)
            self.workbench.problems.counted.connect(self.status.count)
            self.workbench.problems.refresh()
            self.workbench.panes.restoreState(self._tenant.settings.bytes(PANES))
        return self.workbench

    def _entered(self, name: str) -> None:
        assert self.stage is not None
        if name != PROPOSAL:
            self.stage.place(name).focus_first()
        elif self.workbench is not None:
            self.workbench.outline.list.setFocus()

    def _told(self) -> Sequence[Problem]:
        """Return what was found on opening and on exporting: the pages know nothing of it."""
        return (*self.documents.problems, *self._tenant.exports.problems)

    def _offer_recent(self) -> None:
        fill_recent(self.acts.menus["recent"], self._tenant.settings, self.desk.session.folder, self.open_reference)

    def show_palette(self) -> None:
        """Offer everything that can be done or opened, by a few letters."""
        palette = Palette(self.host, self.acts.all(), self)
        palette.finished.connect(palette.deleteLater)
        palette.show_over(self)

    def new_window(self) -> None:
        """Open another window on the same workspace."""
        if self._tenant.windows is not None:
            self._tenant.windows.open()

    # choices -------------------------------------------------------------------------------------------------------

    def choose_theme(self, choice: str) -> None:
        """Take another theme."""
        self._tenant.settings.theme = choice
        self._clear()
        self.desk.look.choose(choice)

    def choose_language(self, language: str) -> None:
        """Speak another language."""
        self._tenant.settings.language = language
        self._tenant.speak(language)
        self.build()

    def _check_choices(self) -> None:
        for choice in (SYSTEM, LIGHT, DARK):
            self.acts[f"theme-{choice}"].setChecked(self.desk.look.choice == choice)
        for language in ("ru", "en"):
            self.acts[f"language-{language}"].setChecked(words.language() == language)

    # keeping up ----------------------------------------------------------------------------------------------------

    def tell(self, notice: Notice) -> None:
        """Say something in the banner."""
        self.banner.tell(notice)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            if self.desk.session.folder is not None:
                remember(self._tenant.settings, self.desk.session.folder)
            self.banner.dismiss()
            self.go(PROPOSAL)
        self._refresh()

    def _refresh(self) -> None:
        assert self.stage is not None
        session = self.desk.session
        has = ({"open"} if session.is_open else set()) | ({"section"} if deeds.section_id(session) else set())
        at_work = self._receiving.at_work = self.stage.name == PROPOSAL
        self.acts.enable(has | possible(session) if at_work else set())
        self.acts["place-proposal"].setEnabled(session.is_open)
        self._rail.show_place(self.stage.name, is_open=session.is_open)
        self._toolbar.show_name(at_work)
        self.status.setVisible(at_work)
        self.undoing.follow(self.stage.stack)
        name_undo(self.acts, self.undoing.stack)
        name_window(self, session)

    def _failed(self, error: Exception) -> None:
        self.tell(of_failure(error))

    def _refused(self) -> None:
        text = tr("This proposal is open for reading only; work on a copy of it, or close it where it is being worked on.")
        self.tell(Notice(Severity.INFO, text))

    def _keep_panes(self) -> None:
        if self.workbench is not None:
            self._tenant.settings.keep(PANES, self.workbench.panes.saveState())

    # what actions do -----------------------------------------------------------------------------------------------

    def _take_bundle(self, file: Path) -> None:
        self.life.bundles.take_in(file)

    def new_from_estimate(self) -> None:
        """Ask for a spreadsheet, and begin a proposal with it."""
        file = files.ask_estimate(self)
        if file is not None:
            self.importing.file(file, wanted=Taking.NEW)

    def open_file(self) -> None:
        """Ask for a proposal, and open it."""
        file = files.ask_proposal(self, self._tenant.workspace.folder)
        if file is not None:
            self.open_reference(str(file))

    def open_reference(self, reference: str) -> None:
        """Open what a reference names; of a spreadsheet show first what was understood of it."""
        file = Path(reference).expanduser()
        if file.suffix.lower() in ESTIMATE_SUFFIXES:
            self.importing.file(file, wanted=Taking.NEW)
        elif file.suffix.lower() == SUFFIX:
            self.life.bundles.take_in(file)
        else:
            self.when_kept(lambda: self.documents.open(reference))

    def import_estimate(self) -> None:
        """Ask for a spreadsheet, and what to do with it."""
        file = files.ask_estimate(self)
        if file is not None:
            self.importing.file(file)

    def save(self) -> None:
        """Write the open proposal now."""
        finish_typing()
        self.documents.save()

    def finishing(self, call: Call) -> Call:
        """Return a call that takes what stands typed first."""

        def finished() -> None:
            finish_typing()
            call()

        return finished

    def _written(self) -> None:
        if self.workbench is not None:
            self.workbench.problems.refresh()

    def show_problems(self) -> None:
        """Show or hide what is wrong."""
        if self.workbench is not None:
            self.workbench.problems.setVisible(self.workbench.problems.isHidden())

    def _show_file(self, notice: Notice) -> None:
        if notice.file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(notice.file.parent)))

    def when_kept(self, then: Call) -> None:
        """Do something that leaves the open proposal, once its changes are on the disk, or given up where that fails."""
        finish_typing()
        keeping = self._tenant.keeping
        if keeping.state is not Kept.FAILED:
            keeping.save(then)
            return
        answer = self.ask(self.desk.session.proposal.title)
        if answer is Answer.SAVE:
            keeping.save(then)
        elif answer is Answer.DISCARD:
            keeping.give_up()
            then()

    def ask(self, title: str) -> Answer:
        """Ask what is to become of changes that cannot be saved."""
        return ask_unsaved(self, title)

    def _forward(self, holder: "Holder", folder: Path) -> bool:
        return self._tenant.windows is not None and self._tenant.windows.forward(holder, folder)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is not saved yet; the window closes when it is on the disk."""
        finish_typing()
        if self._tenant.keeping.state not in (Kept.SAVED, Kept.READ_ONLY):
            event.ignore()
            self.when_kept(lambda: QTimer.singleShot(0, self, self.close))  # a window that is closing cannot be closed again
            return
        self._keep_panes()
        self._tenant.settings.keep(GEOMETRY, self.saveGeometry())
        event.accept()
        self.closed.emit()
