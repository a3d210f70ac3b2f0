"""Type over the cover's picture: each group of lines in the ink, and the title at the place, that need least shade."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.layout.calm import best_ink, calmest, lines_of, reads
from app.layout.page import Item, PictureItem
from app.layout.photo import type_over
from app.layout.scene import Scene, Sheet


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a cover: the line at its head, the facts at its foot, and the title at every place that it may have, the one
    that the design wants first.
    """

    head: list[Item]
    foot: list[Item]
    places: list[list[Item]]


Groups = Callable[[Type, int], Sequence[list[Item]]]
"""Which lines are shaded together, for the title at a place; the title's group comes last."""


def set_over(sheet: Sheet, picture: PictureItem, make: Callable[[str], Type], groups: Groups) -> str:
    """Draw what `make` sets in an ink, each group in the brand's ink for pictures, or in another that the brandbook allows for
    pictures that suit it better. Returns the title's ink.
    """
    roles = inks(sheet.scene)
    made = {roles[0]: make(roles[0])}

    def best(items: list[Item]) -> str:
        ink = best_ink(sheet, picture, lines_of(items), roles)
        if ink not in made:
            made[ink] = make(ink)
        return ink

    first = made[roles[0]]
    ink = best(groups(first, 0)[-1])
    at = calmest(sheet.scene, picture, [lines_of(items) for items in first.places], ink)
    chosen = [best(items) for items in groups(first, at)]
    before = len(sheet.items)
    type_over(sheet, picture, *_inked(made, chosen, groups, at))
    if not all(reads(sheet, picture, lines_of(items), ink) for items, ink in _inked(made, chosen, groups, at)):
        # One group was given light and the next one took it away again.
        del sheet.items[before:]
        chosen = [best([item for items in groups(first, at) for item in items])] * len(chosen)
        type_over(sheet, picture, *_inked(made, chosen, groups, at))
    return chosen[-1]


def _inked(made: dict[str, Type], chosen: list[str], groups: Groups, at: int) -> list[tuple[list[Item], str]]:
    """Return every group in its ink."""
    return [(groups(made[ink], at)[i], ink) for i, ink in enumerate(chosen)]


def inks(scene: Scene) -> tuple[str, ...]:
    """Return the palette roles in which the brand sets type on the cover's picture, the usual one first."""
    named = scene.brand.masters["cover"].settings.get("inks")
    return tuple(str(role) for role in named) if isinstance(named, list) and named else ("on-picture",)
