"""How the window looks now: the theme that was chosen or that the system has, the interface's face, the icons."""

from functools import lru_cache

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from widgets.look import scale
from widgets.look.icons import icon
from widgets.look.theme import ASSETS, Theme, theme

LIGHT, DARK, SYSTEM = "light", "dark", "system"
FAMILY = "Inter"
TEXT_SIZE = 13
LATER = 500
"""Milliseconds until somebody looks again whether a dialog is still open."""
_loaded: list[int] = []


class Look(QObject):
    """The look of the whole application. `changed` is sent after the theme has changed."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.follow_system)
        self.choice = choice
        self.theme: Theme = theme(LIGHT)
        load_faces()
        scale.follow_system()
        if app.style().objectName() != "fusion":
            app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self.follow_system)
        self.choose(choice)

    def choose(self, choice: str) -> None:
        """Take the light or the dark theme, or the one that the system has."""
        self.choice = choice if choice in (LIGHT, DARK) else SYSTEM
        self.theme, self._scale = self._wanted(), scale.factor()
        self._icon = lru_cache(None)(lambda name, color: icon(self.theme, name, color))
        sheet = self.theme.style_sheet(self._scale)
        if self._app.font().family() != FAMILY or self._app.font().pixelSize() != scale.letters(TEXT_SIZE):
            self._app.setFont(face())
        if self._app.styleSheet() != sheet:
            self._app.setPalette(self.theme.palette())
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def icon(self, name: str, color: str = "secondary") -> QIcon:
        """Return an icon in the theme's colours."""
        made: QIcon = self._icon(name, color)
        return made

    def color(self, name: str, opacity: float = 1.0) -> QColor:
        """Return a colour of the theme."""
        return self.theme.color(name, opacity)

    def follow_system(self) -> None:
        """Be as light or dark as the system is now, where that is wanted, and as large as its letters are."""
        scale.follow_system()
        if self._wanted() is self.theme and scale.factor() == self._scale:
            return
        if self._app.activeModalWidget() is not None:  # the window is not built anew under a dialog that is at work in it
            self._later.start()
        else:
            self.choose(self.choice)

    def _wanted(self) -> Theme:
        system = DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return theme(system if self.choice == SYSTEM else self.choice)


def load_faces() -> None:
    """Make the interface's face known to Qt, once."""
    if not _loaded:
        _loaded.extend(QFontDatabase.addApplicationFont(str(file)) for file in sorted((ASSETS / "fonts" / "inter").glob("*.ttf")))


def face(size: int = TEXT_SIZE, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = False) -> QFont:
    """Return the interface's face at a size that was designed in pixels; `tabular` gives all figures the same width."""
    font = QFont(FAMILY)
    font.setPixelSize(scale.letters(size))
    font.setWeight(weight)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
