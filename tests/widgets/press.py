"""A pipeline for tests of the window: one page for each section that is shown, its texts with their origins, quickly.

The PDF it paints is a real one; the colour of each page comes from what is on it, so that another text is another picture.
"""

import copy
import datetime
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from pathlib import Path

from app.brand.load import BrandLoaded
from app.brand.making import ASSETS, SHIPPED
from app.brand.shelf import BrandShelf
from app.brand.tokens import Rules
from app.layout.page import Document, DocumentInfo, Page, TextItem
from app.model.internal import Internal
from app.model.proposal import Proposal
from app.model.richtext import RichText
from app.model.sections import EstimatePages
from app.pipeline import Preset
from app.problems import Problem
from app.text.glyphs import GlyphRun, Line
from app.text.style import FaceSource
from app.totals import Totals, totals

BRANDBOOKS = Path(__file__).resolve().parents[2] / "brandbooks"
WIDTH, HEIGHT, LINE = 595.0, 842.0, 30.0


@dataclass(frozen=True)
class Laid:
    document: Document
    totals: Totals
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Built(Laid):
    pdf: bytes = b""


class TestPress:
    """Counts what it is asked for; `problems` are found in every proposal, `fail` is raised by the next layout.

    `checked` is what preflight finds in every proposal, `house` what every brandbook wants; `drafts` tells of each export
    whether it is one.

    While `gate` is shut, layouts wait; while `ink` is, exports do, half way. `ink_problems` are found on exporting alone.
    """

    __test__ = False

    def __init__(self) -> None:
        self.cache: Path | None = None
        self.laid = 0
        self.painted: list[int] = []
        self.threads: set[int] = set()
        self.problems: tuple[Problem, ...] = ()
        self.fail: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.ink = threading.Event()
        self.ink.set()
        self.ink_problems: tuple[Problem, ...] = ()
        self.built: list[tuple[Preset, str]] = []
        self.checked: tuple[Problem, ...] = ()
        self.drafts: list[bool] = []
        self.house = Rules()
        self.shelf = BrandShelf((SHIPPED,), ASSETS, None, time.monotonic, 1.0)

    def brandbooks(self) -> tuple[str, ...]:
        return ("kurs", "salon")

    def look_key(self, brandbook: str) -> str:
        return brandbook

    def brand(self, name: str) -> BrandLoaded:
        return self.shelf.load(name)

    def beside(self, folder: Path) -> "TestPress":
        other = copy.copy(self)
        other.shelf = self.shelf.beside(folder)
        return other

    def varied(self, kind: str, variant: str) -> "TestPress":
        return self

    def refresh(self) -> None:
        self.shelf.refresh()

    def faces(self, brandbook: str) -> dict[str, FaceSource]:
        return {}

    def drafted(self, laid: Laid) -> Laid:
        mark = _item(570, 300, "DRAFT", "")
        marked = tuple(replace(page, items=(*page.items, mark)) for page in laid.document.pages)
        return replace(laid, document=replace(laid.document, pages=marked))

    def rules(self, brandbook: str) -> Rules:
        return self.house

    def lay_out(self, proposal: Proposal, folder: Path) -> Laid:
        self.gate.wait(10)
        self.laid += 1
        self.threads.add(threading.get_ident())
        if self.fail is not None:
            failed, self.fail = self.fail, None
            raise failed
        pages = tuple(_page(proposal, section) for section in proposal.sections if not section.hidden)
        info = DocumentInfo(proposal.title, "", "", proposal.language, proposal.date.isoformat())
        return Laid(Document(pages, info), totals(proposal.estimate, proposal.currency), self.problems)

    def paint(self, laid: Laid, folder: Path, pages: Sequence[int] | None = None) -> bytes:
        self.threads.add(threading.get_ident())
        wanted = list(range(len(laid.document.pages))) if pages is None else list(pages)
        self.painted += wanted
        return pdf_of([laid.document.pages[index] for index in wanted])

    def build(
        self,
        proposal: Proposal,
        folder: Path,
        preset: Preset = Preset.STANDARD,
        password: str = "",
        watch: Callable[[float], None] | None = None,
        *,
        draft: bool = False,
    ) -> Built:
        laid = self.lay_out(proposal, folder)
        self.built.append((preset, password))
        self.drafts.append(draft)
        for step in range(3):
            self.ink.wait(10)
            if watch is not None:
                watch(step / 2)
        found = (*laid.problems, *self.ink_problems)
        return Built(laid.document, laid.totals, found, self.paint(laid, folder))

    def preflight(self, proposal: Proposal, folder: Path, today: datetime.date) -> tuple[Problem, ...]:
        self.threads.add(threading.get_ident())
        return self.checked


def _page(proposal: Proposal, section: object) -> Page:
    base = f"sections/{section.id}"  # type: ignore[attr-defined]
    texts = [("title", proposal.title)] if base == "sections/cover" else []
    texts += list(_texts(section, base))
    if isinstance(section, EstimatePages):
        texts += list(_texts(proposal.estimate, "estimate"))
    items = tuple(_item(60, 60 + LINE * i, text, origin) for i, (origin, text) in enumerate(texts))
    return Page(WIDTH, HEIGHT, items, section=section.id)  # type: ignore[attr-defined]


def _texts(node: object, path: str) -> "list[tuple[str, str]]":
    if isinstance(node, RichText):
        return [(path, node.text)]
    if isinstance(node, Decimal):
        return [(path, f"{node:f}")]
    if isinstance(node, str) and node and not path.endswith("/id"):
        return [(path, node)]
    if isinstance(node, tuple):
        return [text for i, item in enumerate(node) for text in _texts(item, f"{path}/{getattr(item, 'id', i)}")]
    if is_dataclass(node) and not isinstance(node, Internal | type):
        return [text for field in fields(node) for text in _texts(getattr(node, field.name), f"{path}/{field.name}")]
    return []


def _item(x: float, y: float, text: str, origin: str) -> TextItem:
    run = GlyphRun("body", 12, "#000000", 0, 6.0 * len(text), (), text)
    return TextItem(x, y, Line(0, run.width, (run,), text), origin)


def pdf_of(pages: Sequence[Page]) -> bytes:
    """Write a small PDF whose pages are filled with the colour of what is on them."""
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        shade = zlib.crc32(repr(page.items).encode())
        red, green, blue = (0.3 + 0.7 * ((shade >> bits) & 255) / 255 for bits in (0, 8, 16))
        paint = f"{red:.3f} {green:.3f} {blue:.3f} rg 0 0 {page.width} {page.height} re f"
        kids.append(f"{len(bodies) + 1} 0 R")
        size = f"/MediaBox [0 0 {page.width} {page.height}]"
        bodies.append(f"<< /Type /Page /Parent 2 0 R {size} /Resources << >> /Contents {len(bodies) + 2} 0 R >>")
        bodies.append(f"<< /Length {len(paint)} >>\nstream\n{paint}\nendstream")
    bodies[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(bodies) + 1} /Root 1 0 R >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()
