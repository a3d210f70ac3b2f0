"""The place of the library: kinds at the left, cards in the middle, the chosen record beside them."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QUndoStack
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.i18n import phrase
from app.model.block import Block, BlockKind
from app.store.search.index import Hit
from app.store.uses import Uses
from widgets.drops import files_in
from widgets.finding import Question
from widgets.library.records import BLOCK, KINDS, PERSON, REFERENCE, Mark, Record
from widgets.look.parts import column, styled
from widgets.look.scale import px
from widgets.phrases import say
from widgets.places.library.beside import WIDTH, Beside, Sight
from widgets.places.library.bringing import Bringing
from widgets.places.library.cards import Card, Filter
from widgets.places.library.deeds import Deeds
from widgets.places.library.grid import Grid
from widgets.places.library.painting import CardDelegate, Pens
from widgets.places.library.peek import Peek
from widgets.places.library.previews import Previews
from widgets.places.library.shelf_model import ShelfModel
from widgets.places.library.side import WIDTH as SIDE_WIDTH
from widgets.places.library.side import Side
from widgets.places.library.study import study_of
from widgets.places.library.teaching import Lessons, Teaching
from widgets.places.library.topbar import TopBar, TopCalls
from widgets.places.place import Host, Place
from widgets.session import Change, Kind

MOST_FOUND = 400


@dataclass(frozen=True)
class Memory:
    """What is remembered while the window is built anew."""

    filter: Filter
    search: str
    tab: str


class LibraryPlace(Place):
    """Blocks, people and works. What is chosen lies on the bench of the study."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        styled(self, "surface")
        self._host, desk = host, host.desk
        self.study = study_of(desk)
        self.keeper = self.study.keeper
        self._hits: dict[Mark, Hit] | None = None
        self._wanted: Mark | None = None
        folder = desk.workspace.library_folder
        self.previews = Previews(desk.jobs, desk.pipeline, folder, self)
        self.model = ShelfModel(self)
        pens = Pens(desk.look, self.study.media, self.previews)
        self.grid = Grid(self.model, CardDelegate(pens, self.study.setting, self))
        self.side = Side(desk.look)
        self.bringing = Bringing(self, desk, self.study, host.tell)
        self.top = TopBar(desk.look, self._calls())
        lessons = Lessons(
            lambda kind: self.begin(kind, BlockKind.TEXT), self.bringing.samples, self.bringing.pictures, self.bringing.table,
            self._show_everything,
        )  # fmt: skip
        self.teaching = Teaching(desk.look, lessons)
        uses = Uses(desk.workspace.folder, desk.workspace.disk)
        self.deeds = Deeds(self.study, desk, host)
        self.beside = Beside(self.study, Sight(self.previews, uses, host.open))
        self.peek = Peek(desk.look, self.previews, self)
        self._build()
        self._connect()
        self.setAcceptDrops(True)

    def _calls(self) -> TopCalls:
        bring = self.bringing
        return TopCalls(self.begin, bring.folder, bring.pictures, bring.table, bring.samples)

    def _build(self) -> None:
        middle = styled(QWidget(), "surface")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.teaching)
        down = column(middle)
        down.addWidget(self.top)
        inset = column(margins=(14, 0, 0, 0))
        inset.addWidget(self._stack)
        down.addLayout(inset, 1)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for i, pane in enumerate((self.side, middle, self.beside)):
            self.panes.addWidget(pane)
            self.panes.setStretchFactor(i, (0, 1, 0)[i])
        self.panes.setSizes([px(SIDE_WIDTH), 640, (WIDTH + px(WIDTH)) // 2])
        self.beside.hide()
        column(self).addWidget(self.panes)
        self.teaching.wait()
        self._stack.setCurrentWidget(self.teaching)

    def _connect(self) -> None:
        self.keeper.listed.connect(self._listed)
        self.keeper.put.connect(self._put)
        self.keeper.gone.connect(self._gone)
        self.keeper.told.connect(self._host.tell)
        self.side.chosen.connect(self._narrowed)
        self.top.search.textChanged.connect(self._search)
        self.top.search.left.connect(self.grid.setFocus)
        self.grid.asked.connect(self.do)
        self.grid.typed.connect(self._typed)
        self.grid.selectionModel().currentChanged.connect(self._chosen)
        self.beside.asked.connect(self.do)
        self.study.session.turned.connect(self._turned)
        self.study.resettled.connect(self._settle)
        self.study.arrived.connect(self.show_records)
        self.study.session.changed.connect(self._record_changed)
        self._host.desk.finding.updated.connect(self._search_again)
        self.previews.painted.connect(self.grid.viewport().update)
        self.study.media.loaded.connect(self.grid.viewport().update)
        intake = self.study.desk.media.intake
        intake.told.connect(self._host.tell)
        self.study.desk.spelling.told.connect(self._host.tell)
        intake.failed.connect(self.bringing.failed)

    # the place --------------------------------------------------------------------------------------------------------

    def enter(self, wanted: str = "") -> None:
        """Look what there is, and show a record where one is named."""
        self._wanted = Mark.read(wanted) or next((mark for mark in self._cards if mark.id == wanted), self._wanted)
        self.study.look_around()
        self._settle()
        self.beside.insert.setEnabled(self._host.desk.session.is_open)
        self.keeper.read()
        if self.keeper.is_read and not self.model.rowCount():
            self._listed()
        self._show_wanted()

    def _settle(self) -> None:
        """Show the cards as they will look in the proposal that is open, else in a new one."""
        self.grid.itemDelegate().setting = self.study.setting  # type: ignore[attr-defined]
        self.grid.viewport().update()

    def focus_first(self) -> None:
        """Put the cursor onto the cards, or into the search where there are none."""
        (self.grid if self._cards or not self.keeper.is_read else self.top.search).setFocus()

    @property
    def stack(self) -> QUndoStack:
        """On which everything that is done here can be undone."""
        return self.study.session.stack

    def memory(self) -> object:
        """Remember what was looked for."""
        self.keeper.flush()
        return Memory(self.side.filter, self.top.search.text(), self.beside.tab)

    def recollect(self, memory: object) -> None:
        """Look for it again."""
        if isinstance(memory, Memory):
            self.beside.tab = memory.tab
            self.side.choose(memory.filter)
            self.top.search.setText(memory.search)
            self.study.session.retitle()
            self._wanted = self.study.open_mark

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written when one goes elsewhere."""
        self.keeper.flush()
        super().hideEvent(event)

    # which cards ------------------------------------------------------------------------------------------------------

    @property
    def _cards(self) -> dict[Mark, Card]:
        return self.keeper.catalogue.cards

    def _listed(self) -> None:
        self._show_cards()
        self._show_wanted()
        mark = self.study.open_mark
        if mark is not None and mark not in self._cards and self._wanted != mark:
            self._look_at(None)

    def _show_cards(self) -> None:
        chosen = self.side.filter
        catalogue = self.keeper.catalogue
        self.side.offer(catalogue.offer(chosen))
        if self._hits is None:
            cards = catalogue.shown(chosen)
        else:
            known = self._cards
            cards = [card for mark in self._hits if (card := known.get(mark)) is not None and chosen.takes(card)]
        current, had = self.study.open_mark, self.grid.currentIndex().row()
        self.model.show(cards, self._hits)
        self.top.say_count(len(cards))
        self._restore_current(current, had)
        if cards or not self.keeper.is_read:
            self._stack.setCurrentWidget(self.grid if cards else self.teaching)
            return
        if self._hits is not None or chosen.is_narrow or (self._cards and chosen.kind.startswith(f"{BLOCK}/")):
            self.teaching.found_nothing()
        else:
            self.teaching.teach(chosen.kind)
        self._stack.setCurrentWidget(self.teaching)

    def _restore_current(self, current: Mark | None, had: int) -> None:
        row = self.model.row_of(current)
        index = self.model.index(row if row >= 0 else min(max(had, 0), self.model.rowCount() - 1), 0)
        if index == self.grid.currentIndex() or not index.isValid():
            return
        selection = self.grid.selectionModel()
        blocked = selection.blockSignals(True)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect if row >= 0 else QItemSelectionModel.SelectionFlag.NoUpdate
        selection.setCurrentIndex(index, flag)
        selection.blockSignals(blocked)
        self.grid.viewport().update()

    def _narrowed(self, chosen: Filter) -> None:
        self._show_cards()

    def _search(self, text: str) -> None:
        if not text.strip():
            self._hits = None
            self._host.desk.finding.ask(Question(text="", limit=0), lambda _: None, lane="library")
            self._show_cards()
            return
        question = Question(text, kinds=KINDS, limit=MOST_FOUND)
        self._host.desk.finding.ask(question, lambda hits: self._found(text, hits), lane="library")

    def _search_again(self) -> None:
        if self._hits is not None:
            self._search(self.top.search.text())

    def _found(self, text: str, hits: object) -> None:
        if text == self.top.search.text() and isinstance(hits, tuple | list):
            self._hits = {Mark(str(hit.kind), hit.id): hit for hit in hits}
            self._show_cards()

    def _typed(self, text: str) -> None:
        self.top.search.setFocus()
        self.top.search.setText(self.top.search.text() + text)

    def _show_everything(self) -> None:
        self.top.search.clear()
        self.side.choose(Filter())

    # the chosen one ---------------------------------------------------------------------------------------------------

    def show_record(self, mark: Mark) -> None:
        """Show a record, whatever is looked for."""
        if self.model.row_of(mark) < 0:
            self.top.search.clear()
            self._hits = None
            self.side.choose(Filter())
        index = self.model.index(self.model.row_of(mark), 0)
        if index.isValid():
            self.grid.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.grid.scrollTo(index)
            self._look_at(mark)

    def show_records(self, marks: list[Mark]) -> None:
        """Show what has come in together and choose it, whatever is looked for; the first of it lies on the bench."""
        if any(self.model.row_of(mark) < 0 for mark in marks):
            self._show_everything()
        chosen = sorted(row for mark in marks if (row := self.model.row_of(mark)) >= 0)
        if not chosen:
            return
        picked = QItemSelection()
        for row in chosen:
            picked.append(QItemSelectionRange(self.model.index(row, 0)))
        selection, first = self.grid.selectionModel(), self.model.index(chosen[0], 0)
        self._stack.setCurrentWidget(self.grid)
        selection.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.grid.scrollTo(first)
        self._look_at(self.model.cards[chosen[0]].mark)

    def _show_wanted(self) -> None:
        if self._wanted is not None and self._wanted in self._cards:
            wanted, self._wanted = self._wanted, None
            self.show_record(wanted)

    def _chosen(self) -> None:
        card = self.grid.current()
        if card is not None:
            self._look_at(card.mark)

    def _look_at(self, mark: Mark | None) -> None:
        if mark != self.study.open_mark:
            self.study.look_at(self.keeper.value(mark))
        self.beside.setVisible(self.study.open_mark is not None)
        if self.beside.isVisible() and self.beside.content is None:
            self.beside.show_record()

    def _turned(self, bench: object) -> None:
        """Undo led to another record."""
        mark = self.study.open_mark
        if mark is not None:
            self.show_record(mark)

    def _put(self, mark: Mark) -> None:
        stored = self.keeper.stored.get(mark)
        if stored is None:
            return
        is_new = mark not in self._cards
        card, is_in_place = self.keeper.catalogue.put(stored)
        if is_in_place:
            self.model.exchange(card)
        else:
            self._show_cards()
        if is_new and mark == self._wanted:
            self._show_wanted()
            self.beside.write()
        elif mark == self.study.open_mark and not self._is_at_work(stored.value):
            self.study.session.look_at(self.study.rested())  # type: ignore[arg-type]

    def _is_at_work(self, value: Record) -> bool:
        """Tell whether what lies on the bench is what was kept, or further on: it then stays as it is."""
        bench = self.study.session.bench
        record = bench.record if bench else None
        if self.keeper.busy or record is None or bench is None:
            return True
        if not isinstance(value, Block) or not isinstance(record, Block):
            return record == value
        rested = self.study.rested()
        return rested is not None and rested.sections == bench.sections and _outside(value) == _outside(record)

    def _gone(self, mark: Mark) -> None:
        self.keeper.catalogue.drop(mark)
        if mark == self.study.open_mark:
            self._look_at(None)
        self._show_cards()

    def _record_changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self.beside.setVisible(self.study.open_mark is not None)

    # what keys and buttons do -----------------------------------------------------------------------------------------

    def do(self, what: str) -> None:
        """Do what is asked for by its name."""
        marks = self.grid.chosen() or [mark for mark in (self.study.open_mark,) if mark]
        if what == "insert":
            self.deeds.insert(marks)
        elif what == "duplicate":
            self._wanted = self.deeds.duplicate() or self._wanted
        elif what == "remove":
            self.deeds.remove(marks)
        elif what == "new":
            self.begin(self._kind_at_hand(), BlockKind.TEXT)
        else:
            {"open": self._open, "peek": self._peek, "leave": self._leave, "back": self.grid.setFocus}[what]()

    def begin(self, kind: str, block_kind: BlockKind) -> None:
        """Make a new record and put the cursor into its name."""
        words = {PERSON: phrase("New person"), REFERENCE: phrase("New work")}.get(kind, phrase("New block"))
        chosen = self.side.filter.kind
        if kind == BLOCK and block_kind is BlockKind.TEXT and chosen.startswith(f"{BLOCK}/"):
            block_kind = BlockKind(chosen.removeprefix(f"{BLOCK}/"))
        self._wanted = self.study.begin(kind, say(words), block_kind)

    def _kind_at_hand(self) -> str:
        return self.side.filter.kind.partition("/")[0] or BLOCK

    def _open(self) -> None:
        self.grid.selectionModel().select(self.grid.currentIndex(), QItemSelectionModel.SelectionFlag.Select)
        self._chosen()
        self.beside.write()

    def _peek(self) -> None:
        mark = self.study.open_mark
        record = self.keeper.latest(mark) if mark else None
        if record is not None:
            self.peek.look_at(record, self.study.setting, self.grid)

    def _leave(self) -> None:
        self._look_at(None)
        self.grid.clearSelection()
        self.grid.setFocus()

    # files ------------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome pictures, folders of them, and tables of people."""
        if self.bringing.takes(files_in(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        event.acceptProposedAction()
        self.bringing.take(files_in(event.mimeData()))


def _outside(block: Block) -> tuple[object, ...]:
    return block.name, block.kind, block.service, block.owner, block.tags, block.status
