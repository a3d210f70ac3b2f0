"""A proposal that is opened shows its first page at once; the others and the fields follow."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.i18n import phrase
from app.model.proposal import Proposal
from app.pipeline import Pipeline
from tests.widgets.press import Laid, TestPress
from tests.widgets.proposals import small
from widgets.application import House
from widgets.documents import open_anything
from widgets.jobs import Ticket
from widgets.phrases import say
from widgets.preview.press import Press


class Gate:
    """Holds the layouts of more than the first section up."""

    def __init__(self, press: TestPress) -> None:
        self.asked: list[int] = []
        self.open = threading.Event()
        self.front = threading.Event()
        self.front.set()
        lay_out = press.lay_out

        def waiting(proposal: Proposal, folder: Path) -> Laid:
            self.asked.append(len(proposal.sections))
            (self.front if len(proposal.sections) == 1 else self.open).wait(10)
            return lay_out(proposal, folder)

        press.lay_out = waiting  # type: ignore[method-assign]


@pytest.fixture
def gate(press: TestPress) -> Iterator[Gate]:
    made = Gate(press)
    yield made
    made.open.set()
    made.front.set()


def seen(house: House) -> bool:
    pages = house.desk.pages
    return bool(pages.pages) and pages.pictures(0).large is not None


def test_the_first_page_is_seen_while_the_others_still_find_their_place(
    house: House, gate: Gate, source: Path, qtbot: QtBot
) -> None:
    pages = house.desk.pages
    house.documents.open(str(source))
    qtbot.waitUntil(lambda: seen(house), timeout=10000)
    assert pages.layout is None
    assert pages.waiting
    assert len(pages.pages) == 1
    assert not pages.problems
    bench = house.window.workbench
    assert bench is not None
    assert not bench.preview._number.isVisibleTo(bench)  # how many there are is not known
    key, picture, told = pages._shown.keys[0], pages.pictures(0).large, []  # type: ignore[union-attr]
    pages.laid_out.connect(lambda: told.append(pages.pictures(0).large is picture))
    gate.open.set()
    qtbot.waitUntil(lambda: pages.layout is not None and not house.jobs.busy, timeout=10000)
    assert len(pages.pages) > 1
    assert pages.layout is not None
    assert pages.layout.keys[0] == key
    assert told
    assert all(told)  # nothing flickers
    assert bench.preview._number.isVisibleTo(bench)
    assert gate.asked[:2] == [1, len(house.desk.session.proposal.sections)]


def test_an_edit_before_all_pages_are_there_is_on_them(house: House, gate: Gate, source: Path, qtbot: QtBot) -> None:
    house.documents.open(str(source))
    qtbot.waitUntil(lambda: seen(house), timeout=10000)
    session, pages = house.desk.session, house.desk.pages
    session.edit(replace(session.proposal, title="Another name"), say(phrase("Title")))
    gate.open.set()
    qtbot.waitUntil(lambda: pages.layout is not None and not pages.waiting and not house.jobs.busy, timeout=10000)
    assert pages.layout is not None
    assert pages.layout.laid.document.info.title == "Another name"


def test_the_fields_are_made_when_the_first_page_is_seen_or_when_somebody_wants_them(
    opened: House, press: TestPress, tmp_path: Path, qtbot: QtBot
) -> None:
    editor = opened.window.workbench.editor  # type: ignore[union-attr]
    before = editor.content
    gate = Gate(press)
    gate.open.set()
    gate.front.clear()
    try:
        opened.desk.session.open(replace(small(), title="Another one"), tmp_path)
        assert editor._content is None  # nothing of the former proposal
        gate.front.set()
        qtbot.waitUntil(lambda: editor._content is not None, timeout=10000)
        assert editor._content is not before
        gate.front.clear()
        opened.desk.session.open(replace(small(), title="A third one"), tmp_path)
        assert editor._content is None
        opened.desk.session.go_to("estimate")
        assert editor._content is not None
    finally:
        gate.front.set()


def test_a_front_that_cannot_be_laid_out_leaves_it_to_the_whole_to_tell(
    house: House, press: TestPress, source: Path, qtbot: QtBot
) -> None:
    press.fail = ValueError("only once")
    house.documents.open(str(source))
    qtbot.waitUntil(lambda: house.desk.pages.layout is not None and not house.jobs.busy, timeout=10000)
    assert len(house.desk.pages.pages) > 1


def test_the_first_page_alone_is_the_first_page_of_the_whole(source: Path, tmp_path: Path) -> None:
    pipeline, ticket, proposal = Pipeline(cache=tmp_path), Ticket(), small()
    alone = Press(pipeline).lay_front(proposal, source, ticket)
    press = Press(pipeline)
    whole = press.lay_out(proposal, source, ticket)
    assert alone is not None
    assert alone.pages == whole.pages[:1]
    first = pipeline.paint(alone.laid, source, [0])  # type: ignore[arg-type]
    assert first == pipeline.paint(whole.laid, source, [0])  # type: ignore[arg-type]


def test_what_the_list_names_is_read_once(house: House, source: Path) -> None:
    workspace = house.desk.workspace
    folder = workspace.import_source(source, small()).folder
    found = open_anything(workspace, str(folder), "en")
    assert (found.folder, found.proposal, found.problems) == (folder, None, ())


def test_the_first_proposal_after_a_start_has_its_first_page_before_its_fields(
    house: House, gate: Gate, source: Path, qtbot: QtBot
) -> None:
    gate.front.clear()
    house.documents.open(str(source))
    qtbot.waitUntil(lambda: house.window.workbench is not None, timeout=10000)
    assert house.window.workbench is not None
    editor = house.window.workbench.editor
    assert editor._content is None
    gate.front.set()
    gate.open.set()
    qtbot.waitUntil(lambda: editor._content is not None, timeout=10000)
    assert seen(house)
