"""Numbers and texts in the notation of a content stream, as short as their meaning allows."""

from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=8192)
def number(value: float, places: int = 2) -> str:
    """Write a length with at most `places` decimals and without idle zeros. Two places are 1/7200 inch."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: Iterable[float], places: int = 2) -> str:
    """Write several lengths with spaces between them."""
    return " ".join([number(value, places) for value in values])


@lru_cache(maxsize=512)
def rgb(color: str) -> str:
    """Write `#rrggbb` as three shares of DeviceRGB; raises ValueError for anything else."""
    if len(color) != 7 or color[0] != "#":
        raise ValueError(f"not a colour: {color!r}")
    return numbers((int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)), 4)


def utf16(text: str) -> str:
    """Write a text string as a hexadecimal UTF-16 string with its byte order mark."""
    return "<FEFF" + text.encode("utf-16-be", "replace").hex().upper() + ">"
