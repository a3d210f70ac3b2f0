"""How lines of text were painted for the eye: an edit leaves most lines of a page where they are."""

from app.layout.page import TextItem
from app.text.glyphs import GlyphRun

Strokes = tuple[tuple[GlyphRun, str], ...]
"""The runs of a line with the operators that show each."""

MOST = 4_000
"""So many lines are kept: those of some dozens of pages."""


class Seen:
    """The operators of lines by the identity of their items, which layout keeps where nothing has changed."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[TextItem, float, Strokes]] = {}

    def get(self, item: TextItem, height: float) -> Strokes | None:
        """Return how a line was painted on a page of this height in points, None if it was not."""
        known = self._known.get(id(item))
        return known[2] if known is not None and known[0] is item and known[1] == height else None

    def put(self, item: TextItem, height: float, strokes: Strokes) -> Strokes:
        """Remember how a line was painted, and return it."""
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[id(item)] = (item, height, strokes)
        return strokes
