"""From a point in a printed line to a place in the text that was typed.

What is printed is not what was typed: spaces, quotation marks and dashes are the typographer's, marks of the notation are gone,
capitals may be the brandbook's. Letters and figures are the same, in the same order: places are found by them.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.layout.page import Page, TextItem
from app.model.notation import parse

_LINK = re.compile(r"\]\((?:https?://|mailto:|tel:)[^\s()]+\)")
_MARKER = re.compile(r"^[ \t]*(?:#{1,3}[ \t\xa0]+|[-*•][ \t\xa0]+|\d{1,3}[.)][ \t\xa0]+|>[ \t\xa0]?)", re.MULTILINE)
_AROUND = (48, 24, 12, 6, 3)
"""So many letters at either side are looked for where the whole is not found: the first that are, tell the place."""


@dataclass(frozen=True)
class Spot:
    """A place in a printed text: the letters of the text before and behind it, and whether a word ends there.

    `paragraph` is its number in a rich text, -1 elsewhere.
    """

    before: str
    behind: str
    ends: bool
    paragraph: int = -1

    def of_one(self) -> "Spot":
        """Return the same place where the paragraph is all that is typed."""
        return replace(self, paragraph=min(self.paragraph, 0))


def letters(text: str) -> tuple[str, list[int]]:
    """Return the letters and figures of a text in one form, and where each stands."""
    kept: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        plain = unicodedata.normalize("NFKD", sign)[0].casefold()[:1]
        if plain.isalnum():
            kept.append(plain)
            places.append(place)
    return "".join(kept), places


def spot(page: Page, item: TextItem, x: float) -> Spot:
    """Return the place in what is printed with the same origin on a page, `x` points from where the line's column begins."""
    lines = [
        other.line
        for other in page.items
        if isinstance(other, TextItem) and (other.origin, other.group) == (item.origin, item.group)
    ]
    index = next((i for i, line in enumerate(lines) if line is item.line), 0)
    left, right = split_at(item, x)
    before = "".join(letters(line.text)[0] for line in lines[:index]) + letters(left)[0]
    behind = letters(right)[0] + "".join(letters(line.text)[0] for line in lines[index + 1 :])
    steps = item.origin.split("/")
    paragraph = int(steps[-1]) if len(steps) > 2 and steps[-2] == "paragraphs" else -1
    return Spot(before, behind, bool(left) and left[-1].isalnum(), paragraph)


def split_at(item: TextItem, x: float) -> tuple[str, str]:
    """Return what of a line is printed before a place and behind it; between two letters the nearer gap counts."""
    left: list[str] = []
    right: list[str] = []
    for run in item.line.runs:
        start = item.line.x + run.x
        if not run.glyphs:
            cut = round(len(run.text) * min(max((x - start) / run.width, 0.0), 1.0)) if run.width else 0
            left.append(run.text[:cut])
            right.append(run.text[cut:])
            continue
        for glyph in run.glyphs:
            middle = start + glyph.x + glyph.advance / 2
            (left if middle <= x else right).append(glyph.text)
    return "".join(left), "".join(right)


def caret(typed: str, found: Spot) -> int:
    """Return where in a typed text a printed place is; the end of the text where nothing tells."""
    kept, places = _searched(typed, found.paragraph)
    at = _place(kept, found)
    if at is None:
        return len(typed)
    if at == len(places) or (found.ends and at > 0):
        return places[at - 1] + 1
    return places[at]


def _searched(typed: str, paragraph: int) -> tuple[str, list[int]]:
    """Return the letters in which a place is looked for: all, or those of a paragraph of the notation."""
    if paragraph < 0:
        return letters(typed)
    kept, places = letters(unmarked(typed))
    counts = [len(letters(one.text)[0]) for one in parse(typed).paragraphs]
    first = sum(counts[:paragraph])
    last = first + counts[paragraph] if paragraph < len(counts) else len(kept)
    return kept[first:last], places[first:last]


def unmarked(notation: str) -> str:
    """Return the notation with everything blank that is not printed, as long as before."""
    blank = _LINK.sub(lambda match: "]" + " " * (len(match[0]) - 1), notation)
    return _MARKER.sub(lambda match: " " * len(match[0]), blank)


def _place(kept: str, found: Spot) -> int | None:
    """Return how many letters stand before a printed place."""
    if not kept:
        return None
    whole = found.before + found.behind
    if whole and (at := kept.find(whole)) >= 0:
        return at + len(found.before)
    if (at := whole.find(kept)) >= 0:
        return min(max(len(found.before) - at, 0), len(kept))
    for around in _AROUND:
        before, behind = found.before[-around:], found.behind[:around]
        places = _all(kept, before + behind)
        if before + behind and places:
            wanted = len(found.before) / max(1, len(whole)) * len(kept)
            return min(places, key=lambda one: abs(one + len(before) - wanted)) + len(before)
    return None


def _all(text: str, part: str) -> Sequence[int]:
    found: list[int] = []
    at = text.find(part)
    while at >= 0 and part:
        found.append(at)
        at = text.find(part, at + 1)
    return found
