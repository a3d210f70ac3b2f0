"""Keeping versions and going back to them."""

from PySide6.QtCore import QObject

from app.edits.status import gone_back
from app.i18n import phrase
from app.model.proposal import Proposal
from app.problems import Severity
from app.store.durable import utc_now
from app.store.work.versions import Kept, Version, Versions
from widgets.life.home import Home
from widgets.life.keep import KeepDialog
from widgets.life.version_list import called
from widgets.life.versions import VersionsDialog
from widgets.notice import Notice, of_failure, of_problems
from widgets.phrases import say, shorten
from widgets.words import moment, tr


class Versioning(QObject):
    """Asks and does. `dialog` is what is asked in at the moment."""

    def __init__(self, home: Home) -> None:
        super().__init__(home.owner)
        self._home = home
        self.dialog: KeepDialog | VersionsDialog | None = None

    def keep(self) -> None:
        """Ask for a name, and keep the proposal as it is now."""
        dialog = KeepDialog(self._home.owner)
        dialog.accepted.connect(lambda: self._keep(dialog.wanted()))
        self._open(dialog)

    def show(self) -> None:
        """Show the versions there are."""
        self._home.when_kept(self._show)

    def _show(self) -> None:
        folder = self._home.desk.session.folder
        if folder is not None and self.dialog is None:
            dialog = VersionsDialog(self._home.owner, self._home.desk, folder)
            dialog.chosen.connect(self._go_back)
            self._open(dialog)

    def _open(self, dialog: KeepDialog | VersionsDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._close)
        dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _keep(self, name: str) -> None:
        home = self._home
        folder, by, disk = home.desk.session.folder, home.signer, home.desk.workspace.disk
        if folder is None:
            return

        def done(kept: Kept) -> None:
            if kept.version is None:
                if notice := of_problems(kept.problems, tr("The version was not kept.")):
                    home.tell(notice)
                return
            home.tell(Notice(Severity.INFO, tr("Kept as “{name}”.", name=shorten(name, 60))))

        home.when_kept(
            lambda: home.desk.jobs.start(
                lambda _: Versions(disk, utc_now).keep(folder, name, by), done, lambda error: home.tell(of_failure(error))
            )
        )

    def _go_back(self, version: Version, proposal: Proposal) -> None:
        session = self._home.desk.session
        named = called(version) if version.name else moment(version.at)
        session.settle()
        session.edit(gone_back(session.proposal, proposal), say(phrase("Go back to “{version}”"), version=shorten(named)))
