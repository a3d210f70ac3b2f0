"""Pictures of the pages of one layout, made in the background and kept while they are near."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.layout.page import Page
from widgets.jobs import URGENT, Jobs, Ticket
from widgets.preview.press import Layout, Press, Print, Want


class Sheets(QObject):
    """Keeps so many pictures. `ready` tells of new ones. Work runs in a `lane` of its own, one picture at a time."""

    ready = Signal()

    def __init__(self, jobs: Jobs, press: Press, layout: Layout, lane: str, kept: int, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._press, self._lane, self._most = jobs, press, lane, kept
        self.layout = layout
        self._kept: OrderedDict[Want, QImage] = OrderedDict()
        self._wanted: list[Want] = []
        self._failed: set[int] = set()
        self._busy = False

    @property
    def pages(self) -> Sequence[Page]:
        """The pages."""
        return self.layout.pages

    def picture(self, want: Want) -> QImage | None:
        """Return the picture of a page in the size that is wanted, or in another where that is not ready."""
        found = self._kept.get(want)
        if found is not None:
            self._kept.move_to_end(want)
            return found
        return next((image for one, image in self._kept.items() if one.index == want.index), None)

    def prepare(self, wants: Sequence[Want]) -> None:
        """Make pictures of pages, the first ones first; what was wanted before and is not any more is dropped."""
        self._wanted = [want for want in wants if want not in self._kept and want.index not in self._failed]
        if not self._busy:
            self._next()

    def stop(self) -> None:
        """Make no more pictures."""
        self._wanted = []
        self._jobs.drop(self._lane)

    def made(self, want: Want, ticket: Ticket) -> list[Print]:
        """Make a picture, in the worker's thread."""
        return self._press.print(self.layout, [want], ticket)

    def _next(self) -> None:
        if not self._wanted:
            return
        want = self._wanted.pop(0)
        self._busy = True
        self._jobs.start(
            lambda ticket: self.made(want, ticket),
            lambda prints: self._store(want, prints),
            lambda error: self._fail(want),
            lane=self._lane,
            priority=URGENT,
        )

    def _store(self, want: Want, prints: list[Print]) -> None:
        self._busy = False
        self._kept[want] = prints[0].image
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        self.ready.emit()
        self._next()

    def _fail(self, want: Want) -> None:
        self._busy = False
        self._failed.add(want.index)
        self._next()
