"""What stands beside the rail: one place at a time. Places are made when they are entered first, and keep their state."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QStackedWidget, QWidget

from widgets.places.place import Host, Place
from widgets.places.rows import PLACES


class Stage(QStackedWidget):
    """The places of one window. `entered` tells the name of the place that is looked at."""

    entered = Signal(str)

    def __init__(self, host: Host, memories: Mapping[str, object]) -> None:
        super().__init__()
        self._host, self._memories = host, dict(memories)
        self._made: dict[str, QWidget] = {}
        self.name = ""

    def go(self, name: str, wanted: str = "") -> None:
        """Enter a place of the rail."""
        place = self.place(name)
        self.setCurrentWidget(place)
        changed, self.name = self.name != name, name
        place.enter(wanted)
        if changed:
            self.entered.emit(name)

    def show_other(self, name: str, widget: QWidget) -> None:
        """Enter a place that is none of the rail's own: the open proposal."""
        if self._made.get(name) is not widget:
            self.addWidget(widget)
            self._made[name] = widget
        self.setCurrentWidget(widget)
        changed, self.name = self.name != name, name
        if changed:
            self.entered.emit(name)

    def place(self, name: str) -> Place:
        """Return a place, made now where it has not been yet. Raises StopIteration for a name that none has."""
        found = self._made.get(name)
        if not isinstance(found, Place):
            row = next(row for row in PLACES if row.name == name)
            found = row.make(self._host)
            self._made[name] = found
            self.addWidget(found)
            if name in self._memories:
                found.recollect(self._memories.pop(name))
        return found

    @property
    def stack(self) -> QUndoStack | None:
        """That of the place that is looked at, where it has one of its own."""
        found = self._made.get(self.name)
        return found.stack if isinstance(found, Place) else None

    def memories(self) -> dict[str, object]:
        """Return what every place wants to be remembered."""
        made = {name: place.memory() for name, place in self._made.items() if isinstance(place, Place)}
        return {name: memory for name, memory in {**self._memories, **made}.items() if memory is not None}
