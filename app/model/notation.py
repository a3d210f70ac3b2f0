r"""The typed form of rich text: a small, Markdown-like notation.

Paragraphs are separated by blank lines; a single newline is a line break. A paragraph may start with `# ` (heading),
`- ` (bullet), `1. ` (number) or `> ` (quote); list items need no blank line between them. Inside, `**strong**`,
`*emphasis*` and `[words](https://…)`; a backslash takes the meaning from the sign after it. Everything else is text:
nothing here can fail, and `<`, `&` or `_` mean themselves.
"""

import re

from app.model.richtext import Paragraph, ParagraphKind, RichText, Run

_MARKER = re.compile(r"(?P<heading>#{1,3} +)|(?P<bullet>[-*•] +)|(?P<number>\d{1,3}[.)] +)|(?P<quote>> ?)")
_INLINE = re.compile(
    r"\\(?P<escaped>[\\*\[\]()#>.\-])"
    r"|(?P<strong>\*\*)|(?P<emphasis>\*)"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?P<link>(?:https?://|mailto:|tel:)[^\s()]+)\)"
)
_ESCAPE_INLINE = re.compile(r"([\\*\[\]])")
_ESCAPE_START = re.compile(r"^(#{1,3} |[-•>] ?|\d{1,3}[.)] )", re.MULTILINE)


def parse(notation: str) -> RichText:
    """Read the notation. Any text is valid."""
    paragraphs: list[Paragraph] = []
    for lines in _chunks(notation.replace("\r\n", "\n").replace("\r", "\n")):
        paragraphs.append(_paragraph("\n".join(lines), paragraphs))
    return RichText(tuple(paragraphs))


def write(text: RichText) -> str:
    """Return the notation of a rich text: `parse(write(x)) == x` for every x that `parse` made."""
    out: list[str] = []
    previous: ParagraphKind | None = None
    for paragraph in text.paragraphs:
        if out:
            in_list = paragraph.kind in (ParagraphKind.BULLET, ParagraphKind.NUMBER) and paragraph.kind == previous
            out.append("\n" if in_list else "\n\n")
        out.append(_write_paragraph(paragraph))
        previous = paragraph.kind
    return "".join(out)


def _chunks(notation: str) -> list[list[str]]:
    chunks: list[list[str]] = []
    open_chunk = False
    for raw in notation.split("\n"):
        line = raw.strip()
        if not line:
            open_chunk = False
            continue
        starts = bool(_MARKER.match(line))
        if open_chunk and not starts:
            chunks[-1].append(line)
        else:
            chunks.append([line])
            open_chunk = not line.startswith("#")
    return chunks


def _paragraph(text: str, before: list[Paragraph]) -> Paragraph:
    match = _MARKER.match(text)
    kind = ParagraphKind(match.lastgroup) if match and match.lastgroup else ParagraphKind.BODY
    body = text[match.end() :] if match else text
    number = 0
    if kind is ParagraphKind.NUMBER:
        number = before[-1].number + 1 if before and before[-1].kind is ParagraphKind.NUMBER else 1
    return Paragraph(_runs(body), kind, number)


def _runs(text: str) -> tuple[Run, ...]:
    """Split into runs; a mark without its partner is text."""
    runs: list[Run] = []
    strong = emphasis = False
    position = 0
    for match in _INLINE.finditer(text):
        _add(runs, text[position : match.start()], strong, emphasis)
        position = match.end()
        if match["escaped"]:
            _add(runs, match["escaped"], strong, emphasis)
        elif match["strong"]:
            if not strong and "**" not in text[position:]:
                _add(runs, "**", strong, emphasis)
            else:
                strong = not strong
        elif match["emphasis"]:
            if not emphasis and not _closes(text, position):
                _add(runs, "*", strong, emphasis)
            else:
                emphasis = not emphasis
        else:
            runs.append(Run(match["words"], strong, emphasis, match["link"]))
    _add(runs, text[position:], strong, emphasis)
    return tuple(runs)


def _closes(text: str, position: int) -> bool:
    """Tell whether a single star follows that could close an emphasis (`5 * 3` stays as typed)."""
    follows = text[position : position + 1]
    return bool(follows) and not follows.isspace() and re.search(r"(?<![\s\\*])\*(?!\*)", text[position:]) is not None


def _add(runs: list[Run], text: str, strong: bool, emphasis: bool) -> None:
    if not text:
        return
    last = runs[-1] if runs else None
    if last and not last.link and (last.strong, last.emphasis) == (strong, emphasis):
        runs[-1] = Run(last.text + text, strong, emphasis)
    else:
        runs.append(Run(text, strong, emphasis))


def _write_paragraph(paragraph: Paragraph) -> str:
    marker = {
        ParagraphKind.HEADING: "# ",
        ParagraphKind.BULLET: "- ",
        ParagraphKind.NUMBER: f"{paragraph.number}. ",
        ParagraphKind.QUOTE: "> ",
        ParagraphKind.BODY: "",
    }[paragraph.kind]
    return marker + "".join(_write_run(run) for run in paragraph.runs)


def _write_run(run: Run) -> str:
    text = _ESCAPE_INLINE.sub(r"\\\1", run.text)
    text = _ESCAPE_START.sub(lambda match: "\\" + match[0] if not match[0][0].isdecimal() else _escape_number(match[0]), text)
    if run.link:
        text = f"[{run.text}]({run.link})"
    mark = "**" * run.strong + "*" * run.emphasis
    return f"{mark}{text}{mark[::-1]}"


def _escape_number(marker: str) -> str:
    return re.sub(r"([.)])", r"\\\1", marker)
