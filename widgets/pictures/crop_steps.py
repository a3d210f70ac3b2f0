"""The steps that a crop was brought to where it is now, so that each can be undone while the editor is open."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.picture import Picture
from widgets.session import PAUSE

AT_ONCE, DRAG, MOVE, ZOOM = "at once", "drag", "move", "zoom"
"""Gestures: a button's, one that lasts as long as a mouse button is held, keys that move the point, whatever looks nearer."""


class CropSteps(QObject):
    """One gesture is one step: a drag until the button is let go; keys and the wheel until they rest, or something else is
    done; a button each time. `changed` tells that something else can be undone or redone now.
    """

    changed = Signal()

    def __init__(self, first: Picture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states, self._at = [first], 0
        self._gesture, self._base = "", 0
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self.settle)

    @property
    def now(self) -> Picture:
        """The crop as it is."""
        return self._states[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step before."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone."""
        return self._at < len(self._states) - 1

    def take(self, state: Picture, gesture: str) -> None:
        """Go on to another crop; within the same gesture that is still the same step, which may lead back to where it began."""
        if gesture != self._gesture or gesture == AT_ONCE:
            self._gesture, self._base = gesture, self._at
        if gesture in (MOVE, ZOOM):
            self._rest.start()
        if state == self.now:
            return
        kept = self._states[: self._base + 1]
        self._states = kept if kept[-1] == state else [*kept, state]
        self._at = len(self._states) - 1
        self.changed.emit()

    def settle(self) -> None:
        """End a gesture: the next one is another step."""
        self._gesture = ""
        self._rest.stop()

    def undo(self) -> None:
        """Go back a step."""
        self._go(-1)

    def redo(self) -> None:
        """Take a step again."""
        self._go(1)

    def _go(self, by: int) -> None:
        self.settle()
        self._at = min(max(self._at + by, 0), len(self._states) - 1)
        self.changed.emit()
