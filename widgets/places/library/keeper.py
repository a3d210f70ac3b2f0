"""The records of the library in the window: read once, kept by themselves after a pause, in step with who else changes them."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.problems import Problem, stops
from app.store.shelf import CONFLICT, Stored
from app.store.work.me import myself
from widgets.desk import Desk
from widgets.jobs import URGENT, Jobs
from widgets.library.records import KINDS, Mark, Record, mark_of, shelf_of
from widgets.notice import of_failure, of_problems
from widgets.places.library.bench import Bench, kept
from widgets.places.library.cards import Filter, card_of
from widgets.places.library.catalogue import Catalogue
from widgets.words import language, tr

PAUSE = 900
"""Milliseconds without an edit after which a record is kept."""


@dataclass(frozen=True)
class Conflict:
    """Somebody else has changed a record meanwhile: theirs, None where it was removed, and ours."""

    theirs: Stored[Any] | None
    mine: Record


@dataclass(frozen=True)
class _Read:
    """What was found on the disk: its state, the records with their cards, None where they are those that are known."""

    token: str
    stored: dict[Mark, Stored[Any]] | None = None
    catalogue: Catalogue = field(default_factory=Catalogue)
    problems: tuple[Problem, ...] = ()


class Keeper(QObject):
    """All records by their marks. `listed` says that there may be others now, `put` and `gone` bring a Mark, `clashed` a
    Conflict, `told` a Notice; `busy_changed` tells whether something is not kept yet.
    """

    listed = Signal()
    put = Signal(object)
    gone = Signal(object)
    clashed = Signal(object)
    told = Signal(object)
    busy_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.stored: dict[Mark, Stored[Any]] = {}
        self.catalogue = Catalogue()
        self.is_read = False
        self._token, self._spoken = "", language()
        self._pending: dict[Mark, Bench] = {}
        self._under_way: set[Mark] = set()
        self._held: set[Mark] = set()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        desk.librarian.stopping.connect(self.flush)
        desk.librarian.changed.connect(self.read)

    @property
    def _jobs(self) -> Jobs:
        return self._desk.librarian.worker

    @property
    def by(self) -> str:
        """Who works here: whoever signs at this desk, else the user of the machine."""
        return self._desk.settings.signer or myself().user

    @property
    def busy(self) -> bool:
        """Whether something is not in the library yet."""
        return bool(self._pending or self._under_way)

    def value(self, mark: Mark | None) -> Record | None:
        """Return a record as the library has it, None where it has none."""
        found = self.stored.get(mark) if mark else None
        return found.value if found else None

    def latest(self, mark: Mark) -> Record | None:
        """Return a record with what was written and is not kept yet."""
        base, bench = self.value(mark), self._pending.get(mark)
        return kept(base, bench, self.by, myself().moment()) if base is not None and bench is not None else base

    def read(self) -> None:
        """Look what there is, unless nothing has changed since the last time."""
        library, known = self._desk.workspace.library, self._token if self.is_read and self._spoken == language() else None
        self._spoken = language()

        def work(_: object) -> _Read:
            try:
                token = library.token()
            except OSError:
                token = ""
            if token and token == known:
                return _Read(token)
            found = [shelf_of(library, kind).all() for kind in KINDS]
            stored = {mark_of(one.value): one for shelf in found for one in shelf.records}
            catalogue = Catalogue({mark: card_of(one) for mark, one in stored.items()})
            catalogue.offer(Filter())
            catalogue.shown(Filter())
            return _Read(token, stored, catalogue, tuple(p for shelf in found for p in shelf.problems))

        self._jobs.start(work, self._take, self._failed, lane="library")

    def _take(self, found: "_Read") -> None:
        if found.stored is not None:
            held = {mark: self.stored[mark] for mark in self._pending.keys() | self._under_way if mark in self.stored}
            self.stored, self.catalogue = {**found.stored, **held}, found.catalogue
            for one in held.values():
                self.catalogue.put(one)
            self._token, self.is_read = found.token, True
            self.listed.emit()
        if notice := of_problems(found.problems):
            self.told.emit(notice)

    # keeping what is written ------------------------------------------------------------------------------------------

    def note(self, bench: Bench) -> None:
        """A record was edited: it is kept after a pause."""
        mark = bench.mark
        if mark is None or mark in self._held:
            return
        self._pending[mark] = bench
        self._pause.start()
        self.busy_changed.emit()

    def flush(self) -> None:
        """Keep everything now."""
        self._pause.stop()
        for mark in [mark for mark in self._pending if mark not in self._under_way]:
            bench, base = self._pending.pop(mark), self.stored.get(mark)
            if base is None:
                continue
            value = kept(base.value, bench, self.by, myself().moment())
            if value != base.value:
                self._write(mark, value, base.rev)
        self.busy_changed.emit()

    def _write(self, mark: Mark, value: Record, rev: int | None, then: Callable[[], None] | None = None) -> None:
        shelf = shelf_of(self._desk.workspace.library, mark.kind)
        self._under_way.add(mark)

        def done(found: Any) -> None:
            self._under_way.discard(mark)
            problems: tuple[Problem, ...] = found.problems
            if any(one.code == CONFLICT for one in problems):
                self._clash(mark, found.first, value)
            elif stops(problems) or found.first is None:
                self._tell(problems)
            else:
                self._took(mark, found.first, problems)
                if then is not None:
                    then()
            if self._pending:
                self._pause.start()
            self.busy_changed.emit()

        self._jobs.start(lambda _: shelf.put(value, rev), done, self._broken(mark), priority=URGENT)

    def _broken(self, mark: Mark) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            self._under_way.discard(mark)
            self._failed(error)

        return failed

    def _took(self, mark: Mark, stored: Stored[Any], problems: Sequence[Problem]) -> None:
        self.stored[mark] = stored
        self._desk.finding.changed()
        self.put.emit(mark)
        self._desk.librarian.kept.emit(mark)
        if notice := of_problems(problems):
            self.told.emit(notice)

    def _tell(self, problems: Sequence[Problem]) -> None:
        if notice := of_problems(problems, tr("It was not kept.")):
            self.told.emit(notice)

    # two who write ----------------------------------------------------------------------------------------------------

    def _clash(self, mark: Mark, theirs: Stored[Any] | None, mine: Record) -> None:
        self._held.add(mark)
        self._pending.pop(mark, None)
        self.clashed.emit(Conflict(theirs, mine))

    def settle(self, conflict: Conflict, *, mine: bool) -> None:
        """Keep ours over theirs, or take theirs."""
        mark = mark_of(conflict.mine)
        self._held.discard(mark)
        if mine:
            self._write(mark, over(conflict), None)
        elif conflict.theirs is None:
            self.stored.pop(mark, None)
            self.gone.emit(mark)
        else:
            self.stored[mark] = conflict.theirs
            self.put.emit(mark)

    # making and removing ----------------------------------------------------------------------------------------------

    def store(self, record: Record) -> None:
        """Put a record as it is, whatever is there."""
        mark = mark_of(record)
        self._pending.pop(mark, None)
        self._write(mark, record, None)

    def drop(self, mark: Mark) -> None:
        """Take a record out."""
        shelf = shelf_of(self._desk.workspace.library, mark.kind)
        self._pending.pop(mark, None)
        self._under_way.add(mark)

        def done(problems: tuple[Problem, ...]) -> None:
            self._under_way.discard(mark)
            if stops(problems):
                self._tell(problems)
                return
            self.stored.pop(mark, None)
            self._desk.finding.changed()
            self.gone.emit(mark)

        self._jobs.start(lambda _: shelf.remove(mark.id), done, self._broken(mark), priority=URGENT)

    def _failed(self, error: Exception) -> None:
        self.told.emit(of_failure(error))


def named_anew(record: Record) -> Record:
    """Return a record with an id that no other has."""
    return replace(record, id=str(uuid.uuid4()))


def over(conflict: Conflict) -> Record:
    """Return ours as the next state after theirs: of a block their versions stay in its history."""
    from app.blocks.versions import revised
    from app.model.block import Block

    mine, theirs = conflict.mine, conflict.theirs.value if conflict.theirs else None
    if not isinstance(mine, Block) or not isinstance(theirs, Block):
        return mine
    me = myself()
    block = revised(theirs, mine.variants, me.user, me.moment())
    return replace(
        block, name=mine.name, kind=mine.kind, service=mine.service, owner=mine.owner, tags=mine.tags,
        status=mine.status if mine.variants == theirs.variants else block.status,
    )  # fmt: skip
