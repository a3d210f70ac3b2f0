"""What lies under type: the luminances of the part of a picture that is seen in its rectangle, in the brand's colours."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.layout.contrast import channels, encoded, linear
from app.layout.crop import seen
from app.layout.page import PictureItem, Treatment
from app.layout.tones import Tones

Zone = tuple[float, float, float, float]
"""Left, top, right and bottom of a place for type, in points."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A small part of the picture on the page: its rectangle in points and its luminances 0…1, darkest, middle, lightest.

    `spread` is the contrast of the cell and its neighbours, as a difference of sRGB values 0…1.
    """

    left: float
    top: float
    right: float
    bottom: float
    low: float
    middle: float
    high: float
    spread: float


@dataclass(frozen=True, slots=True)
class Ground:
    """A picture on the page as cells. `x` and `y` are where the picture's own corner is, which may lie outside the rectangle;
    `across` and `down` the size of a cell.
    """

    frame: Zone
    tones: Tones
    x: float
    y: float
    across: float
    down: float
    table: "_Table"

    @classmethod
    def of(cls, item: PictureItem, size: tuple[int, int], tones: Tones) -> "Ground":
        """Return the ground that a picture of this size makes in its item's rectangle."""
        left, top, width, height = seen(size, (item.width, item.height), (item.focus_x, item.focus_y), fit=item.fit)
        shown_width, shown_height = item.width, item.height
        if item.fit:
            scale = min(item.width / size[0], item.height / size[1])
            shown_width, shown_height = size[0] * scale, size[1] * scale
        frame_left, frame_top = item.x + (item.width - shown_width) / 2, item.y + (item.height - shown_height) / 2
        scale_x, scale_y = shown_width / width, shown_height / height
        across, down = size[0] * scale_x / tones.columns, size[1] * scale_y / tones.rows
        frame = (frame_left, frame_top, frame_left + shown_width, frame_top + shown_height)
        x, y = frame_left - left * scale_x, frame_top - top * scale_y
        plain = cls(frame, tones, x, y, across, down, _Table.plain())
        return plain if item.treatment is Treatment.NONE else cls(frame, tones, x, y, across, down, _Table.of(item, plain))

    def cells(self, zone: Zone) -> Iterator[Cell]:
        """Return the cells that a zone touches, cut to what both zone and picture cover."""
        left, top = max(zone[0], self.frame[0]), max(zone[1], self.frame[1])
        right, bottom = min(zone[2], self.frame[2]), min(zone[3], self.frame[3])
        if right <= left or bottom <= top:
            return
        rows = _touched(top - self.y, bottom - self.y, self.down, self.tones.rows)
        columns = _touched(left - self.x, right - self.x, self.across, self.tones.columns)
        for row in rows:
            y = self.y + row * self.down
            for column in columns:
                x = self.x + column * self.across
                low, middle, high = self._values(row, column)
                yield Cell(
                    max(x, left), max(y, top), min(x + self.across, right), min(y + self.down, bottom),
                    low, middle, high, self._spread(row, column),
                )  # fmt: skip

    def _values(self, row: int, column: int) -> tuple[float, float, float]:
        plane = self.tones.light if self.table.colored else self.tones.grey
        at = row * self.tones.columns + column
        return self.table.values(plane.darkest[at], plane.middle[at], plane.lightest[at])

    def _spread(self, row: int, column: int) -> float:
        """Return the difference between the darkest and the lightest in a cell and around it."""
        around = [
            self._values(y, x)
            for y in range(max(row - 1, 0), min(row + 2, self.tones.rows))
            for x in range(max(column - 1, 0), min(column + 2, self.tones.columns))
        ]
        return encoded(max(high for _, _, high in around)) - encoded(min(low for low, _, _ in around))

    def place(self, across: float, down: float) -> tuple[float, float]:
        """Return where on the page a part of the upright picture is, given as shares of its width and height."""
        return self.x + across * self.tones.columns * self.across, self.y + down * self.tones.rows * self.down


def _touched(start: float, end: float, step: float, count: int) -> range:
    first = min(max(int(start / step), 0), count - 1)
    last = min(max(int((end - 1e-6) / step), first), count - 1)
    return range(first, last + 1)


@dataclass(frozen=True, slots=True)
class _Table:
    """The luminances that the values of a plane have on the page.

    Greys are stretched to their full range, half a percent of the pixels being cut at either end; how far is only nearly
    known from the cells, so `dark` and `light` are the least and the most that it can come to.
    """

    colored: bool
    luminances: tuple[float, ...]
    dark: tuple[int, ...]
    light: tuple[int, ...]

    @classmethod
    def plain(cls) -> "_Table":
        """Return the table of a picture in its own colours."""
        same = tuple(range(256))
        return cls(True, tuple(value / 255 for value in same), same, same)

    @classmethod
    def of(cls, item: PictureItem, plain: Ground) -> "_Table":
        """Return the table of a picture in greys or in two inks."""
        black, white = item.duotone if item.treatment is Treatment.DUOTONE else ("#000000", "#ffffff")
        pairs = tuple(zip(channels(black), channels(white), strict=True))
        luminances = []
        for value in range(256):
            red, green, blue = (dark + (light - dark) * value / 255 for dark, light in pairs)
            luminances.append(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
        return cls(False, tuple(luminances), *_stretches(plain))

    def values(self, darkest: int, middle: int, lightest: int) -> tuple[float, float, float]:
        """Return the least, the middle and the greatest luminance of a cell."""
        low, high = self.dark[darkest], self.light[lightest]
        if self.colored:
            return self.luminances[low], self.luminances[middle], self.luminances[high]
        between = self.luminances[min(low, high) : max(low, high) + 1]
        return min(between), self.luminances[(self.dark[middle] + self.light[middle]) // 2], max(between)


NEARLY_ALL = 0.99


def _stretches(ground: Ground) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return, for every grey, the darkest and the lightest that it can become when the seen part's greys are stretched."""
    tones, frame = ground.tones, ground.frame
    rows = _touched(frame[1] - ground.y, frame[3] - ground.y, ground.down, tones.rows)
    columns = _touched(frame[0] - ground.x, frame[2] - ground.x, ground.across, tones.columns)
    parts = [slice(row * tones.columns + columns.start, row * tones.columns + columns.stop) for row in rows]
    darkest, lightest = (
        min(min(tones.grey.darkest[part]) for part in parts),
        max(max(tones.grey.lightest[part]) for part in parts),
    )
    if darkest == lightest:
        return tuple(range(256)), tuple(range(256))
    middles = sorted(b"".join(tones.grey.middle[part] for part in parts))
    last = len(middles) - 1
    dark = _stretch(middles[last - int(last * NEARLY_ALL)], lightest, 0)
    light = _stretch(darkest, middles[int(last * NEARLY_ALL)], 255)
    return dark, light


def _stretch(low: int, high: int, otherwise: int) -> tuple[int, ...]:
    if high <= low:
        return (otherwise,) * 256
    return tuple(round(min(max((value - low) / (high - low), 0.0), 1.0) * 255) for value in range(256))
