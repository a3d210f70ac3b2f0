"""Where a picture stands on the pages as they are now: how it is cropped there, and how sharp it will be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize

from app.i18n import phrase
from app.layout.crop import seen
from app.layout.page import Page, PictureItem
from app.model.picture import Frame, Picture
from widgets.preview.pages import Pages
from widgets.words import tr

LEAST_DPI = 150
"""Dots an inch that a brand asks for when it says nothing else."""
INCH = 72
MIDDLE = 0.5


@dataclass(frozen=True)
class Use:
    """A place for a picture: its width by its height, whether it is round, its width in points (0: only usual, not there)."""

    aspect: float
    is_round: bool = False
    width: float = 0.0
    page: str = ""
    name: str = ""

    @property
    def words(self) -> str:
        """What the place is called."""
        return tr("Page {page}", page=self.page) if self.page else tr(self.name)


USUAL = (
    Use(0.707, name=phrase("A whole page")),
    Use(1.5, name=phrase("Wide")),
    Use(1.0, name=phrase("Square")),
    Use(0.75, name=phrase("Upright")),
)
FACES = (Use(1.0, is_round=True, name=phrase("Round")), Use(0.8, name=phrase("Upright")))


def uses(pages: Sequence[Page], origin: str) -> list[Use]:
    """Return the places of a picture on pages, the largest of those that crop it alike."""
    found: dict[tuple[float, bool], Use] = {}
    for number, page in enumerate(pages, 1):
        for item in page.items:
            if not isinstance(item, PictureItem) or item.origin != origin or item.fit or item.height <= 0:
                continue
            is_round = item.shape == "circle"
            use = Use(item.width / item.height, is_round, item.width, page.label or str(number))
            key = (round(use.aspect, 1), is_round)
            if key not in found or found[key].width < use.width:
                found[key] = use
    return list(found.values())


def usual(origin: str, known: Sequence[Use]) -> list[Use]:
    """Return how pages usually crop such a picture, without what is known to be on the pages."""
    shapes = [(round(use.aspect, 1), use.is_round) for use in known]
    return [use for use in (FACES if origin.endswith("/photo") else USUAL) if (round(use.aspect, 1), use.is_round) not in shapes]


def cropped(size: QSize, picture: Picture, use: Use) -> QRectF:
    """Return what of a picture so many pixels large is seen in a place: as the pages do it."""
    x, y = focus_of(picture)
    return QRectF(*seen((size.width(), size.height()), (use.aspect, 1.0), (x, y), zoom=picture.zoom))


def focus_of(picture: Picture) -> tuple[float, float]:
    """Return the focus; a screen in a device is seen from its head, unless it has a focus of its own."""
    if picture.frame is not Frame.NONE and (picture.focus_x, picture.focus_y) == (MIDDLE, MIDDLE):
        return MIDDLE, 0.0
    return picture.focus_x, picture.focus_y


def dots(size: QSize | None, picture: Picture, use: Use) -> int:
    """Return the dots an inch that a picture of this size has in a place; 0 where that is not known."""
    if size is None or not use.width or size.isEmpty():
        return 0
    return round(cropped(size, picture, use).width() / (use.width / INCH))


def least_dots(pages: Pages) -> int:
    """Return how many dots an inch the brand of the pages asks for."""
    brand = getattr(pages.layout.laid, "brand", None) if pages.layout is not None else None
    return int(brand.pictures.least_dpi) if brand is not None else LEAST_DPI


@dataclass(frozen=True)
class Softness:
    """A place in which a picture has too few dots an inch."""

    dots: int
    least: int
    page: str

    def __str__(self) -> str:
        return tr(
            "Soft in print: {dots} dots an inch on page {page}, {least} or more are sharp. Take a larger picture.",
            dots=self.dots, page=self.page, least=self.least,
        )  # fmt: skip


def softness(pages: Pages, origin: str, picture: Picture, size: QSize | None) -> Softness | None:
    """Return where a picture looks softest, None where it is sharp everywhere or nobody knows."""
    least = least_dots(pages)
    soft = [(dots(size, picture, use), use) for use in uses(pages.pages, origin)]
    soft = [(number, use) for number, use in soft if 0 < number < least]
    if not soft:
        return None
    number, use = min(soft, key=lambda one: one[0])
    return Softness(number, least, use.page)


def nudged(picture: Picture, x: float, y: float) -> Picture:
    """Return a picture with its focus moved by fractions of its width and height."""
    return aimed(picture, picture.focus_x + x, picture.focus_y + y)


def aimed(picture: Picture, x: float, y: float) -> Picture:
    """Return a picture with another focus."""
    return replace(picture, focus_x=min(max(round(x, 3), 0.0), 1.0), focus_y=min(max(round(y, 3), 0.0), 1.0))
