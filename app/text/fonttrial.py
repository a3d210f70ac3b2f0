"""Tries whether a font can be used to its last glyph. Runs in a child process, for a hostile one may take any time."""

from pathlib import Path

import uharfbuzz as hb


def trial(path: str, index: str) -> bool:
    """Measure every glyph of a font and take it apart as for embedding; tell whether that can be done."""
    face = hb.Face(hb.Blob(Path(path).read_bytes()), int(index))
    font = hb.Font(face)
    order = hb.SubsetInput()
    for glyph in range(face.glyph_count):
        font.get_glyph_extents(glyph)
        order.glyph_set.add(glyph)
    try:
        return bool(hb.subset(face, order).glyph_count > 1)
    except RuntimeError:
        return False
