"""A page of parts that fold: closed, each says in a line what is decided in it; open, it is filled in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from widgets.desk import Desk
from widgets.estimate.live import Live
from widgets.forms.form import focus_within
from widgets.look.elided import Elided
from widgets.look.look import Look
from widgets.look.parts import column, label, row, styled
from widgets.look.scale import px
from widgets.session import Session
from widgets.words import tr

_TOGGLES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


@dataclass(frozen=True)
class Said:
    """What a closed part says; `alarm` colours it as something that must be put right."""

    words: str
    alarm: bool = False


@dataclass(frozen=True)
class Part:
    """One part: its name, the paths that are decided in it, how it is filled in, and what it says when it is closed."""

    name: str
    paths: tuple[str, ...]
    body: Callable[[Desk], QWidget]
    says: Callable[[Session], Said]
    open: bool = False


def owns(parts: Sequence[Part], path: str) -> bool:
    """Tell whether a path is decided in one of these parts."""
    return any(path == one or path.startswith(f"{one}/") for part in parts for one in part.paths)


class FoldHead(QFrame):
    """The line that opens and closes a part, by the mouse or by Space and Enter."""

    pressed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("fold")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name
        self._arrow: QLabel = label("")
        self.said = Elided(alignment=Qt.AlignmentFlag.AlignRight)
        across = row(self, (10, 8, 14, 8), gap=8)
        across.addWidget(self._arrow)
        across.addWidget(label(name, "strong"))
        across.addWidget(self.said, 1)

    def show_open(self, is_open: bool) -> None:
        """Turn the arrow."""
        arrow = self._look.icon("chevron-down" if is_open else "chevron-right")
        self._arrow.setPixmap(arrow.pixmap(QSize(px(16), px(16)), self.devicePixelRatioF()))
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(tr("Close") if is_open else tr("Open"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or close."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or close."""
        if event.key() in _TOGGLES:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class Fold(QFrame):
    """One part. What it is filled in with is made when it is opened for the first time."""

    def __init__(self, desk: Desk, part: Part) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk, self.part = desk, part
        self.body: QWidget | None = None
        self.is_open = False
        self.head = FoldHead(desk.look, tr(part.name))
        self.head.pressed.connect(lambda: self.set_open(not self.is_open))
        self._box = column(self)
        self._box.addWidget(self.head)
        self.set_open(part.open)

    def set_open(self, is_open: bool) -> None:
        """Show what it is filled in with, or only the line."""
        self.is_open = is_open
        if is_open and self.body is None:
            self.body = self.part.body(self._desk)
            inset = column(margins=(16, 4, 16, 16))
            inset.addWidget(self.body)
            self._box.addLayout(inset)
        if self.body is not None:
            self.body.setVisible(is_open)
        self.head.show_open(is_open)

    def say(self) -> None:
        """Say again what is decided in it."""
        said = self.part.says(self._desk.session)
        shown = self.head.said
        shown.setText(said.words)
        name = "complaint" if said.alarm else "small"
        if shown.objectName() != name:
            shown.setObjectName(name)
            shown.style().unpolish(shown)
            shown.style().polish(shown)

    def focus_path(self, path: str) -> bool:
        """Open it and lead to the field of a path."""
        if not owns((self.part,), path):
            return False
        self.set_open(True)
        assert self.body is not None
        inner = getattr(self.body, "focus_path", None)
        if inner is None or not inner(path):
            focus_within(self.head, path)
        return True


class FoldPage(Live):
    """Several parts below each other."""

    def __init__(self, desk: Desk, parts: Sequence[Part], name: str = "form") -> None:
        super().__init__(desk.session)
        styled(self, name)
        self.folds = {part.name: Fold(desk, part) for part in parts}
        box = column(self, gap=8)
        for fold in self.folds.values():
            box.addWidget(fold)
        self._stale = True

    def refresh(self) -> None:
        """Say again what is decided in each part."""
        for fold in self.folds.values():
            fold.say()

    def focus_path(self, path: str) -> bool:
        """Lead to the field of a path. Return whether there is one."""
        return any(fold.focus_path(path) for fold in self.folds.values())
