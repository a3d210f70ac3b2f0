"""Which variants of each kind of page there are to choose from, the most usual first."""

from collections.abc import Mapping
from dataclasses import replace

from app.brand.tokens import Brand

VARIANTS: Mapping[str, tuple[str, ...]] = {
    "cover": ("photo", "framed", "split", "screen", "typographic"),
    "contents": ("poster", "leaders", "tiles"),
    "opener": ("flood", "framed", "paper", "screen"),
    "letter": ("column", "centred", "side"),
    "story": ("poster", "magazine", "slides"),
    "estimate": ("faces-left", "two-columns"),
    "summary": ("bars", "ring", "screen"),
    "total": ("flood", "plate", "split"),
    "timeline": ("bars", "threads", "screen"),
    "team": ("grid", "one-big", "side"),
    "references": ("bleed", "framed", "slides"),
    "terms": ("columns", "side"),
    "acceptance": ("poster", "plate", "side"),
    "back-cover": ("flood", "framed", "screen"),
    "chrome": ("top", "centred"),
}


def with_variant(brand: Brand, kind: str, variant: str) -> Brand:
    """Return a brand whose pages of a kind have another variant, with a key of its own."""
    masters = {**brand.masters, kind: replace(brand.masters[kind], variant=variant)}
    return replace(brand, masters=masters, key=f"{brand.key}-{kind}-{variant}")
