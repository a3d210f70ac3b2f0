"""What a PDF is for, and who may open it: `main.py export` with `--preset` and `--password`."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa

from app.cli import PRESETS
from app.log import reports
from app.pipeline import Preset
from tests.end2end.running import ROOT, inside


def test_the_command_line_knows_every_preset() -> None:
    assert set(PRESETS) == set(Preset)


def test_an_archive_file_passes_the_check(source: Path, tmp_path: Path) -> None:
    done = inside("export", source, "-o", tmp_path / "a.pdf", "--preset", "archive")
    assert done.code == 0, done.err
    assert pdfa.validate_written(tmp_path / "a.pdf", "2b").verdict == "pass"


def test_a_password_closes_the_file(source: Path, tmp_path: Path) -> None:
    done = inside("export", source, "-o", tmp_path / "a.pdf", "--password", "Ёж-1")
    assert done.code == 0, done.err
    assert "Ёж-1" not in done.out + done.err
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.Pdf.open(tmp_path / "a.pdf")
    pikepdf.Pdf.open(tmp_path / "a.pdf", password="Ёж-1").close()


@pytest.mark.parametrize("line", ["Ёж-1\n", "Ёж-1\r\nнет", "Ёж-1"])
def test_a_password_may_come_by_the_input(source: Path, tmp_path: Path, line: str) -> None:
    arguments = [sys.executable, str(ROOT / "main.py"), "export", str(source), "-o", str(tmp_path / "a.pdf"), "--password", "-"]
    done = subprocess.run(arguments, input=line.encode(), capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
    assert (done.returncode, done.stderr) == (0, b"")
    pikepdf.Pdf.open(tmp_path / "a.pdf", password="Ёж-1").close()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--preset", "archive", "--password", "x"), "archive"),
        (("--password", ""), "empty"),
        (("--password", "a\tb"), "cannot be typed"),
        (("--password", "я" * 99), "127"),
        (("--preset", "film"), "film"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(source: Path, tmp_path: Path, options: tuple[str, ...], says: str) -> None:
    done = inside("export", source, "-o", tmp_path / "a.pdf", *options)
    assert done.code == 2
    assert says in done.err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("given", [["--password", "secret-1"], ["--password=secret-1"]])
def test_a_report_of_a_failure_keeps_the_password_to_itself(monkeypatch: pytest.MonkeyPatch, given: list[str]) -> None:
    """What the program was called with is not in it at all: names of clients stand in paths."""
    monkeypatch.setattr(sys, "argv", ["main.py", "export", "Romashka", *given, "-o", "a.pdf"])
    try:
        raise ValueError(sys.argv)
    except ValueError as wrong:
        told = reports.report(wrong)
    assert "ValueError" in told
    assert not [word for word in ("secret-1", "Romashka", "a.pdf") if word in told]
