"""What stands below a total: what is due again and again, and the plan of payments."""

from dataclasses import replace
from functools import partial

from app.layout.blocks import Block
from app.layout.reckoning import Ledger, Sum, row
from app.layout.way import every, steps, taxes, total_name
from app.model.estimate import VatMode
from app.model.payment import Payment
from app.totals import PaymentTotal, PeriodTotal


def closing_rows(ledger: Ledger) -> list[Block]:
    """Return the blocks below the total: recurring totals with the way to them, then the payments."""
    scene = ledger.scene
    blocks: list[Block] = []
    for period in scene.totals.recurring:
        blocks += _labelled(ledger, every(scene, period.period), _recurring(ledger, period))
    if ledger.section.payments and scene.totals.payments:
        plan = zip(scene.proposal.estimate.payments, scene.totals.payments, strict=True)
        sums = [_payment(ledger, payment, total, number) for number, (payment, total) in enumerate(plan)]
        blocks += _labelled(ledger, scene.words("Payments"), sums)
    return blocks


def _recurring(ledger: Ledger, period: PeriodTotal) -> list[Sum]:
    scene = ledger.scene
    name = period.period.value
    sums = [
        Sum(words, "", ledger.money(amount), f"{name}#{i}", origin)
        for i, (words, amount, origin) in enumerate(steps(scene, period))
    ]
    hours = ledger.hours(period.hours)
    sums.append(Sum(total_name(scene, period.period), hours, ledger.money(period.total), f"{name}#t", "estimate", strong=True))
    if scene.proposal.estimate.vat.mode is VatMode.INCLUDED:
        sums += [
            Sum(words, "", ledger.money(amount), f"{name}#v{i}", origin)
            for i, (words, amount, origin) in enumerate(taxes(scene, period))
        ]
    return [replace(one, keep=i < len(sums) - 1) for i, one in enumerate(sums)]


def _payment(ledger: Ledger, payment: Payment, total: PaymentTotal, number: int) -> Sum:
    words = ledger.scene.words
    facts = [payment.title or words("Payment {number}", number=number + 1)]
    if payment.date:
        facts.append(words.date(payment.date))
    percent = words.percent(payment.percent) if payment.percent and not payment.amount else ""
    origin = f"estimate/payments/{payment.id}/title"
    return Sum(" · ".join(facts), percent, ledger.money(total.amount), f"payment#{payment.id}", origin)


def _labelled(ledger: Ledger, label: str, sums: list[Sum]) -> list[Block]:
    """Set rows under a label that stays with the first of them."""
    scene, width, ink = ledger.scene, ledger.width, ledger.ink
    before = 2 * scene.grid.step
    make = partial(scene.setter.text, "item-title", label, width, color=ink, before=before, keep=True)
    return [scene.setter.remember(("label", label, width), (ink, before), make), *(row(ledger, one) for one in sums)]
