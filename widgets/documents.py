"""Opening, saving: everything between the open proposal and the disk. All of it runs in the worker."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.model.proposal import Proposal
from app.problems import Problem, stops
from app.sources import Opened, new_from_estimate, open_proposal
from app.store.workspace import Workspace
from widgets.jobs import Jobs
from widgets.notice import of_failure, of_problems
from widgets.session import Session
from widgets.words import language, tr

if TYPE_CHECKING:
    from app.intake.estimate import EstimateRead

ESTIMATE_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")


@dataclass(frozen=True)
class Loaded:
    """A proposal of the workspace, None where there is none to show, and what is wrong."""

    proposal: Proposal | None
    folder: Path
    problems: tuple[Problem, ...] = ()


class Documents(QObject):
    """The disk's side of the session. `told` brings a Notice for the banner."""

    told = Signal(object)
    listed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._workspace = workspace
        self.problems: tuple[Problem, ...] = ()

    def open(self, reference: str) -> None:
        """Open what a reference names: a proposal of the workspace, a folder, a source file, an estimate."""
        spoken = language()
        self._load(lambda: open_anything(self._workspace, reference, spoken))

    def list_proposals(self) -> None:
        """Look what proposals there are; `listed` brings them."""
        self._jobs.start(lambda _: self._workspace.proposals(), self.listed.emit, self._failed, lane="list")

    def begin(self, read: "EstimateRead", name: str) -> None:
        """Begin a proposal with an estimate that was read from a file of this name, and open it."""
        spoken = language()
        self._load(lambda: begun(self._workspace, read, name, spoken))

    def begin_draft(self, proposal: Proposal, problems: tuple[Problem, ...]) -> None:
        """Put a draft that was made of a request into the workspace, and open it."""
        self._load(lambda: _taken_in(self._workspace, proposal, Opened(proposal, Path(), problems)))

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Write the open proposal; afterwards, when it is on the disk, do what is asked."""
        proposal, folder = self._session.proposal, self._session.folder
        if folder is None:
            return

        def done(problems: tuple[Problem, ...]) -> None:
            self._tell(problems, tr("Not saved.") if stops(problems) else "")
            if not stops(problems):
                self._session.saved(proposal)
                if then is not None:
                    then()

        self._jobs.start(lambda _: self._workspace.save(folder, proposal), done, self._failed)

    def _load(self, work: Callable[[], Loaded]) -> None:
        def done(loaded: Loaded) -> None:
            self.problems = loaded.problems
            self._tell(loaded.problems)
            if loaded.proposal is not None:
                self._session.open(loaded.proposal, loaded.folder)

        self._jobs.start(lambda _: work(), done, self._failed, lane="open")

    def _tell(self, problems: Sequence[Problem], lead: str = "") -> None:
        notice = of_problems(problems, lead)
        if notice is not None:
            self.told.emit(notice)

    def _failed(self, error: Exception) -> None:
        self.told.emit(of_failure(error))


def open_anything(workspace: Workspace, reference: str, spoken: str) -> Loaded:
    """Open a reference; what is not in the workspace yet is copied into it first."""
    path = Path(reference)
    if path.suffix.lower() in ESTIMATE_SUFFIXES:
        opened = new_from_estimate(path, spoken, workspace)
    else:
        opened = open_proposal(reference, workspace, spoken)
    if opened.proposal is None or stops(opened.problems):
        return Loaded(None, opened.folder, opened.problems)
    if opened.folder.resolve().is_relative_to(workspace.folder.resolve()):
        return _read(workspace, opened.folder, opened.problems)
    return _taken_in(workspace, opened.proposal, opened)


def begun(workspace: Workspace, read: "EstimateRead", name: str, spoken: str) -> Loaded:
    """Make a draft of an estimate in the workspace. What is wrong with the table forbids nothing: somebody has looked at it."""
    from app.sources.drafts import new_from_read

    opened = new_from_read(replace(read, problems=()), spoken, Path(name), workspace)
    if opened.proposal is None:
        return Loaded(None, opened.folder, opened.problems)
    loaded = _taken_in(workspace, opened.proposal, opened)
    return replace(loaded, problems=(*read.problems, *loaded.problems))


def _taken_in(workspace: Workspace, proposal: Proposal, opened: Opened) -> Loaded:
    imported = workspace.import_source(opened.folder, proposal)
    problems = (*opened.problems, *imported.problems)
    return Loaded(None, opened.folder, problems) if imported.folder is None else _read(workspace, imported.folder, problems)


def _read(workspace: Workspace, folder: Path, problems: tuple[Problem, ...]) -> Loaded:
    read = workspace.read(folder)
    return Loaded(read.proposal, folder, (*problems, *(found for found in read.problems if found not in problems)))
