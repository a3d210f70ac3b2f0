"""Sets the lines that line breaking chose: fragments, word spaces, alignment."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.text.atoms import Atom, fragments_width, slices
from app.text.breakitems import Break
from app.text.glyphs import Line
from app.text.ink import Fragment, Gap
from app.text.runs import RunBuilder
from app.text.style import Align

_WIDEST_SPACE = 0.7
"""A word space is never stretched beyond so many ems: a short line is the lesser evil."""
_NARROWEST_SPACE = 0.6
_WIDEST_TRACKING = 0.03
"""Ems that letters are spread by at most: less than an eye sees."""
_SLIP = 0.005


class Column(NamedTuple):
    """Where a line goes: indent and width in points, alignment, and whether it ends its paragraph or the writer broke it."""

    indent: float
    width: float
    align: Align
    final: bool = False
    hard_break: bool = False


@dataclass(slots=True)
class Row:
    """What stands on a line: the fragments of each atom, the gaps between them, and the natural width in points.

    `lead` and `trail` are what hangs out at its start and end. `joined` tells that the last
    atom goes on in the next line, with a hyphen or not; `continues` that the first one began in the line before.
    """

    parts: list[Sequence[Fragment]]
    gaps: list[Gap]
    width: float
    joined: bool = False
    hyphen: bool = False
    continues: bool = False
    lead: float = 0.0
    trail: float = 0.0


class SetLine(NamedTuple):
    """A line with the characters that no face has; `overfull` tells that it does not fit its column."""

    line: Line
    missing: str
    overfull: bool


def rows(atoms: Sequence[Atom], breaks: Sequence[Break]) -> list[Row]:
    """Cut the atoms into rows at the breaks."""
    found: list[Row] = []
    start, offset = 0, 0
    for brk in breaks:
        end = brk.inner.offset if brk.inner else -1
        found.append(row(atoms[start : brk.atom + 1], offset, end, bool(brk.inner and brk.inner.hyphen)))
        start, offset = (brk.atom, end) if brk.inner else (brk.atom + 1, 0)
    return found


def row(atoms: Sequence[Atom], offset: int = 0, end: int = -1, hyphen: bool = False) -> Row:
    """Make a row of atoms: the first from an offset in its text, the last up to one (-1: all of it)."""
    last = len(atoms) - 1
    parts: list[Sequence[Fragment]] = [atom.fragments for atom in atoms]
    width = sum([atom.width for atom in atoms])
    for place in {0, last} if last >= 0 else ():
        start, stop = offset if place == 0 else 0, end if place == last else -1
        if start or stop >= 0:
            parts[place] = slices(atoms[place], start, stop, hyphen and place == last)
            width += fragments_width(parts[place]) - atoms[place].width
    gaps = [atom.gap for atom in atoms[:-1] if atom.gap]
    trail = parts[-1][-1][0].tracking if parts and parts[-1] else 0.0
    return Row(parts, gaps, width + sum([gap.width for gap in gaps]) - trail, end >= 0, hyphen, offset > 0)


def set_line(source: Row, column: Column) -> SetLine:
    """Set a row in its column: justified lines get wider or narrower word spaces, others an offset."""
    room = column.width + source.lead + source.trail
    slack = room - source.width
    justified = column.align is Align.JUSTIFY and not column.final
    extra = _extra(source, slack, justified)
    builder = RunBuilder(_spread(source, slack, extra) if justified else 0.0)
    gaps = iter(source.gaps)
    for fragments in source.parts:
        for ink, _, shaped in fragments:
            builder.fragment(ink, shaped)
        gap = next(gaps, None)
        if gap is not None:
            builder.space(gap.ink, gap.text, gap.width * (1.0 + extra))
    runs = builder.finish()
    width = builder.x
    rest = room - width
    x = start(column, source.lead, rest)
    text = "".join([run.text for run in runs])
    line = Line(x, width, runs, text, source.joined, column.hard_break)
    return SetLine(line, builder.missing, rest < -_SLIP)


def _extra(source: Row, slack: float, justified: bool) -> float:
    """By what part of themselves the word spaces grow (or shrink, to take back a kern that breaking could not foresee)."""
    spaces = sum([gap.width for gap in source.gaps])
    if not spaces or (slack >= 0.0 and not justified):
        return 0.0
    widest = sum([_WIDEST_SPACE * gap.ink.size for gap in source.gaps])
    return max(min(slack / spaces, widest / spaces - 1.0), _NARROWEST_SPACE - 1.0)


def _spread(source: Row, slack: float, extra: float) -> float:
    """Points between letters of a line whose word spaces are as wide as they may get."""
    rest = slack - extra * sum([gap.width for gap in source.gaps])
    if rest <= _SLIP:
        return 0.0
    fragments = [fragment for part in source.parts for fragment in part]
    clusters = sum([shaped.clusters for _, _, shaped in fragments]) - 1
    return min(rest / clusters, _WIDEST_TRACKING * fragments[0][0].size) if clusters > 0 else 0.0


def start(column: Column, lead: float, rest: float) -> float:
    """Return where a line begins that leaves so much of its column free, and hangs out by `lead` at its start."""
    return column.indent - lead + _offset(column.align, rest)


def _offset(align: Align, rest: float) -> float:
    if align is Align.RIGHT:
        return rest
    return max(0.0, rest / 2) if align is Align.CENTER else 0.0
