"""Everything that is done to pictures can be done by keyboard and by ear."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.i18n import phrase
from app.model.picture import Picture
from app.model.reference import Reference
from tests.widgets.accessible import nameless, out_of_order, unreachable, unseen
from tests.widgets.panels import shown
from tests.widgets.pictures.making import picture
from widgets.desk import Desk
from widgets.fields.picture import PictureField
from widgets.phrases import say
from widgets.pictures.crop_dialog import CropDialog
from widgets.pictures.gallery import PicturesField
from widgets.pictures.portrait import PortraitField
from widgets.pictures.works import WorksField

WORKS, STORY, COVER, PHOTO = "sections/references/items", "sections/story/pictures", "sections/cover/picture", "people/anna/photo"


@pytest.fixture
def filled(desk: Desk, tmp_path: Path) -> Desk:
    """The small proposal with pictures everywhere."""
    assert desk.session.folder is not None
    file = desk.workspace.add_media(desk.session.folder, picture(tmp_path, "a.png", size=(300, 200))).file
    two = (Picture(file=file, caption="Sea"), Picture(file=file))
    values = {
        STORY: two,
        COVER: two[0],
        PHOTO: two[0],
        WORKS: (Reference(id="tea", title="Tea", pictures=two), Reference(id="sea", title="Sea", pictures=two)),
    }
    for path, value in values.items():
        desk.session.edit(set_value(desk.session.proposal, path, value), say(phrase("Add pictures")))
    return desk


def made(desk: Desk, name: str) -> QWidget:
    """Make what is walked through."""
    if name == "crop":
        return CropDialog(None, desk, COVER)
    if name == "portrait":
        return PortraitField(desk, PHOTO)
    if name == "cover":
        return PictureField(desk, COVER)
    if name.startswith("story"):
        gallery = PicturesField(desk, STORY)
        gallery.tiles.choose([0] if name == "story" else [0, 1])
        return gallery
    works = WorksField(desk, WORKS)
    works.tiles.choose(["tea"] if name == "works" else ["tea", "sea"])
    return works


@pytest.mark.parametrize("name", ["crop", "portrait", "cover", "story", "story-several", "works", "works-several"])
def test_pictures_can_be_worked_on_by_keyboard_and_by_ear(filled: Desk, qtbot: QtBot, name: str) -> None:
    widget = shown(qtbot, made(filled, name), 700, 1400)
    qtbot.waitUntil(lambda: not filled.jobs.busy, timeout=8000)
    QApplication.processEvents()
    assert (nameless(widget), unreachable(widget), out_of_order(widget), unseen(widget)) == ([], [], [], [])
