"""Backups of the whole workspace: made, restored, checked; and the one that is made every day by itself."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from app.problems import Problem, Severity, stops
from app.store.durable import utc_now
from app.store.work.me import myself
from app.store.work.presence import at_work
from widgets.exports import size_in_words
from widgets.jobs import Jobs, Ticket
from widgets.life.asking import Asking
from widgets.life.doing import DoingDialog, Outcome, Progress
from widgets.life.home import Home
from widgets.life.restore_dialog import Found, RestoreDialog
from widgets.look.parts import push
from widgets.notice import Notice, of_failure, of_problems
from widgets.window.holders import said
from widgets.words import date, moment, tr, tr_plural

if TYPE_CHECKING:
    from app.store.backup.form import Made
    from app.store.backup.restoring import Restored
    from app.store.verify.checks import Verified

FIRST, AGAIN = 3 * 60_000, 60 * 60_000
"""Milliseconds after the start until the backup of the day is made, and between looks whether another day has come."""


class Backups(QObject):
    """Has a worker of its own: a workspace may be large, and pages must not wait for it. `dialog` is what is shown now."""

    def __init__(self, home: Home) -> None:
        super().__init__(home.owner)
        self._home, self._workspace = home, home.desk.workspace
        self.jobs = Jobs(self)
        self.dialog: QDialog | None = None
        self._daily = QTimer(self, singleShot=True)
        self._daily.timeout.connect(self.make_daily)
        self._told = ""

    def stop(self) -> None:
        """End what is under way; a backup that is not finished leaves nothing behind."""
        self._daily.stop()
        self.jobs.stop()

    # every day -------------------------------------------------------------------------------------------------------

    def begin_daily(self) -> None:
        """Let the backup of the day be made in a while, and every day that the window stays open."""
        self._daily.start(FIRST)

    def make_daily(self) -> None:
        """Make the backup of the day if it is due; only what goes wrong is told."""
        workspace = self._workspace

        def work(ticket: Ticket) -> "Made":
            from app.store.backup.daily import daily

            return daily(workspace.path, utc_now(), workspace.disk, lambda _done, _all: not ticket.stale)

        def done(made: "Made") -> None:
            told = of_problems([one for one in made.problems if one.severity is Severity.ERROR], tr("No backup was made today."))
            if told is not None and told.text != self._told:
                self._home.tell(told)
            self._told = told.text if told else ""
            self._daily.start(AGAIN)

        self.jobs.start(work, done, lambda error: self._home.tell(of_failure(error)))

    def last(self) -> datetime.datetime | None:
        """Return when the last backup was made, None where there is none. Looks at the disk."""
        from app.store.backup.form import kept_in

        try:
            kept = kept_in(self._workspace.path, self._workspace.disk)
        except OSError:
            return None
        return kept[0].at if kept else None

    # by hand ---------------------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Ask where to, and make one."""
        sentence = tr("The whole workspace in one file, read back before it counts. One on another disk outlives this one.")
        dialog = Asking(self._home.owner, tr("Back up now"), tr("Back up here"), sentence)
        elsewhere = push(tr("Another place…"), lambda: self._make_elsewhere(dialog))
        dialog.foot(elsewhere)
        dialog.accepted.connect(lambda: self.make_at(None))
        self._open(dialog)

    def _make_elsewhere(self, dialog: Asking) -> None:
        target = self.ask_target(f"blesna-{datetime.date.today():%Y-%m-%d}.zip")
        if target is not None:
            dialog.reject()
            self.make_at(target)

    def ask_target(self, name: str) -> Path | None:
        """Ask where a backup goes."""
        file, _ = QFileDialog.getSaveFileName(self._home.owner, tr("Back up to"), name, f"{tr('Backups')} (*.zip)")
        return Path(file) if file else None

    def make_at(self, target: Path | None) -> None:
        """Make one, in the workspace's own folder where no target is named."""
        workspace = self._workspace

        def work(progress: Progress) -> "Made":
            from app.store.backup.making import make

            return make(workspace.path, utc_now(), target, workspace.disk, progress)

        self._home.when_kept(lambda: self._do(tr("Backing up…")).begin(work, _made))

    # back again ------------------------------------------------------------------------------------------------------

    def restore(self) -> None:
        """Show what backups there are, and restore the one that is chosen."""
        workspace = self._workspace

        def work(_: object) -> tuple[Found, ...]:
            from app.store.backup.form import kept_in

            return tuple(Found(one, one.path.stat().st_size) for one in kept_in(workspace.path, workspace.disk))

        self.jobs.start(work, self._ask_which, lambda error: self._home.tell(of_failure(error)))

    def _ask_which(self, found: tuple[Found, ...]) -> None:
        dialog = RestoreDialog(self._home.owner, found)
        dialog.accepted.connect(lambda: self._restore(dialog.file) if dialog.file else None)
        self._open(dialog)

    def _restore(self, file: Path) -> None:
        """Close what is open here, exchange everything, and open it again as it was then; not while others are at work."""
        session, workspace = self._home.desk.session, self._workspace
        folder = session.folder
        own = folder.name if folder is not None and not session.read_only else ""
        others = at_work(workspace.state, myself(), workspace.disk, own)
        if others:
            text = tr("Close the other windows first. {who}", who=said(others[0]))
            self._home.tell(Notice(Severity.WARNING, text))
            return
        self._home.when_kept(lambda: self._home.keeping.leave(lambda: self._exchange(file, folder)))

    def _exchange(self, file: Path, folder: Path | None) -> None:
        workspace = self._workspace

        def work(progress: Progress) -> "Restored":
            from app.store.backup.restoring import restore_over
            from app.store.settings import read_settings

            done = restore_over(workspace.path, file, utc_now(), workspace.disk, progress)
            workspace.number_pattern = read_settings(workspace.path, workspace.disk).number_pattern
            return done

        dialog = self._do(tr("Restoring…"))
        dialog.finished.connect(lambda _: self._reopen(folder))
        dialog.begin(work, _restored)

    def _reopen(self, folder: Path | None) -> None:
        self._home.desk.session.close()
        if folder is not None and folder.is_dir():
            self._home.documents.open(str(folder))

    # checking --------------------------------------------------------------------------------------------------------

    def verify(self, repair: bool = False) -> None:
        """Check everything that is kept; with `repair`, put right what can be."""
        workspace = self._workspace

        def work(progress: Progress) -> "Verified":
            from app.store.verify.checks import verify

            return verify(workspace, utc_now(), repair, progress)

        def begin() -> None:
            dialog = self._do(tr("Checking everything…"))

            def outcome(found: "Verified") -> Outcome:
                if dialog.called_off:
                    return Outcome(
                        Severity.INFO, tr("It was called off before everything was looked at"), problems=found.problems
                    )
                return checked(found, None if repair else lambda: self.verify(repair=True))

            dialog.begin(work, outcome)

        self._home.when_kept(begin)

    # showing ---------------------------------------------------------------------------------------------------------

    def _do(self, title: str) -> DoingDialog:
        dialog = DoingDialog(self._home.owner, self._home.desk.look, self.jobs, title, self.show_file)
        self._open(dialog)
        return dialog

    def show_file(self, file: Path) -> None:
        """Show a file in its folder."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda _: self._close(dialog))
        dialog.open()

    def _close(self, dialog: QDialog) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None


def _made(made: "Made") -> Outcome:
    if made.file is None:
        return Outcome(_worst(made.problems), tr("No backup was made"), problems=made.problems)
    files = tr_plural("{n} file", "{n} files", made.files)
    details = tr("{files}, {size}. Every byte of it was read back.", files=files, size=size_in_words(made.size))
    return Outcome(_worst(made.problems), tr("Backed up"), details, made.problems, made.file)


def _restored(restored: "Restored") -> Outcome:
    if restored.folder is None:
        return Outcome(_worst(restored.problems), tr("Nothing was restored"), tr("Everything is as it was."), restored.problems)
    proposals = tr_plural("{n} proposal", "{n} proposals", restored.proposals)
    title = tr("Everything is as it was on {at}", at=moment(restored.at) if restored.at else "—")
    details = tr("{proposals}. What was there before is kept as a backup.", proposals=proposals)
    return Outcome(_worst(restored.problems), title, details, restored.problems, restored.before)


def checked(found: "Verified", repair: Callable[[], object] | None) -> Outcome:
    """Put into words what a check has found; `repair` is what puts right what can be."""
    count = found.looked.get
    parts = (
        tr_plural("{n} proposal", "{n} proposals", count("proposal", 0)),
        tr_plural("{n} version", "{n} versions", count("version", 0)),
        tr_plural("{n} sent revision", "{n} sent revisions", count("revision", 0)),
        tr_plural("{n} picture", "{n} pictures", count("picture", 0)),
        tr_plural("{n} backup", "{n} backups", count("backup", 0)),
    )
    looked = tr("Looked at: {parts}.", parts=", ".join(parts))
    if not found.problems and not found.mended:
        return Outcome(Severity.INFO, tr("Everything is as it was written"), looked)
    if not found.problems:
        return Outcome(Severity.INFO, tr("Everything was put right"), looked, found.mended)
    wrong = tr_plural("{n} thing is wrong", "{n} things are wrong", len(found.problems))
    deed = tr("Put right what can be") if repair else ""
    return Outcome(_worst(found.problems), wrong, looked, (*found.problems, *found.mended), deed=deed, call=repair)


def _worst(problems: Sequence[Problem]) -> Severity:
    if stops(problems):
        return Severity.ERROR
    return Severity.WARNING if any(one.severity is Severity.WARNING for one in problems) else Severity.INFO


def ago(at: datetime.datetime | None) -> str:
    """Say when the last backup was made."""
    if at is None:
        return tr("Last backup: none yet")
    there, here = at.astimezone(), datetime.datetime.now().astimezone()
    days = (here.date() - there.date()).days
    clock = f"{there:%H:%M}"
    when = tr("today {time}", time=clock) if days == 0 else date(there.date(), "short")
    return tr("Last backup: {when}", when=tr("yesterday {time}", time=clock) if days == 1 else when)
