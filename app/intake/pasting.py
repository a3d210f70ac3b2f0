"""Text pasted from Word, Google Docs, LibreOffice or a web page becomes rich text: paragraphs, headings, lists, quotes, strong,
emphasis, links. Everything else of its looks is left behind, and nothing that it names is loaded.
"""

import re
from html.parser import HTMLParser

from app.intake.pastedblocks import Blocks
from app.intake.pastedstyles import Styles
from app.model.richtext import ParagraphKind, RichText

MOST_CHARACTERS = 3_000_000
"""Of HTML; who pastes more gets the plain text. Word writes some 40 characters for one."""
MOST_PARAGRAPHS = 5_000

_SILENT = frozenset({"style", "script", "head", "title", "template", "noscript", "svg", "math", "object", "select", "textarea"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset({
    "p", "div", "section", "article", "header", "footer", "main", "aside", "address", "figure", "figcaption", "pre", "center",
    "tr", "table", "tbody", "thead", "dl", "dt", "dd", "form", "fieldset", "hr", "body", "html", "caption", "nav", "details",
    "summary",
})  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Powers: 10 to the sixth is not a hundred and six."""
_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "col", "wbr", "area", "base", "embed", "source", "track", "param"})


def rich_from_html(html: str) -> RichText | None:
    """Return what pasted HTML says; None where it is too large or says nothing, so that the plain text is better."""
    if len(html) > MOST_CHARACTERS:
        return None
    reader = _Reader()
    reader.feed(_fragment(html))
    reader.close()
    return reader.blocks.text() or None


def _fragment(html: str) -> str:
    """Return the style sheet and what was selected: programs mark it within a whole page."""
    start, end = html.find("<!--StartFragment-->"), html.rfind("<!--EndFragment-->")
    if start < 0 or end < start:
        return html
    sheets = re.findall(r"<style\b[^>]*>.*?</style>", html[:start], re.IGNORECASE | re.DOTALL)
    # The outer tags of what was selected may stand before it: a list of which two items were chosen.
    return "".join(sheets) + html[start:end]


class _Reader(HTMLParser):
    """Goes through the tags; an end tag closes all that was opened within it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = Blocks(MOST_PARAGRAPHS)
        self._styles = Styles()
        self._open: list[str] = []
        self._silent = 0
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
            self._in_style = tag == "style"
            return
        if tag == "body":
            self._silent = 0
        if self._silent or tag.startswith(("o:", "v:", "w:")):
            return
        attributes = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.blocks.line_break()
        elif tag == "hr":
            self.blocks.end()
        elif tag not in _VOID:
            self._begin(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
            self._in_style = False
        elif tag == "p" and tag not in self._open:
            self.blocks.end()
        elif tag in self._open:
            while self._open:
                closed = self._open.pop()
                self._end(closed)
                if closed == tag:
                    break

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._styles.add(data)
        elif not self._silent:
            self.blocks.say(data.translate(_RAISED) if "sup" in self._open and data.strip().isdecimal() else data)

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        style = self._styles.of(tag, attributes)
        if tag in ("p", "li") and "p" in self._open[-1:]:
            self.handle_endtag("p")
        if tag == "li" and self._open[-1:] == ["li"]:
            self.handle_endtag("li")
        if tag == "tr" and tag in self._open[_last(self._open, "table") + 1 :]:
            self.handle_endtag("tr")
        self._open.append(tag)
        if tag in ("ul", "ol"):
            self.blocks.begin_list(numbered=tag == "ol")
        elif tag == "li":
            self.blocks.begin(None)
            self.blocks.item()
        elif tag == "blockquote":
            self.blocks.begin_quote()
        elif tag in _HEADINGS:
            self.blocks.begin(ParagraphKind.HEADING)
        elif tag == "tr":
            self.blocks.begin_row()
        elif style.kind is not None and tag in _BLOCKS:
            self.blocks.begin(style.kind)
        elif tag in _BLOCKS:
            self.blocks.begin(None)
        elif tag in ("td", "th"):
            self.blocks.cell()
        self.blocks.enter(tag, style, attributes.get("href", "") if tag == "a" else "")

    def _end(self, tag: str) -> None:
        self.blocks.leave()
        if tag in ("ul", "ol"):
            self.blocks.end_list()
        elif tag == "blockquote":
            self.blocks.end_quote()
        elif tag == "tr":
            self.blocks.end_row()
        elif tag in _BLOCKS or tag in _HEADINGS or tag == "li":
            self.blocks.end()


def _last(tags: list[str], tag: str) -> int:
    """Return where a tag was opened last; -1 where it was not."""
    return next((i for i in reversed(range(len(tags))) if tags[i] == tag), -1)
