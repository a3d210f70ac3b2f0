"""The crop editor: where a picture stands, its focus and zoom, how sharp it is; the face in its circle."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.i18n import phrase
from app.layout.page import Page, PictureItem
from app.model.path import get
from app.model.picture import Frame, Picture
from tests.widgets.panels import press, shown, undone
from tests.widgets.pictures.making import files, let_go, paste, picture, screenshot, settled
from widgets.desk import Desk
from widgets.fields.people import PeopleField
from widgets.fields.picture import PictureField
from widgets.forms.cards import Card
from widgets.forms.lists import team
from widgets.phrases import say
from widgets.pictures.crop_dialog import CropDialog
from widgets.pictures.portrait import PortraitField
from widgets.pictures.uses import Use, cropped, dots, uses, usual

COVER, PHOTO = "sections/cover/picture", "people/anna/photo"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def page(*items: PictureItem) -> Page:
    return Page(595, 842, items, label="7")


def put(desk: Desk, path: str, file: Path) -> None:
    """Put a picture at a path."""
    assert desk.session.folder is not None
    added = desk.workspace.add_media(desk.session.folder, file)
    desk.session.edit(set_value(desk.session.proposal, path, Picture(file=added.file)), say(phrase("Picture")))


@pytest.fixture
def cover(desk: Desk, tmp_path: Path) -> Desk:
    put(desk, COVER, picture(tmp_path, "wide.png", size=(400, 200)))
    return desk


@pytest.fixture
def anna(desk: Desk, tmp_path: Path) -> Desk:
    put(desk, PHOTO, picture(tmp_path, "anna.png", size=(200, 400)))
    return desk


def dialog(desk: Desk, qtbot: QtBot, path: str = COVER) -> CropDialog:
    made = CropDialog(None, desk, path)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.view._image is not None, timeout=5000)
    return made


def wheel(widget: QWidget, steps: int) -> None:
    """Turn the wheel over a widget."""
    at = QPointF(widget.rect().center())
    turn = QPoint(0, 120 * steps)
    plain, none = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    event = QWheelEvent(at, at, QPoint(), turn, none, plain, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(widget, event)


def test_the_places_of_a_picture_are_those_of_the_pages() -> None:
    small = PictureItem(0, 0, 150, 100, "a.png", origin=COVER)
    large = replace(small, width=300, height=200)
    other = replace(small, origin="sections/story/pictures/0")
    face = replace(small, width=40, height=40, shape="circle")
    found = uses([page(small, other, face), page(large)], COVER)
    assert [(round(use.aspect, 2), use.is_round, use.width) for use in found] == [(1.5, False, 300), (1.0, True, 40)]
    assert [use.words for use in found] == ["Page 7", "Page 7"]


def test_what_is_on_the_pages_is_not_shown_again_as_usual() -> None:
    assert [use.name for use in usual(PHOTO, [Use(1.0, is_round=True)])] == ["Upright"]


def test_dots_an_inch_are_those_of_the_part_that_is_seen() -> None:
    use, size = Use(1.0, width=72), QSize(300, 150)
    assert dots(size, Picture(file="a"), use) == 150
    assert dots(size, Picture(file="a", zoom=2.0), use) == 75
    assert dots(None, Picture(file="a"), use) == 0


def test_a_screen_in_a_device_is_seen_from_its_head() -> None:
    assert cropped(QSize(100, 400), Picture(file="a", frame=Frame.BROWSER), Use(1.0)).top() == 0
    assert cropped(QSize(100, 400), Picture(file="a"), Use(1.0)).top() == 150


def test_the_point_is_dragged_and_taken_when_one_is_done(cover: Desk, qtbot: QtBot) -> None:
    made = dialog(cover, qtbot)
    box = made.view.picture_rect()
    start, end = box.center().toPoint(), QPointF(box.left() + box.width() * 0.25, box.top() + box.height() * 0.75).toPoint()
    qtbot.mousePress(made.view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(made.view, end)
    qtbot.mousePress(made.view, Qt.MouseButton.LeftButton, pos=end)
    assert get(cover.session.proposal, COVER).focus_x == 0.5, "nothing is changed before one is done"
    press(qtbot, made, "Done")
    taken = get(cover.session.proposal, COVER)
    assert (taken.focus_x, taken.focus_y) == (pytest.approx(0.25, abs=0.02), pytest.approx(0.75, abs=0.02))
    assert undone(cover) == "Crop of the picture"
    assert get(cover.session.proposal, COVER).focus_x == 0.5


def test_keys_nudge_and_look_nearer(cover: Desk, qtbot: QtBot) -> None:
    made = dialog(cover, qtbot)
    qtbot.keyClick(made.view, Qt.Key.Key_Right)
    qtbot.keyClick(made.view, Qt.Key.Key_Up, SHIFT)
    qtbot.keyClick(made.view, Qt.Key.Key_Plus)
    assert (made.picture.focus_x, made.picture.focus_y, made.picture.zoom) == (0.51, 0.4, 1.1)
    wheel(made.view, 1)
    assert made.picture.zoom == pytest.approx(1.21)
    assert made.slider.value() == 121
    press(qtbot, made, "Reset")
    assert made.picture == get(cover.session.proposal, COVER)


def test_nobody_looks_from_farther_away_than_there_is(cover: Desk, qtbot: QtBot) -> None:
    made = dialog(cover, qtbot)
    wheel(made.view, -3)
    assert made.picture.zoom == 1.0
    made.slider.setValue(400)
    wheel(made.view, 3)
    assert made.picture.zoom == 4.0


def test_places_say_what_they_are_to_those_who_cannot_see_them(cover: Desk, qtbot: QtBot) -> None:
    made = dialog(cover, qtbot)
    assert [glimpse.accessibleName() for glimpse in made.glimpses] == ["A whole page", "Wide", "Square", "Upright"]


def test_a_picture_is_cropped_where_it_is_put(cover: Desk, qtbot: QtBot) -> None:
    made = shown(qtbot, PictureField(cover, COVER))
    assert made._view is not None
    qtbot.keyClick(made._view, Qt.Key.Key_Right, SHIFT)
    assert get(cover.session.proposal, COVER).focus_x == pytest.approx(0.6)
    qtbot.keyClick(made._view, Qt.Key.Key_Return)
    assert made.findChildren(CropDialog)


def test_a_double_click_opens_the_large_view_and_leaves_the_point_where_it_was(cover: Desk, qtbot: QtBot) -> None:
    made = shown(qtbot, PictureField(cover, COVER))
    view = made._view
    assert view is not None
    qtbot.waitUntil(lambda: view._image is not None, timeout=5000)
    steps, before = cover.session.stack.count(), get(cover.session.proposal, COVER)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert get(cover.session.proposal, COVER) != before
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert made.findChildren(CropDialog)
    assert get(cover.session.proposal, COVER) == before
    assert cover.session.stack.count() == steps, "there is nothing to undo"


def test_a_dropped_and_a_pasted_picture_take_the_place_of_the_old_one(cover: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    made = shown(qtbot, PictureField(cover, COVER))
    before = get(cover.session.proposal, COVER).file
    assert let_go(made, files(picture(tmp_path, "new.png", "red")))
    settled(qtbot, cover)
    dropped = get(cover.session.proposal, COVER).file
    paste(qtbot, screenshot(), made._fields["caption"])
    settled(qtbot, cover)
    pasted = get(cover.session.proposal, COVER).file
    assert len({before, dropped, pasted}) == 3


def test_a_picture_too_small_for_its_place_is_told_with_its_dots(
    cover: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = shown(qtbot, PictureField(cover, COVER))
    item = PictureItem(0, 0, 595, 297.5, "wide.png", origin=COVER)
    monkeypatch.setattr(type(cover.pages), "pages", [page(item)])
    qtbot.waitUntil(lambda: cover.media.size(get(cover.session.proposal, COVER).file) is not None, timeout=5000)
    cover.pages.laid_out.emit()
    assert made.soft.isVisible()
    assert made.soft.text().startswith("Soft in print: 48 dots an inch on page 7, 150 or more")


# faces -----------------------------------------------------------------------------------------------------------------


def portrait(desk: Desk, qtbot: QtBot) -> PortraitField:
    made = shown(qtbot, PortraitField(desk, PHOTO))
    qtbot.waitUntil(lambda: made.view._photo is None or made.view._image is not None, timeout=5000)
    return made


def test_a_face_is_dragged_within_its_circle(anna: Desk, qtbot: QtBot) -> None:
    made = portrait(anna, qtbot)
    qtbot.mousePress(made.view, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    qtbot.mouseMove(made.view, QPoint(60, 60 + 28))
    qtbot.mouseRelease(made.view, Qt.MouseButton.LeftButton, pos=QPoint(60, 88))
    # The circle of 112 px shows 200 px of the photo; 28 px of drag are 50 px of 400.
    assert get(anna.session.proposal, PHOTO).focus_y == pytest.approx(0.375, abs=0.01)
    assert undone(anna) == "Position of the face of Anna Levina"


def test_the_wheel_looks_nearer_once_the_keyboard_is_there(anna: Desk, qtbot: QtBot) -> None:
    made = portrait(anna, qtbot)
    made._choose_button.setFocus()
    wheel(made.view, 1)
    assert get(anna.session.proposal, PHOTO).zoom == 1.0
    made.view.setFocus()
    wheel(made.view, 1)
    assert get(anna.session.proposal, PHOTO).zoom == 1.1


def test_without_a_photo_there_are_initials_and_how_to_get_one(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    made = portrait(desk, qtbot)
    assert made.view.accessibleName() == "No photo of Anna Levina yet"
    assert not made._remove_button.isVisible()
    assert let_go(made, files(picture(tmp_path, "anna.png")))
    settled(qtbot, desk)
    assert get(desk.session.proposal, PHOTO) is not None
    assert made._remove_button.isVisible()
    assert undone(desk) == "Photo of Anna Levina"


def test_another_photo_begins_in_the_middle(anna: Desk, qtbot: QtBot) -> None:
    made = portrait(anna, qtbot)
    qtbot.keyClick(made.view, Qt.Key.Key_Up, SHIFT)
    paste(qtbot, screenshot(), made.view)
    settled(qtbot, anna)
    photo = get(anna.session.proposal, PHOTO)
    assert (photo.focus_x, photo.focus_y, photo.zoom) == (0.5, 0.5, 1.0)


def test_a_photo_is_dropped_on_a_person_in_any_list(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    people = shown(qtbot, team(desk))
    ilya = people.findChildren(Card)[1]
    assert let_go(ilya, files(picture(tmp_path, "ilya.png")))
    settled(qtbot, desk)
    assert get(desk.session.proposal, "people/ilya/photo") is not None
    chips = shown(qtbot, PeopleField(desk))
    assert let_go(chips._chips["anna"], files(picture(tmp_path, "anna.png", "red")))
    settled(qtbot, desk)
    assert get(desk.session.proposal, PHOTO) is not None


def test_faces_are_drawn_as_the_pages_crop_them() -> None:
    from widgets.look.avatar import crop

    image = QImage(200, 400, QImage.Format.Format_RGB32)
    near = crop(image, Picture(file="a", focus_x=0.5, focus_y=0.25, zoom=2.0))
    assert (near.x(), near.y(), near.width(), near.height()) == (50, 50, 100, 100)
