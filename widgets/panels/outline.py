"""The left pane: what the proposal is made of, with its pages small beside it."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.model.sections import Story, Terms
from widgets import deeds
from widgets.desk import Desk
from widgets.forms.kinds import KINDS
from widgets.look.parts import column, plain_tip, row, styled, tool
from widgets.models.outline import Entry, OutlineModel
from widgets.outline.list import OutlineList
from widgets.session import Change, Kind
from widgets.words import tr

LEAST_WIDTH = 190


class OutlinePanel(QWidget):
    """The left pane. `page_wanted` brings the index of a page that was chosen."""

    page_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        styled(self, "frame")
        self._desk = desk
        self._model = OutlineModel(desk.session, desk.pages, desk.merging, self)
        self.list = OutlineList(desk, self._model)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self._model.modelReset.connect(self._follow)
        box = column(self, (0, 8, 0, 0))
        box.addWidget(self.list, 1)
        below = row(margins=(12, 8, 12, 10))
        below.addWidget(self._add_button())
        below.addStretch(1)
        box.addLayout(below)
        desk.session.changed.connect(self._session_changed)
        self._follow()

    def minimumSizeHint(self) -> QSize:
        """Have room for the button below in letters of any size."""
        return super().minimumSizeHint().expandedTo(QSize(LEAST_WIDTH, 0))

    def _add_button(self) -> QToolButton:
        button = tool(self._desk.look, "add", tr("Add pages"))
        button.setText(tr("Add pages"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        for kind, look in KINDS.items():
            action = menu.addAction(self._desk.look.icon(look.icon), tr(look.name))
            action.setToolTip(plain_tip(tr(look.purpose)))
            action.triggered.connect(lambda _=False, kind=kind: deeds.add_section(self._desk.session, kind))
        button.setMenu(menu)
        return button

    def _chosen(self, index: QModelIndex) -> None:
        entry = self.list.entry(index)
        session = self._desk.session
        if entry and entry.place and entry.place != session.subject:
            session.go_to(entry.place)
        if entry and entry.page >= 0:
            self.page_wanted.emit(entry.page)

    def _follow(self) -> None:
        """Choose the row of what is looked at; a row of its pages is as good."""
        subject = self._desk.session.subject
        current = self.list.entry(self.list.currentIndex())
        if current is not None and current.place == subject:
            return
        index = self._model.index(self._model.row_of(subject))
        if index != self.list.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flag)

    def _session_changed(self, change: Change) -> None:
        if change.kind in (Kind.PLACE, Kind.OPENED):
            self._follow()

    def _offer(self, position: QPoint) -> None:
        entry = self.list.entry(self.list.indexAt(position))
        if entry is None or entry.section is None:
            return
        menu = self._menu(entry)
        menu.exec(self.list.viewport().mapToGlobal(position))
        menu.deleteLater()

    def _menu(self, entry: Entry) -> QMenu:
        """Return what can be done to a section, or to all that are chosen where it is one of them."""
        assert entry.section is not None
        look, session, own = self._desk.look, self._desk.session, entry.section.id
        wanted = self.list.sections() if own in self.list.sections() else [own]
        menu = QMenu(self)
        show = entry.section.hidden
        shown = look.icon("show" if show else "hide")
        menu.addAction(shown, tr("Show") if show else tr("Hide"), lambda: deeds.hide_section(session, own))
        menu.addAction(tr("Rename"), self.list.rename).setShortcut(Qt.Key.Key_F2)
        menu.addAction(look.icon("duplicate"), tr("Duplicate"), lambda: deeds.duplicate_section(session, own))
        menu.addAction(look.icon("up"), tr("Move up"), lambda: deeds.shift_sections(session, wanted, -1))
        menu.addAction(look.icon("down"), tr("Move down"), lambda: deeds.shift_sections(session, wanted, 1))
        menu.addAction(look.icon("add"), tr("Insert here…"), self._insert_here).setShortcut(Qt.Key.Key_Slash)
        if isinstance(entry.section, Story | Terms):
            menu.addAction(look.icon("library"), tr("Save to the library"), lambda: self._desk.librarian.keep_section(own))
        menu.addSeparator()
        menu.addAction(look.icon("remove"), tr("Remove"), lambda: deeds.remove_sections(session, wanted))
        return menu

    def _insert_here(self) -> None:
        self.list.insert_at(self._model.sections_above(max(0, self.list.currentIndex().row()) + 1))
