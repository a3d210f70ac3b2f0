"""How far punctuation hangs into the margin, so that the edge of a column looks straight.

Shares of the width of the sign, after the defaults of the LaTeX package microtype (R. Schlicht, manual, "protrusion"),
rounded.
"""

from collections.abc import Sequence

from app.text.ink import Fragment

_LEFT = {"«": 0.4, "“": 0.6, "„": 0.6, "‘": 0.6, '"': 0.6, "'": 0.6, "(": 0.1, "—": 0.3, "–": 0.3, "-": 0.5, "•": 0.5}
_RIGHT = {
    ".": 0.7, ",": 0.6, ":": 0.5, ";": 0.4, "!": 0.2, "?": 0.2, "…": 0.3, "»": 0.4, "“": 0.6, "”": 0.6, "’": 0.6,
    '"': 0.6, "'": 0.6, ")": 0.1, "-": 0.5, "\u2010": 0.5, "\u2011": 0.5, "–": 0.3, "—": 0.3,
}  # fmt: skip


def hang_left(fragments: Sequence[Fragment]) -> float:
    """Points by which the first sign of a line may stand out to the left."""
    if not fragments:
        return 0.0
    ink, text, shaped = fragments[0]
    share = _LEFT.get(text[:1])
    return share * shaped.pieces[0].advances[0] * ink.size if share and shaped.pieces else 0.0


def hang_right(fragments: Sequence[Fragment], hyphen: bool = False) -> float:
    """Points by which the last sign of a line may stand out to the right; `hyphen` tells that it is one at a word's break."""
    if not fragments:
        return 0.0
    ink, text, shaped = fragments[-1]
    share = _RIGHT.get("-" if hyphen else text[-1:])
    return share * shaped.pieces[-1].advances[-1] * ink.size if share and shaped.pieces else 0.0
