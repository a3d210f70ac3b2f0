"""The life of proposals in one window: versions, sending and what becomes of it, bundles, backups, settings."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from app.model.status import Status
from widgets.life.answering import Answering
from widgets.life.backups import Backups, ago
from widgets.life.bundles import Bundles
from widgets.life.home import Home
from widgets.life.revisions import Revisions
from widgets.life.sending import Sending
from widgets.life.settings_dialog import SettingsDialog
from widgets.life.versioning import Versioning
from widgets.notice import of_failure, of_problems
from widgets.words import language

if TYPE_CHECKING:
    from widgets.main_window import MainWindow

Call = Callable[[], object]


class Life(QObject):
    """Its parts, and what the actions call. `settings` is the dialog while it is shown."""

    def __init__(self, window: "MainWindow", home: Home) -> None:
        super().__init__(window)
        self._window, self._home = window, home
        self.versioning, self.sending, self.answering = Versioning(home), Sending(home), Answering(home)
        self.revisions = Revisions(home, self.sending)
        self.backups, self.bundles = Backups(home), Bundles(home)
        self.settings: SettingsDialog | None = None

    def calls(self) -> dict[str, Call]:
        """Return what each action here calls."""
        ask = self.answering.ask
        return {
            "keep-version": self.versioning.keep,
            "versions": self.versioning.show,
            "send": self.sending.choose,
            "accept": partial(ask, Status.ACCEPTED),
            "decline": partial(ask, Status.DECLINED),
            "withdraw": partial(ask, Status.WITHDRAWN),
            "resend": partial(ask, Status.SENT),
            "history": self.revisions.show,
            "bundle": self.bundles.make,
            "open-bundle": self.bundles.ask_in,
            "backup": self.backups.make,
            "restore": self.backups.restore,
            "verify": self.backups.verify,
            "settings": self.set,
        }

    def stop(self) -> None:
        """End what is under way."""
        self.backups.stop()

    # settings --------------------------------------------------------------------------------------------------------

    def set(self) -> None:
        """Show what is set."""
        if self.settings is not None:
            return
        folder = self._home.desk.workspace.path
        show = lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))  # noqa: E731
        dialog = SettingsDialog(self._window, self._home.desk, show)
        self.settings = dialog
        self.tell_backup(dialog.show_backup)
        dialog.finished.connect(self._set)
        dialog.open()

    def tell_backup(self, tell: Callable[[str], object]) -> None:
        """Say when the last backup was made, once that is known and while somebody still wants to know."""

        def done(last: object) -> None:
            try:
                tell(ago(last))  # type: ignore[arg-type]
            except RuntimeError:  # the dialog is gone
                return

        self._home.desk.jobs.start(lambda _: self.backups.last(), done, lambda _: None)

    def _set(self, agreed: int) -> None:
        dialog, self.settings = self.settings, None
        if dialog is None:
            return
        wanted, settings, workspace = dialog.wanted(), self._home.desk.settings, self._home.desk.workspace
        dialog.deleteLater()
        if not agreed:
            return
        settings.signer = wanted.signer
        if wanted.spelling != settings.spelling:
            self._home.desk.spelling.switch(wanted.spelling)
        if wanted.pattern != workspace.number_pattern:
            self._home.desk.jobs.start(
                lambda _: workspace.set_number_pattern(wanted.pattern),
                lambda told: self._home.tell(notice) if (notice := of_problems(told)) else None,
                lambda error: self._home.tell(of_failure(error)),
            )
        if wanted.theme != self._home.desk.look.choice:
            self._window.choose_theme(wanted.theme)
        if wanted.language != language():
            self._window.choose_language(wanted.language)
