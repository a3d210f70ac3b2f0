"""The studio's own facts between the disk and the dialog that asks for them."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.i18n import phrase
from app.model.client import Studio
from app.problems import Problem, Severity, stops
from widgets.desk import Desk
from widgets.jobs import URGENT
from widgets.notice import Notice, of_failure, of_problems
from widgets.phrases import say
from widgets.words import tr

if TYPE_CHECKING:
    from widgets.dialogs.studio import StudioDialog


class StudioFacts(QObject):
    """Asks for the facts. `dialog` is the one that is asked in at the moment, `kept` is called when others were kept."""

    def __init__(self, owner: QWidget, desk: Desk, tell: Callable[[Notice], None], kept: Callable[[], object]) -> None:
        super().__init__(owner)
        self._owner, self._desk, self._tell, self._kept = owner, desk, tell, kept
        self.dialog: StudioDialog | None = None
        self._asked = False

    def ask(self) -> None:
        """Show what is known, to be changed."""
        from app.store.house import read_house

        if self._asked:
            return
        self._asked = True
        workspace = self._desk.workspace
        self._desk.jobs.start(
            lambda _: read_house(workspace.path, workspace.disk).studio, self._show, self._failed, priority=URGENT
        )

    def _show(self, present: Studio) -> None:
        from widgets.dialogs.studio import StudioDialog

        self.dialog = StudioDialog(self._owner, self._desk, present)
        self.dialog.finished.connect(self._answered)
        self.dialog.open()

    def _answered(self, agreed: int) -> None:
        dialog, self.dialog, self._asked = self.dialog, None, False
        if dialog is None:
            return
        studio, also = dialog.typed(), dialog.is_for_open
        dialog.deleteLater()
        if not agreed:
            return
        session = self._desk.session
        if also and session.is_open:
            session.edit(replace(session.proposal, studio=studio), say(phrase("Facts of the studio")))
        if studio != dialog.present:
            self._keep(studio)

    def _keep(self, studio: Studio) -> None:
        from app.store.house import read_house, write_house

        workspace = self._desk.workspace

        def work() -> tuple[Problem, ...]:
            house = read_house(workspace.path, workspace.disk)
            return write_house(workspace.path, replace(house, studio=studio), workspace.disk)

        def done(told: tuple[Problem, ...]) -> None:
            lead = tr("The studio's facts were not kept.") if stops(told) else ""
            notice = of_problems(told, lead)
            self._tell(notice or Notice(Severity.INFO, tr("The studio's facts are kept: new proposals begin with them.")))
            if not stops(told):
                self._kept()

        self._desk.jobs.start(lambda _: work(), done, lambda error: self._tell(of_failure(error)))

    def _failed(self, error: Exception) -> None:
        self._asked = False
        self._tell(of_failure(error))
