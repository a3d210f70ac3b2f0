"""Between the open proposal and the library: inserting, keeping, newer versions, imports."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edits.status import marked
from app.model.block import BlockStatus
from app.model.picture import Picture
from app.model.reference import Reference
from app.model.sections import References, Story
from app.model.status import Status
from app.store.media import add_media
from app.store.workspace import Workspace
from tests.widgets.library_parts import ANNA, MUSEUM, VALUES, block, entered, fill, settled
from tests.widgets.panels import press
from widgets.application import House
from widgets.fields.text import LineField
from widgets.library.inserting import Where
from widgets.library.newer import NewerStrip
from widgets.library.records import Mark, packed
from widgets.phrases import say
from widgets.places.library.cards import Filter

NOW = datetime.datetime(2026, 11, 20, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    fill(workspace)
    return workspace


def picture(file: Path, color: str = "#336699") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (60, 40), color).save(file)
    return file


def section(house: House, kind: type = Story, block_id: str = "values") -> Story:
    found = [one for one in house.desk.session.proposal.sections if isinstance(one, kind) and one.block == block_id]
    return found[0]


def inserted(qtbot: QtBot, house: House) -> Story:
    house.desk.librarian.insert([VALUES])
    qtbot.waitUntil(lambda: "Values" in house.desk.session.stack.undoText(), timeout=5000)
    return section(house)


def test_a_block_is_one_edit_with_its_source_and_undo_takes_it_out(filled: Workspace, opened: House, qtbot: QtBot) -> None:
    before = opened.desk.session.proposal
    story = inserted(qtbot, opened)
    assert (story.block, story.block_version, story.title) == ("values", 1, "What we value")
    assert opened.desk.session.place == f"sections/{story.id}"
    opened.desk.session.stack.undo()
    assert opened.desk.session.proposal == before


def test_several_come_at_once_with_their_pictures(filled: Workspace, opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    file = add_media(filled.library_folder, picture(tmp_path / "a.png")).file
    filled.library.references.put(Reference(id="museum-l", title="River museum", pictures=(Picture(file=file),)))
    session = opened.desk.session
    index = session.stack.index()
    opened.desk.librarian.insert([ANNA, MUSEUM, VALUES])
    qtbot.waitUntil(lambda: session.stack.index() == index + 1, timeout=5000)
    assert session.stack.undoText() == "Insert “Anna Levina” and 2 more"
    assert session.proposal.people[-1].name == "Anna Levina"
    work = next(one for one in session.proposal.sections if isinstance(one, References)).items[-1]
    assert session.folder is not None
    assert (session.folder / work.pictures[0].file).is_file()


def test_a_card_is_dropped_between_sections_and_a_work_beside_a_gallery_goes_into_it(
    filled: Workspace, opened: House, qtbot: QtBot
) -> None:
    session, bench = opened.desk.session, opened.window.workbench
    assert bench is not None
    view = bench.outline.list
    row = next(i for i in range(view.model().rowCount()) if view.model().index(i, 0).data() == "The task")
    at = QPointF(view.visualRect(view.model().index(row, 0)).topLeft())
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    data = packed([VALUES])
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, button, keys))
    QApplication.sendEvent(view.viewport(), QDropEvent(at, Qt.DropAction.CopyAction, data, button, keys))
    qtbot.waitUntil(lambda: "Values" in session.stack.undoText(), timeout=5000)
    ids = [one.id for one in session.proposal.sections]
    assert ids.index(section(opened).id) == ids.index("story") - 1
    place = ids.index("references")
    opened.desk.librarian.insert([MUSEUM], Where(index=place + 1))
    qtbot.waitUntil(lambda: "River" in session.stack.undoText(), timeout=5000)
    gallery = session.proposal.sections[place]
    assert isinstance(gallery, References)
    assert gallery.items[-1].title == "River museum"


def test_without_an_open_proposal_one_is_told(filled: Workspace, house: House) -> None:
    house.desk.librarian.insert([VALUES])
    assert "Open a proposal" in house.window.banner.text


def test_a_story_is_saved_to_the_library_and_linked(filled: Workspace, opened: House, qtbot: QtBot) -> None:
    opened.desk.session.go_to("sections/story")
    assert opened.window.workbench is not None
    press(qtbot, opened.window.workbench.editor, "Save to the library")
    qtbot.waitUntil(lambda: "draft in the library" in opened.window.banner.text, timeout=5000)
    kept = next(one.value for one in filled.library.blocks.all().records if one.value.name == "The task")
    assert kept.status is BlockStatus.DRAFT
    story = next(one for one in opened.desk.session.proposal.sections if one.id == "story")
    assert isinstance(story, Story)
    assert (story.block, story.block_version) == (kept.id, 1)
    press(qtbot, opened.window.banner, "Show in the library")
    assert opened.window.stage is not None
    assert opened.window.stage.name == "library"


def test_a_person_and_a_work_are_saved_too(filled: Workspace, opened: House, qtbot: QtBot) -> None:
    opened.desk.librarian.keep_person("ilya")
    opened.desk.librarian.keep_person("anna")
    opened.desk.librarian.keep_reference("sections/references/items/museum")
    qtbot.waitUntil(lambda: len(filled.library.references.all().records) == 2, timeout=5000)
    assert sorted(one.value.name for one in filled.library.people.all().records) == ["Anna Levina", "Ilya Korsakov"]
    anna = filled.library.people.get("anna-l").first
    assert anna is not None
    assert anna.value.role == "Producer"


def test_a_newer_version_is_offered_and_taken(filled: Workspace, opened: House, qtbot: QtBot) -> None:
    inserted(qtbot, opened)
    filled.library.blocks.put(newer())
    strip = strip_of(qtbot, opened)
    assert strip.offer is not None
    assert not strip.offer.changed_by_hand
    press(qtbot, strip, "What differs")
    press(qtbot, strip, "Take it")
    qtbot.waitUntil(lambda: section(opened).title == "What we hold dear", timeout=5000)
    assert section(opened).block_version == 2
    assert "Newer version" in opened.desk.session.stack.undoText()
    qtbot.waitUntil(strip.isHidden, timeout=5000)


def test_a_version_that_is_approved_in_the_library_is_offered_where_one_left_the_proposal(
    filled: Workspace, opened: House, qtbot: QtBot
) -> None:
    story = inserted(qtbot, opened)
    opened.desk.session.go_to(f"sections/{story.id}")
    assert opened.window.workbench is not None
    strip = opened.window.workbench.editor.findChildren(NewerStrip)[-1]
    qtbot.waitUntil(lambda: not opened.jobs.busy)
    assert strip.offer is None
    strip._soon.setInterval(1)
    place = entered(qtbot, opened)
    place.show_record(VALUES)
    line = next(one for one in place.beside.findChildren(LineField) if one.accessibleName() == "Title")
    qtbot.keyClicks(line, "most ")
    press(qtbot, place.beside, "Approve it")
    settled(qtbot, place)
    opened.window.go("proposal")
    qtbot.waitUntil(lambda: strip.offer is not None, timeout=5000)
    assert strip.isVisible()


def test_a_newer_version_is_told_though_nobody_looks_at_its_section(filled: Workspace, opened: House, qtbot: QtBot) -> None:
    """It used to be told above the fields of the section alone: who never looked there sent the old words."""
    story = inserted(qtbot, opened)
    bench, session = opened.window.workbench, opened.desk.session
    assert bench is not None
    session.go_to("proposal")
    bench.dated._soon.setInterval(1)
    filled.library.blocks.put(newer())
    opened.desk.librarian.kept.emit(VALUES)
    qtbot.waitUntil(lambda: [one.code for one in bench.problems.problems()] == ["block-newer"], timeout=5000)
    bench.problems.list.activated.emit(bench.problems.list.model().index(0, 0))
    assert session.place == f"sections/{story.id}"
    strip = bench.editor.findChildren(NewerStrip)[-1]
    qtbot.waitUntil(lambda: strip.offer is not None, timeout=5000)
    press(qtbot, strip, "Take it")
    qtbot.waitUntil(lambda: bench.problems.problems() == [], timeout=5000)
    opened.window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: len(bench.problems.problems()) == 1, timeout=5000)
    session.open(marked(session.proposal, Status.SENT, "Anna", NOW), opened.desk.session.folder)
    qtbot.waitUntil(lambda: bench.problems.problems() == [], timeout=5000)


def test_what_was_written_by_hand_is_kept_and_not_asked_again(filled: Workspace, opened: House, qtbot: QtBot) -> None:
    story = inserted(qtbot, opened)
    session = opened.desk.session
    changed = replace(story, lead="Mine.")
    sections = tuple(changed if one.id == story.id else one for one in session.proposal.sections)
    session.edit(replace(session.proposal, sections=sections), say("Lead"))
    filled.library.blocks.put(newer())
    strip = strip_of(qtbot, opened)
    assert strip.offer is not None
    assert strip.offer.changed_by_hand
    press(qtbot, strip, "Keep mine")
    qtbot.waitUntil(strip.isHidden, timeout=5000)
    assert (section(opened).lead, section(opened).title) == ("Mine.", "What we value")


def newer() -> object:
    first = block()
    story = replace(first.variants[0].story, title="What we hold dear")
    variants = (replace(first.variants[0], story=story),)
    step = replace(first.history[0], number=2, variants=variants)
    return replace(first, version=2, variants=variants, history=(*first.history, step))


def strip_of(qtbot: QtBot, house: House) -> NewerStrip:
    house.desk.session.go_to("proposal")
    house.desk.session.go_to(f"sections/{section(house).id}")
    assert house.window.workbench is not None
    found = house.window.workbench.editor.findChildren(NewerStrip)[-1]
    qtbot.waitUntil(lambda: found.offer is not None, timeout=5000)
    return found


def test_a_folder_of_pictures_becomes_works_that_can_be_named_before(
    filled: Workspace, house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "works"
    for name in ("market.jpg", "bakery.jpg", "Harbour 2024/a.jpg", "Harbour 2024/b.jpg"):
        picture(folder / name)
    (folder / "broken.jpg").write_bytes(b"nothing")
    place = entered(qtbot, house)
    place.bringing.take([folder])
    qtbot.waitUntil(lambda: place.bringing.dialog is not None and place.bringing.dialog.isVisible(), timeout=5000)
    dialog = place.bringing.dialog
    assert dialog is not None
    names = [line.name for line in dialog.model.lines]
    assert names == ["Bakery", "Broken", "Market", "Harbour"]
    dialog.model.setData(dialog.model.index(0, 0), "The Rye House")
    dialog.model.setData(dialog.model.index(2, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    press(qtbot, dialog, "Take 3")
    qtbot.waitUntil(lambda: place.model.rowCount() == 5, timeout=15000)
    works = {one.value.title: one.value for one in filled.library.references.all().records}
    assert set(works) == {"River museum", "The Rye House", "Harbour"}
    assert (works["Harbour"].year, len(works["Harbour"].pictures)) == ("2024", 2)
    assert "2 things were taken" in house.window.banner.text
    qtbot.waitUntil(lambda: house.window.acts["undo"].text() == "&Undo: Import into the library: 2", timeout=5000)
    house.window.act("undo")
    qtbot.waitUntil(lambda: place.model.rowCount() == 3, timeout=5000)
    assert [one.value.title for one in filled.library.references.all().records] == ["River museum"]
    house.window.act("redo")
    qtbot.waitUntil(lambda: place.model.rowCount() == 5, timeout=5000)
    again = {one.value.title: one.value for one in filled.library.references.all().records}
    assert again == works


def test_a_table_of_people_is_read_and_those_who_are_there_are_not_ticked(
    filled: Workspace, house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    book = Workbook()
    rows = (
        ("Имя", "Роль", "Почта", "Ставка", "Фото"),
        ("Глеб Иванов", "Дизайнер", "gleb@x.ru", 3000, "gleb.jpg"),
        ("Anna Levina", "Producer", "", "", ""),
        ("", "Редактор", "", "", ""),
    )
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "people.xlsx")
    picture(tmp_path / "gleb.jpg")
    place = entered(qtbot, house)
    place.bringing.take([tmp_path / "people.xlsx"])
    qtbot.waitUntil(lambda: place.bringing.dialog is not None and place.bringing.dialog.isVisible(), timeout=5000)
    dialog = place.bringing.dialog
    assert dialog is not None
    assert [line.ticked for line in dialog.model.lines] == [True, False, False]
    press(qtbot, dialog, "Take 1")
    qtbot.waitUntil(lambda: place.model.rowCount() == 4, timeout=15000)
    gleb = next(one.value for one in filled.library.people.all().records if one.value.name == "Глеб Иванов")
    assert gleb.photo is not None
    assert gleb.rates.value[0].amount == 3000
    qtbot.waitUntil(lambda: house.window.acts["undo"].text() == "&Undo: Import “Глеб Иванов”", timeout=5000)


def test_what_is_no_picture_and_no_table_is_refused(filled: Workspace, house: House, qtbot: QtBot, tmp_path: Path) -> None:
    place = entered(qtbot, house)
    (tmp_path / "read.txt").write_text("x")
    assert not place.bringing.takes([tmp_path / "read.txt"])
    empty = tmp_path / "empty"
    empty.mkdir()
    place.bringing.take([empty])
    qtbot.waitUntil(lambda: "no pictures" in house.window.banner.text, timeout=5000)


def test_what_was_imported_is_shown_and_chosen_whatever_was_looked_for(
    filled: Workspace, house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("market.jpg", "bakery.jpg"):
        picture(tmp_path / "works" / name)
    place = entered(qtbot, house)
    place.side.choose(Filter(kind="person"))
    assert place.model.rowCount() == 1
    place.bringing.take([tmp_path / "works"])
    qtbot.waitUntil(lambda: place.bringing.dialog is not None and place.bringing.dialog.isVisible(), timeout=5000)
    assert place.bringing.dialog is not None
    press(qtbot, place.bringing.dialog, "Take 2")
    qtbot.waitUntil(lambda: len(place.grid.chosen()) == 2, timeout=15000)
    shown = {place.keeper.value(mark).title for mark in place.grid.chosen()}  # type: ignore[union-attr]
    assert shown == {"Bakery", "Market"}
    assert place.study.open_mark in place.grid.chosen()
    assert place.model.rowCount() == 5


def test_samples_are_taken_back_as_one_step_but_for_what_was_changed(workspace: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house, 0)
    place.bringing.samples()
    qtbot.waitUntil(lambda: house.window.acts["undo"].text() == "&Undo: Take the samples", timeout=15000)
    assert len(place.grid.chosen()) == place.model.rowCount() > 3
    clients = [one.value.id for one in workspace.library.clients.all().records]
    assert clients
    anna = workspace.library.people.all().records[0].value
    workspace.library.people.put(replace(anna, role="Somebody else now"))
    place.keeper.read()
    qtbot.waitUntil(lambda: place.keeper.value(Mark("person", anna.id)) != anna, timeout=5000)
    count = place.model.rowCount()
    house.window.act("undo")
    qtbot.waitUntil(lambda: place.model.rowCount() == 1 and not place.keeper.busy, timeout=15000)
    assert [one.value.role for one in workspace.library.people.all().records] == ["Somebody else now"]
    qtbot.waitUntil(lambda: not workspace.library.clients.all().records, timeout=5000)
    house.window.act("redo")
    qtbot.waitUntil(lambda: place.model.rowCount() == count and not place.keeper.busy, timeout=15000)
    assert [one.value.role for one in workspace.library.people.all().records if one.value.id == anna.id] == ["Somebody else now"]
    qtbot.waitUntil(lambda: [one.value.id for one in workspace.library.clients.all().records] == clients, timeout=5000)


def test_several_that_are_removed_are_one_step_whose_name_speaks_the_language(
    filled: Workspace, house: House, qtbot: QtBot
) -> None:
    place = entered(qtbot, house)
    place.grid.selectAll()
    place.do("remove")
    qtbot.waitUntil(lambda: not place.keeper.busy, timeout=5000)
    stack = place.study.session.stack
    assert stack.count() == 1
    first = stack.undoText()
    assert first.startswith("Remove “") and first.endswith("” and 2 more")
    house.window.acts["language-ru"].trigger()
    assert stack.undoText().startswith("Удалить «") and stack.undoText().endswith("» и ещё 2")
    stack.undo()
    qtbot.waitUntil(lambda: len(filled.library.people.all().records) == 1 and not place.study.keeper.busy, timeout=5000)
    assert filled.library.blocks.get("values").first.value.status is BlockStatus.APPROVED  # type: ignore[union-attr]
