"""What the place of the library works with: its records, their session with one stack, their pictures."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.blocks.versions import new_block
from app.i18n import phrase
from app.model.block import Block, BlockKind, Variant
from app.model.people import Person
from app.model.proposal import LANGUAGES, Proposal
from app.model.reference import Reference
from app.model.sections import Story
from app.store.house import House, read_house
from app.store.work.me import myself
from widgets.desk import Desk
from widgets.library.records import BLOCK, PERSON, Mark, Record, mark_of, name_of
from widgets.media import Media
from widgets.phrases import Phrase, say, shorten
from widgets.places.library.bench import Bench, Setting, bench_of
from widgets.places.library.keeper import Keeper, named_anew
from widgets.places.library.record_session import RecordSession
from widgets.places.library.shelf_commands import BroughtCommand, Exchange, ShelfCommand
from widgets.session import Session
from widgets.words import language, number

USUAL = Proposal(date=datetime.date.min).brandbook
"""What a new proposal begins with where the studio has set nothing."""


class Study(QObject):
    """`desk` is the one that forms of records work on; the pictures of cards are in `media`, whichever record is looked at.
    `resettled` tells that records are shown in another setting where no proposal is open, `arrived` brings the marks of records
    that came in together.
    """

    resettled = Signal()
    arrived = Signal(object)

    def __init__(self, around: Desk) -> None:
        super().__init__(around.librarian)
        folder = around.workspace.library_folder
        self._house = House()
        self._around = around
        self.keeper = Keeper(around, self)
        self.session = RecordSession(folder, self)
        shelf = Session(self)
        shelf.folder = folder
        self.media = Media(shelf, around.jobs, around.workspace, self)
        nothing = Session(self)  # cards and pages are painted by Previews
        at = around.workspace
        self.desk = Desk(self.session, around.jobs, around.pipeline, around.look, at, around.settings, nothing)
        self.session.altered.connect(self.keeper.note)

    @property
    def setting(self) -> Setting:
        """In what records are shown now: as in the open proposal, else as a new one would be."""
        session, house = self._around.session, self._house
        if session.is_open:
            proposal = session.proposal
            return Setting(proposal.brandbook, proposal.language, proposal.studio)
        known = self._around.pipeline.brandbooks()
        brandbook = next((name for name in (house.brandbook, USUAL) if name in known), next(iter(known), ""))
        return Setting(brandbook, house.language or language(), house.studio)

    def look_around(self) -> None:
        """Find out what the studio has set for everything new."""
        at = self._around.workspace
        self._around.jobs.start(lambda _: read_house(at.path, at.disk), self._take_house, lambda _: None, lane="library house")

    def _take_house(self, found: House) -> None:
        if isValid(self) and found != self._house:
            self._house = found
            self.resettled.emit()

    @property
    def open_mark(self) -> Mark | None:
        """Which record lies on the bench."""
        bench = self.session.bench
        return bench.mark if bench else None

    def look_at(self, record: Record | None) -> None:
        """Lay a record on the bench, or none. What was written before is kept at once."""
        self.keeper.flush()
        self.session.look_at(bench_of(record, self.setting))

    def begin(self, kind: str, words: Phrase, block_kind: BlockKind = BlockKind.TEXT) -> Mark:
        """Make a new record; return which."""
        return self.add(self._blank(kind, block_kind), words)

    def add(self, record: Record, words: Phrase) -> Mark:
        """Put a record into the library under an id of its own; return which."""
        record = named_anew(record)
        self.session.stack.push(ShelfCommand(self.keeper, [(None, record)], words))
        return mark_of(record)

    def brought(self, marks: Sequence[Mark], words: Phrase | None = None, others: Callable[[bool], object] | None = None) -> None:
        """Let undo take out again what has just come into the library from elsewhere, once the keeper has read it; then tell that
        it has arrived. `others` undoes, or with True redoes, what came along and is no record.
        """

        def listed() -> None:
            self.keeper.listed.disconnect(listed)
            records = [record for mark in marks if (record := self.keeper.value(mark)) is not None]
            if records or others is not None:
                named = words or _imported(records)
                self.session.stack.push(BroughtCommand(self.keeper, records, named, others))
            if records:
                self.arrived.emit([mark_of(record) for record in records])

        self.keeper.listed.connect(listed)
        self.keeper.read()

    def replace(self, old: Record, new: Record | None, words: Phrase) -> None:
        """Put a record in place of its former state, or take it out."""
        self.exchange([(old, new)], words)

    def exchange(self, exchanges: Sequence[Exchange], words: Phrase) -> None:
        """Put records in the places of their former states, or take them out, as one edit."""
        self.keeper.flush()
        self.session.stack.push(ShelfCommand(self.keeper, exchanges, words))

    def rested(self) -> Bench | None:
        """Return the bench of the record as the library has it now."""
        record = self.keeper.value(self.open_mark)
        return bench_of(record, self.setting) if record is not None else None

    def _blank(self, kind: str, block_kind: BlockKind) -> Record:
        if kind == BLOCK:
            spoken = self.setting.language
            spoken = spoken if spoken in LANGUAGES else LANGUAGES[0]
            variants = (Variant(language=spoken, story=Story(id="story")),)
            made: Block = new_block("", block_kind, variants, self.keeper.by, myself().moment())
            return made
        return Person(id="", name="") if kind == PERSON else Reference(id="", title="")


def _imported(records: Sequence[Record]) -> Phrase:
    if len(records) == 1:
        return say(phrase("Import “{title}”"), title=shorten(name_of(records[0]), 24))
    return say(phrase("Import into the library: {n}"), n=number(len(records)))


def study_of(desk: Desk) -> Study:
    """Return what the library works with at a desk."""
    found = desk.librarian.study
    if not isinstance(found, Study):
        found = desk.librarian.study = Study(desk)
    return found
