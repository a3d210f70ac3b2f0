"""What comes into the library at once: works from pictures, people from a table, the samples."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.guard.pictures import SUFFIXES, claims_to_be_a_picture
from app.i18n import phrase
from app.model.clientcard import ClientCard
from app.model.people import Person
from app.model.reference import Origin
from app.problems import Problem, Severity
from app.sources.gathering import Candidate, candidates, gather_person, gather_work
from app.sources.works import Work, WorksFound, works_in
from widgets.choices import options
from widgets.desk import Desk
from widgets.documents import ESTIMATE_SUFFIXES
from widgets.fields.choice import ChoiceField
from widgets.library.records import PERSON, REFERENCE, Mark, mark_of
from widgets.notice import Notice, of_failure, of_problems
from widgets.phrases import say, shorten
from widgets.places.library.gather_dialog import GatherDialog, Take, words_taken
from widgets.places.library.gather_model import Line
from widgets.places.library.study import Study
from widgets.words import language, number, tr

if TYPE_CHECKING:
    from app.sources.samples import Filled

WHOSE = phrase("Whose work")


class Bringing(QObject):
    """Asks for files, shows what is in them, takes what is ticked. `tell` says something in the banner."""

    def __init__(self, owner: QWidget, desk: Desk, study: Study, tell: Callable[[Notice], None]) -> None:
        super().__init__(owner)
        self._owner, self._desk, self._study, self._keeper, self._tell = owner, desk, study, study.keeper, tell
        self.dialog: GatherDialog | None = None

    # what is asked for ------------------------------------------------------------------------------------------------

    def folder(self) -> None:
        """Ask for a folder of pictures."""
        chosen = QFileDialog.getExistingDirectory(self._owner, tr("Choose a folder of pictures"))
        if chosen:
            self.take([Path(chosen)])

    def pictures(self) -> None:
        """Ask for pictures."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        title = tr("Choose pictures")
        files, _ = QFileDialog.getOpenFileNames(self._owner, title, "", f"{tr('Pictures')} ({patterns})")
        if files:
            self.take([Path(file) for file in files])

    def table(self) -> None:
        """Ask for a table of people."""
        patterns = " ".join(f"*{suffix}" for suffix in ESTIMATE_SUFFIXES)
        file, _ = QFileDialog.getOpenFileName(self._owner, tr("Choose a table of people"), "", f"{tr('Tables')} ({patterns})")
        if file:
            self.take([Path(file)])

    def takes(self, files: Sequence[Path]) -> bool:
        """Tell whether something can be made of files: pictures, folders, or one table."""
        if not files:
            return False
        return is_table(files) or all(file.is_dir() or claims_to_be_a_picture(file) for file in files)

    def take(self, files: Sequence[Path]) -> None:
        """Look what is in files, and show it."""
        if is_table(files):
            self._read_people(files[0])
        else:
            self._desk.jobs.start(lambda ticket: works_in(files, ticket.check), self._show_works, self.failed, lane="gather")

    def samples(self) -> None:
        """Take what comes with the program."""
        from app.sources.samples import take_samples

        spoken, workspace = language(), self._desk.workspace

        def done(filled: "Filled") -> None:
            clients = [one for one in filled.records if isinstance(one, ClientCard)]
            marks = [mark_of(one) for one in filled.records if not isinstance(one, ClientCard)]
            others = partial(self._keep_clients, clients) if clients else None
            self._study.brought(marks, say(phrase("Take the samples")), others)
            self._desk.finding.changed()
            self._tell(of_problems(filled.problems) or Notice(Severity.INFO, _said(filled)))

        self._desk.jobs.start(lambda _: take_samples(workspace, spoken), done, self.failed)

    def _keep_clients(self, clients: Sequence[ClientCard], there: bool) -> None:
        """Put clients back, or take out those that are as they came."""
        shelf = self._desk.workspace.library.clients

        def work(_: object) -> tuple[Problem, ...]:
            problems: list[Problem] = []
            for client in clients:
                found = shelf.get(client.id).first
                if there and found is None:
                    problems += shelf.put(client, rev=0).problems
                elif not there and found is not None and found.value == client:
                    problems += shelf.remove(client.id, found.rev)
            return tuple(problems)

        def done(problems: tuple[Problem, ...]) -> None:
            self._desk.finding.changed()
            self._told(problems)

        self._desk.librarian.worker.start(work, done, self.failed)

    # works ------------------------------------------------------------------------------------------------------------

    def _show_works(self, found: WorksFound) -> None:
        if not found.works:
            self._told(found.problems)
            return
        headings = (tr("Title"), tr("Year"), tr("Pictures"), tr("Problems"))
        whose = ChoiceField(self._desk.look, options(Origin))
        whose.setAccessibleName(tr(WHOSE))
        whose.show_value(Origin.OWN)
        workspace = self._desk.workspace

        def take(line: Line) -> tuple[str, tuple[Problem, ...]]:
            assert isinstance(line.thing, Work)
            origin = whose.value if isinstance(whose.value, Origin) else Origin.OWN
            gathered = gather_work(workspace, line.thing, line.name, origin)
            return gathered.id, gathered.problems

        lines = [Line(work.title, (work.year, number(len(work.files))), work, work.files[0]) for work in found.works]
        dialog = self._open(tr("Works from pictures"), headings, take, REFERENCE)
        dialog.add_choice(tr(WHOSE), whose)
        told = tr("Each picture becomes a work, and so does each folder inside. Titles can be changed here.")
        dialog.offer(lines, told, found.problems)

    # people -----------------------------------------------------------------------------------------------------------

    def _read_people(self, file: Path) -> None:
        from app.intake.staff import StaffRead, read_staff

        known = [one.value for one in self._keeper.stored.values() if isinstance(one.value, Person)]
        session = self._desk.session
        currency = session.proposal.currency if session.is_open else "RUB"

        def work(ticket: object) -> tuple[StaffRead, tuple[Candidate, ...]]:
            read = read_staff(file, currency=currency, check=getattr(ticket, "check"))  # noqa: B009 it is a Ticket
            return read, candidates(read.people, file.parent, known)

        def done(found: tuple[StaffRead, tuple[Candidate, ...]]) -> None:
            read, people = found
            if people:
                self._show_people(people, read.problems, read.unknown)
            else:
                self._told(read.problems)

        self._desk.jobs.start(work, done, self.failed, lane="gather")

    def _show_people(self, people: Sequence[Candidate], problems: Sequence[Problem], unknown: Sequence[str]) -> None:
        headings = (tr("Name"), tr("Role"), tr("E-mail"), tr("Rate"), tr("Problems"))
        workspace = self._desk.workspace

        def take(line: Line) -> tuple[str, tuple[Problem, ...]]:
            assert isinstance(line.thing, Candidate)
            gathered = gather_person(workspace, line.thing, line.name)
            return gathered.id, gathered.problems

        told = tr("Photos are looked for beside the table, by the name of the file or of the person.")
        if unknown:
            named = ", ".join(shorten(one, 24) for one in unknown[:5])
            told += " " + tr("Columns that are left out: {names}.", names=named)
        dialog = self._open(tr("People from a table"), headings, take, PERSON)
        dialog.offer([_line(one) for one in people], told, problems)

    # both -------------------------------------------------------------------------------------------------------------

    def _open(self, title: str, headings: Sequence[str], take: Take, kind: str) -> GatherDialog:
        self.dialog = dialog = GatherDialog(self._owner, self._desk, title, headings, take)
        dialog.gathered.connect(partial(self._gathered, kind))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _gathered(self, kind: str, taken: tuple[str, ...], problems: tuple[Problem, ...]) -> None:
        self._study.brought([Mark(kind, one) for one in taken])
        self._desk.finding.changed()
        words = words_taken(len(taken)) if taken else tr("Nothing was taken.")
        self._tell(of_problems(problems, words) or Notice(Severity.INFO, words))

    def _told(self, problems: Sequence[Problem]) -> None:
        if notice := of_problems(problems):
            self._tell(notice)

    def failed(self, error: Exception) -> None:
        """Say that something went wrong which nobody had thought of."""
        self._tell(of_failure(error))


def _said(filled: "Filled") -> str:
    if not filled.records:
        return tr("The samples are in the library already; nothing was changed.")
    return tr("The samples are in the library. Change them freely.")


def is_table(files: Sequence[Path]) -> bool:
    """Tell whether files are one table."""
    return len(files) == 1 and files[0].suffix.lower() in ESTIMATE_SUFFIXES


def _line(candidate: Candidate) -> Line:
    person = candidate.staffer.person
    rate = next(iter(person.rates.value), None)
    money = f"{number(rate.amount)} {rate.currency}" if rate else ""
    cells = (person.role, person.email, money)
    return Line(person.name, cells, candidate, candidate.photo, candidate.staffer.problems, ticked=not candidate.there)
