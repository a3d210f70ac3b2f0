"""What keeps up with the proposal while it is seen, and catches up when it is seen again."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from widgets.session import Change, Kind, Session


class Live(QWidget):
    """Calls `refresh` after every edit while it is visible; what nobody sees costs nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = False
        session.changed.connect(self._heard)

    def refresh(self) -> None:
        """Show the proposal as it is now."""

    def freshen(self) -> None:
        """Catch up, where something was missed."""
        if self._stale:
            self._stale = False
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was done while nobody looked."""
        super().showEvent(event)
        self.freshen()

    def _heard(self, change: Change) -> None:
        if change.kind is not Kind.EDITED:
            return
        self._stale = True
        if self.isVisible():
            self.freshen()
