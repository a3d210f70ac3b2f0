"""The sum itself, as large as the width allows, with what is said about it; small where the page goes on."""

from functools import partial
from typing import NamedTuple

from app.layout.blocks import Block
from app.layout.clear import below
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.reckoning import Ledger
from app.layout.setter import Setter
from app.layout.total_notes import again, equivalent, facts, headline_label, headline_period, in_words
from app.text.style import Align

STRIP = 2
"""Baseline steps from the top of a page that goes on to its first row."""


WORD_GAP = 5.0
"""Points between an amount in another currency and its rate."""


class _Told(NamedTuple):
    """What is said about the sum."""

    again: str
    facts: str
    words: str
    equivalent: str
    rate: str


def headline(ledger: Ledger) -> Block:
    """Return the sum with its label, what recurs besides, tax and hours; smaller the amount in words and the other currency."""
    scene = ledger.scene
    besides = again(scene, decimals=ledger.decimals)
    told = _Told(besides, facts(scene, ledger.section), in_words(scene, ledger.section), *equivalent(scene))
    shown = headline_period(scene)
    made_from = (shown.total, shown.period, told, ledger.ink, ledger.decimals, scene.proposal.currency)
    return scene.setter.remember(("headline", ledger.width), made_from, partial(_headline, ledger, told))


def _headline(ledger: Ledger, told: _Told) -> Block:
    scene, setter, step, width = ledger.scene, ledger.scene.setter, ledger.scene.grid.step, ledger.width
    flood = ledger.ink == "on-accent"
    # On a page in the accent, type of this colour would not be seen.
    color = ledger.ink if flood else _seen(setter, ledger.ink)
    label = setter.text("total-label", headline_label(scene), width, tag=Tag.H2, color=color)
    amount = ledger.money(headline_period(scene).total)
    block = setter.headline("total-value", amount, width, 1, origin="estimate", tag=Tag.P, color=color)
    value_y = label.height + (0 if flood else step)
    # The comma of a sum hangs below its row.
    y = value_y + block.height + below(setter, block, (2 if flood else 1) * step)
    notes: list[tuple[Block, float]] = []
    for group in _notes(ledger, told, color):
        for note in group:
            notes.append((note, y))
            y += note.height
        y += step
    small = told.words or told.equivalent
    height = y - (0 if small else step) if notes else y

    def draw(out: list[Item], x: float, top: float) -> None:
        label.draw(out, x, top)
        block.draw(out, x - (3 if flood else 0), top + value_y)
        for note, place in notes:
            note.draw(out, x, top + place)

    return Block(height, draw)


def _seen(setter: Setter, ink: str) -> str:
    """Return the colour of a sum on paper: the brand's own, unless that is meant for the accent, on which it does not stand."""
    return ink if "on-accent" in {setter.token(style).color for style in ("total-label", "total-value")} else ""


def _notes(ledger: Ledger, told: _Told, color: str) -> list[list[Block]]:
    """Return what is said about the sum: large what recurs and the facts, small the words and the other currency."""
    setter = ledger.scene.setter
    align = Align(setter.token("total-value").align)

    def note(style: str, text: str, origin: str) -> list[Block]:
        return [setter.text(style, text, ledger.width, origin=origin, color=color, align=align)] if text else []

    large = [*note("section-sum", told.again, "estimate"), *note("lead", told.facts, "estimate/vat")]
    small = [
        *note("cell", told.words, "estimate"),
        *_converted(ledger, told, color, align),
    ]
    return [group for group in (large, small) if group]


def _converted(ledger: Ledger, told: _Told, color: str, align: Align) -> list[Block]:
    """Return the amount in the other currency with its rate beside it, or below it where there is no room."""
    if not told.equivalent:
        return []
    setter, origin = ledger.scene.setter, "estimate/equivalent"
    styles = (("cell-strong", told.equivalent), ("share-note", told.rate))
    amount, rate = (setter.line(style, text, color=color) for style, text in styles)
    whole = amount.width + WORD_GAP + rate.width
    if whole > ledger.width:
        return [setter.text(style, text, ledger.width, origin=origin, color=color, align=align) for style, text in styles]
    start = (ledger.width - whole) / 2 if align is Align.CENTER else 0.0
    step = ledger.scene.grid.step

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(TextItem(x + start, y + step, amount, origin))
        out.append(TextItem(x + start + amount.width + WORD_GAP, y + step, rate, origin))

    return [Block(step, draw)]


def strip(ledger: Ledger) -> Block:
    """Return the sum in small, for the top of a page on which its rows go on."""
    scene, words = ledger.scene, ledger.scene.words
    name = f"{headline_label(scene)} — {words('continued')}"
    amount = ledger.money(headline_period(scene).total)
    return scene.setter.remember(("strip", ledger.width), (name, amount, ledger.ink), partial(_strip, ledger, name, amount))


def _strip(ledger: Ledger, name: str, amount: str) -> Block:
    setter, brand, step = ledger.scene.setter, ledger.scene.brand, ledger.scene.grid.step
    color = brand.color("on-accent" if ledger.ink == "on-accent" else "line")
    label = setter.line("item-title", name, color=ledger.ink)
    figures = setter.line("total-row-strong", amount, color=ledger.ink)

    def draw(out: list[Item], x: float, y: float) -> None:
        right = x + ledger.width
        out.append(RuleItem(x, y, right, y, brand.hairline * 2.5, color))
        out.append(TextItem(x, y + STRIP * step, label, "estimate", Tag.ARTIFACT))
        out.append(TextItem(right - figures.width, y + STRIP * step, figures, "estimate", Tag.ARTIFACT))

    return Block(STRIP * step, draw)
