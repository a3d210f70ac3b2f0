"""What the sign at the end of a line stands for when somebody copies the text or has it read aloud."""

from dataclasses import replace

from app.text.glyphs import GlyphRun, Line

SOFT_HYPHEN = "\u00ad"
TYPED_HYPHEN = "-\u200b"
"""A hyphen that was typed, and the place behind it where the line was broken."""


MOST_ENDED = 40_000
_ended: dict[int, tuple[Line, tuple[tuple[GlyphRun, ...], GlyphRun | None]]] = {}
"""By the identity of lines, so that the same line has the same runs each time."""


def line_end(line: Line) -> tuple[tuple[GlyphRun, ...], GlyphRun | None]:
    """Return the runs of a line, and by itself the hyphen of a word that goes on in the next line: it stands for no text.

    In the page that hyphen is a plain `-` all the same, because viewers look for just that at a line's end when they put
    words together for searching and copying; the structure tree says that it is a soft one. They would take a hyphen that
    was typed (Берестов-Нагорный) for one of these and drop it, so that a zero-width space follows it.
    """
    known = _ended.get(id(line))
    if known is not None and known[0] is line:
        return known[1]
    if len(_ended) >= MOST_ENDED:
        _ended.clear()
    ended = _end(line)
    _ended[id(line)] = (line, ended)
    return ended


def _end(line: Line) -> tuple[tuple[GlyphRun, ...], GlyphRun | None]:
    last = line.runs[-1] if line.runs else None
    if last is None or not last.glyphs:
        return line.runs, None
    *glyphs, sign = last.glyphs
    if sign.text == "-" and (glyphs or len(line.runs) > 1):
        return (*line.runs[:-1], replace(last, glyphs=(*glyphs, sign._replace(text=TYPED_HYPHEN)))), None
    if not line.joined or sign.text or sign.advance <= 0:
        return line.runs, None
    hyphen = replace(last, x=last.x + sign.x, glyphs=(sign._replace(x=0.0, text="-"),))
    return (*line.runs[:-1], *([replace(last, glyphs=tuple(glyphs))] if glyphs else [])), hyphen
