"""Quotation marks: which of them open, which close, and which shape each takes."""

import re
from dataclasses import dataclass

from app.text.marked import Edit

_RUN = re.compile('["“”„‟«»]+')
_CLOSERS = frozenset("”»")
_OPENERS = frozenset("„«‟")
_BEFORE_OPENING = frozenset(" \u00a0\u202f\n\t([{<—–-/=…\u200b")
_AFTER_CLOSING = frozenset(" \u00a0\u202f\n\t)]}>—–-/.,:;!?…%\u200b")


@dataclass(frozen=True, slots=True)
class Shapes:
    """The marks of a language: a pair for quotations, and one for quotations inside them."""

    outer: tuple[str, str]
    inner: tuple[str, str]


RUSSIAN = Shapes(("«", "»"), ("„", "“"))
ENGLISH = Shapes(("“", "”"), ("‘", "’"))


def quote_edits(text: str, shapes: Shapes) -> list[Edit]:
    """Return the edits that give every paired mark the shape of its depth. What has no partner stays as it was typed."""
    edits: list[Edit] = []
    for opening, closing, depth in _pairs(text):
        pair = shapes.outer if depth == 0 else shapes.inner
        edits += [(place, place + 1, mark) for place, mark in zip((opening, closing), pair, strict=True) if text[place] != mark]
    return sorted(edits)


def _pairs(text: str) -> list[tuple[int, int, int]]:
    """(place of the opening mark, place of the closing one, depth), found with a stack."""
    stack: list[int] = []
    couples: list[tuple[int, int]] = []
    for run in _RUN.finditer(text):
        around = _surroundings(text, run.start(), run.end())
        for place in range(run.start(), run.end()):
            opens, closes = _role(text[place], *around)
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


def _role(mark: str, starts: bool, ends: bool) -> tuple[bool, bool]:
    """Tell whether a mark can open, and whether it can close: by its shape, else by what stands around its run."""
    if mark in _CLOSERS:
        return False, True
    if mark in _OPENERS:
        return True, False
    return starts, ends
