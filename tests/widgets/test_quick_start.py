"""What makes Qt load quickly changes nothing of what is loaded."""

import builtins
import enum
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from widgets import quickenums, quickqt

ROOT = Path(__file__).resolve().parents[2]
BITS = [("Nothing", 0), ("High", 8), ("Low", 1), ("Both", 9), ("Alias", 8), ("Left", 16), ("All", 0xFF)]
RISING = [("One", 1), ("Two", 2), ("Three", 3), ("Four", 4)]
STRANGE: list[list[tuple[Any, Any]]] = [
    [("name", 1), ("Other", 2)],
    [("value", 1)],
    [("Words", "text"), ("Pair", (1, 2))],
    [("_private", 3), ("Seen", 4)],
    [],
]
KINDS = [enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag]
plain = enum.EnumType.__dict__["_create_"]


@pytest.fixture(autouse=True)
def start_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quickenums, "_is_over", [False])


def told(made: Any) -> dict[str, Any]:
    """Everything there is to an enumeration, in words."""
    own = {key: str(value).partition(" at 0x")[0] for key, value in vars(made).items() if not isinstance(value, enum.Enum)}
    for key in ("_member_map_", "_value2member_map_", "__new__"):
        own.pop(key, None)
    return {
        **own,
        "names": [(name, one.name, one.value, vars(one)) for name, one in made.__members__.items()],
        "values": [(value, one.name) for value, one in made._value2member_map_.items()],
        "counted": [one.name for one in made],
        "repr": [repr(one) for one in made.__members__.values()],
        "new": made.__new__ is enum.Enum.__new__,
    }


def quick(kind: Any, names: Any, **options: Any) -> Any:
    return quickenums._made(kind, "Made", names, module="here", **options)


def same(found: dict[str, Any]) -> str:
    """Two classes of one name are told apart by nothing but where they lie."""
    return str(sorted(found.items())).replace("__objclass__", "")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("names", [BITS, RISING, *STRANGE])
@pytest.mark.parametrize("boundary", [None, enum.FlagBoundary.KEEP])
def test_an_enumeration_that_is_made_quickly_is_the_one_that_python_makes(kind: Any, names: Any, boundary: Any) -> None:
    try:
        ours = quick(kind, list(names), boundary=boundary)
    except (TypeError, ValueError) as refused:
        with pytest.raises(type(refused)):
            plain(kind, "Made", list(names), module="here", boundary=boundary)
    else:
        theirs = plain(kind, "Made", list(names), module="here", boundary=boundary)
        assert same(told(ours)) == same(told(theirs))


def test_flags_that_are_made_quickly_are_put_together_and_taken_apart() -> None:
    made = quick(enum.Flag, BITS, boundary=enum.FlagBoundary.KEEP)
    assert made.High | made.Low == made.Both
    assert list(made.Both) == [made.High, made.Low]
    assert made.Alias is made.High
    assert (made.All & ~made.Low).value == 0xFE
    assert made(1 << 12 | 1).value == 1 << 12 | 1
    with pytest.raises(AttributeError):
        made.High = 3


LOOKS: list[Callable[[Any], object]] = [
    lambda made: made.High,
    lambda made: made(8),
    lambda made: made["Alias"],
    list,
    len,
    dir,
    lambda made: list(reversed(made)),
    lambda made: made.__members__,
    lambda made: made._value2member_map_,
    lambda made: hasattr(made, "Sideways"),
    lambda made: type("More", (made,), {}) if not made._member_names_ else None,
    lambda made: setattr(made, "extra", 1),
]


@pytest.mark.parametrize("look", LOOKS)
def test_members_are_there_for_whoever_looks_at_an_enumeration_first(look: Callable[[Any], object]) -> None:
    made = quick(enum.IntFlag, BITS)
    assert type(made) is quickenums.Late
    assert made.__module__ == "here"
    assert made.__name__ == "Made"
    look(made)
    assert type(made) is enum.EnumType
    assert made(9) is made.Both
    assert [one.name for one in made] == ["High", "Low", "Left"]


