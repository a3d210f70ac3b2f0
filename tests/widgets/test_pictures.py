"""What the window draws of strangers' files: every picture that can be printed, and nothing that only calls itself one."""

import threading
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.thumbnails import Thumbnail, thumbnail
from tests.guarding import hostile
from tests.pdf.test_pictures import SAMPLES
from tests.widgets.pictures.test_crop import put
from widgets import media
from widgets.desk import Desk
from widgets.library.picture_files import thumb
from widgets.media import read_picture
from widgets.pictures.crop_dialog import CropDialog

TELEPHONE = SAMPLES / "telephone.heic"


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.svg", "a"])
def test_a_drawing_with_the_name_of_a_picture_is_not_drawn(qapp: QApplication, tmp_path: Path, name: str) -> None:
    """Qt would draw an SVG of any name, and open the local files that it names."""
    Image.new("RGB", (9, 9), "red").save(tmp_path / "secret.png")
    (tmp_path / name).write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" height="9">'
        '<image x:href="secret.png" width="9" height="9"/></svg>'
    )
    assert read_picture(tmp_path, name, 9) is None
    assert read_picture(tmp_path, "secret.png", 9) is not None


def test_a_photograph_of_a_telephone_is_shown_small_and_whole(qapp: QApplication) -> None:
    """HEIC: Qt cannot read it."""
    shown = read_picture(TELEPHONE.parent, TELEPHONE.name, 48)
    assert shown is not None
    assert shown.size() == QSize(48, 32)
    assert (_is_red(shown.pixelColor(4, 10)), _is_red(shown.pixelColor(44, 10))) == (True, False)
    assert thumb(TELEPHONE) is not None


def test_a_photograph_above_the_limit_of_the_toolkit_is_shown(qapp: QApplication, tmp_path: Path) -> None:
    """Qt reads nothing that takes more than 256 MB. Seventy megapixels are written and read twice: that takes a second."""
    hostile.long_ramp(tmp_path / "large.tif", 8_400, 8_300)
    shown = read_picture(tmp_path, "large.tif", 320)
    assert shown is not None
    assert shown.width() == 320
    assert [shown.pixelColor(320 * at // 8, 9).red() for at in (1, 4, 7)] == [
        pytest.approx(255 * at / 8, abs=4) for at in (1, 4, 7)
    ]


def test_what_shines_through_and_what_lies_on_its_side_are_shown_as_they_are_printed(qapp: QApplication, tmp_path: Path) -> None:
    Image.new("RGBA", (40, 20), (255, 0, 0, 0)).save(tmp_path / "clear.png")
    clear = read_picture(tmp_path, "clear.png", 20)
    assert clear is not None
    assert clear.pixelColor(5, 5).alpha() == 0
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (40, 20), "red").save(tmp_path / "lying.jpg", exif=turned)
    lying = read_picture(tmp_path, "lying.jpg", 100)
    assert lying is not None
    assert lying.size() == QSize(20, 40)


def test_wells_and_the_crop_editor_show_a_telephones_photograph_that_no_window_waited_for(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(desk, "sections/cover/picture", TELEPHONE)
    threads = []

    def watched(path: Path, width: int) -> Thumbnail | None:
        threads.append(threading.current_thread())
        return thumbnail(path, width)

    monkeypatch.setattr(media, "thumbnail", watched)
    dialog = CropDialog(None, desk, "sections/cover/picture")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.view._image is not None, timeout=5000)
    assert desk.media.size(dialog.picture.file) == QSize(96, 64)
    assert threads
    assert threading.main_thread() not in threads


def _is_red(color: QColor) -> bool:
    return color.red() > 200 and color.blue() < 60
