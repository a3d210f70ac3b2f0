"""Starts the window and runs it until it is closed. Everything is built here and handed on."""

import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app.log import journal
from app.store.workspace import Workspace
from widgets import words
from widgets.collector import Collector
from widgets.desk import Desk
from widgets.documents import Documents
from widgets.exports import Exports
from widgets.failures import Failures, Surroundings
from widgets.jobs import Jobs
from widgets.keeping import Keeping, Kept
from widgets.look.icons import application_icon
from widgets.look.look import Look
from widgets.main_window import MainWindow, Tenant
from widgets.media import Media
from widgets.preview.pages import Pages
from widgets.services import Pipeline
from widgets.session import Session
from widgets.settings import Settings
from widgets.windows import Windows

SETTINGS_FILE = "window.ini"
LOG_FOLDER = "log"


def run(workspace: Workspace, pipeline: Pipeline, reference: str | None, language: str) -> int:
    """Show the window on a workspace, and on a proposal where one is named, until it is closed. Return the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    collector = Collector()
    windows = Windows(workspace, lambda all_of_them: build(app, workspace, pipeline, language, all_of_them))
    windows.listen(os.getpid())
    logged, before = workspace.state / LOG_FOLDER, journal.folder()
    journal.begin(logged)
    house = windows.open(reference or "")
    failures = house.catch_failures(logged)
    house.window.recovering.look()
    if not reference:
        house.window.welcoming.offer()
    house.window.life.backups.begin_daily()
    try:
        return app.exec()
    finally:
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
    exports: Exports
    jobs: Jobs
    keeping: Keeping

    def stop(self) -> None:
        """End what is under way; what is to be saved still is."""
        self.keeping.stop()
        self.window.life.stop()
        self.desk.librarian.stop()
        self.desk.finding.stop()
        self.desk.spelling.stop()
        self.jobs.stop()

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


def build(app: QApplication, workspace: Workspace, pipeline: Pipeline, language: str, windows: Windows | None = None) -> House:
    """Build a window, without showing it; `windows` are all those there are."""
    app.setApplicationName("Blesna")
    settings = Settings(workspace.state / SETTINGS_FILE)
    speech = Speech(app)
    speech.speak(settings.language or language)
    look = Look(app, settings.theme)
    app.setWindowIcon(application_icon())
    session = Session()
    jobs = Jobs()
    media = Media(session, jobs, workspace)
    desk = Desk(session, jobs, Pages(session, jobs, pipeline, session), media, pipeline, look, workspace, settings)
    keeping = Keeping(session, session)
    documents, exports = Documents(session, jobs, workspace, keeping, session), Exports(desk, session)
    documents.socket = windows.socket if windows else ""
    window = MainWindow(Tenant(desk, documents, exports, keeping, workspace, settings, speech.speak, windows))
    return House(window, desk, documents, exports, jobs, keeping)


class Speech:
    """The language of the interface, Qt's own words included."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator = QTranslator(app)

    def speak(self, language: str) -> None:
        """Speak this language from now on."""
        words.use(language)
        self._app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{words.language()}", folder):
            self._app.installTranslator(self._translator)
