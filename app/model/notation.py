r"""The typed form of rich text: a small, Markdown-like notation.

Paragraphs are separated by blank lines; a single newline is a line break. A paragraph may start with `# ` (heading),
`- ` (bullet), `1. ` (number) or `> ` (quote); list items need no blank line between them. Inside, `**strong**`,
`*emphasis*` and `[words](https://…)`; a backslash takes the meaning from the sign after it. Everything else is text:
nothing here can fail, and `<`, `&` or `_` mean themselves.

Braces are text here. Just before a proposal is set, `{client.name}` in it becomes a value; `{{client.name}}` stands for the
braces themselves (see `app.merge`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from app.model.richtext import Paragraph, ParagraphKind, RichText, Run

_MARKER = re.compile(
    r"(?P<heading>#{1,3}[ \t\xa0]+)|(?P<bullet>[-*•][ \t\xa0]+)|(?P<number>\d{1,3}[.)][ \t\xa0]+)|(?P<quote>>[ \t\xa0]?)"
)
_INLINE = re.compile(
    r"\\(?P<escaped>[\\*\[\]()#>.•\-])|(?P<stars>\*+)"
    r"|\[(?P<words>(?:\\.|[^\[\]\\])+)\]\((?P<link>(?:https?://|mailto:|tel:)[^\s()]+)\)"
)
_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s()]+")
_IN_LINK = {ord(sign): f"%{ord(sign):02X}" for sign in "() \t\n"}
_ESCAPE_INLINE = re.compile(r"([\\*\[\]])")
_ESCAPE_START = re.compile(r"^(#{1,3}(?=[ \t\xa0])|[-•](?=[ \t\xa0]|$)|>|\d{1,3}(?=[.)](?:[ \t\xa0]|$)))", re.MULTILINE)
_BREAKS = re.compile(r"\s*\n\s*")
_LONGEST_NUMBER = 999


def parse(notation: str) -> RichText:
    """Read the notation. Any text is valid."""
    paragraphs: list[Paragraph] = []
    for lines in _chunks(notation.replace("\r\n", "\n").replace("\r", "\n")):
        paragraph = _paragraph("\n".join(lines), paragraphs)
        if paragraph.text.strip():
            paragraphs.append(paragraph)
    return RichText(tuple(paragraphs))


def write(text: RichText) -> str:
    """Return the notation of a rich text: `parse(write(x)) == x` for every x that `parse` made.

    Of other texts it keeps the words and their emphasis; a link that the notation does not know (`javascript:`) is dropped.
    """
    out: list[str] = []
    previous: ParagraphKind | None = None
    for paragraph in text.paragraphs:
        if not paragraph.text.strip():
            continue
        if out:
            in_list = paragraph.kind in (ParagraphKind.BULLET, ParagraphKind.NUMBER) and paragraph.kind == previous
            out.append("\n" if in_list else "\n\n")
        out.append(_write_paragraph(paragraph))
        previous = paragraph.kind
    return "".join(out)


def _chunks(notation: str) -> list[list[str]]:
    """Gather the lines of each paragraph. A heading is one line; quoted lines in a row are one quote."""
    chunks: list[list[str]] = []
    kind: str | None = None
    for raw in notation.split("\n"):
        line = raw.strip()
        marker = _MARKER.match(line)
        if not line or line == ">" or _MARKER.fullmatch(raw.lstrip()):  # a marker that waits for its words is no text yet
            kind = None
        elif marker and marker.lastgroup == "quote" and kind == "quote":
            chunks[-1].append(line[marker.end() :].strip())
        elif kind and kind != "heading" and not marker:
            chunks[-1].append(line)
        else:
            chunks.append([line])
            kind = (marker.lastgroup if marker else None) or "body"
    return chunks


def _paragraph(text: str, before: list[Paragraph]) -> Paragraph:
    match = _MARKER.match(text)
    kind = ParagraphKind(match.lastgroup) if match and match.lastgroup else ParagraphKind.BODY
    body = text[match.end() :].strip() if match else text
    number = 0
    if kind is ParagraphKind.NUMBER:
        number = before[-1].number + 1 if before and before[-1].kind is ParagraphKind.NUMBER else 1
    return Paragraph(_runs(body), kind, number)


class _Marks:
    """Which emphasis is open, and which marks may open one: a mark without its partner is text."""

    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self.strong = self.emphasis = False
        stars = [token for token in tokens if token["stars"]]
        self._last_strong = max((t.start() for t in stars if len(t["stars"]) in (2, 3)), default=-1)
        self._last_emphasis = max((t.start() for t in stars if len(t["stars"]) in (1, 3) and _after_word(t)), default=-1)

    def turn(self, token: re.Match[str]) -> str:
        """Open or close what a group of stars stands for; return the stars that mean themselves."""
        stars = token["stars"]
        if len(stars) > 3:
            return stars
        text = ""
        if len(stars) >= 2:
            if self.strong or self._last_strong > token.start():
                self.strong = not self.strong
            else:
                text = "**"
        if len(stars) != 2:
            if _after_word(token) if self.emphasis else _before_word(token) and self._last_emphasis > token.start():
                self.emphasis = not self.emphasis
            else:
                text += "*"
        return text


def _after_word(token: re.Match[str]) -> bool:
    return token.start() > 0 and not token.string[token.start() - 1].isspace()


def _before_word(token: re.Match[str]) -> bool:
    """Tell whether a word follows at once (`5 * 3` stays as typed)."""
    return token.end() < len(token.string) and not token.string[token.end()].isspace()


def _runs(text: str) -> tuple[Run, ...]:
    pieces: list[Run] = []
    tokens = list(_INLINE.finditer(text))
    marks = _Marks(tokens)
    position = 0
    for token in tokens:
        pieces.append(Run(text[position : token.start()], marks.strong, marks.emphasis))
        position = token.end()
        if token["link"]:
            for run in _runs(token["words"]):
                pieces.append(Run(run.text, marks.strong or run.strong, marks.emphasis or run.emphasis, token["link"]))
        else:
            literal = token["escaped"] or marks.turn(token)
            pieces.append(Run(literal, marks.strong, marks.emphasis))
    pieces.append(Run(text[position:], marks.strong, marks.emphasis))
    return tuple(_merged(pieces))


def _merged(pieces: Iterable[Run]) -> list[Run]:
    """Join neighbours that look alike. Links stay apart: each is its own place to click."""
    runs: list[Run] = []
    for look, alike in groupby((piece for piece in pieces if piece.text), lambda run: (run.strong, run.emphasis, run.link)):
        if look[2]:
            runs.extend(alike)
        else:
            runs.append(Run("".join(piece.text for piece in alike), *look))
    return runs


def _write_paragraph(paragraph: Paragraph) -> str:
    marker = {
        ParagraphKind.HEADING: "# ",
        ParagraphKind.BULLET: "- ",
        ParagraphKind.NUMBER: f"{min(max(paragraph.number, 1), _LONGEST_NUMBER)}. ",
        ParagraphKind.QUOTE: "> ",
        ParagraphKind.BODY: "",
    }[paragraph.kind]
    out = [marker]
    strong = emphasis = False
    for run in (*_writable(paragraph), Run("")):
        out.append("**" * (run.strong != strong) + "*" * (run.emphasis != emphasis))
        strong, emphasis = run.strong, run.emphasis
        words = _escaped(run.text)
        out.append(f"[{words}]({run.link})" if run.link else words)
    return "".join(out)


def _writable(paragraph: Paragraph) -> list[Run]:
    """Bring runs into a form that the notation can say: known links, one kind of line break, no emphasis on outer spaces."""
    line_break = " " if paragraph.kind is ParagraphKind.HEADING else "\n"
    links = [run.link.translate(_IN_LINK) for run in paragraph.runs]
    runs = _merged(
        replace(run, text=run.text.replace("\r", "\n"), link=link if _LINK.fullmatch(link) else "")
        for run, link in zip(paragraph.runs, links, strict=True)
    )
    while (loosened := _merged(_loosened(runs))) != runs:
        runs = loosened
    runs = [replace(run, text=_BREAKS.sub(line_break, run.text)) for run in runs]
    if runs and not (runs[0].strong or runs[0].link):
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
    return runs


def _loosened(runs: list[Run]) -> Iterator[Run]:
    """Take the emphasis from the spaces at both ends of an emphasised stretch: a star beside a space is text."""
    for i, run in enumerate(runs):
        starts = run.emphasis and not (i > 0 and runs[i - 1].emphasis)
        ends = run.emphasis and not (i + 1 < len(runs) and runs[i + 1].emphasis)
        first = len(run.text) - len(run.text.lstrip()) if starts else 0
        last = max(len(run.text.rstrip()), first) if ends else len(run.text)
        yield replace(run, text=run.text[:first], emphasis=False)
        yield replace(run, text=run.text[first:last])
        yield replace(run, text=run.text[last:], emphasis=False)


def _escaped(text: str) -> str:
    def at_line_start(match: re.Match[str]) -> str:
        return match[0] + "\\" if match[0].isdecimal() else "\\" + match[0]

    return _ESCAPE_START.sub(at_line_start, _ESCAPE_INLINE.sub(r"\\\1", text))
