"""A monkey at the window: random but valid events, the same ones for the same seed.

`python -m tests.widgets.monkey --events 10000 --seed 7` lets one loose on a throw-away workspace, and says what it did and what
broke; with `--trail FILE` every deed is written down before it is done, so that the last one before a crash is known.
"""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QThread, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from app.model.proposal import Proposal
from app.store.codec import decode, encode
from widgets.application import House
from widgets.places.place import PROPOSAL
from widgets.places.rows import PLACES

NEVER = {"quit", "new-window"}
"""Actions that end the game, or begin another one."""
WORDS = ("Море", "design", "12", "7,5", "=2*3", "**bold**", "# ", "- ", "/", "{client", " ", "ё№§", "-1", "1e9", "🙂", "\u202e")
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left,
    Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_F2,
)  # fmt: skip
LETTERS = (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_D)
NO_KEYS, CONTROL, LEFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
HELD = (NO_KEYS,) * 6 + (Qt.KeyboardModifier.ShiftModifier, CONTROL, Qt.KeyboardModifier.AltModifier)
CHECK_EVERY = 250
LEAVE = 0.12
"""How often a menu or a dialog is left, rather than used on."""


class Monkey(QObject):
    """Does one thing after the other whenever the event loop is free, in menus and dialogs too, until all is done."""

    def __init__(self, house: House, seed: int, events: int, trail: Callable[[str], object] = lambda _: None) -> None:
        super().__init__()
        self.house, self.seed, self.events, self._trail = house, seed, events, trail
        self.done: Counter[str] = Counter()
        self.faults: list[str] = []
        self._random = random.Random(seed)
        self._left = events
        self._inside: list[int] = []
        self._deeds: dict[str, tuple[int, Callable[[], str]]] = {
            "type": (30, self._type),
            "press": (22, self._press),
            "press with Control": (8, self._press_with_control),
            "act": (14, self._act),
            "click a button": (14, self._click_button),
            "click somewhere": (10, self._click_somewhere),
            "scroll": (5, self._scroll),
            "look elsewhere": (5, self._look_elsewhere),
            "go elsewhere": (2, self._go_elsewhere),
            "change clothes": (1, self._change_clothes),
        }

    @property
    def finished(self) -> bool:
        """Whether everything has been done."""
        return self._left <= 0 and not self._inside

    def begin(self) -> None:
        """Let it loose."""
        QTimer.singleShot(0, self, self._step)

    def _step(self) -> None:
        """Do one thing. It may not return before a menu or a dialog of its own is left: the next step has to come in there."""
        if self._left <= 0:
            self._leave(_in_front())
            if self._inside:
                QTimer.singleShot(1, self, self._step)
            return
        QTimer.singleShot(1, self, self._step)
        front, depth = _in_front(), QThread.currentThread().loopLevel()
        if self._inside and depth <= self._inside[-1]:
            return  # the deed before is not done yet: it only lets others have their turn
        if not self.house.window.isVisible():
            self.house.window.show()  # somebody closed it
        self._left -= 1
        if self._left % CHECK_EVERY == 0:
            self.check()
        name = self._random.choices(list(self._deeds), [weight for weight, _ in self._deeds.values()])[0]
        self._inside.append(depth)
        try:
            self._trail(f"{self.events - self._left} {name} {front} ")
            what = self._deeds[name][1]()
            self._trail(f"{what}\n")
            self.done[name if what else "nothing"] += 1
        finally:
            self._inside.pop()

    def check(self) -> None:
        """Look whether the proposal could still be written down and read again."""
        proposal = self.house.desk.session.proposal
        read = decode(Proposal, json.loads(json.dumps(encode(proposal)))).value
        if read != proposal:
            self.faults.append(f"the proposal does not come back as it was, {self._left} events before the end")

    # what it does ---------------------------------------------------------------------------------------------------

    def _window(self) -> QWindow | None:
        """Return the window that gets the next event. Menus and dialogs are not used for ever."""
        front = _in_front()
        if front is not None and self._random.random() < LEAVE:
            self._leave(front)
            front = _in_front()
        handle = (front or self.house.window).window().windowHandle()
        return handle if handle is not None and isValid(handle) and handle.isVisible() else None

    def _leave(self, around: QWidget | None) -> None:
        if isinstance(around, QDialog):
            around.reject()
        elif around is not None:
            around.close()

    def _type(self) -> str:
        window, words = self._window(), self._random.choice(WORDS)
        for sign in words:
            if window is None or not isValid(window):
                return ""
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(window, QKeyEvent(kind, 0, NO_KEYS, sign))
        return words

    def _press(self) -> str:
        return self._stroke(self._random.choice(KEYS), self._random.choice(HELD))

    def _press_with_control(self) -> str:
        return self._stroke(self._random.choice(LETTERS), CONTROL)

    def _stroke(self, key: Qt.Key, held: Qt.KeyboardModifier) -> str:
        window = self._window()
        if window is None:
            return ""
        if _in_front() is not None:
            # QTest presses Alt or Shift by itself first; a menu goes away at that, and the key would be told to what is gone.
            held = NO_KEYS
        self._trail(f"{held.name}+{key.name} on {QApplication.focusWidget()} ")
        QTest.keyPress(window, key, held)
        if isValid(window):
            QTest.keyRelease(window, key, held)
        return key.name

    def _act(self) -> str:
        window = self._window()
        if window is None or QApplication.activeModalWidget() is not None:
            return ""
        acts = [act for act in self.house.window.acts.all() if act.isEnabled() and act.objectName() not in NEVER]
        if not acts:
            return ""
        act = self._random.choice(acts)
        name = act.objectName()
        self._trail(f"{name} ")
        act.trigger()
        return name

    def _click_button(self) -> str:
        window, front = self._window(), _in_front() or self.house.window
        buttons = [one for one in front.findChildren(QAbstractButton) if _can_click(one)]
        if not buttons or window is None:
            return ""
        button = self._random.choice(buttons)
        self._trail(f"{button} {button.text()!r} {button.accessibleName()!r} ")
        self._click(window, button.mapTo(button.window(), button.visibleRegion().boundingRect().center()))
        return "clicked"

    def _click_somewhere(self) -> str:
        window = self._window()
        if window is None:
            return ""
        point = QPoint(self._random.randrange(max(1, window.width())), self._random.randrange(max(1, window.height())))
        under = (_in_front() or self.house.window).childAt(point)
        self._trail(f"{point.x()},{point.y()} {under} ")
        if isinstance(under, QMenu):
            return ""
        if self._random.random() < 0.2:
            self._click(window, point)
            return "twice" if isValid(window) and self._click(window, point, twice=True) else "gone"
        self._click(window, point, held=self._random.choice(HELD))
        return "once"

    def _click(self, window: QWindow, at: QPoint, *, held: Qt.KeyboardModifier = NO_KEYS, twice: bool = False) -> bool:
        """Move the mouse there and click, as the window system would tell it."""
        if not window.geometry().translated(-window.position()).contains(at):
            return False  # it has become smaller
        place, nothing = QPointF(at), Qt.MouseButton.NoButton
        over = QPointF(window.mapToGlobal(at))
        QCoreApplication.sendEvent(window, QMouseEvent(QEvent.Type.MouseMove, place, over, nothing, nothing, held))
        if twice and isValid(window):
            QTest.mouseDClick(window, LEFT, held, at)
            return True
        for deed in (QTest.mousePress, QTest.mouseRelease):
            if isValid(window):
                deed(window, LEFT, held, at)
        return True

    def _scroll(self) -> str:
        window = self._window()
        if window is None:
            return ""
        at = QPointF(self._random.randrange(max(1, window.width())), self._random.randrange(max(1, window.height())))
        turn = QPoint(0, self._random.choice((-120, 120)))
        wheel = QWheelEvent(
            at, QPointF(window.mapToGlobal(at)), QPoint(), turn, Qt.MouseButton.NoButton,
            self._random.choice((NO_KEYS, CONTROL)), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QCoreApplication.sendEvent(window, wheel)
        return "scrolled"

    def _look_elsewhere(self) -> str:
        session = self.house.desk.session
        if not session.is_open:
            return ""
        places = ["proposal", "people", "estimate", *(f"sections/{section.id}" for section in session.proposal.sections)]
        place = self._random.choice(places)
        session.go_to(place)
        return place

    def _go_elsewhere(self) -> str:
        place = self._random.choice([PROPOSAL, *(row.name for row in PLACES)])
        if QApplication.activeModalWidget() is not None:
            return ""
        self.house.window.go(place)
        return place

    def _change_clothes(self) -> str:
        name = self._random.choice(("theme-light", "theme-dark", "language-ru", "language-en"))
        if QApplication.activeModalWidget() is not None:
            return ""
        self.house.window.acts[name].trigger()
        return name


def _in_front() -> QWidget | None:
    """Return the menu or dialog that takes everything now."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()


def _can_click(button: QAbstractButton) -> bool:
    return button.isVisible() and button.isEnabled() and not button.visibleRegion().isEmpty()


@contextmanager
def indoors() -> Iterator[None]:
    """The system's own dialogs are answered with Cancel, and no other program is started."""
    nothing = {"getOpenFileName": ("", ""), "getOpenFileNames": ([], ""), "getSaveFileName": ("", ""), "getExistingDirectory": ""}
    asked = {name: _answering(answer) for name, answer in nothing.items()}
    with patch.multiple(QFileDialog, **asked), patch.object(QDesktopServices, "openUrl", _answering(answer=True)):
        yield


def _answering(answer: object) -> Callable[..., object]:
    return lambda *_, **__: answer


def windows() -> set[QWidget]:
    """Return the dialogs that exist, and the windows without a parent."""
    found = QApplication.topLevelWidgets()
    return {one for one in found if isinstance(one, QDialog) or (one.parent() is None and not one.objectName().startswith("qt"))}


def close_everything(house: House) -> None:
    """Leave every dialog, and have done what is put off."""
    for dialog in house.window.findChildren(QDialog):
        dialog.reject()
    QGuiApplication.clipboard().clear()
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    from tests.widgets.loose import main

    raise SystemExit(main())
