"""Everything the store does to a disk, behind one small class, so that a test can make any of it fail."""

import errno
import os
import shutil
import stat
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

if TYPE_CHECKING:
    from portalocker import LockFlags

T = TypeVar("T")

_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2)
"""Seconds between attempts at a file that a virus scanner or an indexer may hold for a moment."""

_LOOK_AGAIN = 0.005
"""Seconds between looks whether a lock has become free."""


class Held:
    """A lock that stays taken; the system lets it go when the process ends, however it ends."""

    def __init__(self, handle: int) -> None:
        self.handle = handle
        self._close = weakref.finalize(self, os.close, handle)

    def is_of(self, path: Path) -> bool:
        """Tell whether the lock is still that of the file of this name; a deleted one locks nobody out. Raises OSError."""
        try:
            there = path.stat()
        except FileNotFoundError:
            return False
        return os.path.samestat(there, os.fstat(self.handle))

    def release(self) -> None:
        """Let the lock go; a second time does nothing."""
        self._close()


class Disk:
    """Files and folders. All methods raise OSError. Each side effect goes through `step` alone."""

    def step(self, name: str, act: Callable[[], T], torn: Callable[[], object] | None = None) -> T:
        """Do one side effect; `torn` would do half of it. A place for tests to interfere."""
        return act()

    def pause(self, seconds: float) -> None:
        """Wait before another attempt."""
        time.sleep(seconds)

    def read(self, path: Path, limit: int | None = None) -> bytes:
        """Return the content of a regular file, at most `limit` bytes and one. Raises OSError."""
        return self.step("read", lambda: _read(path, limit))

    def head(self, path: Path, size: int) -> bytes:
        """Return the first bytes of a file."""
        return self.step("read", lambda: _read(path, size - 1))

    def write(self, path: Path, data: bytes) -> None:
        """Replace a file or create it, wholly or not at all, and survive a power cut afterwards."""
        import uuid

        temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.tmp")
        try:
            self.step("create", lambda: temporary.touch(exist_ok=False))
            self._fill(temporary, data)
            self.replace(temporary, path)
        except OSError:
            self._discard(temporary)
            raise
        self._settle(path.parent)

    def append(self, path: Path, line: bytes) -> None:
        """Add a line to the end of a file, flushed; after half a line that an earlier failure left, a new one is begun."""
        new = not path.exists()
        with self.step("open-end", lambda: path.open("ab+")) as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - 1))
            data = line if file.read(1) in (b"", b"\n") else b"\n" + line
            self.step("append", lambda: _pour(file, data), lambda: _pour(file, data[: len(data) // 2]))
            self.step("sync", lambda: os.fsync(file.fileno()))
        if new:
            self._settle(path.parent)

    def hold(self, path: Path) -> "Held | None":
        """Take a lock and keep it until it is let go or the process ends; None when somebody else has it. Waits for nobody."""
        import portalocker

        held = self.step("open-lock", lambda: Held(os.open(path, os.O_RDWR | os.O_CREAT, 0o666)))
        flags = portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING
        try:
            taken = self.step("lock", lambda: _taken(held.handle, flags, path))
        except BaseException:
            held.release()
            raise
        if not taken:
            held.release()
        return held if taken else None

    def replace(self, source: Path, target: Path) -> None:
        """Rename over whatever is there. On Windows a file held by a scanner is tried a few times."""
        for seconds in _PAUSES:
            try:
                self.step("replace", lambda: source.replace(target))
                return
            except PermissionError:
                self.pause(seconds)
        self.step("replace", lambda: source.replace(target))

    def move(self, folder: Path, target: Path) -> None:
        """Give a folder its final name, and survive a power cut afterwards."""
        self.replace(folder, target)
        self._settle(target.parent)

    def writable(self, folder: Path) -> bool:
        """Tell whether files can be made in a folder, as far as the system tells."""
        return os.access(folder, os.W_OK)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name; where the disk has no links, copy it."""
        try:
            self.step("link", lambda: os.link(source, target))
        except FileExistsError:
            raise
        except OSError as wrong:
            if wrong.errno not in (errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.EXDEV, errno.ENOSYS):
                raise
            self.copy(source, target)

    def copy(self, source: Path, target: Path) -> None:
        """Copy the content of a file, wholly or not at all."""
        self.write(target, self.read(source))

    def list(self, folder: Path) -> list[Path]:
        """Return what is in a folder, sorted by name; nothing when there is no folder."""
        try:
            return self.step("list", lambda: sorted(folder.iterdir()))
        except FileNotFoundError:
            return []

    def remove(self, path: Path) -> None:
        """Delete a file if it is there."""
        self.step("remove", lambda: path.unlink(missing_ok=True))

    def remove_tree(self, folder: Path) -> None:
        """Delete a folder with everything in it."""
        self.step("remove-tree", lambda: shutil.rmtree(folder))

    def mkdir(self, folder: Path) -> None:
        """Make a folder and those above it."""
        self.step("mkdir", lambda: folder.mkdir(parents=True, exist_ok=True))

    def sweep(self, folder: Path, name: str) -> None:
        """Delete the temporary files that a crash left beside a file. Only for who holds the file's lock."""
        for left in self.list(folder):
            if left.name.startswith(f".{name}.") and left.name.endswith(".tmp"):
                self._discard(left)

    @contextmanager
    def lock(self, path: Path, seconds: float = 20.0) -> Iterator[None]:
        """Hold a lock between processes and threads, waiting so long for it. Raises TimeoutError."""
        import portalocker

        with self.step("open-lock", lambda: path.open("ab")) as file:
            flags = portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING
            end = time.monotonic() + seconds
            while not self.step("lock", lambda: _taken(file, flags, path)):
                if time.monotonic() > end:
                    raise TimeoutError(errno.ETIMEDOUT, "locked by another process", str(path))
                self.pause(_LOOK_AGAIN)
            try:
                yield
            finally:
                portalocker.unlock(file)

    def _fill(self, path: Path, data: bytes) -> None:
        with path.open("r+b") as file:
            self.step("fill", lambda: _pour(file, data), lambda: _pour(file, data[: len(data) // 2]))
            self.step("sync", lambda: os.fsync(file.fileno()))

    def _settle(self, folder: Path) -> None:
        """Make a rename durable; Windows does that by itself."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            self.step("settle", lambda: os.fsync(handle))
        finally:
            os.close(handle)

    def _discard(self, path: Path) -> None:
        try:
            self.remove(path)
        except OSError:
            return  # the next sweep will find it


def _taken(file: BinaryIO | int, flags: "LockFlags", path: Path) -> bool:
    import portalocker

    try:
        portalocker.lock(file, flags)
    except portalocker.AlreadyLocked:
        return False
    except portalocker.LockException as wrong:
        raise OSError(errno.ENOLCK, "this disk has no locks", str(path)) from wrong
    return True


def _pour(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()


def _read(path: Path, limit: int | None) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    with path.open("rb") as file:
        return file.read(-1 if limit is None else limit + 1)
