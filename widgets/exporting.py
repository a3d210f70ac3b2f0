"""From the wish for a PDF to its file: what it is for, where it goes, and opening it afterwards."""

import re
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.model.designation import reference
from widgets.desk import Desk
from widgets.dialogs.export import ask_export
from widgets.dialogs.files import ask_pdf
from widgets.exports import Exported, Exports
from widgets.models.picture_names import named
from widgets.purposes import Choice
from widgets.settings import Settings
from widgets.words import tr


class Exporting(QObject):
    """Exports at once as it was chosen last, or asks first."""

    def __init__(self, owner: QWidget, desk: Desk, exports: Exports, settings: Settings) -> None:
        super().__init__(owner)
        self._owner, self._desk, self._exports, self._settings = owner, desk, exports, settings
        exports.written.connect(self._written)

    def quick(self) -> None:
        """Export as last time. The first time, where a password is needed, and where something forbids it, ask how."""
        known = self._settings.export
        if known is None or self._settings.export_protected or self._desk.pages.forbidding:
            self.choose()
        else:
            self._start(known)

    def choose(self) -> None:
        """Ask what the PDF is for, remember it, and export. The password is never kept."""
        choice = self.ask_choice(self._settings.export or Choice(), protects=self._settings.export_protected)
        if choice is not None:
            self._settings.export = choice
            self._start(choice)

    def name_of(self, choice: Choice) -> str:
        """Return what the file of the open proposal is called."""
        parts = (reference(tr, self._desk.session.proposal), self._desk.merging.title(), tr("(draft)") if choice.draft else "")
        return plain_name(" ".join(filter(None, parts)))

    def _start(self, choice: Choice) -> None:
        target = self.ask_target(self._settings.export_folder or documents_folder(), self.name_of(choice))
        if target is not None:
            self._settings.export_folder = target.parent
            self._exports.start(target, choice)

    def ask_choice(self, choice: Choice, *, protects: bool) -> Choice | None:
        """Ask how the PDF shall be; where something forbids a final one, only a draft is offered."""
        forbids = [named(self._desk.session.proposal, found) for found in self._desk.pages.forbidding]
        return ask_export(self._owner, self._desk.look, choice, forbids, protects=protects)

    def ask_target(self, folder: Path, name: str) -> Path | None:
        """Ask where the PDF goes."""
        return ask_pdf(self._owner, folder, name)

    def open_file(self, file: Path) -> None:
        """Show a file with whatever the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _written(self, exported: Exported) -> None:
        if exported.choice.opens:
            self.open_file(exported.target)


def documents_folder() -> Path:
    """Return where the system keeps people's documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def plain_name(text: str) -> str:
    """Return a text as the name of a file on any system."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]+', "-", text).strip(" .")[:120] or "Blesna"
