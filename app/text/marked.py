"""A text that is edited in places while two things are kept track of: what must not be touched, and where its spans end."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

Edit: TypeAlias = tuple[int, int, str]
"""(start, end, what stands there afterwards)."""

Rule: TypeAlias = tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]]
"""Signs of which the text must have one, or it need not be looked through (none: always); what is replaced (nothing else may be
part of the match), and by what.
"""

DIGIT = "0"
"""Among the signs of a rule it stands for any digit."""

_DIGIT = re.compile(r"\d")

COVER = "\ue000"
"""Stands in the mask for every character that is left as it is."""

_NUMBERS = r"""
    \+(?<![\w+].)\d{1,3}[ \u00a0(-]*\d{3,4}[ \u00a0)-]*\d{2,3}(?:[ \u00a0-]?\d{2}){2}(?!\d)    # telephone numbers
    | 8(?<![\w+].)[ \u00a0(-]*\d{3,4}[ \u00a0)-]*\d{2,3}(?:[ \u00a0-]?\d{2}){2}(?!\d)
    | \+(?<![\w+].)\d[\d \u00a0()-]{6,18}\d(?!\d)
    | \d(?<![\w-].)\d*(?:-\d+){2,}(?![\w-])               # dates, local numbers, articles
    """
_PROTECTED_NUMBERS = re.compile(_NUMBERS, re.VERBOSE)
_PROTECTED = re.compile(
    r"""
    `[^`\n]*`                                             # code
    | \b[a-z][a-z0-9+.-]{1,12}://[^\s«»„“”"]+             # links
    | \bwww\.[^\s«»„“”"]+
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}     # e-mail addresses
    | (?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,5}(?:[a-z]{2,24}|рф)/[^\s«»„“”"]*  # addresses without a scheme
    | """
    + _NUMBERS,
    re.VERBOSE | re.IGNORECASE,
)

_SUSPECT = re.compile(r"[`/@\d]|www\.", re.IGNORECASE)
"""Nothing is protected without one of these."""
_ADDRESS = re.compile(r"[`/@]|www\.", re.IGNORECASE)
"""Nothing but numbers is protected without one of these."""


@dataclass(slots=True)
class Marked:
    """`mask` is the text with protected characters covered, `cuts` the places where spans begin."""

    text: str
    mask: str
    cuts: list[int]

    def signs(self) -> frozenset[str]:
        """Return the characters that rules may look at; any digit counts as `DIGIT`."""
        found = set(self.mask)
        if _DIGIT.search(self.mask):
            found.add(DIGIT)
        return frozenset(found)

    def apply(self, rule: Rule) -> None:
        """Replace every match of the rule."""
        _, pattern, new = rule
        if callable(new):
            self.edit([(match.start(), match.end(), new(match)) for match in pattern.finditer(self.mask)])
        else:
            self.edit([(match.start(), match.end(), new) for match in pattern.finditer(self.mask)])

    def edit(self, edits: Iterable[Edit]) -> None:
        """Make the edits, which are in order and do not overlap; those that touch what is protected are left out."""
        wanted = [edit for edit in edits if COVER not in self.mask[edit[0] : edit[1]]]
        if not wanted:
            return
        same = self.mask is self.text
        self.text, cuts = _edited(self.text, wanted, self.cuts)
        self.mask = self.text if same else _edited(self.mask, wanted, [])[0]
        self.cuts = cuts


def marked(parts: Iterable[str]) -> Marked:
    """Join the texts of spans, and cover what must not be touched."""
    texts = list(parts)
    cuts: list[int] = []
    length = 0
    for text in texts:
        cuts.append(length)
        length += len(text)
    whole = "".join(texts)
    if not _SUSPECT.search(whole):
        return Marked(whole, whole, cuts)
    protected = _PROTECTED if _ADDRESS.search(whole) else _PROTECTED_NUMBERS
    mask = protected.sub(lambda match: COVER * len(match.group()), whole)
    return Marked(whole, whole if mask == whole else mask, cuts)


def _edited(text: str, edits: list[Edit], cuts: list[int]) -> tuple[str, list[int]]:
    pieces: list[str] = []
    moved: list[int] = []
    place = made = 0
    waiting = iter(cuts)
    cut = next(waiting, None)
    for start, end, new in [*edits, (len(text), len(text), "")]:
        kept = text[place:start]
        while cut is not None and (cut < end or cut <= start):
            inside = made + (cut - place if cut <= start else len(kept) + min(cut - start, len(new)))
            moved.append(inside)
            cut = next(waiting, None)
        pieces += (kept, new)
        made += len(kept) + len(new)
        place = end
    return "".join(pieces), moved
