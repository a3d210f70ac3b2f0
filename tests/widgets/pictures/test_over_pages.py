"""Pictures that are let go over the pages go where they were let go, whichever section is chosen."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.layout.page import Page, PictureItem
from app.model.path import get
from app.model.picture import Frame, Picture
from app.model.proposal import Proposal
from tests.widgets.panels import press, undone
from tests.widgets.pictures.making import COPY, LEFT, PLAIN, files, let_go, picture, settled
from tests.widgets.proposals import small
from widgets.application import House
from widgets.forms.kinds import title_of
from widgets.phrases import Phrase
from widgets.preview.aiming import picture_at
from widgets.preview.geometry import Hit
from widgets.subjects import section_at

COVER = "sections/cover/picture"


def shown(house: House, page: int) -> QPointF:
    """Return a point of the window on what can be seen of a page."""
    assert house.window.workbench is not None
    view = house.window.workbench.preview.view
    view.show_page(page)
    inside = view.page_rect(page).toRect().intersected(view.viewport().rect()).center()
    return QPointF(view.viewport().mapTo(house.window, inside))


def with_picture(proposal: Proposal) -> Proposal:
    return set_value(proposal, COVER, Picture(file="media/old.png", caption="The harbour", frame=Frame.PHONE))


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
    assert undone(opened.desk) == "Add the work “Sea”"


def test_a_picture_over_another_one_takes_its_place_but_not_its_words(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    session = opened.desk.session
    session.edit(with_picture(session.proposal), Phrase("Picture"))
    qtbot.waitUntil(lambda: not opened.desk.pages.waiting and not opened.jobs.busy, timeout=8000)
    opened.window.receiving._drops.take_pictures((picture(tmp_path, "sea.png"),), on_cover())
    settled(qtbot, opened.desk)
    found = get(session.proposal, COVER)
    assert found.file != "media/old.png" and found.caption == "" and found.frame is Frame.PHONE
    assert session.stack.undoText() == "Replace the picture of “Cover” with “Sea”"
    assert opened.window.banner.text == "What was said of the old picture went with it: “The harbour”."
    press(qtbot, opened.window.banner, "Keep the words")
    assert get(session.proposal, COVER).caption == "The harbour"
    assert undone(opened.desk) == "Keep the words of the picture of “Cover”"
    assert undone(opened.desk) == "Replace the picture of “Cover” with “Sea”"
    assert get(session.proposal, COVER).file == "media/old.png" and get(session.proposal, COVER).caption == "The harbour"


def test_the_same_picture_again_changes_nothing(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    session, sea = opened.desk.session, picture(tmp_path, "sea.png")
    opened.window.receiving._drops.take_pictures((sea,), on_cover())
    session.go_to("sections/cover")
    opened.window.receiving._drops.take_pictures((sea,))
    settled(qtbot, opened.desk)
    session.edit(set_value(session.proposal, f"{COVER}/caption", "The sea"), Phrase("Caption"))
    opened.window.receiving._drops.take_pictures((sea,), on_cover())
    settled(qtbot, opened.desk)
    assert get(session.proposal, COVER).caption == "The sea"
    assert undone(opened.desk) == "Caption"


def test_the_veil_says_what_will_become_of_a_picture_where_the_pointer_is(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    session, receiving, data = opened.desk.session, opened.window.receiving, files(picture(tmp_path, "sea.png"))
    session.edit(with_picture(session.proposal), Phrase("Picture"))
    session.go_to("sections/references")
    hits: list[Hit | None] = [None]
    receiving._over = lambda _: hits[0]  # type: ignore[method-assign]
    said = []
    for hit in (None, on_cover(), on_cover(QPointF(150, 150))):
        hits[0] = hit
        kind = QDragEnterEvent if not said else QDragMoveEvent
        QApplication.sendEvent(opened.window, kind(QPoint(300, 300), COPY, data, LEFT, PLAIN))
        assert receiving.veil is not None and not receiving.veil.isHidden()
        said.append(receiving.veil.words)
    works = title_of(section_at(session.proposal, "sections/references"))  # type: ignore[arg-type]
    adds = f"Drop to add the pictures to “{works}”"
    assert said == [adds, "Drop to replace the picture of “Cover”", adds]
    session.go_to("sections/cover")
    assert receiving._drops.says(None) == "Drop to replace the picture of “Cover”"


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
