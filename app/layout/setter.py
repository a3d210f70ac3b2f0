"""Sets text in the styles of a brand: the one place where style tokens meet the text engine."""

import math
import re
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any, TypeVar

from app.brand.tokens import Brand, StyleToken
from app.layout.blocks import Block, TextBlock, space, text_lines
from app.layout.memory import Memory
from app.layout.page import Tag
from app.model.richtext import Paragraph, ParagraphKind, RichText, Run
from app.text.clearance import least_leading
from app.text.fonts import FontBook
from app.text.glyphs import Composed, Line
from app.text.linewidths import LineWidths
from app.text.paragraph import compose, line, measure
from app.text.style import Align, Caps, CharStyle, ParagraphStyle, Span
from app.text.typographer import typograph

T = TypeVar("T")

DISPLAY = 14.0
"""Type of so many points is large: its little words are kept with what follows."""
LIST_INDENT_EM = 1.5
JUSTIFIED = 20.0
"""Justified lines are so many ems long at least, or their spaces would gape; shorter ones end as they may."""
TIED = re.compile(r"[ \t\n\r]+")
"""White space at which a line may end, unlike no-break spaces."""
SPACES, HALVES = re.compile(r"\s+"), re.compile(r"\s+|(?<=[^\W\d_]{2}-)(?=[^\W\d_]{3})")
"""White space of any kind; and the parts of double names as well."""
HANGING_CAPITALS = frozenset("QJДЦЩ")
"""Letters that reach below the baseline; as a drop cap they would stand on the next line."""


class LineCache:
    """Lines that were set before, by style, text, colour and size: folios, headings and numbers come again and again. And the
    styles of texts.
    """

    MOST = 20_000

    def __init__(self) -> None:
        """Begin empty."""
        self.lines: dict[tuple[str, str, str, float], Line] = {}
        self.chars: dict[tuple[str, bool, bool, bool, str, float], CharStyle] = {}
        self.paragraphs: dict[tuple[object, ...], ParagraphStyle] = {}

    def get(self, key: tuple[str, str, str, float], make: Callable[[], Line]) -> Line:
        """Return a line, made only if it is not known."""
        found = self.lines.get(key)
        if found is None:
            if len(self.lines) >= self.MOST:
                self.lines.clear()
            found = self.lines[key] = make()
        return found


