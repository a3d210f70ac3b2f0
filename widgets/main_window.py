"""The window: builds its parts for the language and theme of the moment, and asks before work would be lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from app.problems import Problem
from app.store.entries import ProposalEntry
from app.store.workspace import Workspace
from widgets import deeds, words
from widgets.actions import Actions
from widgets.desk import Desk
from widgets.dialogs import files
from widgets.dialogs.about import show_about
from widgets.dialogs.unsaved import Answer, ask_unsaved
from widgets.documents import ESTIMATE_SUFFIXES, Documents
from widgets.drops import Drops, Load, files_in, invitation, load_of
from widgets.estimate.cell_editor import CellEditor
from widgets.exporting import Exporting
from widgets.exports import Exports
from widgets.fields.text import PlainLine
from widgets.forms.kinds import KINDS
from widgets.hours_spent import HoursSpent
from widgets.importing import Importing
from widgets.look.look import DARK, LIGHT, SYSTEM
from widgets.look.parts import column, plain_tip
from widgets.notice import Notice, of_failure, of_problems
from widgets.panels.banner import Banner
from widgets.panels.frame import StatusBar, Toolbar
from widgets.panels.start import StartPage
from widgets.panels.veil import Veil
from widgets.panels.workbench import Workbench
from widgets.preview.view import FIT_PAGE, FIT_WIDTH, PageView
from widgets.requesting import Requesting
from widgets.session import Change, Kind
from widgets.settings import GEOMETRY, PANES, Settings
from widgets.subjects import ESTIMATE, FACTS, PEOPLE
from widgets.table_exports import TableExports
from widgets.tables.taking import Taking
from widgets.words import tr

Call = Callable[[], object]
SIZE = (1440, 900)


@dataclass(frozen=True)
class Tenant:
    """What the window is given: the desk, the disk's side of it, where things are kept and remembered."""

    desk: Desk
    documents: Documents
    exports: Exports
    workspace: Workspace
    settings: Settings
    speak: Callable[[str], None]


