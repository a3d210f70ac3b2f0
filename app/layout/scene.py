"""What every master is given, and the sheet that it draws on."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from app.brand.tokens import Brand
from app.layout.blocks import Block
from app.layout.grid import Grid
from app.layout.page import Bookmark, BoxItem, Item, Page
from app.layout.setter import Setter
from app.layout.tones import Tones
from app.layout.words import Words
from app.model.proposal import Proposal
from app.problems import Problem
from app.text.clean import clean
from app.totals import Totals


class PictureSizes(Protocol):
    """Knows how large and how light pictures are."""

    def size(self, file: str) -> tuple[int, int] | None:
        """Return width and height of the upright picture in pixels, None where it cannot be read."""

    def stamp(self, file: str) -> tuple[int, int] | None:
        """Return what changes whenever the file does, None where there is none. Costs next to nothing."""

    def expect(self, file: str) -> None:
        """Say that the tones of a picture will probably be asked for soon."""

    def tones(self, file: str) -> Tones | None:
        """Return how light the upright picture is, None where it cannot be read. Takes time when asked for first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: a section's title, or at `level` 1 a part of it. `page` is an index from 0, `label` the page's
    number as printed.
    """

    title: str
    section: str
    page: int
    label: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """Proposal, sums and brand with the tools to draw them. `entries` are what a contents page lists; masters add to `problems`
    what they could not draw.
    """

    proposal: Proposal
    totals: Totals
    brand: Brand
    grid: Grid
    setter: Setter
    words: Words
    sizes: PictureSizes
    entries: tuple[Entry, ...] = ()
    problems: list[Problem] = field(default_factory=list, compare=False)

    def aspect(self, file: str, default: float = 1.5) -> float:
        """Return width divided by height of a picture."""
        size = self.sizes.size(file)
        return size[0] / size[1] if size and size[0] and size[1] else default

    def money(self, amount: object, *, decimals: bool | None = None) -> str:
        """Return an amount of the proposal's currency with its sign."""
        assert isinstance(amount, Decimal)
        return self.words.money(amount, self.proposal.currency, decimals=decimals)


@dataclass(slots=True)
class Sheet:
    """A page being drawn. `chrome` tells whether it gets running header and folio, in which colour role."""

    scene: Scene
    section: str
    chrome: str = "ink"
    items: list[Item] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)

    def add(self, *items: Item) -> None:
        """Paint items on top of what is there."""
        self.items.extend(items)

    def place(self, block: Block, x: float, y: float) -> float:
        """Draw a block with its top left corner at (x, y) and return the y below it."""
        block.draw(self.items, x, y)
        return y + block.height

    def ground(self, role: str) -> None:
        """Fill the page to the bleed with a colour of the palette."""
        page = self.scene.brand.page
        b = page.bleed
        self.add(BoxItem(-b, -b, page.width + 2 * b, page.height + 2 * b, fill=self.scene.brand.color(role)))

    def bookmark(self, title: str, level: int = 0, y: float = 0.0) -> None:
        """Add an entry of the outline, unless nothing can be seen of it."""
        if clean(title).strip():
            self.bookmarks.append(Bookmark(title, level, y))

    def page(self) -> Page:
        """Return the finished page."""
        size = self.scene.brand.page
        return Page(size.width, size.height, tuple(self.items), self.section, "", tuple(self.bookmarks))