class Setter:
    """Turns words into blocks. One setter serves one brand and one language."""

    def __init__(
        self, brand: Brand, book: FontBook, language: str, lines: LineCache | None = None, memory: Memory | None = None
    ) -> None:
        """Set with the faces of `book`, hyphenating and spacing for `language`; share `lines` among setters of one brand, and
        `memory` with the earlier setters of the same section.
        """
        self.lines = lines or LineCache()
        self.memory = memory if memory is not None else Memory()
        self.brand = brand
        self.book = book
        self.language = language
        self.step = brand.grid.baseline
        self.missing: dict[str, str] = {}

    def remember(self, name: Hashable, made_from: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return what an earlier layout made under this name from the same, else make it. `made_from` must hold everything that
        `make` depends on besides brand and language.
        """
        found: tuple[T, dict[str, str]] = self.memory.get(name, made_from, self._making, make)
        value, missing = found
        if missing:
            for origin, characters in missing.items():
                self._miss(origin, characters)
        return value

    def latest(self, name: Hashable) -> Any:
        """Return what the last layout remembered under this name, None where it did not."""
        found: tuple[Any, dict[str, str]] | None = self.memory.latest(name)
        return found[0] if found else None

    def _making(self, make: Callable[[], T]) -> tuple[T, dict[str, str]]:
        """Make a value and tell which characters of it no face had."""
        outer, self.missing = self.missing, {}
        try:
            return make(), self.missing
        finally:
            self.missing = outer

    def token(self, style: str) -> StyleToken:
        """Return a style of the brand; every style that masters use exists (see `app.brand.styles.REQUIRED`)."""
        return self.brand.styles[style]

    def char(self, style: str, run: Run | None = None, *, color: str = "", size: float = 0.0) -> CharStyle:
        """Return the character style of a run in a style. `color` is a role of the palette."""
        strong, emphasis, linked = (run.strong, run.emphasis, bool(run.link)) if run else (False, False, False)
        key = (style, strong, emphasis, linked, color, size)
        found = self.lines.chars.get(key)
        if found is None:
            if len(self.lines.chars) >= LineCache.MOST:
                self.lines.chars.clear()
            found = self.lines.chars[key] = self._char(style, strong, emphasis, linked, color, size)
        return found

    def _char(self, style: str, strong: bool, emphasis: bool, linked: bool, color: str, size: float) -> CharStyle:
        token = self.token(style)
        face = token.face
        if strong or emphasis:
            face = (token.strong_italic if strong and emphasis else token.strong if strong else token.italic) or token.face
        return CharStyle(
            faces=(face, *token.fallback, *(["text"] if face != "text" and "text" in self.brand.faces else [])),
            size=size or token.size,
            color=self.brand.color(color or token.color),
            features=token.features,
            tracking=token.tracking,
            caps=Caps(token.caps),
            underline=linked,
        )

    def paragraph(self, style: str, *, size: float = 0.0, **changes: Any) -> ParagraphStyle:
        """Return the paragraph style of a style; `changes` replace its fields."""
        key = (style, size, *changes.items())
        found = self.lines.paragraphs.get(key)
        if found is None:
            if len(self.lines.paragraphs) >= LineCache.MOST:
                self.lines.paragraphs.clear()
            found = self.lines.paragraphs[key] = self._paragraph_style(style, size, changes)
        return found

    def _paragraph_style(self, style: str, size: float, changes: dict[str, Any]) -> ParagraphStyle:
        token = self.token(style)
        base = ParagraphStyle(
            leading=self.leading(token, size or token.size),
            language=self.language,
            align=Align(token.align),
            hyphenate=token.hyphenate,
            balance=token.balance,
            hang=token.hang,
            typograph=token.typograph,
            tie=(size or token.size) >= DISPLAY,
        )
        return replace(base, **changes)

    def leading(self, token: StyleToken, size: float) -> float:
        """Return the leading at a size in points: whole baseline steps for text, half steps for shrunk headlines."""
        if size >= token.size - 1e-6:
            return token.leading * self.step
        return math.ceil(token.leading * size / token.size * 2 - 0.2) / 2 * self.step

    def text(
        self,
        style: str,
        text: str,
        width: float,
        *,
        origin: str = "",
        tag: Tag = Tag.P,
        group: str = "",
        color: str = "",
        size: float = 0.0,
        before: float = 0.0,
        keep: bool = False,
        **changes: Any,
    ) -> TextBlock:
        """Set plain text in a column. `before` is in points; `changes` replace fields of the paragraph style."""
        spans = (Span(text, self.char(style, color=color, size=size)),)
        return self._block(spans, width, self.paragraph(style, size=size, **changes), origin, tag, group, before, keep)

    def runs(
        self, style: str, runs: tuple[Run, ...], width: float, *, origin: str = "", tag: Tag = Tag.P, before: float = 0.0,
        keep: bool = False, color: str = "", marker: Line | None = None, **changes: Any,
    ) -> TextBlock:  # fmt: skip
        """Set runs of rich text in a column."""
        spans = tuple(Span(run.text, self.char(style, run, color=color), run.link) for run in runs)
        block = self._block(spans, width, self.paragraph(style, **changes), origin, tag, origin, before, keep)
        return self._marked(block, marker) if marker else block

    def headline(
        self, style: str, text: str, width: float, lines: int, *, origin: str = "", tag: Tag = Tag.H1, color: str = "",
        align: str = "", keep: bool = True,
    ) -> TextBlock:  # fmt: skip
        """Set a headline as large as its style allows in so many lines, never breaking a word; at the smallest size it may
        take more lines.
        """
        token = self.token(style)
        changes: dict[str, Any] = {"hyphenate": False, **({"align": Align(align)} if align else {})}
        sizes = (token.size, *token.sizes)
        whole = next(filter(None, (self._unbroken(style, text, width, sizes, way) for way in (TIED, SPACES, HALVES))), [])
        if not whole:
            changes["hyphenate"] = True
        for size in (*whole, sizes[-1]):
            last = size == sizes[-1]

            def make(**more: Any) -> TextBlock:
                return self.text(
                    style, text, width, origin=origin, tag=tag, group=origin, color=color, size=size, keep=keep,  # noqa: B023
                    **changes, **more,
                )  # fmt: skip

            block = make()
            if last or len(block.lines) <= lines:
                return self.apart(block, make)
        raise AssertionError("a style has at least one size")

    def apart(self, block: TextBlock, make: Callable[..., TextBlock]) -> TextBlock:
        """Return a block of large type whose lines do not touch: the one given, or what `make` sets with more leading, in half
        baseline steps.
        """
        if len(block.lines) < 2:
            return block
        half = self.step / 2
        least = math.ceil(least_leading(block.lines, self.book) / half - 1e-6) * half
        return make(leading=least) if least > block.leading else block

    def _unbroken(self, style: str, text: str, width: float, sizes: tuple[float, ...], between: re.Pattern[str]) -> list[float]:
        """Return the sizes at which every piece of a text (see `widest`) has room in the width."""
        widest = self.widest(style, text, between) / self.token(style).size
        return [size for size in sizes if widest * size <= width]

    def line(self, style: str, text: str, *, color: str = "", size: float = 0.0) -> Line:
        """Set one line that is never broken, starting at x 0."""

        def make() -> Line:
            return line((Span(text, self.char(style, color=color, size=size)),), self.book, self.language)

        return self.lines.get((style, text, color, size), make)

    def rich(
        self, style: str, text: RichText, width: float, origin: str = "", *, heading: str = "heading", color: str = "",
        leading: float = 0.0,
    ) -> list[Block]:  # fmt: skip
        """Set rich text as a list of blocks; `leading` in points replaces that of the style. In a leading that is no whole number
        of baseline steps all gaps are alike, and only the first line is sure to stand on the grid.
        """
        blocks: list[Block] = []
        previous: Paragraph | None = None
        for i, paragraph in enumerate(text.paragraphs):
            where = f"{origin}/paragraphs/{i}"
            blocks.extend(self._paragraph(style, paragraph, previous, width, where, heading, color, leading))
            previous = paragraph
        steps = (leading or self.leading(self.token(style), self.token(style).size)) / self.step
        return blocks if abs(steps - round(steps)) < 1e-4 else [unpadded(block) for block in blocks]

    def least(self, style: str, text: RichText, width: float) -> float:
        """Return a height that rich text takes at least in a column, by the length of its words alone: that is soon known.

        Headings have styles of their own and are not counted.
        """
        token = self.token(style)
        room = width + token.size  # a space at a line's end and hanging punctuation need none
        paragraphs = [paragraph for paragraph in text.paragraphs if paragraph.kind is not ParagraphKind.HEADING]
        lengths = [measure(paragraph.text, self.char(style), self.book, self.language) for paragraph in paragraphs]
        return sum(max(math.ceil(length / room), 1) for length in lengths) * self.leading(token, token.size)

    def drop_cap(self, style: str, paragraph: Paragraph, width: float, origin: str, rows: int = 3) -> TextBlock | None:
        """Set a paragraph whose first letter is as tall as so many lines, or return None where it begins with no letter or is
        too short for it. The letter's foot stands on the last of those lines and its top is level with the first one's capitals.
        """
        first = paragraph.runs[0] if paragraph.runs else Run("")
        if not first.text[:1].isalpha() or first.text[:1] in HANGING_CAPITALS or len(paragraph.text) < 45 * rows:
            return None
        token, cap = self.token(style), self.token("drop-cap")
        leading = self.leading(token, token.size)
        body_face, face = self.book.face(token.face), self.book.face(cap.face)
        height = (rows - 1) * leading + token.size * body_face.cap_height / body_face.upem
        letter = replace(self.line("drop-cap", first.text[0], size=height * face.upem / face.cap_height), joined=True)
        indent = letter.width + token.size * 0.45
        runs = (replace(first, text=first.text[1:]), *paragraph.runs[1:])
        spans = tuple(Span(run.text, self.char(style, run), run.link) for run in runs)
        widths = LineWidths((width - indent,) * rows, width)
        text = compose(spans, width, self.paragraph(style, align=self._aligned(token, width)), self.book, widths=widths)
        self._note(text, origin)
        lines = tuple(replace(line, x=line.x + indent) if i < rows else line for i, line in enumerate(text.lines))
        return text_lines(lines, leading, origin, Tag.P, origin, marker=letter, marker_row=rows - 1)

    def _paragraph(
        self, style: str, paragraph: Paragraph, previous: Paragraph | None, width: float, origin: str, heading: str, color: str,
        leading: float,
    ) -> list[Block]:  # fmt: skip
        token = self.token(style)
        leading = leading or self.leading(token, token.size)
        gap = 0.0 if previous is None or token.indent else leading
        aligned = self._aligned(token, width)
        match paragraph.kind:
            case ParagraphKind.HEADING:
                # A heading is no nearer to what it ends than paragraphs are to each other.
                above = max(self.token(heading).before * self.step, gap) if previous else 0.0
                # Over text that is not centred no heading is.
                align = Align(self.token(heading).align)
                align = Align.LEFT if align is Align.CENTER and Align(token.align) is not Align.CENTER else align
                return [
                    self.runs(heading, paragraph.runs, width, origin=origin, tag=Tag.H3, before=above, keep=True, align=align)
                ]
            case ParagraphKind.BULLET | ParagraphKind.NUMBER:
                return [self._list_item(style, paragraph, previous, width, origin, color, leading)]
            case ParagraphKind.QUOTE:
                runs = tuple(replace(run, emphasis=True) for run in paragraph.runs)
                indent = token.size * LIST_INDENT_EM
                return [
                    self.runs(
                        style, runs, width, origin=origin, tag=Tag.QUOTE, before=gap or self.step, indent=indent, color=color,
                        leading=leading, align=aligned,
                    )
                ]  # fmt: skip
            case _:
                first = token.indent if previous is not None and previous.kind is ParagraphKind.BODY else 0.0
                above = gap if previous is None or previous.kind is not ParagraphKind.HEADING else 0.0
                if previous is not None and previous.kind in (ParagraphKind.BULLET, ParagraphKind.NUMBER, ParagraphKind.QUOTE):
                    above = max(above, self.step)
                return [
                    self.runs(
                        style, paragraph.runs, width, origin=origin, before=above, first_indent=first, color=color,
                        leading=leading, align=aligned,
                    )
                ]  # fmt: skip

    def _aligned(self, token: StyleToken, width: float) -> Align:
        """Return how a text is aligned in a column."""
        align = Align(token.align)
        return Align.LEFT if align is Align.JUSTIFY and width < JUSTIFIED * token.size else align

    def _list_item(
        self, style: str, paragraph: Paragraph, previous: Paragraph | None, width: float, origin: str, color: str, leading: float
    ) -> TextBlock:
        token = self.token(style)
        numbered = paragraph.kind is ParagraphKind.NUMBER
        mark = f"{paragraph.number}." if numbered else "—"
        indent = token.size * (LIST_INDENT_EM + (0.4 if paragraph.number > 9 else 0.0))
        first = previous is not None and previous.kind is not paragraph.kind and previous.kind is not ParagraphKind.HEADING
        marker = line((Span(mark, self.char(style, Run(mark, strong=numbered), color=color)),), self.book, self.language)
        align = Align.LEFT
        return self.runs(
            style, paragraph.runs, width, origin=origin, tag=Tag.LI, before=self.step if first else 0.0, indent=indent,
            align=align, marker=marker, color=color, leading=leading,
        )  # fmt: skip

    def _block(
        self,
        spans: tuple[Span, ...],
        width: float,
        style: ParagraphStyle,
        origin: str,
        tag: Tag,
        group: str,
        before: float,
        keep: bool,
    ) -> TextBlock:
        text = compose(spans, width, style, self.book)
        self._note(text, origin)
        height = text.leading * len(text.lines)
        pad = math.ceil(height / self.step - 1e-4) * self.step - height
        pad = pad if pad > 1e-4 else 0.0
        return text_lines(text.lines, text.leading, origin, tag, group or origin, pad=pad, before=before, keep=keep)

    def _note(self, text: Composed, origin: str) -> None:
        if text.missing:
            self._miss(origin, text.missing)

    def _miss(self, origin: str, characters: str) -> None:
        self.missing[origin] = "".join(sorted(set(self.missing.get(origin, "") + characters)))

    def _marked(self, block: TextBlock, marker: Line) -> TextBlock:
        marked = text_lines(block.lines, block.leading, block.origin, block.tag, block.group, marker=marker)
        return replace(marked, before=block.before, keep=block.keep)

    def widest(self, style: str, text: str, between: re.Pattern[str] = TIED) -> float:
        """Return the width of the longest piece of a text that is not to be broken, at the style's own size: a word, or a word
        and what the typographer ties to it, such as its preposition; or what other signs stand `between`.
        """
        char = self.char(style)
        pieces = between.split(typograph(text, self.language))
        return max((measure(piece, char, self.book) for piece in pieces), default=0.0)


def unpadded(block: Block) -> Block:
    """Return lines without the space above that brings their last one onto the grid."""
    if not isinstance(block, TextBlock) or block.height - len(block.lines) * block.leading < 1e-4:
        return block
    return text_lines(
        block.lines, block.leading, block.origin, block.tag, block.group, marker=block.marker, marker_row=block.marker_row,
        before=block.before, keep=block.keep,
    )  # fmt: skip


def gap(height: float) -> Block:
    """Return empty space between blocks, in points."""
    return space(height)
