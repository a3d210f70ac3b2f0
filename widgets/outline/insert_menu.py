"""What can be put between two sections: new ones and blocks of the library, found by a few letters of their name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from widgets import deeds
from widgets.desk import Desk
from widgets.finding import Question
from widgets.forms.kinds import KINDS
from widgets.library.inserting import Where
from widgets.library.records import BLOCK, Mark
from widgets.look.parts import column, plain_tip
from widgets.look.scale import px
from widgets.words import tr

if TYPE_CHECKING:
    from widgets.library.glimpses import Glimpse

MOST_BLOCKS = 12
SIZE = QSize(300, 420)
PICK = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Pick:
    """A kind of section, or a block of the library by its id."""

    kind: str = ""
    block: str = ""


class InsertMenu(QFrame):
    """Hangs over the outline while one chooses; it goes away by itself."""

    def __init__(self, desk: Desk, index: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Insert"))
        self._desk, self._index = desk, index
        self._blocks: Sequence[Glimpse] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Pages or a block of the library"))
        self.search.setAccessibleName(tr("What to insert"))
        self.search.textChanged.connect(self._ask)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("What can be inserted"))
        self.list.setIconSize(QSize(px(18), px(18)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        box = column(self, (8, 8, 8, 8), gap=6)
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        self.resize(SIZE)
        self._ask("")

    def open(self, at: QPoint) -> None:
        """Show it at a point of the screen, as far as there is room."""
        screen = self.screen().availableGeometry()
        left = min(at.x(), screen.right() - self.width())
        self.move(left, max(screen.top(), min(at.y(), screen.bottom() - self.height())))
        self.show()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list while typing; Enter takes what is chosen."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        key = Qt.Key(event.key())
        if key in steps:
            self.list.setCurrentRow(min(max(self.list.currentRow() + steps[key], 0), self.list.count() - 1))
            return True
        if key is Qt.Key.Key_Escape:
            self.close()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (item := self.list.currentItem()) is not None:
                self._take(item)
            return True
        return False

    def _ask(self, typed: str) -> None:
        self._show()
        question = Question(typed.strip(), ("block",), statuses=("draft", "approved"), limit=MOST_BLOCKS)
        self._desk.finding.blocks(question, self._desk.session.proposal.language, self._found, lane="insert")

    def _found(self, found: "Sequence[Glimpse]") -> None:
        if isValid(self):
            self._blocks = tuple(found)
            self._show()

    def _show(self) -> None:
        wanted = self.search.text().strip().casefold()
        chosen = self.list.currentItem().data(PICK) if self.list.currentItem() is not None else None
        self.list.clear()
        for kind, look in KINDS.items():
            if _fits(wanted, tr(look.name), kind):
                self._add(look.icon, tr(look.name), tr(look.purpose), Pick(kind=kind))
        for block in self._blocks:
            self._add("library", block.name, block.below, Pick(block=block.id))
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(PICK) == chosen]
        self.list.setCurrentRow(rows[0] if rows else 0)

    def _add(self, icon: str, words: str, more: str, pick: Pick) -> None:
        item = QListWidgetItem(self._desk.look.icon(icon), words)
        item.setToolTip(plain_tip(more))
        item.setData(PICK, pick)
        item.setSizeHint(QSize(100, 30))
        self.list.addItem(item)

    def _take(self, item: QListWidgetItem) -> None:
        pick: Pick = item.data(PICK)
        desk, index = self._desk, self._index
        self.close()
        if pick.kind:
            deeds.add_section_at(desk.session, pick.kind, index)
        else:
            desk.librarian.insert([Mark(BLOCK, pick.block)], Where(index=index))


def _fits(wanted: str, *names: str) -> bool:
    return not wanted or any(word.startswith(wanted) for name in names for word in (name.casefold(), *name.casefold().split()))
