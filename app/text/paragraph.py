"""Sets paragraphs: spans of text in, lines of positioned glyphs out. Lengths are points."""

from collections.abc import Callable, Sequence

from app.text.atoms import Atom, atomize
from app.text.breaking import Manner, break_atoms
from app.text.clean import cleaned
from app.text.ellipsis import shorten
from app.text.fonts import FontBook
from app.text.glyphs import Composed, Line
from app.text.hanging import hang_left, hang_right
from app.text.ink import inks
from app.text.linewidths import LineWidths
from app.text.oneline import fit_size, line, measure, missing
from app.text.setting import Column, Row, SetLine, rows, set_line, start
from app.text.straight import Straight, straight
from app.text.style import Align, ParagraphStyle, Span
from app.text.typographer import typograph_spans

__all__ = ["LineWidths", "compose", "fit_size", "line", "measure", "missing"]

_LARGEST_KEPT = 20_000
_NEVER = 1_000_000


def compose(
    spans: Sequence[Span],
    width: float,
    style: ParagraphStyle,
    book: FontBook,
    *,
    first_width: float | None = None,
    widths: Callable[[int], float] | None = None,
) -> Composed:
    """Break a paragraph into lines.

    `first_width` is the width of the first line if it differs; `widths` gives each line (from 0) its width, and is
    only cached if it is a LineWidths. A line's `x` counts from the left edge of its own column.
    """
    spans = tuple(spans)
    if widths is None:
        widths = LineWidths((width if first_width is None else first_width,), width)
    key = (spans, widths, style)
    keep = isinstance(widths, LineWidths) and sum([len(span.text) for span in spans]) <= _LARGEST_KEPT
    found = book.paragraphs.get(key) if keep else None
    if found is None:
        found = _compose(spans, widths, style, book)
        if keep:
            book.paragraphs.put(key, found)
    return found


def _compose(spans: tuple[Span, ...], widths: Callable[[int], float], style: ParagraphStyle, book: FontBook) -> Composed:
    spans = cleaned(spans)
    if style.typograph:
        spans = typograph_spans(spans, style.language)
    looks = inks(spans, book, style.language)
    setter = _Setter(widths, style)
    if len(spans) == 1 and "\n" not in spans[0].text:
        whole = straight(spans[0].text, looks[0], setter.room(0))
        if whole is not None:
            return setter.only(whole)
    texts = atomize(spans, looks)
    while texts and not texts[-1]:
        texts.pop()
    for place, atoms in enumerate(texts):
        setter.add(atoms, last=place == len(texts) - 1)
        if setter.truncated:
            break
    return setter.composed()


class _Setter:
    """Sets one text line of the writer after the other, until there are as many lines as there may be."""

    def __init__(self, widths: Callable[[int], float], style: ParagraphStyle) -> None:
        self.widths = widths
        self.style = style
        self.set: list[SetLine] = []
        self.truncated = False
        self.align = Align.LEFT if style.balance and style.align is Align.JUSTIFY else style.align
        hang = style.hang and style.align is not Align.CENTER
        self.manner = Manner(
            style.align, style.hyphenate, style.balance, hang, style.language if style.tie else "", style.tie_lines
        )

    def add(self, atoms: list[Atom], *, last: bool) -> None:
        """Set the atoms of a text line; `last` tells that none follows."""
        base = len(self.set)
        settled = max(1, len(self.widths.first) if isinstance(self.widths, LineWidths) else _NEVER) - base
        breaks = break_atoms(atoms, lambda line: self.room(base + line), max(0, settled), self.manner)
        found = rows(atoms, breaks) or [Row([], [], 0.0)]
        most = self.style.max_lines - base
        if self.style.max_lines and (len(found) > most or (len(found) == most and not last)):
            self.truncated = True
            start = breaks[most - 2] if most > 1 else None
            found[most - 1 :] = [shorten(atoms, start, self.room(base + most - 1))]
        for place, source in enumerate(found):
            self._set(source, final=place == len(found) - 1, hard_break=not last and not self.truncated)

    def room(self, line: int) -> float:
        """Width of a line without its indents; never less than a point, so that something fits."""
        return max(1.0, self.widths(line) - self.indent(line))

    def indent(self, line: int) -> float:
        """Indent of a line in points."""
        return self.style.indent + (self.style.first_indent if line == 0 else 0.0)

    def _set(self, source: Row, *, final: bool, hard_break: bool) -> None:
        if self.manner.hang and source.parts:
            source.lead = hang_left(source.parts[0]) if not source.continues else 0.0
            source.trail = hang_right(source.parts[-1], source.hyphen)
        line = len(self.set)
        column = Column(self.indent(line), self.room(line), self.align, final, final and hard_break)
        self.set.append(set_line(source, column))

    def only(self, whole: Straight) -> Composed:
        """Return the line that is all of the text."""
        lead = hang_left((whole.first,)) if self.manner.hang else 0.0
        trail = hang_right((whole.last,)) if self.manner.hang else 0.0
        column = Column(self.indent(0), self.room(0), self.align, final=True)
        width = whole.run.width
        x = start(column, lead, column.width + lead + trail - width)
        return Composed((Line(x, width, (whole.run,), whole.run.text),), self.style.leading, width)

    def composed(self) -> Composed:
        """Return what was set."""
        return Composed(
            lines=tuple([found.line for found in self.set]),
            leading=self.style.leading,
            width=max([found.line.width for found in self.set], default=0.0),
            missing="".join(sorted(set("".join([found.missing for found in self.set])))),
            overfull=any(found.overfull for found in self.set),
            truncated=self.truncated,
        )
