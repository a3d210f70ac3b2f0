"""The workspace: the folder with all proposals, the library, and what the program remembers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.problems import Problem, problem
from app.store.disk import Disk
from app.store.entries import ProposalEntry, entries_in
from app.store.naming import NUMBER_PATTERN
from app.store.settings import read_settings, write_number_pattern
from app.store.trouble import trouble

if TYPE_CHECKING:
    from app.model.proposal import Proposal
    from app.store.importing import Imported
    from app.store.library import Library
    from app.store.media import Added
    from app.store.numbering import Numbered
    from app.store.saving import Saver
    from app.store.source import SourceRead

_APP = "Blesna"


@dataclass(frozen=True, slots=True)
class WorkspaceOpened:
    """A workspace, None when its folder cannot be used, and what is wrong with it."""

    workspace: "Workspace | None"
    problems: tuple[Problem, ...] = ()


@dataclass
class Workspace:
    """Proposals in folders of their own, and the library they share. No method raises: problems are returned."""

    path: Path
    disk: Disk = field(default_factory=Disk)
    number_pattern: str = NUMBER_PATTERN

    @classmethod
    def open(cls, path: Path, disk: Disk | None = None) -> WorkspaceOpened:
        """Open a folder as a workspace and make what is missing in it."""
        workspace = cls(path, disk or Disk())
        finished = _finished(path, workspace.disk)
        try:
            for folder in (workspace.folder, workspace.state, workspace.library_folder):
                if not folder.is_dir():
                    workspace.disk.mkdir(folder)
        except OSError as wrong:
            return WorkspaceOpened(None, (trouble(wrong, path),))
        settings = read_settings(path, workspace.disk)
        workspace.number_pattern = settings.number_pattern
        if not workspace.disk.writable(workspace.folder):
            told = problem("workspace-read-only", str(path), folder=path.name)
            return WorkspaceOpened(workspace, (*finished, told, *settings.problems))
        return WorkspaceOpened(workspace, (*finished, *settings.problems))

    @property
    def folder(self) -> Path:
        """Where the folders of the proposals are."""
        return self.path / "proposals"

    @property
    def state(self) -> Path:
        """Where the program keeps what it remembers: locks, the state of the window."""
        return self.path / "state"

    @property
    def library_folder(self) -> Path:
        """Where the library and its media are."""
        return self.path / "library"

    @cached_property
    def library(self) -> "Library":
        """The library of this workspace."""
        from app.store.library import Library

        return Library(self.library_folder / "library.json", self.disk)

    def proposals(self) -> tuple[ProposalEntry, ...]:
        """Return what proposals there are, the one changed last first; none when the folder cannot be read."""
        try:
            return entries_in(self.folder, self.disk)
        except OSError:
            return ()

    def glance(self) -> tuple[ProposalEntry, ...]:
        """Return what `proposals` does; what is known of files that have not changed is remembered beside the locks."""
        from app.store.glance import glance

        try:
            return glance(self.folder, self.disk, self.state / "proposals.json")
        except OSError:
            return ()

    def find(self, number_or_id: str) -> Path | None:
        """Return the folder of the proposal with this id or this number, None when there is none."""
        wanted = number_or_id.strip().casefold()
        if not wanted:
            return None
        entries = self.proposals()
        by_id = (entry.folder for entry in entries if entry.id.casefold() == wanted)
        by_number = (entry.folder for entry in entries if entry.number.casefold() == wanted)
        return next(by_id, None) or next(by_number, None)

    def next_number(self, year: int) -> str:
        """Return the number that a new proposal of a year would get now: one that a deleted draft left free, or the one after
        the highest. It is given when the proposal is taken in, to whoever comes first.
        """
        from app.store.numbering import peek

        try:
            return peek(self, year)
        except OSError:
            return ""

    def set_number_pattern(self, pattern: str) -> tuple[Problem, ...]:
        """Make numbers by another pattern from now on; return why not."""
        problems = write_number_pattern(self.path, pattern, self.disk)
        if not problems:
            self.number_pattern = pattern
        return problems

    def numbered(
        self, folder: Path, proposal: "Proposal", keep: "Callable[[Proposal], tuple[Problem, ...]] | None" = None
    ) -> "Numbered":
        """Return a proposal with a number that no client knows another by, saved where it was given one just now.

        `keep` saves it where it is open for work.
        """
        from app.store.numbering import reserved

        return reserved(self, proposal, keep or (lambda changed: self.save(folder, changed)))

    def use_up_number(self, proposal: "Proposal") -> "Numbered":
        """Note that a client is about to see a proposal's number, which is then never given again."""
        from app.store.numbering import used_up

        return used_up(self, proposal)

    def read(self, folder: Path) -> "SourceRead":
        """Read a proposal, and remember in which state it was, so that `save` notices changes by others."""
        return self._saver.read(folder)

    def save(self, folder: Path, proposal: "Proposal") -> tuple[Problem, ...]:
        """Write a proposal back into its folder.

        Returns what prevented it; or, with the proposal saved, the warning that somebody else had changed the file
        since it was read, and under which name their file was kept.
        """
        return self._saver.save(folder, proposal)

    def import_source(self, source_folder: Path, proposal: "Proposal") -> "Imported":
        """Take a proposal and the pictures it names into a new folder of this workspace.

        It keeps its number where it has one, and its id unless another proposal here has it.
        """
        from app.store.importing import import_proposal

        return import_proposal(self, source_folder, proposal)

    def add_media(self, folder: Path, content: Path | bytes, suffix: str = "") -> "Added":
        """Copy a file, or bytes, into the folder of a proposal; the same content is kept once.

        A file that calls itself a picture and cannot be used as one is refused by name.
        """
        from app.guard.pictures import as_error, claims_to_be_a_picture, picture_problem
        from app.store.media import Added, add_media

        if isinstance(content, Path) and claims_to_be_a_picture(content) and content.is_file():
            unfit = picture_problem(content, where=str(content))
            if unfit is not None:
                return Added("", (as_error(unfit),))
        return add_media(folder, content, suffix, self.disk)

    @cached_property
    def _saver(self) -> "Saver":
        from app.store.saving import Saver

        return Saver(self.state, self.disk)


def _finished(path: Path, disk: Disk) -> tuple[Problem, ...]:
    """Carry a restore from a backup to its end that was interrupted: until then the workspace is half old and half new."""
    if not (path / "backups" / ".restoring" / "plan.json").is_file():
        return ()
    from app.store.backup.restoring import finish_restore

    return finish_restore(path, disk)


def default_workspace() -> Path:
    """Return the folder among the user's data that is the workspace where none is named."""
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False)
