"""Sheets to try things on: a brand's scene with pictures of which only the tones are known."""

from collections.abc import Mapping
from dataclasses import replace

from app.i18n import Words
from app.layout.grid import Grid
from app.layout.scene import Scene, Sheet
from app.layout.setter import Setter
from app.layout.tones import Plane, Tones
from app.pipeline import Pipeline
from app.totals import totals
from tests import samples

PIPELINE = Pipeline()


class KnownPictures:
    """Pictures of given size and tones, instead of files."""

    def __init__(self, size: tuple[int, int], tones: Mapping[str, Tones | None]) -> None:
        self._size, self._tones = size, tones

    def size(self, file: str) -> tuple[int, int] | None:
        return self._size if file in self._tones else None

    def stamp(self, file: str) -> tuple[int, int] | None:
        return (0, 0) if file in self._tones else None

    def expect(self, file: str) -> None:
        pass

    def tones(self, file: str) -> Tones | None:
        return self._tones.get(file)


def sheet(
    brandbook: str, tones: Tones | None, size: tuple[int, int] = (600, 800), palette: dict[str, str] | None = None
) -> Sheet:
    """Return an empty sheet of a brand, with a picture `a.jpg` of these tones."""
    brand = PIPELINE.brand(brandbook).brand
    assert brand is not None
    if palette:
        brand = replace(brand, palette={**brand.palette, **palette})
    proposal = samples.proposal("en", brandbook)
    setter = Setter(brand, PIPELINE._book(brand), "en")
    pictures = KnownPictures(size, {"a.jpg": tones})
    sums = totals(proposal.estimate, proposal.currency)
    return Sheet(Scene(proposal, sums, brand, Grid.of(brand), setter, Words("en"), pictures), "cover")


def flat(value: int, columns: int = 4, rows: int = 4) -> Tones:
    """Return the tones of a picture of one grey; `value` is its luminance and its grey, 0…255."""
    plane = Plane(*[bytes([value]) * (columns * rows)] * 3)
    return Tones(columns, rows, plane, plane)
