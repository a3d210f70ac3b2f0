"""Starts the window and runs it until it is closed. Everything is built here and handed on."""

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app.log import journal
from widgets import qapp, words
from widgets.collector import Collector
from widgets.desk import Desk
from widgets.documents import Documents
from widgets.failures import Failures, Surroundings
from widgets.jobs import Jobs
from widgets.keeping import Keeping, Kept
from widgets.look import scale
from widgets.look.icons import application_icon
from widgets.look.look import Look
from widgets.main_window import MainWindow
from widgets.session import Session
from widgets.settings import Settings
from widgets.window.resuming import Resuming
from widgets.window.tenant import Tenant
from widgets.window.warming import Warming
from widgets.windows import Windows

if TYPE_CHECKING:
    from app.store.workspace import Workspace
    from widgets.exports import Exports
    from widgets.services import Pipeline

SETTINGS_FILE = "window.ini"
LOG_FOLDER = "log"
SPEECH = "speech"
"""The name of the object that knows Qt's own words."""


def run(
    workspace: "Workspace",
    pipeline: "Pipeline",
    reference: str | None,
    language: str,
    listed: Callable[[], object] | None = None,
    refused: qapp.Refused = print,
) -> int:
    """Show the window on a workspace, and on a proposal where one is named, until it is closed. Return the exit code.

    `listed` is called when the proposals are seen for the first time, before anything more is loaded; `refused` is told what
    Qt said where no window can be shown.
    """
    app = QApplication.instance() or qapp.begin(refused)
    assert isinstance(app, QApplication)
    collector = Collector()

    def made(all_of_them: Windows) -> House:
        resumes = not reference and not all_of_them.houses
        house = build(app, workspace, pipeline, language, all_of_them, resumes=resumes)
        house.desk.session.changed.connect(collector.hold_off)
        house.desk.finding.asked.connect(collector.hold_off)  # a large library takes long to be looked through
        return house

    windows = Windows(workspace, made)
    windows.listen(os.getpid())
    logged, before = workspace.state / LOG_FOLDER, journal.folder()
    journal.begin(logged)
    house = windows.open(reference or "")
    failures = house.catch_failures(logged)
    warming = Warming(house.window, house.jobs, pipeline)
    warming.done.connect(house.begin)
    if listed is not None:
        house.documents.listed.connect(listed)
    house.documents.listed.connect(warming.begin)
    if not reference:
        house.window.welcome()
    asked = app.file_asked.connect(windows.take) if isinstance(app, qapp.Application) else None
    farewell = qapp.Farewell()
    farewell.asked.connect(windows.close)
    try:
        code = app.exec()
        return 128 + farewell.number if farewell.number else code
    finally:
        if asked is not None:
            QObject.disconnect(asked)  # the application may outlive its windows
        farewell.stop()
        failures.release()
        windows.stop()
        collector.stop()
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        _log_elsewhere(before)


@dataclass(frozen=True)
class House:
    """The window and what it stands on."""

    window: MainWindow
    desk: Desk
    documents: Documents
    jobs: Jobs
    keeping: Keeping

    @property
    def exports(self) -> "Exports":
        """PDFs on their way to the disk."""
        return self.window.exports

    def begin(self) -> None:
        """Look once after the start what was not closed properly, and back up the workspace every day."""
        self.window.recovering.look()
        self.window.life.backups.begin_daily()

    def stop(self) -> None:
        """End what is under way; what is to be saved still is."""
        self.keeping.stop()
        self.window.stop()
        self.desk.stop()
        self.jobs.stop()
        self.documents.stop()

    def catch_failures(self, folder: Path) -> Failures:
        """Tell what nobody had thought of instead of ending; reports of it go into a folder."""
        failures = Failures(
            Surroundings(
                window=self.window,
                look=self.desk.look,
                folder=folder,
                tell=self.window.tell,
                unsaved=lambda: self.keeping.state in (Kept.UNSAVED, Kept.SAVING, Kept.FAILED),
                save=self.documents.save,
                show=lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            )
        )
        failures.catch()
        return failures


def _log_elsewhere(folder: Path | None) -> None:
    """Let the log go on where it was before the window."""
    if folder is None:
        journal.end()
    else:
        journal.begin(folder)


def build(
    app: QApplication,
    workspace: "Workspace",
    pipeline: "Pipeline",
    language: str,
    windows: Windows | None = None,
    *,
    resumes: bool = False,
) -> House:
    """Build a window, without showing it; `windows` are all those there are. One that `resumes` begins where one was left."""
    app.setApplicationName(qapp.NAME)
    settings = Settings(workspace.state / SETTINGS_FILE)
    speech = Speech(app)
    speech.speak(settings.language or language)
    scale.choose(settings.letters)
    look = Look(app, settings.theme)
    app.setWindowIcon(application_icon(look.theme))
    session = Session()
    jobs = Jobs()
    desk = Desk(session, jobs, pipeline, look, workspace, settings)
    keeping = Keeping(session, session)
    documents = Documents(session, jobs, workspace, keeping, session)
    documents.socket = windows.socket if windows else ""
    tenant = Tenant(desk, documents, keeping, workspace, settings, speech.speak, windows, resumes)
    window = MainWindow(tenant)
    if resumes:
        Resuming(window, tenant)
    return House(window, desk, documents, jobs, keeping)


class Speech:
    """The language of the interface, Qt's own words included: these are one for all windows."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator = app.findChild(QTranslator, SPEECH) or QTranslator(app)
        self._translator.setObjectName(SPEECH)

    def speak(self, language: str) -> None:
        """Speak this language from now on."""
        words.use(language)
        self._app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{words.language()}", folder):
            self._app.installTranslator(self._translator)
