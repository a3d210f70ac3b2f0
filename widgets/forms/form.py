"""A form made of a table of rows, tied to one thing in the proposal."""

import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from app.model.path import exists, get
from widgets.desk import Desk
from widgets.fields.binding import Binding
from widgets.forms.makers import MAKERS
from widgets.forms.rows import Fill, Row
from widgets.look.parts import column, label
from widgets.words import tr

GAP_ACROSS, GAP_DOWN = 16, 16
UNLABELLED = {Fill.SWITCH, Fill.BRIEF}
"""Fields that say themselves what they are."""
HINTED = {Fill.MEMBERS, Fill.PACKAGE}
"""Fields without a place for a hint inside."""
AT_ONCE = 0.01
"""Seconds of work after which a patient form lets others have their turn: a field takes up to as long again."""


@dataclass(frozen=True)
class _Placed:
    """A row, the path of its value, and where it stands in the grid."""

    row: Row
    path: str
    line: int
    side: int
    span: int


def _placed(base: str, rows: Sequence[Row]) -> Iterator[_Placed]:
    line, side = 0, 0
    for row in rows:
        if side and not row.half:
            line, side = line + 1, 0
        yield _Placed(row, f"{base}/{row.field}" if base else row.field, line, side, 1 if row.half else 2)
        line, side = (line, 1) if row.half and side == 0 else (line + 1, 0)


def _lies_in(inner: str, outer: str) -> bool:
    """Tell whether a path is another one or lies in it; everything lies in the proposal, which is not meant here."""
    return bool(outer) and (inner == outer or inner.startswith(f"{outer}/"))


class Form(QWidget):
    """Fields for the thing at `base` (an empty path is the proposal). `title` is the path of its title, for names of edits.

    A `patient` form makes as many fields as there is time for, and the others, which stand below, while nothing else is to be
    done or when somebody asks for them.
    """

    def __init__(self, desk: Desk, base: str, rows: Sequence[Row], title: str = "", *, patient: bool = False) -> None:
        super().__init__()
        self.setObjectName("form")
        self._desk, self._base, self._title = desk, base, title
        self._made: list[tuple[str, QWidget]] = []
        self._rest = deque(_placed(base, rows))
        self._kind = type(self._thing())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_ACROSS)
        self._grid.setVerticalSpacing(GAP_DOWN)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        if patient:
            self._go_on()
        else:
            self.finish()

    @property
    def is_whole(self) -> bool:
        """Whether all fields are there."""
        return not self._rest

    @property
    def _fields(self) -> list[tuple[str, QWidget]]:
        """All fields with their paths."""
        self.finish()
        return self._made

    def finish(self) -> None:
        """Make what is still to be made, now."""
        self._soon.stop()
        while self._has_more():
            self._make_next()

    def _go_on(self) -> None:
        """Make fields as long as nobody notices, and those that stand beside the last of them."""
        until = time.thread_time() + AT_ONCE
        while self._has_more():
            self._make_next()
            if time.thread_time() > until and self._rest and self._rest[0].side == 0:
                self._soon.start()
                return

    def _has_more(self) -> bool:
        """Tell whether there is more to be made: there is none of what was taken out or became another thing meanwhile."""
        if self._rest and type(self._thing()) is not self._kind:
            self._rest.clear()
        return bool(self._rest)

    def _thing(self) -> object:
        """Return what the fields are for; nothing where it is gone."""
        proposal = self._desk.session.proposal
        return get(proposal, self._base) if exists(proposal, self._base) else None

    def _make_next(self) -> None:
        one = self._rest.popleft()
        cell = self._cell(self._desk, one.row, one.path, self._title)
        self._grid.addWidget(cell, one.line, one.side, 1, one.span)
        if self.isVisible():
            cell.show()  # the layout shows it a little later: the focus may be wanted here before

    def lead_to(self, base: str, title: str = "") -> None:
        """Show another thing of the same kind in the same fields, each of which is tied to one value."""
        self._base, self._title, former = base, title, self._base
        self._rest = deque(replace(one, path=f"{base}{one.path.removeprefix(former)}") for one in self._rest)
        self._made = [(f"{base}{path.removeprefix(former)}", field) for path, field in self._made]
        for path, field in self._made:
            for tie in field.findChildren(Binding, options=Qt.FindChildOption.FindDirectChildrenOnly):
                tie.lead_to(f"{base}{tie.path.removeprefix(former)}", title if title != path else "")

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path, of what it lies in, or into the first field of what it holds.

        Return whether there is one.
        """
        while any(_lies_in(path, one.path) for one in self._rest) and self._has_more():
            self._make_next()
        while not focus_among(self._made, path):
            if not any(_lies_in(one.path, path) for one in self._rest) or not self._has_more():
                return False
            self._make_next()
        return True

    def path_of(self, inside: QWidget) -> str:
        """Return the path of the field that a widget belongs to; empty where it belongs to none of this form."""
        return next((path for path, field in self._made if field is inside or field.isAncestorOf(inside)), "")

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        while not self._made and self._has_more():
            self._make_next()
        if self._made:
            focus_within(self._made[0][1], "")

    def _cell(self, desk: Desk, row: Row, path: str, title: str) -> QWidget:
        if row.fill is Fill.HEADING:
            heading = label(tr(row.label), "subtitle")
            heading.setContentsMargins(0, 16, 0, 0)
            return heading
        field = MAKERS[row.fill](desk, path, row, title if title != path and exists(desk.session.proposal, title) else "")
        for one in (field, field.focusProxy()):
            if one is not None:
                one.setAccessibleName(tr(row.label))
        self._made.append((path, field))
        cell = QWidget()
        box = column(cell, gap=4)
        if row.fill not in UNLABELLED:
            above = label(tr(row.label), "field")
            above.setBuddy(field)
            box.addWidget(above)
        box.addWidget(field)
        if row.fill in HINTED and row.hint:
            box.addWidget(label(tr(row.hint), "small", wrap=True))
        box.addStretch(1)
        return cell


def path_under(inside: QWidget) -> str:
    """Return the path of the field in which a widget lies, in the innermost form around it; empty where it lies in none."""
    around: QWidget | None = inside
    while around is not None and not isinstance(around, Form):
        around = around.parentWidget()
    return around.path_of(inside) if around is not None else ""


def focus_among(fields: Sequence[tuple[str, QWidget]], path: str) -> bool:
    """Put the focus into the field of a path, of what it lies in most closely, or into the first field of what it holds.

    Return whether there is one.
    """
    around = [(own, field) for own, field in fields if path == own or path.startswith(f"{own}/")]
    if around:
        return focus_within(max(around, key=lambda one: len(one[0]))[1], path)
    within = [(own, field) for own, field in fields if path and own.startswith(f"{path}/")]
    return bool(within) and focus_within(within[0][1], within[0][0])


def focus_within(field: QWidget, path: str) -> bool:
    """Put the focus into a field, or where it holds several, into the one of the path."""
    inner = getattr(field, "focus_path", None)
    if inner is not None and inner(path):
        return True
    target = field.focusProxy() or field
    if not target.hasFocus():
        target.setFocus()
    return True
