"""Strangers' pictures: what cannot be used is named at once, in under two seconds and 500 MB, and the program lives on."""

import gc
import io
import signal
import threading
from pathlib import Path

import pytest
from PIL import Image

from app.guard import pictures
from app.guard.child import Child, End
from app.guard.pictures import picture_problem
from app.log import journal
from app.pdf.crop import Wanted
from app.pdf.pictures import Darkroom
from app.pdf.unusable import PictureError
from app.store.workspace import Workspace
from app.wording import worded
from tests import samples
from tests.guarding import hostile

FILES = Path(__file__).parent / "files"
pytestmark = pytest.mark.timeout(60)
"""Seconds after which something hangs."""


def problem_of(tmp_path: Path, data: bytes, name: str = "a.jpg") -> str:
    file = tmp_path / name
    file.write_bytes(data)
    found = picture_problem(file)
    if found is None:
        return ""
    assert found.fact("file") == name
    for language in ("en", "ru"):
        assert name in worded(found, language)
        assert "…" not in worded(found, language)
    return found.code


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    assert problem_of(tmp_path, b"") == "picture-empty"


def test_a_page_of_the_web_with_the_name_of_a_picture_is_named(tmp_path: Path) -> None:
    assert problem_of(tmp_path, b"<!DOCTYPE html><html><img src='file:///etc/passwd'></html>") == "picture-not-a-picture"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_photograph_that_was_cut_off_is_named(tmp_path: Path, share: float) -> None:
    data = hostile.photograph(tmp_path, "whole.jpg", 800).read_bytes()
    assert problem_of(tmp_path, data[: int(len(data) * share)]) == "picture-damaged"


def test_nine_hundred_megapixels_are_refused_before_they_are_decoded(tmp_path: Path) -> None:
    assert problem_of(tmp_path, hostile.png(30_000, 30_000), "a.png") == "picture-too-large"


