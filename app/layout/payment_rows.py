"""The plan of payments: a ribbon divided as the total is, and below it what is paid when."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from app.layout.blocks import Block
from app.layout.estimate_rows import RULE_AT
from app.layout.mixing import mix
from app.layout.page import BoxItem, Item, RuleItem, Tag, TextItem
from app.layout.reckoning import LEAST_NAME, MOST_LINES, NAME_GAP, Ledger, hairline_color, quiet_ink
from app.model.payment import Payment
from app.text.glyphs import Line

WHOLE = Decimal(100)
BROAD = 380.0
"""In columns so many points wide dates have a column of their own."""
SHARE_GAP = 14.0
"""Points between a percentage and what is paid."""
RIBBON = {"threads": 0.3}
"""How high the ribbon is, in baseline steps, where a brand draws time as threads; else it is a bar."""
BAR = 0.9
FADING = 0.62
"""Each part of the ribbon is so much paler than the one before it, down to"""
PALEST = 0.24
SEAM = 2.0
"""Points between two parts of the ribbon."""
LEAST_PART = 2.0
"""Points that the narrowest part takes."""


@dataclass(frozen=True, slots=True)
class Due:
    """One payment as it is printed."""

    id: str
    share: str
    title: str
    date: str
    amount: str
    part: Decimal


def dues(ledger: Ledger) -> list[Due]:
    """Return the payments in the order of the plan."""
    scene = ledger.scene
    plan = scene.proposal.estimate.payments
    shares = percentages(plan)
    return [
        Due(
            one.id,
            scene.words.percent(share) if share else "",
            one.title or scene.words("Payment {number}", number=number),
            scene.words.date(one.date) if one.date else "",
            ledger.money(total.amount),
            total.amount,
        )
        for number, (one, share, total) in enumerate(zip(plan, shares, scene.totals.payments, strict=True), 1)
    ]


def percentages(plan: Sequence[Payment]) -> list[Decimal]:
    """Return the share that each payment is said to be, zero where it is an amount. One that takes the rest is said to be what
    the percentages of all others leave.
    """
    said = [one.percent if not one.amount else Decimal(0) for one in plan]
    rests = [i for i, one in enumerate(plan) if not one.percent and not one.amount]
    left = WHOLE - sum(said, Decimal(0))
    if len(rests) == 1 and not any(one.amount for one in plan) and left > 0:
        said[rests[0]] = left
    return said


def payment_rows(ledger: Ledger) -> list[Block]:
    """Set the payments under their ribbon."""
    found = dues(ledger)
    made_from = (ledger.ink, ledger.amounts, *found)
    return ledger.scene.setter.remember(("payments", ledger.width, ledger.air), made_from, partial(_rows, ledger, found))


def _rows(ledger: Ledger, found: Sequence[Due]) -> list[Block]:
    setter = ledger.scene.setter
    shares = [setter.line("total-row-strong", one.share, color=ledger.ink) for one in found]
    dates = [setter.line("total-row", one.date, color=ledger.ink).width for one in found]
    inset = max((line.width for line in shares), default=0.0)
    inset += SHARE_GAP if inset else 0.0
    ribbon = _ribbon(ledger, [one.part for one in found])
    date = max(dates) if ledger.width >= BROAD else 0.0
    rows = [_row(ledger, one, share, inset, date, bool(i)) for i, (one, share) in enumerate(zip(found, shares, strict=True))]
    return [ribbon, *rows] if ribbon else rows


def _ribbon(ledger: Ledger, parts: Sequence[Decimal]) -> Block | None:
    """Return a bar whose parts are as long as the payments are high; nothing where there is nothing to divide."""
    shown = [part for part in parts if part > 0]
    if len(shown) < 2:
        return None
    brand, step = ledger.scene.brand, ledger.scene.grid.step
    timeline = brand.masters["timeline"]
    height = step * RIBBON.get(timeline.variant, BAR)
    radius = height / 2 if timeline.flag("round") else 0.0
    flood = ledger.ink == "on-accent"
    color, ground = brand.color("on-accent" if flood else "accent"), brand.color("accent" if flood else "paper")
    room, whole = ledger.width - SEAM * (len(shown) - 1), sum(shown, Decimal(0))

    def draw(out: list[Item], x: float, y: float) -> None:
        middle = y + step
        for i, part in enumerate(shown):
            width = max(room * float(part / whole), LEAST_PART)
            fill = mix(color, ground, 1 - max(FADING**i, PALEST))
            out.append(BoxItem(x, middle - height / 2, width, height, fill=fill, radius=min(radius, width / 2)))
            x += width + SEAM

    return Block(2 * step, draw, keep=True)


def _row(ledger: Ledger, due: Due, share: Line, inset: float, date_width: float, ruled: bool) -> Block:
    """Set a payment: its share, what it follows and its date, the amount; the numbers below a name that they leave no room."""
    setter, step, width = ledger.scene.setter, ledger.scene.grid.step, ledger.width
    group, origin = f"payment#{due.id}", f"estimate/payments/{due.id}"
    amount = setter.line("total-row", due.amount, color=ledger.ink)
    date_right = width - max(amount.width, ledger.amounts) - 16
    beside = bool(date_width)
    room = (date_right - date_width if beside else width - amount.width) - inset - NAME_GAP
    under = room < width * LEAST_NAME and setter.line("total-row", due.title, color=ledger.ink).width > room
    name = setter.text(
        "total-row", due.title, width - inset if under else room, color=ledger.ink, origin=f"{origin}/title", tag=Tag.TD,
        group=f"{group}#1", max_lines=MOST_LINES,
    )  # fmt: skip
    date = setter.line("total-row" if beside else "cell", due.date, color=ledger.ink if beside else quiet_ink(ledger))
    rule_y, top = step * (RULE_AT + ledger.air / 2), step * (1 + ledger.air)
    weight, color = ledger.scene.brand.hairline, hairline_color(ledger)
    first, last = top + name.height - (len(name.lines) - 1) * name.leading, top + name.height
    own_line = bool(due.date) and not beside
    numbers = last + step if under else first

    def draw(out: list[Item], x: float, y: float) -> None:
        if ruled:
            out.append(RuleItem(x, y + rule_y, x + width, y + rule_y, weight, color))
        if share.runs:
            out.append(TextItem(x, y + first, share, f"{origin}/percent", Tag.TD, f"{group}#0"))
        name.draw(out, x + inset, y + top)
        if due.date:
            place = (x + inset, y + last + step) if own_line else (x + date_right - date_width, y + numbers)
            out.append(TextItem(*place, date, f"{origin}/date", Tag.TD, f"{group}#3"))
        out.append(TextItem(x + width - amount.width, y + numbers, amount, f"{origin}/amount", Tag.TD, f"{group}#2"))

    return Block(top + name.height + (step if own_line or under else 0.0), draw)
