"""Shapes numbers from what is known of their signs. Nearly every digit that is typed makes numbers that were never set before.

In most faces what a figure looks like depends on no other, and how wide it is on the next one at most. Whether that is so is
looked at, not assumed: else numbers are shaped as words are.
"""

from collections.abc import Callable
from functools import cache
from itertools import pairwise

SIGNS = frozenset("0123456789\u00a0,.−₽€$£")
"""What amounts are written with."""
ENOUGH = 40
"""A style in which so many numbers were asked for is looked into: that takes as long as shaping twice as many."""
_DIGITS = "0123456789"
_AMOUNTS = ("1\u00a0234\u00a0567,89\u00a0₽", "€1,234,567.89", "−9\u00a0876,50", "−$30.00", "£2,000", "100", "11\u00a0111", "7,25")

Glyphs = tuple[tuple[int, ...], tuple[float, ...]]
"""Glyphs, and their widths in ems."""
Shape = Callable[[str], Glyphs | None]
"""Shapes a text; nothing where its signs do not all stand for themselves on the baseline."""


class Figures:
    """The numbers of one style."""

    def __init__(self, shape: Shape) -> None:
        """Learn from what `shape` makes of certain texts, and shape as it would."""
        self._shape = shape
        self._asked = 0
        self._gids: dict[str, int] = {}
        self._last: dict[str, float] = {}
        self._before: dict[tuple[str, str], float] = {}

    def shaped(self, text: str) -> Glyphs | None:
        """Return the glyphs of a number; nothing for a text with other signs, and where numbers must be shaped as words are."""
        if not SIGNS.issuperset(text):
            return None
        self._asked += 1
        if self._asked == ENOUGH:
            self._learn()
        return self._known(text) if self._gids else None

    def _known(self, text: str) -> Glyphs | None:
        try:
            widths = [self._before[pair] for pair in pairwise(text)]
            return tuple([self._gids[sign] for sign in text]), (*widths, self._last[text[-1]])
        except KeyError:
            return None

    def _learn(self) -> None:
        """Look at every sign alone and before every other, then whether numbers can be told from that."""
        signs = "".join([sign for sign in sorted(SIGNS) if self._shape(sign)])
        while len(signs) > len(_DIGITS):
            odd = self._look(signs)
            if not odd:
                break
            signs = "".join([sign for sign in signs if sign not in odd])
        else:
            self._gids = {}
            return
        known = SIGNS.intersection(signs)
        samples = [signs, around(_DIGITS, 3), *(text for text in _AMOUNTS if known.issuperset(text))]
        if any(self._known(text) != self._shape(text) for text in samples):
            self._gids = {}

    def _look(self, signs: str) -> set[str]:
        """Note glyphs and widths of signs; return those that look different beside some other, all where nothing can be told."""
        text = around(signs, 2)
        alone, found = [self._shape(sign) for sign in signs], self._shape(text)
        if found is None or None in alone:
            return set(signs)
        gids, widths = found
        self._gids = {sign: one[0][0] for sign, one in zip(signs, alone, strict=True) if one}
        self._last = {sign: one[1][0] for sign, one in zip(signs, alone, strict=True) if one}
        self._before = dict(zip(pairwise(text), widths, strict=False))
        return {sign for sign, gid in zip(text, gids, strict=True) if self._gids[sign] != gid}


@cache
def around(signs: str, count: int) -> str:
    """Return a text in which every sequence of so many of the signs occurs: a de Bruijn sequence, made of Lyndon words."""
    made: list[str] = []
    word = [-1]
    while word:
        word[-1] += 1
        if count % len(word) == 0:
            made += [signs[place] for place in word]
        length = len(word)
        while len(word) < count:
            word.append(word[-length])
        while word and word[-1] == len(signs) - 1:
            word.pop()
    return "".join([*made, *made[: count - 1]])
