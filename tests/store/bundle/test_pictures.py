"""Pictures and tables that a bundle names: nothing outside of it is opened, and what is wrong is left out or told."""

import pytest

from app.store.bundle import form
from app.store.pictures import pictures_in
from app.store.source import read_source
from app.store.workspace import Workspace
from tests.guarding import hostile
from tests.store.bundle.making import SEA, bundled, listed, source, with_picture
from tests.store.bundle.receiving import GOOD, refused, taken


@pytest.mark.parametrize(
    "file", ["../../secret.txt", "/etc/passwd", "C:\\secret.txt", "\\\\server\\share\\a.jpg", "//server/a.jpg",
             "https://example.org/a.jpg", "file:///etc/passwd"]
)  # fmt: skip
def test_a_picture_from_outside_is_never_opened(ours: Workspace, file: str) -> None:
    (ours.path.parent / "secret.txt").write_bytes(b"secret")
    folder, codes = taken(ours, bundled({form.PROPOSAL: with_picture(file)}))
    assert codes == ["picture-outside"]
    read = read_source(folder)
    assert read.problems == ()
    assert read.proposal and [one.file for one in pictures_in(read.proposal)] == [""]
    assert not list(folder.rglob("*.txt")) and not list(folder.glob("media/*"))


def test_a_picture_beside_other_proposals_is_not_taken_from_there(ours: Workspace) -> None:
    other = ours.folder / "other"
    other.mkdir()
    (other / "sea.jpg").write_bytes(SEA)
    folder, codes = taken(ours, bundled({form.PROPOSAL: with_picture("other/sea.jpg")}))
    assert codes == ["picture-missing"]
    assert [one.name for one in folder.iterdir()] == ["proposal.json"]


def test_a_spreadsheet_beside_the_bundle_is_not_read(ours: Workspace) -> None:
    (ours.folder / "rates.csv").write_text("a;1;2\n")
    assert refused(ours, bundled({form.PROPOSAL: source(estimate_file="rates.csv")})) == "estimate-missing"


def test_a_missing_picture_is_told_by_its_name(ours: Workspace) -> None:
    folder, codes = taken(ours, bundled({form.PROPOSAL: with_picture("media/a.jpg")}))
    assert codes == ["picture-missing"]
    assert [one.code for one in read_source(folder).problems] == ["picture-missing"]


def test_a_picture_that_is_not_the_one_that_was_packed_is_left_out(ours: Workspace) -> None:
    files = {form.PROPOSAL: with_picture("media/a.jpg")}
    for other in (b"another", SEA[:-1], SEA + b"x", b""):
        wrong = listed({**files, "media/a.jpg": SEA})
        folder, codes = taken(ours, bundled({**files, "media/a.jpg": other}, files=wrong))
        assert codes[-1] == "bundle-media-altered"
        assert not list(folder.glob("media/*"))


def test_pictures_get_the_names_of_their_content(ours: Workspace) -> None:
    picture = "media/../a.exe".replace("../", "")
    files = {form.PROPOSAL: with_picture(picture), picture: SEA}
    folder, codes = taken(ours, bundled(files))
    assert codes == []
    (kept,) = (folder / "media").iterdir()
    assert kept.name == f"{listed({'x': SEA})[0]['sha256']}.bin"


def test_what_the_manifest_does_not_list_and_what_nothing_names_stays_inside(ours: Workspace) -> None:
    inner = bundled(GOOD)
    folder, codes = taken(ours, bundled({**GOOD, "media/b.zip": inner}, ("run.sh", b"#!"), ("more/", b"")))
    assert codes == []
    assert [one.name for one in folder.iterdir()] == ["proposal.json"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<!DOCTYPE html><html></html>", "picture-not-a-picture"),
        (b"", "picture-empty"),
        (hostile.packed("JPEG", 400)[:700], "picture-damaged"),
        (hostile.png(30_000, 30_000), "picture-too-large"),
    ],
)
def test_a_picture_of_a_bundle_that_cannot_be_used_is_named_at_once_and_kept(ours: Workspace, content: bytes, code: str) -> None:
    name = "media/море.jpg"
    folder, codes = taken(ours, bundled({form.PROPOSAL: with_picture(name), name: content}))
    assert code in codes
    assert [file.read_bytes() for file in (folder / "media").iterdir()] == [content]
