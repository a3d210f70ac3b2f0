"""What the parts of a proposal's life are given: the window that they belong to, and what they may ask of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.store.work.me import myself
from widgets.desk import Desk
from widgets.documents import Documents
from widgets.keeping import Keeping
from widgets.notice import Notice

Call = Callable[[], object]


@dataclass(frozen=True)
class Home:
    """The window, as a proposal's life knows it.

    `tell` says something in the banner; `when_kept` does something once everything that was typed is on the disk; `act` does
    what an action of that name does.
    """

    owner: QWidget
    desk: Desk
    documents: Documents
    keeping: Keeping
    tell: Callable[[Notice], None]
    when_kept: Callable[[Call], None]
    act: Callable[[str], None]

    @property
    def signer(self) -> str:
        """Who works at this desk: the name that was given, or else that of the system's user."""
        return self.desk.settings.signer or myself().user
