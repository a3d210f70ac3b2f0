"""Saving a proposal over and over while somebody works on it, and noticing when somebody else does."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from app.log import journal as log
from app.model.proposal import Proposal
from app.problems import Problem, error, problem
from app.store.disk import Disk
from app.store.jsonfile import LARGEST_FILE, parse
from app.store.migrations import PROPOSAL_SCHEMA
from app.store.source import FILE_NAME, SourceRead, digest_of, read_source, source_bytes, write_content
from app.store.trouble import trouble


class Saver:
    """Reads and writes proposals of one workspace, under a lock for each."""

    def __init__(self, locks: Path, disk: Disk) -> None:
        self._locks = locks
        self._disk = disk
        self._seen: dict[Path, set[str]] = {}
        self._written: dict[Path, str] = {}

    def saw(self, folder: Path, digest: str) -> None:
        """Remember that a proposal is worked on from the state with this digest."""
        self._seen[folder] = {digest}

    def read(self, folder: Path) -> SourceRead:
        """Read a proposal and remember the state of its file."""
        read = read_source(folder, self._disk)
        self.saw(folder, read.digest)
        return read

    def save(self, folder: Path, proposal: Proposal) -> tuple[Problem, ...]:
        """Write a proposal; a file that somebody else changed since it was read is kept under another name."""
        return self.save_content(folder, source_bytes(proposal))

    def save_content(
        self, folder: Path, content: bytes, before: Callable[[], tuple[Problem, ...]] = tuple
    ) -> tuple[Problem, ...]:
        """Do the same with the bytes of a proposal. `before` is called under the lock when the file is about to change."""
        file = folder / FILE_NAME
        if not folder.is_dir():
            return (error("disk-gone", str(folder), file=folder.name),)
        try:
            self._disk.mkdir(self._locks)
            with self._disk.lock(self._locks / f"{folder.name}.lock"):
                self._disk.sweep(folder, FILE_NAME)
                return self._write(file, content, before)
        except OSError as wrong:
            return (trouble(wrong, file),)

    def _write(self, file: Path, content: bytes, before: Callable[[], tuple[Problem, ...]]) -> tuple[Problem, ...]:
        new = digest_of(content)
        old = self._present(file)
        seen = self._seen.setdefault(file.parent, {old})
        if old == new:
            self._seen[file.parent] = {new}
            return ()
        told: tuple[Problem, ...] = ()
        if old and old not in seen:
            kept = self._keep_other(file)
            log.note("conflict")
            told = (problem("proposal-changed-elsewhere", str(file), file=file.name, kept=kept.name),)
        told += before()
        seen.update((old, new))  # a write that fails may yet have replaced the file
        own = bool(old) and old == self._written.get(file.parent)
        if old and not own:
            self._keep_older(file)
        stopped = write_content(file.parent, content, self._disk, known=own)
        if not stopped:
            self._seen[file.parent] = {new}
            self._written[file.parent] = new
        return (*stopped, *told)

    def _keep_older(self, file: Path) -> None:
        """Keep a file of an earlier format as a version before one of the present format takes its place. Raises OSError."""
        content = self._disk.read(file, LARGEST_FILE)
        found = parse(content, file.name).value
        schema = found.get("schema", PROPOSAL_SCHEMA) if isinstance(found, dict) else PROPOSAL_SCHEMA
        if isinstance(schema, int) and schema < PROPOSAL_SCHEMA:
            from app.store.durable import utc_now  # knows TinyDB, which no export needs
            from app.store.work.versions import Versions

            Versions(self._disk).rescue(file.parent, content, utc_now(), "")
            log.note("migrated")

    def _present(self, file: Path) -> str:
        try:
            return digest_of(self._disk.read(file))
        except FileNotFoundError:
            return ""

    def _keep_other(self, file: Path) -> Path:
        for number in count(1):
            other = file.with_name(f"{file.stem}.other-{number}{file.suffix}")
            try:
                self._disk.link(file, other)
            except FileExistsError:
                continue
            break
        return other
