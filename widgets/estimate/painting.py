"""Draws the cells of the estimate's grid."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.model.estimate import EstimateSection, LineItem
from widgets.desk import Desk
from widgets.estimate.faces import Faces
from widgets.look.avatar import paint_avatar
from widgets.look.scale import as_designed, magnified, px
from widgets.models.estimate import EstimateModel
from widgets.models.estimate_cells import Cell, Tone, discount_words
from widgets.models.estimate_columns import INSIDE, NUMBERS, Column
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.words import tr

PADDING, INDENT = 10, 18
ITEM_HEIGHT, SECTION_HEIGHT, SUBSECTION_HEIGHT = 36, 48, 40
MARK_WIDTH, BELOW_SPARE = 96, 72
FACE, STEP, GAP, TITLE_ROOM = 22, 17, 8, 104
"""Pixels: of a face, from one to the next, before the first; what a title has before there is room for another face."""
_TONES = {Tone.NORMAL: "text", Tone.STRONG: "text", Tone.QUIET: "secondary", Tone.FAULT: "error"}
_FACES = {False: "text", True: "figures"}
_NEW = (RowKind.NEW_ITEM, RowKind.NEW_SECTION)


class CellPainter:
    """Draws cells. `shown` are the columns on view: what a hidden one would tell stands as a mark at the title."""

    def __init__(self, desk: Desk, model: EstimateModel) -> None:
        self._desk, self._model = desk, model
        with as_designed():
            self._faces = Faces()
        self._colors: dict[str, QColor] = {name: desk.look.color(name) for name in desk.look.theme.colors}
        self.shown: frozenset[Column] = frozenset()

    def ground(self, painter: QPainter, box: QRect, row: GridRow) -> None:
        """Draw what a row stands on, as far as it goes: its line."""
        line = "outline" if row.kind is RowKind.SECTION else "hairline"
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._colors[line])

    def paint(self, painter: QPainter, box: QRect, row: GridRow, column: Column, *, selected: bool, focused: bool) -> None:
        """Draw one cell on the ground of its row."""
        with magnified(painter, box) as inner:
            self._cell(painter, inner, row, column, selected=selected, focused=focused)

    def _cell(self, painter: QPainter, box: QRect, row: GridRow, column: Column, *, selected: bool, focused: bool) -> None:
        fault = self._model.fault(row, column)
        cell = Cell(fault.text, Tone.FAULT) if fault else self._model.cell(row, column)
        self._wash(painter, box, column, selected=selected, bad=fault is not None)
        if column is Column.TITLE:
            self._title(painter, box.adjusted(PADDING, 0, -PADDING, 0), row, cell)
        elif column is Column.ROLE and row.kind is RowKind.SECTION:
            self._people(painter, box.adjusted(PADDING, 0, -4, 0), row, cell)
        elif cell.text or cell.below:
            self._text(painter, box.adjusted(PADDING, 0, -PADDING, 0), cell, row, column)
        if fault is not None or focused:
            painter.setPen(QPen(self._colors["error" if fault else "accent"], 1.5 if fault and not focused else 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))

    def width_of(self, amount: str) -> int:
        """Return how wide an amount is in the row of a section, in pixels."""
        return px(self._faces.width("strong", amount))

    def _wash(self, painter: QPainter, box: QRect, column: Column, *, selected: bool, bad: bool) -> None:
        if bad or selected or column in INSIDE:
            wash = "error-wash" if bad else "accent-wash" if selected else "warning-wash"
            painter.fillRect(box.left(), box.top(), box.width(), box.height() - 1, self._colors[wash])

    # the title -----------------------------------------------------------------------------------------------------

    def _title(self, painter: QPainter, box: QRect, row: GridRow, cell: Cell) -> None:
        section = self._model.section(row)
        deep = section is not None and section.level > 1
        name = "text"
        if deep:
            box = box.adjusted(INDENT, 0, 0, 0)
        if row.kind is RowKind.SECTION:
            name = "subsection" if deep else "section"
        elif row.kind is RowKind.ITEM:
            box = box.adjusted(0, 0, -self._marks(painter, box, row), 0)
        else:
            self._plus(painter, box)
            box = box.adjusted(18, 0, 0, 0)
        painter.setPen(self._colors["tertiary" if row.kind in _NEW else _TONES[cell.tone]])
        whole, box = box, _low(box, row)
        room = self.people_room(row, box.width())
        self._faces.write(painter, name, cell.text, box.adjusted(0, 0, -room, 0))
        if room:
            self._people(painter, whole.adjusted(whole.width() - room + GAP, 0, 0, 0), row, self._model.cell(row, Column.ROLE))

    def people_room(self, row: GridRow, width: int) -> int:
        """Return how many pixels those who do a section have at the end of its title, where no column names them."""
        section = self._model.section(row) if row.kind is RowKind.SECTION and Column.ROLE not in self.shown else None
        if section is None:
            return 0
        if not section.people:
            words = self._model.cell(row, Column.ROLE).text or tr("Who?")
            return min(self._faces.width("small", words, MARK_WIDTH), width // 2) + GAP
        many = min(len(section.people), max(1, (width - TITLE_ROOM - FACE) // STEP + 1))
        return FACE + (many - 1) * STEP + GAP

    def _plus(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QPen(self._colors["tertiary"], 1.25))
        middle = round(box.center().y() + 0.5)
        painter.drawLine(box.left() + 1, middle, box.left() + 9, middle)
        painter.drawLine(box.left() + 5, middle - 4, box.left() + 5, middle + 4)

    def _marks(self, painter: QPainter, box: QRect, row: GridRow) -> int:
        """Mark what is special about a line at the end of its title. Return the room that it took."""
        item, total = self._model.item(row), self._model.standing(row)
        if item is None or total is None:
            return 0
        taken = 0
        for words, lively in self._marks_of(item, counted=total.counted):
            taken += self._mark(painter, box.adjusted(0, 0, -taken, 0), words, lively=lively)
        return taken

    def _marks_of(self, item: LineItem, *, counted: bool) -> list[tuple[str, bool]]:
        marks = []
        if item.alternative:
            marks.append((f"{'●' if counted else '○'} {item.alternative}", counted))
        elif item.optional:
            marks.append((tr("chosen") if item.chosen else tr("optional"), item.chosen))
        if Column.DISCOUNT not in self.shown and (off := discount_words(item.discount, self._desk.session.proposal.currency)):
            marks.append((f"−{off}", False))
        return marks

    def _mark(self, painter: QPainter, box: QRect, words: str, *, lively: bool) -> int:
        width = self._faces.width("small", words, MARK_WIDTH) + 14
        if width > box.width() // 2:
            return 0
        pill = QRect(box.right() - width, box.center().y() - 8, width, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colors["accent-line" if lively else "outline"], 1))
        painter.drawRoundedRect(QRectF(pill).adjusted(0, -0.5, 0, -0.5), 9, 9)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._colors["accent" if lively else "secondary"])
        self._faces.write(painter, "small", words, QRect(pill.left() + 7, pill.top() - 1, MARK_WIDTH, 18))
        return width + 6

    # other cells ---------------------------------------------------------------------------------------------------

    def _text(self, painter: QPainter, box: QRect, cell: Cell, row: GridRow, column: Column) -> None:
        right = column in NUMBERS
        box = _low(box, row)
        if cell.below:
            painter.setPen(self._colors["secondary"])
            spare = BELOW_SPARE if column is Column.AMOUNT else 0
            lower = QRect(box.left() - spare, box.center().y() + 4, box.width() + spare, 14)
            self._faces.write(painter, "small", cell.below, lower, right=right)
            box = box.adjusted(0, 0, 0, -15)
        painter.setPen(self._colors[_TONES[cell.tone]])
        name = "strong" if cell.tone is Tone.STRONG else _FACES[right]
        self._faces.write(painter, name, cell.text, box, right=right)

    def _people(self, painter: QPainter, box: QRect, row: GridRow, cell: Cell) -> None:
        section = self._model.section(row)
        if section is None:
            return
        box = _low(box, row)
        if section.people:
            self._avatars(painter, box, section)
            return
        painter.setPen(self._colors["secondary" if cell.text else "tertiary"])
        self._faces.write(painter, "small", cell.text or tr("Who?"), box)

    def _avatars(self, painter: QPainter, box: QRect, section: EstimateSection) -> None:
        proposal = self._desk.session.proposal
        people = [found for wanted in section.people if (found := proposal.person(wanted))]
        size, step = FACE, STEP
        fitting = max(0, (box.width() - size) // step + 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, person in reversed(list(enumerate(people[:fitting]))):
            circle = QRectF(box.left() + i * step, box.center().y() - size / 2 + 0.5, size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colors["surface"])
            painter.drawEllipse(circle.adjusted(-1.5, -1.5, 1.5, 1.5))
            paint_avatar(painter, circle, person, self._desk.media, self._desk.look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _low(box: QRect, row: GridRow) -> QRect:
    """Let what stands in a section's row stand nearer to its lines."""
    return box.adjusted(0, 8, 0, 0) if row.kind is RowKind.SECTION and box.height() >= SECTION_HEIGHT else box
