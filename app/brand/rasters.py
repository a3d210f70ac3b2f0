"""A logo that is a picture: cut out of its ground and to what is seen, with its colours."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.brand.inks import rgb
from app.brand.swatches import Weighed, ranked
from app.guard.pictures import as_error, picture_problem
from app.problems import Problem, problem

if TYPE_CHECKING:
    from PIL import Image

MOST = 1_500_000
"""Pixels that are kept: enough for a page's width at 300 dots an inch."""
SMALL = 200
"""Pixels of the longer side below which print is soft."""
SAME = 26
"""How far channels of one flat ground differ: JPEG is never quite flat."""
FLAT = 0.93
"""So much of the border has the colour of a flat ground."""
SEEN = 20
"""Opacity, of 255, from which on a pixel counts."""
SAMPLE = 120
"""Pixels of a side: as many as it takes to see which colours there are."""


@dataclass(frozen=True)
class Cut:
    """A logo in RGBA as it was cut out. `stands_free` tells that its ground shows through; of `colors` the best is first."""

    picture: "Image.Image"
    stands_free: bool
    colors: tuple[Weighed, ...]

    def png(self, color: str = "") -> bytes:
        """Return the file; in one `color`, where that is named, as a silhouette."""
        from PIL import Image

        shown = self.picture
        if color:
            shown = Image.new("RGBA", shown.size, (*rgb(color), 0))
            shown.putalpha(self.picture.getchannel("A"))
        out = BytesIO()
        shown.save(out, "PNG", optimize=True)
        return out.getvalue()


def cut_out(path: Path) -> tuple[Cut | None, tuple[Problem, ...]]:
    """Read a stranger's picture as a logo. None where it cannot be read, or where nothing is on it."""
    refused = picture_problem(path)
    if refused is not None:
        unlike = problem("brand-logo-unreadable", path.name, file=path.name)  # says what a logo can be
        return None, (as_error(unlike if refused.code == "picture-not-a-picture" else refused),)
    from PIL import Image, ImageOps

    try:
        if _is_heif(path):
            import pi_heif

            pi_heif.register_heif_opener()
        with Image.open(path) as opened:
            if opened.format in ("JPEG", "MPO"):
                opened.draft("RGB", _within(opened.size))
            picture = ImageOps.exif_transpose(opened)
            picture.thumbnail(_within(picture.size))
            picture = picture.convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None, (problem("brand-logo-unreadable", path.name, file=path.name),)
    free = _freed(picture)
    shown = free or picture
    box = shown.getchannel("A").point([255 if value > SEEN else 0 for value in range(256)]).getbbox()
    if box is None:
        return None, (problem("brand-logo-empty", path.name),)
    shown = shown.crop(box)
    soft = max(shown.size) < SMALL
    told = (problem("brand-logo-small", path.name, width=shown.width, height=shown.height),) if soft else ()
    return Cut(shown, free is not None, _colors(shown)), told


def _is_heif(path: Path) -> bool:
    """Tell by its first bytes whether a file may be what telephones make (ISO 23008-12). Raises OSError."""
    with path.open("rb") as file:
        return file.read(8)[4:] == b"ftyp"


def _within(size: tuple[int, int]) -> tuple[int, int]:
    """Return the size of a picture with no more than MOST pixels."""
    scale = min(1.0, (MOST / max(size[0] * size[1], 1)) ** 0.5)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _freed(picture: "Image.Image") -> "Image.Image | None":
    """Return the picture with a ground that lets through what is behind it; None where the ground is not one flat colour."""
    from PIL import Image, ImageChops

    if picture.getchannel("A").getextrema()[0] < 250:  # type: ignore[operator]
        return picture
    plain = picture.convert("RGB")
    ground = _ground(plain)
    if ground is None:
        return None
    far = ImageChops.difference(plain, Image.new("RGB", plain.size, ground)).split()
    most = ImageChops.lighter(ImageChops.lighter(far[0], far[1]), far[2])
    strongest = max(int(most.getextrema()[1]), SAME + 1)  # type: ignore[arg-type]
    full = SAME + max(1, (strongest - SAME) // 2)
    alpha = most.point([min(255, max(0, (value - SAME) * 255 // (full - SAME))) for value in range(256)])
    freed = plain.convert("RGBA")
    freed.putalpha(alpha)
    return freed


def _ground(plain: "Image.Image") -> tuple[int, int, int] | None:
    """Return the colour that nearly all of the border has, None where there is none."""
    width, height = plain.size
    edges = [(0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height)]
    border = [color for box in edges for color in _pixels(plain.crop(box))]
    middle = [sorted(color[i] for color in border)[len(border) // 2] for i in range(3)]
    same = sum(all(abs(color[i] - middle[i]) <= SAME for i in range(3)) for color in border)
    return (middle[0], middle[1], middle[2]) if same >= FLAT * len(border) else None


def _colors(shown: "Image.Image") -> tuple[Weighed, ...]:
    """Return which colours are seen, the most telling first."""
    from PIL import Image

    small = shown.copy()
    small.thumbnail((SAMPLE, SAMPLE))
    seen = [pixel[:3] for pixel in _pixels(small) if pixel[3] > 160] or [pixel[:3] for pixel in _pixels(shown) if pixel[3] > SEEN]
    line = Image.new("RGB", (len(seen), 1))
    line.putdata(seen)
    few = line.quantize(8).convert("RGB").getcolors() or []
    return ranked((Weighed.of(color, count / len(seen)) for count, color in few))  # type: ignore[arg-type]


def _pixels(picture: "Image.Image") -> list[tuple[int, ...]]:
    bands = len(picture.getbands())
    data = picture.tobytes()
    return [tuple(data[i : i + bands]) for i in range(0, len(data), bands)]
