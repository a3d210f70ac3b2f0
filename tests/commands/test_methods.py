"""The methods of dataclasses are compiled once, not at every start, and are the same as ever."""

import marshal
import os
import subprocess
import sys
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

from app import bytecode
from app.commands import methods
from app.commands.methods import Shelf

ROOT = Path(__file__).resolve().parents[2]
TEXT = "def twice(number):\n return number + number"
OTHER = "def twice(number):\n return number * 2"

PROGRAM = """
import sys
from app.commands.quickstart import begin, leave
begin()
from dataclasses import dataclass, field
@dataclass(frozen=True, slots=True, order=True)
class Point:
    x: int
    y: list[int] = field(default_factory=list)
point = Point(3)
try:
    point.x = 4
except AttributeError as wrong:
    print(type(wrong).__name__, wrong)
print(point, point == Point(3, []), point < Point(4), point.y, Point.__init__.__qualname__)
leave(0)
"""


@pytest.fixture(autouse=True)
def bytecode_may_be_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def twice(shelf: Shelf, text: str = TEXT) -> object:
    made: dict[str, object] = {}
    shelf.run(text, {}, made)
    function = made["twice"]
    assert callable(function)
    return function(21)


def ran(folder: Path, **environment: str) -> str:
    program = folder / "program.py"
    program.write_text(PROGRAM, "utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "kept")}
    done = subprocess.run([sys.executable, program], env={**env, **environment}, check=True, capture_output=True, text=True)
    assert not done.stderr
    return done.stdout


def kept(folder: Path) -> list[Path]:
    return list((folder / "kept").rglob("methods.*.dataclasses"))


def test_a_text_is_compiled_once_and_found_at_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Shelf(tmp_path / "kept")
    assert twice(first) == 42
    first.save()
    second = Shelf(tmp_path / "kept")
    monkeypatch.setattr(methods, "compile", None, raising=False)
    assert twice(second) == 42
    with pytest.raises(TypeError):
        twice(second, OTHER)


def test_what_one_start_compiled_is_added_to_what_is_kept(tmp_path: Path) -> None:
    for text in (TEXT, OTHER):
        shelf = Shelf(tmp_path / "kept")
        assert twice(shelf, text) == 42
        shelf.save()
    assert bytecode.kept(tmp_path / "kept").keys() == {TEXT, OTHER}


def test_what_the_start_wants_lies_apart_from_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Shelf(tmp_path / "kept")
    twice(first)
    first.note()
    twice(first, OTHER)
    first.save()
    assert bytecode.kept(tmp_path / "kept-first").keys() == {TEXT}
    assert bytecode.kept(tmp_path / "kept").keys() == {TEXT, OTHER}
    monkeypatch.setattr(methods, "compile", None, raising=False)
    again = Shelf(tmp_path / "kept")
    assert twice(again) == 42
    assert again._kept is None
    assert twice(again, OTHER) == 42


def test_what_older_versions_left_is_dropped_when_there_is_much_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = Shelf(tmp_path / "kept")
    twice(old)
    old.save()
    monkeypatch.setattr(methods, "MOST_KEPT", 1)
    new = Shelf(tmp_path / "kept")
    twice(new, OTHER)
    new.save()
    assert bytecode.kept(tmp_path / "kept").keys() == {OTHER}


@pytest.mark.parametrize(
    "found",
    [b"", b"text", MAGIC_NUMBER, MAGIC_NUMBER + b"\xff\x00", MAGIC_NUMBER + marshal.dumps([1]), b"\0\0\0\0" + marshal.dumps({})],
)
def test_a_file_that_is_no_such_file_is_as_good_as_none(found: bytes, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(found)
    shelf = Shelf(tmp_path / "kept")
    assert twice(shelf) == 42
    shelf.save()
    assert (tmp_path / "kept").read_bytes().startswith(MAGIC_NUMBER)
    assert twice(Shelf(tmp_path / "kept")) == 42


def test_where_nothing_can_be_written_all_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    shelf = Shelf(tmp_path / "file" / "kept")
    assert twice(shelf) == 42
    shelf.save()
    assert not [path for path in tmp_path.iterdir() if path.name != "file"]


def test_classes_are_the_same_when_their_methods_come_from_the_shelf(tmp_path: Path) -> None:
    first = ran(tmp_path)
    assert first == ("FrozenInstanceError cannot assign to field 'x'\nPoint(x=3, y=[]) True True [] Point.__init__\n")
    [path] = kept(tmp_path)
    written = path.stat().st_mtime_ns
    assert ran(tmp_path) == first
    assert path.stat().st_mtime_ns == written


def test_nothing_is_left_behind_where_python_may_leave_nothing(tmp_path: Path) -> None:
    """Who names a place for bytecode and forbids to write it means both."""
    assert ran(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert not kept(tmp_path)
