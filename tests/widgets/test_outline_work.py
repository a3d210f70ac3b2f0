"""Working in the outline: several sections at once, dragging, inserting between, renaming, opening the pages of one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.edits.sections import move_sections, remove_sections
from app.i18n import phrase
from app.layout.page import Document, Page
from tests.widgets.press import Laid, TestPress
from tests.widgets.proposals import PAGES, small
from widgets.desk import Desk
from widgets.models.outline import ENTRY_ROLE
from widgets.outline.delegate import EntryDelegate
from widgets.outline.insert_menu import PICK
from widgets.outline.thumbs import KEPT, Thumbs
from widgets.panels.outline import OutlinePanel
from widgets.phrases import say

FIRST = 4
"""The row of the first section."""
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def outline(desk: Desk, qtbot: QtBot) -> Iterator[OutlinePanel]:
    made = OutlinePanel(desk)
    qtbot.addWidget(made)
    made.resize(240, 1600)
    made.show()
    qtbot.waitUntil(lambda: len(desk.pages.pages) == PAGES and not desk.jobs.busy, timeout=8000)
    yield made
    desk.finding.stop()


def ids(desk: Desk) -> list[str]:
    return [section.id for section in desk.session.proposal.sections]


def choose(outline: OutlinePanel, *rows: int) -> None:
    model, selection = outline.list.model(), outline.list.selectionModel()
    flags = QItemSelectionModel.SelectionFlag
    for i, row in enumerate(rows):
        selection.setCurrentIndex(model.index(row, 0), flags.Select if i else flags.ClearAndSelect)


def drag(outline: OutlinePanel, to: QPointF) -> None:
    """Drag what is chosen to a point of the list."""
    shown, model = outline.list, outline.list.outline
    rows = [
        model.index(row) for row, entry in enumerate(model.entries()) if entry.section and entry.section.id in shown.sections()
    ]
    data = model.mimeData(rows)
    action, button, keys = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(to.toPoint(), action, data, button, keys)
    QApplication.sendEvent(shown.viewport(), entered)
    assert entered.isAccepted()
    moved = QDragMoveEvent(to.toPoint(), action, data, button, keys)
    QApplication.sendEvent(shown.viewport(), moved)
    assert moved.isAccepted()
    shown.grab()
    QApplication.sendEvent(shown.viewport(), QDropEvent(to, action, data, button, keys))


def middle(outline: OutlinePanel, row: int, above: bool = False) -> QPointF:
    box = outline.list.visualRect(outline.list.model().index(row, 0))
    return QPointF(box.center().x(), box.top() + box.height() * (0.2 if above else 0.8))


def test_several_sections_move_together_in_their_order() -> None:
    proposal = small()
    moved = move_sections(proposal, ["cover", "story"], 5)
    assert [one.id for one in moved.sections][:5] == ["letter", "estimate", "team", "cover", "story"]
    assert move_sections(proposal, ["cover", "letter"], 1) is proposal
    assert [one.id for one in remove_sections(proposal, ["cover", "story"]).sections][:2] == ["letter", "estimate"]


def test_several_sections_are_dragged_to_where_the_line_is(desk: Desk, outline: OutlinePanel) -> None:
    choose(outline, FIRST + 1, FIRST + 3)
    drag(outline, middle(outline, FIRST + 5))
    assert ids(desk)[:7] == ["cover", "story", "team", "references", "letter", "estimate", "opener"]
    assert desk.session.stack.undoText() == "Move sections: 2"
    assert outline.list.sections() == ["letter", "estimate"]
    choose(outline, FIRST + 2)
    drag(outline, QPointF(60, 4))
    assert ids(desk)[0] == "team", "nothing stands above the first section"


def test_keys_move_and_remove_all_that_is_chosen(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    choose(outline, FIRST + 1, FIRST + 2)
    qtbot.keyClick(outline.list, Qt.Key.Key_Down, ALT)
    assert ids(desk)[:4] == ["cover", "estimate", "letter", "story"]
    qtbot.keyClick(outline.list, Qt.Key.Key_Up, ALT)
    assert ids(desk)[:4] == ["cover", "letter", "story", "estimate"]
    assert outline.list.sections() == ["letter", "story"]
    qtbot.keyClick(outline.list, Qt.Key.Key_Delete)
    assert ids(desk)[:2] == ["cover", "estimate"]
    assert desk.session.place == "sections/estimate"
    assert desk.session.stack.undoText() == "Remove sections: 2"


def test_a_slash_offers_what_can_be_put_below(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    choose(outline, FIRST)
    qtbot.keyClick(outline.list, Qt.Key.Key_Slash)
    menu = outline.list.menu
    assert menu is not None
    qtbot.keyClicks(menu.search, "stor")
    kinds = [menu.list.item(row).data(PICK).kind for row in range(menu.list.count())]
    assert kinds == ["story"]
    qtbot.keyClick(menu.search, Qt.Key.Key_Return)
    assert ids(desk)[:3] == ["cover", "story-2", "letter"]
    assert desk.session.place == "sections/story-2"


def test_a_plus_between_two_sections_inserts_there(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    shown = outline.list
    gap = FIRST + 2
    plus = shown._plus(gap).center().toPoint()
    qtbot.mouseMove(shown.viewport(), plus)
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=plus)
    assert shown.menu is not None
    qtbot.keyClick(shown.menu.search, Qt.Key.Key_Down)
    qtbot.keyClick(shown.menu.search, Qt.Key.Key_Escape)
    shown.insert_at(2)
    menu = shown.menu
    assert menu is not None
    qtbot.keyClicks(menu.search, "terms")
    qtbot.keyClick(menu.search, Qt.Key.Key_Return)
    assert ids(desk)[2] == "terms-2"


def test_f2_renames_in_the_row_and_escape_leaves_it(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    choose(outline, FIRST + 2)
    qtbot.keyClick(outline.list, Qt.Key.Key_F2)
    field = outline.list.renaming
    assert field is not None
    assert field.text() == "The task"
    qtbot.keyClicks(field, "The point")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert getattr(desk.session.proposal.sections[2], "title", "") == "The point"
    assert desk.session.stack.undoText() == "Title: The task → The point"
    qtbot.keyClick(outline.list, Qt.Key.Key_F2)
    field = outline.list.renaming
    assert field is not None
    qtbot.keyClicks(field, "Nothing")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert getattr(desk.session.proposal.sections[2], "title", "") == "The point"


def test_the_name_of_a_cover_is_that_of_the_proposal(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    choose(outline, FIRST)
    qtbot.keyClick(outline.list, Qt.Key.Key_F2)
    field = outline.list.renaming
    assert field is not None
    qtbot.keyClicks(field, "Loud Harbour")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.session.proposal.title == "Loud Harbour"


def test_a_section_of_several_pages_opens_to_them(
    desk: Desk, outline: OutlinePanel, press: TestPress, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    usual = press.lay_out

    def longer(proposal: object, folder: object) -> Laid:
        laid = usual(proposal, folder)  # type: ignore[arg-type]
        pages = laid.document.pages
        more = tuple(Page(595, 842, (), section="letter", label=str(i)) for i in range(3))
        return replace(laid, document=Document((*pages[:2], *more, *pages[2:]), laid.document.info))

    monkeypatch.setattr(press, "lay_out", longer)
    desk.session.open(desk.session.proposal, desk.session.folder)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: len(desk.pages.pages) == PAGES + 3 and not desk.jobs.busy, timeout=8000)
    choose(outline, FIRST + 1)
    qtbot.keyClick(outline.list, Qt.Key.Key_Right)
    entries = outline.list.outline.entries()
    assert [entry.page for entry in entries[FIRST + 2 : FIRST + 6]] == [1, 2, 3, 4]
    wanted: list[int] = []
    outline.page_wanted.connect(wanted.append)
    choose(outline, FIRST + 4)
    assert wanted == [3]
    assert desk.session.place == "sections/letter"
    outline.grab()
    drag_rows = outline.list.outline.sections_above(FIRST + 6)
    assert drag_rows == 2, "pages are no sections"
    choose(outline, FIRST + 1)
    qtbot.keyClick(outline.list, Qt.Key.Key_Left)
    assert len(outline.list.outline.entries()) == FIRST + PAGES


def test_the_row_of_what_is_looked_at_is_chosen_after_a_move(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    desk.session.go_to("sections/story")
    outline.list.setFocus()
    qtbot.keyClick(outline.list, Qt.Key.Key_Down, ALT)
    assert outline.list.currentIndex().data(ENTRY_ROLE).place == "sections/story"


def test_small_pictures_are_scaled_once_and_a_bounded_number_is_kept(qtbot: QtBot) -> None:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    thumbs = Thumbs()
    images = [QImage(160, 226, QImage.Format.Format_RGB32) for _ in range(KEPT + 20)]
    first = thumbs.scaled(images[0], QSize(51, 72), 2.0)
    assert (first.width(), first.devicePixelRatio()) == (102, 2.0)
    assert thumbs.scaled(images[0], QSize(51, 72), 2.0).cacheKey() == first.cacheKey()
    for image in images:
        thumbs.scaled(image, QSize(51, 72), 2.0)
    assert len(thumbs._kept) == KEPT


def test_a_double_click_on_a_title_renames(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    box = outline.list.visualRect(outline.list.model().index(FIRST + 2, 0))
    at: QPoint = outline.list.drawing.title_rect(box).topLeft() + QPoint(20, 8)
    qtbot.mouseClick(outline.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(outline.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert outline.list.renaming is not None
    assert outline.list.renaming.text() == "The task"


class Watched:
    """What is asked of the rows: which are painted, and whose height is asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.painted: list[int] = []
        self.measured: list[int] = []
        paint, measure = EntryDelegate.paint, EntryDelegate.sizeHint

        def painting(own: EntryDelegate, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
            self.painted.append(index.row())
            paint(own, painter, option, index)

        def measuring(own: EntryDelegate, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
            self.measured.append(index.row())
            return measure(own, option, index)

        monkeypatch.setattr(EntryDelegate, "paint", painting)
        monkeypatch.setattr(EntryDelegate, "sizeHint", measuring)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


def test_only_the_row_that_has_another_title_is_painted_again(
    watched: Watched, desk: Desk, outline: OutlinePanel, qtbot: QtBot
) -> None:
    QApplication.processEvents()
    assert len(set(watched.painted)) > FIRST
    watched.painted.clear()
    watched.measured.clear()
    told: list[tuple[int, int]] = []
    outline.list.outline.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    edited = set_value(desk.session.proposal, "sections/letter/title", "Another title")
    desk.session.edit(edited, say(phrase("Cut out")))
    QApplication.processEvents()
    assert set(watched.painted) == {FIRST + 1}
    assert told == [(FIRST + 1, FIRST + 1)]
    assert set(watched.measured) <= {FIRST + 1}
    qtbot.waitUntil(lambda: not desk.pages.waiting and not desk.jobs.busy, timeout=8000)
    QApplication.processEvents()
    assert set(watched.painted) == {FIRST + 1}


def test_new_pictures_paint_only_the_rows_that_show_them(watched: Watched, desk: Desk, outline: OutlinePanel) -> None:
    QApplication.processEvents()
    watched.painted.clear()
    desk.pages.printed.emit()
    QApplication.processEvents()
    assert watched.painted == []
    assert desk.pages.layout is not None
    picture = desk.pages._pictures[desk.pages.layout.keys[2]]
    assert picture.small is not None
    picture.small = picture.small.copy()
    desk.pages.printed.emit()
    QApplication.processEvents()
    assert watched.painted == [FIRST + 2]
