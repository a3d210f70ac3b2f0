"""The content as the peers see it: `content.json` (a proposal source) and `plan.json` (where the photographs go)."""

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parents[3] / "assets" / "fonts"
NBSP = "\u00a0"
MM = 72 / 25.4


class Content:
    """What is to be printed. `scaled` says whether photographs are the prepared ones or the originals."""

    def __init__(self, folder: Path, *, scaled: bool) -> None:
        self.folder = folder
        self.data: dict[str, Any] = json.loads((folder / "content.json").read_text("utf-8"))
        self.plan: dict[str, Any] = json.loads((folder / "plan.json").read_text("utf-8"))
        self.scaled = scaled
        self.people = {person["id"]: person for person in self.data["people"]}
        self.sections = {section["id"]: section for section in self.data["sections"]}

    def figure(self, origin: str, shape: str = "rect") -> dict[str, Any]:
        """Return the photograph of an origin: `path`, `width`, `height` in points, `focus_x`, `focus_y`, `page`."""
        for figure in self.plan["figures"]:
            if figure["origin"] == origin and figure["shape"] == shape:
                photo = self.plan["photos"][figure["photo"]]
                original = Path(self.plan["source"]) / photo["file"]
                return {
                    **photo,
                    "path": scaled(self.folder, figure["photo"]) if self.scaled else original,
                    "page": figure["page"],
                }
        raise KeyError(origin)

    def face(self, person: str) -> dict[str, Any]:
        """Return the smallest round photograph of a person."""
        origin = f"people/{person}/photo"
        found = [figure for figure in self.plan["figures"] if figure["origin"] == origin and figure["shape"] == "circle"]
        photo = min((self.plan["photos"][figure["photo"]]["width"], figure["photo"]) for figure in found)[1] if found else None
        if photo is None:
            return self.figure(origin)
        path = Path(self.plan["source"]) / self.plan["photos"][photo]["file"]
        return {**self.plan["photos"][photo], "path": scaled(self.folder, photo) if self.scaled else path}

    def edited(self, count: int) -> None:
        """Give the first line item another name and quantity, as Blesna's bench does it."""
        item = self.data["estimate"]["sections"][0]["items"][0]
        item.setdefault("first", (item["title"], item.get("quantity", "1")))
        title, quantity = item["first"]
        item["title"], item["quantity"] = f"Правка {count}: {title}", str(Decimal(quantity) + count)

    def typed(self, count: int) -> None:
        """Type a few letters into the first paragraph of the first story."""
        story = next(section for section in self.data["sections"] if section["kind"] == "story")
        story.setdefault("first", story["text"])
        story["text"] = "Ещё слово " * (count % 3 + 1) + f"{count} {story['first']}"


def scaled(folder: Path, photo: int) -> Path:
    """Return where the prepared photograph of an index is."""
    return folder / "scaled" / f"{photo}.jpg"


def paragraphs(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind (`h`, `li`, `p`) and words of each paragraph."""
    for block in text.split("\n\n"):
        for line in block.split("\n"):
            if line.startswith("# "):
                yield "h", line[2:]
            elif line.startswith("- "):
                yield "li", line[2:]
            elif line.strip():
                yield "p", line


def price(item: dict[str, Any]) -> Decimal:
    """Return what a line item costs."""
    return Decimal(item.get("quantity", "1")) * Decimal(item["rate"])


def money(amount: Decimal) -> str:
    """Return an amount as it is printed."""
    return f"{amount:,.0f}".replace(",", NBSP) + f"{NBSP}₽"


def total(content: Content, choose: Callable[[dict[str, Any]], bool] = lambda item: not item.get("optional")) -> Decimal:
    """Return the sum of all line items that count."""
    sections = content.data["estimate"]["sections"]
    return sum((price(item) for section in sections for item in section["items"] if choose(item)), Decimal(0))


def quantity(item: dict[str, Any]) -> str:
    """Return quantity and unit of a line item."""
    unit = {"days": "дн.", "fixed": "", "hours": "ч"}[item.get("pricing", "hours")]
    return f"{item.get('quantity', '1')}{NBSP}{unit}" if unit else ""


def work_pages(content: Content, section: dict[str, Any]) -> list[list[tuple[dict[str, Any], dict[str, Any]]]]:
    """Return the works with their figures, page by page as Blesna has them."""
    pages: dict[int, list[tuple[dict[str, Any], dict[str, Any]]]] = {}
    for work in section["items"]:
        figure = content.figure(f"sections/{section['id']}/items/{work['id']}/pictures/0")
        pages.setdefault(figure["page"], []).append((work, figure))
    return list(pages.values())
