"""The window: builds its parts for the language and theme of the moment, and asks before work would be lost."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.problems import Problem, Severity
from widgets.actions import Actions
from widgets.documents import BUNDLE_SUFFIX, ESTIMATE_SUFFIXES
from widgets.keeping import Kept
from widgets.look.parts import column, row
from widgets.notice import Notice, of_failure
from widgets.panels.banner import Banner
from widgets.panels.rail import Rail
from widgets.panels.stage import Stage
from widgets.panels.toolbar import Toolbar
from widgets.places.place import LIBRARY, PROPOSAL, PROPOSALS, Host
from widgets.places.rows import PLACES
from widgets.session import Change, Kind, Session
from widgets.settings import GEOMETRY
from widgets.window.holders import Holders
from widgets.window.parts import Call, Parts
from widgets.window.recent import fill as fill_recent
from widgets.window.recent import remember
from widgets.window.renewing import check_choices, renew
from widgets.window.resuming import keep_place, memories_left, place_left
from widgets.window.tenant import Tenant
from widgets.window.titles import name_undo, name_window
from widgets.window.undoing import Undoing
from widgets.words import tr

if TYPE_CHECKING:
    from widgets.dialogs.unsaved import Answer
    from widgets.panels.frame import StatusBar
    from widgets.panels.preview import Looked
    from widgets.panels.workbench import Workbench

SIZE = (1440, 900)


class MainWindow(Parts):
    """A rail of places, and one of them: all proposals, or the open one in three panes. `closed` tells that it is gone, `built`
    that everything in it is new.
    """

    closed = Signal()
    built = Signal()

    def __init__(self, tenant: Tenant) -> None:
        super().__init__(tenant)
        self.host = Host(tenant.desk, tenant.documents, self.tell, self.open_reference, self.act, self.go, tenant.windows)
        self.undoing = Undoing(tenant.desk.session, self)
        self.workbench: Workbench | None = None
        self.stage: Stage | None = None
        self._status: StatusBar | None = None
        self._looked: Looked | None = None
        self._is_furnished = False
        self._memories = memories_left(tenant)
        self._at = place_left(tenant)
        self.resize(*SIZE)
        self.build()
        self.restoreGeometry(tenant.settings.bytes(GEOMETRY))
        self._connect()

    def _connect(self) -> None:
        self.desk.session.opening.connect(self.furnish)
        self.desk.session.refused.connect(self._refused)
        self.undoing.changed.connect(lambda: name_undo(self.acts, self.undoing.stack))
        Holders(self, self.documents, self.tell, self.forward)
        self.documents.told.connect(self.tell)
        self.documents.shown.connect(lambda: self.go(PROPOSAL))
        self._tenant.keeping.told.connect(self.tell)
        self.desk.look.changed.connect(self.build)

    def furnish(self) -> None:
        """Make what is not seen at the start, at the latest when a proposal is about to be opened."""
        if self._is_furnished:
            return
        self._is_furnished = True
        from widgets.window.furnishing import connect

        connect(self, self._tenant)
        self._furnish_bars()
        self._refresh()

    def _furnish_bars(self) -> None:
        """Make what stands around the open proposal."""
        from widgets.panels.frame import StatusBar
        from widgets.panels.veil import Veil

        exports, tables = self._tenant.exports, self.table_exports
        self._status = StatusBar(self.desk, self._tenant.keeping, self.acts["problems"], exports, tables)
        self._beside.addWidget(self._status)
        self._toolbar.furnish(self.acts)
        self._toolbar.dragged.connect(self.hand_over)
        self.receiving.veil = Veil(self.desk.look, self._central)

    @property
    def status(self) -> "StatusBar":
        """The line below the open proposal."""
        self.furnish()
        assert self._status is not None
        return self._status

    # building ------------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Build everything that is seen, in the language and the theme of the moment."""
        self._clear()
        for action in self.actions():
            self.removeAction(action)
        self.acts = Actions(self, self.desk.look, self._do)
        self.menuBar().clear()
        self.acts.fill(self.menuBar())
        self.acts.menus["recent"].aboutToShow.connect(self._offer_recent)
        before: Banner | None = vars(self).get("banner")
        self.banner = Banner(self.desk.look, self.show_problems, self._show_file)
        self.workbench = None
        self.stage = Stage(self.host, self._memories)
        self._rail = Rail(self.acts["place-proposal"], [self.acts[f"place-{place.name}"] for place in PLACES])
        self._toolbar = Toolbar(self.desk, self.acts)
        self.setCentralWidget(self._put_together())
        self.banner.succeed(before)
        self.desk.session.retitle()
        check_choices(self)
        self.stage.entered.connect(self._entered)
        if self._is_furnished:
            self._furnish_bars()
        self.go(self._at)
        self.built.emit()

    def _clear(self) -> None:
        """Take everything down, remembering where one was: what is built anew in a moment need not be styled before."""
        self.remember_welcome()
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
        box: QVBoxLayout = column(beside)
        box.addWidget(self._toolbar)
        box.addWidget(self.banner)
        box.addWidget(self.stage, 1)
        self._central, self._beside = central, box
        return central

    def act(self, name: str) -> None:
        """Do what an action does, where it may be done."""
        self.acts[name].trigger()

    def _do(self, name: str) -> None:
        """Do what an action of that name calls."""
        from widgets.window.calls import calls_of

        self.furnish()
        calls_of(self)[name]()

    def go(self, name: str, wanted: str = "") -> None:
        """Go to a place, and to a thing there. That of the open proposal is none while none is open."""
        assert self.stage is not None
        if name == PROPOSAL and self.desk.session.is_open:
            self.stage.show_other(PROPOSAL, self._bench())
        else:
            self.stage.go(PROPOSALS if name == PROPOSAL else name, wanted)
        self._refresh()

    def show_in_library(self, mark: object) -> None:
        """Go to something in the library."""
        self.go(LIBRARY, str(mark))

    def _bench(self) -> "Workbench":
        if self.workbench is None:
            from widgets.panels.workbench import Workbench

            self.workbench = Workbench(self.desk, self._told)
            self.workbench.problems.counted.connect(self.status.count)
            self.workbench.problems.refresh()
            if self._looked is not None:
                self.workbench.preview.recollect(self._looked)
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
        from widgets.palette.palette import Palette

        palette = Palette(self.host, self.acts.all(), self)
        palette.finished.connect(palette.deleteLater)
        palette.show_over(self)

    def new_window(self) -> None:
        """Open another window on the same workspace."""
        if self._tenant.windows is not None:
            self._tenant.windows.open()

    # choices -------------------------------------------------------------------------------------------------------

    def choose_theme(self, choice: str) -> None:
        """Take another theme, in every window."""
        self._tenant.settings.theme = choice
        renew(self, lambda window: window.dress(choice))

    def dress(self, choice: str) -> None:
        """Show this window in a theme."""
        self._clear()
        self.desk.look.choose(choice)

    def choose_language(self, language: str) -> None:
        """Speak another language, in every window."""
        self._tenant.settings.language = language
        self._tenant.speak(language)
        renew(self, MainWindow.build)

    # keeping up ----------------------------------------------------------------------------------------------------

    def tell(self, notice: Notice) -> None:
        """Say something in the banner."""
        self.banner.tell(notice)

    def follow(self, change: Change) -> None:
        """Show what has changed of the open proposal."""
        if change.kind is Kind.OPENED:
            if self.desk.session.folder is not None:
                remember(self._tenant.settings, self.desk.session.folder)
            self.banner.dismiss()
            self.go(PROPOSAL)
        self._refresh()

    def _refresh(self) -> None:
        assert self.stage is not None
        session = self.desk.session
        at_work = self.stage.name == PROPOSAL
        self.acts.enable(_there(session) if at_work else set())
        self.acts["place-proposal"].setEnabled(session.is_open)
        self._rail.show_place(self.stage.name, is_open=session.is_open)
        self._toolbar.show_name(at_work)
        if self._status is not None:
            self._status.setVisible(at_work)
            self.receiving.at_work = at_work
        self.undoing.follow(self.stage.stack)
        name_undo(self.acts, self.undoing.stack)
        name_window(self, session)

    def fail(self, error: Exception) -> None:
        """Tell that something went wrong."""
        self.tell(of_failure(error))

    def _refused(self) -> None:
        text = tr("This proposal is open for reading only; work on a copy of it, or close it where it is being worked on.")
        self.tell(Notice(Severity.INFO, text))

    def _keep_panes(self) -> None:
        if self.workbench is not None:
            self.workbench.keep()
            self._looked = self.workbench.preview.memory()

    # what actions do -----------------------------------------------------------------------------------------------

    def new_from_estimate(self) -> None:
        """Ask for a spreadsheet, and begin a proposal with it."""
        from widgets.dialogs import files
        from widgets.tables.taking import Taking

        file = files.ask_estimate(self)
        if file is not None:
            self.importing.file(file, wanted=Taking.NEW)

    def open_file(self) -> None:
        """Ask for a proposal, and open it."""
        from widgets.dialogs import files

        file = files.ask_proposal(self, self._tenant.workspace.folder)
        if file is not None:
            self.open_reference(str(file))

    def open_reference(self, reference: str) -> None:
        """Open what a reference names; of a spreadsheet show first what was understood of it."""
        file = Path(reference).expanduser()
        if file.suffix.lower() in ESTIMATE_SUFFIXES:
            from widgets.tables.taking import Taking

            self.importing.file(file, wanted=Taking.NEW)
        elif file.suffix.lower() == BUNDLE_SUFFIX:
            self.life.bundles.take_in(file)
        else:
            self.when_kept(lambda: self.documents.open(reference))
            self.furnish()  # while the worker reads

    def import_estimate(self) -> None:
        """Ask for a spreadsheet, and what to do with it."""
        from widgets.dialogs import files

        if (file := files.ask_estimate(self)) is not None:
            self.importing.file(file)

    def save(self) -> None:
        """Write the open proposal now."""
        _finish_typing()
        self.documents.save()

    def finishing(self, call: Call) -> Call:
        """Return a call that takes what stands typed first."""

        def finished() -> None:
            _finish_typing()
            call()

        return finished

    def show_written(self) -> None:
        """Show what was found while a PDF was written."""
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
        _finish_typing()
        keeping = self._tenant.keeping
        if keeping.state is not Kept.FAILED:
            keeping.save(then)
            return
        from widgets.dialogs.unsaved import Answer

        answer = self.ask(self.desk.session.proposal.title)
        if answer is Answer.SAVE:
            keeping.save(then)
        elif answer is Answer.DISCARD:
            keeping.give_up()
            then()

    def ask(self, title: str) -> "Answer":
        """Ask what is to become of changes that cannot be saved."""
        from widgets.dialogs.unsaved import ask_unsaved

        return ask_unsaved(self, title)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is not saved yet; the window closes when it is on the disk."""
        _finish_typing()
        if self._tenant.keeping.state not in (Kept.SAVED, Kept.READ_ONLY):
            event.ignore()
            self.when_kept(lambda: QTimer.singleShot(0, self, self.close))  # a window that is closing cannot be closed again
            return
        self._keep_panes()
        self._tenant.settings.keep(GEOMETRY, self.saveGeometry())
        keep_place(self._tenant, self.stage.name if self.stage else PROPOSALS)
        event.accept()
        self.closed.emit()


def _there(session: Session) -> set[str]:
    """Return what there is for actions to work on, by the names that they need."""
    if not session.is_open:
        return set()
    from widgets import deeds
    from widgets.life.standing import possible

    return {"open"} | ({"section"} if deeds.section_id(session) else set()) | possible(session)


def _finish_typing() -> None:
    """Take what stands typed in a field that waits for Enter."""
    from widgets.window.typing import finish_typing

    finish_typing()
