"""The demonstration fills a library with what is worth reading, and touches nothing that is there."""

from pathlib import Path

import pytest

from app.blocks.inserting import insert_block
from app.blocks.permission import permission_problem
from app.model.block import BlockKind, BlockStatus
from app.model.people import Person
from app.model.proposal import LANGUAGES, Proposal
from app.sources.samples import DEMO, FILE, fill, read_blocks
from app.store.pictures import pictures_in
from app.store.source import read_source
from app.store.workspace import Workspace


@pytest.fixture(scope="module")
def demo() -> Proposal:
    read = read_source(DEMO / "ru")
    assert read.proposal is not None
    return read.proposal


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path)
    assert opened.workspace is not None
    return opened.workspace


def test_the_samples_read_without_a_problem_and_are_written_in_both_languages() -> None:
    blocks, problems = read_blocks(DEMO / FILE)
    assert problems == ()
    assert {one.kind for one in blocks} >= {
        BlockKind.MISSION, BlockKind.VALUES, BlockKind.PRINCIPLES, BlockKind.GOALS, BlockKind.VISION, BlockKind.CASE,
        BlockKind.NUMBERS, BlockKind.QUOTE, BlockKind.TERMS,
    }  # fmt: skip
    for one in blocks:
        assert [variant.language for variant in one.variants] == list(LANGUAGES)
        assert one.status is BlockStatus.APPROVED
        assert all(variant.story.title for variant in one.variants)
        assert all((DEMO / picture.file).is_file() for picture in pictures_in(one))


def test_an_empty_library_is_filled_with_pictures_and_all(workspace: Workspace, demo: Proposal) -> None:
    assert fill(workspace, DEMO, demo, DEMO / "ru").problems == ()
    library = workspace.library
    counts = [len(shelf.all().records) for shelf in (library.blocks, library.people, library.references, library.clients)]
    assert counts == [9, 8, 6, 1]
    for shelf in (library.blocks, library.people, library.references):
        for stored in shelf.all().records:
            assert all((workspace.library_folder / one.file).is_file() for one in pictures_in(stored.value))


def test_a_second_time_changes_nothing_and_what_is_there_stays(workspace: Workspace, demo: Proposal) -> None:
    own = workspace.library.people.put(Person(id="anna", name="Своя Анна")).first
    assert fill(workspace, DEMO, demo, DEMO / "ru").problems == ()
    before = workspace.library.path.read_bytes()
    assert fill(workspace, DEMO, demo, DEMO / "ru").problems == ()
    assert workspace.library.path.read_bytes() == before
    assert workspace.library.people.get("anna").first == own


def test_the_samples_come_into_the_demo_proposal(workspace: Workspace, demo: Proposal) -> None:
    fill(workspace, DEMO, demo, DEMO / "ru")
    for stored in workspace.library.blocks.all().records:
        assert insert_block(demo, stored.value).problems == ()
    for stored_work in workspace.library.references.all().records:
        assert permission_problem(stored_work.value, demo.date) is None


def test_a_file_that_is_broken_or_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"blocks": 3}', "utf-8")
    (tmp_path / "b.json").write_text("{", "utf-8")
    assert [one.code for one in read_blocks(tmp_path / "a.json")[1]] == ["value-not-list"]
    assert [one.code for one in read_blocks(tmp_path / "b.json")[1]] == ["json-broken"]
    assert [one.code for one in read_blocks(tmp_path / "c.json")[1]] == ["disk-gone"]
