"""A QR code as vectors (ISO/IEC 18004): dark modules on a light field, whatever it stands on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.layout.contrast import contrast, luminance
from app.layout.page import BoxItem, Item, LinkItem, PathItem
from app.layout.scene import Scene
from app.layout.urls import web_url
from app.problems import problem

MM = 72 / 25.4
LONGEST = 1200
"""An address of more characters makes so fine a code that telephones do not read it."""
QUIET = 4
"""Modules of light around the code."""
LEAST_WIDTH = 22 * MM
LEAST_MODULE = 0.33 * MM
"""The whole code and one of its modules are at least so wide."""
LEAST_CONTRAST = 7.0

Matrix = tuple[bytes, ...]
"""Rows of modules, 1 for dark."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code that leads to `url`. A module is `module` points wide, the whole with its quiet zone `side`."""

    url: str
    modules: Matrix
    module: float

    @property
    def side(self) -> float:
        """Return the width and height with the quiet zone."""
        return self.module * (len(self.modules) + 2 * QUIET)


def matrix(url: str) -> Matrix:
    """Return the modules of the code that leads to an address, with error correction level M."""
    import segno

    return tuple(bytes(row) for row in segno.make(url, error="m", micro=False, boost_error=False).matrix)


def code_link(scene: Scene, address: str, where: str) -> str:
    """Return the address that a code may carry, in ASCII; empty, and a problem, where it cannot be used."""
    if not address.strip():
        return ""
    if len(address.strip()) > LONGEST:
        scene.problems.append(problem("code-link-long", where, length=len(address.strip()), limit=LONGEST))
        return ""
    url = web_url(address)
    if url is None:
        scene.problems.append(problem("code-link-unusable", where, link=address.strip()[:80]))
    elif len(url) > LONGEST:
        scene.problems.append(problem("code-link-long", where, length=len(url), limit=LONGEST))
        return ""
    return url or ""


def code(url: str, width: float) -> Code:
    """Return the code that leads to an address, `width` points wide with its quiet zone or as wide as it must be to be read."""
    modules = matrix(url)
    count = len(modules)
    return Code(url, modules, max(width / (count + 2 * QUIET), LEAST_WIDTH / count, LEAST_MODULE))


def draw_code(scene: Scene, found: Code, x: float, y: float, origin: str) -> list[Item]:
    """Return the code on its light field; a click leads where it says."""
    dark, light = _colors(scene)
    corner = QUIET * found.module
    return [
        BoxItem(x, y, found.side, found.side, fill=light, origin=origin),
        PathItem(tuple(_path(found.modules, x + corner, y + corner, found.module)), fill=dark, origin=origin),
        LinkItem(x, y, found.side, found.side, url=found.url),
    ]


def _colors(scene: Scene) -> tuple[str, str]:
    """Return the brand's darkest and lightest colours of paper and ink, black and white where they are too alike."""
    dark, light = sorted((scene.brand.color("paper"), scene.brand.color("ink")), key=luminance)
    return (dark, light) if contrast(luminance(dark), luminance(light)) >= LEAST_CONTRAST else ("#000000", "#FFFFFF")


def _path(modules: Matrix, x: float, y: float, module: float) -> Iterator[tuple[str | float, ...]]:
    """Yield one path of rectangles, as few as equal runs in neighbouring rows allow, so that nothing shines through between."""
    for left, top, right, bottom in _rectangles(modules):
        x1, y1, x2, y2 = x + left * module, y + top * module, x + right * module, y + bottom * module
        yield from (("M", x1, y1), ("L", x2, y1), ("L", x2, y2), ("L", x1, y2), ("Z",))


def _rectangles(modules: Matrix) -> Iterator[tuple[int, int, int, int]]:
    open_runs: dict[tuple[int, int], int] = {}
    for row, cells in enumerate((*modules, b"")):
        runs = tuple(_runs(cells))
        for run in [run for run in open_runs if run not in runs]:
            yield run[0], open_runs.pop(run), run[1], row
        for run in runs:
            open_runs.setdefault(run, row)


def _runs(cells: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where runs of dark modules begin and end."""
    start = -1
    for i, cell in enumerate((*cells, 0)):
        if cell and start < 0:
            start = i
        elif not cell and start >= 0:
            yield start, i
            start = -1
