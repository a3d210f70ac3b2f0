"""What stands below a total: what is due again and again, the plan of payments, and what may be added. Each under its label."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from app.layout.blocks import Block
from app.layout.payment_rows import payment_rows
from app.layout.reckoning import Ledger, Sum, measured, option_sums, rows
from app.layout.way import every, steps, taxes, total_name
from app.model.estimate import VatMode
from app.totals import PeriodTotal

ROUNDING = 1e-3
"""Lengths are the same where they differ by no more points."""

Part = Callable[[Ledger], list[Block]]
"""Sets a label with its rows in the width of a ledger."""


def closing_parts(ledger: Ledger, *, options: bool) -> list[Part]:
    """Return what there is below the total, in the order in which it is read."""
    scene = ledger.scene
    parts: list[Part] = [partial(_recurring, period=period) for period in scene.totals.recurring]
    if ledger.section.payments and scene.totals.payments:
        parts.append(_payments)
    if options and option_sums(ledger):
        parts.append(_options)
    return parts


def _recurring(ledger: Ledger, period: PeriodTotal) -> list[Block]:
    """Set what is due every month or year: the way to it quietly, since that of the one-off total is the same."""
    scene, name = ledger.scene, period.period.value
    way = steps(scene, period)
    sums = [
        Sum(words, "", ledger.money(amount), f"{name}#{i}", origin, quiet=True) for i, (words, amount, origin) in enumerate(way)
    ]
    hours = ledger.hours(period.hours)
    sums.append(Sum(total_name(scene, period.period), hours, ledger.money(period.total), f"{name}#t", "estimate", strong=True))
    if scene.proposal.estimate.vat.mode is VatMode.INCLUDED:
        sums += [
            Sum(words, "", ledger.money(amount), f"{name}#v{i}", origin, quiet=True)
            for i, (words, amount, origin) in enumerate(taxes(scene, period))
        ]
    return _labelled(ledger, every(scene, period.period), _rows(ledger, sums))


def _payments(ledger: Ledger) -> list[Block]:
    return _labelled(ledger, ledger.scene.words("Payments"), payment_rows(ledger))


def _options(ledger: Ledger) -> list[Block]:
    return _labelled(ledger, ledger.scene.words("You may add"), _rows(ledger, option_sums(ledger)))


def _rows(ledger: Ledger, sums: Sequence[Sum]) -> list[Block]:
    # In a column of its own it need not leave room for the amounts of others.
    ledger = ledger if ledger.amounts else measured(ledger, sums)
    return list(rows(ledger, sums))


def _labelled(ledger: Ledger, label: str, rows: Sequence[Block]) -> list[Block]:
    """Put a label over rows."""
    scene, width, ink = ledger.scene, ledger.width, ledger.ink
    before = 2 * scene.grid.step
    make = partial(scene.setter.text, "item-title", label, width, color=ink, before=before, keep=True)
    return [scene.setter.remember(("label", label, width), (ink, before), make), *rows]


def bound(blocks: Sequence[Block], room: float) -> list[Block]:
    """Keep a label and its rows together where they have room on a page, else the first two rows and the last two."""
    last = len(blocks) - 1
    whole = height(blocks) <= room
    keeps = [i < last and (whole or block.keep or i < 2 or i == last - 1) for i, block in enumerate(blocks)]
    return [block if block.keep is keep else replace(block, keep=keep) for block, keep in zip(blocks, keeps, strict=True)]


def height(blocks: Sequence[Block]) -> float:
    """Return the height of blocks below each other, with the space above each."""
    return sum(block.before + block.height for block in blocks)


def free(blocks: Sequence[Block]) -> float:
    """Return their height without the space above the first."""
    return height(blocks) - blocks[0].before if blocks else 0.0


def fits(length: float, room: float) -> bool:
    """Tell whether something has room, whatever the last digits of sums of lengths are."""
    return length <= room + ROUNDING
