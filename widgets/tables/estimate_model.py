"""An estimate as it was understood, to be looked at: sections with their sums, and their lines."""

from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.i18n import phrase
from app.model.estimate import Estimate, EstimateSection, LineItem, Pricing
from app.totals import ItemTotal, SectionTotal, Standing, Totals
from widgets.look.look import Look, face
from widgets.look.parts import plain_tip
from widgets.models.estimate_units import unit_words
from widgets.words import amount, number, tr

Index = QModelIndex | QPersistentModelIndex
HEADINGS = (phrase("Work"), phrase("Who"), phrase("Quantity"), phrase("Unit"), phrase("Rate"), phrase("Sum"))
TITLE, WHO, QUANTITY, UNIT, RATE, SUM = range(6)
_FIGURES = (QUANTITY, RATE, SUM)
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class EstimateTable(QAbstractTableModel):
    """The rows of an estimate; nothing can be changed in it."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sums: Totals | None = None
        self._rows: list[tuple[EstimateSection, SectionTotal, LineItem | None, ItemTotal | None]] = []
        self._decimals = False

    def show(self, estimate: Estimate, sums: Totals) -> None:
        """Show an estimate with its sums."""
        self.beginResetModel()
        self._sums = sums
        self._rows = []
        for part, total in zip(estimate.sections, sums.sections, strict=True):
            self._rows.append((part, total, None, None))
            self._rows += [(part, total, item, one) for item, one in zip(part.items, total.items, strict=True)]
        amounts = (one.amount for _, _, _, one in self._rows if one is not None)
        self._decimals = any(value != value.to_integral_value() for value in amounts)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Sections and lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Those of HEADINGS."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADINGS[section])
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if section in _FIGURES else _LEFT)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        part, total, item, one = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if item is None or one is None:
                return self._section_text(part, total, index.column())
            return self._item_text(item, one, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if index.column() in _FIGURES else _LEFT)
        if role == Qt.ItemDataRole.FontRole:
            return face(13, QFont.Weight.DemiBold if item is None else QFont.Weight.Normal, tabular=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.color(self._tone(one, index.column()))
        if role == Qt.ItemDataRole.BackgroundRole and item is None:
            return self._look.color("sunken")
        if role == Qt.ItemDataRole.ToolTipRole and item is not None and index.column() == TITLE:
            return plain_tip("\n".join(filter(None, (item.title, item.description)))[:2000])
        return None

    def _tone(self, one: ItemTotal | None, column: int) -> str:
        if one is None:
            return "text"
        if column in (RATE, SUM) and not one.priced:
            return "error"
        return "text" if one.counted and column not in (WHO, UNIT) else "secondary"

    def _section_text(self, part: EstimateSection, total: SectionTotal, column: int) -> str:
        match column:
            case 0:
                return ("    " if part.level > 1 else "") + (_line(part.title) or tr("Without a name"))
            case 5:
                return self._amount(total.amount)
        return _line(", ".join((*part.people, *part.roles))) if column == WHO else ""

    def _item_text(self, item: LineItem, one: ItemTotal, column: int) -> str:
        match column:
            case 0:
                return "    " + _line(item.title)
            case 1:
                return _line(item.role)
            case 2:
                return "" if item.pricing is Pricing.FIXED else number(item.quantity)
            case 3:
                return unit_words(item)
            case 4:
                return self._amount(one.rate) if one.priced else tr("no rate")
        text = self._amount(one.amount)
        return tr("({amount})", amount=text) if one.standing is not Standing.COUNTED else text

    def _amount(self, value: Decimal) -> str:
        return amount(value, self._sums.currency if self._sums else "", decimals=self._decimals)


def _line(text: str) -> str:
    return " ".join(text[:400].split())
