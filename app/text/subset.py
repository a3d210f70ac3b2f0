"""The font program with nothing but the glyphs that are used, their numbers kept."""

from collections.abc import Iterable
from dataclasses import dataclass

import uharfbuzz
from uharfbuzz import SubsetFlags, SubsetInput

from app.text.face import Face

NOT_NEEDED = ("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "name", "OS/2", "post", "cmap", "STAT", "kern", "gasp", "DSIG")
"""Tables that a PDF never reads: shaping is done, codes are glyph numbers, names stand in the PDF."""
TYPED = frozenset({"cmap"})
"""Tables that a PDF does read where somebody types: they lead from letters to glyphs."""


@dataclass(frozen=True, slots=True)
class Program:
    """A font program to embed: the bare CFF table, or a whole TrueType file."""

    data: bytes
    cff: bool


def subset_program(face: Face, gids: Iterable[int]) -> Program:
    """Return the program of a face with these glyphs alone; a variable font is pinned to the face's instance."""
    small = uharfbuzz.subset(face.file.face, _order(face, gids))
    if "CFF " in small.table_tags:
        return Program(bytes(small.reference_table("CFF ").data), True)
    return Program(bytes(small.blob.data), False)


def letters_program(face: Face, letters: Iterable[str]) -> bytes:
    """Return a TrueType program of these letters of a face, found by their Unicode numbers; ligatures and kerning are gone."""
    source, order = face.file.face, SubsetInput()
    order.flags = (
        SubsetFlags.NO_HINTING | SubsetFlags.NO_LAYOUT_CLOSURE | SubsetFlags.NO_BIDI_CLOSURE | SubsetFlags.NOTDEF_OUTLINE
    )
    for letter in letters:
        order.unicode_set.add(ord(letter))
    _limit(order, face, [tag for tag in NOT_NEEDED if tag not in TYPED])
    return bytes(uharfbuzz.subset(source, order).blob.data)


def _order(face: Face, gids: Iterable[int]) -> SubsetInput:
    """Say what the subsetter is to keep. Hints go: print and screens of today do not use them."""
    order = SubsetInput()
    order.flags = (
        SubsetFlags.RETAIN_GIDS
        | SubsetFlags.NO_HINTING
        | SubsetFlags.NO_LAYOUT_CLOSURE
        | SubsetFlags.NO_BIDI_CLOSURE
        | SubsetFlags.NOTDEF_OUTLINE
        | SubsetFlags.CFF_IDENTITY_CHARSET
        | SubsetFlags.DOWNGRADE_CFF2
    )
    for gid in gids:
        order.glyph_set.add(gid)
    _limit(order, face, NOT_NEEDED)
    return order


def _limit(order: SubsetInput, face: Face, tags: Iterable[str]) -> None:
    """Leave out tables, and pin a variable font to the face's instance."""
    source = face.file.face
    for tag in tags:
        order.drop_table_tag_set.add(int.from_bytes(tag.ljust(4).encode("ascii"), "big"))
    if source.has_var_data:
        order.pin_all_axes_to_default(source)
        for tag, value in face.variations:
            order.pin_axis_location(source, tag, value)
