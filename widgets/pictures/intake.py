"""Pictures on their way into the open proposal: one after the other in the worker, counted, called off, told about.

Between two pictures the worker does what is more urgent, so that pages and letters never wait for an import.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.guard.pictures import picture_problem
from app.model.picture import Picture
from app.problems import Problem, Severity
from app.store.media import FOLDER as MEDIA
from app.wording import worded
from widgets.jobs import NORMAL, Jobs
from widgets.notice import Notice
from widgets.pictures.offer import Clip, Source, is_picture, pictures_in, title_of
from widgets.session import Change, Kind, Session
from widgets.words import language, tr, tr_plural

MOST_REASONS = 4
"""So many refused pictures are told with their reasons; the others by their number."""
MOST_IN_FOLDER = 200


class Added(Protocol):
    """What came of taking a file in."""

    @property
    def file(self) -> str:
        """Its path in the proposal's folder; empty where it was not taken."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why it was not taken."""


class MediaStore(Protocol):
    """Where pictures are kept beside a proposal."""

    def add_media(self, folder: Path, content: Path | bytes, suffix: str = "") -> Added:
        """Copy a picture into the proposal's folder."""


@dataclass(frozen=True)
class Taken:
    """A picture that is in the proposal's folder now, and the words that its file's name gives for a title."""

    picture: Picture
    title: str = ""


@dataclass(frozen=True)
class _Step:
    """What came of one source: a file, which is `fresh` where it was not there before, what a folder holds, or reasons why
    there is nothing.
    """

    file: str = ""
    fresh: bool = False
    found: tuple[Path, ...] | None = None
    problems: tuple[Problem, ...] = ()


@dataclass
class _Batch:
    """What was dropped or pasted at once."""

    folder: Path
    left: deque[Source]
    put: Callable[[list[Taken]], None]
    where: str
    total: int
    each: bool
    taken: list[Taken] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    twice: int = 0
    empty: str = ""


class Intake(QObject):
    """Takes pictures in. `begun` tells that there is something to do, `progressed` how many of how many are done, `arrived` for
    what place of the proposal another one has come, `ended` that all are in; `told` brings a Notice about what was refused.
    """

    begun = Signal()
    progressed = Signal(int, int)
    arrived = Signal(str)
    ended = Signal()
    told = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, store: MediaStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._store = session, jobs, store
        self._waiting: deque[_Batch] = deque()
        self._running = False
        session.changed.connect(self._changed)

    @property
    def count(self) -> tuple[int, int]:
        """How many pictures are done, and how many there are, of all that is under way."""
        total = sum(batch.total for batch in self._waiting)
        return total - sum(len(batch.left) for batch in self._waiting), total

    @property
    def is_busy(self) -> bool:
        """Whether pictures are on their way."""
        return bool(self._waiting)

    def coming(self, where: str) -> list[Taken]:
        """Return the pictures that are in the folder by now and wait for the others that were meant for the same place."""
        return [taken for batch in self._waiting if batch.where == where for taken in batch.taken]

    def begin(
        self, sources: Sequence[Source], put: Callable[[list[Taken]], None], where: str = "", *, each: bool = False
    ) -> None:
        """Take pictures in: `put` gets all of them at once, so that they are one edit; not called where none came.

        `where` is the path of the list that they are meant for. The same picture twice comes once, unless `each` source is to
        be answered by one.
        """
        folder = self._session.folder
        if folder is None or not sources:
            return
        if self._session.read_only:
            self._session.refused.emit()
            return
        first = not self._waiting
        self._waiting.append(_Batch(folder, deque(sources), put, where, len(sources), each))
        if first:
            self.begun.emit()
        self.progressed.emit(*self.count)
        self._next()

    @Slot()
    def cancel(self) -> None:
        """Call off what is not in yet. What is in is put where it was meant for: undo takes it out again."""
        if self._waiting:
            batches, self._waiting = list(self._waiting), deque()
            done, total = sum(len(batch.taken) for batch in batches), sum(batch.total for batch in batches)
            for batch in batches:
                self._put(batch)
            self.ended.emit()
            self.told.emit(Notice(Severity.INFO, tr("Called off: {n} of {total} pictures were taken in.", n=done, total=total)))

    def _next(self) -> None:
        """Have the next picture taken in, or say that all are."""
        while self._waiting and not self._waiting[0].left:
            batch = self._waiting.popleft()
            self._put(batch)
            self._tell(batch)
            if not self._waiting:
                self.ended.emit()
        if self._running or not self._waiting:
            return
        batch = self._waiting[0]
        source = batch.left.popleft()
        self._running = True
        self._jobs.start(
            lambda _: _take(self._store, batch.folder, source),
            lambda step: self._took(batch, source, step),
            self._broke,
            priority=NORMAL,
        )

    def _took(self, batch: _Batch, source: Source, step: _Step) -> None:
        self._running = False
        if batch in self._waiting:
            if step.found is not None:
                batch.left.extendleft(reversed(step.found))
                batch.total += len(step.found) - 1
                batch.empty = "" if step.found else getattr(source, "name", "")
            batch.problems += step.problems
            if not batch.each and any(step.file == known.picture.file for known in batch.taken):
                batch.twice += 1
            elif step.file:
                batch.taken.append(Taken(Picture(file=step.file), title_of(source)))
                self.arrived.emit(batch.where)
            self.progressed.emit(*self.count)
        elif step.fresh:
            self._jobs.start(lambda _: _take_out(batch.folder, step.file), lambda _: None, self.failed.emit, priority=NORMAL)
        self._next()

    @staticmethod
    def _put(batch: _Batch) -> None:
        if batch.taken:
            batch.put(batch.taken)

    def _broke(self, error: Exception) -> None:
        self._running = False
        self.failed.emit(error)
        self._next()

    def _tell(self, batch: _Batch) -> None:
        if batch.problems:
            self.told.emit(Notice(Severity.ERROR, refusals(batch.problems, batch.total)))
        elif batch.empty and not batch.taken:
            text = tr("There is no picture in the folder {folder}.", folder=batch.empty)
            self.told.emit(Notice(Severity.INFO, text))
        elif batch.twice:
            said = tr_plural(
                "{n} picture was there twice: it is kept once.", "{n} pictures were there twice: kept once.", batch.twice
            )
            self.told.emit(Notice(Severity.INFO, said))

    def _changed(self, change: Change) -> None:
        """What was meant for another proposal is not put into this one."""
        if change.kind is Kind.OPENED and self._waiting:
            self._waiting.clear()
            self.ended.emit()


