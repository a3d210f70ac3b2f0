"""PDFs on their way to the disk: built in the worker, watched, called off, and told about."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, Signal, Slot

from app.model.proposal import Proposal
from app.problems import Problem, Severity, stops
from app.sources.drafts import today
from app.store.targets import write_pdf
from widgets.desk import Desk
from widgets.jobs import NORMAL, Ticket
from widgets.models.picture_names import named
from widgets.notice import Notice, of_failure, of_problems
from widgets.purposes import Choice
from widgets.session import Change, Kind
from widgets.words import number, tr

_MEGABYTE, _KILOBYTE = 1_000_000, 1_000


@dataclass(frozen=True)
class Exported:
    """What came of an export. `size` is that of the file in bytes, 0 where none was written."""

    target: Path
    choice: Choice
    problems: tuple[Problem, ...]
    size: int = 0


class Exports(QObject):
    """Exports the open proposal; what is asked for while a file is on its way waits for its turn.

    `target` is the file that is on its way, None while there is none. `begun` brings it, `progressed` how much of it is done
    (0 to 1), `ended` tells that it is written or called off. `told` brings a Notice, `written` an Exported once the file is
    on the disk.
    """

    begun = Signal(object)
    progressed = Signal(float)
    ended = Signal()
    told = Signal(object)
    written = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._running: list[str] = []
        self._writing: set[str] = set()
        self._turn = Lock()
        self.target: Path | None = None
        self.problems: tuple[Problem, ...] = ()
        desk.session.changed.connect(self._changed)

    def start(self, target: Path, choice: Choice) -> None:
        """Write the PDF of the open proposal as it is now."""
        proposal, folder = self._desk.session.proposal, self._desk.session.folder
        if folder is None:
            return
        lane = f"export {target}"
        if lane not in self._running:
            self._running.append(lane)
        self.target = target
        self.begun.emit(target)

        def work(ticket: Ticket) -> Exported:
            return self._work(ticket, proposal, folder, target, choice, lane)

        def done(exported: Exported) -> None:
            self._end(lane)
            self._tell(exported)

        def failed(error: Exception) -> None:
            self._end(lane)
            self.told.emit(of_failure(error))

        with self._turn:
            self._writing.discard(lane)
            self._desk.jobs.start(work, done, failed, lane=lane, priority=NORMAL)

    @Slot()
    def cancel(self) -> None:
        """Call everything off. What stood on the disk before is left as it is; a file that is being written is told of."""
        with self._turn:
            off = [lane for lane in self._running if lane not in self._writing]
            for lane in off:
                self._desk.jobs.drop(lane)
        for lane in off:
            self._end(lane)
        if off:
            self.told.emit(Notice(Severity.INFO, tr("The export was called off.")))

    def _work(self, ticket: Ticket, proposal: Proposal, folder: Path, target: Path, choice: Choice, lane: str) -> Exported:
        def watch(part: float) -> None:
            ticket.check()
            self.progressed.emit(part)

        pipeline = self._desk.pipeline
        if not choice.draft:
            checked = tuple(pipeline.preflight(proposal, folder, today()))
            if stops(checked):
                return Exported(target, choice, checked)
        built = pipeline.build(proposal, folder, choice.preset, choice.password, watch, draft=choice.draft)
        problems = tuple(built.problems)
        ticket.check()
        if stops(problems):
            return Exported(target, choice, problems)
        with self._turn:  # from here on nobody is told any more that there is no file
            ticket.check()
            self._writing.add(lane)
        refused = write_pdf(target, built.pdf)
        if refused is not None:
            return Exported(target, choice, (refused, *problems))
        return Exported(target, choice, problems, len(built.pdf))

    def _end(self, lane: str) -> None:
        self._writing.discard(lane)
        if lane in self._running:
            self._running.remove(lane)
        if not self._running:
            self._stand_still()

    def _stand_still(self) -> None:
        self.target = None
        self.ended.emit()

    def _tell(self, exported: Exported) -> None:
        if not exported.size:
            self._say(of_problems(self._called(errors(exported.problems)), tr("Not exported.")))
            return
        known = set(self._desk.pages.problems)
        self.problems = tuple(found for found in exported.problems if found not in known)
        said = tr("Exported to {file}, {size}.", file=exported.target.name, size=size_in_words(exported.size))
        found = of_problems(self._called(self.problems), said)
        severity, problems = (found.severity, found.problems) if found else (Severity.INFO, ())
        self._say(Notice(severity, found.text if found else said, problems, exported.target))
        self.written.emit(exported)

    def _called(self, problems: Sequence[Problem]) -> list[Problem]:
        """Return the problems with pictures called as a person would."""
        return [named(self._desk.session.proposal, found) for found in problems]

    def _say(self, notice: Notice | None) -> None:
        if notice is not None:
            self.told.emit(notice)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self.problems = ()


def errors(problems: Sequence[Problem]) -> list[Problem]:
    """Return what made it impossible; what only warns is not the reason."""
    return [found for found in problems if found.severity is Severity.ERROR]


def size_in_words(size: int) -> str:
    """Return the size of a file in words: “840 KB”, “2.4 MB”."""
    if size < _MEGABYTE:
        return tr("{n} KB", n=number(-(-size // _KILOBYTE)))
    return tr("{n} MB", n=number(round(Decimal(size) / _MEGABYTE, 1)))
