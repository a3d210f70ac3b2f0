"""What a check works with, and what it finds."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from app.problems import Problem
from app.store.backup.tree import is_passing
from app.store.disk import Disk
from app.store.verify.vault import Vault
from app.store.workspace import Workspace


@dataclass(frozen=True)
class Case:
    """The workspace that is looked at; `looked` counts what was."""

    workspace: Workspace
    now: datetime.datetime
    looked: dict[str, int] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Where the workspace is."""
        return self.workspace.path

    @property
    def disk(self) -> Disk:
        """How its files are read and written."""
        return self.workspace.disk

    @cached_property
    def vault(self) -> Vault:
        """Where good copies are looked for."""
        return Vault(self.path, self.disk)

    def count(self, what: str) -> None:
        """Note that one more thing of a kind was looked at."""
        self.looked[what] = self.looked.get(what, 0) + 1

    def proposals(self) -> Iterator[Path]:
        """Yield the folders of the proposals. Raises OSError."""
        for path in self.disk.list(self.workspace.folder):
            if path.is_dir() and not path.is_symlink() and not is_passing(path.name):
                yield path


@dataclass(frozen=True)
class Finding:
    """Something that is wrong. `mend` repairs it and returns what was done, None when it could not be. Both raise OSError."""

    problem: Problem
    mend: Callable[[], Problem | None] | None = None
