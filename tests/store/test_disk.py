"""Files are replaced whole, patiently, and one at a time."""

import errno
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from app.store.disk import Disk
from app.store.trouble import trouble

T = TypeVar("T")


class Scanner(Disk):
    """A disk on which something holds the target for a while."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.waited: list[float] = []

    def pause(self, seconds: float) -> None:
        self.waited.append(seconds)

    def step(self, name: str, act: Callable[[], T], torn: Callable[[], object] | None = None) -> T:
        if name == "replace" and self.times:
            self.times -= 1
            raise PermissionError(errno.EACCES, "held")
        return act()


def test_a_file_held_for_a_moment_is_tried_again(tmp_path: Path) -> None:
    disk = Scanner(3)
    disk.write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert len(disk.waited) == 3


def test_a_file_held_for_ever_is_given_up_and_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    disk = Scanner(1000)
    with pytest.raises(PermissionError):
        disk.write(tmp_path / "a", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]
    assert sum(disk.waited) < 1


def test_leftovers_of_a_crash_are_swept_but_nothing_else(tmp_path: Path) -> None:
    for name in (".a.1234abcd.tmp", "a", ".b.1234abcd.tmp", ".a.txt"):
        (tmp_path / name).write_bytes(b"")
    Disk().sweep(tmp_path, "a")
    assert {path.name for path in tmp_path.iterdir()} == {"a", ".b.1234abcd.tmp", ".a.txt"}


def test_a_disk_without_links_gets_a_copy(tmp_path: Path) -> None:
    class NoLinks(Disk):
        def step(self, name: str, act: Callable[[], T], torn: Callable[[], object] | None = None) -> T:
            if name == "link":
                raise OSError(errno.EPERM, "no links here")
            return act()

    (tmp_path / "a").write_bytes(b"x")
    NoLinks().link(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"x"
    assert (tmp_path / "a").stat().st_ino != (tmp_path / "b").stat().st_ino


def test_a_lock_is_held_by_one_at_a_time_and_waited_for_no_longer_than_said(tmp_path: Path) -> None:
    disk = Disk()
    with disk.lock(tmp_path / "lock"):
        with pytest.raises(TimeoutError), disk.lock(tmp_path / "lock", 0.02):
            pass
        order: list[str] = []

        def other() -> None:
            with Disk().lock(tmp_path / "lock"):
                order.append("other")

        thread = threading.Thread(target=other)
        thread.start()
        order.append("first")
    thread.join()
    assert order == ["first", "other"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EACCES, "disk-denied"),
        (errno.EROFS, "disk-denied"),
        (errno.ENOENT, "disk-gone"),
        (errno.ETIMEDOUT, "disk-busy"),
        (errno.EIO, "disk-failed"),
        (None, "disk-failed"),
    ],
)
def test_what_the_system_refused_is_told_in_the_users_words(code: int | None, expected: str) -> None:
    found = trouble(OSError(code, "reason") if code else OSError(), Path("/x/library.json"))
    assert found.code == expected
    assert found.fact("file") == "library.json"
