"""The pages as they are shown to somebody: as large as the screen, made ahead, with the mark of a draft where they are one."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from widgets.desk import Desk
from widgets.jobs import Ticket
from widgets.preview.press import Layout, Press, Print, Want
from widgets.preview.sheets import Sheets

KEPT = 8
"""So many pages are kept ready: on a large screen one takes 30 MB."""


class Slides(Sheets):
    """The pages as they were laid out when it began."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        layout = desk.pages.layout
        assert layout is not None
        super().__init__(desk.jobs, Press(desk.pipeline), layout, "slides", KEPT, parent)
        self._desk, self._given = desk, layout
        self._unmarked = bool(desk.pages.forbidding)

    def picture(self, want: Want) -> QImage | None:
        """Return the best picture of a page that there is now."""
        found = super().picture(want)
        if found is not None or self._desk.pages.layout is not self._given:
            return found
        known = self._desk.pages.pictures(want.index)
        return known.large or known.small

    def made(self, want: Want, ticket: Ticket) -> list[Print]:
        """Make a picture; the first time mark the pages as those of a draft where they are."""
        if self._unmarked:
            given = self._given
            marked = self._desk.pipeline.drafted(given.laid)
            self.layout = Layout(marked, given.folder, tuple(range(len(given.pages))))
            self._unmarked = False
        return super().made(want, ticket)
