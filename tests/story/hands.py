"""A hand at the mouse and at the keyboard: events go to the window that is in front, which gives them to what is there."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCursor,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QScrollArea, QWidget

from tests.story.player import Story, Until, the_window
from widgets.palette.offers import plain

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
NOTCH = 120
MOST_NOTCHES = 80


# finding -----------------------------------------------------------------------------------------------------------


def front() -> QWidget:
    """Return the window that is in front: a popup, a dialog, or the program's."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or the_window()


def named(words: str, kind: type[QWidget] = QWidget, inside: Callable[[], QWidget] = front) -> QWidget | None:
    """Return what can be seen and has these words on it, or this name; that which is first on the screen."""
    found = [one for one in inside().findChildren(kind) if one.isVisible() and words in _names(one) and _is_handled(one)]
    return min(
        found, key=lambda one: (not isinstance(one, QAbstractButton | QLineEdit), one.mapToGlobal(QPoint()).y()), default=None
    )


def _names(one: QWidget) -> tuple[str, ...]:
    text = one.text() if isinstance(one, QAbstractButton) else ""
    return plain(text), one.accessibleName()


def _is_handled(one: QWidget) -> bool:
    return one.isEnabled() and (isinstance(one, QAbstractButton) or one.focusPolicy() is not Qt.FocusPolicy.NoFocus)


# the mouse ---------------------------------------------------------------------------------------------------------


def click(words: str, kind: type[QWidget] = QWidget, *, times: int = 1) -> Story:
    """Click what has these words on it, or this name, once it can be seen."""
    yield Until(lambda: named(words, kind) is not None, f"something called {words!r} in {front()}")
    yield lambda: click_at(_found(words, kind), times=times)


def _found(words: str, kind: type[QWidget]) -> QWidget:
    found = named(words, kind)
    assert found is not None, words
    return found


