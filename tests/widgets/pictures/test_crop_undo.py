"""The crop editor takes back its own gestures, one at a time, and takes them again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.model.path import get
from app.model.picture import Picture
from tests.widgets.panels import press, undone
from tests.widgets.pictures.making import picture
from tests.widgets.pictures.test_crop import COVER, dialog, put, wheel
from widgets import words
from widgets.desk import Desk
from widgets.pictures.crop_dialog import CropDialog
from widgets.pictures.crop_steps import AT_ONCE, DRAG, MOVE, ZOOM, CropSteps


@pytest.fixture
def made(desk: Desk, qtbot: QtBot, tmp_path: Path) -> CropDialog:
    """The editor of a wide cover, in sight."""
    put(desk, COVER, picture(tmp_path, "wide.png", size=(400, 200)))
    found = dialog(desk, qtbot)
    qtbot.waitUntil(found.isActiveWindow, timeout=5000)
    found.view.setFocus()
    return found


def keys(made: CropDialog, standard: QKeySequence.StandardKey) -> None:
    """Press what means undo or redo on this system."""
    QTest.keySequence(made, QKeySequence.keyBindings(standard)[0])


def undo(made: CropDialog) -> None:
    keys(made, QKeySequence.StandardKey.Undo)


def redo(made: CropDialog) -> None:
    keys(made, QKeySequence.StandardKey.Redo)


def drag(qtbot: QtBot, made: CropDialog, *shares: tuple[float, float]) -> None:
    """Press at the first point, move over the others, let go at the last."""
    box = made.view.picture_rect()
    points = [QPointF(box.left() + box.width() * x, box.top() + box.height() * y).toPoint() for x, y in shares]
    qtbot.mousePress(made.view, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        made.view._aim(QPointF(point))
    qtbot.mouseRelease(made.view, Qt.MouseButton.LeftButton, pos=points[-1])


def test_a_drag_is_one_step_however_long_it_is(made: CropDialog, qtbot: QtBot) -> None:
    drag(qtbot, made, (0.5, 0.5), (0.4, 0.5), (0.3, 0.6))
    drag(qtbot, made, (0.2, 0.2), (0.1, 0.2))
    assert made.picture.focus_x == pytest.approx(0.1, abs=0.01)
    undo(made)
    assert (made.picture.focus_x, made.picture.focus_y) == (pytest.approx(0.3, abs=0.01), pytest.approx(0.6, abs=0.01))
    undo(made)
    assert made.picture.focus_x == 0.5
    redo(made)
    redo(made)
    assert made.picture.focus_x == pytest.approx(0.1, abs=0.01)


def test_keys_the_wheel_and_buttons_are_steps_of_their_own(made: CropDialog, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyClick(made.view, Qt.Key.Key_Right)
    wheel(made.view, 1)
    wheel(made.view, 1)
    press(qtbot, made, "Reset")
    seen = []
    for _ in range(3):
        undo(made)
        seen.append((round(made.picture.focus_x, 2), round(made.picture.zoom, 2)))
    assert seen == [(0.53, 1.21), (0.53, 1.0), (0.5, 1.0)]


def test_what_can_be_undone_is_seen_at_its_buttons(made: CropDialog, qtbot: QtBot) -> None:
    back, again = (one for one in made.findChildren(QToolButton) if one.defaultAction())
    assert (back.isEnabled(), again.isEnabled()) == (False, False)
    made.slider.setValue(200)
    assert (back.isEnabled(), again.isEnabled()) == (True, False)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert (back.isEnabled(), again.isEnabled()) == (False, True)
    assert made.slider.value() == 100
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert made.picture.zoom == 2.0


def test_the_proposal_has_one_step_for_all_of_it_and_none_where_all_is_undone(made: CropDialog, qtbot: QtBot, desk: Desk) -> None:
    before, steps = get(desk.session.proposal, COVER), desk.session.stack.count()
    qtbot.keyClick(made.view, Qt.Key.Key_Right)
    undo(made)
    press(qtbot, made, "Done")
    assert get(desk.session.proposal, COVER) == before
    assert desk.session.stack.count() == steps
    assert undone(desk) != "Crop of the picture"


@pytest.mark.parametrize(("language", "zoom", "point"), [
    ("en", "100%", "Point at 50% across, 50% down"), ("ru", "100\u00a0%", "Точка: 50\u00a0% слева, 50\u00a0% сверху"),
])  # fmt: skip
def test_percentages_are_written_as_the_interface_speaks(
    desk: Desk, qtbot: QtBot, tmp_path: Path, language: str, zoom: str, point: str
) -> None:
    words.use(language)
    put(desk, COVER, picture(tmp_path, "wide.png", size=(400, 200)))
    made = dialog(desk, qtbot)
    assert (made._zoom.text(), made._said.text()) == (zoom, point)


def at(x: float) -> Picture:
    return Picture(file="a", focus_x=x)


def test_a_gesture_that_leads_back_to_where_it_began_is_no_step(qtbot: QtBot) -> None:
    steps = CropSteps(at(0.5))
    for x in (0.4, 0.3, 0.5):
        steps.take(at(x), DRAG)
    assert not steps.can_undo
    steps.take(at(0.2), DRAG)
    steps.settle()
    steps.take(at(0.1), DRAG)
    steps.undo()
    assert steps.now == at(0.2)


def test_a_press_that_changes_nothing_leaves_the_step_before_alone(qtbot: QtBot) -> None:
    steps = CropSteps(at(0.5))
    steps.take(at(0.4), MOVE)
    steps.take(at(0.4), DRAG)
    steps.take(at(0.3), DRAG)
    steps.undo()
    assert steps.now == at(0.4)


def test_keys_begin_another_step_after_a_rest(qtbot: QtBot) -> None:
    steps = CropSteps(at(0.5))
    steps.take(at(0.4), MOVE)
    steps._rest.timeout.emit()
    steps.take(at(0.3), MOVE)
    steps.undo()
    assert steps.now == at(0.4)
    steps.take(at(0.6), ZOOM)
    assert not steps.can_redo
    steps.take(at(0.7), AT_ONCE)
    steps.take(at(0.8), AT_ONCE)
    steps.undo()
    assert steps.now == at(0.7)
