"""How the pages lie, which panes are seen, and how the proposal is presented."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from app.layout.page import LinkItem, Page
from app.problems import error
from tests.widgets.press import TestPress
from tests.widgets.proposals import PAGES
from widgets import words
from widgets.application import House
from widgets.desk import Desk
from widgets.panels.panes import EDITOR, OUTLINE
from widgets.panels.panes import PAGES as PAGES_PANE
from widgets.panels.preview import PreviewPanel
from widgets.presenting.grid import page_grid
from widgets.presenting.presentation import Presentation, present
from widgets.preview.arrangement import GAP, SPINE, arrange, fitting, rows_of
from widgets.preview.leading import target_of
from widgets.preview.view import FIT_PAGE, FULL_SIZE, PageView

A4 = Page(595, 842, ())
WIDE = Page(960, 540, ())


def test_of_a_book_the_cover_lies_alone_and_then_left_and_right_pages() -> None:
    assert rows_of(6, two_up=True) == ((0,), (1, 2), (3, 4), (5,))
    assert rows_of(1, two_up=True) == ((0,),)
    assert rows_of(0, two_up=True) == ()
    assert rows_of(3, two_up=False) == ((0,), (1,), (2,))


def test_pages_lie_in_the_middle_and_no_two_overlap() -> None:
    lying = arrange([A4, A4, WIDE, A4], 0.5, 1000, two_up=True)
    assert lying.boxes[0].center().x() == pytest.approx(500, abs=1)
    assert lying.boxes[2].left() - lying.boxes[1].right() == pytest.approx(SPINE, abs=1)
    assert not any(one.intersects(other) for i, one in enumerate(lying.boxes) for other in lying.boxes[i + 1 :])
    assert lying.between(0, 100) == [0]
    assert lying.between(lying.tops[1] + 5, lying.tops[1] + 10) == [1]
    assert lying.row_of(3) == 2


def test_what_fits_is_seen_whole() -> None:
    for pages in ([A4] * 3, [WIDE] * 2, [A4, WIDE]):
        for two_up in (False, True):
            scale = fitting(pages, (900, 600), two_up=two_up, whole=True)
            lying = arrange(pages, scale, 900, two_up=two_up)
            assert lying.width <= 900 + 2
            assert max(box.height() for box in lying.boxes) <= 600 - 2 * GAP + 1


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> PreviewPanel:
    made = PreviewPanel(desk)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitUntil(lambda: desk.pages.layout is not None and not desk.jobs.busy, timeout=8000)
    return made


def test_two_pages_beside_each_other_are_remembered(desk: Desk, panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.two_up()
    view = panel.view
    assert view.page_rect(1).top() == view.page_rect(2).top()
    view.set_fit(FIT_PAGE)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current in (1, 2)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current in (3, 4)
    again = PreviewPanel(desk)
    qtbot.addWidget(again)
    assert again.view.two_up
    panel.two_up()
    assert not desk.settings.two_up


def test_a_page_is_gone_to_by_its_number(panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.view.set_fit(FIT_PAGE)
    panel.ask_page()
    qtbot.keyClicks(panel._page, "7")
    qtbot.keyClick(panel._page, Qt.Key.Key_Return)
    assert panel.view.current == 6
    assert panel._page.isHidden()


def test_actual_size_and_arrows(panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.actual_size()
    assert panel.view.scale == pytest.approx(FULL_SIZE)
    panel.view.setFocus()
    before = panel.view.verticalScrollBar().value()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.verticalScrollBar().value() > before
    qtbot.keyClick(panel.view, Qt.Key.Key_Up)
    assert panel.view.verticalScrollBar().value() == before


def test_a_link_tells_where_it_leads() -> None:
    assert target_of(LinkItem(0, 0, 9, 9, url="https://noon.example"), ()) == "https://noon.example"
    assert target_of(LinkItem(0, 0, 9, 9, page=1), ("", "ii")) == "To page ii"
    assert target_of(LinkItem(0, 0, 9, 9, page=0), ("", "ii")) == "To page 1"
    assert target_of(LinkItem(0, 0, 9, 9, page=8), ("",)) == ""


def test_panes_are_put_away_and_stay_so(opened: House, qtbot: QtBot) -> None:
    acts, bench = opened.window.acts, opened.window.workbench
    assert bench is not None
    acts["pane-outline"].trigger()
    assert not bench.outline.isVisible()
    assert opened.desk.settings.hidden_panes == (OUTLINE,)
    acts["pane-editor"].trigger()
    acts["pane-pages"].trigger()
    assert bench.seen.hidden == (OUTLINE, EDITOR), "the last pane stays"
    acts["pane-only"].trigger()
    assert bench.seen.hidden == ()
    for hidden in ((OUTLINE,), (OUTLINE, PAGES_PANE), (OUTLINE, EDITOR), ()):
        acts["pane-next"].trigger()
        assert bench.seen.hidden == hidden


def test_the_pane_with_the_focus_takes_the_width_and_gives_it_back(opened: House, qtbot: QtBot) -> None:
    bench = opened.window.workbench
    assert bench is not None
    bench.seen.toggle(OUTLINE)
    bench.preview.view.setFocus()
    if not bench.preview.view.hasFocus():
        opened.window.activateWindow()
    bench.seen.only_this()
    assert len(bench.seen.hidden) == 2
    bench.seen.only_this()
    assert bench.seen.hidden == (OUTLINE,)


# presenting ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def shown(desk: Desk, panel: PreviewPanel, qtbot: QtBot) -> Iterator[Presentation]:
    made = present(desk, 2, panel, lambda _: None)
    assert made is not None
    made.resize(1600, 900)
    yield made
    made.close()


def test_pages_are_turned_by_keys_and_clicks(shown: Presentation, qtbot: QtBot) -> None:
    assert shown.two_up, "upright pages are shown in pairs"
    assert shown.rows[shown.row] == (1, 2)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown):
        qtbot.keyClick(shown, key)
    assert shown.index == 7
    qtbot.keyClick(shown, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert shown.index == 3
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert shown.index == 5
    qtbot.mouseClick(shown, Qt.MouseButton.RightButton)
    assert shown.index == 3
    qtbot.keyClick(shown, Qt.Key.Key_End)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.index == PAGES - 1
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    qtbot.keyClick(shown, Qt.Key.Key_T)
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.index == 1
    assert shown.accessibleDescription() == f"Page 2 of {PAGES}"


def test_a_number_and_enter_lead_to_a_page(shown: Presentation, qtbot: QtBot) -> None:
    qtbot.keyClicks(shown, "10")
    assert shown.number == "10"
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert (shown.index, shown.number) == (9, "")
    qtbot.keyClicks(shown, "900")
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert shown.index == PAGES - 1


def test_the_screen_is_blanked_and_the_next_key_brings_the_page_back(shown: Presentation, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_B, Qt.Key.Key_Period):
        qtbot.keyClick(shown, key)
        assert shown.blank is not None
        qtbot.keyClick(shown, Qt.Key.Key_Right)
        assert shown.blank is None
        assert shown.index == 2
    shown.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "и"))
    assert shown.blank is not None, "the same key of a Russian keyboard"


def test_all_pages_are_seen_at_once_and_one_is_picked(shown: Presentation, qtbot: QtBot) -> None:
    qtbot.keyClick(shown, Qt.Key.Key_G)
    assert shown.grid is not None
    shown.grab()
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert (shown.grid, shown.index) == (None, 3)
    qtbot.keyClick(shown, Qt.Key.Key_G)
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.grid.boxes[8].center().toPoint())
    assert shown.index == 8
    qtbot.keyClick(shown, Qt.Key.Key_G)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.grid is None
    assert shown.isVisible()


def test_the_next_pages_are_made_before_they_are_asked_for(shown: Presentation, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=8000)
    number = shown.row
    for row in (number, number + 1, number - 1):
        for want, _ in shown._places(row):
            found = shown.slides.picture(want)
            assert found is not None
            assert found.width() == want.width


def test_it_ends_at_the_page_where_one_was(desk: Desk, panel: PreviewPanel, qtbot: QtBot) -> None:
    ended: list[int] = []
    made = present(desk, 0, panel, ended.append)
    assert made is not None
    qtbot.keyClicks(made, "6")
    qtbot.keyClick(made, Qt.Key.Key_Return)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert ended == [5]


def test_a_draft_is_presented_with_its_mark(desk: Desk, panel: PreviewPanel, press: TestPress, qtbot: QtBot) -> None:
    press.checked = (error("picture-missing", "x", file="x"),)
    desk.session.open(desk.session.proposal, desk.session.folder or Path())
    qtbot.waitUntil(lambda: bool(desk.pages.forbidding) and not desk.jobs.busy, timeout=8000)
    made = present(desk, 0, panel, lambda _: None)
    assert made is not None
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=8000)
    assert len(made.slides.pages[0].items) == len(desk.pages.pages[0].items) + 1
    made.close()


def test_a_grid_of_many_pages_fits_the_screen() -> None:
    room = QRectF(0, 0, 1600, 900)
    for count in (1, 7, 110):
        found = page_grid([A4] * count, room)
        assert all(room.contains(box) for box in found.boxes)
        assert found.at(found.boxes[-1].center()) == count - 1
        assert found.at(QPointF(1, 1)) == -1
        assert found.step(0, -1, 0) == 0


def test_the_view_keeps_a_page_through_a_change_of_scale(panel: PreviewPanel) -> None:
    view: PageView = panel.view
    view.show_page(6)
    anchor = QPointF(view.viewport().width() / 2, 200)
    before = view.hit_at(anchor)
    view.zoom(view.scale * 1.7, anchor)
    after = view.hit_at(anchor)
    assert before is not None and after is not None
    assert before.index == after.index
    assert after.point.y() == pytest.approx(before.point.y(), abs=2)


def test_how_large_a_page_is_shown_is_told_as_the_language_writes_it(panel: PreviewPanel) -> None:
    assert re.fullmatch(r"\d+%", panel._scale.text())
    words.use("ru")
    panel._show_scale()
    assert re.fullmatch(r"\d+\u00a0%", panel._scale.text())
