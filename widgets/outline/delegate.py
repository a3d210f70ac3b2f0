"""How the rows of the outline are drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.layout.page import Page
from widgets.forms.kinds import look_of
from widgets.look.icons import pixmap
from widgets.look.look import Look, face
from widgets.look.scale import magnification, magnifies, px
from widgets.models.outline import ENTRY_ROLE, Entry, OutlineModel
from widgets.outline.thumbs import Thumbs
from widgets.preview.pages import Pages
from widgets.words import tr

THUMB = QSize(54, 72)
ROW, HEADING, SECTION, PAGE = 36, 40, 92, 84
LEFT, BESIDE, INDENT, CHEVRON = 20, 14, 20, 14
Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.TextElideMode.ElideRight


class EntryDelegate(QStyledItemDelegate):
    """Draws the rows of the outline."""

    def __init__(self, model: OutlineModel, pages: Pages, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._pages, self._look = model, pages, look
        self.thumbs = Thumbs()
        self.painted: dict[int, tuple[object, ...]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Sections are tall, the rest is a line."""
        entry: Entry = index.data(ENTRY_ROLE)
        return QSize(120, px(SECTION if entry.section else PAGE if entry.page >= 0 else ROW if entry.place else HEADING))

    def title_rect(self, box: QRect) -> QRect:
        """Return where the title of a section stands in its row."""
        return box.adjusted(LEFT + THUMB.width() + BESIDE, 12, -18, -10)

    def chevron_rect(self, box: QRect) -> QRect:
        """Return what opens the pages of a section in its row."""
        return QRect(box.left() + 3, box.center().y() - 12, CHEVRON + 4, 24)

    def shows(self, entry: Entry) -> tuple[object, ...]:
        """Return all that the picture of a row depends on, besides its size and whether it is chosen."""
        hidden = entry.section is not None and entry.section.hidden
        found = self._pages.section_pages(entry.section.id) if entry.section else range(0)
        index = found[0] if found and not hidden else entry.page
        if not 0 <= index < len(self._pages.pages):
            return entry.title, entry.icon, hidden, found
        page, picture = self._pages.pages[index], self._pages.pictures(index).small
        return entry.title, entry.icon, hidden, found, page.width, page.height, picture.cacheKey() if picture else 0

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        entry: Entry = index.data(ENTRY_ROLE)
        box: QRect = option.rect
        state = option.state
        self.painted[index.row()] = self.shows(entry)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if entry.place:
            self._paint_state(painter, box, state)
        if entry.section:
            self._paint_section(painter, box, entry)
        elif entry.page >= 0:
            self._paint_page(painter, box, entry)
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
        painter.drawPixmap(box.left() + 18, box.center().y() - 8, pixmap(entry.icon, color, 18, _ratio(painter)))
        painter.setFont(face(weight=QFont.Weight.Medium))
        painter.setPen(self._look.color("text"))
        painter.drawText(box.adjusted(46, 0, -16, 0), Qt.AlignmentFlag.AlignVCenter, entry.title)

    def _paint_section(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        assert entry.section is not None
        hidden, key = entry.section.hidden, entry.section.id
        self._paint_thumb(painter, box, entry, self._pages.section_pages(key))
        if self._model.can_open(key) and not hidden:
            icon = "chevron-down" if self._model.is_open(key) else "chevron-right"
            drawn = pixmap(icon, self._look.theme.colors["tertiary"], CHEVRON, _ratio(painter))
            painter.drawPixmap(self.chevron_rect(box).left() + 2, box.center().y() - CHEVRON // 2, drawn)
        text = self.title_rect(box)
        painter.setFont(face(weight=QFont.Weight.Medium))
        painter.setPen(self._look.color("tertiary" if hidden else "text"))
        bottom = draw_lines(painter, text, entry.title, 2)
        painter.setFont(face(12))
        painter.setPen(self._look.color("tertiary"))
        kind = tr(look_of(entry.section).name)
        caption = self._model.caption(entry.section)
        lines = [caption] if kind == entry.title or not caption else [kind, caption]
        for line in lines:
            at = QRect(text.left(), bottom + 2, text.width(), 16)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, painter.fontMetrics().elidedText(line, _RIGHT, at.width()))
            bottom += 16

    def _paint_page(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        """Draw the row of a page, set in."""
        if entry.page >= len(self._pages.pages):
            return
        page = self._pages.pages[entry.page]
        paper = _paper(page, box.adjusted(INDENT, 0, 0, 0))
        self._paint_paper(painter, paper, self._pages.pictures(entry.page).small)
        painter.setFont(face(12))
        painter.setPen(self._look.color("secondary"))
        painter.drawText(self.title_rect(box).adjusted(INDENT, -12, 0, 10), Qt.AlignmentFlag.AlignVCenter, entry.title)

    def _paint_thumb(self, painter: QPainter, box: QRect, entry: Entry, found: range) -> None:
        hidden = entry.section is not None and entry.section.hidden
        image = self._pages.pictures(found[0]).small if found and not hidden else None
        paper = _paper(self._pages.pages[found[0]] if found else None, box)
        painter.setPen(QPen(self._look.color("outline"), 1))
        for i in range(min(len(found) - 1, 2), 0, -1):
            painter.setBrush(self._look.color("surface"))
            painter.drawRect(QRectF(paper).translated(2.5 * i, -2.5 * i).adjusted(0.5, 0.5, -0.5, -0.5))
        self._paint_paper(painter, paper, image)
        if image is None:
            drawn = pixmap("hide" if hidden else entry.icon, self._look.theme.colors["tertiary"], 18, _ratio(painter))
            painter.drawPixmap(paper.center() - QPoint(9, 9), drawn)

    def _paint_paper(self, painter: QPainter, paper: QRect, image: QImage | None) -> None:
        painter.setPen(QPen(self._look.color("outline"), 1))
        painter.setBrush(self._look.color("sunken") if image is None else Qt.BrushStyle.NoBrush)
        if image is not None:
            painter.drawPixmap(paper.topLeft(), self.thumbs.scaled(image, paper.size(), _ratio(painter)))
        painter.drawRect(QRectF(paper).adjusted(0.5, 0.5, -0.5, -0.5))


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return (device.devicePixelRatioF() if device is not None else 1.0) * magnification()


def _paper(page: Page | None, box: QRect) -> QRect:
    """Return where the small picture of a page stands in a row."""
    frame = QRect(box.left() + LEFT, box.top() + (box.height() - THUMB.height()) // 2, THUMB.width(), THUMB.height())
    if page is None:
        return frame
    size = QSize(round(page.width), round(page.height)).scaled(THUMB, Qt.AspectRatioMode.KeepAspectRatio)
    paper = QRect(QPoint(0, 0), size)
    paper.moveCenter(frame.center())
    return paper


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