def refusals(problems: Sequence[Problem], total: int) -> str:
    """Say in one breath which pictures were not taken, and why."""
    reasons = [worded(found, language()) for found in problems]
    if total == 1:
        return " ".join(reasons)
    lead = tr("{n} of {total} pictures were not taken in.", n=len(problems), total=total)
    rest = len(reasons) - MOST_REASONS
    more = [tr("And {n} more.", n=rest)] if rest > 0 else []
    return " ".join([lead, *reasons[:MOST_REASONS], *more])


def _take(store: MediaStore, folder: Path, source: Source) -> _Step:
    """Take one source in, in the worker."""
    if isinstance(source, Clip):
        return _take_clip(store, folder, source)
    if source.is_dir():
        return _Step(found=tuple(pictures_in(source)[:MOST_IN_FOLDER]))
    unfit = None if is_picture(source) else picture_problem(source, where=str(source))
    if unfit is not None:
        return _Step(problems=(unfit,))
    return _kept(store, folder, source)


def _kept(store: MediaStore, folder: Path, source: Path) -> _Step:
    before = set(_media(folder))
    added = store.add_media(folder, source)
    fresh = bool(added.file) and folder / added.file not in before
    return _Step(added.file, fresh, problems=tuple(added.problems))


def _media(folder: Path) -> list[Path]:
    """Return the pictures that are kept beside a proposal. Raises OSError."""
    return list((folder / MEDIA).iterdir()) if (folder / MEDIA).is_dir() else []


def _take_out(folder: Path, file: str) -> None:
    """Remove a picture that was called off while it came: nothing can show it yet. Raises OSError."""
    (folder / file).unlink(missing_ok=True)


def _take_clip(store: MediaStore, folder: Path, clip: Clip) -> _Step:
    """Put a copied picture into a file, so that it is looked at like any other one."""
    content = clip.content if isinstance(clip.content, bytes) else png(clip.content)
    with TemporaryDirectory(prefix="blesna-") as temporary:
        file = Path(temporary) / f"{tr('Copied picture')}{clip.suffix}"
        file.write_bytes(content)
        return _kept(store, folder, file)


def png(image: QImage) -> bytes:
    """Return a picture as a PNG file: the same pixels are the same bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
