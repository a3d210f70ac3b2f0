"""Every proposal of the workspace: found, sorted, begun, opened, and what became of it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.model.status import Status
from app.store.entries import ProposalEntry
from widgets.look.parts import column, label, push, row, styled
from widgets.look.scale import px
from widgets.places.alive import alive
from widgets.places.place import Host, Place
from widgets.places.proposals.arranging import Asked, Which, arranged, clients_of, counted, sent_sums
from widgets.places.proposals.beginning import NewButton
from widgets.places.proposals.covers import Covers
from widgets.places.proposals.filters import SearchLine, WhichBar
from widgets.places.proposals.list import ProposalList
from widgets.places.proposals.model import ProposalModel
from widgets.places.proposals.summing import Summing
from widgets.words import money, tr, tr_plural

if TYPE_CHECKING:
    from app.model.clientcard import ClientCard
    from app.store.search.index import Hit
    from widgets.places.proposals.beginning import FirstPage
    from widgets.places.proposals.deeds import ProposalDeeds
    from widgets.places.proposals.exporting import RowExports
    from widgets.places.proposals.status import StatusPopover
    from widgets.places.proposals.template import TemplateDialog
    from widgets.places.proposals.writing import Written

MOST_HITS = 200
MINUTE = 60_000


@dataclass(frozen=True)
class Memory:
    """What is remembered while the window is built anew."""

    asked: Asked
    folder: Path | None


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class ProposalsPlace(Place):
    """The list with what is around it."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        look = host.desk.look
        styled(self, "surface")
        self.entries: tuple[ProposalEntry, ...] = ()
        self.asked = Asked()
        self._hits: dict[str, str] = {}
        self._undoing = QUndoStack(self)
        self._wanted: Path | None = None
        self._listed = False
        self.covers, self.summing = Covers(host.desk, self), Summing(host.desk, self)
        self.dialog: TemplateDialog | None = None
        self.popover: StatusPopover | None = None
        self.model = ProposalModel(_now, self)
        self.list = ProposalList(look, self.covers, self.model)
        self.search = SearchLine(look, tr("Search in all proposals"))
        self.bar = WhichBar(look)
        calls = {
            "estimate": lambda: host.act("new"),
            "request": lambda: host.act("new-request"),
            "template": self.begin,
            "empty": lambda: self.begin(empty=True),
        }
        self.new = NewButton(look, calls, self._renew)
        self._calls = calls
        self.summary = label("", "small")
        self._build()
        self._connect()
        self._show_asked()

    @cached_property
    def first(self) -> "FirstPage":
        """What is seen while there is no proposal at all."""
        from widgets.places.proposals.beginning import FirstPage

        made = FirstPage(self._host.desk.look, self._calls)
        self._pages.addWidget(made)
        return made

    @cached_property
    def deeds(self) -> "ProposalDeeds":
        """What is done with a proposal."""
        from widgets.places.proposals.deeds import ProposalDeeds

        made = ProposalDeeds(self._host, self, self._undoing)
        made.changed.connect(self._look_again)
        return made

    @cached_property
    def exports(self) -> "RowExports":
        """PDFs and bundles of a proposal that is not opened for that."""
        from widgets.places.proposals.exporting import RowExports

        return RowExports(self._host, self)

    def _build(self) -> None:
        box = column(self)
        box.addWidget(self._head())
        self._pages = QStackedWidget()
        self._none = self._nothing()
        for page in (self.list, self._none):
            self._pages.addWidget(page)
        box.addWidget(self._pages, 1)
        foot = styled(QWidget(), "statusbar")
        foot.setFixedHeight(px(32))
        across = row(foot, (24, 0, 24, 0), gap=16)
        across.addWidget(self.summary, 1)
        box.addWidget(foot)

    def _head(self) -> QWidget:
        head = QWidget()
        box: QVBoxLayout = column(head, (24, 20, 24, 12), gap=16)
        top = row(gap=12)
        top.addWidget(label(tr("Proposals"), "display"))
        top.addStretch(1)
        top.addWidget(self.search)
        top.addWidget(self.new)
        box.addLayout(top)
        box.addWidget(self.bar)
        return head

    def _nothing(self) -> QWidget:
        page = QWidget()
        box = column(page, (24, 48, 24, 24), gap=8)
        self._why = label("", "quiet", wrap=True)
        self.everything = push(tr("Show all proposals"), self.show_everything)
        box.addWidget(self._why)
        across = row()
        across.addWidget(self.everything)
        across.addStretch(1)
        box.addLayout(across)
        box.addStretch(1)
        return page

    def _connect(self) -> None:
        host = self._host
        host.documents.listed.connect(self._take)
        host.desk.finding.updated.connect(self._ask_index)
        self.summing.changed.connect(self._show_rows)
        self.list.asked.connect(self.do)
        self.list.typed.connect(self._begin_search)
        self.search.textChanged.connect(self._search)
        self.search.down.connect(self._into_list)
        self.bar.which_chosen.connect(lambda which: self._ask(replace(self.asked, which=which)))
        self.bar.client_chosen.connect(lambda client: self._ask(replace(self.asked, client=client)))
        self.bar.order_chosen.connect(lambda order, back: self._ask(replace(self.asked, order=order, backwards=back)))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self.list.repaint_rows)
        self._clock.start()

    # a place -------------------------------------------------------------------------------------------------------

    def enter(self, wanted: str = "") -> None:
        """Look what proposals there are; a text that is wanted is looked for."""
        if wanted:
            self.search.setText(wanted)
        self._host.documents.list_proposals()

    def focus_first(self) -> None:
        """Put the cursor into the list, or onto the first way to begin."""
        if self._listed and not self.entries:
            self.first.cards[0].setFocus()
        else:
            self.list.setFocus()

    @property
    def stack(self) -> QUndoStack:
        """On which can be undone what was done to proposals of the list."""
        return self._undoing

    def memory(self) -> object:
        """Return what is looked at and how."""
        entry = self.list.current()
        return Memory(self.asked, entry.folder if entry else None)

    def recollect(self, memory: object) -> None:
        """Look at the same again."""
        if isinstance(memory, Memory):
            self.asked, self._wanted = memory.asked, memory.folder
            self.search.setText(memory.asked.text)
            self._show_asked()

    # what is shown -------------------------------------------------------------------------------------------------

    def show_everything(self) -> None:
        """Look for nothing, among all."""
        self.search.clear()
        self._ask(replace(self.asked, text="", which=Which.ALL, client=""))

    def _take(self, entries: Sequence[ProposalEntry]) -> None:
        changed = self._listed and tuple(entries) != self.entries
        self.entries, self._listed = tuple(entries), True
        self.new.show_accepted(self.entries)
        self.bar.show_clients(clients_of(self.entries), self.asked.client)
        self.summing.ask([entry.folder for entry in self.entries if entry.readable])
        if changed:
            self._host.desk.finding.changed()
        self._show_rows()

    def _look_again(self, folder: Path) -> None:
        self._wanted = folder
        self._host.documents.list_proposals()

    def _ask(self, asked: Asked) -> None:
        self.asked = asked
        self._show_asked()
        self._show_rows()

    def _show_asked(self) -> None:
        self.bar.show_which(self.asked.which)
        self.bar.show_order(self.asked.order, backwards=self.asked.backwards)
        self.bar.show_clients(clients_of(self.entries), self.asked.client)

    def _show_rows(self) -> None:
        if not self._listed:
            return
        chosen = self._wanted or (entry.folder if (entry := self.list.current()) else None)
        place = self.list.currentIndex().row()
        rows = arranged(self.entries, self.asked, self.summing.known, self._hits)
        self.model.show_rows(rows)
        self.bar.show_counts(counted(self.entries, self.asked.client))
        wanted = self.model.row_of(chosen)
        if wanted >= 0:
            self._wanted = None
        if rows:
            self.list.setCurrentIndex(self.model.index(wanted if wanted >= 0 else min(max(place, 0), len(rows) - 1)))
        self._show_page(bool(rows))
        told = [tr_plural("{n} proposal", "{n} proposals", len(rows))] if self.entries else []
        sums = [money(total, currency) for currency, total in sorted(sent_sums(rows).items()) if total]
        if sums:
            told.append(tr("sent and not decided: {sums}", sums=", ".join(sums)))
        self.summary.setText("   ·   ".join(told))

    def _show_page(self, has_rows: bool) -> None:
        page = self.list if has_rows else self._none if self.entries else self.first
        if self._pages.currentWidget() is not page:
            had = self.list.hasFocus()
            self._pages.setCurrentWidget(page)
            if had:
                self.everything.setFocus() if page is self._none else self.focus_first()
        self.bar.setVisible(bool(self.entries))
        self.search.setVisible(bool(self.entries))
        if page is self._none:
            text = self.asked.text.strip()
            self._why.setText(tr("Nothing is found for “{text}”.", text=text) if text else tr("There are no such proposals now."))

    # searching -----------------------------------------------------------------------------------------------------

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _begin_search(self, text: str) -> None:
        self.search.setText(text)
        self.search.setFocus()
        self.search.end(False)

    def _into_list(self) -> None:
        if self.model.rows:
            self.list.setFocus()

    def _search(self, text: str) -> None:
        self._hits = {}
        self.asked = replace(self.asked, text=text)
        self._show_rows()
        self._ask_index()

    def _ask_index(self) -> None:
        """Look into the proposals too; names are found without."""
        text = self.asked.text.strip()
        if text:
            from widgets.finding import Question

            question = Question(text, ("proposal",), limit=MOST_HITS)
            self._host.desk.finding.ask(question, alive(self, self._take_hits), "proposals-place")

    def _take_hits(self, hits: "Sequence[Hit]") -> None:
        self._hits = {hit.id: hit.snippet.text for hit in hits}
        self._show_rows()

    # doing ---------------------------------------------------------------------------------------------------------

    def do(self, name: str, entry: ProposalEntry) -> None:
        """Do something with a proposal."""
        if name == "open":
            self._host.open(str(entry.folder))
            return
        calls = {
            "apart": self.deeds.open_apart,
            "duplicate": self.deeds.duplicate,
            "renew": self.deeds.renew,
            "archive": self.deeds.turn_archived,
            "status": self.show_status,
            "export": self.exports.pdf,
            "bundle": self.exports.bundle,
            "folder": self.deeds.show_folder,
        }
        if name != "renew" or entry.status is Status.ACCEPTED:
            calls[name](entry)

    def _renew(self, entry: ProposalEntry) -> None:
        self.deeds.renew(entry)

    def show_status(self, entry: ProposalEntry) -> None:
        """Show how far a proposal is, and ask what became of it."""
        from widgets.places.proposals.status import StatusPopover
        from widgets.places.proposals.writing import Written, read

        session = self._host.desk.session
        workspace, folder = self._host.desk.workspace, entry.folder
        here = session.folder is not None and session.folder.resolve() == folder.resolve()
        present = Written(session.proposal) if here else None

        def show(found: "Written") -> None:
            if found.proposal is None:
                return
            self.popover = StatusPopover(self._host.desk, found.proposal, self)
            self.popover.agreed.connect(lambda step: self.deeds.mark(entry, step))
            self.popover.opened.connect(lambda: self.deeds.send(entry))
            self.popover.destroyed.connect(self._forget_popover)
            row = self.list.visualRect(self.list.currentIndex())
            self.popover.show_at(self.list.viewport().mapToGlobal(row.center() - QPoint(0, row.height() // 2)))

        self._host.desk.jobs.start(lambda _: present or read(workspace, folder), alive(self, show), lambda _: None, lane="status")

    def _forget_popover(self) -> None:
        self.popover = None

    def begin(self, card: "ClientCard | None" = None, *, empty: bool = False) -> None:
        """Ask for a template, a name and a client, and begin a proposal."""
        if self.dialog is not None:
            return
        from widgets.dialogs.fitted import open_once
        from widgets.places.proposals.template import TemplateDialog

        self.dialog = TemplateDialog(self.window(), self._host, card, empty=empty)
        self.dialog.made.connect(self.deeds.add)
        self.dialog.finished.connect(self._close_dialog)
        open_once(self.dialog)

    def _close_dialog(self) -> None:
        self.dialog = None
