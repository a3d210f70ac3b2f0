"""What is decided about the price, in a line for each part of it."""

from app.model.estimate import VatMode
from app.model.rounding import RoundingScope
from widgets.choices import called
from widgets.estimate.folds import Said
from widgets.estimate.packages import counting as package_that_counts
from widgets.estimate.rates import unconverted
from widgets.phrases import shorten
from widgets.session import Session
from widgets.words import date, money, number, percent, tr, tr_plural


def discount(session: Session) -> Said:
    """Say what is taken off the whole, and in how many sections something is."""
    estimate, totals = session.proposal.estimate, session.totals
    within = sum(1 for section in totals.sections if any(portion.discount for portion in section.portions))
    sections = tr_plural("in {n} section", "in {n} sections", within) if within else ""
    whole = estimate.discount
    if not whole.percent and not whole.amount:
        return Said(sections or tr("none"))
    share = percent(whole.percent) if not whole.amount else ""
    parts = (share, money(-totals.discount, totals.currency), sections, whole.reason)
    return Said(" · ".join(filter(None, parts)))


def added(session: Session) -> Said:
    """Say what surcharges and the reserve come to."""
    estimate, totals = session.proposal.estimate, session.totals
    titles = ", ".join(surcharge.title for surcharge in estimate.surcharges if surcharge.title)
    more = sum(totals.once.surcharges, totals.once.contingency)
    reserve = tr("reserve {percent}", percent=percent(estimate.contingency.percent)) if estimate.contingency.percent else ""
    plus = f"+ {money(more, totals.currency)}" if more else ""
    return Said(" · ".join(filter(None, (plus, titles, reserve))) or tr("none"))


def vat(session: Session) -> Said:
    """Say how VAT stands to the prices."""
    own, totals = session.proposal.estimate.vat, session.totals
    if own.mode is VatMode.EXEMPT:
        return Said(" · ".join(filter(None, (tr("without VAT"), own.reason))))
    rates = ", ".join(percent(one.rate) for one in totals.once.vats) or percent(own.rate)
    return Said(f"{called(own.mode)} · {rates} · {money(totals.vat, totals.currency)}")


def counting(session: Session) -> Said:
    """Say how amounts are rounded, and how long a day is."""
    estimate = session.proposal.estimate
    step = called(estimate.rounding.step)
    shared = tr("the total first") if estimate.rounding.scope is RoundingScope.TOTAL else ""
    day = tr("{hours} h a day, {month} a month", hours=number(estimate.hours_a_day), month=number(estimate.hours_a_month))
    return Said(" · ".join(filter(None, (step, shared, day))))


def payments(session: Session) -> Said:
    """Say of how many payments the plan is, and whether it comes to the total."""
    totals = session.totals
    if not totals.payments:
        return Said(tr("no plan"))
    count = tr_plural("{n} payment", "{n} payments", len(totals.payments))
    if totals.unplanned:
        rest = money(abs(totals.unplanned), totals.currency)
        off = tr("{amount} left over", amount=rest) if totals.unplanned > 0 else tr("{amount} too much", amount=rest)
        return Said(f"{count} · {off}", alarm=True)
    return Said(f"{count} · {money(totals.total, totals.currency)}")


def rates(session: Session) -> Said:
    """Say where the rates come from, and whether they still hold."""
    estimate, day = session.proposal.estimate, session.proposal.date
    used = estimate.rate_card
    count = tr_plural("{n} rate", "{n} rates", len(estimate.rates)) if estimate.rates else tr("none")
    card = tr("“{title}”", title=shorten(used.title)) if used.title else ""
    if used.valid_until is not None and used.valid_until < day:
        return Said(" · ".join(filter(None, (card, tr("expired on {day}", day=date(used.valid_until, "short"))))), alarm=True)
    return Said(" · ".join(filter(None, (count, card))))


def currencies(session: Session) -> Said:
    """Say in what is counted, and in what the total is told a second time."""
    proposal, second = session.proposal, session.totals.equivalent
    missing = unconverted(proposal)
    if missing:
        return Said(tr("Rates wait for an exchange: {currencies}", currencies=", ".join(missing)), alarm=True)
    told = "" if second is None else f"≈ {money(second, proposal.estimate.equivalent)}"
    return Said(" · ".join(filter(None, (proposal.currency, told))))


def packages(session: Session) -> Said:
    """Say which packages there are and which one counts."""
    found = session.proposal.estimate.packages
    if not found:
        return Said(tr("none"))
    chosen = package_that_counts(session)
    titles = [shorten(one.title, 24) or tr("Without a name") for one in found]
    counts = next(title for one, title in zip(found, titles, strict=True) if one.id == chosen)
    return Said(" · ".join((", ".join(titles), tr("“{title}” counts", title=counts))))
