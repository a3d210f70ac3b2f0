"""Which colours of a logo are worth having a brandbook made of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.brand.inks import apart, hls, rgb, written

ALIKE = 0.1
"""Colours that differ by less are one."""
GREY = 0.12
"""Less colour than this is none."""
MOST = 5
FEW = 0.01
"""Colours with less of the logo are edges between others."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A colour, and how much of a logo has it, 0 to 1."""

    color: str
    share: float

    @classmethod
    def of(cls, channels: tuple[int, int, int], share: float) -> "Weighed":
        """Make one of channels of 0 to 255."""
        return cls(written(*channels), share)

    @property
    def chroma(self) -> float:
        """How much colour it has, 0 to 1."""
        channels = rgb(self.color)
        return (max(channels) - min(channels)) / 255

    @property
    def telling(self) -> float:
        """How much it says about the brand: much of it, and much colour in it."""
        return float(self.share**0.5 * (0.05 + self.chroma))


def ranked(colors: Iterable[Weighed]) -> tuple[Weighed, ...]:
    """Return the colours without those that are nearly another one, the most telling first."""
    found: list[Weighed] = []
    for one in sorted(colors, key=lambda one: -one.share):
        same = next((i for i, other in enumerate(found) if apart(one.color, other.color) < ALIKE), None)
        if same is None:
            found.append(one)
        else:
            found[same] = Weighed(found[same].color, found[same].share + one.share)
    return tuple(sorted(found, key=lambda one: (-one.telling, one.color)))


def suggested(colors: Iterable[Weighed]) -> tuple[str, ...]:
    """Return what to offer as the colours of a brand: those with colour in them; else what is neither black nor white."""
    telling = [one for one in colors if one.share >= FEW]
    saturated = [one.color for one in telling if one.chroma >= GREY]
    return tuple((saturated or [one.color for one in telling if 0.08 < hls(one.color)[1] < 0.92])[:MOST])
