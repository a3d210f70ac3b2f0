"""One process works on a proposal at a time; the others are told who, and a dead one holds up nobody."""

import datetime
import multiprocessing
import os
import shutil
import signal
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.store.disk import Disk, Held
from app.store.work.me import Me, myself
from app.store.work.presence import Asked, Presence, Where, ask
from tests.store.faults.faulty import FaultyDisk

NOON = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)
FORK = multiprocessing.get_context("fork")


class Hands:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def anna(clock: Hands) -> Me:
    return Me("anna", "studio", 100, "window-100", clock)


def work(root: Path, me: Me, take_over: bool = False, disk: Disk | None = None) -> Asked:
    return ask(root / "state", root / "proposals" / "КП-2026-0001 Весна", me, disk or FaultyDisk(), take_over)


def opened(asked: Asked) -> Presence:
    assert asked.holder is None and asked.problems == ()
    assert asked.presence
    return asked.presence


def test_a_free_proposal_is_ours_until_we_leave(tmp_path: Path, anna: Me) -> None:
    for _ in range(3):
        presence = opened(work(tmp_path, anna))
        assert presence.pulse() == ()
        presence.leave()
        presence.leave()


def test_another_window_of_this_machine_is_told_whom_to_call_forward(tmp_path: Path, anna: Me, clock: Hands) -> None:
    presence = opened(work(tmp_path, anna))
    clock.now += datetime.timedelta(days=3)  # a window that sleeps is not robbed
    other = work(tmp_path, replace(anna, pid=200, socket="window-200"), take_over=True)
    assert other.presence is None
    assert other.holder
    assert (other.holder.where, other.holder.user, other.holder.pid, other.holder.socket) == (
        Where.HERE, "anna", 100, "window-100",
    )  # fmt: skip
    assert other.holder.since == NOON
    presence.leave()
    opened(work(tmp_path, replace(anna, pid=200)))


def test_a_dead_process_of_this_machine_holds_up_nobody(tmp_path: Path, anna: Me) -> None:
    """Its lock went with it; what it had written down is known to be a leftover, whatever its number and age."""
    left = opened(work(tmp_path, anna))
    assert left._held
    left._held.release()
    assert list((tmp_path / "state" / "open").glob("*.json"))
    presence = opened(work(tmp_path, replace(anna, pid=200)))
    assert "200" in presence._file.read_text("utf-8")


def hold(root: Path, pipe: Connection) -> None:
    asked = work(root, myself("socket"), disk=Disk())
    pipe.send(asked.presence is not None)
    pipe.recv()


def test_a_killed_process_is_noticed_at_once(tmp_path: Path) -> None:
    here, there = FORK.Pipe()
    child = FORK.Process(target=hold, args=(tmp_path, there))
    child.start()
    assert here.recv()
    met = work(tmp_path, myself(), disk=Disk()).holder
    assert met and (met.where, met.pid, met.socket) == (Where.HERE, child.pid, "socket")
    assert child.pid
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    opened(work(tmp_path, myself(), disk=Disk())).leave()


class Share(FaultyDisk):
    """A network share: each machine sees its own locks only."""

    def __init__(self, host: str) -> None:
        super().__init__()
        self.host = host

    def hold(self, path: Path) -> Held | None:
        return super().hold(path.with_suffix(f".{self.host}"))


def test_another_machine_is_told_who_has_it_open_and_nothing_is_taken_away(tmp_path: Path, anna: Me, clock: Hands) -> None:
    boris = Me("boris", "laptop", 100, "", clock)
    presence = opened(work(tmp_path, anna, disk=Share("studio")))
    clock.now += datetime.timedelta(minutes=1)
    assert presence.pulse() == ()
    clock.now += datetime.timedelta(minutes=1)
    met = work(tmp_path, boris, disk=Share("laptop")).holder
    assert met and (met.where, met.user, met.host) == (Where.ELSEWHERE, "anna", "studio")
    assert (met.since, met.seen, met.silent(clock.now)) == (NOON, NOON + datetime.timedelta(minutes=1), False)
    clock.now += datetime.timedelta(days=1)
    met = work(tmp_path, boris, disk=Share("laptop")).holder
    assert met and met.silent(clock.now)


