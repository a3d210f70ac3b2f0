"""What the system lacks is named together with what brings it."""

import os
from pathlib import Path

import pytest

from app.commands import libraries
from app.wording import line

FATAL = "This application failed to start because no Qt platform plugin could be initialized."
NOT_LOADED = 'Could not load the Qt platform plugin "xcb" in "" even though it was found.'


@pytest.fixture
def lacking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system whose linker does not find two libraries."""
    teller = tmp_path / "ldd"
    teller.write_text(
        '#!/bin/sh\nfor file in "$@"; do echo "$file:"; done > "$0.asked"\n'
        "printf '\\tlibxcb-cursor.so.0 => not found\\n\\tlibEGL.so.1 => not found\\n\\tlibc.so.6 => /lib/libc.so.6 (0x7)\\n"
        "\\tlibEGL.so.1 => not found\\n'\n"
    )
    teller.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path / "ldd.asked"


def test_everything_that_the_window_lacks_is_told_at_once_with_its_packages(lacking: Path) -> None:
    told = line(libraries.not_shown([NOT_LOADED, FATAL], ":0"))
    assert told == (
        "error: The window cannot be opened: this system lacks libxcb-cursor.so.0, libEGL.so.1. On Debian and Ubuntu install it "
        "with: apt install libxcb-cursor0 libegl1. The commands work without it."
    )
    assert "libqxcb.so" in lacking.read_text() and "QtWidgets" in lacking.read_text()


def test_what_an_import_lacks_is_told_in_the_same_words(lacking: Path) -> None:
    wrong = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert libraries.not_imported(wrong) == libraries.not_shown([NOT_LOADED])
    os.environ["PATH"] = ""
    assert "apt install libegl1." in line(libraries.not_imported(wrong))
    assert "no module" in line(libraries.not_imported(ImportError("no module")))


def test_a_system_that_has_everything_may_have_no_screen() -> None:
    said = ["qt.qpa.xcb: could not connect to display :7", NOT_LOADED, FATAL]
    assert libraries.not_shown(said, ":7").code == "screen-unreachable"
    assert libraries.not_shown([FATAL]).facts == (("reason", FATAL),)


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libGL.so.1", "libgl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_packages_are_named_as_debian_names_them(library: str, package: str) -> None:
    assert libraries.package(library) == package
