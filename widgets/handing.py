"""Handing the PDF over by dragging it out of the window: it is made while the button is held, and goes where it is let go."""

import shutil
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QWidget

from app.problems import Severity
from widgets.desk import Desk
from widgets.exporting import Exporting
from widgets.exports import Exported, Exports
from widgets.notice import Notice, of_failure
from widgets.purposes import Choice
from widgets.settings import Settings
from widgets.words import tr

FOLDER = "handed"
"""Where the file lies that was dragged out last: who takes it copies it in its own time."""


class Handing(QObject):
    """Makes the PDF as it was exported last, without a question, and begins the drag once it is there."""

    def __init__(self, owner: QWidget, desk: Desk, exports: Exports, exporting: Exporting, settings: Settings) -> None:
        super().__init__(owner)
        self._owner, self._desk, self._exports, self._exporting, self._settings = owner, desk, exports, exporting, settings
        self._awaited: Path | None = None
        exports.written.connect(self._written)
        exports.told.connect(self._told)

    def begin(self) -> None:
        """Make the PDF; where it takes a password, say that only a click asks for one."""
        if self._settings.export_protected:
            text = tr("The last PDF was protected with a password. Click the button to be asked for one, then drag the file.")
            self._exports.told.emit(Notice(Severity.INFO, text))
            return
        choice = replace(self._settings.export or Choice(), opens=False, draft=bool(self._desk.pages.forbidding))
        folder = self._desk.workspace.state / FOLDER
        target = self._awaited = folder / f"{self._exporting.name_of(choice)}.pdf"
        self._desk.jobs.start(lambda _: _cleared(folder), lambda _: self._exports.start(target, choice), self._failed)

    def _failed(self, error: Exception) -> None:
        self._exports.told.emit(of_failure(error))

    def _written(self, exported: Exported) -> None:
        if exported.target != self._awaited:
            return
        self._awaited = None
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._drag(exported.target)

    def _told(self, notice: Notice) -> None:
        if notice.severity is Severity.ERROR:
            self._awaited = None

    def _drag(self, file: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        drag = QDrag(self._owner)
        drag.setMimeData(data)
        drag.setPixmap(self._desk.look.icon("export").pixmap(QSize(32, 32), self._owner.devicePixelRatioF()))
        drag.exec(Qt.DropAction.CopyAction)


def _cleared(folder: Path) -> None:
    """Let a folder be there, with nothing in it. Raises OSError."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
