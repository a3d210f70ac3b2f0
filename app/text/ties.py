"""Little words that large type keeps with what follows: a line that ends with one reads as if it were broken off."""

from collections.abc import Sequence

from app.text.atoms import Atom
from app.text.glyphs import Line

LITTLE = {
    "en": frozenset(
        (
            "a",
            "an",
            "the",
            "of",
            "to",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "into",
            "and",
            "or",
            "nor",
            "but",
            "as",
            "if",
        )
    ),
}
"""By language. The Russian ones are tied by the typographer, in type of every size."""


def tied(atoms: Sequence[Atom], language: str) -> frozenset[int]:
    """Return the places of the atoms after which no line of large type ends, if that can be had for nothing."""
    little = _little(language)
    return frozenset(place for place, atom in enumerate(atoms) if atom.gap and atom.text.lower() in little)


def broken_off(lines: Sequence[Line], language: str) -> bool:
    """Tell whether any line but the last ends with a little word."""
    little = _little(language)
    return any(line.text.split()[-1:] and line.text.split()[-1].lower() in little for line in lines[:-1])


def _little(language: str) -> frozenset[str]:
    return LITTLE.get(language.replace("_", "-").split("-")[0].lower(), frozenset())
