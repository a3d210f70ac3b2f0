"""The list of proposals: its keys, its context menu, and which of its rows are in sight."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from app.i18n import phrase
from app.model.status import Status
from app.store.entries import ProposalEntry
from widgets.look.look import Look
from widgets.places.proposals.arranging import Shown
from widgets.places.proposals.covers import Covers
from widgets.places.proposals.delegate import ProposalDelegate
from widgets.places.proposals.model import SHOWN, ProposalModel
from widgets.words import tr

LOOKED_AFTER = 60
"""Milliseconds without scrolling after which covers are made for what is in sight."""


@dataclass(frozen=True)
class Deed:
    """What can be done with a proposal: its name, words, keys, icon."""

    name: str
    text: str
    keys: str = ""
    icon: str = ""


SEPARATOR = Deed("", "")
DEEDS = (
    Deed("open", phrase("Open"), "Return", "open"),
    Deed("apart", phrase("Open in a new window"), "Ctrl+Return"),
    SEPARATOR,
    Deed("status", phrase("Status and history…"), "Ctrl+Shift+S", "sent"),
    Deed("duplicate", phrase("Duplicate"), "Ctrl+D", "duplicate"),
    Deed("renew", phrase("Renew"), "", "renew"),
    Deed("archive", phrase("Archive"), "Del", "archive"),
    SEPARATOR,
    Deed("export", phrase("Export PDF…"), "", "export"),
    Deed("bundle", phrase("Make a bundle for a colleague…"), "", "bundle"),
    Deed("folder", phrase("Show in folder"), "", "folder"),
)


class ProposalList(QListView):
    """Shows rows. `asked` brings the name of a deed and the proposal, `typed` what somebody begins to look for."""

    asked = Signal(str, object)
    typed = Signal(str)

    def __init__(self, look: Look, covers: Covers, rows: ProposalModel) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.rows, self._covers = rows, covers
        self.setModel(rows)
        self.setItemDelegate(ProposalDelegate(look, covers, rows, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr("Proposals"))
        self._looking = QTimer(self, singleShot=True, interval=LOOKED_AFTER)
        self._looking.timeout.connect(self._look)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._looking.start())
        rows.modelReset.connect(self._looking.start)
        rows.dataChanged.connect(lambda *_: self._looking.start())
        covers.changed.connect(self.repaint_rows)
        self.doubleClicked.connect(lambda _: self._ask("open"))
        self.actions_by_name = {deed.name: self._action(look, deed) for deed in DEEDS if deed is not SEPARATOR}

    def current(self) -> ProposalEntry | None:
        """Return the proposal that is chosen."""
        row: Shown | None = self.currentIndex().data(SHOWN) if self.currentIndex().isValid() else None
        return row.entry if row else None

    def repaint_rows(self) -> None:
        """Paint the rows anew soon. At the start nobody asks for what is painted on: PySide takes long to tell what that is."""
        self.viewport().update()

    def in_sight(self) -> Sequence[ProposalEntry]:
        """Return the proposals whose rows are in sight."""
        if not self.isVisible() or not self.rows.rows:
            return ()
        first = self.indexAt(QPoint(0, 0)).row()
        last = self.indexAt(QPoint(0, self.maximumViewportSize().height() - 1)).row()
        end = last + 1 if last >= 0 else len(self.rows.rows)
        return [row.entry for row in self.rows.rows[max(first, 0) : end]]

    def menu(self) -> QMenu:
        """Return what can be done with the proposal that is chosen."""
        entry = self.current()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in DEEDS:
            if deed is SEPARATOR:
                menu.addSeparator()
                continue
            action = self.actions_by_name[deed.name]
            if deed.name == "archive" and entry is not None:
                action.setText(tr("Put back on the desk") if entry.archived else tr("Archive"))
            possible = entry is not None and (entry.readable or deed.name == "folder")
            renews = deed.name != "renew" or (entry is not None and entry.status is Status.ACCEPTED)
            if renews:
                menu.addAction(action)
            action.setEnabled(possible)
        menu.aboutToHide.connect(self._enable)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu at the pointer, or at the chosen row where a key asks for it."""
        if self.current() is None:
            return
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu().popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters are looked for."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._ask("open")
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other rows are in sight."""
        super().resizeEvent(event)
        self._looking.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Look which rows are in sight when the list itself comes into sight."""
        super().showEvent(event)
        self._looking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is in sight any more."""
        super().hideEvent(event)
        self._covers.want(())

    def _action(self, look: Look, deed: Deed) -> QAction:
        action = QAction(tr(deed.text), self)
        action.setObjectName(deed.name)
        if deed.icon:
            action.setIcon(look.icon(deed.icon))
        if deed.keys:
            action.setShortcut(QKeySequence(deed.keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: self._ask(deed.name))
        self.addAction(action)
        return action

    def _enable(self) -> None:
        """Keys work whatever the menu was shown for last."""
        for action in self.actions_by_name.values():
            action.setEnabled(True)

    def _ask(self, name: str) -> None:
        entry = self.current()
        if entry is not None and (entry.readable or name == "folder"):
            self.asked.emit(name, entry)

    def _look(self) -> None:
        self._covers.want(self.in_sight())
