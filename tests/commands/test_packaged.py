"""A packaged program keeps its libraries to itself."""

import os
import sys

import pytest

from app.commands.packaged import hand_back_libraries, with_libraries

OWN = "/opt/blesna/_internal"


@pytest.mark.parametrize("before", ["", "/opt/mine"])
def test_other_programs_get_the_systems_libraries(monkeypatch: pytest.MonkeyPatch, before: str) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", OWN, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", OWN)
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    hand_back_libraries()
    assert os.environ.get("LD_LIBRARY_PATH", "") == before
    assert with_libraries()["LD_LIBRARY_PATH"] == OWN


def test_where_nothing_is_packaged_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/mine")
    hand_back_libraries()
    assert with_libraries() == dict(os.environ)
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/mine"
