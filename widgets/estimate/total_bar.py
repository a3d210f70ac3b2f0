"""What the estimate comes to, always in sight."""

from decimal import Decimal

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.model.estimate import Estimate, Period, VatMode
from widgets.look.look import face
from widgets.look.parts import column, label, plain_tip, row, rule, styled
from widgets.look.scale import px
from widgets.phrases import shorten
from widgets.session import Change, Kind, Session
from widgets.words import hours, money, percent, tr, tr_plural

HEIGHT, MARGIN, GAP = 64, 16, 20
TOLD_FOR = 4000
"""Milliseconds for which a remark stays."""
PARTS = ("hours", "subtotal", "discount", "vat", "optional", "choices", "month", "year")
LEAST_WANTED = ("subtotal", "optional", "choices", "discount", "vat", "year", "month")
"""What gives way first where there is little room; the tooltip has it all."""
LONGEST_PACKAGE = 20


class TotalBar(QWidget):
    """Hours, what is taken off, tax and the total; or why something typed was not taken."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        styled(self, "surface")
        self._session = session
        self._is_stale = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._figures: dict[str, tuple[QLabel, QLabel, QWidget]] = {}
        self._wanted: set[str] = set()
        self._complaint = label("", "complaint", wrap=True)
        self._remark = QTimer(self, singleShot=True, interval=TOLD_FOR)
        self._remark.timeout.connect(lambda: self.complain(""))
        self._complaint.setVisible(False)
        box = column(self)
        box.addWidget(rule())
        across = row(margins=(MARGIN, 0, MARGIN, 0), gap=GAP)
        box.addLayout(across, 1)
        across.addWidget(self._complaint, 1000)
        for name in PARTS:
            self._add(across, name, 13)
        across.addStretch(1)
        self._add(across, "total", 20)
        session.changed.connect(self._changed)
        self._show()

    def complain(self, reason: str) -> None:
        """Say why something typed was not taken; an empty text says that all is well again."""
        self._remark.stop()
        self._show_words(reason, "complaint")

    def tell(self, words: str) -> None:
        """Say something in passing."""
        self._show_words(words, "quiet")
        self._remark.start()

    def _show_words(self, words: str, name: str) -> None:
        if self._complaint.objectName() != name:
            self._complaint.setObjectName(name)
            self._complaint.style().polish(self._complaint)
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(240, self._height())

    def sizeHint(self) -> QSize:
        """Be as high as its letters need."""
        return QSize(super().sizeHint().width(), self._height())

    def _height(self) -> int:
        return max(px(HEIGHT), self._figures["total"][2].sizeHint().height() + 1)

    def text(self, name: str) -> str:
        """Return what is said under a name: one of PARTS, or total."""
        return self._figures[name][1].text()

    def _add(self, across: QHBoxLayout, name: str, size: int) -> None:
        cell = QWidget()
        box = column(cell, (0, 10, 0, 10), gap=0)
        above, figure = label("", "small"), label("", "figure")
        figure.setFont(face(size, QFont.Weight.DemiBold, tabular=True))
        if name == "total":
            figure.setObjectName("total")
            for part in (above, figure):
                part.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.addWidget(above)
        box.addWidget(figure)
        across.addWidget(cell)
        self._figures[name] = (above, figure, cell)

    def _say(self, name: str, above: str, figure: str, *, shown: bool = True) -> None:
        self._figures[name][0].setText(above)
        self._figures[name][1].setText(figure)
        if shown:
            self._wanted.add(name)
        else:
            self._wanted.discard(name)

    def _show(self) -> None:
        totals, estimate = self._session.totals, self._session.proposal.estimate
        currency = totals.currency
        reduced, taxed = totals.discount != 0, estimate.vat.mode is not VatMode.EXEMPT
        self._say("hours", tr("Hours"), hours(totals.hours))
        self._say("subtotal", tr("Subtotal"), money(totals.subtotal, currency), shown=reduced or taxed)
        share = f" {percent(estimate.discount.percent)}" if estimate.discount.percent and not estimate.discount.amount else ""
        self._say("discount", tr("Discount") + share, money(-totals.discount, currency), shown=reduced)
        included = estimate.vat.mode is VatMode.INCLUDED
        rate = ", ".join(percent(one.rate) for one in totals.once.vats) or percent(estimate.vat.rate)
        vat_words = tr("VAT {rate} included", rate=rate) if included else tr("VAT {rate}", rate=rate)
        self._say("vat", vat_words, money(totals.vat, currency), shown=taxed)
        self._say("optional", tr("Options"), money(totals.optional, currency), shown=totals.optional != Decimal(0))
        dues = {one.period: one.total for one in totals.recurring}
        for name, period, words in (("month", Period.MONTH, tr("A month")), ("year", Period.YEAR, tr("A year"))):
            self._say(name, words, money(dues.get(period, Decimal(0)), currency), shown=period in dues)
        undecided = open_choices(estimate)
        self._say("choices", tr("To choose"), tr_plural("{n} group", "{n} groups", undecided), shown=undecided > 0)
        self._say("total", _total_words(estimate), money(totals.total, currency))
        self.setToolTip(plain_tip("\n".join(self._told())))
        self._fit()

    def _told(self) -> list[str]:
        """Return all that is known, a line each."""
        shown = [self._figures[name] for name in (*PARTS, "total") if name in self._wanted]
        return [f"{above.text()}: {figure.text()}" for above, figure, _ in shown]

    def _fit(self) -> None:
        """Show as much as there is room for; the total always."""
        shown = {"total"} | (set() if self._complaint.isVisibleTo(self) else self._wanted)
        for name in LEAST_WANTED:
            widths = [self._figures[part][2].sizeHint().width() + GAP for part in shown]
            if sum(widths) + 2 * MARGIN <= self.width():
                break
            shown.discard(name)
        for name, (_, _, cell) in self._figures.items():
            cell.setVisible(name in shown)

    def _changed(self, change: Change) -> None:
        if change.kind in (Kind.EDITED, Kind.OPENED):
            self._is_stale = True
            if self.isVisible():
                self._freshen()

    def _freshen(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was done while nobody looked."""
        super().showEvent(event)
        self._freshen()


def open_choices(estimate: Estimate) -> int:
    """Return in how many groups of alternatives none has been chosen yet."""
    groups: dict[tuple[str, str], bool] = {}
    for section in estimate.sections:
        for item in section.items:
            if item.alternative:
                key = section.id, item.alternative
                groups[key] = groups.get(key, False) or item.chosen
    return sum(1 for chosen in groups.values() if not chosen)


def _total_words(estimate: Estimate) -> str:
    """Say what the total is of: all of it, or one package."""
    packages = {one.id: one.title for one in estimate.packages}
    if not packages:
        return tr("Total")
    chosen = estimate.package if estimate.package in packages else next(iter(packages))
    return tr("Total, “{package}”", package=shorten(packages[chosen], LONGEST_PACKAGE) or tr("Without a name"))
