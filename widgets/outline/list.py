"""The list of the outline: keys, several sections at once, dragging with a line where they will stand, a plus between rows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMargins, QModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from widgets import deeds
from widgets.desk import Desk
from widgets.library.inserting import Where
from widgets.library.records import marks_in
from widgets.look.look import face
from widgets.look.scale import within
from widgets.models.outline import ENTRY_ROLE, SECTION_MIME, Entry, Index, OutlineModel
from widgets.outline.delegate import THUMB, EntryDelegate
from widgets.outline.insert_menu import InsertMenu
from widgets.outline.rename import RenameField
from widgets.places.place import RECORD_MIME
from widgets.words import tr

REACH, PLUS = 7, 9
"""How near to the gap between two rows the pointer shows the plus, and how large that is, in pixels."""
NOWHERE = -1
_EDGES = QMargins(12, 12, 12, 12)


class OutlineList(QListView):
    """The list itself."""

    def __init__(self, desk: Desk, model: OutlineModel) -> None:
        super().__init__()
        self._desk, self.outline = desk, model
        self._gap, self._drop = NOWHERE, NOWHERE
        self.menu: InsertMenu | None = None
        self.renaming: RenameField | None = None
        self.setModel(model)
        self.setObjectName("plain")
        self.drawing = EntryDelegate(model, desk.pages, desk.look, self)
        self.setItemDelegate(self.drawing)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setAutoScrollMargin(48)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Outline of the proposal"))
        desk.pages.printed.connect(self.refresh)
        model.refreshed.connect(self.refresh)

    def refresh(self) -> None:
        """Paint the rows again that have something else to show than when they were painted."""
        port, entries = self.viewport().rect(), self.outline.entries()
        for row, shown in self.drawing.painted.items():
            if row < len(entries) and shown != self.drawing.shows(entries[row]):
                place = self.visualRect(self.outline.index(row))
                if place.intersects(port):
                    self.viewport().update(place)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Let the rows stay where they are: their height comes from their kind. Qt would ask all of them for it."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def entry(self, index: QModelIndex) -> Entry | None:
        """Return what stands in a row."""
        found: Entry | None = index.data(ENTRY_ROLE)
        return found

    def section(self) -> str:
        """Return the id of the section at the cursor, or an empty text."""
        entry = self.entry(self.currentIndex())
        return entry.section.id if entry and entry.section else ""

    def sections(self) -> list[str]:
        """Return the ids of the chosen sections from top to bottom; that at the cursor where none is."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        found = [entry.section.id for row in rows if (entry := self.outline.entries()[row]).section]
        return found or [one for one in (self.section(),) if one]

    def choose(self, sections: Sequence[str]) -> None:
        """Choose sections, the cursor where it is among them."""
        chosen = QItemSelection()
        for row, entry in enumerate(self.outline.entries()):
            if entry.section and entry.section.id in sections:
                chosen.select(self.outline.index(row), self.outline.index(row))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # keys ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, duplicate, rename and remove sections, insert between them, open their pages."""
        if not self._deed(event):
            super().keyPressEvent(event)

    def _deed(self, event: QKeyEvent) -> bool:
        """Do what a key means for sections. Return whether it means anything."""
        wanted, session, key = self.sections(), self._desk.session, Qt.Key(event.key())
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        up_or_down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.text() == "/" or key is Qt.Key.Key_Insert:
            self.insert_at(self.outline.sections_above(max(0, self.currentIndex().row()) + 1))
            return True
        if not wanted:
            return False
        plain: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_F2: self.rename,
            Qt.Key.Key_Delete: lambda: deeds.remove_sections(session, wanted),
            Qt.Key.Key_Backspace: lambda: deeds.remove_sections(session, wanted),
            Qt.Key.Key_Right: lambda: self.outline.set_open(self.section(), True),
            Qt.Key.Key_Left: lambda: self.outline.set_open(self.section(), False),
        }
        if keys == Qt.KeyboardModifier.AltModifier and key in up_or_down:
            deeds.shift_sections(session, wanted, up_or_down[key])
            self.choose(wanted)
        elif keys == Qt.KeyboardModifier.ControlModifier and key is Qt.Key.Key_D:
            deeds.duplicate_section(session, wanted[-1])
        elif not keys and key in plain:
            plain[key]()
        else:
            return False
        return True

    def _part(self, index: Index, part: Callable[[QRect], QRect]) -> QRect:
        """Return where a part of a row is drawn."""
        return within(self.visualRect(index), part)

    def rename(self) -> None:
        """Type the name of the section at the cursor in its row."""
        entry = self.entry(self.currentIndex())
        if entry is None or entry.section is None or self._desk.session.read_only:
            return
        self.scrollTo(self.currentIndex())
        self.renaming = RenameField(self._desk.session, entry.section, self.viewport())
        self.renaming.done.connect(self.setFocus)
        self.renaming.open(self._part(self.currentIndex(), self.drawing.title_rect))

    def insert_at(self, index: int, at: QPoint | None = None) -> None:
        """Offer what can be put before the section at an index."""
        row = next((i for i in range(self.outline.rowCount()) if self.outline.sections_above(i + 1) > index), NOWHERE)
        last = self.outline.index(self.outline.rowCount() - 1)
        place = self.visualRect(self.outline.index(row)).topLeft() if row >= 0 else self.visualRect(last).bottomLeft()
        inside = min(max(place.y(), 0), self.viewport().height())
        self.menu = InsertMenu(self._desk, index, self)
        self.menu.open(at or self.viewport().mapToGlobal(QPoint(24, inside)))

    # dragging ------------------------------------------------------------------------------------------------------

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag the chosen sections; what is carried is seen."""
        wanted = self.sections()
        rows = [
            self.outline.index(i)
            for i, entry in enumerate(self.outline.entries())
            if entry.section and entry.section.id in wanted
        ]
        if not rows:
            return
        drag = QDrag(self)
        drag.setMimeData(self.outline.mimeData(rows))
        drag.setPixmap(self._carried(rows[0], len(rows)))
        drag.setHotSpot(QPoint(12, 12))
        drag.exec(Qt.DropAction.MoveAction)
        self._drop = NOWHERE
        self.viewport().update()

    def _carried(self, index: QModelIndex, count: int) -> QPixmap:
        """Return the small page of the first section, with their number where they are several."""
        ratio = self.devicePixelRatioF()
        drawn = QPixmap((THUMB.grownBy(_EDGES)) * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry = self.entry(index)
        found = self._desk.pages.section_pages(entry.section.id) if entry and entry.section else range(0)
        image = self._desk.pages.pictures(found[0]).small if found else None
        size = image.size().scaled(THUMB, Qt.AspectRatioMode.KeepAspectRatio) if image is not None else THUMB
        paper = QRect(QPoint(6, 6), size)
        if image is not None:
            painter.drawPixmap(paper.topLeft(), self.drawing.thumbs.scaled(image, paper.size(), ratio))
        else:
            painter.fillRect(paper, self._desk.look.color("surface"))
        painter.setPen(QPen(self._desk.look.color("accent"), 1.5))
        painter.drawRect(paper)
        if count > 1:
            badge = QRectF(paper.right() - 9, paper.top() - 5, 20, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._desk.look.color("accent"))
            painter.drawRoundedRect(badge, 8, 8)
            painter.setPen(self._desk.look.color("on-accent"))
            painter.setFont(face(11, QFont.Weight.DemiBold))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(count))
        painter.end()
        return drawn

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome sections, and records of the library."""
        if event.mimeData().hasFormat(SECTION_MIME) or event.mimeData().hasFormat(RECORD_MIME):
            super().dragEnterEvent(event)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would stand; near an edge the list scrolls."""
        super().dragMoveEvent(event)
        self._drop = self.row_at(event.position())
        event.acceptProposedAction()
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        super().dragLeaveEvent(event)
        self._drop = NOWHERE
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it there."""
        row, data = self.row_at(event.position()), event.mimeData()
        self._drop = NOWHERE
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        event.acceptProposedAction()
        if data.hasFormat(RECORD_MIME):
            self._desk.librarian.insert(marks_in(data), Where(index=self.outline.sections_above(row)))
        else:
            wanted = self.sections()
            self.outline.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())
            self.choose(wanted)
        self.viewport().update()

    def row_at(self, position: QPointF) -> int:
        """Return the row before which something stands that is dropped at a point: never above the first section."""
        entries = self.outline.entries()
        first = next((i for i, entry in enumerate(entries) if entry.section), len(entries))
        for row in range(first, len(entries)):
            if entries[row].section and position.y() < self._middle(row):
                return row
        return len(entries)

    def _middle(self, row: int) -> float:
        """Return the middle of a section with the pages that are shown of it."""
        entries, last = self.outline.entries(), row
        while last + 1 < len(entries) and entries[last + 1].page >= 0:
            last += 1
        top = self.visualRect(self.outline.index(row)).top()
        return (top + self.visualRect(self.outline.index(last)).bottom()) / 2

    # the plus between rows -----------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a plus where the pointer is between two sections."""
        super().mouseMoveEvent(event)
        gap = NOWHERE if event.buttons() else self._gap_at(event.position().y())
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()
        on_plus = gap != NOWHERE and self._plus(gap).contains(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_plus else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: object) -> None:
        """Show no plus any more."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._gap = NOWHERE
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Insert at the plus, open the pages of a section at its arrow, choose elsewhere."""
        gap = self._gap_at(event.position().y())
        index = self.indexAt(event.position().toPoint())
        entry = self.entry(index)
        if event.button() is Qt.MouseButton.LeftButton and gap != NOWHERE and self._plus(gap).contains(event.position()):
            self.insert_at(self.outline.sections_above(gap), event.globalPosition().toPoint())
        elif entry and entry.section and self._part(index, self.drawing.chevron_rect).contains(event.position().toPoint()):
            self.outline.set_open(entry.section.id, not self.outline.is_open(entry.section.id))
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type the name of a section where its title is."""
        index = self.indexAt(event.position().toPoint())
        entry = self.entry(index)
        if entry and entry.section and self._part(index, self.drawing.title_rect).contains(event.position().toPoint()):
            self.rename()
        else:
            super().mouseDoubleClickEvent(event)

    def _gap_at(self, y: float) -> int:
        """Return the row above which the pointer is between two sections, NOWHERE elsewhere."""
        entries = self.outline.entries()
        for row, entry in enumerate(entries):
            if entry.section and abs(self.visualRect(self.outline.index(row)).top() - y) <= REACH:
                return row
        end = self.visualRect(self.outline.index(len(entries) - 1)).bottom() if entries else 0
        has_sections = bool(entries) and (entries[-1].section is not None or entries[-1].page >= 0)
        return len(entries) if has_sections and abs(end - y) <= REACH else NOWHERE

    def _height_of(self, row: int) -> float:
        """Return the height at which the gap above a row is."""
        if row < self.outline.rowCount():
            return float(self.visualRect(self.outline.index(row)).top())
        return float(self.visualRect(self.outline.index(row - 1)).bottom() + 1)

    def _plus(self, row: int) -> QRectF:
        middle = QPointF(self.viewport().width() - 22, self._height_of(row))
        return QRectF(middle.x() - PLUS, middle.y() - PLUS, 2 * PLUS, 2 * PLUS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and over them the line where something would stand."""
        super().paintEvent(event)
        if self._drop == NOWHERE and self._gap == NOWHERE:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drop != NOWHERE:
            self._paint_line(painter, self._height_of(self._drop), 2.5)
        elif self._gap != NOWHERE:
            self._paint_line(painter, self._height_of(self._gap), 1.0)
            self._paint_plus(painter, self._plus(self._gap))

    def _paint_line(self, painter: QPainter, y: float, weight: float) -> None:
        painter.setPen(QPen(self._desk.look.color("accent"), weight))
        painter.drawLine(QPointF(14, y), QPointF(self.viewport().width() - 14, y))
        if weight > 1:
            painter.setBrush(self._desk.look.color("window"))
            painter.drawEllipse(QPointF(14, y), 3.5, 3.5)

    def _paint_plus(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._desk.look.color("accent"))
        painter.drawEllipse(box)
        painter.setPen(QPen(self._desk.look.color("on-accent"), 1.6))
        middle = box.center()
        painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0))
        painter.drawLine(middle - QPointF(0, 4), middle + QPointF(0, 4))
