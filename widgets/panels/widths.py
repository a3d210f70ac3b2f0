"""How wide the panes are: the page large beside fields, less beside a grid, which needs the room. Each is remembered."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter

from widgets.look.scale import factor, px
from widgets.settings import Settings

FIELDS, GRID = "panes/fields", "panes/grid"
"""What stands beside the page; also the names under which the settings keep the widths."""
USUAL = {FIELDS: (216, 684, 448), GRID: (208, 424, 716)}
"""Pixels of the outline, the pages and the fields in a window as it opens first: the usual columns of a grid have room."""
LEAST_OUTLINE, LEAST_PAGE = 200, 356
"""Pixels down to which they give way to a grid; in larger letters the page does so further, for the grid needs more."""
LEAST_BESIDE, LEAST_FIELDS = 440, 420
"""Pixels down to which the page gives way to fields in larger letters, and these to the page."""
STRETCH = {FIELDS: (0, 3, 1), GRID: (0, 2, 3)}
"""Who takes how much of what a larger window brings."""


def usual(shape: str, room: int) -> list[int]:
    """Return the widths of a window that opens first: where a grid has not the room that it needs, the page gives way."""
    outline, page, fields = (px(wide) for wide in USUAL[shape])
    if shape == GRID:
        page = max(round(LEAST_PAGE / max(factor(), 1.0)), min(page, room - outline - fields))
        outline = max(px(LEAST_OUTLINE), min(outline, room - page - fields))
        fields = min(fields, max(room - outline - page, 0))
    elif factor() > 1.0:  # larger letters stand in the fields: these need the room more than the page
        fields = min(fields, max(LEAST_FIELDS, room - outline - LEAST_BESIDE))
        page = max(LEAST_BESIDE, room - outline - fields)
    return [outline, page, fields]


def _name(shape: str) -> str:
    """Return under what name widths are kept: in larger letters they are others."""
    return shape if factor() == 1.0 else f"{shape}-{round(100 * factor())}"


class Widths:
    """The widths of the panes beside fields and beside a grid; somebody who drags them changes those of one of the two."""

    def __init__(self, panes: QSplitter, settings: Settings) -> None:
        self._panes, self._settings = panes, settings
        self._kept: dict[str, QByteArray] = {name: settings.bytes(_name(name)) for name in USUAL}
        self._shape = ""
        self.show(FIELDS)

    def show(self, shape: str) -> None:
        """Give the panes the widths that they had last beside FIELDS or a GRID."""
        if shape == self._shape:
            return
        self._remember()
        self._shape = shape
        for place, stretch in enumerate(STRETCH[shape]):
            self._panes.setStretchFactor(place, stretch)
        if self._kept[shape].isEmpty() or not self._panes.restoreState(self._kept[shape]):
            self._panes.setSizes(usual(shape, self._panes.width()))

    def keep(self) -> None:
        """Write them into the settings."""
        self._remember()
        for name, state in self._kept.items():
            self._settings.keep(_name(name), state)

    def _remember(self) -> None:
        if self._shape:
            self._kept[self._shape] = self._panes.saveState()