def click_at(target: QWidget, point: QPoint | None = None, *, times: int = 1, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Click a widget where it is seen: in its middle, or at a point of it."""
    reveal(target)
    inside = point if point is not None else _handle(target)
    window, spot = _spot(target, inside)
    covering = target.window().childAt(target.mapTo(target.window(), inside))
    assert covering is None or covering is target or target.isAncestorOf(covering), f"{target} is covered by {covering}"
    QCursor.setPos(target.mapToGlobal(inside))
    QTest.mouseMove(window, spot)
    (QTest.mouseClick if times == 1 else QTest.mouseDClick)(window, LEFT, keys, spot)


def _handle(target: QWidget) -> QPoint:
    """Return where a hand takes hold of it: buttons with a text are narrower than their place now and then."""
    seen = target.visibleRegion().boundingRect()
    return seen.center() if not seen.isEmpty() else target.rect().center()


def _spot(target: QWidget, inside: QPoint) -> tuple[QWindow, QPoint]:
    handle = target.window().windowHandle()
    assert handle is not None, target
    return handle, target.mapTo(target.window(), inside)


def choose(*path: str) -> Story:
    """Click through the entries of the menu that is open."""
    for words in path:
        yield Until(lambda words=words: _entry(words) is not None, f"an entry {words!r}")  # type: ignore[misc]
        yield lambda words=words: _click_entry(words)  # type: ignore[misc]


def _menu() -> QMenu | None:
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def _entry(words: str) -> QPoint | None:
    menu = _menu()
    if menu is None:
        return None
    found = next((one for one in menu.actions() if plain(one.text()).split("\t")[0] == words and one.isEnabled()), None)
    return menu.actionGeometry(found).center() if found is not None else None


def _click_entry(words: str) -> None:
    menu, spot = _menu(), _entry(words)
    assert menu is not None and spot is not None, words
    window = menu.windowHandle()
    assert window is not None
    QTest.mouseMove(window, spot)
    QTest.mouseClick(window, LEFT, NO_KEYS, spot)


def reveal(target: QWidget) -> None:
    """Turn the wheel until a widget can be seen."""
    around = target.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if not isinstance(around, QScrollArea):
        return
    for _ in range(MOST_NOTCHES):
        middle = target.mapTo(around.viewport(), target.rect().center()).y()
        height = around.viewport().height()
        if 24 <= middle <= height - 24 or (target.height() > height and target.visibleRegion().boundingRect().height() > 40):
            return
        before = around.verticalScrollBar().value()
        wheel(around.viewport(), 1 if middle < 24 else -1)
        if around.verticalScrollBar().value() == before:
            return


def wheel(over: QWidget, notches: int) -> None:
    """Turn the wheel over the edge of a widget: what is in its middle might take the wheel for itself."""
    at = QPoint(4, over.height() // 2)
    event = QWheelEvent(
        QPointF(at), QPointF(over.mapToGlobal(at)), QPoint(), QPoint(0, NOTCH * notches), Qt.MouseButton.NoButton, NO_KEYS,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(over, event)


# dragging ----------------------------------------------------------------------------------------------------------


def carry(
    source: Callable[[], QWidget], start: Callable[[], QPoint], target: Callable[[], QWidget], end: Callable[[], QPoint]
) -> Story:
    """Take something with the mouse, move it, let it go elsewhere.

    A platform without a screen has no drag of its own: what the gesture has picked up is carried by the events of a drag.
    """
    taken: list[QMimeData] = []

    def take() -> None:
        window, spot = _spot(source(), start())
        QTest.mousePress(window, LEFT, NO_KEYS, spot)
        for far in (4, 12, 24):
            move = QMouseEvent(
                QEvent.Type.MouseMove, QPointF(spot + QPoint(0, far)), QPointF(window.mapToGlobal(spot + QPoint(0, far))),
                Qt.MouseButton.NoButton, LEFT, NO_KEYS,
            )  # fmt: skip
            QApplication.sendEvent(window, move)
            for drag in the_window().findChildren(QDrag):
                taken.append(_copied(drag.mimeData()))
            if taken:
                break
        QTest.mouseRelease(window, LEFT, NO_KEYS, spot)
        assert taken, "nothing was picked up"

    yield take
    yield from drop(lambda: taken[0], target, end, Qt.DropAction.MoveAction)


def drop_files(files: Sequence[Path], target: Callable[[], QWidget]) -> Story:
    """Drag files from another program onto something."""
    yield from drop(lambda: of_files(files), target, lambda: target().visibleRegion().boundingRect().center())


def drop(
    load: Callable[[], QMimeData],
    target: Callable[[], QWidget],
    point: Callable[[], QPoint],
    action: Qt.DropAction = Qt.DropAction.CopyAction,
) -> Story:
    """Bring something over a widget, and let it go there."""
    kept: list[QMimeData] = []

    def enter() -> None:
        kept.append(load())
        window, spot = _spot(target(), point())
        event = QDragEnterEvent(spot, action, kept[0], LEFT, NO_KEYS)
        QApplication.sendEvent(window, event)
        assert event.isAccepted(), f"{target()} takes nothing of {kept[0].formats()}"

    def move() -> None:
        window, spot = _spot(target(), point())
        QApplication.sendEvent(window, QDragMoveEvent(spot, action, kept[0], LEFT, NO_KEYS))

    def let_go() -> None:
        window, spot = _spot(target(), point())
        QApplication.sendEvent(window, QDropEvent(QPointF(spot), action, kept[0], LEFT, NO_KEYS))

    yield enter
    yield move
    yield let_go


def _copied(data: QMimeData) -> QMimeData:
    made = QMimeData()
    for name in data.formats():
        made.setData(name, data.data(name))
    return made


def of_files(files: Sequence[Path]) -> QMimeData:
    """Return files as they are dragged and copied."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


# the keyboard ------------------------------------------------------------------------------------------------------


def type_text(text: str) -> None:
    """Type letters into what has the focus."""
    for sign in text:
        target = QApplication.focusWidget()
        if QApplication.activePopupWidget() is not None and target is None:
            target = QApplication.activePopupWidget()
        assert target is not None, f"nothing takes {text!r}"
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, NO_KEYS, sign))


def stroke(key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key, shortcuts and popups included."""
    window = QGuiApplication.focusWindow() or front().windowHandle()
    assert window is not None
    QTest.keyClick(window, key, keys)


def copy(data: Callable[[], QMimeData]) -> Callable[[], None]:
    """Return the deed of another program that puts something on the clipboard."""
    return lambda: QGuiApplication.clipboard().setMimeData(data())
