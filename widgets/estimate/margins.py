"""What insiders want to know of the price: what is left of it, and whether the sold hours suffice."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.i18n import CURRENCY_SIGNS, phrase
from app.margins import Expected, Margin, margins
from app.model.estimate import Period
from app.model.money import round_to
from widgets.choices import called
from widgets.desk import Desk
from widgets.estimate.live import Live
from widgets.look.look import face
from widgets.look.parts import column, label, rule
from widgets.phrases import shorten
from widgets.words import amount, hours, number, percent, tr

HEADS = (phrase("Without VAT"), phrase("Cost"), phrase("Margin"), phrase("Sold"), phrase("Expected"))
MONEY = (1, 2)
_LIKELY = 0.5


class MarginsPanel(Live):
    """A line for each section and each total: money on the left, hours on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.session)
        self._desk = desk
        self._box = column(self, gap=8)
        self._table: QWidget | None = None
        self.cells: dict[tuple[str, int], QLabel] = {}
        self.note = label("", "small", wrap=True)
        self._box.addWidget(self.note)
        self.refresh()

    def refresh(self) -> None:
        """Compute everything anew."""
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        self._table = QWidget()
        self._box.insertWidget(0, self._table)
        self.cells = {}
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        session = self._desk.session
        estimate, currency = session.proposal.estimate, session.totals.currency
        for i, head in enumerate(HEADS, 1):
            unit = f", {CURRENCY_SIGNS.get(currency, currency)}" if i in MONEY else ""
            grid.addWidget(_right(label(f"{tr(head)}{unit}", "eyebrow")), 0, i)
        known = margins(estimate, session.totals)
        line = 1
        for section, own in zip(estimate.sections, known.sections, strict=True):
            title = shorten(self._desk.merging.put_into(section.title), 40) or tr("Without a name")
            indent = "    " if section.level > 1 else ""
            self._line(grid, line, section.id, indent + title, own.once.margin, own.once.expected, currency)
            line += 1
        grid.addWidget(rule(), line, 0, 1, len(HEADS) + 1)
        for period in known.periods:
            line += 1
            name = tr("Total") if period.period is Period.ONCE else called(period.period)
            self._line(grid, line, period.period.value, name, period.margin, period.expected, currency, strong=True)
        whole = known.once
        unknown = sum(one.margin.items - one.margin.known for one in known.periods)
        self.note.setText("\n".join(filter(None, (_cost_note(unknown), _hours_note(whole.expected)))))

    def _line(
        self,
        grid: QGridLayout,
        line: int,
        key: str,
        title: str,
        margin: Margin,
        expected: Expected,
        currency: str,
        *,
        strong: bool = False,
    ) -> None:
        grid.addWidget(label(title, "strong" if strong else "", wrap=True), line, 0)
        low = expected.known > 0 and expected.sold < expected.mean
        texts = (
            (_round(margin.revenue, currency), False),
            ("—" if margin.cost is None else _round(margin.cost, currency), False),
            (_share(margin), margin.amount is not None and margin.amount < 0),
            (number(expected.sold) if expected.known else "—", low),
            (
                f"{number(round_to(expected.mean, 0))} ± {number(round_to(expected.deviation, 0))}" if expected.known else "—",
                False,
            ),
        )
        for i, (text, bad) in enumerate(texts, 1):
            cell = _right(label(text, "complaint" if bad else "strong" if strong else ""))
            cell.setFont(face(tabular=True))
            self.cells[key, i] = cell
            grid.addWidget(cell, line, i)


def _round(value: Decimal, currency: str) -> str:
    """Write money without its smallest coins: nobody judges a margin by them."""
    return amount(round_to(value, 0), currency)


def _share(margin: Margin) -> str:
    if margin.percent is not None:
        return percent(margin.percent)
    return "—" if margin.known_percent is None else tr("{percent}?", percent=percent(margin.known_percent))


def _cost_note(unknown: int) -> str:
    """Say how many costs are not known."""
    if not unknown:
        return ""
    return tr("Lines without a known cost: {count}. Give their roles a cost rate, or type a cost in the line.", count=unknown)


def _hours_note(expected: Expected) -> str:
    """Say whether the sold hours suffice."""
    chance = expected.chance
    if chance is None:
        return tr("Nobody has typed the least, likely and most hours yet.")
    facts = {"sold": hours(expected.sold), "chance": percent(Decimal(round(chance * 100)))}
    words = tr("{sold} suffice with a chance of {chance}.", **facts)
    if chance < _LIKELY:
        words += " " + tr("On average {hours} are missing.", hours=hours(-expected.reserve))
    known = tr("Lines with three hours: {known} of {items}.", known=expected.known, items=expected.items)
    return f"{words} {known}"


def _right(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
