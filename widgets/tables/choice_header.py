"""The head of a spreadsheet's columns: what each is headed with in the file, and a drop-down with what it is taken for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from app.intake.mapping import PreviewColumn
from app.model.mapping import ColumnMeaning
from widgets.fields.choice import HEIGHT, ChoiceField
from widgets.look.look import Look, face
from widgets.look.parts import plain_tip
from widgets.tables.meanings import column_options
from widgets.words import tr

NAMES_HEIGHT, GAP = 26, 4
SURE = 0.6
"""Below this a column was only guessed, and is marked."""


class ChoiceHeader(QHeaderView):
    """`chosen` brings a column of the file (from 1) and what it holds now."""

    chosen = Signal(int, object)

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._look, self._view = look, view
        self._columns: Sequence[PreviewColumn] = ()
        self._fields: list[ChoiceField] = []
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(56)
        self.sectionResized.connect(self._place)
        view.horizontalScrollBar().valueChanged.connect(self._place)

    def show_columns(self, columns: Sequence[PreviewColumn]) -> None:
        """Show the columns of a file with what they are taken for."""
        if [one.column for one in columns] != [one.column for one in self._columns]:
            for field in self._fields:
                field.hide()
                field.deleteLater()
            self._fields = [self._field(one) for one in columns]
        self._columns = columns
        for field, one in zip(self._fields, columns, strict=True):
            field.show_value(one.meaning)
            heading = " ".join(one.heading.split()) or one.letters
            field.setAccessibleName(tr("Column {name} is", name=heading))
            field.setToolTip(plain_tip(heading))
        self._place()
        self.viewport().update()

    def field(self, column: int) -> ChoiceField:
        """Return the drop-down of a column of the file. Raises KeyError."""
        for field, one in zip(self._fields, self._columns, strict=True):
            if one.column == column:
                return field
        raise KeyError(column)

    def sizeHint(self) -> QSize:
        """Leave room for the drop-downs."""
        return QSize(super().sizeHint().width(), NAMES_HEIGHT + HEIGHT + 2 * GAP)

    def _field(self, column: PreviewColumn) -> ChoiceField:
        field = ChoiceField(self._look, column_options(), self.viewport())
        field.edited.connect(lambda meaning, number=column.column: self.chosen.emit(number, ColumnMeaning(meaning)))
        field.installEventFilter(self)
        field.show()
        return field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a column into sight when its drop-down gets the keyboard."""
        if event.type() is QEvent.Type.FocusIn and watched in self._fields and self._view.model().rowCount():
            place = self._fields.index(watched) + 1
            row = max(0, self._view.rowAt(0))
            self._view.scrollTo(self._view.model().index(row, place))
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        for number, field in enumerate(self._fields, 1):
            left, width = self.sectionViewportPosition(number), self.sectionSize(number)
            field.setGeometry(left + GAP, NAMES_HEIGHT + GAP, max(40, width - 2 * GAP), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Draw the letters of the column, its heading, and whether it was guessed."""
        painter.save()
        painter.fillRect(rect, self._look.color("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.color("outline"))
        place = logicalIndex - 1
        if 0 <= place < len(self._columns):
            one = self._columns[place]
            box = QRect(rect.left() + 10, rect.top() + GAP, rect.width() - 16, NAMES_HEIGHT)
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.setFont(face(11, QFont.Weight.DemiBold))
            painter.setPen(self._look.color("tertiary"))
            painter.drawText(box, middle, one.letters)
            box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(one.letters) + 8)
            painter.setFont(face(12))
            unsure = bool(one.meaning) and one.confidence < SURE
            painter.setPen(self._look.color("warning" if unsure else "secondary"))
            words = " ".join(one.heading.split())
            words = tr("{heading} – guessed", heading=words).removeprefix(" – ") if unsure else words
            painter.drawText(box, middle, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width()))
        painter.restore()
