"""What lies under type: the luminances of the part of a picture that is seen in its rectangle, in the brand's colours."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.layout.contrast import encoded
from app.layout.crop import seen
from app.layout.inktable import InkTable
from app.layout.page import PictureItem, Treatment
from app.layout.tones import Plane, Tones

Zone = tuple[float, float, float, float]
"""Left, top, right and bottom of a place for type, in points."""


class Cell(NamedTuple):
    """A small part of the picture on the page: its rectangle in points and its luminances 0…1, darkest, middle, lightest.

    `spread` is the contrast of the cell and its neighbours, as a difference of sRGB values 0…1.
    """

    zone: Zone
    low: float
    middle: float
    high: float
    spread: float


@dataclass(frozen=True, slots=True)
class Ground:
    """A picture on the page as cells. `x` and `y` are where the picture's own corner is, which may lie outside its `frame`;
    `across` and `down` the size of a cell. `around` are the extremes of every cell and its neighbours.
    """

    frame: Zone
    tones: Tones
    x: float
    y: float
    across: float
    down: float
    table: InkTable
    plane: Plane
    around: tuple[bytes, bytes]

    @classmethod
    def of(cls, item: PictureItem, size: tuple[int, int], tones: Tones) -> "Ground":
        """Return the ground that a picture of this size makes in its item's rectangle."""
        return _ground(item, size, tones)

    def cells(self, zone: Zone) -> Iterator[Cell]:
        """Return the cells that a zone touches, cut to what both zone and picture cover."""
        left, top = max(zone[0], self.frame[0]), max(zone[1], self.frame[1])
        right, bottom = min(zone[2], self.frame[2]), min(zone[3], self.frame[3])
        if right <= left or bottom <= top:
            return
        darkest, middle, lightest = self.plane.darkest, self.plane.middle, self.plane.lightest
        below, above = self.around
        luminances, bounds = self.table.luminances, self.table.bounds
        columns = _touched(left - self.x, right - self.x, self.across, self.tones.columns)
        for row in _touched(top - self.y, bottom - self.y, self.down, self.tones.rows):
            y = self.y + row * self.down
            upper, lower = max(y, top), min(y + self.down, bottom)
            for column in columns:
                x = self.x + column * self.across
                at = row * self.tones.columns + column
                low, high = bounds(darkest[at], lightest[at])
                least, most = bounds(below[at], above[at])
                place = (max(x, left), upper, min(x + self.across, right), lower)
                yield Cell(place, low, luminances[middle[at]], high, _encoded(most) - _encoded(least))

    def place(self, across: float, down: float) -> tuple[float, float]:
        """Return where on the page a part of the upright picture is, given as shares of its width and height."""
        return self.x + across * self.tones.columns * self.across, self.y + down * self.tones.rows * self.down


_encoded = lru_cache(4096)(encoded)


@lru_cache(16)
def _ground(item: PictureItem, size: tuple[int, int], tones: Tones) -> Ground:
    left, top, width, height = seen(size, (item.width, item.height), (item.focus_x, item.focus_y), fit=item.fit, zoom=item.zoom)
    shown_width, shown_height = item.width, item.height
    if item.fit:
        scale = min(item.width / size[0], item.height / size[1])
        shown_width, shown_height = size[0] * scale, size[1] * scale
    frame_left, frame_top = item.x + (item.width - shown_width) / 2, item.y + (item.height - shown_height) / 2
    scale_x, scale_y = shown_width / width, shown_height / height
    across, down = size[0] * scale_x / tones.columns, size[1] * scale_y / tones.rows
    table = InkTable.plain()
    if item.treatment is not Treatment.NONE:
        rows = _touched(top * scale_y, top * scale_y + shown_height, down, tones.rows)
        columns = _touched(left * scale_x, left * scale_x + shown_width, across, tones.columns)
        table = InkTable.of(item, _cut(tones, rows, columns))
    plane = table.printed(tones.light if table.colored else tones.grey)
    return Ground(
        frame=(frame_left, frame_top, frame_left + shown_width, frame_top + shown_height),
        tones=tones,
        x=frame_left - left * scale_x,
        y=frame_top - top * scale_y,
        across=across,
        down=down,
        table=table,
        plane=plane,
        around=(_neighbours(plane.darkest, tones.columns, min), _neighbours(plane.lightest, tones.columns, max)),
    )


def _touched(start: float, end: float, step: float, count: int) -> range:
    first = min(max(int(start / step), 0), count - 1)
    last = min(max(int((end - 1e-6) / step), first), count - 1)
    return range(first, last + 1)


def _cut(tones: Tones, rows: range, columns: range) -> Plane:
    """Return the greys of the part of a picture that is seen."""
    parts = [slice(row * tones.columns + columns.start, row * tones.columns + columns.stop) for row in rows]
    planes = (tones.grey.darkest, tones.grey.middle, tones.grey.lightest)
    return Plane(*(b"".join(plane[part] for part in parts) for plane in planes))


def _neighbours(values: bytes, columns: int, choose: Callable[[int, int, int], int]) -> bytes:
    """Return the extreme of every cell and the eight around it."""
    rows = [values[start : start + columns] for start in range(0, len(values), columns)]
    wide = [bytes(map(choose, row, row[:1] + row[:-1], row[1:] + row[-1:])) for row in rows]
    above, below = [wide[0], *wide[:-1]], [*wide[1:], wide[-1]]
    return b"".join(bytes(map(choose, *three)) for three in zip(wide, above, below, strict=True))
