"""A walk through what can be seen: every control has a name, is reached by Tab, and shows when it has the focus."""

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar)
SMALL = QSize(1280, 720)
"""The smallest screen."""
SLACK = 1


def controls(root: QWidget) -> list[QWidget]:
    """Return every control that can be used now."""
    found = [root, *root.findChildren(QWidget)]
    return [one for one in found if is_control(one) and one.isVisibleTo(root) and one.isEnabled() and not inner(one)]


def is_control(widget: QWidget) -> bool:
    """Tell whether somebody can do something with a widget."""
    if isinstance(widget, QHeaderView):
        return False  # a part of its table, whose keys do all that it does
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView | QPlainTextEdit):
        return False
    return isinstance(widget, CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus


def inner(widget: QWidget) -> bool:
    """Tell whether a widget is a part of a control that Qt makes itself: the line of a spin box, the cross in a line."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractSpinBox | QComboBox | QLineEdit):
            return True
        around = around.parentWidget()
    return widget.objectName().startswith("qt_")


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def described(widget: QWidget) -> str:
    """Say which widget it is, for who mends it."""
    path = []
    one: QWidget | None = widget
    while one is not None and len(path) < 5:
        path.append(f"{type(one).__name__}#{one.objectName()}")
        one = one.parentWidget()
    text = getattr(widget, "text", None)
    return f"{' < '.join(path)} {text()!r}" if callable(text) and not isinstance(widget, QLineEdit) else " < ".join(path)


def nameless(root: QWidget) -> list[str]:
    """Return the controls without a name."""
    return [described(one) for one in controls(root) if not name_of(one)]


def tab_stops(root: QWidget) -> list[QWidget]:
    """Press Tab until it comes around; return where the focus was, in that order."""
    stops: list[QWidget] = []
    for widget in chain(root):
        if stops_at(widget, root):
            stops.append(widget)
    return stops


def chain(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets of a window as Tab goes through them."""
    one = root.window().nextInFocusChain()
    seen: set[int] = set()
    while id(one) not in seen:
        seen.add(id(one))
        if one is root or root.isAncestorOf(one):
            yield one
        one = one.nextInFocusChain()


def stops_at(widget: QWidget, root: QWidget) -> bool:
    """Tell whether Tab stops at a widget."""
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return tab and widget.isVisibleTo(root) and widget.isEnabled() and widget.focusProxy() is None


def unreachable(root: QWidget) -> list[str]:
    """Return the controls that no key leads to. What is also an action of a menu, or a way for the mouse beside keys, may be."""
    stops = {id(stop) for stop in tab_stops(root)}
    return [described(one) for one in controls(root) if id(one) not in stops and not _otherwise(one, stops)]


def _otherwise(widget: QWidget, stops: set[int]) -> bool:
    """Tell whether a control is reached through another one: its proxy, the group it is in, or a key of its own."""
    proxy = widget.focusProxy()
    if proxy is not None and id(proxy) in stops:
        return True
    if widget.property("by-key"):
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(id(one) in stops for one in group.buttons())


def out_of_order(root: QWidget) -> list[str]:
    """Return pairs of stops where Tab jumps up, though they stand in the same column of the same parent."""
    wrong = []
    stops = tab_stops(root)
    for one, other in itertools.pairwise(stops):
        if one.parentWidget() is not other.parentWidget() or one.parentWidget() is None:
            continue
        first, second = one.geometry(), other.geometry()
        if second.bottom() <= first.top() and _overlaps(first, second):
            wrong.append(f"{described(one)} -> {described(other)}")
    return wrong


def _overlaps(one: QRect, other: QRect) -> bool:
    return one.left() < other.right() and other.left() < one.right()


def unseen(root: QWidget) -> list[str]:
    """Return the stops that look the same with the focus as without."""
    wrong = []
    for stop in tab_stops(root):
        if stop.size().isEmpty():
            continue
        others = next((one for one in tab_stops(root) if one is not stop), None)
        if others is not None:
            others.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            stop.clearFocus()
        QApplication.processEvents()
        before = _picture(stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if stop.hasFocus() and _picture(stop) == before:
            wrong.append(described(stop))
    return wrong


def _picture(widget: QWidget) -> QImage:
    """Return how a widget looks with what is around it by a few pixels: some focus rings are drawn there."""
    around = widget.parentWidget() or widget
    box = QRect(widget.mapTo(around, widget.rect().topLeft()), widget.size()).adjusted(-4, -4, 4, 4)
    return around.grab(box).toImage()


# room for words ----------------------------------------------------------------------------------------------------


def cut(root: QWidget) -> list[str]:
    """Return what has less room than its words need, and neither wraps nor elides them."""
    return [
        f"{described(one)}: {told}" for one in root.findChildren(QWidget) if one.isVisibleTo(root) and (told := _missing(one))
    ]


def _missing(widget: QWidget) -> str:
    if not _draws_itself(widget):
        return ""
    if isinstance(widget, QLabel):
        return _missing_in_label(widget)
    if not isinstance(widget, QAbstractButton) or not widget.text():
        return ""
    words = widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    wanted = widget.fontMetrics().horizontalAdvance(words)
    beside = isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return ""
    icon = 0 if widget.icon().isNull() or beside else widget.iconSize().width()
    if isinstance(widget, QCheckBox | QRadioButton):
        icon += 16
    if wanted + icon > widget.width() + SLACK:
        return f"{wanted + icon} in {widget.width()} px wide"
    return "" if widget.fontMetrics().height() <= widget.height() + SLACK else f"{widget.height()} px high"


def _missing_in_label(widget: QLabel) -> str:
    if not widget.text() or not widget.pixmap().isNull():
        return ""
    room = widget.contentsRect()
    if widget.wordWrap():
        wanted = widget.heightForWidth(widget.width())
        return f"{wanted} in {widget.height()} px high" if wanted > widget.height() + SLACK else ""
    wanted = max(widget.fontMetrics().horizontalAdvance(line) for line in widget.text().splitlines() or [""])
    if wanted > room.width() + SLACK:
        return f"{wanted} in {room.width()} px wide"
    return "" if widget.fontMetrics().height() <= room.height() + SLACK else f"{room.height()} px high"


def _draws_itself(widget: QWidget) -> bool:
    """Tell whether Qt paints it: what has a way of its own elides where it must."""
    return type(widget).paintEvent in (
        one.__dict__.get("paintEvent") for one in type(widget).__mro__ if one.__module__.startswith("PySide6")
    )


def too_large(window: QWidget) -> str:
    """Say how large a window is that does not fit a small screen."""
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    return "" if least.width() <= SMALL.width() and least.height() <= SMALL.height() else f"{least.width()}x{least.height()}"
