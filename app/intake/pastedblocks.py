"""Puts the paragraphs of pasted HTML together, run by run."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from app.intake.pastedstyles import Style
from app.intake.redirects import direct
from app.model.richtext import Paragraph, ParagraphKind, RichText, Run

_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s()\x00-\x1f]+", re.IGNORECASE)
_JUNK = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x00"}
_BREAK = "\n"
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_LOOSE = re.compile(r"(?<!\d)\u00a0|\u00a0(?!\d)")
"""Spaces that programs write as unbreakable ones; those within numbers are meant."""
_WIDE_GAP = re.compile(r"[ \u00a0]{2,}")
_BULLET = re.compile(r"^[\s\u00a0]*(?P<sign>[·•●○■□▪▫◦‣⁃–—*o§Øüv\uf0b7\uf0a7\uf0d8\uf0fc-])[\s\u00a0]+")
_NUMBER = re.compile(r"^[\s\u00a0]*\(?(?:\d{1,3}|[a-zа-я]|[ivx]{1,5})[.)][\s\u00a0]+", re.IGNORECASE)
_ORDINAL = re.compile(r"^[\s\u00a0]*\(?(?:\d{1,3}|[a-zа-я]|[ivxl]{1,6})[.)][\s\u00a0]*$", re.IGNORECASE)
_LONGEST_LINK = 2000


@dataclass(frozen=True, slots=True)
class _State:
    """How text is taken where one is: what the tags around it tell."""

    strong: bool = False
    emphasis: bool = False
    link: str = ""
    hidden: bool = False
    ignored: bool = False
    listed: bool = False
    kept_spaces: bool = False


class Blocks:
    """The paragraphs so far and the one that is being said."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._done: list[Paragraph] = []
        self._runs: list[Run] = []
        self._kind: ParagraphKind | None = None
        self._states = [_State()]
        self._lists: list[bool] = []
        self._quotes = 0
        self._is_item = False
        self._listed = False
        self._sign = ""
        self._rows: list[list[int]] = []

    def enter(self, tag: str, style: Style, link: str) -> None:
        """Go into a tag."""
        around = self._states[-1]
        scheme, colon, rest = direct(link.strip()).partition(":")
        href = scheme.lower() + colon + rest
        usable = href if len(href) <= _LONGEST_LINK and _LINK.fullmatch(href) else ""
        self._states.append(
            replace(
                around,
                strong=around.strong if style.strong is None else style.strong,
                emphasis=around.emphasis if style.emphasis is None else style.emphasis,
                link=usable if tag == "a" else around.link,
                hidden=around.hidden or style.hidden,
                ignored=around.ignored or style.ignored,
                kept_spaces=around.kept_spaces if style.kept_spaces is None else style.kept_spaces,
            )
        )
        self._listed = self._listed or style.listed

    def leave(self) -> None:
        """Go out of a tag."""
        if len(self._states) > 1:
            self._states.pop()

    def say(self, text: str) -> None:
        """Add text where one is."""
        state = self._states[-1]
        if state.hidden:
            return
        if state.ignored:
            self._sign += text
            return
        clean = text.translate(_JUNK)
        clean = clean.replace("\r\n", _BREAK) if state.kept_spaces and not clean.isspace() else _SPACES.sub(" ", clean)
        if clean:
            self._runs.append(Run(clean, state.strong, state.emphasis, state.link))

    def line_break(self) -> None:
        """Begin a new line; two of them end the paragraph."""
        blank = "".join(run.text for run in self._runs[-3:]).replace(" ", "").replace("\u00a0", "")
        if blank.endswith(_BREAK):
            kind = self._kind
            self.end()
            self._kind = kind if kind is ParagraphKind.QUOTE else None
        elif self._runs:
            self._runs.append(Run(_BREAK))

    def begin_row(self) -> None:
        """Begin a row of a table."""
        self.end()
        self._rows.append([])

    def cell(self) -> None:
        """Begin a cell of the row."""
        self.end()
        if self._rows:
            self._rows[-1].append(len(self._done))

    def end_row(self) -> None:
        """End the row: a line of figures stays one line; cells of several paragraphs, such as columns of a page, stay apart."""
        self.end()
        starts = self._rows.pop() if self._rows else []
        ends = [*starts[1:], len(self._done)]
        cells = [self._done[start:end] for start, end in zip(starts, ends, strict=True) if end > start]
        if len(cells) > 1 and all(len(one) == 1 and one[0].kind is ParagraphKind.BODY for one in cells):
            runs = [run for one in cells for run in (Run(" — "), *one[0].runs)][1:]
            self._done[starts[0] :] = [Paragraph(tuple(_tidy(runs)))]

    def begin(self, kind: ParagraphKind | None) -> None:
        """Begin a paragraph. A paragraph within an item or a heading goes on with that."""
        was_item, heading = self._is_item, self._kind
        has_words = self._has_words()
        if has_words:
            self.end()
        self._kind = kind or (None if has_words else heading)
        self._is_item = was_item and not has_words

    def item(self) -> None:
        """Make the paragraph that begins an item of the list."""
        self._is_item = True

    def begin_list(self, *, numbered: bool) -> None:
        """Begin a list, perhaps within another one: the model has one level."""
        if self._has_words():
            self.end()
        self._lists.append(numbered)

    def end_list(self) -> None:
        """End the innermost list."""
        self.end()
        self._lists[-1:] = []

    def begin_quote(self) -> None:
        """Begin a quotation."""
        self.end()
        self._quotes += 1

    def end_quote(self) -> None:
        """End a quotation."""
        self.end()
        self._quotes = max(0, self._quotes - 1)

    def end(self) -> None:
        """End the paragraph that is being said."""
        runs = _tidy(self._runs)
        kind, sign = self._kind_of(), self._sign
        self._runs, self._kind, self._is_item, self._listed, self._sign = [], None, False, False, ""
        if kind in (ParagraphKind.BULLET, ParagraphKind.NUMBER) and not sign:
            runs = _without_sign(runs, kind)
        if not "".join(run.text for run in runs).strip() or len(self._done) >= self._most:
            return
        number = 0
        if kind is ParagraphKind.NUMBER:
            last = self._done[-1] if self._done else None
            number = last.number + 1 if last and last.kind is ParagraphKind.NUMBER else 1
        if kind is ParagraphKind.HEADING:  # it is strong by itself, and on one line
            runs = _tidy([replace(run, text=run.text.replace(_BREAK, " "), strong=False) for run in runs])
        self._done.append(Paragraph(tuple(runs), kind, number))

    def text(self) -> RichText:
        """Return everything that was said."""
        self.end()
        return RichText(tuple(self._done))

    def _has_words(self) -> bool:
        return any(run.text.strip(" \u00a0\n") for run in self._runs)

    def _kind_of(self) -> ParagraphKind:
        words = "".join(run.text for run in self._runs)
        if self._is_item and self._lists:
            return ParagraphKind.NUMBER if self._lists[-1] else ParagraphKind.BULLET
        if self._listed:
            numbered = _ORDINAL.match(self._sign) if self._sign else _NUMBER.match(words)
            if self._sign or numbered or _BULLET.match(words):
                return ParagraphKind.NUMBER if numbered else ParagraphKind.BULLET
        if self._kind is not None:
            return self._kind
        return ParagraphKind.QUOTE if self._quotes else ParagraphKind.BODY


