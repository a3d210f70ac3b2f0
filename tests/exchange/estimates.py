"""Estimates of every kind, with something in each of their internal fields.

Hypothesis draws a number and a size, from which an estimate is made by a generator of its own: drawing every field by itself
would take a hundred times as long.
"""

import datetime
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from app.model.estimate import (
    Contingency,
    Discount,
    Estimate,
    EstimateSection,
    LineItem,
    Period,
    Pricing,
    Surcharge,
    Vat,
    VatMode,
)
from app.model.exchange import Exchange
from app.model.internal import Internal
from app.model.package import Package
from app.model.payment import Payment
from app.model.rate import Rate
from app.model.ratecard import CardUsed
from app.model.rounding import Rounding, RoundingScope, RoundingStep
from app.model.signoff import Approval, Limit, SignOff, Waiver
from app.model.spread import Spread

CANARY = "CANARY-КАНАРЕЙКА"

TEXTS = (
    "", "", "", "Дизайн", "Design", "Вёрстка главной", "Верстка главной страницы", "Аналитика", "=1+1", "+7 495 123-45-67", "-5",
    "@sum(A1)", "'=x", "''-", "'", " ", "<r>x</r>", "_x0041_", "1,5", "1:30", "001", 'a;b\n"c"', "1 000", "Да", "TRUE",
    "21.11.2026", "10 %", "a\tb", "\ttab", "＝1", "{name}", "a,b|c\\d", "эмодзи 🙂", "x" * 300, "#REF!",
)  # fmt: skip
LETTERS = "абвгд ёжз–—«»ABCxyz019.,:;|\\'\"<>&=+-@%№₽€  \u2009é漢\u0301\ufeff\u200b🙂"
RATES = (
    Rate(id="designer", amount=Decimal("3333.33"), title="Дизайнер", cost=Internal(Decimal("999.9"))),
    Rate(id="p1", amount=Decimal(50), currency="EUR", locked=True),
)
EXCHANGES = (
    Exchange(currency="EUR", rate=Decimal("98.7654"), date=datetime.date(2026, 11, 20), source="ЦБ"),
    Exchange(currency="USD", rate=Decimal("81.2"), date=datetime.date(2026, 11, 20)),
)


class Maker:
    """Makes an estimate of some size."""

    def __init__(self, seed: int, size: int) -> None:
        self.random, self.size = Random(seed), size

    def text(self) -> str:
        if self.random.random() < 0.7:
            return self.random.choice(TEXTS)
        return "".join(self.random.choices(LETTERS, k=self.random.randrange(12)))

    def number(self, most: int = 10**6, places: int = 3) -> Decimal:
        top = self.random.choice([10, 1000, most])
        return Decimal(self.random.randrange(top * 10**places)).scaleb(-self.random.randrange(places + 1))

    def discount(self) -> Discount:
        match self.random.randrange(5):
            case 0:
                return Discount(percent=self.number(99, 2) % 100, reason=self.text())
            case 1:
                return Discount(amount=self.number(10**4), reason=self.text())
        return Discount()

    def many(self, most: int) -> range:
        return range(self.random.randrange(min(most, self.size) + 1))

    def item(self, name: str) -> LineItem:
        pick = self.random.choice
        return LineItem(
            id=name,
            title=self.text(),
            description=self.text(),
            pricing=pick(list(Pricing)),
            quantity=self.number(500, 2) % 1000,
            people=pick([Decimal(1), Decimal(2), Decimal("0.5")]),
            unit=self.text(),
            rate=pick([None, self.number(), self.number(5000, 2)]),
            role=pick(["", "designer", "p1", "nobody"]),
            hours=pick([None, self.number(500, 2)]),
            period=pick([Period.ONCE, Period.ONCE, Period.MONTH, Period.YEAR]),
            optional=pick([False, False, True]),
            chosen=pick([False, True]),
            alternative=pick(["", "", "А", "B"]),
            packages=pick([(), (), ("k1",), ("k2", "k1")]),
            discount=self.discount(),
            vat=pick([None, None, Decimal(0), Decimal(10), Decimal("20.0")]),
            spread=Internal(Spread(lowest=Decimal("1.25"), likely=Decimal("2.25"), highest=Decimal("3.75"))),
            note=Internal(CANARY),
            actual=Internal(Decimal("77.707")),
            cost=Internal(Decimal("88.808")),
        )

    def section(self, name: str) -> EstimateSection:
        pick = self.random.choice
        names = self.random.sample([f"x{n}" for n in range(8)], 8)
        return EstimateSection(
            id=name,
            title=self.text(),
            description=self.text(),
            level=pick([1, 1, 2]),
            people=pick([(), ("p1",), ("p1", "p2")]),
            roles=pick([(), ("Редактор",), ("a, b", "c|d")]),
            items=tuple(self.item(names[n]) for n in self.many(5)),
            discount=self.discount(),
            signed=Internal(SignOff(by=CANARY, at="2026-01-01T00:00:00Z")),
            waiver=Internal(Waiver(by=CANARY, at="2026-01-01T00:00:00Z", reason=CANARY)),
            note=Internal(CANARY),
        )

    def day(self) -> datetime.date | None:
        return self.random.choice([None, datetime.date(2026, 12, 24), datetime.date(1999, 1, 2)])

    def surcharge(self, name: str) -> Surcharge:
        if self.random.random() < 0.6:
            section = self.random.choice(["", "s1", "s2"])
            return Surcharge(id=name, title=self.text(), percent=self.number(99, 2) % 100, section=section)
        return Surcharge(id=name, title=self.text(), amount=self.number(10**4))

    def payment(self, name: str) -> Payment:
        percent, amount = self.random.choice([(50, 0), (25, 0), (25, 0), (0, 0), (0, 1)])
        told = self.number(10**4) if amount else Decimal(0)
        return Payment(id=name, title=self.text(), date=self.day(), percent=Decimal(percent), amount=told)

    def estimate(self) -> Estimate:
        pick = self.random.choice
        names = self.random.sample(["s1", "s2", "s3", "s4"], 4)
        return Estimate(
            sections=tuple(self.section(names[n]) for n in self.many(4)),
            rates=pick([(), RATES]),
            surcharges=tuple(self.surcharge(f"u{n}") for n in self.many(3)),
            contingency=Contingency(percent=pick([Decimal(0), self.number(99, 2) % 100]), reason=self.text()),
            discount=self.discount(),
            vat=Vat(mode=pick(list(VatMode)), rate=pick([Decimal(0), Decimal(20), Decimal("7.5")]), reason=self.text()),
            rounding=Rounding(step=pick(list(RoundingStep)), scope=pick(list(RoundingScope))),
            hours_a_day=pick([Decimal(8), Decimal("7.5")]),
            packages=pick([(), (Package(id="k1", title="Основа"), Package(id="k2", title="Полный?", text="Всё"))]),
            package=pick(["", "k1", "k2"]),
            payments=tuple(self.payment(f"y{n}") for n in self.many(4)),
            exchanges=pick([(), EXCHANGES]),
            equivalent=pick(["", "EUR", "USD"]),
            rate_card=pick([CardUsed(), CardUsed(id="c", title="К", valid_until=datetime.date(2027, 1, 1), locked=True)]),
            approvals=Internal((Approval(limit=Limit.MARGIN, value=Decimal("66.606"), by=CANARY, at=CANARY, reason=CANARY),)),
        )


def made(seed: int, size: int) -> Estimate:
    """Return the estimate of a number."""
    return Maker(seed, size).estimate()


estimates = st.builds(made, st.integers(0, 2**32 - 1), st.integers(0, 5))
