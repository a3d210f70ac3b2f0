"""What the window remembers from one time to the next; each setting is declared once, with its default."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from widgets.look.look import DARK, LIGHT, SYSTEM
from widgets.look.scale import LEAST, MOST

if TYPE_CHECKING:
    from widgets.purposes import Choice

LANGUAGE, THEME, GEOMETRY = "language", "theme", "geometry"
SIGNER, LETTERS = "signer", "letters"
SPELLING = "spelling"
WELCOMED = "welcomed"
COLUMNS = "estimate/columns"
TWO_UP, FIT, SCALE, HIDDEN_PANES = "pages/two-up", "pages/fit", "pages/scale", "panes/hidden"
FITS = ("width", "page", "free")
"""How pages are fitted into their pane; the last is as large as somebody chose."""
SCALES = (0.1, 8.0)
"""Pixels for a point that a kept size of the pages may have; anything else is no size."""
RECENT = "recent"
PLACE, PROPOSAL = "left/place", "left/proposal"
PRESET, OPENS, PROTECTED, FOLDER = "export/preset", "export/opens", "export/protected", "export/folder"


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

    @property
    def letters(self) -> float:
        """How much larger everything is than the system would have it."""
        found = _number(self._store.value(LETTERS, 1.0))
        return found if LEAST <= found <= MOST else 1.0

    @letters.setter
    def letters(self, value: float) -> None:
        self._store.setValue(LETTERS, value)

    @property
    def signer(self) -> str:
        """Who signs hours and decides at this desk; empty where nobody has yet."""
        return str(self._store.value(SIGNER, ""))

    @signer.setter
    def signer(self, value: str) -> None:
        self._store.setValue(SIGNER, value)

    @property
    def welcomed(self) -> bool:
        """Whether somebody has chosen how to begin."""
        return self._store.value(WELCOMED, False) in (True, "true")

    @welcomed.setter
    def welcomed(self, value: bool) -> None:
        self._store.setValue(WELCOMED, value)

    @property
    def spelling(self) -> bool:
        """Whether words that are spelled wrong are marked."""
        return self._store.value(SPELLING, True) in (True, "true")

    @spelling.setter
    def spelling(self, value: bool) -> None:
        self._store.setValue(SPELLING, value)

    @property
    def two_up(self) -> bool:
        """Whether two pages lie beside each other."""
        return self._store.value(TWO_UP, False) in (True, "true")

    @two_up.setter
    def two_up(self, value: bool) -> None:
        self._store.setValue(TWO_UP, value)

    @property
    def zoom(self) -> tuple[str, float]:
        """How pages were fitted last, and how many pixels a point of theirs had."""
        fit, scale = str(self._store.value(FIT, FITS[0])), _number(self._store.value(SCALE, 1.0))
        usable = fit in FITS and SCALES[0] <= scale <= SCALES[1]
        return (fit, scale) if usable else (FITS[0], 1.0)

    @zoom.setter
    def zoom(self, value: tuple[str, float]) -> None:
        self._store.setValue(FIT, value[0])
        self._store.setValue(SCALE, value[1])

    @property
    def hidden_panes(self) -> tuple[str, ...]:
        """The panes that are put away."""
        return tuple(filter(None, str(self._store.value(HIDDEN_PANES, "")).split(" ")))

    @hidden_panes.setter
    def hidden_panes(self, value: tuple[str, ...]) -> None:
        self._store.setValue(HIDDEN_PANES, " ".join(value))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the estimate's grid that are shown besides the usual ones."""
        return tuple(filter(None, str(self._store.value(COLUMNS, "")).split(" ")))

    @columns.setter
    def columns(self, value: tuple[str, ...]) -> None:
        self._store.setValue(COLUMNS, " ".join(value))

    @property
    def recent(self) -> tuple[str, ...]:
        """The folders of the proposals that were open last, the last one first."""
        found = self._store.value(RECENT, [])
        return tuple(map(str, found)) if isinstance(found, list) else (str(found),) if found else ()

    @recent.setter
    def recent(self, value: tuple[str, ...]) -> None:
        self._store.setValue(RECENT, list(value))

    @property
    def left(self) -> tuple[str, str]:
        """The place where the program was left, and the name of the folder of the proposal that was open there."""
        return str(self._store.value(PLACE, "")), str(self._store.value(PROPOSAL, ""))

    @left.setter
    def left(self, value: tuple[str, str]) -> None:
        self._store.setValue(PLACE, value[0])
        self._store.setValue(PROPOSAL, value[1])

    @property
    def export(self) -> "Choice | None":
        """How a PDF was exported last, but for its password; None where none ever was."""
        from app.pipeline import Preset
        from widgets.purposes import Choice

        found = str(self._store.value(PRESET, ""))
        if found not in set(Preset):
            return None
        return Choice(Preset(found), self._store.value(OPENS, True) in (True, "true"))

    @export.setter
    def export(self, value: "Choice") -> None:
        self._store.setValue(PRESET, value.preset.value)
        self._store.setValue(OPENS, value.opens)
        self._store.setValue(PROTECTED, bool(value.password))

    @property
    def export_protected(self) -> bool:
        """Whether the last export had a password. The password itself is never kept."""
        return self._store.value(PROTECTED, False) in (True, "true")

    @property
    def export_folder(self) -> Path | None:
        """Where the last export went; None where that is no more."""
        found = str(self._store.value(FOLDER, ""))
        return Path(found) if found and Path(found).is_dir() else None

    @export_folder.setter
    def export_folder(self, value: Path) -> None:
        self._store.setValue(FOLDER, str(value))

    def bytes(self, name: str) -> QByteArray:
        """Return a state of Qt's own; empty where none was kept."""
        found = self._store.value(name)
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep(self, name: str, state: QByteArray) -> None:
        """Keep a state of Qt's own."""
        self._store.setValue(name, state)


def _number(found: object) -> float:
    """Return the number that a file has; 0 where it has none."""
    try:
        return float(str(found))
    except ValueError:
        return 0.0
