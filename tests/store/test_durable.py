"""The storage below the library notices damage, falls back on snapshots and never touches what is newer."""

import datetime
import random
import threading
from pathlib import Path
from typing import Any

import orjson
import pytest
from tinydb import TinyDB

from app.problems import Severity
from app.store.durable import DurableStorage, NewerSchemaError
from app.store.envelope import seal, unseal
from app.store.migrations import LIBRARY_SCHEMA
from app.store.snapshots import Snapshots, thinned
from tests.store.faults.faulty import FaultyDisk


class Calendar:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.now


def storage(path: Path, **more: Any) -> DurableStorage:
    return DurableStorage(path, FaultyDisk(), **{"schema": 1, "steps": {}, **more})


def put(store: DurableStorage, value: object) -> None:
    with store.transaction():
        store.write({**store.read(), "t": {"1": {"v": value}}})


def value(store: DurableStorage) -> object:
    return store.read()["t"]["1"]["v"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "library.json"
    store = storage(path)
    for number in range(1, 4):
        put(store, number)
    return path


def codes(store: DurableStorage) -> list[str]:
    return [found.code for found in store.take_problems()]


def test_a_library_that_is_not_there_is_empty_and_reading_makes_no_file(tmp_path: Path) -> None:
    store = storage(tmp_path / "library.json")
    assert store.read() == {}
    assert list(tmp_path.iterdir()) == []


def test_what_was_written_is_read_by_others(file: Path) -> None:
    assert value(storage(file)) == 3


def test_a_file_is_json_with_schema_revision_and_checksum(file: Path) -> None:
    content = file.read_bytes()
    assert content.startswith(b'{"schema":1,"revision":1,"sha256":"')
    assert content.endswith(b'"data":{\n"t":{\n "1":{"v":1}\n}\n}}\n')
    assert orjson.loads(content)["data"] == {"t": {"1": {"v": 1}}}
    commits = file.with_name("library.json.log").read_bytes().splitlines()[1:]
    assert [line.split(b" ", 3)[1] for line in commits] == [b"2", b"3"]
    assert commits[1].endswith(b'{"schema":1,"put":{"t":{"1":{"v":3}}},"gone":{"t":[]},"dropped":[]}')


def test_every_flipped_bit_and_every_cut_is_noticed() -> None:
    content, stamp = seal(1, 7, {"t": {"1": {"v": "текст"}}})
    opened = unseal(content)
    assert opened and opened.stamp == stamp
    for position in range(len(content)):
        for bit in range(8):
            flipped = bytearray(content)
            flipped[position] ^= 1 << bit
            assert unseal(bytes(flipped)) is None
        assert unseal(content[:position]) is None
    assert unseal(content + b"\n") is None


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_file_is_restored_told_and_put_aside(file: Path, seed: int) -> None:
    """Bit flips, cuts, zeroes, an empty file: snapshot and log bring all of it back, and the user hears of it."""
    chance = random.Random(seed)
    content = bytearray(file.read_bytes())
    position = chance.randrange(len(content))
    damage = chance.choice(["flip", "cut", "zero"])
    if damage == "flip":
        content[position] ^= 1 << chance.randrange(8)
    elif damage == "cut":
        del content[position:]
    else:
        content[position:] = bytes(len(content) - position)
    file.write_bytes(content)
    store = storage(file)
    assert value(store) == 3
    (found,) = store.take_problems()
    assert (found.code, found.severity) == ("library-mended", Severity.WARNING)
    assert (file.parent / found.fact("aside")).read_bytes() == content
    assert value(storage(file)) == 3
    put(store, "weiter")
    assert value(storage(file)) == "weiter"
    assert codes(store) == []
    assert codes(storage(file)) == []


def test_an_empty_file_is_damage_and_no_empty_library(file: Path) -> None:
    file.write_bytes(b"")
    store = storage(file)
    assert value(store) == 3
    assert codes(store) == ["library-mended"]


def test_a_library_that_vanished_comes_back_from_its_snapshots(file: Path) -> None:
    file.unlink()
    store = storage(file)
    assert value(store) == 3
    assert codes(store) == ["library-mended"]


def test_a_damaged_snapshot_is_passed_over(tmp_path: Path) -> None:
    """What the log holds is put onto the older snapshot; what only the newer one held is missing, and that is told."""
    clock = Calendar()
    store = DurableStorage(tmp_path / "library.json", FaultyDisk(), clock)
    put(store, "first day")
    clock.now += datetime.timedelta(days=1)
    with store.transaction():
        store.write({**store.read(), "u": {"1": {"v": "second day"}}})
    put(store, "last")
    store.path.write_bytes(b"{")
    newest = Snapshots(store.path, FaultyDisk(), datetime.date.today).all()[0]
    newest.path.write_bytes(newest.path.read_bytes()[:-9])
    found = storage(store.path, schema=LIBRARY_SCHEMA)
    assert found.read() == {"t": {"1": {"v": "last"}}, "u": {"1": {"v": "second day"}}}
    assert codes(found) == ["library-mended"]


def test_without_any_good_snapshot_the_commits_of_the_log_are_kept_and_the_user_is_told(file: Path) -> None:
    with storage(file).transaction():
        pass
    store = storage(file)
    with store.transaction():
        store.write({**store.read(), "u": {"1": {"v": 4}}})
    file.write_bytes(b"broken")
    for one in file.with_name("library.json.snapshots").iterdir():
        one.write_bytes(b"broken")
    store = storage(file)
    assert store.read() == {"t": {"1": {"v": 3}}, "u": {"1": {"v": 4}}}
    (found,) = store.take_problems()
    assert (found.code, found.severity, found.fact("lost")) == ("library-restored", Severity.ERROR, "1")


def test_without_anything_good_the_library_is_empty_and_the_user_is_told(file: Path) -> None:
    file.write_bytes(b"broken")
    file.with_name("library.json.log").unlink()
    for one in file.with_name("library.json.snapshots").iterdir():
        one.write_bytes(b"broken")
    store = storage(file)
    assert store.read() == {}
    assert codes(store) == ["library-lost"]
    assert [path.read_bytes() for path in file.parent.glob("library.damaged-*")] == [b"broken"]


def test_damage_while_the_program_runs_costs_nothing(file: Path) -> None:
    store = storage(file)
    assert value(store) == 3
    file.write_bytes(b"broken")
    assert value(store) == 3
    assert codes(store) == ["library-rewritten"]
    assert value(storage(file)) == 3


def test_a_folder_that_vanishes_while_the_program_runs_is_made_again(file: Path) -> None:
    store = storage(file)
    assert value(store) == 3
    file.parent.joinpath("library.json.snapshots").rename(file.parent / "gone")
    file.unlink()
    assert value(store) == 3
    put(store, 4)
    assert value(storage(file)) == 4


def test_another_program_is_noticed(file: Path) -> None:
    one, other = storage(file), storage(file)
    assert value(one) == 3
    put(other, "other")
    assert value(one) == "other"
    put(one, [value(one), "one"])
    assert value(other) == ["other", "one"]


def test_a_token_changes_with_every_commit_by_anyone_and_with_nothing_else(file: Path) -> None:
    one, other = storage(file), storage(file)
    before = one.token()
    assert before == one.token() == other.token()
    assert one.changed_since(before) == frozenset()
    put(other, "other")
    assert one.token() == other.token() != before
    assert one.changed_since(before) == other.changed_since(before) == storage(file).changed_since(before) == {("t", "1")}
    assert one.changed_since("nonsense") is None


def test_a_transaction_is_all_or_nothing(file: Path) -> None:
    store = storage(file)
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.read()["t"]["1"]["v"] = "half"
        store.write(store.read())
        raise ZeroDivisionError
    assert value(store) == value(storage(file)) == 3
    with store.transaction():
        store.write({**store.read(), "t": {"1": {"v": 4}}})
        store.write({**store.read(), "u": {}})
        assert value(storage(file)) == 3
    assert storage(file).read() == {"t": {"1": {"v": 4}}, "u": {}}


def test_writing_outside_of_a_transaction_is_refused_and_changes_nothing(file: Path) -> None:
    store = storage(file)
    tables = store.read()
    tables["t"]["1"]["v"] = "stray"
    with pytest.raises(RuntimeError):
        store.write(tables)
    assert value(store) == 3


def test_a_transaction_inside_another_is_refused(file: Path) -> None:
    store = storage(file)
    with pytest.raises(RuntimeError), store.transaction(), store.transaction():
        pass
    put(store, 4)
    assert value(store) == 4


def test_threads_take_turns(file: Path) -> None:
    store = storage(file)
    put(store, 0)

    def count() -> None:
        for _ in range(20):
            with store.transaction():
                store.write({"t": {"1": {"v": value(store) + 1}}})  # type: ignore[operator]

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert value(store) == 80


def test_a_newer_library_is_read_and_never_written(file: Path) -> None:
    put(storage(file, schema=2, steps={1: dict}), "newer")
    before = file.read_bytes()
    store = storage(file)
    assert value(store) == "newer"
    assert codes(store) == ["library-newer"]
    with pytest.raises(NewerSchemaError), store.transaction():
        store.write({})
    assert file.read_bytes() == before
    assert value(store) == "newer"
    assert codes(store) == []


def test_an_old_library_is_upgraded_and_its_old_state_is_kept_for_ever(file: Path) -> None:
    steps = {1: lambda data: {**data, "new": {}}}
    store = storage(file, schema=2, steps=steps)
    assert store.read() == {"t": {"1": {"v": 3}}, "new": {}}
    assert file.read_bytes().startswith(b'{"schema":1,')
    for number in range(20):
        put(store, number)
    assert file.read_bytes().startswith(b'{"schema":2,')
    kept = unseal((file.with_name("library.json.snapshots") / "schema1-000000000003.json").read_bytes())
    assert kept and kept.data == {"t": {"1": {"v": 3}}}


def test_a_damaged_old_library_is_restored_in_the_new_form(file: Path) -> None:
    file.write_bytes(b"broken")
    steps = {1: lambda data: {**data, "new": {}}}
    assert storage(file, schema=2, steps=steps).read() == {"t": {"1": {"v": 3}}, "new": {}}
    assert storage(file, schema=2, steps=steps).read() == {"t": {"1": {"v": 3}}, "new": {}}


def test_one_copy_a_day_is_kept(tmp_path: Path) -> None:
    clock = Calendar()
    store = DurableStorage(tmp_path / "library.json", FaultyDisk(), clock)
    for _ in range(300):
        put(store, clock.now.isoformat())
        put(store, clock.now.isoformat())
        clock.now += datetime.timedelta(days=1)
    snapshots = Snapshots(store.path, FaultyDisk(), lambda: clock().date()).all()
    days = [one.day for one in snapshots if one.day]
    assert len(days) == len(set(days))
    assert 12 + 9 < len(days) <= 12 + 10 + 9
    assert min(days) == datetime.date(2026, 2, 28)


def test_thinning_keeps_days_weeks_and_months() -> None:
    first = datetime.date(2026, 1, 1)
    days = [first + datetime.timedelta(days=number) for number in range(365)]
    kept = thinned(days)
    assert set(days[-12:]) <= kept
    assert {(day.year, day.month) for day in kept} >= {(2026, month) for month in range(4, 13)}
    assert min(kept) == datetime.date(2026, 4, 30)
    assert thinned(kept) == kept


def test_a_snapshot_that_cannot_be_made_does_not_stop_a_save(file: Path) -> None:
    folder = file.with_name("library.json.snapshots")
    folder.rename(file.parent / "elsewhere")
    folder.write_bytes(b"in the way")
    store = storage(file)
    put(store, 4)
    assert value(storage(file)) == 4
    (found,) = store.take_problems()
    assert (found.code, found.severity) == ("library-no-snapshot", Severity.WARNING)


def test_tinydb_works_on_it(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "library.json", storage=DurableStorage) as database:
        table = database.table("people", cache_size=0)
        with database.storage.transaction():  # type: ignore[attr-defined]
            table.insert({"name": "Анна"})
            table.update({"role": "арт-директор"})
    with TinyDB(tmp_path / "library.json", storage=DurableStorage) as database:
        assert database.table("people").all() == [{"name": "Анна", "role": "арт-директор"}]
