"""A whole palette worked out from one or two colours, so that every text can be read on what it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.brand.inks import GRAPHIC, TEXT, WHITE, at_lightness, least, legible, mix, readable_on
from app.brand.units import contrast, luminance

READ_ON = (
    ("ink", "paper"), ("ink", "wash"), ("muted", "paper"), ("muted", "wash"), ("accent-text", "paper"), ("accent-text", "wash"),
    ("on-accent", "accent"), ("on-plate", "plate"),
)  # fmt: skip
"""What text is set in, and on what: each pair has a contrast of 4.5 : 1 at least."""

COMFORT = 7.0
"""The contrast of body text where nobody has chosen its colour."""
VISIBLE = 2.0
"""The contrast of a rule that only divides."""
SHINING = 9.0
"""The contrast of a frame on dark photographs to black."""
WASH, SOFT, QUIET = (0.05, 0.035, 0.02, 0.01, 0.0), 0.2, 0.42
"""How much ink is in pale areas, in quiet rules and, at first, how much paper in quiet text."""
DEEP = 0.07
"""The lightness of the dark end of a duotone."""


@dataclass(frozen=True, slots=True)
class Colors:
    """What a person chooses, as `#rrggbb`; what is empty is worked out or stays as the brandbook that it begins with has it."""

    accent: str
    second: str = ""
    ink: str = ""
    paper: str = ""


def palette_of(colors: Colors, base: Mapping[str, str]) -> dict[str, str]:
    """Return the colours by their roles. `base` is the palette of the brandbook that it begins with: it tells what follows what,
    such as a rule that has the colour of the ink.
    """
    paper = colors.paper or base["paper"]
    ink = _ink(colors, base, paper)
    wash = next(mixed for share in WASH if contrast(ink, mixed := mix(paper, ink, share)) >= TEXT)
    lighter = luminance(ink) > luminance(paper)
    accent = colors.accent
    accent_text = legible(accent, (paper, wash), lighter=lighter)
    line = _line(colors, base, ink, paper)
    plate = (colors.second or ink) if base["plate"] == base["ink"] else accent
    shine = accent if base["plate"] == base["ink"] else line
    on_accent = readable_on(accent, (paper, ink))
    return {
        "paper": paper, "ink": ink, "accent": accent, "accent-text": accent_text, "muted": _muted(ink, paper, wash),
        "line": line, "soft": mix(paper, ink, SOFT), "wash": wash, "on-picture": WHITE,
        "cover-line": legible(colors.second or mix(accent, WHITE, 0.5), ("#111111",), SHINING, lighter=True),
        "on-accent": on_accent, "plate": plate, "on-plate": (on_plate := readable_on(plate, (paper, ink))),
        "plate-accent": legible(shine, (plate,), GRAPHIC) if shine != plate else on_plate,
    }  # fmt: skip


def duotone_of(accent: str) -> tuple[str, str]:
    """Return the colours for the dark and the light parts of photographs."""
    dark = at_lightness(accent, DEEP)
    return dark, legible(accent, (dark,), GRAPHIC, lighter=True)


def measured(palette: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """Return the contrast of every pair of READ_ON that a palette has."""
    return {(one, on): contrast(palette[one], palette[on]) for one, on in READ_ON if one in palette and on in palette}


def _ink(colors: Colors, base: Mapping[str, str], paper: str) -> str:
    if colors.ink:
        return legible(colors.ink, (paper,))
    kept = base["ink"]
    if contrast(kept, paper) >= COMFORT:
        return kept
    return max((legible(kept, (paper,), COMFORT, lighter=up) for up in (False, True)), key=lambda ink: contrast(ink, paper))


def _muted(ink: str, paper: str, wash: str) -> str:
    """Return the ink with as much paper in it as can be read."""
    for share in (QUIET, 0.36, 0.3, 0.24, 0.18, 0.12, 0.06):
        found = mix(ink, paper, share)
        if least(found, (paper, wash)) >= TEXT:
            return found
    return ink


def _line(colors: Colors, base: Mapping[str, str], ink: str, paper: str) -> str:
    if base["line"] == base["ink"]:
        return ink
    own = colors.second or (colors.accent if base["line"] == base["accent"] else mix(colors.accent, paper, 0.45))
    return legible(own, (paper,), VISIBLE)
