"""The window as a whole, with real keys and clicks."""

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from app.store.source import read_source
from app.store.workspace import Workspace
from tests.widgets.dropping import drop_files
from tests.widgets.panels import listed
from tests.widgets.press import TestPress
from tests.widgets.proposals import PAGES
from tests.widgets.typing_keys import type_keys
from widgets import words
from widgets.application import House
from widgets.dialogs.unsaved import Answer
from widgets.estimate.editor import EstimateEditor
from widgets.fields.text import LineField
from widgets.keeping import Kept
from widgets.purposes import Choice


def editor(house: House) -> EstimateEditor:
    bench = house.window.workbench
    assert bench is not None
    content = bench.editor.content
    assert isinstance(content, EstimateEditor)
    return content


def test_a_source_that_is_opened_becomes_a_proposal_of_the_workspace(opened: House, workspace: Workspace) -> None:
    assert opened.desk.session.folder is not None
    assert opened.desk.session.folder.parent == workspace.folder
    assert opened.desk.session.proposal.title == "Quiet Harbour"
    assert not opened.window.isWindowModified()
    assert "Quiet Harbour" in opened.window.windowTitle()


def test_editing_hours_in_the_grid_changes_total_and_page_and_undo_brings_both_back(opened: House, qtbot: QtBot) -> None:
    session, pages = opened.desk.session, opened.desk.pages
    session.go_to("estimate/sections/design/items/layout/quantity")
    grid = editor(opened).grid
    before = opened.desk.pipeline.build(session.proposal, Path()).pdf
    keys = pages.layout.keys if pages.layout else ()
    type_keys(qtbot, grid, "48", Qt.Key.Key_Return)
    assert editor(opened).total.text("total") == "€7,300"
    assert session.stack.undoText() == "Hours of “Layout”: 40 → 48"
    assert opened.window.isWindowModified()
    qtbot.waitUntil(lambda: pages.layout is not None and pages.layout.keys != keys, timeout=5000)
    changed = [i for i, key in enumerate(pages.layout.keys) if key != keys[i]] if pages.layout else []
    assert [pages.pages[i].section for i in changed] == ["estimate"]
    opened.window.acts["undo"].trigger()
    assert editor(opened).total.text("total") == "€6,500"
    assert not opened.window.isWindowModified()
    assert opened.desk.pipeline.build(session.proposal, Path()).pdf == before
    qtbot.waitUntil(lambda: pages.layout is not None and pages.layout.keys == keys, timeout=5000)


def test_redo_is_called_by_the_keys_of_every_system(opened: House, qtbot: QtBot) -> None:
    session = opened.desk.session
    opened.window.acts["add-terms"].trigger()
    after = session.proposal
    keys = Qt.KeyboardModifier.ControlModifier
    for key, held in ((Qt.Key.Key_Y, keys), (Qt.Key.Key_Z, keys | Qt.KeyboardModifier.ShiftModifier)):
        session.stack.undo()
        assert session.proposal != after
        qtbot.keyClick(opened.window, key, held)
        assert session.proposal == after


def test_a_click_on_the_page_leads_to_its_field(opened: House, qtbot: QtBot) -> None:
    bench = opened.window.workbench
    assert bench is not None
    view = bench.preview.view
    rect = view.page_rect(1)
    view.show_page(1)
    rect = view.page_rect(1)
    item = next(item for item in opened.desk.pages.pages[1].items if getattr(item, "origin", "").endswith("/greeting"))
    place = QPointF(item.x + 20, item.y - 4) * view.scale + rect.topLeft()  # type: ignore[union-attr]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert opened.desk.session.place == "sections/letter/greeting"
    focused = opened.window.focusWidget()
    assert isinstance(focused, LineField)
    assert focused.text() == "Dear Dasha,"


def test_saving_writes_the_file_and_clears_the_mark(opened: House, qtbot: QtBot, workspace: Workspace) -> None:
    session = opened.desk.session
    session.go_to("title")
    field = opened.window.focusWidget()
    assert isinstance(field, LineField)
    qtbot.keyClicks(field, "!")
    assert opened.window.isWindowModified()
    opened.window.acts["save"].trigger()
    qtbot.waitUntil(lambda: not opened.window.isWindowModified(), timeout=5000)
    assert session.folder is not None
    read = workspace.read(session.folder).proposal
    assert read is not None
    assert read.title == session.proposal.title


def test_the_language_changes_without_a_restart_and_edits_are_renamed(opened: House, qtbot: QtBot) -> None:
    session = opened.desk.session
    session.go_to("estimate/sections/design/items/layout/quantity")
    editor(opened).model.setData(editor(opened).model.index(1, 2), "48")
    opened.window.acts["language-ru"].trigger()
    assert words.language() == "ru"
    assert opened.window.acts["save"].text() == "&Сохранить"
    assert opened.window.acts["undo"].text() == "&Отменить: Часы («Layout»): 40 → 48"
    assert session.place == "estimate/sections/design/items/layout/quantity"
    opened.window.acts["language-en"].trigger()
    assert opened.window.acts["save"].text() == "&Save"


