"""Nothing is painted beyond the edge of the paper: a text that is far too long for its place ends there, and that is told."""

from collections.abc import Sequence
from dataclasses import replace

from app.layout.page import Item, TextItem
from app.layout.scene import Sheet
from app.problems import Problem, problem

UPPER, LOWER = 0.75, 0.25
"""How far letters reach above and below their baseline, in ems."""


class Edges:
    """Looks at the sheets of a section, and at those that an edit left alone only once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[int, tuple[Sheet, Sheet, tuple[Problem, ...]]] = {}

    def within(self, sheets: Sequence[Sheet], problems: list[Problem]) -> list[Sheet]:
        """Return sheets as `within` does; of one that is the very object that it was, so is what becomes of it."""
        known, self._known = self._known, {}
        for sheet in sheets:
            found = known.get(id(sheet))
            if found is None or found[0] is not sheet:
                told: list[Problem] = []
                found = sheet, within(sheet, told), tuple(told)
            # An earlier scene need not live on with its page.
            found[1].scene = sheet.scene
            self._known[id(sheet)] = found
            problems.extend(found[2])
        return [self._known[id(sheet)][1] for sheet in sheets]


def within(sheet: Sheet, problems: list[Problem]) -> Sheet:
    """Return the sheet without the lines that stand beyond its upper or lower edge, told once for each text."""
    height = sheet.scene.brand.page.height
    off = [item for item in sheet.items if isinstance(item, TextItem) and not item.angle and _is_off(item, height)]
    if not off:
        return sheet
    for origin in dict.fromkeys(item.origin for item in off if item.line.text.strip()):
        cut = next(item.line.text for item in off if item.origin == origin)
        problems.append(problem("text-off-page", origin, text=cut[:40]))
    gone: set[int] = {id(item) for item in off}
    items: list[Item] = [item for item in sheet.items if id(item) not in gone]
    return replace(sheet, items=items)


def _is_off(item: TextItem, height: float) -> bool:
    """Tell whether any of a line is beyond the edge; most lines are far from it, so that their size is not looked at."""
    if 100.0 < item.y < height - 30.0 or not item.line.runs:
        return False
    size = max(run.size for run in item.line.runs)
    return item.y + LOWER * size > height or item.y - UPPER * size < 0
