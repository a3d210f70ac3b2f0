"""Variants that suit the paper: what is drawn for lying pages is not asked of upright ones, nor the other way round."""

from collections.abc import Mapping
from dataclasses import replace

from app.brand.tokens import Brand, Master
from app.layout.grid import Grid

UPRIGHT: Mapping[str, Mapping[str, str]] = {
    "cover": {"screen": "photo"},
    "contents": {"tiles": "poster"},
    "letter": {"side": "column"},
    "story": {"slides": "poster"},
    "estimate": {"two-columns": "faces-left"},
    "summary": {"screen": "bars"},
    "total": {"split": "plate"},
    "references": {"slides": "bleed"},
    "terms": {"side": "columns"},
    "acceptance": {"side": "poster"},
}
"""By kind of page the variants for lying pages, and what upright and square ones have in their place."""
LYING: Mapping[str, Mapping[str, str]] = {
    "letter": {"column": "side", "centred": "side"},
    "timeline": {"bars": "screen", "threads": "screen"},
    "terms": {"columns": "side"},
    "acceptance": {"poster": "side", "plate": "side"},
}
"""By kind of page the variants for upright pages, and what lying ones have in their place."""


def suited(brand: Brand) -> Brand:
    """Return the brand with such variants of its masters as its paper has room for."""
    others = LYING if Grid.of(brand).lying else UPRIGHT
    return replace(brand, masters={kind: _suited(master, others.get(kind, {})) for kind, master in brand.masters.items()})


def _suited(master: Master, others: Mapping[str, str]) -> Master:
    return replace(master, variant=others.get(master.variant, master.variant))
