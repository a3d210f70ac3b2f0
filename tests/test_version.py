"""The program knows its own version."""

import tomllib
from pathlib import Path

from app.version import VERSION

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def test_the_version_is_that_of_the_project() -> None:
    assert tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"] == VERSION
