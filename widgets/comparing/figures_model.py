"""The numbers that two states differ in, as a table."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.comparing import Figure, Measure
from app.i18n import phrase
from app.model.estimate import Period
from widgets.words import hours, money, tr

Index = QModelIndex | QPersistentModelIndex
MEASURES = {
    Measure.HOURS: phrase("Hours"),
    Measure.RATE: phrase("Rate"),
    Measure.AMOUNT: phrase("Amount"),
    Measure.SUBTOTAL: phrase("Subtotal"),
    Measure.DISCOUNT: phrase("Discount"),
    Measure.NET: phrase("Net"),
    Measure.VAT: phrase("VAT"),
    Measure.TOTAL: phrase("Total"),
}
PERIODS = {Period.MONTH: phrase("a month"), Period.YEAR: phrase("a year")}
HEADINGS = (phrase("Item"), phrase("Measure"), phrase("Before"), phrase("After"), phrase("Difference"))
FIGURE_ROLE = Qt.ItemDataRole.UserRole
NOTHING = "—"


class FiguresModel(QAbstractTableModel):
    """A row for each number: whose it is, what it is, before, now, and how much more. The whole stands first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: list[Figure] = []
        self._currencies = ("", "")

    def show(self, figures: Sequence[Figure], old: str, new: str) -> None:
        """Show numbers, amounts in the currencies of the older and the newer state."""
        self.beginResetModel()
        self._figures = sorted(figures, key=lambda one: (one.path != "estimate", one.measure is not Measure.TOTAL))
        self._currencies = (old, new)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 the default is Qt's
        """Return how many numbers there are."""
        return 0 if parent.isValid() else len(self._figures)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 the default is Qt's
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if section > 1 else Qt.AlignmentFlag.AlignLeft)
        return tr(HEADINGS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        figure = self._figures[index.row()]
        if role == FIGURE_ROLE:
            return figure
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if index.column() > 1 else Qt.AlignmentFlag.AlignLeft
            return Qt.AlignmentFlag.AlignVCenter | side
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self._words(figure)[index.column()]

    def _words(self, figure: Figure) -> tuple[str, ...]:
        old, new = self._currencies
        period = PERIODS.get(figure.period)
        what = " ".join(filter(None, (tr(MEASURES[figure.measure]), tr(period) if period else "")))
        owner = figure.title or (tr("The whole") if figure.path == "estimate" else tr("Without a name"))
        alike = old == new or figure.measure is Measure.HOURS
        difference = _signed(figure, new) if alike else NOTHING
        return owner, what, _value(figure, figure.old, old), _value(figure, figure.new, new), difference


def _value(figure: Figure, value: Decimal | None, currency: str) -> str:
    if value is None:
        return NOTHING
    return hours(value) if figure.measure is Measure.HOURS else money(value, currency)


def _signed(figure: Figure, currency: str) -> str:
    difference = figure.difference
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return sign + _value(figure, abs(difference), currency)
