"""Lets a widget take pictures that are dropped on it, or pasted while the keyboard is in it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from widgets.pictures.offer import Source, copied, is_picture_pasted, may_be_picture, offered

Take = Callable[[tuple[Source, ...]], object]


class Receiver(QObject):
    """Watches a widget; its property "receiving" is true while pictures are over it. `take` gets what is let go there.

    What is only an address on the web is left to the window, which says why it is not taken.
    """

    def __init__(self, widget: QWidget, take: Take, *, pastes: bool = True) -> None:
        super().__init__(widget)
        self._widget, self._take, self._pastes = widget, take, pastes
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take pictures."""
        if watched is not self._widget:
            return False
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self._mark(False)
        elif kind is QEvent.Type.KeyPress:
            return self._pastes and is_picture_pasted(event) and self._took(copied().sources)
        elif isinstance(event, QDropEvent) and may_be_picture(event.mimeData()):
            event.acceptProposedAction()
            self._mark(kind is not QEvent.Type.Drop)
            return kind is not QEvent.Type.Drop or self._took(offered(event.mimeData()).sources)
        return False

    def _took(self, sources: tuple[Source, ...]) -> bool:
        self._take(sources)
        return True

    def _mark(self, over: bool) -> None:
        self._widget.setProperty("receiving", over)
        self._widget.style().unpolish(self._widget)
        self._widget.style().polish(self._widget)
        self._widget.update()
