"""Skin, hair and cloth: ramps from the deepest shade to the brightest light."""

from __future__ import annotations

from tests.tools.demo_art.bust import Stops
from tests.tools.demo_art.groom import Fibre

ROSY: Stops = [
    (0, "#2c1216"),
    (0.16, "#5a2a26"),
    (0.32, "#9c5844"),
    (0.5, "#e2a183"),
    (0.68, "#f0bd9f"),
    (0.86, "#fad9c2"),
    (1, "#fff0e2"),
]
FAIR: Stops = [
    (0, "#2b1414"),
    (0.16, "#572c24"),
    (0.32, "#975942"),
    (0.5, "#dca47f"),
    (0.68, "#ecbf9b"),
    (0.86, "#f8dbbf"),
    (1, "#fff1e0"),
]
OLIVE: Stops = [
    (0, "#26130f"),
    (0.16, "#4f2a1e"),
    (0.32, "#8a5438"),
    (0.5, "#cb9468"),
    (0.68, "#deb086"),
    (0.86, "#efcfab"),
    (1, "#fdebd2"),
]
TAN: Stops = [
    (0, "#20100c"),
    (0.16, "#452318"),
    (0.32, "#7d472c"),
    (0.5, "#ba7d50"),
    (0.68, "#d09a6c"),
    (0.86, "#e5bd93"),
    (1, "#f8e0c2"),
]
BROWN: Stops = [
    (0, "#150909"),
    (0.16, "#2f1612"),
    (0.3, "#5a2d1e"),
    (0.46, "#8f5132"),
    (0.64, "#b37047"),
    (0.82, "#d39a6d"),
    (1, "#f7d7b0"),
]

GREYS: Stops = [(0, "#2f2d30"), (0.4, "#8d8a8c"), (0.75, "#cfcac6"), (1, "#f6f2ec")]
CHESTNUT = Fibre([(0, "#1a0d09"), (0.3, "#3f2015"), (0.6, "#7a4526"), (0.85, "#a96b3d"), (1, "#cf9660")], "#ffd9a8", GREYS)
DARK_BROWN = Fibre([(0, "#0e0807"), (0.3, "#251611"), (0.6, "#4a2f22"), (0.85, "#6d4a36"), (1, "#8f6a50")], "#e8cdb4", GREYS)
SOFT_BLACK = Fibre([(0, "#0a0605"), (0.3, "#1c120f"), (0.6, "#37261f"), (0.85, "#5a4136"), (1, "#86695a")], "#e9c9ae", GREYS)
BLACK = Fibre([(0, "#07060a"), (0.3, "#15131a"), (0.6, "#2b2730"), (0.85, "#474350"), (1, "#6f6b78")], "#c9d3e6", GREYS)
GINGER = Fibre([(0, "#1f0c06"), (0.3, "#4d2010"), (0.6, "#964a1f"), (0.85, "#c8752f"), (1, "#e8a35a")], "#ffdca0", GREYS)
SILVER = Fibre([(0, "#2b2625"), (0.3, "#635c57"), (0.6, "#9c958c"), (0.85, "#c4c1ba"), (1, "#ece9e2")], "#ffffff", GREYS)


def cloth(light: str, mid: str, dark: str, deep: str) -> Stops:
    """Cloth from shade to light."""
    return [(0, deep), (0.3, dark), (0.62, mid), (1, light)]


IVORY = cloth("#fff8ec", "#ece0cd", "#b8a48b", "#5f4a3c")
WHITE = cloth("#ffffff", "#e9ebef", "#a9afbc", "#4b5060")
CARAMEL = cloth("#d9a06c", "#b47744", "#74452a", "#2d1810")
NAVY = cloth("#6f86ad", "#37496b", "#1c2740", "#0b101d")
INK = cloth("#5b5a64", "#2f2e37", "#17161c", "#08080b")
GREEN = cloth("#5f9080", "#2f6152", "#173a31", "#081a16")
SAGE = cloth("#c4ccae", "#93a07c", "#586548", "#242b1d")
DENIM = cloth("#9ab4d1", "#5f7fa6", "#334c6d", "#141f31")
MUSTARD = cloth("#f3c765", "#d79c35", "#8f5f1c", "#3d240c")
CHARCOAL = cloth("#83868e", "#4e5159", "#2a2c33", "#111216")
SKY = cloth("#f1f7ff", "#c9dbef", "#7f97b3", "#37475b")
