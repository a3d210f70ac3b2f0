"""What is done to records as a whole: put into the open proposal, doubled, retired, removed."""

from collections.abc import Sequence
from dataclasses import replace

from app.i18n import phrase
from app.model.block import Block, BlockStatus
from app.model.reference import Reference
from app.problems import Severity
from widgets.desk import Desk
from widgets.library.records import Mark, Record, name_of, own_name
from widgets.notice import Deed, Notice
from widgets.phrases import Phrase, say, shorten
from widgets.places.library.study import Study
from widgets.places.place import PROPOSAL, Host
from widgets.words import tr, tr_plural


class Deeds:
    """`desk` is that of the open proposal."""

    def __init__(self, study: Study, desk: Desk, host: Host) -> None:
        self._study, self._desk, self._host = study, desk, host

    def insert(self, marks: Sequence[Mark]) -> None:
        """Put records into the open proposal, and go there."""
        self._study.keeper.flush()
        if self._desk.session.is_open and marks:
            self._host.go(PROPOSAL, "")
        self._desk.librarian.insert(marks)

    def duplicate(self) -> Mark | None:
        """Double the record on the bench; return which is the new one."""
        mark = self._study.open_mark
        record = self._study.keeper.latest(mark) if mark else None
        if record is None:
            return None
        named = say(phrase("Duplicate “{title}”"), title=shorten(name_of(record), 24))
        name = tr("{title}, a copy", title=own_name(record))
        copy: Record
        if isinstance(record, Block):
            copy = replace(record, name=name, status=BlockStatus.DRAFT, version=1, history=())
        elif isinstance(record, Reference):
            copy = replace(record, title=name)
        else:
            copy = replace(record, name=name)
        return self._study.add(copy, named)

    def remove(self, marks: Sequence[Mark]) -> None:
        """Retire what was approved, remove everything else; undo brings it back."""
        records = [record for mark in marks if (record := self._study.keeper.latest(mark)) is not None]
        if records:
            self._study.exchange([(record, _out_of_use(record)) for record in records], _named(records))
            self._tell(records)

    def _tell(self, records: Sequence[Record]) -> None:
        first = records[0]
        name = shorten(name_of(first) or tr("Without a name"), 48)
        if len(records) > 1:
            words = tr_plural("{n} thing was taken out of use.", "{n} things were taken out of use.", len(records))
        elif isinstance(first, Block) and first.status is BlockStatus.APPROVED:
            words = tr("“{title}” is retired. Press Delete again to remove it.", title=name)
        else:
            words = tr("“{title}” was removed.", title=name)
        self._host.tell(Notice(Severity.INFO, words, deeds=(Deed(tr("Undo"), self._study.session.stack.undo),)))


def _out_of_use(record: Record) -> Record | None:
    """Return an approved block as retired, None for anything else."""
    if isinstance(record, Block) and record.status is BlockStatus.APPROVED:
        return replace(record, status=BlockStatus.RETIRED)
    return None


def _named(records: Sequence[Record]) -> Phrase:
    """Name what takes records out of use."""
    first = records[0]
    title = shorten(name_of(first), 24) or say(phrase("Without a name"))
    if len(records) > 1:
        return say(phrase("Remove “{title}” and {n} more"), title=title, n=str(len(records) - 1))
    return say(phrase("Remove “{title}”") if _out_of_use(first) is None else phrase("Retire “{title}”"), title=title)
