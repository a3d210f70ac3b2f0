"""A form made of a table of rows, tied to one thing in the proposal."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from app.model.path import exists
from widgets.desk import Desk
from widgets.forms.makers import MAKERS
from widgets.forms.rows import Fill, Row
from widgets.look.parts import column, label
from widgets.words import tr

GAP_ACROSS, GAP_DOWN = 16, 16
UNLABELLED = {Fill.SWITCH, Fill.BRIEF}
"""Fields that say themselves what they are."""
HINTED = {Fill.MEMBERS, Fill.PACKAGE}
"""Fields without a place for a hint inside."""


class Form(QWidget):
    """Fields for the thing at `base` (an empty path is the proposal). `title` is the path of its title, for names of edits."""

    def __init__(self, desk: Desk, base: str, rows: Sequence[Row], title: str = "") -> None:
        super().__init__()
        self.setObjectName("form")
        self._fields: list[tuple[str, QWidget]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_ACROSS)
        grid.setVerticalSpacing(GAP_DOWN)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        line, side = 0, 0
        for row in rows:
            path = f"{base}/{row.field}" if base else row.field
            if side and not row.half:
                line, side = line + 1, 0
            grid.addWidget(self._cell(desk, row, path, title), line, side, 1, 1 if row.half else 2)
            line, side = (line, 1) if row.half and side == 0 else (line + 1, 0)

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path, of what it lies in, or into the first field of what it holds.

        Return whether there is one.
        """
        return focus_among(self._fields, path)

    def path_of(self, inside: QWidget) -> str:
        """Return the path of the field that a widget belongs to; empty where it belongs to none of this form."""
        return next((path for path, field in self._fields if field is inside or field.isAncestorOf(inside)), "")

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        if self._fields:
            focus_within(self._fields[0][1], "")

    def _cell(self, desk: Desk, row: Row, path: str, title: str) -> QWidget:
        if row.fill is Fill.HEADING:
            heading = label(tr(row.label), "subtitle")
            heading.setContentsMargins(0, 16, 0, 0)
            return heading
        field = MAKERS[row.fill](desk, path, row, title if title != path and exists(desk.session.proposal, title) else "")
        for one in (field, field.focusProxy()):
            if one is not None:
                one.setAccessibleName(tr(row.label))
        self._fields.append((path, field))
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
