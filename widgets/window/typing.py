"""Typing that waits for Enter, taken before something is done with the proposal."""

from PySide6.QtWidgets import QApplication

from widgets.fields.text import PlainLine


def finish_typing() -> None:
    """Take what stands typed in a field that waits for Enter."""
    field = QApplication.focusWidget()
    if field is not None and getattr(field, "ends_with_focus", False):  # their modules are not loaded for a window that closes
        field.clearFocus()
    elif isinstance(field, PlainLine):
        field.editingFinished.emit()
