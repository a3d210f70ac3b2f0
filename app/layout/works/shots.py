"""The pictures of a work that can be shown, and how the work is shown with as many as there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.layout.frames import Shown
from app.layout.scene import Scene
from app.layout.tiling import shares
from app.model.picture import Frame
from app.model.reference import Display, Reference
from app.model.sections import References

PAIR = 2


@dataclass(frozen=True, slots=True)
class Work:
    """A work with its path in the proposal and those of its pictures that can be read."""

    reference: Reference
    origin: str
    shown: tuple[Shown, ...]

    @property
    def first(self) -> Shown | None:
        """Return its first picture."""
        return self.shown[0] if self.shown else None

    @property
    def in_gallery(self) -> bool:
        """Tell whether the work shares a page with others."""
        return display(self) is Display.GALLERY

    @property
    def beside(self) -> tuple[Shown, ...]:
        """Return the telephones that stand beside its first one."""
        if not self.shown or self.shown[0].picture.frame is not Frame.PHONE:
            return ()
        return tuple(one for one in self.shown[1:] if one.picture.frame is Frame.PHONE)


@dataclass(frozen=True, slots=True)
class Part:
    """What one page shows of a work; `first` counts its pictures from 0 in the work."""

    display: Display
    shown: tuple[Shown, ...]
    first: int = 0


def works(scene: Scene, section: References, items: Sequence[tuple[int, Reference]]) -> list[Work]:
    """Return the works of a section with their pictures; `items` are they with their places in the section."""
    found = []
    for index, reference in items:
        origin = f"sections/{section.id}/items/{reference.id or index}"
        shown = tuple(
            Shown(picture, f"{origin}/pictures/{i}")
            for i, picture in enumerate(reference.pictures)
            if scene.sizes.size(picture.file) is not None
        )
        found.append(Work(reference, origin, shown))
    return found


def runs(found: Sequence[Work]) -> list[list[Work]]:
    """Divide works into runs of gallery works, and works that stand alone."""
    divided: list[list[Work]] = []
    for work in found:
        if divided and work.in_gallery and divided[-1][0].in_gallery:
            divided[-1].append(work)
        else:
            divided.append([work])
    return divided


def display(work: Work) -> Display:
    """Return how a work is shown: as it wants where it has the pictures for it."""
    wanted = work.reference.display
    if not work.shown:
        return Display.GALLERY
    if wanted in (Display.MOSAIC, Display.BEFORE_AFTER) and len(work.shown) < PAIR:
        return Display.SPREAD
    return wanted


def parts(work: Work) -> list[Part]:
    """Divide the pictures of a work over its pages, so that none is lost."""
    shown = work.shown
    match display(work):
        case Display.MOSAIC:
            return _mosaics(shown, 0)
        case Display.BEFORE_AFTER:
            return [Part(Display.BEFORE_AFTER, shown[:PAIR]), *_mosaics(shown[PAIR:], PAIR)]
        case _:
            return [Part(Display.SPREAD, shown)]


def _mosaics(shown: tuple[Shown, ...], first: int) -> list[Part]:
    found, start = [], 0
    for count in shares(len(shown)):
        kind = Display.MOSAIC if count > 1 else Display.SPREAD
        found.append(Part(kind, shown[start : start + count], first + start))
        start += count
    return found
