"""The pictures of a story: put in order, several at once, framed, taken out; works with their permissions."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.i18n import phrase
from app.model.path import get
from app.model.picture import Frame, Picture
from app.model.reference import Display, Permission, Reference
from app.sources.drafts import today
from tests.widgets.panels import press, shown, typed, undone
from tests.widgets.pictures.making import files, let_go, names, paste, picture, screenshot, settled
from tests.widgets.typing_keys import type_keys
from widgets import words
from widgets.desk import Desk
from widgets.fields.linewriting import LineWriting
from widgets.fields.picture import PictureField
from widgets.panels.editor import LEAST_WIDTH
from widgets.phrases import say
from widgets.pictures.frame_field import FrameField
from widgets.pictures.gallery import PicturesField
from widgets.pictures.permission import badge_of
from widgets.pictures.several_field import SeveralField
from widgets.pictures.tiles import Tiles
from widgets.pictures.works import WorksField
from widgets.places.library.badges import badge_of as in_library

STORY, WORKS = "sections/story/pictures", "sections/references/items"
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MARGIN = 24
"""Pixels beside fields in the inspector."""
TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def pictures(desk: Desk, qtbot: QtBot) -> PicturesField:
    """A story with five pictures."""
    five = tuple(Picture(file=f"media/{n}.png", caption=str(n)) for n in range(5))
    desk.session.edit(set_value(desk.session.proposal, STORY, five), say(phrase("Add pictures")))
    return shown(qtbot, PicturesField(desk, STORY), 600, 800)


@pytest.fixture
def works(desk: Desk, qtbot: QtBot) -> WorksField:
    """A gallery of three works, of two pictures each."""
    three = tuple(
        Reference(id=name, title=name.title(), pictures=(Picture(file=f"media/{name}1.png"), Picture(file=f"media/{name}2.png")))
        for name in ("tea", "bread", "sea")
    )
    desk.session.edit(set_value(desk.session.proposal, WORKS, three), say(phrase("Add a work")))
    return shown(qtbot, WorksField(desk, WORKS), 640, 1200)


def order(desk: Desk) -> str:
    return "".join(one.caption for one in get(desk.session.proposal, STORY))


def drag(tiles: Tiles, rows: list[int], to: QPointF, into: Tiles | None = None) -> None:
    """Drag tiles to a point of a grid."""
    data = tiles.tile_model.mimeData([tiles.tile_model.index(row) for row in rows])
    assert let_go((into or tiles).viewport(), data, to)


def at(tiles: Tiles, row: int, share: float) -> QPointF:
    """Return a point of a tile, so far across it."""
    box = tiles.visualRect(tiles.tile_model.index(row))
    return QPointF(box.x() + box.width() * share, box.center().y())


def test_a_picture_is_dragged_to_its_place(desk: Desk, pictures: PicturesField) -> None:
    drag(pictures.tiles, [0], at(pictures.tiles, 2, 0.9))
    assert order(desk) == "12034"
    assert pictures.tiles.steps() == (2,), "what was moved stays chosen"
    assert undone(desk) == "Move the picture"
    assert order(desk) == "01234"


def test_several_pictures_are_dragged_together(desk: Desk, pictures: PicturesField) -> None:
    drag(pictures.tiles, [1, 3], at(pictures.tiles, 0, 0.1))
    assert order(desk) == "13024"
    assert undone(desk) == "Move 2 pictures"


def test_keys_put_in_order_and_take_out(desk: Desk, qtbot: QtBot, pictures: PicturesField) -> None:
    tiles = pictures.tiles
    tiles.choose([1])
    qtbot.keyClick(tiles, Qt.Key.Key_Right, ALT)
    assert order(desk) == "02134"
    qtbot.keyClick(tiles, Qt.Key.Key_Left, ALT)
    qtbot.keyClick(tiles, Qt.Key.Key_Left, ALT)
    assert order(desk) == "10234"
    qtbot.keyClick(tiles, Qt.Key.Key_Delete)
    assert order(desk) == "0234"
    assert tiles.steps() == (0,), "the next one is chosen"
    qtbot.keyClick(tiles, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(tiles, Qt.Key.Key_Delete)
    assert order(desk) == ""
    assert undone(desk) == "Remove 4 pictures"


def test_words_of_one_picture_are_typed_beside_it(desk: Desk, qtbot: QtBot, pictures: PicturesField) -> None:
    pictures.tiles.choose([3])
    assert isinstance(pictures.shown, PictureField)
    field = pictures.shown._fields["credit"]
    typed(qtbot, field, "Anna")
    assert get(desk.session.proposal, f"{STORY}/3/credit") == "Anna"
    assert pictures.tiles.tile_model.tiles[3].under == "Anna"


def test_the_words_and_frames_of_a_picture_fit_into_the_narrowest_inspector(
    desk: Desk, qtbot: QtBot, pictures: PicturesField
) -> None:
    words.use("ru")
    pictures.tiles.choose([0])
    assert isinstance(pictures.shown, PictureField)
    assert pictures.shown.minimumSizeHint().width() <= LEAST_WIDTH - 2 * MARGIN
    pictures.resize(LEAST_WIDTH - 2 * MARGIN, 600)
    QApplication.processEvents()
    frames = pictures.shown._fields["frame"]
    assert isinstance(frames, FrameField)
    assert len({button.y() for button in frames.buttons.values()}) == 1, "side by side"


def test_the_keyboard_comes_to_the_frame_that_is_chosen(desk: Desk, qtbot: QtBot, pictures: PicturesField) -> None:
    pictures.tiles.choose([0])
    assert isinstance(pictures.shown, PictureField)
    desk.session.edit(set_value(desk.session.proposal, f"{STORY}/0/frame", Frame.PHONE), say(phrase("Frame")))
    pictures.shown.focus_path(f"{STORY}/0/frame")
    frames = pictures.shown._fields["frame"]
    assert isinstance(frames, FrameField)
    assert frames.focusProxy() is frames.buttons[Frame.PHONE]


def test_several_pictures_get_one_credit_and_one_frame(desk: Desk, qtbot: QtBot, pictures: PicturesField) -> None:
    pictures.tiles.choose([0, 2])
    several = pictures.shown
    assert isinstance(several, SeveralField)
    qtbot.keyClicks(several.credit, "Ilya")
    qtbot.mouseClick(several.frame.buttons[Frame.PHONE], Qt.MouseButton.LeftButton)
    assert [(one.credit, one.frame) for one in get(desk.session.proposal, STORY)[:3]] == [
        ("Ilya", Frame.PHONE), ("", Frame.NONE), ("Ilya", Frame.PHONE),
    ]  # fmt: skip
    assert undone(desk) == "Frame of 2 pictures"
    assert undone(desk) == "Credit of 2 pictures"
    assert [one.credit for one in get(desk.session.proposal, STORY)] == [""] * 5


def test_the_credit_of_several_pictures_is_helped_with_as_that_of_one(desk: Desk, qtbot: QtBot, pictures: PicturesField) -> None:
    pictures.tiles.choose([0, 2])
    several = pictures.shown
    assert isinstance(several, SeveralField)
    several.credit.setFocus()
    type_keys(qtbot, several.credit, "For {comp", Qt.Key.Key_Return)
    assert [one.credit for one in get(desk.session.proposal, STORY)[:3]] == ["For {client.name}", "", "For {client.name}"]
    assert several.credit.findChild(LineWriting) is not None
    assert undone(desk) == "Credit of 2 pictures"


def test_pictures_are_dropped_between_others_and_pasted_after_the_chosen_one(
    desk: Desk, qtbot: QtBot, pictures: PicturesField, tmp_path: Path
) -> None:
    new = [picture(tmp_path, "a.png", "red"), picture(tmp_path, "b.png", "green")]
    assert let_go(pictures.tiles.viewport(), files(*new), at(pictures.tiles, 1, 0.2))
    settled(qtbot, desk)
    assert [one.caption for one in get(desk.session.proposal, STORY)] == ["0", "", "", "1", "2", "3", "4"]
    assert undone(desk) == "Add pictures to “The task”: 2"
    pictures.tiles.choose([4])
    paste(qtbot, screenshot(), pictures.tiles)
    settled(qtbot, desk)
    assert [one.caption for one in get(desk.session.proposal, STORY)] == ["0", "1", "2", "3", "4", ""]


def test_what_has_come_in_is_chosen_to_be_named(
    desk: Desk, qtbot: QtBot, pictures: PicturesField, works: WorksField, tmp_path: Path
) -> None:
    pictures.tiles.choose([3])
    new = [picture(tmp_path, "a.png", "red"), picture(tmp_path, "b.png", "green")]
    assert let_go(pictures.tiles.viewport(), files(*new), at(pictures.tiles, 1, 0.2))
    settled(qtbot, desk)
    assert pictures.tiles.steps() == (1, 2)
    assert isinstance(pictures.shown, SeveralField)
    assert let_go(works.tiles.viewport(), files(new[0]), at(works.tiles, 1, 0.05))
    settled(qtbot, desk)
    assert works.form is not None
    assert works._title(works.tiles.steps()[0]) == "A"


def test_pictures_that_come_in_do_not_take_the_words_from_whoever_is_typing(
    desk: Desk, qtbot: QtBot, pictures: PicturesField, tmp_path: Path
) -> None:
    assert pictures.focus_path(f"{STORY}/3/caption")
    assert let_go(pictures.tiles.viewport(), files(picture(tmp_path, "a.png", "red")), at(pictures.tiles, 1, 0.2))
    settled(qtbot, desk)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_End)
    qtbot.keyClicks(focused, "!")
    assert order(desk) == "0123!4"


def test_pictures_are_seen_as_they_come_and_are_one_edit(desk: Desk, qtbot: QtBot, works: WorksField, tmp_path: Path) -> None:
    new = [picture(tmp_path, f"{name}.png", f"#{i:06x}") for i, name in enumerate("abc")]
    seen: list[int] = []
    desk.media.intake.arrived.connect(lambda _where: seen.append(sum(tile.is_coming for tile in works.tiles.tile_model.tiles)))
    assert let_go(works.tiles.viewport(), files(*new), at(works.tiles, 1, 0.05))
    settled(qtbot, desk)
    assert seen == [1, 2, 3]
    assert names(get(desk.session.proposal, WORKS)) == ["Tea", "A", "B", "C", "Bread", "Sea"]
    assert not any(tile.is_coming for tile in works.tiles.tile_model.tiles)
    assert undone(desk) == "Add works from pictures: 3"
    assert names(get(desk.session.proposal, WORKS)) == ["Tea", "Bread", "Sea"]


def test_tiles_say_what_they_are_to_those_who_cannot_see_them(desk: Desk, pictures: PicturesField) -> None:
    found = QAccessible.queryAccessibleInterface(pictures.tiles)
    assert found.text(QAccessible.Text.Name) == "Pictures"
    assert found.childCount() == 5
    assert found.child(2).text(QAccessible.Text.Name) == "2"


def test_works_are_dragged_removed_and_duplicated(desk: Desk, qtbot: QtBot, works: WorksField) -> None:
    drag(works.tiles, [2], at(works.tiles, 0, 0.1))
    assert names(get(desk.session.proposal, WORKS)) == ["Sea", "Tea", "Bread"]
    assert undone(desk) == "Move “Sea”"
    works.tiles.choose(["tea"])
    QApplication.sendPostedEvents()
    press(qtbot, works, "Duplicate")
    assert names(get(desk.session.proposal, WORKS)) == ["Tea", "Tea", "Bread", "Sea"]
    assert works.tiles.currentIndex().row() == 1, "the copy is chosen"
    works.tiles.choose(["tea", "sea"])
    QApplication.sendPostedEvents()
    press(qtbot, works, "Remove 2 works")
    assert names(get(desk.session.proposal, WORKS)) == ["Tea", "Bread"]
    assert undone(desk) == "Remove 2 works"


def test_pictures_are_carried_from_one_work_to_another(desk: Desk, qtbot: QtBot, works: WorksField) -> None:
    assert works.focus_path(f"{WORKS}/tea/pictures/0/caption")
    gallery = next(one for one in works.findChildren(PicturesField) if one.isVisible())
    drag(gallery.tiles, [1], at(works.tiles, 2, 0.5), works.tiles)
    assert [one.file for one in get(desk.session.proposal, f"{WORKS}/sea/pictures")] == [
        "media/sea1.png", "media/sea2.png", "media/tea2.png",
    ]  # fmt: skip
    assert undone(desk) == "Move a picture to “Sea”"


def test_a_picture_between_works_becomes_a_work_of_its_own(desk: Desk, qtbot: QtBot, works: WorksField) -> None:
    assert works.focus_path(f"{WORKS}/tea/pictures/0/caption")
    gallery = next(one for one in works.findChildren(PicturesField) if one.isVisible())
    drag(gallery.tiles, [0], at(works.tiles, 1, 0.05), works.tiles)
    assert [len(work.pictures) for work in get(desk.session.proposal, WORKS)] == [1, 1, 2, 2]


def test_pictures_are_dropped_on_a_work_or_between_works(desk: Desk, qtbot: QtBot, works: WorksField, tmp_path: Path) -> None:
    new = picture(tmp_path, "Lighthouse.png")
    assert let_go(works.tiles.viewport(), files(new), at(works.tiles, 1, 0.5))
    settled(qtbot, desk)
    assert len(get(desk.session.proposal, f"{WORKS}/bread/pictures")) == 3
    assert undone(desk) == "Add the picture “Lighthouse” to “Bread”"
    assert let_go(works.tiles.viewport(), files(new), at(works.tiles, 1, 0.05))
    settled(qtbot, desk)
    assert names(get(desk.session.proposal, WORKS)) == ["Tea", "Lighthouse", "Bread", "Sea"]


def test_several_works_are_shown_and_permitted_alike(desk: Desk, works: WorksField) -> None:
    works.tiles.choose(["tea", "sea"])
    assert works.several is not None
    works.several.fields["display"].edited.emit(Display.SPREAD)
    works.several.fields["permission"].edited.emit(Permission.ASKED)
    assert [work.display for work in get(desk.session.proposal, WORKS)] == [Display.SPREAD, Display.GALLERY, Display.SPREAD]
    assert [tile.badge.words if tile.badge else "" for tile in works.tiles.tile_model.tiles] == [
        "Permission asked for", "", "Permission asked for",
    ]  # fmt: skip
    assert undone(desk) == "Permission to show of 2 works"


@pytest.mark.parametrize("width", [430, 480, 500, 620, 830])
def test_all_works_are_seen_in_any_width(desk: Desk, qtbot: QtBot, works: WorksField, width: int) -> None:
    seven = tuple(Reference(id=f"w{n}", title=str(n)) for n in range(7))
    desk.session.edit(set_value(desk.session.proposal, WORKS, seven), say(phrase("Add a work")))
    works.resize(width, 1200)
    QApplication.processEvents()
    tiles = works.tiles
    boxes = [tiles.visualRect(tiles.tile_model.index(row)) for row in range(7)]
    assert all(tiles.viewport().rect().contains(box) for box in boxes)
    assert boxes[0].bottom() < boxes[6].top()


def test_an_empty_gallery_teaches_and_takes_pictures(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.session.edit(set_value(desk.session.proposal, WORKS, ()), say(phrase("Remove")))
    made = shown(qtbot, WorksField(desk, WORKS))
    assert made._none.isVisible()
    assert let_go(made, files(picture(tmp_path, "a.png", "red"), picture(tmp_path, "b.png")))
    settled(qtbot, desk)
    assert names(get(desk.session.proposal, WORKS)) == ["A", "B"]
    assert not made._none.isVisible()


@pytest.mark.parametrize(
    ("permission", "until", "icon", "words"),
    [
        (Permission.GRANTED, "", "check", "Granted"),
        (Permission.GRANTED, "2027-05-07", "check", "Granted until 7 May 2027"),
        (Permission.GRANTED, "2026-11-22", "check", "Granted until 22 Nov 2026"),
        (Permission.GRANTED, "2026-11-21", "problems", "Permission ended 21 Nov 2026"),
        (Permission.GRANTED, "some day", "check", "Granted"),
        (Permission.ASKED, "", "info", "Permission asked for"),
        (Permission.REFUSED, "", "error", "Refused: not shown"),
    ],
)
def test_a_badge_has_an_icon_and_words(permission: Permission, until: str, icon: str, words: str) -> None:
    badge = badge_of(replace(Reference(id="r", title="R"), permission=permission, permission_until=until), TODAY)
    assert badge is not None
    assert (badge.icon, badge.words) == (icon, words)


def test_a_work_that_needs_no_permission_has_no_badge() -> None:
    assert badge_of(Reference(id="r", title="R"), TODAY) is None


@pytest.mark.parametrize(
    ("permission", "until"),
    [(Permission.REFUSED, ""), (Permission.GRANTED, ""), (Permission.GRANTED, "2020-01-01"), (Permission.GRANTED, "2199-01-01")],
)
def test_a_work_has_the_same_badge_in_the_library_and_in_a_proposal(permission: Permission, until: str) -> None:
    work = replace(Reference(id="r", title="R"), permission=permission, permission_until=until)
    assert in_library(work) == badge_of(work, today())
