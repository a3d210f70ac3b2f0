"""Which pictures will probably carry type: they can be measured while other pages are being laid out."""

from collections.abc import Iterator

from app.layout.plates import fills_page
from app.layout.scene import Scene
from app.model.reference import Permission
from app.model.sections import BackCover, Cover, Opener, References, Section, Story

OVER_PICTURES = {"photo", "framed", "screen"}
"""Variants of the cover that set type on the picture."""


def expected(scene: Scene, section: Section) -> Iterator[str]:
    """Return the files of pictures that a section's master is going to look into. A wrong guess costs time, nothing else."""
    masters = scene.brand.masters
    match section:
        case Cover() if section.picture and masters["cover"].variant in OVER_PICTURES:
            yield section.picture.file
        case Opener() | BackCover() if section.picture:
            yield section.picture.file
        case Story() if masters["story"].variant == "slides":
            yield from (picture.file for picture in section.pictures)
        case Story() if section.pictures and not section.quote and scene.brand.styles["title"].align != "center":
            # Only a story's last picture may get a page to itself, with its caption on it.
            last = section.pictures[-1]
            if last.caption and fills_page(scene, last):
                yield last.file
        case References() if masters["references"].variant == "slides":
            yield from (
                work.pictures[0].file for work in section.items if work.pictures and work.permission is not Permission.REFUSED
            )
        case _:
            return
