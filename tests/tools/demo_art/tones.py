"""Colours: ramps mixed in Oklab (Björn Ottosson, "A perceptual color space for image processing") and small picture sums."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def rgb(colour: str) -> NDArray[np.float64]:
    """``#rrggbb`` as three numbers from 0 to 1."""
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def to_oklab(srgb: NDArray[np.floating]) -> NDArray[np.float64]:
    """sRGB 0 to 1 (last axis of three) to Oklab."""
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    out: NDArray[np.float64] = np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T
    return out


def from_oklab(lab: NDArray[np.floating]) -> NDArray[np.float64]:
    """Oklab to sRGB, clipped to 0 to 1."""
    linear = np.clip(((lab @ np.linalg.inv(_TO_LAB).T) ** 3) @ np.linalg.inv(_TO_LMS).T, 0, 1)
    out: NDArray[np.float64] = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return out


def ramp(stops: list[tuple[float, str]], light: NDArray[np.floating]) -> NDArray[np.float64]:
    """The colours of a gradient with ``stops`` (place, colour) at the places ``light``, mixed in Oklab."""
    table = to_oklab(np.stack([rgb(c) for _, c in stops]))
    places = [p for p, _ in stops]
    fine = np.linspace(0, 1, 512)
    lut = from_oklab(np.stack([np.interp(fine, places, table[:, i]) for i in range(3)], axis=1))
    return lut[np.clip(light * 511, 0, 511).astype(int)]


def mixed(base: NDArray[np.floating], over: NDArray[np.floating], amount: NDArray[np.floating]) -> NDArray[np.float64]:
    """``over`` laid on ``base`` with the cover ``amount``."""
    a = amount[..., None]
    return base * (1 - a) + over * a


def smooth(low: float, high: float, v: NDArray[np.floating]) -> NDArray[np.floating]:
    """Smoothstep."""
    t = np.clip((v - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def picture(colours: NDArray[np.floating], cover: NDArray[np.floating]) -> Image.Image:
    """RGBA from colours and cover, both 0 to 1."""
    full = np.concatenate([colours, cover[..., None]], axis=-1)
    return Image.fromarray((np.clip(full, 0, 1) * 255 + 0.5).astype(np.uint8))
