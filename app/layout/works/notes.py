"""Which captions a page needs, and what keys them to its pictures."""

from app.layout.scene import Scene
from app.layout.works import comparison, mosaic
from app.layout.works.legend import Note, legend
from app.layout.works.shots import Part
from app.model.reference import Display


def notes(scene: Scene, part: Part) -> list[Note]:
    """Return the captions of the pictures of a part."""
    match part.display:
        case Display.MOSAIC:
            return legend(part.shown, mosaic.numbers(part))
        case Display.BEFORE_AFTER:
            return legend(part.shown, comparison.names(scene))
        case _:
            return legend(part.shown[:1], ("",))
