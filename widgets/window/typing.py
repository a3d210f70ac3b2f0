"""Typing that waits for Enter, taken before something is done with the proposal."""

from PySide6.QtWidgets import QApplication

from widgets.estimate.cell_editor import CellEditor
from widgets.fields.text import PlainLine
from widgets.preview.inplace import InPlaceField


def finish_typing() -> None:
    """Take what stands typed in a field that waits for Enter."""
    field = QApplication.focusWidget()
    if isinstance(field, CellEditor | InPlaceField):
        field.clearFocus()
    elif isinstance(field, PlainLine):
        field.editingFinished.emit()
