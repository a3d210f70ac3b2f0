"""The banner: good news goes away by itself, whatever wants to be read or answered stays."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.problems import Severity
from widgets.look.look import Look
from widgets.notice import Deed, Notice
from widgets.panels.banner import LINGERING, SHOWN_FOR, Banner

NEWS = Notice(Severity.INFO, "Exported.")
_kept: list[QWidget] = []


@pytest.fixture
def banner(qapp: QApplication, qtbot: QtBot) -> Banner:
    """The banner over a field, which has the keyboard."""
    window, field = QWidget(), QLineEdit()
    made = Banner(Look(qapp, "light"), lambda: None, lambda _: None)
    box = QVBoxLayout(window)
    box.addWidget(made)
    box.addWidget(field)
    qtbot.addWidget(window)
    window.resize(600, 200)
    window.show()
    field.setFocus()
    _kept.append(window)
    return made


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    yield
    _kept.clear()


def wait(banner: Banner) -> None:
    """Let the time that it is shown be over."""
    assert banner._timer.isActive()
    banner._timer.stop()
    banner._timer.timeout.emit()


def test_good_news_goes_after_six_seconds(banner: Banner) -> None:
    banner.tell(NEWS)
    assert banner._timer.interval() == SHOWN_FOR == 6000
    wait(banner)
    assert not banner.text


def test_good_news_stays_while_the_pointer_is_on_it(banner: Banner) -> None:
    banner.tell(NEWS)
    QApplication.sendEvent(banner, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    wait(banner)
    assert banner.text == "Exported." and banner._timer.interval() == LINGERING
    QApplication.sendEvent(banner, QEvent(QEvent.Type.Leave))
    wait(banner)
    assert not banner.text


def test_good_news_stays_while_the_keyboard_is_in_it(banner: Banner, qtbot: QtBot) -> None:
    banner.tell(NEWS)
    close = banner.findChild(QToolButton)
    close.setFocus()
    qtbot.waitUntil(close.hasFocus)
    wait(banner)
    assert banner.text == "Exported."
    close.clearFocus()
    wait(banner)
    assert not banner.text


@pytest.mark.parametrize(
    "make",
    [
        lambda: Notice(Severity.WARNING, "Look."),
        lambda: Notice(Severity.ERROR, "Not exported."),
        lambda: Notice(Severity.INFO, "Taken out.", deeds=(Deed("Undo", lambda: None),)),
    ],
)
def test_what_wants_to_be_read_or_answered_stays(banner: Banner, make: Callable[[], Notice]) -> None:
    banner.tell(NEWS)
    banner.tell(make())
    assert banner.text and not banner._timer.isActive()