def _without_sign(runs: list[Run], kind: ParagraphKind) -> list[Run]:
    """Take the sign of an item away where a program writes it as text (a bullet or a number before wide spaces)."""
    text = "".join(run.text for run in runs)
    found = (_BULLET if kind is ParagraphKind.BULLET else _NUMBER).match(text)
    if not found or (kind is ParagraphKind.BULLET and found["sign"] in "ov-–—*" and "\u00a0" not in found[0]):
        return runs
    rest, left = [], found.end()
    for run in runs:
        rest.append(replace(run, text=run.text[left:]))
        left = max(0, left - len(run.text))
    return _tidy(rest)


def _tidy(runs: list[Run]) -> list[Run]:
    """Join runs that look alike; leave one space where there are several, and none at the ends of lines."""
    joined: list[Run] = []
    for look, alike in groupby((run for run in runs if run.text), lambda run: (run.strong, run.emphasis, run.link)):
        joined.append(Run("".join(run.text for run in alike), *look))
    out: list[Run] = []
    before = _BREAK
    for run in joined:
        text = re.sub(r"[ \u00a0]*\n[ \u00a0]*", _BREAK, _WIDE_GAP.sub(" ", _LOOSE.sub(" ", run.text)))
        if before.endswith((" ", "\u00a0", _BREAK)):
            text = text.lstrip(" \u00a0")
        if before.endswith(_BREAK):
            text = text.lstrip(_BREAK)
        if text:
            out.append(replace(run, text=text))
            before = text
    while out and not out[-1].text.rstrip(" \u00a0\n"):
        out.pop()
    if out:
        out[-1] = replace(out[-1], text=out[-1].text.rstrip(" \u00a0\n"))
    return out
