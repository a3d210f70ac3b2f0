"""The log beside the library: what is in it is found again, and nothing else is."""

import contextlib
import datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from app.problems import Severity
from app.store import durable
from app.store.commitlog import Changes, commit_line, head_line, parse
from app.store.durable import DurableStorage
from app.store.raw import body_of, tables_of
from tests.store.faults.faulty import Crash, FaultyDisk, steps_of


def storage(path: Path, **more: Any) -> DurableStorage:
    return DurableStorage(path, FaultyDisk(), **more)


def put(store: DurableStorage, key: str, value: object, table: str = "t") -> None:
    with store.transaction():
        store.change(table, lambda records: records.__setitem__(key, {"v": value}))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "library.json"
    store = storage(path)
    for number in range(6):
        put(store, f"r{number}", number)
    return path


def log_of(file: Path) -> Path:
    return file.with_name("library.json.log")


def kept(file: Path) -> tuple[dict[str, int], list[str]]:
    store = storage(file)
    records = {key: one["v"] for key, one in store.read().get("t", {}).items()}
    return records, [found.code for found in store.take_problems()]


ALL = {f"r{number}": number for number in range(6)}


def test_lines_come_back_as_they_were_written() -> None:
    changes = Changes({"t": {"a": b'{"v":"\\n"}', "b": None}}, frozenset({"old"}))
    content = head_line(4, "0" * 64, (("4-x", frozenset({("t", "a")})),)) + commit_line(3, 5, changes)
    log = parse(content)
    head, commit = log.frames
    assert (head.revision, head.history, log.damaged, log.end) == (4, (("4-x", frozenset({("t", "a")})),), False, len(content))
    assert (commit.revision, commit.schema, commit.changes) == (5, 3, changes)


def test_every_flipped_bit_is_noticed_and_costs_its_own_line_only() -> None:
    lines = [commit_line(3, number, Changes({"t": {"a": b'{"v":%d}' % number}})) for number in (1, 2, 3)]
    content = b"".join(lines)
    for position in range(len(content)):
        for bit in range(8):
            flipped = bytearray(content)
            flipped[position] ^= 1 << bit
            log = parse(bytes(flipped))
            hit = next(number for number in (1, 2, 3) if position < sum(map(len, lines[:number])))
            assert log.damaged
            assert {1, 2, 3} - {hit} <= {frame.revision for frame in log.frames}


def test_a_line_that_was_interrupted_is_no_damage() -> None:
    content = commit_line(3, 1, Changes({"t": {"a": b"1"}}))
    for cut in range(len(content)):
        for zeroes in (b"", bytes(20)):
            log = parse(content + content[:cut] + zeroes)
            assert (len(log.frames), log.damaged, log.end) == (1, False, len(content))


def test_a_text_that_looks_like_a_line_is_none() -> None:
    inner = commit_line(3, 9, Changes({"t": {"evil": b"1"}})).decode()
    content = bytearray(commit_line(3, 1, Changes({"t": {"a": orjson.dumps({"v": "\n" + inner})}})))
    content[3] ^= 1
    assert parse(bytes(content)).frames == ()


def test_tables_come_back_whatever_their_names_and_ids_are() -> None:
    tables = {'a":{': {'x":{': b"{}", "\n": b'{"a":{}}', " ": b"[]"}, "": {}, "}": {"": b'"}"', '\\"': b"1"}}
    assert tables_of(body_of(tables)) == tables


def test_half_a_commit_at_the_end_was_never_told_saved_and_is_dropped(file: Path) -> None:
    half = commit_line(3, 7, Changes({"t": {"half": b"{}"}}))[:90]
    log_of(file).write_bytes(log_of(file).read_bytes() + half)
    assert kept(file) == (ALL, [])
    put(storage(file), "next", 7)
    assert kept(file) == ({**ALL, "next": 7}, [])


def test_a_log_that_was_cut_off_is_told_wherever_the_cut_is(file: Path) -> None:
    content = log_of(file).read_bytes()
    for cut in range(0, len(content), 29):
        for path in file.parent.glob("library.damaged-*"):
            path.unlink()
        before = {path: path.read_bytes() for path in file.parent.rglob("*") if path.is_file()}
        log_of(file).write_bytes(content[:cut])
        records, codes = kept(file)
        assert codes == ["library-restored"]
        assert records.items() <= ALL.items()
        assert len(records) >= 1 + content[:cut].count(b'"put"') - 1
        assert kept(file) == (records, [])
        for path, old in before.items():
            path.write_bytes(old)
    log_of(file).unlink()
    assert kept(file)[1] == ["library-restored"]


def test_a_flipped_bit_in_the_middle_of_the_log_costs_that_commit_alone(file: Path) -> None:
    content = bytearray(log_of(file).read_bytes())
    content[content.index(b'"r3"') + 9] ^= 1
    log_of(file).write_bytes(content)
    store = storage(file)
    assert set(store.read()["t"]) == set(ALL) - {"r3"}
    (found,) = store.take_problems()
    assert (found.code, found.severity, found.fact("lost")) == ("library-restored", Severity.ERROR, "1")
    assert (file.parent / found.fact("aside")).read_bytes() == content


