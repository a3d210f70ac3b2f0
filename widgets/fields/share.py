"""A field for a part of something: so many percent, or an amount; of a payment also what is left."""

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import CURRENCY_SIGNS
from app.model.estimate import Discount, Surcharge
from app.model.payment import Payment
from widgets.fields.choice import SegmentsField
from widgets.fields.number import NumberField
from widgets.look.parts import row
from widgets.look.scale import px
from widgets.session import Change, Kind, Session
from widgets.words import tr

NUMBER_WIDTH = 96
_HUNDRED = Decimal(100)


class Unit(StrEnum):
    """In what a part is told."""

    PERCENT = "percent"
    AMOUNT = "amount"
    REST = "rest"


Shared = TypeVar("Shared", Discount, Surcharge, Payment)


class ShareField(QWidget):
    """A number with its unit beside it. `edited` brings the thing with another share.

    Choosing a unit keeps the number: 10 % become 10 roubles, to be typed over. `highest` bounds the percentage, `rest` offers
    what others leave.
    """

    edited = Signal(object)

    def __init__(self, session: Session, *, rest: bool = False, highest: Decimal = _HUNDRED) -> None:
        super().__init__()
        self._session, self._highest, self._has_rest = session, highest, rest
        self._value: Discount | Surcharge | Payment = Discount()
        self._pending: Unit | None = None
        self.number = NumberField(highest=highest)
        self.number.setFixedWidth(px(NUMBER_WIDTH))
        units: list[tuple[object, str]] = [(Unit.PERCENT, "%"), (Unit.AMOUNT, self._sign())]
        self.units = SegmentsField([*units, (Unit.REST, tr("the rest"))] if rest else units)
        self.setFocusProxy(self.number)
        across = row(self, gap=6)
        across.addWidget(self.number)
        across.addWidget(self.units)
        across.addStretch(1)
        self.number.edited.connect(self._typed)
        self.units.edited.connect(self._choose)
        session.changed.connect(self._changed)

    @property
    def unit(self) -> Unit:
        """In what the share is told now."""
        if self._value.amount:
            return Unit.AMOUNT
        if self._value.percent:
            return Unit.PERCENT
        return self._pending or (Unit.REST if self._has_rest else Unit.PERCENT)

    def show_value(self, value: Discount | Surcharge | Payment) -> None:
        """Show the share of a thing."""
        self._value = value
        if value.amount or value.percent:
            self._pending = None
        unit = self.unit
        self.units.show_value(unit)
        self.number.highest = self._highest if unit is Unit.PERCENT else None
        self.number.setEnabled(unit is not Unit.REST)
        self.number.show_value(None if unit is Unit.REST else value.amount or value.percent)

    def begin_with(self, value: Discount | Surcharge | Payment) -> None:
        """Show the share of another thing: in what the former one was to be told says nothing about it."""
        self._pending = None
        self.show_value(value)

    def setAccessibleName(self, name: str) -> None:
        """Name the number."""
        super().setAccessibleName(name)
        self.number.setAccessibleName(name)

    def _typed(self, value: object) -> None:
        assert isinstance(value, Decimal)
        self._take(self.unit, value)

    def _choose(self, unit: object) -> None:
        chosen, now = Unit(str(unit)), self._value.amount or self._value.percent
        if chosen is Unit.PERCENT and now > self._highest:
            now = Decimal(0)
        self._pending = chosen
        self._take(chosen, now)
        if chosen is not Unit.REST:
            self.number.setFocus()
            self.number.selectAll()

    def _take(self, unit: Unit, value: Decimal) -> None:
        percent = value if unit is Unit.PERCENT else Decimal(0)
        amount = value if unit is Unit.AMOUNT else Decimal(0)
        if not value or unit is Unit.REST:
            self._pending = unit
        changed = replace(self._value, percent=percent, amount=amount)
        different = changed != self._value
        self.show_value(changed)
        if different:
            self.edited.emit(changed)

    def _sign(self) -> str:
        currency = self._session.proposal.currency
        return CURRENCY_SIGNS.get(currency, currency)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED and change.before.currency != change.after.currency:
            self.units.rename(Unit.AMOUNT, self._sign())
