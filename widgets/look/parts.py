"""The small parts that panels are put together from. Names are those of the style sheet."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from widgets.look.leaving import let_go
from widgets.look.look import Look
from widgets.look.scale import px

FORM_WIDTH = 680
"""Pixels; a wider line of text is hard to read."""
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
"""As `html.escape` does it, which loads every sign that has a name in HTML."""


def label(text: str, name: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that shows its text as it is: nothing in it is markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    return made


def push(text: str, call: Callable[[], object], name: str = "", hint: str = "") -> QPushButton:
    """Return a button with words."""
    made = QPushButton(text.replace("&", "&&"))
    made.setObjectName(name)
    made.setToolTip(plain_tip(hint))
    made.clicked.connect(lambda _checked=False: call())
    if name == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def tool(look: Look, icon: str, hint: str, call: Callable[[], object] | None = None, size: int = 18) -> QToolButton:
    """Return a button with an icon; the hint is also its name for readers who cannot see it."""
    made = QToolButton()
    made.setIcon(look.icon(icon))
    made.setIconSize(QSize(px(size), px(size)))
    made.setToolTip(plain_tip(hint))
    made.setAccessibleName(hint)
    if call is not None:
        made.clicked.connect(lambda _checked=False: call())
    return made


def rule(*, vertical: bool = False) -> QFrame:
    """Return a hairline."""
    made = QFrame()
    made.setObjectName("rule")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def column(parent: QWidget | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0) -> QVBoxLayout:
    """Return a layout from top to bottom; margins are left, top, right, bottom."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(*margins)
    made.setSpacing(gap)
    return made


def row(parent: QWidget | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0) -> QHBoxLayout:
    """Return a layout from left to right; margins are left, top, right, bottom."""
    made = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    made.setContentsMargins(*margins)
    made.setSpacing(gap)
    return made


def styled(widget: QWidget, name: str) -> QWidget:
    """Give a plain widget a name in the style sheet, and let that paint its background."""
    widget.setObjectName(name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def scrolling(content: QWidget, width: int = FORM_WIDTH, name: str = "surface") -> QScrollArea:
    """Return a page that scrolls its content, which was designed to be at most so many pixels wide and stands in the middle."""
    page = styled(QWidget(), name)
    across = row(page, (24, 8, 24, 32))
    content.setMaximumWidth(px(width))
    across.addStretch(1)
    middle = column()
    middle.addWidget(content)
    middle.addStretch(1)
    across.addLayout(middle, 1000)
    across.addStretch(1)
    return _rolled(page, name)


def scrolling_below(content: QWidget, name: str = "frame") -> QScrollArea:
    """Return what scrolls in a dialog below its title: its left and right edges are those of the title, however wide it is."""
    page = styled(QWidget(), name)
    down = column(page, (0, 4, 0, 8))
    down.addWidget(content)
    down.addStretch(1)
    return _rolled(page, name)


def _rolled(page: QWidget, name: str) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setObjectName(name)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the field that has the focus
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(page)
    return scroll


def plain_tip(text: str) -> str:
    """Return a tooltip that shows this text as it is: Qt would take some texts for HTML and load what they name."""
    return f"<span style='white-space:pre-wrap'>{text.translate(_ESCAPED)}</span>" if text else ""


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, for good; out of the layouts in it, too, or what is there would stay to be seen."""
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            let_go(widget)
        elif inner is not None:
            empty(inner)