def test_the_theme_changes_without_a_restart(opened: House) -> None:
    for choice, dark in (("dark", True), ("light", False)):
        opened.window.acts[f"theme-{choice}"].trigger()
        assert opened.desk.look.theme.dark is dark
        assert opened.window.acts[f"theme-{choice}"].isChecked()
        assert opened.window.workbench is not None


def test_closing_saves_what_is_not_saved_yet_and_asks_nothing(opened: House, qtbot: QtBot) -> None:
    opened.window.acts["add-terms"].trigger()
    assert not opened.window.close()
    qtbot.waitUntil(lambda: not opened.window.isVisible(), timeout=5000)
    folder = opened.desk.session.folder
    assert folder is not None
    read = read_source(folder).proposal
    assert read is not None and read == opened.desk.session.proposal


def test_closing_asks_about_what_cannot_be_saved(opened: House, qtbot: QtBot) -> None:
    folder = opened.desk.session.folder
    assert folder is not None
    folder.rename(folder.with_name("elsewhere"))
    opened.window.acts["add-terms"].trigger()
    qtbot.waitUntil(lambda: opened.keeping.state is Kept.FAILED, timeout=5000)
    assert "Not saved yet" in opened.window.banner.text
    asked: list[str] = []

    def answer(title: str) -> Answer:
        asked.append(title)
        return Answer.CANCEL if len(asked) == 1 else Answer.DISCARD

    opened.window.ask = answer  # type: ignore[method-assign]
    assert not opened.window.close()
    assert opened.window.isVisible()
    opened.window.close()
    assert asked == ["Quiet Harbour"] * 2
    qtbot.waitUntil(lambda: not opened.window.isVisible(), timeout=5000)


def test_pictures_that_are_dropped_become_works_of_the_gallery(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    from PIL import Image

    file = tmp_path / "Lighthouse.png"
    Image.new("RGB", (60, 40), "#336699").save(file)
    opened.desk.session.go_to("sections/references")
    drop_files(opened.window, [file])
    session = opened.desk.session
    qtbot.waitUntil(lambda: session.stack.count() == 1, timeout=5000)
    section = next(section for section in session.proposal.sections if section.id == "references")
    work = section.items[-1]  # type: ignore[union-attr]
    assert work.title == "Lighthouse"
    assert session.folder is not None
    assert (session.folder / work.pictures[0].file).is_file()


def test_pictures_dropped_where_no_picture_has_a_place_say_so(opened: House, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"")
    opened.desk.session.go_to("sections/terms")
    drop_files(opened.window, [file])
    assert "Choose a cover" in opened.window.banner.text
    assert opened.desk.session.stack.count() == 0


def test_a_file_that_is_no_estimate_is_refused_in_words(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "broken.xlsx"
    file.write_bytes(b"this is not a spreadsheet")
    house.documents.open(str(file))
    qtbot.waitUntil(lambda: bool(house.window.banner.text), timeout=5000)
    assert "Traceback" not in house.window.banner.text
    assert not house.desk.session.is_open


def test_a_layout_that_fails_is_told_and_the_next_one_works(opened: House, qtbot: QtBot, press: TestPress) -> None:
    press.fail = RuntimeError("boom")
    opened.window.acts["add-story"].trigger()
    qtbot.waitUntil(lambda: "unexpected" in opened.window.banner.text, timeout=5000)
    opened.window.acts["add-story"].trigger()
    qtbot.waitUntil(lambda: len(opened.desk.pages.pages) == PAGES + 2, timeout=5000)


def test_layout_and_painting_never_run_in_the_windows_thread(opened: House, press: TestPress) -> None:
    import threading

    assert press.laid
    assert press.painted
    assert threading.get_ident() not in press.threads


def test_the_pdf_is_exported(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    opened.exports.start(target, Choice(opens=False))
    qtbot.waitUntil(lambda: "out.pdf" in opened.window.banner.text, timeout=5000)
    assert target.read_bytes() == opened.desk.pipeline.build(opened.desk.session.proposal, Path()).pdf


def test_the_list_of_proposals_shows_and_opens_what_there_is(opened: House, qtbot: QtBot) -> None:
    window = opened.window
    window.acts["place-proposals"].trigger()
    qtbot.waitUntil(lambda: listed(opened).model().rowCount() == 1, timeout=5000)
    index = listed(opened).model().index(0, 0)
    listed(opened).doubleClicked.emit(index)
    qtbot.waitUntil(lambda: window.stage is not None and window.stage.name == "proposal", timeout=5000)
