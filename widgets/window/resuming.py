"""After a restart one is where one had left: at the same place, and the proposal that was open opens again."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from widgets.places.place import PROPOSAL, PROPOSALS
from widgets.places.rows import PLACES
from widgets.window.tenant import Tenant

if TYPE_CHECKING:
    from widgets.main_window import MainWindow

PAUSE = 50
"""Milliseconds after the list is there: it is painted first."""


def place_left(tenant: Tenant) -> str:
    """Return the place of the rail that a window begins at. The list is seen until the open proposal is there again."""
    place = tenant.settings.left[0] if tenant.resumes else PROPOSALS
    return place if any(row.name == place for row in PLACES) else PROPOSALS


def memories_left(tenant: Tenant) -> dict[str, object]:
    """Return what places remember at a start: the row of the proposal that was open."""
    folder = _folder_left(tenant)
    if folder is None:
        return {}
    from widgets.places.proposals.arranging import Asked
    from widgets.places.proposals.place import Memory

    return {PROPOSALS: Memory(Asked(), folder)}


def keep_place(tenant: Tenant, place: str) -> None:
    """Keep where one leaves, for the next time."""
    folder = tenant.desk.session.folder
    tenant.settings.left = (place, folder.name if place == PROPOSAL and folder is not None else "")


def _folder_left(tenant: Tenant) -> Path | None:
    place, name = tenant.settings.left
    known = tenant.resumes and place == PROPOSAL and name and Path(name).name == name
    return tenant.workspace.folder / name if known else None


class Resuming(QObject):
    """Opens the proposal that was open, once the list is seen and can be used; whoever begins with something else is left alone.

    That it is to be opened is forgotten before: one that brings the program down does so once.
    """

    def __init__(self, window: "MainWindow", tenant: Tenant) -> None:
        super().__init__(window)
        self._window, self._documents = window, tenant.documents
        self._folder = _folder_left(tenant)
        self._seen: object = None
        tenant.settings.left = (PROPOSALS, "")
        if self._folder is not None:
            self._documents.listed.connect(self._listed)
        elif window.stage is not None and window.stage.name != PROPOSALS:
            self._documents.list_proposals()  # what is done after the start waits for the list

    def _listed(self) -> None:
        self._documents.listed.disconnect(self._listed)
        self._seen = self._looked_at()
        QTimer.singleShot(PAUSE, self, self._open)

    def _open(self) -> None:
        if self._folder is not None and self._is_waited_for():
            self._documents.resume(self._folder, self._is_waited_for)
            self._window.furnish()  # while the worker reads

    def _looked_at(self) -> object:
        """Return what is seen of the list; None where that is not what is seen."""
        stage = self._window.stage
        return stage.place(PROPOSALS).memory() if stage is not None and stage.name == PROPOSALS else None

    def _is_waited_for(self) -> bool:
        """Tell whether nobody has begun with something else."""
        busy = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        return not busy and not self._window.desk.session.is_open and self._looked_at() == self._seen
