"""A PDF is written wholly or not at all, and never over something else."""

import os
from pathlib import Path

import pytest

from app.store.targets import write_pdf

PDF = b"%PDF-1.7\nnew"


def code(target: Path) -> str:
    refused = write_pdf(target, PDF)
    assert refused
    return refused.code


def test_a_new_file_and_its_folders_are_made(tmp_path: Path) -> None:
    target = tmp_path / "папка" / "ещё" / "КП «Ромашка».pdf"
    assert write_pdf(target, PDF) is None
    assert target.read_bytes() == PDF
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_an_older_pdf_and_an_empty_file_are_replaced(tmp_path: Path) -> None:
    for old in (b"%PDF-1.4 old", b""):
        target = tmp_path / "a.pdf"
        target.write_bytes(old)
        assert write_pdf(target, PDF) is None
        assert target.read_bytes() == PDF


def test_a_file_that_is_no_pdf_stays(tmp_path: Path) -> None:
    target = tmp_path / "estimate.xlsx"
    target.write_bytes(b"PK\x03\x04")
    assert code(target) == "target-no-pdf"
    assert target.read_bytes() == b"PK\x03\x04"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert code(tmp_path) == "target-folder"


def test_a_device_is_left_alone(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe.pdf"
    os.mkfifo(fifo)
    assert code(fifo) == "target-no-file"
    assert fifo.is_fifo()


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert code(tmp_path / "file" / "a.pdf") in ("disk-gone", "disk-failed")


def test_a_name_that_no_disk_takes_is_told(tmp_path: Path) -> None:
    assert code(tmp_path / ("я" * 300 + ".pdf")) == "disk-failed"


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(b"%PDF-old")
    link = tmp_path / "link.pdf"
    link.symlink_to(real)
    assert write_pdf(link, PDF) is None
    assert link.is_symlink()
    assert real.read_bytes() == PDF


def test_a_file_that_another_program_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where a viewer locks the file it shows."""
    target = tmp_path / "a.pdf"
    target.write_bytes(b"%PDF-old")

    def locked(self: Path, other: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    assert code(target) == "target-busy"
    assert target.read_bytes() == b"%PDF-old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