class MainWindow(QMainWindow):
    """One proposal in three panes, or the list of all of them."""

    def __init__(self, tenant: Tenant) -> None:
        super().__init__()
        self._tenant, self.desk, self.documents = tenant, tenant.desk, tenant.documents
        self.requesting = Requesting(self, tenant.desk, tenant.documents, self._when_kept)
        self.importing = Importing(self, tenant.desk, tenant.documents, tenant.workspace, self._when_kept)
        self._drops = Drops(tenant.desk, tenant.documents, self.importing)
        self.exporting = Exporting(self, tenant.desk, tenant.exports, tenant.settings)
        self.table_exports = TableExports(self, tenant.desk, tenant.settings)
        self.hours_spent = HoursSpent(self, tenant.desk)
        self.workbench: Workbench | None = None
        self.setAcceptDrops(True)
        self.resize(*SIZE)
        self.build()
        self.restoreGeometry(tenant.settings.bytes(GEOMETRY))
        self.desk.session.changed.connect(self._changed)
        self.desk.session.undo_changed.connect(self._name_undo)
        self.desk.pages.failed.connect(self._failed)
        self.desk.media.refused.connect(self._pictures_refused)
        self.desk.media.failed.connect(self._failed)
        self.documents.told.connect(self.tell)
        self.documents.listed.connect(self._list)
        tenant.exports.told.connect(self.tell)
        self.table_exports.told.connect(self.tell)
        tenant.exports.written.connect(self._written)
        self.desk.look.changed.connect(self.build)
        self.documents.list_proposals()

    # building ------------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Build everything that is seen, in the language and the theme of the moment."""
        self._keep_panes()
        for action in self.actions():
            self.removeAction(action)
        self.acts = Actions(self, self.desk.look, self._calls())
        self.menuBar().clear()
        self.acts.fill(self.menuBar())
        self.banner = Banner(self.desk.look, self._show_problems, self._show_file)
        self.start = StartPage(self.desk.look, self.open_reference, self._new, self._open, self._leave)
        self.status = StatusBar(self.desk, self.acts["problems"], self._tenant.exports, self.table_exports)
        self.workbench = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        central = QWidget()
        box = column(central)
        self._toolbar = Toolbar(self.desk, self.acts)
        for part in (self._toolbar, self.banner):
            box.addWidget(part)
        box.addWidget(self._stack, 1)
        box.addWidget(self.status)
        self.setCentralWidget(central)
        self._veil = Veil(self.desk.look, central)
        if self.desk.session.is_open:
            self._show_workbench()
        self.desk.session.retitle()
        self._check_choices()
        self._refresh()
        self.documents.list_proposals()

    def _calls(self) -> dict[str, Call]:
        session = self.desk.session
        section = partial(deeds.section_id, session)
        calls: dict[str, Call] = {
            "new": self._new,
            "new-request": self.requesting.choose,
            "open": self._open,
            "start": self._leave,
            "import": self._import,
            "paste-table": self.importing.paste,
            "hours-spent": self.hours_spent.choose,
            "save": self._save,
            "export": self._export,
            "export-as": self._export_as,
            "export-table": self._export_table,
            "quit": self.close,
            "undo": self._undo,
            "redo": self._redo,
            "hide": lambda: deeds.hide_section(session, section()),
            "duplicate": lambda: deeds.duplicate_section(session, section()),
            "up": lambda: deeds.shift_section(session, section(), -1),
            "down": lambda: deeds.shift_section(session, section(), 1),
            "remove": lambda: deeds.remove_section(session, section()),
            "facts": lambda: session.go_to(FACTS),
            "people": lambda: session.go_to(PEOPLE),
            "estimate": lambda: session.go_to(ESTIMATE),
            "problems": self._show_problems,
            "about": lambda: show_about(self),
            **self._view_calls(),
        }
        return calls | {f"add-{kind}": partial(deeds.add_section, session, kind) for kind in KINDS}

    def _view_calls(self) -> dict[str, Call]:
        return {
            "zoom-in": lambda: self._view(PageView.zoom_in),
            "zoom-out": lambda: self._view(PageView.zoom_out),
            "fit-width": lambda: self._view(lambda view: view.set_fit(FIT_WIDTH)),
            "fit-page": lambda: self._view(lambda view: view.set_fit(FIT_PAGE)),
            "theme-system": partial(self._choose_theme, SYSTEM),
            "theme-light": partial(self._choose_theme, LIGHT),
            "theme-dark": partial(self._choose_theme, DARK),
            "language-ru": partial(self._choose_language, "ru"),
            "language-en": partial(self._choose_language, "en"),
        }

    def _focus_outline(self) -> None:
        if self.workbench is not None:
            self.workbench.outline.list.setFocus()

    def _view(self, call: Callable[[PageView], None]) -> None:
        if self.workbench is not None:
            call(self.workbench.preview.view)

    def _show_workbench(self) -> None:
        if self.workbench is None:
            self.workbench = Workbench(self.desk, self._told)
            self.workbench.problems.counted.connect(self.status.count)
            self.workbench.problems.refresh()
            self._stack.addWidget(self.workbench)
            self.workbench.panes.restoreState(self._tenant.settings.bytes(PANES))
        self._stack.setCurrentWidget(self.workbench)

    def _told(self) -> Sequence[Problem]:
        """Return what was found on opening and on exporting: the pages know nothing of it."""
        return (*self.documents.problems, *self._tenant.exports.problems)

    # choices -------------------------------------------------------------------------------------------------------

    def _choose_theme(self, choice: str) -> None:
        self._tenant.settings.theme = choice
        self._keep_panes()
        self.workbench = None
        self.setCentralWidget(QWidget())  # what is built anew in a moment need not be styled before
        self.desk.look.choose(choice)

    def _choose_language(self, language: str) -> None:
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

    def _list(self, entries: Sequence[ProposalEntry]) -> None:
        self.start.show_entries(entries)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self.banner.dismiss()
            self._show_workbench()
            self._focus_outline()
        self._refresh()

    def _refresh(self) -> None:
        session = self.desk.session
        has = ({"open"} if session.is_open else set()) | ({"section"} if deeds.section_id(session) else set())
        at_work = self._stack.currentWidget() is self.workbench
        self.acts.enable(has if at_work else set())
        self._toolbar.show_name(at_work)
        self.status.setVisible(at_work)
        self.start.offer_return("" if not session.is_open else session.proposal.title or tr("the proposal"))
        self._name_undo()
        name = session.proposal.title if session.is_open else ""
        self.setWindowTitle(f"{name}[*] — Blesna" if name else "Blesna[*]")
        self.setWindowModified(session.is_open and session.modified)

    def _name_undo(self) -> None:
        stack = self.desk.session.stack
        undone, redone = stack.undoText().replace("&", "&&"), stack.redoText().replace("&", "&&")
        self.acts["undo"].setText(tr("&Undo: {what}", what=undone) if undone else tr("&Undo"))
        self.acts["redo"].setText(tr("&Redo: {what}", what=redone) if redone else tr("&Redo"))
        for name in ("undo", "redo"):
            self.acts[name].setToolTip(plain_tip(self.acts[name].text().replace("&", "")))
        self.acts["undo"].setEnabled(stack.canUndo())
        self.acts["redo"].setEnabled(stack.canRedo())

    def _failed(self, error: Exception) -> None:
        self.tell(of_failure(error))

    def _pictures_refused(self, problems: list[Problem]) -> None:
        if notice := of_problems(problems, tr("Not every picture was taken.")):
            self.tell(notice)

    def _keep_panes(self) -> None:
        if self.workbench is not None:
            self._tenant.settings.keep(PANES, self.workbench.panes.saveState())

    # what actions do -----------------------------------------------------------------------------------------------

    def _new(self) -> None:
        file = files.ask_estimate(self)
        if file is not None:
            self.importing.file(file, wanted=Taking.NEW)

    def _open(self) -> None:
        file = files.ask_proposal(self, self._tenant.workspace.folder)
        if file is not None:
            self.open_reference(str(file))

    def open_reference(self, reference: str) -> None:
        """Open what a reference names; of a spreadsheet show first what was understood of it."""
        file = Path(reference).expanduser()
        if file.suffix.lower() in ESTIMATE_SUFFIXES:
            self.importing.file(file, wanted=Taking.NEW)
        else:
            self._when_kept(lambda: self.documents.open(reference))

    def _leave(self) -> None:
        """Show all proposals."""
        self.documents.list_proposals()
        at_work = self._stack.currentWidget() is self.workbench
        self._stack.setCurrentWidget(self.start if at_work or self.workbench is None else self.workbench)
        self._refresh()

    def _import(self) -> None:
        file = files.ask_estimate(self)
        if file is not None:
            self.importing.file(file)

    def _save(self) -> None:
        finish_typing()
        self.documents.save()

    def _export(self) -> None:
        finish_typing()
        self.exporting.quick()

    def _export_as(self) -> None:
        finish_typing()
        self.exporting.choose()

    def _export_table(self) -> None:
        finish_typing()
        self.table_exports.choose()

    def _written(self) -> None:
        if self.workbench is not None:
            self.workbench.problems.refresh()

    def _undo(self) -> None:
        self.desk.session.stack.undo()

    def _redo(self) -> None:
        self.desk.session.stack.redo()

    def _show_problems(self) -> None:
        if self.workbench is not None:
            self.workbench.problems.setVisible(self.workbench.problems.isHidden())

    def _show_file(self, notice: Notice) -> None:
        if notice.file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(notice.file.parent)))

    def _when_kept(self, then: Call) -> None:
        """Do something that leaves the open proposal, once its changes are saved or given up."""
        finish_typing()
        session = self.desk.session
        answer = self.ask(session.proposal.title) if session.is_open and session.modified else Answer.DISCARD
        if answer is Answer.SAVE:
            self.documents.save(then)
        elif answer is Answer.DISCARD:
            then()

    def ask(self, title: str) -> Answer:
        """Ask what is to become of unsaved changes."""
        return ask_unsaved(self, title)

    # events --------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes; saving closes the window when it is done."""
        session = self.desk.session
        finish_typing()
        answer = self.ask(session.proposal.title) if session.is_open and session.modified else Answer.DISCARD
        if answer is not Answer.DISCARD:
            event.ignore()
            if answer is Answer.SAVE:
                self.documents.save(self.close)
            return
        self._keep_panes()
        self._tenant.settings.keep(GEOMETRY, self.saveGeometry())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a table or a spreadsheet that is pasted where nothing else takes it."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            return
        copied = QApplication.clipboard().mimeData()
        dropped = files_in(copied) if copied is not None else []
        if load_of(dropped) is Load.ESTIMATE:
            self._drops.take(dropped)
        else:
            self.importing.clipboard()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what dropping will do."""
        words_shown = invitation(load_of(files_in(event.mimeData())), is_open=self.desk.session.is_open)
        if words_shown:
            event.acceptProposedAction()
            self._veil.invite(words_shown)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget it."""
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        self._veil.hide()
        event.acceptProposedAction()
        dropped = files_in(event.mimeData())
        if load_of(dropped) is Load.PROPOSAL:
            self._when_kept(lambda: self._drops.take(dropped))
        else:
            self._drops.take(dropped)


def finish_typing() -> None:
    """Take what stands typed in a field that waits for Enter."""
    field = QApplication.focusWidget()
    if isinstance(field, CellEditor):
        field.clearFocus()
    elif isinstance(field, PlainLine):
        field.editingFinished.emit()
