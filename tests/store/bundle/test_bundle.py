"""A proposal goes to a colleague in one file, with its pictures and the blocks it was made of."""

import contextlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.block import BlockStatus
from app.problems import Severity
from app.store.bundle.form import is_bundle
from app.store.bundle.packing import pack
from app.store.bundle.unpacking import import_bundle, peek_bundle
from app.store.pictures import pictures_in
from app.store.source import read_source
from app.store.workspace import Workspace
from tests.store.bundle.making import BLOCK, HILL, PROPOSAL, SEA, colleagues, workspace
from tests.store.faults.faulty import Crash, FaultyDisk, steps_of


@pytest.fixture
def theirs(tmp_path: Path) -> tuple[Workspace, Path]:
    return colleagues(tmp_path / "theirs")


@pytest.fixture
def bundle(theirs: tuple[Workspace, Path], tmp_path: Path) -> Path:
    target = tmp_path / "весна.blesna"
    assert pack(*theirs, target) == ()
    return target


def test_a_bundle_is_a_plain_zip_with_a_manifest_of_hashes(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as file:
        names = file.namelist()
        body = json.loads(file.read("manifest.json"))
        assert file.testzip() is None
    assert names[:3] == ["manifest.json", "proposal.json", "blocks.json"]
    assert [one["path"] for one in body["files"]] == names[1:]
    assert (body["kind"], body["format"], body["proposal"]) == ("blesna-bundle", 1, "proposal.json")


def test_the_same_proposal_gives_the_same_bytes(theirs: tuple[Workspace, Path], bundle: Path, tmp_path: Path) -> None:
    assert pack(*theirs, tmp_path / "again.blesna") == ()
    assert (tmp_path / "again.blesna").read_bytes() == bundle.read_bytes()


def test_a_colleague_gets_the_proposal_its_pictures_and_its_blocks(bundle: Path, tmp_path: Path) -> None:
    ours = workspace(tmp_path / "ours")
    imported = import_bundle(ours, bundle)
    assert imported.folder
    assert [(one.code, one.severity) for one in imported.problems] == [("bundle-block-added", Severity.INFO)]
    read = read_source(imported.folder)
    assert read.problems == ()
    assert read.proposal and read.proposal.title == "Весна"
    assert [(imported.folder / picture.file).read_bytes() for picture in pictures_in(read.proposal)] == [SEA]
    block = ours.library.blocks.get("values").first
    assert block and block.value.status is BlockStatus.DRAFT
    assert [(ours.library_folder / picture.file).read_bytes() for picture in pictures_in(block.value)] == [HILL]


def test_a_block_that_is_known_is_never_overwritten(bundle: Path, tmp_path: Path) -> None:
    ours = workspace(tmp_path / "ours")
    ours.library.blocks.put(replace(BLOCK, name="Наши ценности", variants=()))
    imported = import_bundle(ours, bundle)
    assert imported.folder
    assert [one.code for one in imported.problems] == ["bundle-block-differs"]
    kept = ours.library.blocks.get("values").first
    assert kept and kept.value.name == "Наши ценности"


def test_taking_a_bundle_twice_makes_two_proposals_and_one_block(bundle: Path, tmp_path: Path) -> None:
    ours = workspace(tmp_path / "ours")
    first, second = import_bundle(ours, bundle), import_bundle(ours, bundle)
    assert first.folder and second.folder and first.folder != second.folder
    assert "bundle-block-added" not in {one.code for one in second.problems}
    assert "bundle-block-differs" not in {one.code for one in second.problems}
    assert len({read_source(folder).proposal.id for folder in (first.folder, second.folder)}) == 2  # type: ignore[union-attr]
    assert len(ours.library.blocks.all().records) == 1


def test_a_picture_that_is_missing_is_told_of_and_the_rest_goes(theirs: tuple[Workspace, Path], tmp_path: Path) -> None:
    (theirs[1] / "pictures" / "Море.JPG").unlink()
    assert [one.code for one in pack(*theirs, tmp_path / "x.blesna")] == ["picture-missing"]
    imported = import_bundle(workspace(tmp_path / "ours"), tmp_path / "x.blesna")
    assert imported.folder
    assert "picture-missing" in {one.code for one in imported.problems}


def test_a_file_that_is_no_bundle_is_never_replaced(theirs: tuple[Workspace, Path], tmp_path: Path) -> None:
    target = tmp_path / "estimate.xlsx"
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("[Content_Types].xml", "<x/>")
    before = target.read_bytes()
    assert [one.code for one in pack(*theirs, target)] == ["bundle-not-ours"]
    assert target.read_bytes() == before
    assert [one.code for one in pack(*theirs, tmp_path)] == ["target-folder"]


def test_a_bundle_is_known_by_its_content_whatever_its_name(bundle: Path, tmp_path: Path) -> None:
    other = bundle.rename(tmp_path / "download.zip")
    assert is_bundle(other)
    (tmp_path / "x.zip").write_bytes(b"PK\3\4" + bytes(60))
    assert not is_bundle(tmp_path / "x.zip")
    assert not is_bundle(tmp_path)
    assert not is_bundle(tmp_path / "none")


def test_a_bundle_that_could_not_be_written_whole_is_not_there(theirs: tuple[Workspace, Path], tmp_path: Path) -> None:
    place, folder = theirs
    target = tmp_path / "out" / "x.blesna"
    names = steps_of(lambda disk: pack(Workspace(place.path, disk), folder, target))
    whole = target.read_bytes()
    for at, name in enumerate(names):
        for kind in ("crash before", "crash after", "torn", "ENOSPC", "EIO", "EACCES"):
            target.unlink(missing_ok=True)
            try:
                problems = pack(Workspace(place.path, FaultyDisk(at, kind)), folder, target)
            except Crash:
                problems = ()
            assert not target.exists() or target.read_bytes() == whole, f"{kind} at {at} ({name})"
            assert target.exists() or problems or "crash" in kind or kind == "torn", f"{kind} at {at} ({name})"
            for left in target.parent.glob(".*.tmp"):
                assert "crash" in kind or kind == "torn" or name == "remove", f"{kind} at {at} ({name})"
                left.unlink()


def test_whatever_step_of_an_import_fails_it_is_there_whole_or_not_at_all(bundle: Path, tmp_path: Path) -> None:
    ours = workspace(tmp_path / "measured")
    names = steps_of(lambda disk: import_bundle(Workspace(ours.path, disk), bundle))
    for at, name in enumerate(names):
        for kind in ("crash before", "crash after", "ENOSPC", "EACCES"):
            root = tmp_path / f"{at}-{kind}"
            workspace(root)
            acknowledged = False
            with contextlib.suppress(Crash):
                acknowledged = import_bundle(Workspace(root, FaultyDisk(at, kind)), bundle).folder is not None
            after = workspace(root)
            entries = after.proposals()
            told = f"{kind} at {at} ({name})"
            assert len(entries) == 1 or not acknowledged, told
            assert all(read_source(entry.folder).problems == () for entry in entries), told
            if not entries and "crash" not in kind:
                assert after.library.blocks.all().records == (), told
            again = import_bundle(after, bundle)
            assert again.folder and read_source(again.folder).problems == (), told
            assert after.library.blocks.get("values").first, told


def test_the_proposal_may_be_given_instead_of_its_file(theirs: tuple[Workspace, Path], tmp_path: Path) -> None:
    place, folder = theirs
    assert pack(place, folder, tmp_path / "x.blesna", replace(PROPOSAL, title="Лето")) == ()
    imported = import_bundle(workspace(tmp_path / "ours"), tmp_path / "x.blesna")
    assert imported.folder and "Лето" in imported.folder.name


def test_what_a_bundle_would_bring_is_seen_before_and_blocks_are_chosen(bundle: Path, tmp_path: Path) -> None:
    ours = workspace(tmp_path / "ours")
    peeked = peek_bundle(ours, bundle)
    assert peeked.proposal and not peeked.problems
    ids = {block.id for block in peeked.unknown}
    assert ids
    assert ours.proposals() == () and not ours.library.blocks.all().records
    assert import_bundle(ours, bundle, wanted=()).folder
    assert not ours.library.blocks.all().records
    assert import_bundle(ours, bundle, wanted=ids).folder
    assert {one.value.id for one in ours.library.blocks.all().records} == ids
    assert peek_bundle(ours, bundle).unknown == ()


def test_a_bundle_that_is_refused_is_refused_before_too(tmp_path: Path) -> None:
    ours, file = workspace(tmp_path / "ours"), tmp_path / "x.blesna"
    file.write_bytes(b"PK\x03\x04 nothing")
    peeked = peek_bundle(ours, file)
    assert peeked.proposal is None and peeked.problems
    assert peek_bundle(ours, tmp_path / "gone.blesna").problems
