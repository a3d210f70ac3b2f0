"""A studio's logo, an SVG or any picture, made into the marks of a brandbook."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.brand import svg, svgwriting
from app.brand.rasters import Cut, cut_out
from app.brand.swatches import Weighed, ranked, suggested
from app.brand.tokens import Drawing
from app.brand.units import contrast
from app.problems import Problem, error, problem

LARGEST = 50_000_000
"""Bytes of a file that is looked at."""
HIDDEN = 2.2
"""A mark with less contrast to the paper is not seen on it."""
LOST = 1.6
"""A shape with less is lost there."""
BARELY = 0.02
"""Colours with less of a mark are its edges."""


@dataclass(frozen=True)
class Logo:
    """A logo that was read: shapes or a picture, the colours to make a brandbook of, and what is wrong with it."""

    drawing: Drawing | None = None
    cut: Cut | None = None
    suggested: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether there is anything to be shown."""
        return self.drawing is not None or self.cut is not None

    def files(self, palette: Mapping[str, str]) -> dict[str, tuple[str, bytes]]:
        """Return the marks by their names in `[logos]`: the name of each file and what is in it."""
        if self.drawing is not None:
            shown = svgwriting.seen_on(self.drawing, palette["paper"], LOST)
            return {"mark": ("mark.svg", svgwriting.written(shown))}
        if self.cut is None:
            return {}
        ink, paper = palette["ink"], palette["paper"]
        if not self.cut.stands_free:
            return {"mark": ("mark.png", self.cut.png())}
        dark, light = sorted((ink, paper), key=lambda color: contrast(color, "#000000"))
        colors = [one for one in self.cut.colors if one.share >= BARELY]
        seen = max((contrast(one.color, paper) for one in colors), default=21.0) >= HIDDEN
        return {
            "mark": ("mark.png", self.cut.png("" if seen else ink)),
            "mark-light": ("mark-light.png", self.cut.png(light if contrast(light, "#000000") > 15 else "#FFFFFF")),
            "mark-dark": ("mark-dark.png", self.cut.png(dark if contrast(dark, "#FFFFFF") > 10 else "#111111")),
        }


def read_logo(source: Path | bytes) -> Logo:
    """Read a stranger's logo from its file or its bytes. What cannot be used is told, never raised."""
    if isinstance(source, Path):
        return _read(source)
    with tempfile.TemporaryDirectory(prefix="blesna-") as folder:
        path = Path(folder) / "logo"
        path.write_bytes(source)
        return _read(path)


def _read(path: Path) -> Logo:
    try:
        if path.stat().st_size > LARGEST:
            return Logo(problems=(error("brand-logo-large", path.name, limit=LARGEST // 1_000_000),))
        with path.open("rb") as file:
            head = file.read(4096)
    except (OSError, ValueError):
        return Logo(problems=(error("brand-logo-missing", path.name, path=path.name),))
    return _of_svg(path) if _is_svg(head) else _of_picture(path)


def _is_svg(head: bytes) -> bool:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return b"<svg" in text or text.startswith((b"<?xml", b"<!doctype svg"))


def _of_svg(path: Path) -> Logo:
    found, problems = svg.read_svg(path)
    if found is None:
        return Logo(problems=problems)
    drawing = svgwriting.without_ground(found)
    left, top, right, bottom = svgwriting.extent(drawing.shapes)
    if right - left <= 0 or bottom - top <= 0:
        return Logo(problems=(*problems, problem("brand-logo-empty", path.name)))
    sizes: dict[str, float] = {}
    for shape in drawing.shapes:
        box = svgwriting.extent((shape,))
        for color in svgwriting.paints(shape):
            sizes[color] = sizes.get(color, 0.0) + max((box[2] - box[0]) * (box[3] - box[1]), 1e-9)
    whole = sum(sizes.values())
    colors = ranked(Weighed(color.upper(), size / whole) for color, size in sizes.items())
    return Logo(drawing, suggested=suggested(colors), problems=problems)


def _of_picture(path: Path) -> Logo:
    cut, problems = cut_out(path)
    return Logo(cut=cut, suggested=suggested(cut.colors) if cut else (), problems=problems)
