"""What the window remembers from one time to the next; each setting is declared once, with its default."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from widgets.look.look import DARK, LIGHT, SYSTEM

LANGUAGE, THEME, GEOMETRY, PANES = "language", "theme", "geometry", "panes"


class Settings:
    """The settings in a file; one that cannot be written is forgotten without ado."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The language of the interface that was chosen; empty for that of the system."""
        found = str(self._store.value(LANGUAGE, ""))
        return found if found in ("ru", "en") else ""

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue(LANGUAGE, value)

    @property
    def theme(self) -> str:
        """The theme that was chosen."""
        found = str(self._store.value(THEME, SYSTEM))
        return found if found in (LIGHT, DARK) else SYSTEM

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue(THEME, value)

    def bytes(self, name: str) -> QByteArray:
        """Return a state of Qt's own; empty where none was kept."""
        found = self._store.value(name)
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep(self, name: str, state: QByteArray) -> None:
        """Keep a state of Qt's own."""
        self._store.setValue(name, state)
