"""Opening, saving: everything between the open proposal and the disk. All of it runs in the worker."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.problems import Problem, stops
from widgets.jobs import Jobs
from widgets.keeping import Keeping
from widgets.notice import of_failure, of_problems
from widgets.session import Session
from widgets.words import language

if TYPE_CHECKING:
    from app.intake.estimate import EstimateRead
    from app.model.proposal import Proposal
    from app.store.work.presence import Holder
    from app.store.work.working import WorkingCopy
    from app.store.workspace import Workspace

ESTIMATE_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
BUNDLE_SUFFIX = ".blesna"
"""Of a file with a proposal for a colleague."""


@dataclass(frozen=True)
class Loaded:
    """A proposal of the workspace with its working copy, None where there is none to show, and what is wrong; or who holds it.

    A `folder` without a copy is still to be opened; None: there is nothing to open.
    """

    proposal: "Proposal | None"
    folder: Path | None
    problems: tuple[Problem, ...] = ()
    copy: "WorkingCopy | None" = None
    holder: "Holder | None" = None


class Documents(QObject):
    """The disk's side of the session.

    `told` brings a Notice for the banner, `held` a Loaded that somebody else has open; `shown` says that what is wanted is
    open here already.
    """

    told = Signal(object)
    listed = Signal(object)
    held = Signal(object)
    shown = Signal()

    def __init__(self, session: Session, jobs: Jobs, workspace: "Workspace", keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._workspace, self._keeping = workspace, keeping
        self._wanted = 0
        self._loose: list[WorkingCopy] = []
        """Opened by the worker, and kept by nobody yet."""
        self.socket = ""
        self.problems: tuple[Problem, ...] = ()

    def open(self, reference: str) -> None:
        """Open what a reference names: a proposal of the workspace, a folder, a source file, an estimate."""
        spoken = language()
        self._load(lambda: open_anything(self._workspace, reference, spoken), self._session.folder)

    def resume(self, folder: Path, still: Callable[[], bool]) -> None:
        """Open a proposal of the workspace again, if that is still wanted when it is read. Where it is gone, damaged or open
        elsewhere nothing happens.
        """

        def work() -> Loaded:
            from app.store.source import FILE_NAME

            return Loaded(None, folder if (folder / FILE_NAME).is_file() else None)

        self._load(work, still=still)

    def look_at(self, folder: Path) -> None:
        """Open a proposal of the workspace for reading only: somebody else works on it."""
        self._load(lambda: Loaded(None, folder), read_only=True)

    def copy(self, folder: Path) -> None:
        """Open a copy of a proposal of the workspace, with a number of its own."""
        self._load(lambda: _copied(self._workspace, folder))

    def take_over(self, folder: Path) -> None:
        """Open a proposal that another machine seems to have forgotten."""
        self._load(lambda: Loaded(None, folder), take_over=True)

    def open_taken(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        """Open a proposal that has just come into the workspace, and tell what there was to tell."""
        self._load(lambda: Loaded(None, folder, problems))

    def list_proposals(self) -> None:
        """Look what proposals there are; `listed` brings them."""
        self._jobs.start(lambda _: self._workspace.glance(), self.listed.emit, self._failed, lane="list")

    def begin(self, read: "EstimateRead", name: str) -> None:
        """Begin a proposal with an estimate that was read from a file of this name, and open it."""
        spoken = language()
        self._load(lambda: begun(self._workspace, read, name, spoken))

    def begin_draft(self, proposal: "Proposal", problems: tuple[Problem, ...]) -> None:
        """Put a draft that was made of a request into the workspace, and open it."""
        self._load(lambda: _taken_in(self._workspace, proposal, Path(), problems))

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Write the open proposal; afterwards, when it is on the disk, do what is asked."""
        self._keeping.save(then)

    def stop(self) -> None:
        """Close what was opened and reached nobody. Called when the worker has ended."""
        for copy in list(self._loose):
            self._let_go(copy)

    def _load(
        self,
        work: Callable[[], Loaded],
        present: Path | None = None,
        *,
        read_only: bool = False,
        take_over: bool = False,
        still: Callable[[], bool] | None = None,
    ) -> None:
        """Find a proposal, open it for work and show it. One that is open here already is shown as it is.

        With `still` nobody asked for it: it is let go where that does not hold any more, and nothing is told where it fails.
        """
        self._wanted += 1
        mine = self._wanted

        def open_it() -> Loaded:
            found = work()
            if found.folder is None or found.folder == present:
                return found
            loaded = opened(self._workspace, found.folder, found.problems, self.socket, read_only=read_only, take_over=take_over)
            if loaded.copy is not None:
                self._loose.append(loaded.copy)
            return loaded

        def done(loaded: Loaded) -> None:
            if mine != self._wanted or (still is not None and (loaded.copy is None or not still())):
                # another one was wanted meanwhile, or none: this one is let go again
                self._jobs.start(lambda _: self._let_go(loaded.copy), lambda _: None, self._failed)
                return
            self.problems = loaded.problems
            if loaded.holder is not None:
                self.held.emit(loaded)
            elif loaded.copy is not None and loaded.proposal is not None and loaded.folder is not None:
                self._loose.remove(loaded.copy)
                self._keeping.take(loaded.copy)
                self._session.open(loaded.proposal, loaded.folder)
            elif loaded.folder is not None and loaded.folder == self._session.folder:
                self.shown.emit()
            self._tell(loaded.problems)  # not before: whoever opens a proposal clears the banner

        self._jobs.start(lambda _: open_it(), done, self._failed if still is None else _give_up)

    def _let_go(self, copy: "WorkingCopy | None") -> None:
        if copy is not None and copy in self._loose:
            self._loose.remove(copy)
            copy.close()

    def _tell(self, problems: Sequence[Problem], lead: str = "") -> None:
        notice = of_problems(problems, lead)
        if notice is not None:
            self.told.emit(notice)

    def _failed(self, error: Exception) -> None:
        self.told.emit(of_failure(error))


