"""Turns words into glyphs with HarfBuzz; sizes, colours and lines come later.

A shaped word is measured in ems, so that one is enough for all sizes.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import uharfbuzz as hb

from app.problems import Severity, problem
from app.text.breakitems import Inner
from app.text.cache import Recent
from app.text.coverage import INVISIBLE, replacement, stretches
from app.text.face import Face
from app.text.figures import Figures
from app.text.fonts import FontBook
from app.text.style import Caps, CharStyle

SMALL_CAPS_SCALE = 0.78
"""Size of a capital that stands in for a small capital, in parts of the type size."""

_HYPHENATED = "\n"
_WORDS = 6000
_LONGEST_CACHED = 200
_FEATURE = re.compile(r"([+-]?)([A-Za-z0-9 ]{4})(?:=(\d{1,3}|on|off))?")
_LIGATURES = ("liga", "clig", "dlig", "hlig")


class Piece(NamedTuple):
    """Glyphs of one face, in parallel tuples. Lengths are in ems of the type size.

    `scale` shrinks the type size (capitals in place of small capitals). `texts` is what each glyph stands for, empty
    for all but the first of a cluster. `shifts` are (dx, dy), None when all are zero. `tails` are 1 where a cluster
    ends, else 0; None when every glyph is a cluster.
    """

    face: str
    scale: float
    gids: tuple[int, ...]
    advances: tuple[float, ...]
    texts: tuple[str, ...]
    shifts: tuple[tuple[float, float], ...] | None = None
    tails: tuple[int, ...] | None = None


class Shaped(NamedTuple):
    """A shaped piece of text: its width in ems, its number of clusters and the characters that no face has."""

    pieces: tuple[Piece, ...]
    width: float
    clusters: int
    missing: str = ""


class Shaper:
    """Shapes text in the faces, features and capitals of one style, whatever its size and colour."""

    def __init__(self, book: FontBook, style: CharStyle, language: str) -> None:
        names = style.faces or tuple(book.sources)[:1] or ("",)
        if not any(book.face(name).has(0x20) for name in names):
            names += tuple([name for name in book.sources if book.face(name).has(0x20)][:1])
        self.faces = tuple(book.face(name) for name in names)
        self.names = {id(face): name for face, name in zip(reversed(self.faces), reversed(names), strict=True)}
        self.language = language
        self.features = _features(style, book)
        # A hyphen of a word, or in the number of a document, is not as wide as a figure.
        self.worded = {**self.features, "tnum": False} if self.features.get("tnum") else self.features
        self.small = style.caps is Caps.SMALL
        self.breaks: Recent[tuple[object, ...], tuple[Inner, ...]] = Recent(_WORDS)
        self._words: Recent[str, Shaped] = Recent(_WORDS)
        self._real_small: dict[str, bool] = {}
        self._figures = Figures(self._figure)

    def shape(self, text: str, hyphen: bool = False) -> Shaped:
        """Shape a text without line breaks; `hyphen` adds a hyphen that stands for no text, as at a line end."""
        key = text + _HYPHENATED if hyphen else text
        found = self._words.get(key)
        if found is None:
            found = self._shape(text, hyphen)
            if len(text) <= _LONGEST_CACHED:
                self._words.put(key, found)
        return found

    def _shape(self, text: str, hyphen: bool) -> Shaped:
        first = self.faces[0]
        if not hyphen and not self.small and text and first.has_all(text) and INVISIBLE.isdisjoint(text):
            # Nearly every word is of one face, and each of its characters is seen.
            number = self._figures.shaped(text)
            if number is not None:
                gids, advances = number
                return Shaped((Piece(self.names[id(first)], 1.0, gids, advances, tuple(text)),), sum(advances), len(gids))
            piece = self._piece(first, text, text, 1.0)
            return Shaped((piece,), sum(piece.advances), sum(piece.tails) if piece.tails else len(piece.gids))
        shown = text if INVISIBLE.isdisjoint(text) else "".join(char for char in text if char not in INVISIBLE)
        sources = list(shown)
        if hyphen:
            shown += "-"
            sources.append("")
        scale = 1.0
        if self.small and not self._has_small_capitals(shown):
            scale = SMALL_CAPS_SCALE
            sources = [part for char, source in zip(shown, sources, strict=True) for part in _spread(source, len(char.upper()))]
            shown = shown.upper()
        pieces: list[Piece] = []
        missing: list[str] = []
        for face, start, end in stretches(shown, self.faces) if shown else ():
            if face is None:
                missing.append(sources[start])
                pieces.append(self._box(sources[start], scale))
            else:
                pieces.append(self._piece(face, shown[start:end], sources[start:end], scale))
        width = sum([sum(piece.advances) for piece in pieces])
        clusters = sum([sum(piece.tails) if piece.tails else len(piece.gids) for piece in pieces])
        return Shaped(tuple(pieces), width, clusters, "".join(missing))

    def _figure(self, text: str) -> tuple[tuple[int, ...], tuple[float, ...]] | None:
        """Shape signs of numbers; nothing where they do not all stand for themselves on the baseline."""
        if not self.faces[0].has_all(text):
            return None
        infos, positions = self._run(self.faces[0], text)
        alone = [info.cluster for info in infos] == list(range(len(text)))
        if not alone or any(one.x_offset or one.y_offset for one in positions):
            return None
        unit = 1.0 / self.faces[0].upem
        return tuple([info.codepoint for info in infos]), tuple([position.x_advance * unit for position in positions])

    def _box(self, source: str, scale: float) -> Piece:
        face, char = replacement(self.faces)
        return self._piece(face, char, [source], scale)

    def _piece(self, face: Face, text: str, sources: Sequence[str], scale: float) -> Piece:
        infos, positions = self._run(face, text)
        unit = scale / face.upem
        starts = [info.cluster for info in infos]
        plain = starts == list(range(len(text)))
        shifts = [position.x_offset or position.y_offset for position in positions]
        return Piece(
            self.names.get(id(face), face.name),
            scale,
            tuple([info.codepoint for info in infos]),
            tuple([position.x_advance * unit for position in positions]),
            tuple(sources) if plain else _dealt(starts, sources),
            tuple([(position.x_offset * unit, position.y_offset * unit) for position in positions]) if any(shifts) else None,
            None if plain else _tails(starts, len(text)),
        )

    def _run(self, face: Face, text: str) -> tuple[list[hb.GlyphInfo], list[hb.GlyphPosition]]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        if self.language:
            buffer.language = self.language
        hb.shape(face.font, buffer, self.worded if "-" in text and any(map(str.isalpha, text)) else self.features)
        return buffer.glyph_infos, buffer.glyph_positions

    def _has_small_capitals(self, text: str) -> bool:
        return all(self._letter_has_small_capital(char) for char in text if char.isalpha())

    def _letter_has_small_capital(self, char: str) -> bool:
        known = self._real_small.get(char)
        if known is None:
            face = next((face for face in self.faces if face.has(ord(char))), None)
            known = face is not None and self._run(face, char)[0][0].codepoint != face.font.get_nominal_glyph(ord(char))
            self._real_small[char] = known
        return known


def _dealt(starts: Sequence[int], sources: Sequence[str]) -> tuple[str, ...]:
    """Return what each glyph stands for: the first one of a cluster for all of it, the others for nothing."""
    texts: list[str] = []
    for glyph, (start, end) in enumerate(zip(starts, [*starts[1:], len(sources)], strict=True)):
        first = glyph == 0 or starts[glyph - 1] != start
        if first and end == start:
            end = next((later for later in starts[glyph + 1 :] if later > start), len(sources))  # noqa: PLW2901
        texts.append("".join(sources[start:end]) if first else "")
    return tuple(texts)


def _tails(starts: Sequence[int], length: int) -> tuple[int, ...] | None:
    """Return 1 for each glyph that ends a cluster, else 0; None where all do."""
    tails = tuple([int(start != end) for start, end in zip(starts, [*starts[1:], length], strict=True)])
    return None if all(tails) else tails


def shaper(book: FontBook, style: CharStyle, language: str) -> Shaper:
    """Return the book's shaper for the style; styles that differ in size, colour or rise share one."""
    key = (style.faces, style.features, style.caps is Caps.SMALL, style.tracking != 0, language)
    return book.shapers.get(key) or book.shapers.put(key, Shaper(book, style, language))


def _spread(source: str, count: int) -> list[str]:
    return [source] + [""] * (count - 1)


def _features(style: CharStyle, book: FontBook) -> dict[str, bool | int]:
    """Read the features in HarfBuzz notation. Tracking takes ligatures apart, as CSS does, unless they are asked for."""
    found: dict[str, bool | int] = {}
    if style.tracking:
        found.update(dict.fromkeys(_LIGATURES, False))
    if style.caps is Caps.SMALL:
        found.update({"smcp": True, "c2sc": True})
    for text in style.features:
        match = _FEATURE.fullmatch(text.strip())
        if match is None:
            bad = problem("font-feature-unreadable", "", Severity.WARNING, feature=text)
            if bad not in book.problems:
                book.problems.append(bad)
            continue
        sign, tag, value = match.groups()
        number = {"on": 1, "off": 0}.get(value, int(value) if value and value.isdigit() else 1) if value else 1
        found[tag] = 0 if sign == "-" else number
    return found
