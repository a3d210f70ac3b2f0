"""The pages: known ones are not painted again, clicks find what they mean, zoom keeps the place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import phrase
from app.layout.page import BoxItem, Page, PictureItem, TextItem
from app.text.glyphs import GlyphRun, Line
from tests.widgets.press import TestPress, pdf_of
from tests.widgets.proposals import PAGES, small
from widgets.desk import Desk
from widgets.jobs import Jobs, Ticket
from widgets.look.look import Look
from widgets.phrases import say
from widgets.preview import drawing
from widgets.preview.drawing import Drawing
from widgets.preview.geometry import boxes_of, frames, hit
from widgets.preview.press import Press, Want
from widgets.preview.raster import raster
from widgets.preview.view import FIT_PAGE, PageView


def text(x: float, y: float, width: float, origin: str, angle: float = 0.0) -> TextItem:
    run = GlyphRun("body", 10, "#000000", 0, width, (), "text")
    return TextItem(x, y, Line(0, width, (run,), "text"), origin, angle=angle)


def test_the_smallest_thing_under_a_click_is_meant() -> None:
    page = Page(
        200,
        200,
        (PictureItem(0, 0, 200, 200, "a.jpg", origin="sections/cover/picture"), text(20, 50, 80, "title"), BoxItem(0, 0, 9, 9)),
    )
    assert hit(page, QPointF(30, 46)) == "title"
    assert hit(page, QPointF(150, 150)) == "sections/cover/picture"
    assert hit(page, QPointF(30, 120)) == "sections/cover/picture"
    assert hit(Page(200, 200, ()), QPointF(5, 5)) == ""


def test_text_that_stands_upright_is_found_where_it_stands() -> None:
    page = Page(200, 200, (text(100, 150, 80, "sections/a/kicker", angle=90),))
    assert hit(page, QPointF(97, 100)) == "sections/a/kicker"
    assert hit(page, QPointF(150, 148)) == ""


def test_the_lines_of_a_paragraph_are_framed_together_and_others_apart() -> None:
    page = Page(
        300, 300, (text(20, 50, 80, "a/text"), text(20, 62, 60, "a/text"), text(20, 200, 60, "a/text"), text(9, 9, 9, "b"))
    )
    found = frames(boxes_of(page, "a"))
    assert len(found) == 2
    assert found[0].height() == pytest.approx(23, abs=1)
    assert boxes_of(page, "a/te") == []


def test_pages_that_look_the_same_are_known_again_and_painted_once(press: TestPress) -> None:
    made = Press(press)
    one = made.lay_out(small(), Path(), Ticket())
    assert len(made.print(one, [Want(0, 100), Want(1, 100)], Ticket())) == 2
    assert press.painted == [0, 1]
    other = small()
    changed = replace(other, sections=(replace(other.sections[0], kicker="New"), *other.sections[1:]))  # type: ignore[call-arg]
    two = made.lay_out(changed, Path(), Ticket())
    assert two.keys[1:] == one.keys[1:]
    assert two.keys[0] != one.keys[0]
    made.print(two, [Want(0, 100), Want(1, 200)], Ticket())
    assert press.painted == [0, 1, 0]
    three = made.lay_out(other, Path(), Ticket())
    assert three.keys == one.keys


def test_a_picture_of_a_page_is_as_wide_as_was_asked(press: TestPress) -> None:
    (image,) = raster(pdf_of([Page(200, 100, ())]), [(0, 400)])
    assert (image.width(), image.height()) == (400, 200)
    with pytest.raises(ValueError, match="cannot read the pages"):
        raster(b"no pdf", [(0, 10)])


def test_two_windows_draw_pages_while_widgets_come_and_go(jobs: Jobs, qtbot: QtBot) -> None:
    """A drawer that is a QObject with signals waits for ever here: the one thread has Qt's lock, the other one Python's."""
    pdf = pdf_of([Page(200, 100, (BoxItem(10, 10, 50, 50, "#204060"),)), Page(100, 200, ())])
    wanted = [(0, 120), (1, 80), (0, 120), (0, 300)]
    here, there, other = raster(pdf, wanted), list[list[QImage]](), Jobs()
    try:
        for _ in range(40):
            for worker in (jobs, other):
                worker.start(lambda _: raster(pdf, wanted), there.append, ignore)

        def goes_on() -> bool:
            around = QWidget()
            for _ in range(30):
                QLineEdit(around).textChanged.connect(around.update)
            around.deleteLater()
            return len(there) == 80

        qtbot.waitUntil(goes_on, timeout=20000)
        assert all(found == here for found in there)
    finally:
        other.stop()


def test_what_is_no_pdf_fails_in_the_worker_too(jobs: Jobs, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    jobs.start(lambda _: raster(b"no pdf", [(0, 10)]), ignore, failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=5000)
    assert isinstance(failed[0], ValueError)


def ignore(error: object) -> None:
    raise AssertionError(error)


@pytest.fixture
def view(desk: Desk, qtbot: QtBot) -> PageView:
    made = PageView(desk.pages, desk.look)
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    qtbot.waitUntil(lambda: desk.pages.layout is not None and not desk.jobs.busy, timeout=8000)
    return made


def test_pages_on_the_screen_are_painted_before_all_others(desk: Desk, view: PageView, press: TestPress) -> None:
    assert press.painted[0] == 0
    assert sorted(set(press.painted)) == list(range(PAGES))
    assert desk.pages.pictures(0).large is not None
    assert desk.pages.pictures(PAGES - 1).small is not None
    assert desk.pages.pictures(PAGES - 1).large is None


def test_a_page_fills_the_width_and_stays_fitted(view: PageView, qtbot: QtBot) -> None:
    assert view.page_rect(0).width() == pytest.approx(view.viewport().width() - 48, abs=1)
    view.resize(800, 700)
    assert view.page_rect(0).width() == pytest.approx(view.viewport().width() - 48, abs=1)
    view.set_fit(FIT_PAGE)
    assert view.page_rect(0).height() == pytest.approx(view.viewport().height() - 48, abs=1)


def test_zooming_keeps_what_is_under_the_mouse(view: PageView, qtbot: QtBot) -> None:
    anchor = QPointF(250, 300)
    before = (anchor.y() - view.page_rect(0).top()) / view.scale
    view.zoom(view.scale * 2, anchor)
    assert (anchor.y() - view.page_rect(0).top()) / view.scale == pytest.approx(before, abs=2)
    for _ in range(40):
        view.zoom_in()
    assert view.scale == 6.0
    for _ in range(80):
        view.zoom_out()
    assert view.scale == pytest.approx(0.1)


def test_keys_turn_pages(view: PageView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current == PAGES - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current == 0


def test_an_edit_keeps_the_page_on_the_screen_and_its_old_picture_until_the_new_one(
    desk: Desk, view: PageView, qtbot: QtBot, press: TestPress
) -> None:
    view.show_page(3)
    old, place = desk.pages.pictures(3).large, view.verticalScrollBar().value()
    qtbot.waitUntil(lambda: desk.pages.pictures(3).large is not None, timeout=8000)
    old = desk.pages.pictures(3).large
    press.gate.clear()
    proposal = desk.session.proposal
    section = replace(proposal.sections[3], lead="New")  # type: ignore[call-arg]
    edited = replace(proposal, sections=(*proposal.sections[:3], section, *proposal.sections[4:]))
    desk.session.edit(edited, say(phrase("Title")))
    qtbot.waitUntil(lambda: desk.jobs.busy, timeout=8000)
    assert desk.pages.pictures(3).large is old
    press.gate.set()
    qtbot.waitUntil(lambda: desk.pages.pictures(3).large is not old and not desk.jobs.busy, timeout=8000)
    assert view.verticalScrollBar().value() == place


def test_typing_fast_lays_out_now_and_then_and_not_at_every_letter(
    desk: Desk, view: PageView, qtbot: QtBot, press: TestPress
) -> None:
    laid = press.laid
    for number in range(20):
        desk.session.edit(replace(desk.session.proposal, title="x" * number), say(phrase("Title")), merge="title")
    qtbot.waitUntil(lambda: press.laid > laid and not desk.jobs.busy and not desk.pages.waiting, timeout=8000)
    assert press.laid == laid + 1


def test_a_marked_field_is_scrolled_into_view(desk: Desk, view: PageView) -> None:
    view.mark("sections/terms/text")
    page = view.page_rect(PAGES - 2)
    assert page.intersects(QRectF(view.viewport().rect()))


def test_a_page_is_drawn_again_only_for_another_picture_and_its_shadow_made_once_for_a_size(
    desk: Desk, view: PageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    made: list[QSize] = []
    page, strips = Drawing.page, drawing._strips

    def drawing_page(own: Drawing, painter: QPainter, index: int, rect: QRectF, scale: float, marked: str) -> None:
        drawn.append(index)
        page(own, painter, index, rect, scale, marked)

    def making(size: QSize, look: Look) -> Iterator[tuple[QRect, QColor]]:
        made.append(size)
        return strips(size, look)

    monkeypatch.setattr(Drawing, "page", drawing_page)
    monkeypatch.setattr(drawing, "_strips", making)
    QApplication.processEvents()
    drawn.clear()
    desk.pages.printed.emit()
    QApplication.processEvents()
    assert drawn == []
    picture = desk.pages._pictures[desk.pages.layout.keys[0]]  # type: ignore[union-attr]
    picture.large = picture.large.copy()  # type: ignore[union-attr]
    desk.pages.printed.emit()
    QApplication.processEvents()
    assert 0 in drawn
    made.clear()
    view.drawing._shadows.clear()
    for _ in range(3):
        view.grab()
    assert len(made) == 1
    view.zoom(view.scale * 2)
    view.grab()
    assert len(made) == 2
