"""Catalogs that were worked out before say what their files do."""

import shutil
import sys
from gettext import GNUTranslations
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

from app.commands import catalogs

RU = catalogs.TRANSLATIONS / "ru" / "LC_MESSAGES" / "interface.mo"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of catalogs, and another for what is kept of them."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(GNUTranslations, "_parse", catalogs._parse)
    monkeypatch.setattr(catalogs, "TRANSLATIONS", tmp_path)
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    return Path(shutil.copy(RU, folder))


def opened(file: Path) -> GNUTranslations:
    with file.open("rb") as there:
        return GNUTranslations(there)


def test_a_kept_catalog_says_the_same(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = opened(place)
    monkeypatch.setattr(catalogs, "_plain", None)  # a second time nobody needs it
    second = opened(place)
    assert vars(first)["_catalog"] == vars(second)["_catalog"]
    assert first.info() == second.info()
    one, many = next(key for key in vars(first)["_catalog"] if isinstance(key, tuple))[0], "unknown"
    said = [first.ngettext(one, many, n) for n in range(120)]
    assert said == [second.ngettext(one, many, n) for n in range(120)]
    assert len(set(said)) == 3


def test_a_catalog_that_changed_is_read_anew(place: Path) -> None:
    before = vars(opened(place))["_catalog"]
    shutil.copy(RU.with_name("document.mo"), place)
    assert vars(opened(place))["_catalog"].keys() != before.keys()


def test_a_damaged_file_does_no_harm(place: Path, tmp_path: Path) -> None:
    opened(place)
    for kept in (tmp_path / "kept").rglob("*.ru-interface"):
        kept.write_bytes(MAGIC_NUMBER + b"N")
    assert opened(place).gettext("&File") != "&File"
