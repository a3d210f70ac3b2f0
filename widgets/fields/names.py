"""A field for a list of names, typed with commas between them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from widgets.fields.text import PlainLine


class NamesField(PlainLine):
    """Names. `edited` brings a tuple of them, without doubles, when the field is left."""

    edited = Signal(object)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._value: tuple[str, ...] = ()
        self.editingFinished.connect(self._finished)

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show names."""
        self._value = value
        self.show_start(", ".join(value))

    def _finished(self) -> None:
        names = tuple(dict.fromkeys(filter(None, (name.strip() for name in self.text().split(",")))))
        if names != self._value:
            self.show_value(names)
            self.edited.emit(names)