def test_a_flipped_bit_in_a_log_that_holds_no_commit_yet_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "LOG_SIZE", 0)
    put(storage(file), "big", "я" * 1000)
    content = bytearray(log_of(file).read_bytes())
    assert content.count(b"\n") == 1
    mark = file.with_name("library.json.mark")
    before = {path: path.read_bytes() for path in (file, mark)}
    for place in range(0, len(content), 9):
        for path, old in before.items():
            path.write_bytes(old)
        log_of(file).write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert kept(file) == ({**ALL, "big": "я" * 1000}, ["library-mended"]), place


def test_a_loss_is_told_even_when_the_program_ends_in_the_middle_of_the_repair(file: Path) -> None:
    content = bytearray(log_of(file).read_bytes())
    content[content.index(b'"r3"') + 9] ^= 1
    log_of(file).write_bytes(content)
    before = {path: path.read_bytes() for path in file.parent.rglob("*") if path.is_file()}

    def again() -> None:
        for path in file.parent.glob("library.*"):
            if path.is_file():
                path.unlink()
        for path, old in before.items():
            path.write_bytes(old)

    names = steps_of(lambda disk: DurableStorage(file, disk).read())
    for at in range(len(names)):
        for kind in ("crash before", "crash after", "torn"):
            again()
            with contextlib.suppress(Crash):
                DurableStorage(file, FaultyDisk(at, kind)).read()
            store = storage(file)
            assert set(store.read()["t"]) == set(ALL) - {"r3"}
            told = [(found.code, found.fact("lost")) for found in store.take_problems()]
            assert told == [("library-restored", "1")], f"{kind} at {at} ({names[at]})"
            assert kept(file)[1] == []


def test_a_program_that_runs_gives_back_what_the_log_lost(file: Path) -> None:
    store = storage(file)
    assert len(store.read()["t"]) == 6
    log_of(file).write_bytes(log_of(file).read_bytes()[:-30])
    assert len(store.read()["t"]) == 6
    assert [found.code for found in store.take_problems()] == ["library-rewritten"]
    assert kept(file) == (ALL, [])


def test_a_long_log_is_folded_into_the_file_and_nothing_is_seen_of_it(file: Path) -> None:
    one, other = storage(file), storage(file)
    start = one.token()
    other.read()
    for number in range(5):
        put(one, f"big{number}", "я" * 200_000)
        assert other.read()["t"][f"big{number}"]["v"] == "я" * 200_000
    snapshots = {path.name for path in file.with_name("library.json.snapshots").iterdir()}
    assert {"last-000000000001.json", "last-000000000001.log"} <= snapshots
    assert log_of(file).stat().st_size < 1_000_000
    assert kept(file)[1] == []
    big = {("t", f"big{number}") for number in range(5)}
    assert one.changed_since(start) == other.changed_since(start) == storage(file).changed_since(start) == big
    assert one.token() == other.token() == storage(file).token()


def test_a_damaged_file_after_folding_is_made_of_the_file_and_the_log_before_it(file: Path) -> None:
    store = storage(file)
    for number in range(4):
        put(store, f"big{number}", "я" * 200_000)
    put(store, "after", 1)
    every = set(store.read()["t"])
    file.write_bytes(file.read_bytes()[:-500])
    records, codes = kept(file)
    assert (set(records), codes) == (every, ["library-mended"])


def test_a_commit_costs_what_it_changes(file: Path) -> None:
    store = storage(file)
    put(store, "big", "я" * 50_000)
    before = log_of(file).stat().st_size
    put(store, "small", 1)
    assert log_of(file).stat().st_size - before < 200


def test_what_a_reader_sees_is_decoded_once(file: Path) -> None:
    store = storage(file)
    first = store.read()["t"]["r1"]
    put(storage(file), "r2", "other")
    assert store.read()["t"]["r1"] is first
    assert store.read()["t"]["r2"] == {"v": "other"}


def test_every_day_has_a_copy_of_its_own(tmp_path: Path) -> None:
    now = datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC)
    store = storage(tmp_path / "library.json", clock=lambda: now)
    for hours in (1, 2, 30, 31, 60):
        now = datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC) + datetime.timedelta(hours=hours)
        put(store, "a", hours)
    names = sorted(path.name for path in (tmp_path / "library.json.snapshots").iterdir())
    assert names == ["2026-11-20-000000000001.json", "2026-11-21-000000000003.json", "2026-11-22-000000000005.json"]


def test_the_whole_library_can_be_had_as_one_file(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "library.json"
    copy.parent.mkdir()
    copy.write_bytes(storage(file).export())
    assert kept(copy) == (ALL, [])