def _give_up(error: Exception) -> None:
    """What nobody asked for may fail in silence; the worker has put it into the log."""


def open_anything(workspace: "Workspace", reference: str, spoken: str) -> Loaded:
    """Find what a reference names; what is not in the workspace yet is copied into it first."""
    from app.sources import new_from_estimate, open_proposal
    from app.store.source import FILE_NAME

    path = Path(reference)
    if path.parent == workspace.folder and (path / FILE_NAME).is_file():
        return Loaded(None, path)  # as the list names it: it is read once, when it is opened for work
    if path.suffix.lower() in ESTIMATE_SUFFIXES:
        found = new_from_estimate(path, spoken, workspace)
    else:
        found = open_proposal(reference, workspace, spoken)
    if found.folder != Path() and found.folder.resolve().is_relative_to(workspace.folder.resolve()):
        return Loaded(None, found.folder)  # one that is damaged is put right when it is opened for work
    if found.proposal is None or stops(found.problems):
        return Loaded(None, None, found.problems)
    return _taken_in(workspace, found.proposal, found.folder, found.problems)


def begun(workspace: "Workspace", read: "EstimateRead", name: str, spoken: str) -> Loaded:
    """Make a draft of an estimate in the workspace. What is wrong with the table forbids nothing: somebody has looked at it."""
    from app.sources.drafts import new_from_read
    from app.store.house import read_house

    spoken = read_house(workspace.path, workspace.disk).language or spoken
    found = new_from_read(replace(read, problems=()), spoken, Path(name), workspace)
    if found.proposal is None:
        return Loaded(None, None, found.problems)
    loaded = _taken_in(workspace, found.proposal, found.folder, found.problems)
    return replace(loaded, problems=(*read.problems, *loaded.problems))


def opened(
    workspace: "Workspace", folder: Path, told: tuple[Problem, ...], socket: str, *, read_only: bool, take_over: bool
) -> Loaded:
    """Open a proposal of the workspace for work; what a crash had left of it is put right."""
    from app.store.work.me import myself
    from app.store.work.working import open_working

    work = open_working(workspace, folder, myself(socket), read_only=read_only, take_over=take_over)
    problems = (*told, *(one for one in work.problems if one not in told))
    return Loaded(work.proposal, folder, problems, work.copy, work.holder)


def _taken_in(workspace: "Workspace", proposal: "Proposal", source: Path, told: tuple[Problem, ...]) -> Loaded:
    imported = workspace.import_source(source, proposal)
    problems = (*told, *imported.problems)
    return Loaded(None, imported.folder, problems)


def _copied(workspace: "Workspace", folder: Path) -> Loaded:
    from app.edits.status import duplicated

    read = workspace.read(folder)
    if read.proposal is None:
        return Loaded(None, None, read.problems)
    return _taken_in(workspace, duplicated(read.proposal), folder, ())
