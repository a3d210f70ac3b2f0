"""Pictures come along: from the library into a proposal and back, by their content, whole or not at all."""

import hashlib
import shutil
from pathlib import Path

import pytest

from app.model.block import Block, Variant
from app.model.picture import Picture
from app.model.sections import Story
from app.problems import stops
from app.store.disk import Disk
from app.store.inserting import carried
from app.store.pictures import pictures_in
from tests.store.faults.faulty import KINDS, Crash, FaultyDisk, steps_of

SEA, ANNA = b"sea" * 1000, b"anna"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "Море.JPG").write_bytes(SEA)
    (folder / "media" / "copy.jpg").write_bytes(SEA)
    (folder / "anna.png").write_bytes(ANNA)
    return folder


def story(*files: str) -> Story:
    return Story(id="s", pictures=tuple(Picture(file=file, alt="видно") for file in files))


def name(data: bytes, suffix: str) -> str:
    return f"media/{hashlib.sha256(data).hexdigest()}{suffix}"


def test_pictures_are_copied_once_by_their_content(library: Path, tmp_path: Path) -> None:
    found = carried(story("media/Море.JPG", "media/copy.jpg", "anna.png"), library, tmp_path / "p", FaultyDisk())
    assert found.problems == ()
    assert [one.file for one in found.value.pictures] == [name(SEA, ".jpg"), name(SEA, ".jpg"), name(ANNA, ".png")]
    assert {one.alt for one in found.value.pictures} == {"видно"}
    assert (tmp_path / "p" / name(SEA, ".jpg")).read_bytes() == SEA
    assert len(list((tmp_path / "p" / "media").iterdir())) == 2


def test_there_and_back_is_the_same_file(library: Path, tmp_path: Path) -> None:
    """So that a text which came from the library is recognised as unchanged."""
    there = carried(story("media/Море.JPG"), library, tmp_path / "p", FaultyDisk()).value
    assert carried(there, tmp_path / "p", library, FaultyDisk()).value == there
    assert carried(there, library, tmp_path / "q", FaultyDisk()).value == there


def test_every_language_and_version_of_a_block_comes_along(library: Path, tmp_path: Path) -> None:
    block = Block(
        id="b", name="x", variants=(Variant(story=story("anna.png")), Variant(language="en", story=story("media/copy.jpg")))
    )
    found = carried(block, library, tmp_path / "p", FaultyDisk()).value
    assert [one.file for one in pictures_in(found)] == [name(ANNA, ".png"), name(SEA, ".jpg")]


def test_what_is_missing_or_outside_is_told(library: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (library / "link.png").symlink_to(tmp_path / "secret.png")
    found = carried(story("gone.jpg", "../secret.png", "/etc/passwd", "link.png"), library, tmp_path / "p", FaultyDisk())
    assert [(one.code, one.fact("file")) for one in found.problems] == [
        ("picture-missing", "gone.jpg"),
        ("picture-outside", "../secret.png"),
        ("picture-outside", "/etc/passwd"),
        ("picture-outside", "link.png"),
    ]
    assert [one.file for one in found.value.pictures] == ["gone.jpg", "", "", ""]
    assert not (tmp_path / "p").exists()


def test_whatever_fails_there_is_no_half_picture_and_the_next_time_works(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "p"

    def work(disk: Disk) -> bool:
        return not stops(carried(story("media/Море.JPG"), library, target, disk).problems)

    names = steps_of(work)
    assert len(names) > 4
    for at in range(len(names)):
        for kind in KINDS:
            shutil.rmtree(target, ignore_errors=True)
            try:
                acknowledged = work(FaultyDisk(at, kind))
            except Crash:
                acknowledged = False
            kept = target / name(SEA, ".jpg")
            assert not kept.exists() or kept.read_bytes() == SEA, (names[at], kind)
            assert kept.exists() or not acknowledged, (names[at], kind)
            assert work(FaultyDisk()), (names[at], kind)
            assert kept.read_bytes() == SEA
