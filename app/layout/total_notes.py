"""What is said about a total beside its figure: tax, hours, the other currency, the amount in words, how it was rounded."""

from app.layout.reckoning import hours_note, vat_note
from app.layout.scene import Scene
from app.model.estimate import Period, Pricing
from app.model.rounding import RoundingScope, RoundingStep
from app.model.sections import EstimatePages
from app.totals import PeriodTotal


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
    """Return tax, hours, what recurs and the name of the package, on a line."""
    shown = headline_period(scene)
    found = [vat_note(scene), hours_note(scene, section)]
    for period in scene.totals.recurring:
        if period is not shown and period.total:
            amount = scene.money(period.total)
            again = "{amount} a month" if period.period is Period.MONTH else "{amount} a year"
            found.append(f"+ {scene.words(again, amount=amount)}")
    package = next((one for one in scene.proposal.estimate.packages if one.id == _package(scene)), None)
    if package and package.title:
        found.append(scene.words("package “{name}”", name=package.title))
    return " · ".join(filter(None, found))


def _package(scene: Scene) -> str:
    estimate = scene.proposal.estimate
    known = [one.id for one in estimate.packages]
    return estimate.package if estimate.package in known else next(iter(known), "")


def equivalent(scene: Scene) -> str:
    """Return the total in the second currency with the rate and its day, nothing where there is none."""
    amount, estimate = scene.totals.equivalent, scene.proposal.estimate
    exchange = next((one for one in estimate.exchanges if one.currency == estimate.equivalent), None)
    if amount is None or exchange is None or headline_period(scene) is not scene.totals.once:
        return ""
    words = scene.words
    text = words(
        "≈ {amount} at {rate} of {date}",
        amount=words.money(amount, exchange.currency, decimals=True),
        rate=f"{words.number(exchange.rate)} {words.currency_sign(scene.proposal.currency)}",
        date=words.date(exchange.date),
    )
    return f"{text} ({exchange.source})" if exchange.source else text


def in_words(scene: Scene, section: EstimatePages) -> str:
    """Return the large total written out, nothing where that is not wanted."""
    return scene.words.in_words(headline_period(scene).total, scene.proposal.currency) if section.in_words else ""


def rounding(scene: Scene) -> str:
    """Return the declared rule of rounding where it is not the usual one, and how many hours a priced month has."""
    words, estimate = scene.words, scene.proposal.estimate
    found = []
    match estimate.rounding.step:
        case RoundingStep.UNIT:
            found.append(words("Amounts are rounded to whole units of the currency."))
        case RoundingStep.HUNDRED:
            found.append(words("Amounts are rounded to hundreds."))
    if estimate.rounding.scope is RoundingScope.TOTAL:
        found.append(words("The total is rounded, and the lines take their shares of it."))
    if any(item.pricing is Pricing.MONTHS for section in estimate.sections for item in section.items):
        found.append(words("A person-month is {hours}.", hours=words.hours(estimate.hours_a_month)))
    return " ".join(found)
