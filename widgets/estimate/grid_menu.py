"""What can be done in the grid: each deed with its words and its key, for the menu and the keyboard alike."""

from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.i18n import phrase


class Deed(NamedTuple):
    """A deed: the method of the grid that does it, its words, its keys (the first stands in the menu), its icon."""

    call: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""


SEPARATOR = Deed("", "")

DEEDS = (
    Deed("insert", phrase("Add a line"), ("Ctrl+Enter", "Ctrl+Return"), "row"),
    Deed("insert_section", phrase("Add a section"), ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"), "section"),
    Deed("duplicate", phrase("Duplicate"), ("Ctrl+Shift+D",), "duplicate"),
    Deed("fill_down", phrase("Fill down"), ("Ctrl+D",), "down"),
    SEPARATOR,
    Deed("move_up", phrase("Move up"), ("Alt+Up",), "up"),
    Deed("move_down", phrase("Move down"), ("Alt+Down",), "down"),
    Deed("indent", phrase("Make it a subsection"), ("Alt+Right",), "chevron-right"),
    Deed("outdent", phrase("Make it a section"), ("Alt+Left",), "chevron-left"),
    SEPARATOR,
    Deed("toggle", phrase("Optional, chosen, or the one of its group"), ("Ctrl+Space",), "optional"),
    Deed("edit_people", phrase("Who does the section…"), ("F4",), "people"),
    Deed("keep", phrase("Keep in the library"), (), "save"),
    SEPARATOR,
    Deed("cut", phrase("Cut"), ("Ctrl+X", "Shift+Del")),
    Deed("copy", phrase("Copy"), ("Ctrl+C", "Ctrl+Ins")),
    Deed("paste", phrase("Paste"), ("Ctrl+V", "Shift+Ins")),
    Deed("choose_rows", phrase("Select whole rows"), ("Shift+Space",)),
    SEPARATOR,
    Deed("remove", phrase("Remove"), ("Ctrl+Del", "Ctrl+Backspace"), "remove"),
)

SILENT = (
    Deed("delete", "", ("Del", "Backspace")),
    Deed("step_on", "", ("Return", "Enter")),
    Deed("step_back", "", ("Shift+Return", "Shift+Enter")),
    Deed("edit_again", "", ("F2",)),
    Deed("offer_all", "", ("Ctrl+Alt+Down",)),
    Deed("give_up", "", ("Esc",)),
    Deed("selectAll", "", ("Ctrl+A",)),
)
"""Deeds that stand in no menu."""

_BY_KEY = {keys: deed.call for deed in (*DEEDS, *SILENT) for keys in deed.keys}
_OWN_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


def deed_of(event: QKeyEvent) -> str:
    """Return the method that a key calls, empty for none."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return _BY_KEY.get(pressed.toString(QKeySequence.SequenceFormat.PortableText), "")


def wants(event: QKeyEvent) -> bool:
    """Tell whether a key is the grid's, although the window knows it too: it duplicates lines, and extends the selection."""
    selecting = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in _OWN_ARROWS
    return bool(deed_of(event)) or bool(selecting)
