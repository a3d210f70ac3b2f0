"""What is said about a total beside its figure: tax, hours, the other currency, the amount in words, how it was rounded."""

from app.layout.scene import Scene
from app.model.estimate import LineItem, Period, Pricing, VatMode
from app.model.rounding import RoundingScope, RoundingStep
from app.model.sections import EstimatePages
from app.totals import PeriodTotal
from app.totals.known import Known

PLUS = "+"
"""Before what is due besides."""


def headline_period(scene: Scene) -> PeriodTotal:
    """Return the total that stands large: what is due once, or what recurs where nothing is due once."""
    once = scene.totals.once
    return scene.totals.recurring[0] if not once.total and scene.totals.recurring else once


def headline_label(scene: Scene) -> str:
    """Return what the large total is called."""
    match headline_period(scene).period:
        case Period.MONTH:
            return scene.words("Every month")
        case Period.YEAR:
            return scene.words("Every year")
    return scene.words("Project total")


def facts(scene: Scene, section: EstimatePages) -> str:
    """Return tax, hours and the name of the package, on a line."""
    found = [vat_note(scene), hours_note(scene, section)]
    package = next((one for one in scene.proposal.estimate.packages if one.id == _package(scene)), None)
    if package and package.title:
        found.append(scene.words("package “{name}”", name=package.title))
    return " · ".join(filter(None, found))


def again(scene: Scene, *, decimals: bool) -> str:
    """Return what is due besides the large total, every month and every year: "+ 1 200 a month"; nothing where nothing is.

    `decimals` is how the amounts beside it are printed.
    """
    shown, found = headline_period(scene), list[str]()
    for period in scene.totals.recurring:
        if period is not shown and period.total:
            amount = scene.money(period.total, decimals=decimals)
            found.append(a_month_or_year(scene, period.period, amount))
    return f" {PLUS} ".join(("", *found)).strip()


def a_month_or_year(scene: Scene, period: Period, amount: str) -> str:
    """Return an amount with how often it is due."""
    return scene.words("{amount} a month" if period is Period.MONTH else "{amount} a year", amount=amount)


def _package(scene: Scene) -> str:
    estimate = scene.proposal.estimate
    known = [one.id for one in estimate.packages]
    return estimate.package if estimate.package in known else next(iter(known), "")


def equivalent(scene: Scene) -> tuple[str, str]:
    """Return the total in the second currency, and the rate with its day and source; nothing where there is none."""
    amount, estimate = scene.totals.equivalent, scene.proposal.estimate
    exchange = next((one for one in estimate.exchanges if one.currency == estimate.equivalent), None)
    if amount is None or exchange is None or headline_period(scene) is not scene.totals.once:
        return "", ""
    words = scene.words
    figures = words("≈ {amount}", amount=words.money(amount, exchange.currency))
    rate = words.rate(exchange.rate, scene.proposal.currency)
    told = words("at {rate} of {date}", rate=rate, date=words.date(exchange.date))
    return figures, f"{told} ({exchange.source})" if exchange.source else told


def in_words(scene: Scene, section: EstimatePages) -> str:
    """Return the large total written out, nothing where that is not wanted."""
    total = headline_period(scene).total
    return scene.words.in_words(total, scene.proposal.currency) if section.in_words and total >= 0 else ""


def rounding(scene: Scene, section: EstimatePages) -> str:
    """Return the declared rule of rounding where it is not the usual one, and how many hours a priced day or month has."""
    words, estimate = scene.words, scene.proposal.estimate
    found = []
    match estimate.rounding.step:
        case RoundingStep.UNIT:
            found.append(words("Amounts are rounded to whole units of the currency."))
        case RoundingStep.HUNDRED:
            found.append(words("Amounts are rounded to hundreds."))
    if found and estimate.vat.mode is VatMode.ADDED and headline_period(scene).vat:
        found.append(words("VAT is added exactly."))
    if estimate.rounding.scope is RoundingScope.TOTAL:
        found.append(words("The total is rounded, and the lines take their shares of it."))
    if section.show_hours and any(_by_days(part.items) for part in estimate.sections):
        found.append(words("A working day is {hours}.", hours=words.hours(estimate.hours_a_day)))
    if section.show_hours and any(_by_months(part.items) for part in estimate.sections):
        found.append(words("A person-month is {hours}.", hours=words.hours(estimate.hours_a_month)))
    return " ".join(found)


def vat_note(scene: Scene) -> str:
    """Return how the tax stands to the total, in a few words."""
    vat, taxed = scene.proposal.estimate.vat, [one.rate for one in headline_period(scene).vats if one.rate]
    rate = scene.words.percent(taxed[0] if len(taxed) == 1 else vat.rate)
    match vat.mode:
        case VatMode.INCLUDED:
            return scene.words("including VAT") if len(taxed) > 1 else scene.words("including VAT {rate}", rate=rate)
        case VatMode.ADDED:
            return scene.words("with VAT") if len(taxed) > 1 else scene.words("with VAT {rate}", rate=rate)
        case _:
            return vat.reason or scene.words("no VAT")


def hours_note(scene: Scene, section: EstimatePages) -> str:
    """Return how many hours of work there are, nothing where the client is not to see them."""
    hours = headline_period(scene).hours
    if not section.show_hours or not hours:
        return ""
    return scene.words("{hours} of work", hours=scene.words.hours(hours))


def _told_by(pricing: Pricing) -> Known[tuple[LineItem, ...], bool]:
    """Return what tells whether the hours of any of some items follow from their days or months."""
    return Known(lambda items: any(item.pricing is pricing and item.hours is None for item in items))


_by_days, _by_months = _told_by(Pricing.DAYS), _told_by(Pricing.MONTHS)
