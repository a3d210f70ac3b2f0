"""The left pane: what the proposal is made of, with its pages small beside it."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from widgets import deeds
from widgets.desk import Desk
from widgets.forms.kinds import KINDS, look_of
from widgets.look.icons import pixmap
from widgets.look.look import Look, face
from widgets.look.parts import column, row, styled, tool
from widgets.models.outline import ENTRY_ROLE, NO_PAGES, Entry, OutlineModel
from widgets.preview.pages import Pages
from widgets.session import Change, Kind
from widgets.words import tr

THUMB = QSize(54, 72)
ROW, HEADING, SECTION = 36, 40, 92
Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Draws the rows of the outline."""

    def __init__(self, model: OutlineModel, pages: Pages, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._pages, self._look = model, pages, look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Sections are tall, the rest is a line."""
        entry: Entry = index.data(ENTRY_ROLE)
        return QSize(120, SECTION if entry.section else ROW if entry.place else HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        entry: Entry = index.data(ENTRY_ROLE)
        box: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if entry.place:
            self._paint_state(painter, box, state)
        if entry.section:
            self._paint_section(painter, box, entry)
        else:
            self._paint_line(painter, box, entry, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_state(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        around = QRectF(box).adjusted(8, 1, -8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._look.color("accent-wash"))
            painter.drawRoundedRect(around, 6, 6)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(self._look.color("accent"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(around.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._look.color("hover"))
            painter.drawRoundedRect(around, 6, 6)

    def _paint_line(self, painter: QPainter, box: QRect, entry: Entry, selected: bool) -> None:
        if not entry.place:
            painter.setFont(face(11, QFont.Weight.DemiBold))
            painter.setPen(self._look.color("tertiary"))
            painter.drawText(box.adjusted(20, 8, 0, 0), Qt.AlignmentFlag.AlignVCenter, entry.title)
            return
        color = self._look.theme.colors["accent" if selected else "secondary"]
        painter.drawPixmap(box.left() + 18, box.center().y() - 8, pixmap(entry.icon, color, 18, 2))
        painter.setFont(face(weight=QFont.Weight.Medium))
        painter.setPen(self._look.color("text"))
        painter.drawText(box.adjusted(46, 0, -16, 0), Qt.AlignmentFlag.AlignVCenter, entry.title)

    def _paint_section(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        assert entry.section is not None
        hidden = entry.section.hidden
        found = self._pages.section_pages(entry.section.id)
        self._paint_thumb(painter, box, entry, found)
        text = box.adjusted(20 + THUMB.width() + 14, 12, -18, -10)
        painter.setFont(face(weight=QFont.Weight.Medium))
        painter.setPen(self._look.color("tertiary" if hidden else "text"))
        bottom = draw_lines(painter, text, entry.title, 2)
        painter.setFont(face(12))
        painter.setPen(self._look.color("tertiary"))
        kind = tr(look_of(entry.section).name)
        caption = tr(NO_PAGES) if hidden else self._model.page_numbers(entry.section.id)
        lines = [caption] if kind == entry.title or not caption else [kind, caption]
        for line in lines:
            at = QRect(text.left(), bottom + 2, text.width(), 16)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, painter.fontMetrics().elidedText(line, _RIGHT, at.width()))
            bottom += 16

    def _paint_thumb(self, painter: QPainter, box: QRect, entry: Entry, found: range) -> None:
        frame = QRect(box.left() + 20, box.top() + (box.height() - THUMB.height()) // 2, THUMB.width(), THUMB.height())
        image = self._pages.pictures(found[0]).small if found else None
        if found:
            page = self._pages.pages[found[0]]
            size = QSize(round(page.width), round(page.height)).scaled(THUMB, Qt.AspectRatioMode.KeepAspectRatio)
        else:
            size = THUMB
        paper = QRectF(frame.center().x() - size.width() / 2 + 1, frame.center().y() - size.height() / 2 + 1, *size.toTuple())
        painter.setPen(QPen(self._look.color("outline"), 1))
        for i in range(min(len(found) - 1, 2), 0, -1):
            painter.setBrush(self._look.color("surface"))
            painter.drawRect(paper.translated(2.5 * i, -2.5 * i).adjusted(0.5, 0.5, -0.5, -0.5))
        if image is not None and not (entry.section and entry.section.hidden):
            painter.drawImage(paper, image)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(self._look.color("sunken"))
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
        if image is None or (entry.section and entry.section.hidden):
            icon = "hide" if entry.section and entry.section.hidden else entry.icon
            drawn = pixmap(icon, self._look.theme.colors["tertiary"], 18, 2)
            painter.drawPixmap(QPoint(round(paper.center().x()) - 9, round(paper.center().y()) - 9), drawn)


_RIGHT = Qt.TextElideMode.ElideRight


def draw_lines(painter: QPainter, box: QRect, text: str, most: int) -> int:
    """Draw a text in at most so many lines, the last one cut with an ellipsis. Return where it ends."""
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    y, height = box.top(), painter.fontMetrics().lineSpacing()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        start, end = line.textStart(), line.textStart() + line.textLength()
        rest = text[start:] if number == most - 1 else text[start:end]
        shown = painter.fontMetrics().elidedText(rest.strip(), _RIGHT, box.width())
        painter.drawText(QRect(box.left(), y, box.width(), height), Qt.AlignmentFlag.AlignVCenter, shown)
        y += height
    layout.endLayout()
    return y


class OutlineList(QListView):
    """The list itself, with its keys."""

    def __init__(self, desk: Desk, model: OutlineModel) -> None:
        super().__init__()
        self._desk = desk
        self.setModel(model)
        self.setObjectName("plain")
        self.setItemDelegate(EntryDelegate(model, desk.pages, desk.look, self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Outline of the proposal"))

    def section(self) -> str:
        """Return the id of the chosen section, or an empty text."""
        entry: Entry | None = self.currentIndex().data(ENTRY_ROLE)
        return entry.section.id if entry and entry.section else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, duplicate and remove sections."""
        wanted, session = self.section(), self._desk.session
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if wanted and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            deeds.shift_section(session, wanted, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif wanted and control and event.key() == Qt.Key.Key_D:
            deeds.duplicate_section(session, wanted)
        elif wanted and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            deeds.remove_section(session, wanted)
        else:
            super().keyPressEvent(event)


class OutlinePanel(QWidget):
    """The left pane."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        styled(self, "frame")
        self._desk = desk
        self._model = OutlineModel(desk.session, desk.pages, self)
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
        self.setMinimumWidth(190)
        self._follow()

    def _add_button(self) -> QToolButton:
        button = tool(self._desk.look, "add", tr("Add pages"))
        button.setText(tr("Add pages"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        for kind, look in KINDS.items():
            action = menu.addAction(self._desk.look.icon(look.icon), tr(look.name))
            action.setToolTip(tr(look.purpose))
            action.triggered.connect(lambda _=False, kind=kind: deeds.add_section(self._desk.session, kind))
        button.setMenu(menu)
        return button

    def _chosen(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE)
        session = self._desk.session
        if entry and entry.place and entry.place != session.subject:
            session.go_to(entry.place)

    def _follow(self) -> None:
        """Choose the row of what is looked at."""
        index = self._model.index(self._model.row_of(self._desk.session.subject))
        if index != self.list.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flag)

    def _session_changed(self, change: Change) -> None:
        if change.kind in (Kind.PLACE, Kind.OPENED):
            self._follow()

    def _offer(self, position: QPoint) -> None:
        entry: Entry | None = self.list.indexAt(position).data(ENTRY_ROLE)
        if entry is None or entry.section is None:
            return
        look, session, wanted = self._desk.look, self._desk.session, entry.section.id
        menu = QMenu(self)
        show = entry.section.hidden
        shown = look.icon("show" if show else "hide")
        menu.addAction(shown, tr("Show") if show else tr("Hide"), lambda: deeds.hide_section(session, wanted))
        menu.addAction(look.icon("duplicate"), tr("Duplicate"), lambda: deeds.duplicate_section(session, wanted))
        menu.addAction(look.icon("up"), tr("Move up"), lambda: deeds.shift_section(session, wanted, -1))
        menu.addAction(look.icon("down"), tr("Move down"), lambda: deeds.shift_section(session, wanted, 1))
        menu.addSeparator()
        menu.addAction(look.icon("remove"), tr("Remove"), lambda: deeds.remove_section(session, wanted))
        menu.exec(self.list.viewport().mapToGlobal(position))
