"""A row of parts of which some are left out where there is no room for all."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class GivingRow(QWidget):
    """Lay the parts out in it. `spare` are those that go where it is narrow, the first one first: menus have them too."""

    def __init__(self) -> None:
        super().__init__()
        self.spare: Sequence[QWidget] = ()

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of what always stays."""
        size = super().minimumSizeHint()
        return QSize(size.width() - sum(self._width(one) for one in self.spare if not one.isHidden()), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._choose()

    def event(self, event: QEvent) -> bool:
        """Look again where a part has become wider."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._choose()
        return super().event(event)

    def _choose(self) -> None:
        room = self.width() - self.minimumSizeHint().width()
        for one in reversed(self.spare):
            room -= self._width(one)
            if one.isHidden() is not (room < 0):
                one.setHidden(room < 0)

    def _width(self, part: QWidget) -> int:
        layout = self.layout()
        return max(part.sizeHint().width(), part.minimumWidth()) + (layout.spacing() if layout is not None else 0)
