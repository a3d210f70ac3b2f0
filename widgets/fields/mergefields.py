"""Merge fields while a text is typed: a list after `{`, chips in the text, their values on hover, a menu to insert one."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextLine
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from app.merge import FIELDS, Mark, Standing, marks
from widgets.desk import Desk
from widgets.estimate.popup import Offer
from widgets.fields.offering import Offering, TypedInto, after_cursor, replace_before
from widgets.look.look import Look
from widgets.phrases import shorten
from widgets.words import tr

TRIGGER = re.compile(r"(?<!\{)\{(\w[\w.]*|)$")
_VALUE = 28
"""Letters of a value in the list."""
_ROUND = 4.0


def complete_fields(desk: Desk, field: TypedInto) -> Offering:
    """Offer merge fields in a text after `{`."""

    def find(query: str) -> Sequence[Offer]:
        return offers(desk, query)

    def take(offer: Offer) -> None:
        insert_field(field, str(offer.value))

    made = Offering(desk, field, TRIGGER, find, take)
    made.popup.setAccessibleName(tr("Fields"))
    return made


def offers(desk: Desk, query: str) -> list[Offer]:
    """Return the fields whose name or meaning holds what is looked for, those that begin with it first."""
    wanted, values = query.casefold(), desk.merging.all()
    ranked: list[tuple[int, Offer]] = []
    for name, field in FIELDS.items():
        means = tr(field.means)
        folded = means.casefold()
        if wanted not in name and wanted not in folded:
            continue
        parts = (*name.split("."), *folded.split())
        rank = 0 if name.startswith(wanted) else 1 if any(part.startswith(wanted) for part in parts) else 2
        value = shorten(values[name], _VALUE) or tr("empty")
        ranked.append((rank, Offer(means, name, aside=value, below=f"{{{name}}}")))
    return [offer for _, offer in sorted(ranked, key=lambda one: one[0])]


def insert_field(field: TypedInto, name: str) -> None:
    """Put a field at the cursor; a brace that is there already closes it."""
    typed = f"{{{name}}}"
    if after_cursor(field).startswith("}"):
        typed = typed[:-1]
    if isinstance(field, QLineEdit):
        field.insert(typed)
        field.textEdited.emit(field.text())
    else:
        replace_before(field, 0, typed)


def fields_menu(desk: Desk, field: TypedInto, parent: QWidget) -> QMenu:
    """Return a menu of all fields with their values; choosing one inserts it."""
    menu = QMenu(parent)
    group = ""
    values = desk.merging.all()
    for name, one in FIELDS.items():
        if group and group != name.split(".")[0] and "." in name:
            menu.addSeparator()
        group = name.split(".")[0]
        value = shorten(values[name], _VALUE) or tr("empty")
        action = menu.addAction(f"{tr(one.means)}\t{value}".replace("&", "&&"))
        action.triggered.connect(partial(_insert_chosen, field, name))
    return menu


def _insert_chosen(field: TypedInto, name: str, _checked: bool = False) -> None:
    field.setFocus()
    insert_field(field, name)


def told(desk: Desk, mark: Mark) -> str:
    """Say what a field in a text stands for now."""
    if mark.standing is Standing.UNKNOWN:
        meant = tr("Perhaps {field} is meant?", field=f"{{{mark.like}}}") if mark.like else ""
        return " ".join(filter(None, (tr("There is no such field."), meant)))
    if mark.standing is Standing.LITERAL:
        return tr("Doubled braces: they are printed as they are.")
    value = desk.merging.all()[mark.name] or tr("empty: this stops the export")
    return f"{tr(FIELDS[mark.name].means)}: {value}"


def color_of(desk: Desk, mark: Mark) -> str:
    """Return the colour of a field: it is wrong, empty, or fine."""
    if mark.standing is Standing.UNKNOWN:
        return "error"
    return "accent" if desk.merging.all()[mark.name] else "warning"


def paint_chips(desk: Desk, field: QPlainTextEdit, painter: QPainter, seen: QRect) -> None:
    """Draw a chip behind every field in a part of the viewport. One that will not be filled has a dashed edge."""
    block = field.firstVisibleBlock()
    at = field.blockBoundingGeometry(block).translated(field.contentOffset()).topLeft()
    while block.isValid() and at.y() <= seen.bottom():
        height = field.blockBoundingRect(block).height()
        if at.y() + height >= seen.top() and "{" in block.text():
            for mark in marks(block.text()):
                if mark.standing is not Standing.LITERAL:
                    _chip(desk.look, painter, block, mark, at, color_of(desk, mark))
        at += QPointF(0, height)
        block = block.next()


def _chip(look: Look, painter: QPainter, block: QTextBlock, mark: Mark, at: QPointF, color: str) -> None:
    layout = block.layout()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for i in range(layout.lineCount()):
        line = layout.lineAt(i)
        start, end = max(mark.start, line.textStart()), min(mark.end, line.textStart() + line.textLength())
        if start >= end:
            continue
        left, right = _x_of(line, start), _x_of(line, end)
        box = QRectF(at.x() + left - 1, at.y() + line.y() + 0.5, right - left + 2, line.height() - 1)
        painter.setBrush(look.color(f"{color}-wash"))
        edge = look.color("accent-line") if color == "accent" else look.color(color)
        painter.setPen(QPen(edge, 1, Qt.PenStyle.SolidLine if color == "accent" else Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, _ROUND, _ROUND)


def _x_of(line: QTextLine, place: int) -> float:
    """Return where a letter begins: the bindings bring the letter along."""
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)
