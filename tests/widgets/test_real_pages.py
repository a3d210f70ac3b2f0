"""The window with the real pipeline: what is previewed is what is sent."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.i18n import phrase
from app.layout.page import TextItem
from app.pipeline import BRANDBOOKS, Pipeline
from app.store.workspace import Workspace
from tests.end2end.test_fonts import HARMS, broken
from tests.widgets.test_window import editor
from tests.widgets.typing_keys import type_keys
from widgets.application import House, build
from widgets.jobs import Superseded
from widgets.look.look import face
from widgets.phrases import say
from widgets.preview.faces import font_of
from widgets.purposes import Choice


@pytest.fixture
def real(qapp: QApplication, qtbot: QtBot, workspace: Workspace, source: Path, tmp_path: Path) -> Iterator[House]:
    house = build(qapp, workspace, Pipeline(cache=tmp_path), "en")
    house.window.show()
    house.documents.open(str(source))
    qtbot.waitUntil(lambda: house.desk.pages.layout is not None and not house.jobs.busy, timeout=60000)
    yield house
    house.stop()
    house.keeping.give_up()
    house.window.close()
    house.window.deleteLater()


def test_an_edited_line_changes_the_picture_of_its_page_and_undo_brings_back_the_same_bytes(real: House, qtbot: QtBot) -> None:
    session, pages = real.desk.session, real.desk.pages
    assert session.folder is not None
    before = real.desk.pipeline.build(session.proposal, session.folder).pdf
    assert pages.layout is not None
    keys = pages.layout.keys
    session.go_to("estimate/sections/design/items/layout/quantity")
    first = pages.section_pages("estimate")[0]
    qtbot.waitUntil(lambda: pages.pictures(first).large is not None and not real.jobs.busy, timeout=60000)
    picture = pages.pictures(first).large
    type_keys(qtbot, editor(real).grid, "48", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pages.layout is not None and pages.layout.keys != keys and not real.jobs.busy, timeout=60000)
    assert pages.pictures(first).large != picture
    session.stack.undo()
    qtbot.waitUntil(lambda: pages.layout is not None and pages.layout.keys == keys and not real.jobs.busy, timeout=60000)
    assert pages.pictures(first).large == picture
    assert real.desk.pipeline.build(session.proposal, session.folder).pdf == before


def test_a_title_is_shown_where_it_stands_large_and_not_in_the_running_head_of_the_page_on_view(real: House) -> None:
    """Whoever goes to the title by keyboard while a page of the middle is on view sees the cover."""
    view = real.window.workbench.preview.view
    view.show_page(3)
    assert 0 not in view.visible()
    view.mark("title")
    assert view.visible()[0] == 0
    text = next(item.origin for item in real.desk.pages.pages[3].items if isinstance(item, TextItem) and "/items/" in item.origin)
    view.show_page(3)
    view.mark(text)
    assert 3 in view.visible()


def test_every_text_on_the_pages_leads_to_a_field(real: House) -> None:
    from app.model.path import exists

    proposal = real.desk.session.proposal
    origins = {getattr(item, "origin", "") for page in real.desk.pages.pages for item in page.items} - {""}
    assert "estimate/sections/design/items/layout/title" in origins
    assert "sections/timeline/phases/draw/title" in origins
    lost = {origin for origin in origins if not exists(proposal, origin)}
    assert not lost
    bench = real.window.workbench
    assert bench is not None
    for origin in sorted(origins):
        real.desk.session.go_to(origin)
        assert bench.editor.content is not None
        leads = getattr(bench.editor.content, "focus_path", None)
        assert origin == real.desk.session.subject or (leads and leads(origin)), origin


def test_an_export_that_is_called_off_stops_between_two_pages(real: House, tmp_path: Path) -> None:
    session = real.desk.session
    assert session.folder is not None
    heard: list[float] = []

    def watch(part: float) -> None:
        heard.append(part)
        if len(heard) == 3:
            raise Superseded

    with pytest.raises(Superseded):
        real.desk.pipeline.build(session.proposal, session.folder, watch=watch)
    assert len(heard) == 3
    assert heard == sorted(heard)
    assert 0 < heard[-1] < 1
    whole = real.desk.pipeline.build(session.proposal, session.folder, watch=heard.append)
    assert heard[-1] == 1
    assert whole.pdf.startswith(b"%PDF-")


def test_a_brandbook_that_is_not_there_is_told_and_leads_to_its_field(real: House, qtbot: QtBot) -> None:
    from dataclasses import replace

    from app.i18n import phrase
    from widgets.phrases import say

    session = real.desk.session
    session.edit(replace(session.proposal, brandbook="nowhere"), say(phrase("Brandbook")))
    qtbot.waitUntil(lambda: "nowhere" in real.window.banner.text, timeout=60000)
    assert [problem.where for problem in real.desk.pages.problems] == ["brandbook"]


def test_the_window_and_the_command_line_export_the_same_bytes(real: House, qtbot: QtBot, source: Path, tmp_path: Path) -> None:
    from tests.end2end.running import blesna

    target = tmp_path / "window.pdf"
    real.exports.start(target, Choice(opens=False))
    qtbot.waitUntil(lambda: "window.pdf" in real.window.banner.text and not real.jobs.busy, timeout=60000)
    done = blesna("export", source, "-o", tmp_path / "command.pdf")
    assert done.code == 0, done.err
    assert target.read_bytes() == (tmp_path / "command.pdf").read_bytes()


@pytest.mark.parametrize("harm", HARMS)
def test_a_brandbook_whose_fonts_are_broken_is_told_and_its_pages_are_shown(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, source: Path, tmp_path: Path, harm: str
) -> None:
    broken(tmp_path / "brandbooks", harm, every=True)
    house = build(qapp, workspace, Pipeline((tmp_path / "brandbooks", BRANDBOOKS), cache=tmp_path), "en")
    try:
        house.documents.open(str(source))
        pages = house.desk.pages
        qtbot.waitUntil(lambda: pages.layout is not None and not house.jobs.busy, timeout=60000)
        session = house.desk.session
        session.edit(replace(session.proposal, brandbook="own"), say(phrase("Brandbook")))
        qtbot.waitUntil(lambda: "font-broken" in {one.code for one in pages.problems}, timeout=60000)
        qtbot.waitUntil(lambda: not house.jobs.busy, timeout=60000)
        runs = [run for page in pages.pages for item in page.items if isinstance(item, TextItem) for run in item.line.runs]
        assert font_of(house.desk.pipeline, "own", runs[0], 1.0).family() == face(12).family()
    finally:
        house.stop()
        house.keeping.give_up()
        house.window.close()
        house.window.deleteLater()
