"""Make the print of a picture: upright, cropped, scaled, in sRGB, treated, and without anything else that was in the file."""

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from app.layout.page import Treatment
from app.pdf.crop import Crop, Wanted
from app.pdf.large import decoded, is_large
from app.pdf.openpicture import orientation, upright_size
from app.pdf.shrink import Part, ShrinkError, shrunk

JPEG = frozenset({"JPEG", "MPO"})
"""MPO is what some cameras call a JPEG with a second picture behind it, such as a preview."""
COUNTABLE = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA"})
MOST_FLAT_COLORS = 4096
"""A lossless picture with fewer colours is a drawing, a logo or a chart: JPEG would smear its edges."""


def develop(image: Image.Image, path: Path, orders: Sequence[tuple[Crop, Wanted]]) -> list[Image.Image]:
    """Return prints of an opened file in mode L, RGB, LA or RGBA; alpha only where something shows through.

    The file is decoded once for all of them.
    """
    turn = orientation(image)
    profile = image.info.get("icc_profile")
    parts = [stored(seen, upright_size(image), turn) for seen, _ in orders]
    scaled = _scaled(image, path, parts)
    return [_finished(scaled.pop(0), turn, profile, wanted) for _, wanted in orders]


def _finished(picture: Image.Image, turn: Image.Transpose | None, profile: bytes | None, wanted: Wanted) -> Image.Image:
    """Return a scaled picture upright and in its colours. A large one is let go of as soon as another takes its place."""
    if turn is not None:
        picture = picture.transpose(turn)
    alpha = _alpha(picture)
    picture = srgb(picture, profile)
    if wanted.treatment is not Treatment.NONE:
        picture = picture.convert("L")
        picture = ImageOps.autocontrast(picture, cutoff=0.5)
    if wanted.treatment is Treatment.DUOTONE:
        picture.putpalette(_inks(*wanted.duotone))
        picture = picture.convert("RGB")
    if alpha is not None:
        picture.putalpha(alpha)
    return picture


@lru_cache(maxsize=4)
def _inks(dark: str, light: str) -> bytes:
    """Return the colours of all tones from black to white as a palette."""
    tones = Image.frombytes("L", (256, 1), bytes(range(256)))
    return ImageOps.colorize(tones, black=dark, white=light).tobytes()


def stored(seen: Crop, size: tuple[int, int], turn: Image.Transpose | None) -> Part:
    """Return a crop of an upright picture of this size as a part of what its file has, which a turn makes upright."""
    left, top, right, bottom = seen.box()
    from_right, from_bottom = size[0] - right, size[1] - bottom
    corner = {
        None: (left, top),
        Image.Transpose.FLIP_LEFT_RIGHT: (from_right, top),
        Image.Transpose.ROTATE_180: (from_right, from_bottom),
        Image.Transpose.FLIP_TOP_BOTTOM: (left, from_bottom),
        Image.Transpose.TRANSPOSE: (top, left),
        Image.Transpose.ROTATE_270: (top, from_right),
        Image.Transpose.TRANSVERSE: (from_bottom, from_right),
        Image.Transpose.ROTATE_90: (from_bottom, left),
    }[turn]
    if turn is not None and swaps(turn):
        return Part(*corner, seen.height, seen.width, (seen.pixels[1], seen.pixels[0]))
    return Part(*corner, seen.width, seen.height, seen.pixels)


def is_flat(image: Image.Image) -> bool:
    """Tell whether a picture may be a drawing rather than a photograph: kept without loss and with few colours."""
    if image.format in {*JPEG, "HEIF", "AVIF"} or image.mode not in COUNTABLE or is_large(image):
        return False
    return image.getcolors(MOST_FLAT_COLORS) is not None


def _scaled(image: Image.Image, path: Path, parts: Sequence[Part]) -> list[Image.Image]:
    """Return parts of a picture, not turned yet."""
    if image.format in JPEG and image.mode in {"L", "RGB"}:
        with suppress(ShrinkError):
            return shrunk(path, image.size, parts)
    full = image.size
    share = max(part.scale for part in parts)
    if image.format in JPEG:
        image.draft(None, (int(full[0] * share), int(full[1] * share)))
    image = decoded(image, path, share)
    across, down = image.size[0] / full[0], image.size[1] / full[1]
    picture = plain(image)
    scaled = []
    for part in parts:
        left, top = max(part.left * across, 0.0), max(part.top * down, 0.0)
        right = min((part.left + part.width) * across, picture.width)
        bottom = min((part.top + part.height) * down, picture.height)
        box = (left, top, right, bottom)
        scaled.append(picture.resize(part.pixels, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0))
    return scaled


def swaps(turn: Image.Transpose) -> bool:
    """Tell whether turning a picture exchanges its width and height."""
    return turn in {Image.Transpose.TRANSPOSE, Image.Transpose.TRANSVERSE, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270}


def plain(image: Image.Image) -> Image.Image:
    """Return the picture in a mode that can be scaled: L, LA, RGB, RGBA, CMYK or LAB."""
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode in {"I;16", "I;16L", "I;16B", "I;16N", "I"}:
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode == "F":
        darkest, lightest = image.getextrema()
        span = max(float(lightest) - float(darkest), 1e-9)  # type: ignore[arg-type]
        return image.point(lambda value: (value - darkest) * (255 / span)).convert("L")
    if image.mode in {"L", "RGB", "CMYK", "LAB"}:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _alpha(picture: Image.Image) -> Image.Image | None:
    if picture.mode not in {"LA", "RGBA"}:
        return None
    alpha = picture.getchannel("A")
    lowest = alpha.getextrema()[0]
    return alpha if lowest < 255 else None  # type: ignore[operator]


def srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the colours as sRGB, by the picture's own profile if it has a sound one; grey stays one channel."""
    if picture.mode in {"LA", "RGBA"}:
        picture = picture.convert(picture.mode[:-1])
    if profile and not _is_srgb(profile):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, _srgb_profile(), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted.convert("L") if picture.mode == "L" else converted
    if picture.mode == "LAB":
        return ImageCms.profileToProfile(picture, ImageCms.createProfile("LAB"), _srgb_profile(), outputMode="RGB") or picture
    return picture if picture.mode in {"L", "RGB"} else picture.convert("RGB")


@lru_cache(maxsize=1)
def _srgb_profile() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@lru_cache(maxsize=16)
def _is_srgb(profile: bytes) -> bool:
    try:
        return "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
