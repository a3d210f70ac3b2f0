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
from widgets.phrases import say, shorten
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
        keeper, stack = self._study.keeper, self._study.session.stack
        records = [record for mark in marks if (record := keeper.latest(mark)) is not None]
        if len(records) > 1:
            stack.beginMacro(tr("Remove from the library"))
        for record in records:
            title = shorten(name_of(record) or tr("Without a name"), 24)
            if isinstance(record, Block) and record.status is BlockStatus.APPROVED:
                gone = replace(record, status=BlockStatus.RETIRED)
                self._study.replace(record, gone, say(phrase("Retire “{title}”"), title=title))
            else:
                self._study.replace(record, None, say(phrase("Remove “{title}”"), title=title))
        if len(records) > 1:
            stack.endMacro()
        self._tell(records)

    def _tell(self, records: Sequence[Record]) -> None:
        if not records:
            return
        first = records[0]
        name = shorten(name_of(first) or tr("Without a name"), 48)
        if len(records) > 1:
            words = tr_plural("{n} thing was taken out of use.", "{n} things were taken out of use.", len(records))
        elif isinstance(first, Block) and first.status is BlockStatus.APPROVED:
            words = tr("“{title}” is retired. Press Delete again to remove it.", title=name)
        else:
            words = tr("“{title}” was removed.", title=name)
        self._host.tell(Notice(Severity.INFO, words, deeds=(Deed(tr("Undo"), self._study.session.stack.undo),)))
