"""Between the open proposal and the library: what is taken out, what is kept, and what has become newer there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.blocks.content import holder
from app.blocks.keeping import linked
from app.edits.fields import set_value
from app.i18n import phrase
from app.model.block import Block
from app.model.path import exists, get
from app.model.people import Person
from app.model.reference import Reference
from app.problems import Severity
from app.store.workspace import Workspace
from widgets.finding import Finding
from widgets.forms.kinds import title_of
from widgets.jobs import Jobs
from widgets.library.inserting import Fetched, Where, fetched, inserted, path_of
from widgets.library.records import Mark, mark_of, name_of
from widgets.library.storing import Kept, Source, keep_person, keep_reference, keep_section
from widgets.notice import Deed, Notice, of_failure, of_problems
from widgets.phrases import Phrase, say, shorten
from widgets.session import Session
from widgets.words import tr, tr_plural


class Librarian(QObject):
    """`told` brings a Notice, `changed` the Mark of a record that was kept out of the open proposal, `kept` that of one that was
    written on in the library itself, `wanted` the Mark of one that is to be shown.

    `priced` says that rate cards were looked through, and maybe changed.

    `stopping` says that the window ends: what is to be kept is handed to the worker now. `study` is what the place of the
    library works with, which outlives its widgets.
    """

    told = Signal(object)
    changed = Signal(object)
    kept = Signal(object)
    wanted = Signal(object)
    priced = Signal()
    stopping = Signal()

    def __init__(
        self, session: Session, jobs: Jobs, workspace: Workspace, finding: Finding, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._workspace, self._finding = session, jobs, workspace, finding
        self._worker: Jobs | None = None
        self.by = ""
        self.study: object = None

    @property
    def worker(self) -> Jobs:
        """A worker that does what it was given even when the window ends."""
        if self._worker is None:
            self._worker = Jobs(self)
        return self._worker

    def stop(self) -> None:
        """Keep what is not kept yet, and end."""
        self.stopping.emit()
        if self._worker is not None:
            self._worker.finish()

    # out of the library -----------------------------------------------------------------------------------------------

    def insert(self, marks: Sequence[Mark], where: Where | None = None) -> None:
        """Copy records into the open proposal as one edit, and go there."""
        session, place = self._session, where or Where()
        folder, language = session.folder, session.proposal.language
        if folder is None or not marks:
            self.told.emit(Notice(Severity.INFO, tr("Open a proposal first: then this can go into it.")))
            return
        self._jobs.start(
            lambda _: fetched(self._workspace, marks, folder, language),
            lambda found: self._put(found, place, folder),
            self.failed,
        )

    def _put(self, found: Fetched, where: Where, folder: Path) -> None:
        session = self._session
        if session.folder != folder:
            return
        done = inserted(session.proposal, found.records, where)
        problems = (*found.problems, *done.problems)
        if done.proposal is not session.proposal:
            session.settle()
            session.edit(done.proposal, self._named(found))
            session.settle()
        if session.proposal is done.proposal and found.records and done.id:
            path = path_of(session.proposal, found.records[-1], done.id)
            if path:
                session.go_to(path)
        if notice := of_problems(problems):
            self.told.emit(notice)
        elif found.records:
            self.told.emit(Notice(Severity.INFO, self._said(found)))

    def _named(self, found: Fetched) -> Phrase:
        if len(found.records) == 1:
            return say(phrase("Insert “{title}”"), title=shorten(name_of(found.records[0]), 24))
        title = shorten(name_of(found.records[0]), 24) if found.records else ""
        return say(phrase("Insert “{title}” and {n} more"), title=title, n=str(len(found.records) - 1))

    def _said(self, found: Fetched) -> str:
        if len(found.records) == 1:
            return tr("“{title}” stands in the proposal now.", title=shorten(name_of(found.records[0]), 48))
        return tr_plural("{n} thing was put into the proposal.", "{n} things were put into the proposal.", len(found.records))

    # into the library -------------------------------------------------------------------------------------------------

    def keep_section(self, section_id: str) -> None:
        """Keep a text of the open proposal as a block, or as the next version of its block."""
        session, source = self._session, self._source()
        section = holder(get(session.proposal, f"sections/{section_id}"))
        if source is None or section is None:
            return
        name = shorten(title_of(section), 80)

        def done(kept: Kept) -> None:
            if isinstance(kept.record, Block) and exists(session.proposal, f"sections/{section_id}"):
                words = say(phrase("Save “{title}” to the library"), title=shorten(name, 24))
                session.edit(linked(session.proposal, section_id, kept.record), words)
            self._tell_kept(kept)

        self._jobs.start(lambda _: keep_section(self._workspace, section, name, source), done, self.failed)

    def keep_person(self, person_id: str) -> None:
        """Keep a person of the open proposal."""
        person, source = self._session.proposal.person(person_id), self._source()
        if person is not None and source is not None:
            self._jobs.start(lambda _: keep_person(self._workspace, person, source), self._tell_kept, self.failed)

    def keep_reference(self, path: str) -> None:
        """Keep a work of the open proposal. A new one has in the proposal the id that the library gave it."""
        session, source = self._session, self._source()
        work: Reference = get(session.proposal, path)
        if source is None:
            return

        def done(kept: Kept) -> None:
            if kept.fresh and kept.record is not None and exists(session.proposal, path):
                words = say(phrase("Save “{title}” to the library"), title=shorten(work.title, 24))
                session.edit(set_value(session.proposal, f"{path}/id", kept.record.id), words)
            self._tell_kept(kept)

        self._jobs.start(lambda _: keep_reference(self._workspace, work, source), done, self.failed)

    def _source(self) -> Source | None:
        folder = self._session.folder
        return None if folder is None else Source(folder, self._session.proposal.language, self.by)

    def _tell_kept(self, kept: Kept) -> None:
        if kept.record is None:
            if notice := of_problems(kept.problems, tr("It was not saved to the library.")):
                self.told.emit(notice)
            return
        mark = mark_of(kept.record)
        deed = Deed(tr("Show in the library"), lambda: self.wanted.emit(mark))
        self.told.emit(Notice(Severity.INFO, _kept_words(kept), kept.problems, deeds=(deed,)))
        self._finding.changed()
        self.changed.emit(mark)

    def failed(self, error: Exception) -> None:
        """Say that something went wrong which nobody had thought of."""
        self.told.emit(of_failure(error))


def _kept_words(kept: Kept) -> str:
    assert kept.record is not None
    name = shorten(name_of(kept.record) or tr("Without a name"), 48)
    if kept.same:
        return tr("“{title}” is in the library just so.", title=name)
    if isinstance(kept.record, Block):
        if kept.fresh:
            return tr("“{title}” is a draft in the library now. Approve it there.", title=name)
        return tr("“{title}” has version {n} in the library, a draft. Approve it there.", title=name, n=kept.record.version)
    if isinstance(kept.record, Person):
        return tr("{name} is in the library now.", name=name)
    return tr("“{title}” is in the library now.", title=name)
