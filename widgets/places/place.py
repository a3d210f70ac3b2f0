"""What every place of the rail is, and what it may ask of the window that it stands in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from widgets.notice import Notice

if TYPE_CHECKING:
    from widgets.desk import Desk
    from widgets.documents import Documents
    from widgets.windows import Windows

RECORD_MIME = "application/x-blesna-record"
"""What of the library is dragged about as."""

PROPOSAL = "proposal"
"""The place of the open proposal."""

PROPOSALS, LIBRARY, CLIENTS, BRANDBOOKS = "proposals", "library", "clients", "brandbooks"


@dataclass(frozen=True)
class Host:
    """The window, as places know it.

    `tell` says something in the banner, `open` opens what a reference names, `act` does what an action of that name does,
    `go` goes to a place and, where it understands it, to a thing there (an id or a text). `windows` are all those there are.
    """

    desk: "Desk"
    documents: "Documents"
    tell: Callable[[Notice], None]
    open: Callable[[str], None]
    act: Callable[[str], None]
    go: Callable[[str, str], None]
    windows: "Windows | None" = None


class Place(QWidget):
    """One place. It is made when somebody enters it first, and stays as it was left."""

    def enter(self, wanted: str = "") -> None:
        """Somebody looks at it from now on: bring it up to date, and show what is wanted, where that is named."""

    def focus_first(self) -> None:
        """Put the cursor where work begins."""
        self.setFocus()

    @property
    def stack(self) -> QUndoStack | None:
        """On which undo and redo work here, None for that of the open proposal."""
        return None

    def memory(self) -> object:
        """Return what is to be remembered while the window is built anew in another language or theme."""
        return None

    def recollect(self, memory: object) -> None:
        """Be as before, by what was remembered."""