@pytest.mark.parametrize(
    ("name", "made", "codes"),
    [
        ("a.bmp.png", lambda: hostile.interlaced(10_900), {"picture-too-large"}),
        ("a.webp", (FILES / "big.webp").read_bytes, {"picture-too-large"}),
        ("a.avif", (FILES / "big.avif").read_bytes, {"picture-too-large", "picture-too-slow"}),
    ],
)
def test_few_bytes_that_would_fill_the_memory_are_refused(tmp_path: Path, name: str, made: object, codes: set[str]) -> None:
    """Just below what may be opened: the child may not take so much, and does not call it broken for that."""
    data = made()  # type: ignore[operator]
    assert len(data) < 2_000_000
    assert problem_of(tmp_path, data, name) in codes


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_a_photograph_of_a_hundred_and_fifty_megapixels_is_taken_in_little_memory(tmp_path: Path, name: str) -> None:
    """The largest cameras make as much; whole, it would take 600 MB."""
    hostile.long_ramp(tmp_path / name, 14_204, 10_652)
    child = Child(seconds=30.0, memory=200_000_000)
    try:
        assert child.ask("picture", str(tmp_path / name)).value is None
    finally:
        child.stop()
    made = Darkroom().print(tmp_path / name, Wanted(200.0, 150.0))
    assert made.full == (14_204, 10_652)
    with Image.open(io.BytesIO(made.color.data)) as small:
        assert [small.convert("L").getpixel((small.width * at // 8, 9)) for at in (1, 4, 7)] == [
            pytest.approx(255 * at / 8, abs=4) for at in (1, 4, 7)
        ]


def test_a_large_photograph_that_was_cut_off_is_named(tmp_path: Path) -> None:
    hostile.long_ramp(tmp_path / "whole.png", 9_000, 8_000)
    data = (tmp_path / "whole.png").read_bytes()
    assert problem_of(tmp_path, data[: len(data) // 2], "a.png") == "picture-damaged"


def test_a_picture_that_is_too_large_is_told_with_its_size(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(hostile.png(30_000, 30_000))
    found = picture_problem(tmp_path / "a.png")
    assert found and found.fact("pixels") == "900000000"


@pytest.mark.parametrize(("subsampling", "limit"), [("4:4:4", 63), ("4:2:2", 95), ("4:2:0", 126)])
def test_a_progressive_photograph_that_is_too_large_is_told_so_with_what_to_do(
    tmp_path: Path, subsampling: str, limit: int
) -> None:
    """It is sound, but must be held whole to be decoded: 151 megapixels take 450 MB and more."""
    (tmp_path / "a.jpg").write_bytes(hostile.progressive(14_204, 10_652, subsampling))
    found = picture_problem(tmp_path / "a.jpg")
    assert found and found.code == "picture-progressive-too-large"
    assert (found.fact("pixels"), found.fact("limit")) == ("14204 × 10652", str(limit))
    assert "ordinary JPEG" in worded(found)
    assert "обычный JPEG" in worded(found, "ru")


def test_a_picture_that_is_named_from_where_one_stands_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The child stands elsewhere."""
    hostile.photograph(tmp_path, "a.jpg", side=64)
    monkeypatch.chdir(tmp_path)
    assert picture_problem(Path("a.jpg")) is None


def test_what_earlier_pictures_left_in_memory_refuses_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = Child(seconds=20.0)
    monkeypatch.setattr(pictures, "shared_child", lambda: child)
    photo = hostile.photograph(tmp_path, side=300)
    child.ask("picture", str(photo))
    first = child._ready().process
    assert problem_of(tmp_path, photo.read_bytes()[:2000]) == "picture-damaged"
    assert child._ready().process is not first
    child.stop()


def test_a_photograph_of_thousands_of_scans_is_stopped(tmp_path: Path) -> None:
    assert problem_of(tmp_path, hostile.many_scans()) == "picture-too-slow"


def test_of_a_film_only_the_first_frame_is_looked_at(tmp_path: Path) -> None:
    assert problem_of(tmp_path, hostile.many_frames(), "a.gif") == ""


def test_after_one_that_was_stopped_the_next_is_looked_at(tmp_path: Path) -> None:
    assert problem_of(tmp_path, hostile.many_scans()) == "picture-too-slow"
    assert picture_problem(hostile.photograph(tmp_path, side=200)) is None


def test_a_stopped_picture_is_in_the_log_without_its_name(tmp_path: Path) -> None:
    journal.begin(tmp_path / "log")
    try:
        problem_of(tmp_path, hostile.many_scans(), "romashka.jpg")
    finally:
        journal.end()
    told = (tmp_path / "log" / journal.NAME).read_text("utf-8")
    assert '"event":"guard-stopped","task":"picture","end":"time"' in told
    assert "romashka" not in told


def test_a_sound_picture_is_waited_for_while_the_machine_does_something_else(tmp_path: Path) -> None:
    """The child stands still for twice the time that it has: nobody is refused because another program is at work."""
    child = Child(seconds=0.4)
    photo = str(hostile.photograph(tmp_path, side=64))
    child.ask("picture", photo, seconds=20.0)
    process = child._ready().process
    process.send_signal(signal.SIGSTOP)
    threading.Timer(0.8, process.send_signal, [signal.SIGCONT]).start()
    answer = child.ask("picture", photo)
    child.stop()
    assert (answer.end, answer.value) == (None, None)


def test_one_child_looks_at_many_pictures(tmp_path: Path) -> None:
    child = Child(seconds=20.0)
    try:
        photo = hostile.photograph(tmp_path, side=400)
        seen = {id(child._ready().process) for _ in range(3) if child.ask("picture", str(photo)).end is None}
        assert len(seen) == 1
    finally:
        child.stop()


def test_a_child_that_nobody_can_ask_any_more_is_gone(tmp_path: Path) -> None:
    child = Child(seconds=20.0)
    child.ask("picture", str(tmp_path / "none.jpg"))
    process = child._ready().process
    del child
    gc.collect()
    assert process.returncode is not None


def test_a_child_that_dies_is_an_answer_too(tmp_path: Path) -> None:
    child = Child(seconds=20.0)
    assert child.ask("no such task").end is End.CRASH
    assert child.ask("picture", str(hostile.photograph(tmp_path, side=64))).value is None
    child.stop()


def test_memory_of_a_child_has_an_end(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(hostile.png(6000, 6000, hostile.black(6000)))
    child = Child(seconds=20.0, memory=60_000_000)
    answer = child.ask("picture", str(tmp_path / "a.png"))
    child.stop()
    assert answer.end is End.MEMORY or answer.value[0] == "picture-too-large"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path / "workspace")
    assert opened.workspace is not None
    return opened.workspace


def test_a_picture_that_is_none_is_not_taken_in(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"<html>")
    added = workspace.add_media(workspace.folder / "a", tmp_path / "a.jpg")
    assert added.file == ""
    assert [(found.code, found.severity.value) for found in added.problems] == [("picture-not-a-picture", "error")]
    assert not (workspace.folder / "a").exists()


def test_pictures_of_an_imported_proposal_that_cannot_be_used_are_told_at_once_and_kept(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    samples.pictures(source)
    proposal = samples.proposal()
    assert proposal.people[0].photo
    file = proposal.people[0].photo.file
    (source / file).write_bytes((source / file).read_bytes()[:300])
    imported = workspace.import_source(source, proposal)
    assert imported.folder is not None
    assert ("picture-damaged", file) in {(found.code, found.where) for found in imported.problems}
    assert len([path for path in (imported.folder / "media").iterdir() if path.stat().st_size == 300]) == 1


@pytest.mark.parametrize(
    ("name", "made"),
    [("a.jpg", hostile.many_scans), ("a.webp", (FILES / "big.webp").read_bytes)],
)
def test_a_picture_that_nobody_looked_at_is_not_decoded_for_the_pages_either(tmp_path: Path, name: str, made: object) -> None:
    """A stranger's proposal may be exported without being imported."""
    (tmp_path / name).write_bytes(made())  # type: ignore[operator]
    with pytest.raises(PictureError) as refused:
        Darkroom().print(tmp_path / name, Wanted(40.0, 40.0))
    assert refused.value.problem.code in {"picture-too-slow", "picture-too-large", "picture-damaged"}


def test_what_came_with_the_program_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_looked_at", lambda path: ("picture-damaged", {"reason": "?"}))
    assert picture_problem(next((pictures.OURS / "demo").rglob("*.jpg"))) is None
