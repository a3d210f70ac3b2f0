"""Beside the cards: the chosen record to write on, its page, its versions, where it is used."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.model.block import Block
from app.store.uses import Uses
from widgets.fields.choice import SegmentsField
from widgets.library.records import BLOCK, PERSON, Mark, mark_of, name_of
from widgets.look.parts import column, empty, label, push, row, rule, scrolling, styled, tool
from widgets.phrases import shorten
from widgets.places.library.clash import Clash
from widgets.places.library.history import History
from widgets.places.library.keeper import Conflict
from widgets.places.library.peek import paint_paper
from widgets.places.library.previews import Previews
from widgets.places.library.shelf_model import UNNAMED
from widgets.places.library.study import Study
from widgets.places.library.where_used import WhereUsed
from widgets.places.library.writing import Writing
from widgets.session import Change, Kind
from widgets.words import tr

LEAST, WIDTH = 420, 460
WRITE, PAGE, VERSIONS, USES = "write", "page", "versions", "uses"
PAGE_WIDTH = 840


@dataclass(frozen=True)
class Sight:
    """What the panes show records with."""

    previews: Previews
    uses: Uses
    open_it: Callable[[str], None]


class Beside(QWidget):
    """The pane. `asked` brings what is to be done: `insert`, `duplicate`, `remove`, `leave`, `back`."""

    asked = Signal(str)

    def __init__(self, study: Study, sight: Sight) -> None:
        super().__init__()
        styled(self, "surface")
        self.setMinimumWidth(LEAST)
        self._study, self._sight = study, sight
        self._mark: Mark | None = None
        self.conflicts: dict[Mark, Conflict] = {}
        self.content: QWidget | None = None
        self.tab = WRITE
        self._title, self._sign = label("", "title", wrap=True), label("", "small")
        self.insert = push(tr("Insert"), lambda: self.asked.emit("insert"), "primary", tr("Into the open proposal  Ctrl+Enter"))
        self._tabs_box, self._body = row(), column()
        self.tabs: SegmentsField | None = None
        box = column(self)
        box.addLayout(self._head())
        box.addLayout(self._tabs_box)
        box.addWidget(rule())
        box.addLayout(self._body, 1)
        study.session.changed.connect(self._changed)
        study.keeper.busy_changed.connect(self._say_state)
        study.keeper.clashed.connect(self._clashed)
        self._tabs_box.setContentsMargins(24, 0, 12, 12)
        self.show_record()

    def _head(self) -> QHBoxLayout:
        look = self._study.desk.look
        head = row(margins=(24, 16, 12, 12), gap=4)
        words = column(gap=2)
        words.addWidget(self._sign)
        words.addWidget(self._title)
        head.addLayout(words, 1)
        more = tool(look, "more", tr("More"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addAction(look.icon("duplicate"), tr("Duplicate"), lambda: self.asked.emit("duplicate"))
        menu.addAction(look.icon("remove"), tr("Remove"), lambda: self.asked.emit("remove"))
        more.setMenu(menu)
        for part in (self.insert, more, tool(look, "close", tr("Close"), lambda: self.asked.emit("leave"), 16)):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        return head

    # what is shown ----------------------------------------------------------------------------------------------------

    def show_record(self) -> None:
        """Show what lies on the bench now."""
        bench = self._study.session.bench
        record = bench.record if bench else None
        self._mark = mark_of(record) if record is not None else None
        empty(self._tabs_box)
        if record is None:
            empty(self._body)
            self.content = None
            return
        tabs = [(WRITE, tr("Edit")), (PAGE, tr("Page"))]
        tabs += [(VERSIONS, tr("Versions"))] if isinstance(record, Block) else []
        self.tabs = SegmentsField([*tabs, (USES, tr("Where used"))])
        self.tabs.setAccessibleName(tr("What is shown of it"))
        self.tabs.edited.connect(self.choose)
        self._tabs_box.addWidget(self.tabs)
        self._tabs_box.addStretch(1)
        if self.tab == VERSIONS and not isinstance(record, Block):
            self.tab = WRITE
        self._say_name()
        self.choose(self.tab)

    def choose(self, tab: object) -> None:
        """Show another side of the record."""
        self.tab = str(tab)
        if self.tabs is not None:
            self.tabs.show_value(self.tab)
        empty(self._body)
        if self._mark is None:
            return
        if self._mark in self.conflicts:
            self._ask(self.conflicts[self._mark])
            return
        study = self._study
        if self.tab == PAGE:
            self.content = PageView(study, self._sight.previews)
            self._body.addWidget(self.content, 1)
            return
        if self.tab == VERSIONS:
            self.content = History(study)
        elif self.tab == USES:
            self.content = WhereUsed(study, self._sight.uses, self._sight.open_it)
        else:
            self.content = Writing(study)
        around = scrolling(self.content)
        page = around.widget()
        inner = page.layout() if page is not None else None
        if inner is not None:
            inner.setContentsMargins(24, 16, 24, 32)
        self._body.addWidget(around, 1)

    def write(self) -> None:
        """Put the cursor into the first field."""
        if self.tab != WRITE:
            self.choose(WRITE)
        if isinstance(self.content, Writing):
            self.content.focus_first()

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self.show_record()
        elif change.kind is Kind.EDITED:
            self._say_name()

    def _say_name(self) -> None:
        bench = self._study.session.bench
        record = bench.record if bench else None
        if record is None:
            return
        self._title.setText(shorten(name_of(record), 90) or tr(UNNAMED))
        self._say_state()

    def _say_state(self) -> None:
        """Say what it is, and quietly whether it is kept."""
        if self._mark is None:
            return
        kinds = {BLOCK: tr("Block"), PERSON: tr("Person")}
        kind = kinds.get(self._mark.kind, tr("Work"))
        self._sign.setText(f"{kind} · {tr('Saving…') if self._study.keeper.busy else tr('Saved')}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the cards; there it closes this pane."""
        if event.key() == Qt.Key.Key_Escape:
            self.asked.emit("back")
        else:
            super().keyPressEvent(event)

    # two who write ----------------------------------------------------------------------------------------------------

    def _clashed(self, conflict: Conflict) -> None:
        mark = mark_of(conflict.mine)
        self.conflicts[mark] = conflict
        if mark == self._mark:
            self.choose(self.tab)

    def _ask(self, conflict: Conflict) -> None:
        self.content = Clash(self._study.desk.look, conflict, lambda mine: self._settle(conflict, mine))
        self._body.addWidget(scrolling(self.content), 1)

    def _settle(self, conflict: Conflict, mine: bool) -> None:
        self.conflicts.pop(mark_of(conflict.mine), None)
        self._study.session.stack.clear()  # what was done led to a state that is not there any more
        self._study.keeper.settle(conflict, mine=mine)
        if mine:
            self.choose(WRITE)


class PageView(QWidget):
    """The first page of the record as it is now, as wide as the pane."""

    def __init__(self, study: Study, previews: Previews) -> None:
        super().__init__()
        styled(self, "desk")
        self._study, self._previews = study, previews
        self.setMinimumSize(QSize(120, 160))
        self.setAccessibleName(tr("Page"))
        previews.painted.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._study.desk.look.color("desk"))
        mark = self._study.open_mark
        record = self._study.keeper.latest(mark) if mark else None
        if record is None:
            return
        setting = self._study.setting
        image = self._previews.picture(record, setting, PAGE_WIDTH)
        room = self.rect().adjusted(24, 24, -24, -24).toRectF()
        if image is not None:
            paint_paper(painter, room, image, self._study.desk.look)
            return
        painter.setPen(self._study.desk.look.color("secondary"))
        blank = self._previews.is_blank(record, setting, PAGE_WIDTH)
        words = tr("There is no page of it yet.") if blank else tr("Setting the page…")
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
