"""How much of an estimate a client gets to see. What a view hides is not in what this module returns at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.exchange.fields import copied, public
from app.model.estimate import Detail, Discount, Estimate, EstimateSection, LineItem, Period, Pricing
from app.model.money import round_to
from app.model.proposal import Proposal
from app.model.ratecard import CardUsed
from app.model.sections import EstimatePages
from app.totals import ItemTotal, SectionTotal, Standing, Totals, totals

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a table shows: items, sections or totals alone; hours and with them volumes and rates; the plan of payments."""

    detail: Detail = Detail.DETAILED
    show_hours: bool = True
    payments: bool = True

    @property
    def is_whole(self) -> bool:
        """Tell whether it hides nothing."""
        return self.detail is Detail.DETAILED and self.show_hours and self.payments


WHOLE = View()


def view_of(proposal: Proposal) -> View:
    """Return what the proposal's own pages show: the first that stand in it; everything where there are none."""
    pages = next((one for one in proposal.sections if isinstance(one, EstimatePages) and not one.hidden), None)
    return View(detail=pages.detail, show_hours=pages.show_hours, payments=pages.payments) if pages else WHOLE


@dataclass(frozen=True, slots=True)
class Shown:
    """An estimate as a client sees it, and its sums. `sums` are of `estimate`, in a view of totals alone of the whole."""

    estimate: Estimate
    sums: Totals
    view: View
    currency: str


def shown(estimate: Estimate, currency: str, view: View) -> Shown:
    """Return what a view shows. All amounts that it shows are those of the whole estimate."""
    whole = public(estimate)
    sums = totals(whole, currency)
    if not view.payments:
        whole = replace(whole, payments=())
        sums = replace(sums, payments=(), unplanned=_NOTHING)
    if view.detail is Detail.TOTALS:
        return Shown(_without_work(whole), replace(sums, sections=(), packages=()), view, currency)
    if view.detail is Detail.SECTIONS:
        whole = _by_section(whole, sums, view.show_hours)
    elif not view.show_hours:
        whole = _without_hours(whole, sums)
    return Shown(whole, totals(whole, currency), view, currency)


ELSEWHERE = "-"
"""Stands for the section of a surcharge that a view of totals does not show."""


def _without_work(whole: Estimate) -> Estimate:
    surcharges = tuple(replace(one, section=one.section and ELSEWHERE) for one in whole.surcharges)
    return replace(_without_rates(whole), sections=(), packages=(), package="", surcharges=surcharges)


def _without_rates(whole: Estimate) -> Estimate:
    """Leave out what tells the price of an hour, and rates of exchange that only that needs."""
    plain = Estimate()
    return replace(
        whole,
        rates=(),
        rate_card=CardUsed(),
        hours_a_day=plain.hours_a_day,
        hours_a_month=plain.hours_a_month,
        exchanges=tuple(one for one in whole.exchanges if one.currency == whole.equivalent),
    )


def _without_hours(whole: Estimate, sums: Totals) -> Estimate:
    sections = tuple(
        replace(part, items=tuple(_priced(item, one) for item, one in zip(part.items, total.items, strict=True)))
        for part, total in zip(whole.sections, sums.sections, strict=True)
    )
    return replace(_without_rates(whole), sections=sections)


def _priced(item: LineItem, one: ItemTotal) -> LineItem:
    """Return an item at its whole price: neither its volume nor a price of a unit is there."""
    return replace(
        item,
        pricing=Pricing.FIXED,
        quantity=Decimal(1),
        people=Decimal(1),
        unit="",
        rate=one.gross if one.priced else None,
        role="",
        hours=None,
        discount=Discount(amount=one.discount, reason=item.discount.reason) if one.discount else Discount(),
    )


def _by_section(whole: Estimate, sums: Totals, hours: bool) -> Estimate:
    """Return the estimate with a single line for all that is due in a section at one time and one rate of VAT."""
    digits = whole.rounding.digits(sums.currency)
    made = tuple(_summed(part, total, hours, digits) for part, total in zip(whole.sections, sums.sections, strict=True))
    return replace(_without_rates(whole), sections=made, packages=(), package="")


def _summed(part: EstimateSection, total: SectionTotal, hours: bool, digits: int) -> EstimateSection:
    shown: EstimateSection = copied("section", part, EstimateSection(id=part.id))
    groups: dict[tuple[Period, bool, Decimal | None], list[ItemTotal]] = {}
    for item, one in zip(part.items, total.items, strict=True):
        if one.standing in (Standing.COUNTED, Standing.OPTION):
            vat = None if item.vat is None else max(item.vat, _NOTHING).normalize() + 0
            groups.setdefault((one.period, one.standing is Standing.OPTION, vat), []).append(one)
    lines = (_line(f"{part.id}-{number}", key, ones, hours, digits) for number, (key, ones) in enumerate(groups.items(), 1))
    return replace(shown, items=tuple(lines))


def _line(name: str, key: tuple[Period, bool, Decimal | None], ones: Iterable[ItemTotal], hours: bool, digits: int) -> LineItem:
    period, optional, vat = key
    together = list(ones)
    effort, gross, off = (sum((getattr(one, each) for one in together), _NOTHING) for each in ("hours", "gross", "discount"))
    # what is no multiple of the step would be rounded to one: then the discount, which has coins, stands apart
    whole = round_to(gross - off, digits) == gross - off
    return LineItem(
        id=name,
        pricing=Pricing.FIXED,
        rate=gross - off if whole else gross,
        discount=Discount() if whole else Discount(amount=off),
        hours=effort if hours and effort else None,
        period=period,
        optional=optional,
        vat=vat,
    )


Names = Mapping[str, str]


def names_in(proposal: Proposal) -> Names:
    """Return how ids of people and roles read: `role` of an item, `people` of a section."""
    named = {rate.id: rate.title for rate in proposal.estimate.rates if rate.title}
    return named | {person.id: person.name for person in proposal.people if person.name}
