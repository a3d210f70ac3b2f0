"""Pictures that are let go over the pages go where they were let go, whichever section is chosen."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.layout.page import Page, PictureItem
from app.model.path import get
from app.model.picture import Picture
from app.model.proposal import Proposal
from tests.widgets.panels import undone
from tests.widgets.pictures.making import files, let_go, picture, settled
from tests.widgets.proposals import small
from widgets.application import House
from widgets.phrases import Phrase
from widgets.preview.aiming import picture_at
from widgets.preview.geometry import Hit

COVER = "sections/cover/picture"


def shown(house: House, page: int) -> QPointF:
    """Return a point of the window on what can be seen of a page."""
    assert house.window.workbench is not None
    view = house.window.workbench.preview.view
    view.show_page(page)
    inside = view.page_rect(page).toRect().intersected(view.viewport().rect()).center()
    return QPointF(view.viewport().mapTo(house.window, inside))


def with_picture(proposal: Proposal) -> Proposal:
    return set_value(proposal, COVER, Picture(file="media/old.png", caption="The harbour"))


def test_the_page_under_the_pointer_gets_the_picture(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    opened.desk.session.go_to("sections/references")
    before = get(opened.desk.session.proposal, "sections/references/items")
    assert let_go(opened.window, files(picture(tmp_path, "sea.png")), shown(opened, 0))
    settled(qtbot, opened.desk)
    assert get(opened.desk.session.proposal, COVER) is not None
    assert get(opened.desk.session.proposal, "sections/references/items") == before


def test_over_a_page_without_pictures_the_chosen_section_gets_it(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    sections = [page.section for page in opened.desk.pages.pages]
    opened.desk.session.go_to("sections/references")
    point = shown(opened, sections.index("letter"))
    assert let_go(opened.window, files(picture(tmp_path, "sea.png")), point)
    settled(qtbot, opened.desk)
    assert undone(opened.desk) == "Add works from pictures"


def test_a_picture_over_another_one_takes_its_place_and_its_words(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    session = opened.desk.session
    session.edit(with_picture(session.proposal), Phrase("Picture"))
    qtbot.waitUntil(lambda: not opened.desk.pages.waiting and not opened.jobs.busy, timeout=8000)
    opened.window.receiving._drops.take_pictures((picture(tmp_path, "sea.png"),), on_cover())
    settled(qtbot, opened.desk)
    found = get(session.proposal, COVER)
    assert found.file != "media/old.png" and found.caption == "The harbour"
    assert undone(opened.desk) == "Replace the picture"
    assert get(session.proposal, COVER).file == "media/old.png"


def on_cover(point: QPointF | None = None) -> Hit:
    item = PictureItem(0, 0, 100, 100, "media/old.png", origin=COVER)
    page = Page(200, 200, (item,), section="references")
    return Hit(0, page, point or QPointF(50, 50), "")


def test_the_picture_under_a_point_is_found_by_what_it_shows() -> None:
    proposal = with_picture(small())
    assert picture_at(proposal, on_cover()) == COVER
    assert picture_at(proposal, on_cover(QPointF(150, 150))) == ""
    assert picture_at(small(), on_cover()) == ""  # it was taken out meanwhile


def test_a_list_with_one_picture_is_that_picture() -> None:
    proposal = small()
    path = "sections/references/items"
    work = replace(get(proposal, path)[0], pictures=(Picture(file="media/a.png"),))
    proposal = set_value(proposal, path, (work,))
    item = PictureItem(0, 0, 100, 100, "media/a.png", origin=f"{path}/museum/pictures")
    hit = Hit(0, Page(200, 200, (item,), section="references"), QPointF(5, 5), "")
    assert picture_at(proposal, hit) == f"{path}/museum/pictures/0"
