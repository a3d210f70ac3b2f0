"""The sizes of pictures are read from their headers once."""

import os
import time
from pathlib import Path

import pytest
from PIL import Image

from app.pdf.sizes import FILE, PictureSizes

LONG_AGO = time.time_ns() - 3_600_000_000_000


def picture(path: Path, size: tuple[int, int]) -> Path:
    """Write a picture of a size, as if long ago."""
    Image.new("RGB", size).save(path)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


def test_a_size_is_known_at_the_next_start(tmp_path: Path) -> None:
    file = picture(tmp_path / "a.bmp", (40, 20))
    first = PictureSizes(tmp_path / "cache")
    assert first.of(file) == (40, 20)
    first.save()
    picture(file, (20, 40))  # as many bytes, at the same time: only somebody who opens it could tell
    assert PictureSizes(tmp_path / "cache").of(file) == (40, 20)


def test_another_file_is_measured_again(tmp_path: Path) -> None:
    file = picture(tmp_path / "a.bmp", (30, 20))
    sizes = PictureSizes(tmp_path / "cache")
    assert sizes.of(file) == (30, 20)
    sizes.save()
    Image.new("RGB", (8, 9)).save(file)
    assert sizes.of(file) == (8, 9)
    assert PictureSizes(tmp_path / "cache").of(file) == (8, 9)


@pytest.mark.parametrize("told", ["[0, 5]", "[5]", "null", '"ab"', '{"a": 1}', "[1, -2]"])
def test_sizes_that_cannot_be_are_measured_again(tmp_path: Path, told: str) -> None:
    file = picture(tmp_path / "a.bmp", (30, 20))
    (tmp_path / FILE).write_text(f'{{"version": 1, "files": [["{file}", {file.stat().st_size}, {LONG_AGO}, {told}]]}}')
    assert PictureSizes(tmp_path).of(file) == (30, 20)


def test_what_is_no_picture_has_no_size_and_is_looked_at_again(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_text("a letter")
    sizes = PictureSizes(tmp_path / "cache")
    assert sizes.of(file) is None
    assert sizes.of(tmp_path / "gone.jpg") is None
    sizes.save()
    assert not (tmp_path / "cache").exists()
