"""Places to click: addresses outside, and pages of the document."""

from collections.abc import Iterable
from math import cos, radians, sin

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

from app.layout.page import LinkItem, TextItem
from app.layout.urls import clean_url
from app.pdf.ink import Ink
from app.pdf.numbers import numbers
from app.pdf.sound import sound
from app.problems import Problem, problem

Box = tuple[float, float, float, float]
PRINTED = 4
"""Annotation flag Print: PDF/A wants it on every annotation."""
ABOVE, BELOW = 0.85, 0.25
"""How far the place to click reaches above and below the baseline, in ems."""


class Links:
    """Makes the links of a document, none without `enabled`. `pages` are the indexes of the pages that are in the file."""

    def __init__(self, pages: Iterable[int], *, enabled: bool = True) -> None:
        self.problems: list[Problem] = []
        self._enabled = enabled
        self._pages = frozenset(pages)
        self._urls: dict[str, str | None] = {}

    def area(self, item: LinkItem, ink: Ink) -> int | None:
        """Put a link on the page; return the number of its annotation, or None if it leads nowhere."""
        if not self._enabled:
            return None
        box = (item.x, ink.up(item.y + item.height), item.x + item.width, ink.up(item.y))
        if item.page >= 0:
            return self._inside(item.page, box, ink)
        return self.outside(item.url, box, ink, "")

    def outside(self, address: str, box: Box, ink: Ink, origin: str) -> int | None:
        """Put a link to an address on the page; return the number of its annotation, or None if nobody may be sent there."""
        if not self._enabled:
            return None
        if address not in self._urls:
            self._urls[address] = clean_url(address)
            if self._urls[address] is None:
                self.problems.append(problem("link-refused", origin, address=address[:200]))
        url = self._urls[address]
        if url is None:
            return None
        action = {"S": PDFName("URI"), "URI": PDFString(url)}
        return ink.sheet.annotate({**_link(box), "A": PDFDictionary(action), "Contents": PDFString(sound(address))})

    def _inside(self, page: int, box: Box, ink: Ink) -> int | None:
        if page not in self._pages:
            return None
        return ink.sheet.annotate({**_link(box), "Dest": ink.sheet.destination(page_key(page))})


def page_key(page: int) -> str:
    """Return the name of the destination that is the top of a page."""
    return f"page-{page}"


def run_box(item: TextItem, start: int, end: int, ink: Ink) -> Box:
    """Return the place of the runs start…end of a line in the page's own system, turned with the line."""
    runs = item.line.runs[start:end]
    left, right = item.line.x + runs[0].x, item.line.x + runs[-1].x + runs[-1].width
    low = min(run.rise - BELOW * run.size for run in runs)
    high = max(run.rise + ABOVE * run.size for run in runs)
    turn = radians(item.angle)
    corners = [(x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)) for x in (left, right) for y in (low, high)]
    xs, ys = [item.x + x for x, _ in corners], [ink.up(item.y) + y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _link(box: Box) -> dict[str, object]:
    return {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Link"),
        "Rect": f"[{numbers(box)}]",
        "Border": "[0 0 0]",
        "F": PRINTED,
    }