def test_members_are_made_once_however_many_look_at_the_same_time() -> None:
    for _ in range(20):
        made = quick(enum.Enum, [(f"N{number}", number) for number in range(300)])
        start = threading.Barrier(4)
        seen: list[object] = []

        def look(made: Any = made, start: threading.Barrier = start, seen: list[object] = seen) -> None:
            start.wait()
            seen.append(made.N299)

        threads = [threading.Thread(target=look) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(seen) == 4
        assert len(set(map(id, seen))) == 1


def test_a_name_that_comes_twice_is_refused_as_ever() -> None:
    with pytest.raises(TypeError, match="already defined"):
        quick(enum.Enum, [("A", 1), ("A", 2)])


def test_code_that_was_kept_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    compiled: list[object] = []
    real = builtins.compile

    def counted(*given: Any, **options: Any) -> Any:
        compiled.append(given[0])
        return real(*given, **options)

    monkeypatch.setattr(builtins, "compile", counted)
    for _ in range(2):
        kept = quickqt.Kept(tmp_path / "kept")
        made: dict[str, Any] = {}
        exec(kept.compile(b"answer = 6 * 7", "answer.py", "exec"), made)
        assert made["answer"] == 42
        kept.save()
    assert compiled == [b"answer = 6 * 7"]
    other = quickqt.Kept(tmp_path / "kept").compile(b"answer = 6 * 8", "answer.py", "exec")
    assert len(compiled) == 2
    assert other.co_filename == "answer.py"


def test_a_file_of_kept_code_that_is_damaged_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"nonsense")
    assert quickqt.Kept(tmp_path / "kept").compile(b"1", "one.py", "exec").co_filename == "one.py"


PROGRAM = """
import builtins
compiled = []
real = builtins.compile
def counted(source, filename, *others, **options):
    compiled.append(str(filename))
    return real(source, filename, *others, **options)
builtins.compile = counted
from widgets.quickqt import load
load()
from PySide6.QtCore import Qt
assert builtins.compile is counted
print(sum("shibokensupport" in name for name in compiled), (Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft).value)
"""


def test_pyside_is_compiled_at_the_first_start_only(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path / "kept")}
    said = []
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", PROGRAM], env=env, check=True, capture_output=True, text=True)
        said.append(done.stdout.split())
    assert int(said[0][0]) > 5
    assert said[1] == ["0", "33"]


def test_wrong_arguments_are_told_of_although_nobody_has_looked_at_any_member() -> None:
    program = """
from widgets.quickqt import load
load()
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from widgets import quickenums
app = QApplication([])
assert type(Qt.Corner) is quickenums.Late
try:
    QLabel(3.5, [])
except TypeError as wrong:
    print(str(wrong).splitlines()[1].strip())
assert type(Qt.Corner) is not quickenums.Late
print(Qt.AlignLeft is Qt.AlignmentFlag.AlignLeft)
"""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", program], env=env, check=True, capture_output=True, text=True)
    assert done.stdout.splitlines() == ["PySide6.QtWidgets.QLabel.__init__(float, list)", "True"]


def test_after_the_start_members_are_made_at_once() -> None:
    before = quick(enum.Enum, RISING)
    quickenums.finish()
    assert quickenums.is_over()
    assert type(before) is type(quick(enum.Enum, RISING)) is enum.EnumType


def test_a_window_that_closes_loads_nothing_to_see_whether_something_stands_typed() -> None:
    program = """
import sys
from PySide6.QtWidgets import QApplication
from widgets.window.typing import finish_typing
app = QApplication([])
finish_typing()
print("widgets.estimate.cell_editor" in sys.modules, "widgets.preview.inplace" in sys.modules)
"""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", program], env=env, check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]
