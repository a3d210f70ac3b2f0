"""The proposals in which a record stands; each opens on a click."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from app.model.block import Block
from app.model.people import Person
from app.store.uses import Use, Uses, UsesFound
from widgets.library.records import Record
from widgets.look.parts import column, empty, label, push, row
from widgets.notice import of_problems
from widgets.phrases import shorten
from widgets.places.library.study import Study
from widgets.words import date, tr

MOST_SHOWN = 100


class WhereUsed(QWidget):
    """A card for each proposal. `open_it` opens what a folder holds."""

    def __init__(self, study: Study, uses: Uses, open_it: Callable[[str], None]) -> None:
        super().__init__()
        self._study, self._uses, self._open = study, uses, open_it
        self._box = column(self, gap=8)
        self._box.addWidget(label(tr("Looking through the proposals…"), "quiet"))
        self._mark = study.open_mark
        record = study.keeper.value(self._mark)
        if record is not None:
            jobs = study.desk.jobs
            jobs.start(lambda _: found(uses, record), self._show, lambda _: self._show(UsesFound()), lane="library-uses")

    def _show(self, told: UsesFound) -> None:
        if not isValid(self) or self._mark != self._study.open_mark:
            return
        empty(self._box)
        by_folder: dict[str, list[Use]] = {}
        for use in told.uses:
            by_folder.setdefault(str(use.proposal.folder), []).append(use)
        for folder, uses in list(by_folder.items())[:MOST_SHOWN]:
            self._box.addWidget(self._card(folder, uses))
        if not by_folder:
            self._box.addWidget(label(tr("No proposal uses it yet."), "quiet", wrap=True))
        if notice := of_problems(told.problems):
            self._box.addWidget(label(notice.text, "complaint", wrap=True))
        self._box.addStretch(1)

    def _card(self, folder: str, uses: list[Use]) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        used = uses[0].proposal
        across = row(card, (12, 8, 12, 8), gap=8)
        words = column(gap=2)
        title = push(shorten(used.title, 60) or tr("Without a name"), partial(self._open, folder), "link")
        title.setToolTip(tr("Open the proposal"))
        words.addWidget(title)
        day = date(used.date, "short") if used.date else ""
        versions = sorted({use.version for use in uses if use.version})
        told = (used.number, used.client, day, *(tr("version {n}", n=one) for one in versions))
        line = label(" · ".join(filter(None, told)), "small", wrap=True)
        line.setContentsMargins(4, 0, 0, 0)
        words.addWidget(line)
        across.addLayout(words, 1)
        return card


def found(uses: Uses, record: Record) -> UsesFound:
    """Look for the uses of a record. For the worker."""
    if isinstance(record, Block):
        return uses.of_block(record.id)
    return uses.of_person(record) if isinstance(record, Person) else uses.of_reference(record.id)
