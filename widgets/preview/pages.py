"""The pages as the window sees them: laid out again after every edit, their pictures made while nobody waits."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from app.layout.page import Page
from app.problems import Problem, Severity
from widgets.jobs import IDLE, URGENT, Jobs
from widgets.preview.press import Layout, Press, Print, Want
from widgets.services import Pipeline
from widgets.session import Change, Kind, Session

DELAY = 120
LONGEST_DELAY = 360
"""Milliseconds: after an edit the layout waits for the next letter, but somebody who types on sees pages all the same."""
THUMB_WIDTH = 160
"""Pixels of a page's small picture; it is drawn at half of that or less, so that it is sharp on any screen."""
AT_ONCE = 3
"""So many pages are painted in one go, so that newer work never waits long."""


@dataclass
class Pictures:
    """The pictures there are of one page."""

    large: QImage | None = None
    small: QImage | None = None


_Position = tuple[str, int]
"""The place of a page that survives changes elsewhere: its section and its number therein."""


@dataclass
class _Gaze:
    """What the preview shows: these pages, so many pixels a point."""

    indices: tuple[int, ...] = ()
    scale: float = 1.0
    failed: set[int] = field(default_factory=set)


class Pages(QObject):
    """Keeps the pages of a proposal up to date. `laid_out` tells of a new layout, `printed` of new pictures.

    Pages of another session beside those of the open proposal have a `lane` of their own.
    """

    laid_out = Signal()
    printed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, pipeline: Pipeline, parent: QObject | None = None, lane: str = "") -> None:
        super().__init__(parent)
        self._lanes = f"{lane}layout", f"{lane}print"
        self._session, self._jobs = session, jobs
        self._press = Press(pipeline)
        self.layout: Layout | None = None
        self._shown: Layout | None = None
        self.waiting = False
        self._pictures: dict[int, Pictures] = {}
        self._former: dict[_Position, Pictures] = {}
        self._positions: list[_Position] = []
        self._ranges: tuple[Layout | None, dict[str, range]] = (None, {})
        self._gaze = _Gaze()
        self._painting = False
        self._restarts = 0
        self._fatal: tuple[Problem, ...] = ()
        self._delay = QTimer(self, singleShot=True, interval=DELAY)
        self._delay.timeout.connect(self._lay_out)
        session.changed.connect(self._session_changed)

    @property
    def pages(self) -> Sequence[Page]:
        """The pages as they were laid out last; of a proposal that was just opened its first page, until there is a `layout`."""
        return self._shown.pages if self._shown else ()

    @property
    def problems(self) -> Sequence[Problem]:
        """What preflight and the layout found wrong, or what made the layout impossible."""
        if self._fatal or self.layout is None:
            return self._fatal
        return (*self.layout.checked, *self.layout.laid.problems)

    @property
    def forbidding(self) -> Sequence[Problem]:
        """What forbids a final export of the pages as they were laid out last."""
        checked = self.layout.checked if self.layout else ()
        return tuple(found for found in checked if found.severity is Severity.ERROR)

    def pictures(self, index: int) -> Pictures:
        """Return the pictures of a page; those of its former state until new ones are there."""
        if self._shown is None:
            return Pictures()
        own = self._pictures.get(self._shown.keys[index], Pictures())
        old = self._former.get(self._positions[index], Pictures())
        return Pictures(own.large or old.large, own.small or old.small)

    def section_pages(self, section_id: str) -> range:
        """Return the indices of a section's pages, from its first to its last."""
        if self._ranges[0] is not self.layout:
            self._ranges = self.layout, _ranges(self.pages)
        return self._ranges[1].get(section_id, range(0))

    def look_at(self, indices: Sequence[int], scale: float) -> None:
        """Note which pages are on the screen, at how many device pixels a point; their pictures are made first."""
        self._gaze.indices, self._gaze.scale = tuple(indices), scale
        self._print_next()

    def again(self) -> None:
        """Lay out anew what is open: something else than the proposal has changed, such as its brandbook."""
        self._lay_out()

    def stop(self) -> None:
        """Let everything that is still being made of them go."""
        self._delay.stop()
        for lane in self._lanes:
            self._jobs.drop(lane)

    def _session_changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self.layout, self._shown, self._positions = None, None, []
            self._pictures.clear()
            self._former.clear()
            self.waiting = self._session.folder is not None
            self.laid_out.emit()
            self._lay_front()
        elif change.kind is Kind.EDITED:
            self.waiting = True
            if not self._delay.isActive():
                self._restarts = 0
            if self._restarts < LONGEST_DELAY // DELAY:
                self._restarts += 1
                self._delay.start()

    def _lay_front(self) -> None:
        """Lay out the first page alone: it is on the screen while all the others still find their place."""
        proposal, folder = self._session.proposal, self._session.folder
        if folder is None:
            return
        self._jobs.start(
            lambda ticket: self._press.lay_front(proposal, folder, ticket),
            self._front_laid,
            lambda _: self._lay_out(),  # which tells what is wrong
            lane=self._lanes[0],
            priority=URGENT,
        )

    def _front_laid(self, front: Layout | None) -> None:
        if front is not None:
            self._show_pages(front)
        self._lay_out()  # when the picture of the front has been made

    def _lay_out(self) -> None:
        proposal, folder = self._session.proposal, self._session.folder
        if folder is None:
            return
        self.waiting = True
        self._jobs.start(
            lambda ticket: self._press.lay_out(proposal, folder, ticket),
            self._laid,
            self._layout_failed,
            lane=self._lanes[0],
            priority=URGENT,
        )

    def _laid(self, layout: Layout) -> None:
        self.layout, self.waiting = layout, self._delay.isActive()
        self._fatal = ()
        self._show_pages(layout)

    def _show_pages(self, layout: Layout) -> None:
        self._former = {place: self.pictures(i) for i, place in enumerate(self._positions)}
        self._shown = layout
        self._positions = _positions(layout.pages)
        self._pictures = {key: self._pictures.get(key, Pictures()) for key in layout.keys}
        self._gaze.failed.clear()
        self._jobs.drop(self._lanes[1])
        self._painting = True  # nothing is painted before everybody who shows the pages has said how large
        self.laid_out.emit()
        self._painting = False
        self._print_next()

    def _layout_failed(self, error: Exception) -> None:
        self.waiting = False
        self._fatal = tuple(getattr(error, "problems", ()))
        self.failed.emit(error)
        self.laid_out.emit()

    def _print_next(self) -> None:
        layout = self._shown
        if layout is None or self._painting:
            return
        urgent = self._missing_large(layout)
        wants = (urgent or self._missing_small(layout))[:AT_ONCE]
        if not wants:
            return
        self._painting = True
        self._jobs.start(
            lambda ticket: self._press.print(layout, wants, ticket),
            lambda prints: self._store(wants, prints),
            lambda error: self._print_failed(layout, wants, error),
            lane=self._lanes[1],
            priority=URGENT if urgent else IDLE,
        )

    def _missing_large(self, layout: Layout) -> list[Want]:
        wants = []
        for index in self._gaze.indices:
            if index >= len(layout.keys) or layout.keys[index] in self._gaze.failed:
                continue
            width = max(1, round(layout.pages[index].width * self._gaze.scale))
            large = self._pictures[layout.keys[index]].large
            if large is None or large.width() != width:
                wants.append(Want(index, width))
        return wants

    def _missing_small(self, layout: Layout) -> list[Want]:
        return [
            Want(index, THUMB_WIDTH)
            for index, key in enumerate(layout.keys)
            if self._pictures[key].small is None and key not in self._gaze.failed
        ]

    def _store(self, wants: list[Want], prints: list[Print]) -> None:
        self._painting = False
        for print_ in prints:
            pictures = self._pictures.setdefault(print_.key, Pictures())
            if print_.image.width() == THUMB_WIDTH and pictures.small is None:
                pictures.small = print_.image
            else:
                pictures.large = print_.image
        self._forget_far()
        self.printed.emit()
        self._print_next()

    def _forget_far(self) -> None:
        """Drop large pictures of pages far from those on the screen: one can be 30 MB."""
        if self._shown is None or not self._gaze.indices:
            return
        near = range(min(self._gaze.indices) - 4, max(self._gaze.indices) + 5)
        kept = {key for index, key in enumerate(self._shown.keys) if index in near}
        for key, pictures in self._pictures.items():
            if key not in kept:
                pictures.large = None
        seen = {self._positions[i] for i in near if 0 <= i < len(self._positions)}
        for position, pictures in self._former.items():
            if position not in seen:
                pictures.large = None

    def _print_failed(self, layout: Layout, wants: list[Want], error: Exception) -> None:
        self._painting = False
        self._gaze.failed |= {layout.keys[want.index] for want in wants}
        self.failed.emit(error)
        self._print_next()


def _ranges(pages: Sequence[Page]) -> dict[str, range]:
    """Return the indices of each section's pages, from its first to its last."""
    found: dict[str, range] = {}
    for index, page in enumerate(pages):
        found[page.section] = range(found.get(page.section, range(index, 0)).start, index + 1)
    return found


def _positions(pages: Sequence[Page]) -> list[_Position]:
    met: Counter[str] = Counter()
    found = []
    for page in pages:
        found.append((page.section, met[page.section]))
        met[page.section] += 1
    return found
