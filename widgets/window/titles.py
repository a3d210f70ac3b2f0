"""What the window says of its proposal outside of the panes: its title, and the names of undo and redo."""

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMainWindow

from widgets.actions import Actions
from widgets.look.parts import plain_tip
from widgets.session import Session
from widgets.words import tr


def name_window(window: QMainWindow, session: Session) -> None:
    """Put the proposal's name into the title, and the mark of unsaved changes."""
    name = session.proposal.title if session.is_open else ""
    window.setWindowTitle(f"{name}[*] — Blesna" if name else "Blesna[*]")
    window.setWindowModified(session.is_open and session.modified)


def name_undo(actions: Actions, stack: QUndoStack) -> None:
    """Say what undo and redo would do."""
    undone, redone = stack.undoText().replace("&", "&&"), stack.redoText().replace("&", "&&")
    actions["undo"].setText(tr("&Undo: {what}", what=undone) if undone else tr("&Undo"))
    actions["redo"].setText(tr("&Redo: {what}", what=redone) if redone else tr("&Redo"))
    for name in ("undo", "redo"):
        actions[name].setToolTip(plain_tip(actions[name].text().replace("&", "")))
    actions["undo"].setEnabled(stack.canUndo())
    actions["redo"].setEnabled(stack.canRedo())
