"""What is worked out once is found again, and its absence harms nobody."""

import sys
from pathlib import Path

import pytest

from app import bytecode


@pytest.fixture(autouse=True)
def bytecode_may_be_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_what_was_kept_is_found_and_nothing_else_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "kept"
    for value in ({"слово": (4, (2, 3))}, compile("1 + 1", "<string>", "eval")):
        bytecode.keep(path, value)
        assert bytecode.kept(path) == value
    assert list(path.parent.iterdir()) == [path]


def test_it_is_kept_with_the_bytecode_of_its_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    place = bytecode.place(__file__, "patterns")
    assert place.is_relative_to(tmp_path)
    assert place.name == f"test_bytecode.{sys.implementation.cache_tag}.patterns"


@pytest.mark.parametrize("found", [b"", b"text", b"\0\0\0\0N", bytecode.MAGIC_NUMBER, bytecode.MAGIC_NUMBER + b"\xff\x00"])
def test_a_file_that_is_no_such_file_is_as_good_as_none(found: bytes, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(found)
    assert bytecode.kept(tmp_path / "kept") is None
    assert bytecode.kept(tmp_path / "none") is None


def test_nothing_is_written_where_python_may_leave_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    bytecode.keep(tmp_path / "kept", 1)
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_kept_or_written_is_left_out(tmp_path: Path) -> None:
    bytecode.keep(tmp_path / "kept", object())
    (tmp_path / "file").write_bytes(b"")
    bytecode.keep(tmp_path / "file" / "kept", 1)
    (tmp_path / "folder").mkdir()
    bytecode.keep(tmp_path / "folder", 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]
