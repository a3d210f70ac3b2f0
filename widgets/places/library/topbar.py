"""Above the cards: the search, how many there are, what can be made new and brought in."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.model.block import BlockKind
from widgets.fields.text import PlainLine
from widgets.library.records import BLOCK, BLOCK_KINDS, PERSON, REFERENCE
from widgets.look.elided import Elided
from widgets.look.look import Look
from widgets.look.parts import push, row, styled
from widgets.look.scale import px
from widgets.look.sign import show_sign
from widgets.words import tr, tr_plural


@dataclass(frozen=True)
class TopCalls:
    """What is called: `begin` a record of a kind, `folder` asks for a folder of pictures, `pictures` for files, `table` for a
    table of people, `samples` takes what comes with the program.
    """

    begin: Callable[[str, BlockKind], object]
    folder: Callable[[], None]
    pictures: Callable[[], None]
    table: Callable[[], None]
    samples: Callable[[], None]


class SearchLine(PlainLine):
    """The field; arrow down and Enter lead to what was found, Escape clears."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on, or type."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """The line itself."""

    def __init__(self, look: Look, calls: TopCalls) -> None:
        super().__init__()
        styled(self, "surface")
        self.search = SearchLine(tr("Find in the library"))
        self.search.setAccessibleName(tr("Find in the library"))
        self.search.setClearButtonEnabled(True)
        show_sign(self.search, look, "search")
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(px(420))
        self.count = Elided()
        self.make = _menu_button(look, tr("New"), "primary")
        self.bring = _menu_button(look, tr("Import"))
        across = row(self, (20, 12, 16, 10), gap=12)
        across.addWidget(self.search, 100)
        across.addWidget(self.count)
        across.addStretch(1)
        across.addWidget(self.bring)
        across.addWidget(self.make)
        self._fill(look, calls)

    def say_count(self, shown: int) -> None:
        """Say how many cards there are."""
        self.count.setText(tr_plural("{n} card", "{n} cards", shown) if shown else "")

    def _fill(self, look: Look, calls: TopCalls) -> None:
        menu = QMenu(self.make)
        for kind, (words, icon) in BLOCK_KINDS.items():
            menu.addAction(look.icon(icon), tr(words), lambda kind=kind: calls.begin(BLOCK, kind))
        menu.addSeparator()
        menu.addAction(look.icon("person"), tr("Person"), lambda: calls.begin(PERSON, BlockKind.TEXT))
        menu.addAction(look.icon("picture"), tr("Work"), lambda: calls.begin(REFERENCE, BlockKind.TEXT))
        self.make.setMenu(menu)
        menu = QMenu(self.bring)
        menu.addAction(look.icon("folder"), tr("Works from a folder of pictures…"), calls.folder)
        menu.addAction(look.icon("picture"), tr("Works from pictures…"), calls.pictures)
        menu.addAction(look.icon("people"), tr("People from a table…"), calls.table)
        menu.addSeparator()
        menu.addAction(look.icon("library"), tr("Take the samples"), calls.samples)
        self.bring.setMenu(menu)


def _menu_button(look: Look, text: str, name: str = "") -> QPushButton:
    made = push(text, lambda: None, name)
    made.setIcon(look.icon("chevron-down", "on-accent" if name else "secondary"))
    made.setIconSize(QSize(px(12), px(12)))
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the words
    return made
