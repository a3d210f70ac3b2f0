"""Modules that lie compiled in one file are those of their sources, wherever the file is, changed or broken."""

import os
import subprocess
import sys
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import ModuleType

import pytest

from app.commands import loading

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from app.commands import loading
loading.ROOMS = ("house",)
loading.begin()
import house.room.door
import house.wall
if "note" in sys.argv:
    loading.note()
import house.late
print(house.room.door.SAYS, house.wall.SAYS, *(type(sys.modules[name].__spec__.loader).__name__ for name in
      ("house", "house.room", "house.room.door", "house.wall", "house.late")))
assert house.room.__path__ == [house.room.__file__.removesuffix("/__init__.py")]
assert house.wall.__cached__.endswith(".pyc") and house.wall.__file__.endswith("wall.py")
loading.save()
"""
FOUND, LOADED = "SourceFileLoader", "Loader"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    room = tmp_path / "house" / "room"
    room.mkdir(parents=True)
    for file in (room.parent / "__init__.py", room / "__init__.py", room.parent / "late.py"):
        file.write_text("", "utf-8")
    (room / "door.py").write_text("SAYS = 'open'", "utf-8")
    (room.parent / "wall.py").write_text("SAYS = 'white'", "utf-8")
    return room.parent


def ran(house: Path, *words: str, **environment: str) -> list[str]:
    env = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{house.parent}", "PYTHONDONTWRITEBYTECODE": ""}
    env |= {"PYTHONPYCACHEPREFIX": str(house.parent / "kept"), **environment}
    done = subprocess.run([sys.executable, "-c", PROGRAM, *words], env=env, check=True, capture_output=True, text=True)
    return done.stdout.split()


def kept(house: Path) -> Path:
    return next((house.parent / "kept").rglob("*.modules"))


def test_what_the_last_start_needed_lies_in_one_file(house: Path) -> None:
    assert ran(house, "note") == ["open", "white", *[FOUND] * 5]
    assert ran(house) == ["open", "white", FOUND, LOADED, LOADED, LOADED, FOUND]


def test_modules_of_pythons_own_library_lie_there_too(house: Path) -> None:
    program = """
import sys
from app.commands import loading
loading.begin()
import colorsys, json.tool
loading.note()
loading.save()
print(*(type(sys.modules[name].__spec__.loader).__name__ for name in ("colorsys", "json", "json.tool", "os")))
assert colorsys.hls_to_rgb(0, 1, 0) == (1, 1, 1)
"""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(house / "kept")}
    said = []
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", program], env=env, check=True, capture_output=True, text=True)
        said.append(done.stdout.split()[:3])
    assert said == [[FOUND] * 3, [LOADED] * 3]


def test_a_source_that_changed_is_read_anew_and_kept_anew(house: Path) -> None:
    ran(house, "note")
    (house / "wall.py").write_text("SAYS = 'bright'", "utf-8")
    assert ran(house, "note") == ["open", "bright", FOUND, LOADED, LOADED, FOUND, FOUND]
    assert ran(house)[:6] == ["open", "bright", FOUND, LOADED, LOADED, LOADED]


def test_a_copy_elsewhere_has_its_own_modules(house: Path, tmp_path: Path) -> None:
    ran(house, "note")
    other = tmp_path / "other" / "house"
    other.parent.mkdir()
    house.rename(other)
    house.symlink_to(other)
    (other / "wall.py").write_text("SAYS = 'black'", "utf-8")
    assert ran(other, PYTHONPYCACHEPREFIX=str(tmp_path / "kept"))[:6] == ["open", "black", *[FOUND] * 4]


@pytest.mark.parametrize("content", [b"", b"nonsense", MAGIC_NUMBER + b"i\x01\x00\x00\x00"])
def test_a_damaged_file_does_no_harm(house: Path, content: bytes) -> None:
    ran(house, "note")
    kept(house).write_bytes(content)
    assert ran(house) == ["open", "white", *[FOUND] * 5]


def test_nothing_is_written_where_python_may_leave_nothing(house: Path) -> None:
    said = ran(house, "note", PYTHONDONTWRITEBYTECODE="1")
    assert said == ["open", "white", *[FOUND] * 5]
    assert not list(house.parent.rglob("*.modules"))


def test_a_module_that_is_gone_is_not_found(tmp_path: Path) -> None:
    assert loading.Shelf(tmp_path / "none").find_spec("app.gone", [str(ROOT / "app")]) is None


def test_modules_are_noted_while_another_thread_loads_some(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window notes what its start needed while the worker goes on loading."""

    def load(name: str) -> bool:
        monkeypatch.setitem(sys.modules, f"{name}-loaded-meanwhile", ModuleType("meanwhile"))
        return False

    monkeypatch.setattr(loading, "_is_kept", load)
    loading.Shelf(tmp_path / "shelf").note()