def test_what_a_person_takes_over_is_told_to_the_one_it_was_taken_from(tmp_path: Path, anna: Me, clock: Hands) -> None:
    presence = opened(work(tmp_path, anna, disk=Share("studio")))
    boris = opened(work(tmp_path, Me("boris", "laptop", 7, "", clock), take_over=True, disk=Share("laptop")))
    assert [found.code for found in presence.pulse()] == ["work-taken-over"]
    presence.leave()
    assert boris.pulse() == ()
    met = work(tmp_path, anna, disk=Share("studio")).holder
    assert met and met.user == "boris"


class NoLocks(FaultyDisk):
    def hold(self, path: Path) -> Held | None:
        raise OSError(37, "No locks available")


def test_where_nothing_can_be_locked_the_file_alone_tells(tmp_path: Path, anna: Me, clock: Hands) -> None:
    asked = work(tmp_path, anna, disk=NoLocks())
    assert asked.presence and [found.code for found in asked.problems] == ["work-no-lock"]
    other = replace(anna, pid=200)
    met = work(tmp_path, other, disk=NoLocks()).holder
    assert met and met.pid == 100
    clock.now += datetime.timedelta(hours=1)
    assert work(tmp_path, other, disk=NoLocks()).presence


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"user": 1', b"\xff" * 20_000, b'{"user":"a","host":"b","socket":"","pid":"x"}']
)
def test_a_damaged_note_prevents_nobody(tmp_path: Path, anna: Me, content: bytes) -> None:
    presence = opened(work(tmp_path, anna))
    presence.leave()
    presence._file.write_bytes(content)
    opened(work(tmp_path, anna))


def test_whatever_the_disk_refuses_somebody_can_work(tmp_path: Path, anna: Me) -> None:
    disk = FaultyDisk()
    opened(work(tmp_path / "plain", anna, disk=disk)).leave()
    for at in range(len(disk.names)):
        for kind in ("ENOSPC", "EIO", "EACCES from then on"):
            asked = work(tmp_path / f"{at} {kind}", anna, disk=FaultyDisk(at, kind))
            assert asked.presence, (at, disk.names[at], kind)
            asked.presence.leave()


def test_who_is_at_work_anywhere_is_known_and_who_has_gone_is_not(tmp_path: Path) -> None:
    from app.store.work.presence import at_work

    disk, state = Disk(), tmp_path / "state"
    here, other = Me("anna", "here", 1), Me("vera", "there", 2)
    assert at_work(state, here, disk) == ()
    held = ask(state, tmp_path / "a", here, disk).presence
    away = ask(state, tmp_path / "b", other, disk).presence
    assert held and away
    assert sorted(one.user for one in at_work(state, here, disk)) == ["anna", "vera"]
    held.leave()
    assert [one.user for one in at_work(state, here, disk)] == ["vera"]
    late = Me("anna", "here", 1, now=lambda: datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1))
    assert at_work(state, late, disk) == ()


def test_a_proposal_stays_ours_when_the_folder_of_locks_is_deleted(tmp_path: Path) -> None:
    """Somebody tidies up the workspace while a window is open; a second one is kept out again after a sign of life."""
    state, folder = tmp_path / "state", tmp_path / "a"
    ours = ask(state, folder, myself(), Disk()).presence
    assert ours
    shutil.rmtree(state)
    assert ours.pulse() == ()
    found = ask(state, folder, replace(myself(), pid=1), Disk())
    assert found.presence is None and found.holder and found.holder.pid == os.getpid()
    ours.leave()
    assert ask(state, folder, replace(myself(), pid=1), Disk()).presence
