"""How the type of a cover is set: in one ink, to the left or centred, cut where there is no room."""

from dataclasses import dataclass, replace

from app.layout.blocks import TextBlock
from app.layout.contrast import luminance
from app.layout.page import Item, Tag
from app.layout.scene import Scene
from app.model.designation import designation
from app.model.sections import Cover
from app.problems import problem
from app.text.style import Align

DESCENT = 0.24
"""How far letters reach below the baseline, as a part of their size."""
FURTHER, MOST_OF_ROOM = 3, 0.6
"""A title that is too long may take so many further lines where they fill no more than this part of the room."""
GRAPHIC = 3 / 4.5
"""A drawing needs 3 : 1 where type needs 4.5 : 1 (WCAG 2.2, 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The ink, a palette role, and the alignment of a cover's type."""

    scene: Scene
    section: Cover
    ink: str
    align: Align = Align.LEFT

    def text(self, style: str, words: str, width: float, origin: str, *, lines: int = 0) -> TextBlock:
        """Set a text in a column, cut after so many lines."""
        return self.scene.setter.text(
            style, words, width, origin=origin, color=self.ink, align=self.align, max_lines=lines, hyphenate=False
        )

    def subtitle(self, width: float, lines: int = 0) -> TextBlock:
        """Set the subtitle."""
        return self.text("cover-subtitle", self.scene.proposal.subtitle, width, "subtitle", lines=lines)

    def title(self, width: float, room: float, lines: int, ink: str = "") -> TextBlock:
        """Set the title in one of its style's sizes, in so many lines or, where it is too long for the smallest, in more; cut
        only where it is higher than the room.
        """
        setter, words, ink = self.scene.setter, self.scene.proposal.title, ink or self.ink
        for most in range(lines, 0, -1):
            block = setter.headline("cover-title", words, width, most, origin="title", color=ink, align=self.align)
            if len(block.lines) > lines:
                # Too long for so many lines in any size: rather a few lines more than the smallest type on an empty page.
                more = setter.headline(
                    "cover-title", words, width, lines + FURTHER, origin="title", color=ink, align=self.align
                )  # fmt: skip
                if more.height <= room * MOST_OF_ROOM:
                    return more
            if block.height <= room:
                return block
        token = setter.token("cover-title")
        smallest = (token.size, *token.sizes)[-1]
        most = max(int(room // setter.leading(token, smallest)), 1)
        return setter.text(
            "cover-title", words, width, origin="title", group="title", tag=Tag.H1, color=ink, size=smallest, align=self.align,
            max_lines=most,
        )  # fmt: skip

    def line(self, style: str, words: str, width: float, x: float, y: float, origin: str) -> list[Item]:
        """Return a text on one line with its baseline at `y`, cut where it is too long."""
        items: list[Item] = []
        if words:
            block = replace(self, align=Align.LEFT).text(style, words, width, origin, lines=1)
            block.draw(items, x, y - block.height)
        return items

    @property
    def mark_ink(self) -> str:
        """The palette role of the mark: the accent where that stands out about as well as the type."""
        brand = self.scene.brand
        ink, accent = luminance(brand.color(self.ink)) + 0.05, luminance(brand.color("accent")) + 0.05
        light = ink > luminance(brand.color("paper")) + 0.05 or ink > 0.5
        return "accent" if (accent / ink if light else ink / accent) >= GRAPHIC else self.ink

    @property
    def kicker(self) -> str:
        """What the document is."""
        return self.section.kicker or self.scene.words("Commercial proposal")

    @property
    def number(self) -> str:
        """The proposal's number with its revision, or nothing."""
        return designation(self.scene.words, self.scene.proposal)

    @property
    def origin(self) -> str:
        """The path of the cover's own fields."""
        return f"sections/{self.section.id}"


def is_centred(scene: Scene) -> bool:
    """Tell whether the brand sets the cover's title on the page's axis."""
    return scene.brand.styles["cover-title"].align == "center"


def hanging(title: TextBlock) -> float:
    """Return how far the letters of a title may reach below it."""
    return max((run.size for line in title.lines for run in line.runs), default=0.0) * DESCENT


def is_cut(block: TextBlock, words: str) -> bool:
    """Tell whether a block shows less than all of its words."""
    return bool(block.lines) and block.lines[-1].text.endswith("…") and not words.rstrip().endswith(("…", "..."))


def report_cut(scene: Scene, title: TextBlock) -> None:
    """Report a title that is too long for the cover."""
    words = scene.proposal.title
    if is_cut(title, words):
        scene.problems.append(problem("cover-title-cut", "title", length=len(words)))
