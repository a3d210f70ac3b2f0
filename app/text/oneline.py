"""Single lines: set without breaking, measured, or made to fit."""

from collections.abc import Sequence
from dataclasses import replace

from app.text.atoms import Atom, atomize
from app.text.balance import count_lines
from app.text.breaking import Manner, items
from app.text.clean import cleaned
from app.text.fonts import FontBook
from app.text.glyphs import Line
from app.text.ink import inks
from app.text.linewidths import LineWidths
from app.text.setting import Column, row, set_line
from app.text.straight import straight
from app.text.style import Align, CharStyle, Span
from app.text.typographer import typograph_spans

_RAGGED = Manner(Align.LEFT, hyphenate=False, balance=True, hang=False)


def line(spans: Sequence[Span], book: FontBook, language: str = "en", *, typograph: bool = False) -> Line:
    """Set spans as one unbroken line from x = 0; newlines become spaces. `typograph` runs the typographer first."""
    plain = _plain(spans, language, typograph)
    looks = inks(plain, book, language)
    found = straight(plain[0].text, looks[0]) if len(plain) == 1 else None
    if found is not None:
        return Line(0.0, found.run.width, (found.run,), found.run.text)
    atoms = atomize(plain, looks)[0]
    return set_line(row(atoms), Column(0.0, float("inf"), Align.LEFT, final=True)).line


def measure(text: str, style: CharStyle, book: FontBook, language: str = "en", *, typograph: bool = False) -> float:
    """Return the width of a text set as one line, in points."""
    return row(_atoms((Span(text, style),), book, language, typograph)).width


def missing(spans: Sequence[Span], book: FontBook, language: str = "en") -> str:
    """Return the characters of the spans that none of their faces has, each once, in the order of their code points."""
    plain = cleaned(tuple(spans))
    found = [
        shaped.missing
        for atoms in atomize(plain, inks(plain, book, language))
        for atom in atoms
        for _, _, shaped in atom.fragments
    ]
    return "".join(sorted(set("".join(found))))


def fit_size(
    text: str,
    style: CharStyle,
    width: float,
    lines: int,
    sizes: Sequence[float],
    book: FontBook,
    language: str = "en",
    *,
    typograph: bool = True,
) -> float:
    """Return the largest of `sizes` (points) at which the text fits `lines` lines of `width` points, no word broken.

    The smallest of them if it fits at none. Raises ValueError without sizes. A newline in the text starts a line.
    """
    unit = replace(style, size=1.0)
    spans = cleaned((Span(text, unit),))
    if typograph:
        spans = typograph_spans(spans, language)
    texts = [atoms for atoms in atomize(spans, inks(spans, book, language)) if atoms]
    boxes = [items(atoms, _RAGGED) for atoms in texts]
    for size in sorted(sizes, reverse=True):
        room = LineWidths((), width / size)
        counts = [count_lines(box, room) for box in boxes]
        if all(counts) and sum(count or 0 for count in counts) <= lines:
            return size
    return min(sizes)


def _atoms(spans: Sequence[Span], book: FontBook, language: str, typograph: bool) -> list[Atom]:
    plain = _plain(spans, language, typograph)
    return atomize(plain, inks(plain, book, language))[0]


def _plain(spans: Sequence[Span], language: str, typograph: bool) -> tuple[Span, ...]:
    plain = cleaned(tuple(spans))
    plain = tuple([replace(span, text=span.text.replace("\n", " ")) if "\n" in span.text else span for span in plain])
    return typograph_spans(plain, language) if typograph else plain
