"""Quotation marks: which of them open, which close, and which shape each takes."""

import re
from dataclasses import dataclass

from app.text.marked import Edit

_RUN = re.compile('["“”„‟«»]+')
_BEFORE_OPENING = frozenset(" \u00a0\u202f\n\t([{<—–-/=…\u200b")
_AFTER_CLOSING = frozenset(" \u00a0\u202f\n\t)]}>—–-/.,:;!?…%\u200b")


@dataclass(frozen=True, slots=True)
class Shapes:
    """The marks of a language: a pair for quotations, one for quotations inside them, and those whose shape is enough."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    openers: frozenset[str]
    closers: frozenset[str]


RUSSIAN = Shapes(("«", "»"), ("„", "“"), frozenset("„«‟"), frozenset("”»"))
ENGLISH = Shapes(("“", "”"), ("‘", "’"), frozenset("„«‟“"), frozenset("”»"))


def quote_edits(text: str, shapes: Shapes) -> list[Edit]:
    """Return the edits that give every paired mark the shape of its depth. What has no partner stays as it was typed."""
    edits: list[Edit] = []
    for opening, closing, depth in _pairs(text, shapes):
        pair = shapes.outer if depth == 0 else shapes.inner
        edits += [(place, place + 1, mark) for place, mark in zip((opening, closing), pair, strict=True) if text[place] != mark]
    return sorted(edits)


def _pairs(text: str, shapes: Shapes) -> list[tuple[int, int, int]]:
    """(place of the opening mark, place of the closing one, depth), found with a stack."""
    stack: list[int] = []
    couples: list[tuple[int, int]] = []
    for run in _RUN.finditer(text):
        around = _surroundings(text, run.start(), run.end())
        for place in range(run.start(), run.end()):
            mark = text[place]
            inner_end = mark == shapes.inner[1] and (len(stack) > 1 or bool(stack and text[stack[-1]] == shapes.inner[0]))
            opens = mark in shapes.openers or (mark not in shapes.closers and around[0])
            closes = inner_end or mark in shapes.closers or (mark not in shapes.openers and around[1])
            if closes and stack:
                couples.append((stack.pop(), place))
            elif opens:
                stack.append(place)
    couples.sort()
    found: list[tuple[int, int, int]] = []
    open_until: list[int] = []
    for opening, closing in couples:
        while open_until and open_until[-1] < opening:
            open_until.pop()
        found.append((opening, closing, len(open_until)))
        open_until.append(closing)
    return found


def _surroundings(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a run of marks stands where one opens, and where one closes."""
    starts = start == 0 or text[start - 1] in _BEFORE_OPENING
    ends = end == len(text) or text[end] in _AFTER_CLOSING
    return (False, False) if starts and ends else (starts, ends)
