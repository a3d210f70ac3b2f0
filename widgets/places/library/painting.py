"""Paints the cards of the library: a page, a face or a picture, and below it what it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model.block import Block
from app.model.people import Person
from app.model.reference import Reference
from app.store.search.index import Hit
from widgets.choices import called
from widgets.library.records import BLOCK_KINDS
from widgets.look.avatar import paint_avatar
from widgets.look.icons import pixmap
from widgets.look.look import Look, face
from widgets.look.scale import factor, magnifies
from widgets.media import Media
from widgets.places.library.badges import badge_of
from widgets.places.library.bench import Setting
from widgets.places.library.cards import Card
from widgets.places.library.previews import Previews
from widgets.places.library.shelf_model import CARD_ROLE, HIT_ROLE, UNNAMED, Index, kind_words
from widgets.words import tr

CELL = QSize(188, 226)
GAP, RADIUS = 8, 8
ABOVE = 138
"""Pixels: how tall the picture of a card is."""
THUMB, PHOTO, FACE = 220, 420, 92
LEAD = 12
"""Letters before what was found."""
_RIGHT = Qt.TextElideMode.ElideRight


@dataclass(frozen=True)
class Pens:
    """Where pictures and colours come from."""

    look: Look
    media: Media
    previews: Previews


class CardDelegate(QStyledItemDelegate):
    """Draws a card. `setting` is how blocks are shown."""

    def __init__(self, pens: Pens, setting: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self._pens, self._look = pens, pens.look
        self.setting = setting
        self.cell = CELL * factor()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All cards are alike."""
        return self.cell

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        card: Card = index.data(CARD_ROLE)
        box = QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._ground(painter, box, option.state)
        above = QRectF(box.left() + 1, box.top() + 1, box.width() - 2, ABOVE)
        clip = QPainterPath()
        clip.addRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        painter.save()
        painter.setClipPath(clip)
        self._picture(painter, above, card)
        painter.restore()
        self._words(painter, box.adjusted(12, ABOVE + 10, -12, -10).toRect(), card, index.data(HIT_ROLE))
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        look = self._look
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(look.color("accent-wash" if chosen else "surface"))
        painter.setPen(QPen(look.color("accent" if chosen else "outline" if over else "hairline"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    # the picture ------------------------------------------------------------------------------------------------------

    def _picture(self, painter: QPainter, box: QRectF, card: Card) -> None:
        record = card.record
        painter.fillRect(box, self._look.color("sunken" if isinstance(record, Person) else "desk"))
        if isinstance(record, Block):
            self._page(painter, box, record)
        elif isinstance(record, Person):
            around = QRectF(0, 0, FACE, FACE)
            around.moveCenter(box.center())
            paint_avatar(painter, around, record, self._pens.media, self._look)
        else:
            self._work(painter, box, record)

    def _page(self, painter: QPainter, box: QRectF, record: Block) -> None:
        image = self._pens.previews.picture(record, self.setting, THUMB)
        if image is None:
            self._sign(painter, box, BLOCK_KINDS[record.kind][1])
            return
        size = image.size().scaled((box.size() - QSize(24, 20)).toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        paper = QRectF(0, 0, size.width(), size.height())
        paper.moveCenter(QPointF(box.center().x(), box.center().y()))
        painter.fillRect(paper.translated(0, 1.5), self._look.color("page-shadow", 0.10))
        painter.drawImage(paper, image)
        painter.setPen(QPen(self._look.color("page-edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _work(self, painter: QPainter, box: QRectF, record: Reference) -> None:
        first = record.pictures[0] if record.pictures else None
        image = self._pens.media.picture(first.file, PHOTO) if first else None
        if image is None or first is None:
            self._sign(painter, box, "picture")
            return
        painter.drawImage(box, image, cropped(image, box, first.focus_x, first.focus_y))
        if len(record.pictures) > 1:
            self._count(painter, box, len(record.pictures))

    def _count(self, painter: QPainter, box: QRectF, count: int) -> None:
        painter.setFont(face(11, QFont.Weight.DemiBold, tabular=True))
        words = str(count)
        room = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(words) + 28, 20)
        room.moveTopRight(QPointF(box.right() - 8, box.top() + 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 150))
        painter.drawRoundedRect(room, 10, 10)
        painter.drawPixmap(room.topLeft() + QPointF(6, 4), pixmap("picture", "#FFFFFF", 12, 2))
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(room.adjusted(20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _sign(self, painter: QPainter, box: QRectF, icon: str) -> None:
        drawn = pixmap(icon, self._look.theme.colors["tertiary"], 28, 2)
        painter.drawPixmap(box.center() - QPointF(14, 14), drawn)

    # the words --------------------------------------------------------------------------------------------------------

    def _words(self, painter: QPainter, box: QRect, card: Card, hit: object) -> None:
        look = self._look
        marks = hit.marks if isinstance(hit, Hit) else ()
        unnamed = not card.name
        painter.setFont(face(13, QFont.Weight.DemiBold))
        painter.setPen(look.color("tertiary" if unnamed else "text"))
        draw_marked(painter, QRect(box.left(), box.top(), box.width(), 18), tr(UNNAMED) if unnamed else card.name, marks, look)
        painter.setFont(face(12))
        painter.setPen(look.color("secondary"))
        line = QRect(box.left(), box.top() + 20, box.width(), 17)
        snippet = hit.snippet if isinstance(hit, Hit) else None
        if snippet is not None and snippet.marks:
            start = _word_before(snippet.text, snippet.marks[0][0])
            lead = "…" if start else ""
            shifted = [(a - start + len(lead), b - start + len(lead)) for a, b in snippet.marks]
            draw_marked(painter, line, lead + snippet.text[start:], shifted, look)
        else:
            painter.drawText(line, _left(), painter.fontMetrics().elidedText(kind_words(card), _RIGHT, line.width()))
        self._foot(painter, box, card)

    def _foot(self, painter: QPainter, box: QRect, card: Card) -> None:
        """Say whether it may be used, and in which languages it is or whose it is."""
        look, y = self._look, box.bottom() - 17
        badge = badge_of(card.record)
        painter.setFont(face(11, QFont.Weight.Medium))
        right = self._aside(card)
        wide = painter.fontMetrics().horizontalAdvance(right) if right else 0
        painter.setPen(look.color("tertiary"))
        painter.drawText(QRect(box.right() - wide, y, wide + 1, 18), _left(), right)
        if badge is None:
            return
        painter.drawPixmap(box.left(), y + 2, pixmap(badge.icon, look.theme.colors[badge.color], 14, 2))
        painter.setPen(look.color("secondary"))
        room = QRect(box.left() + 19, y, box.width() - wide - 27, 18)
        painter.drawText(room, _left(), painter.fontMetrics().elidedText(badge.words, _RIGHT, room.width()))

    def _aside(self, card: Card) -> str:
        record = card.record
        if isinstance(record, Reference):
            return "" if badge_of(record) else called(record.origin)
        return " ".join(one.upper() if len(one) == 2 else one for one in card.languages[:3])


def cropped(image: QImage, box: QRectF, x: float, y: float) -> QRectF:
    """Return the largest part of a picture that has the shape of a box and keeps its point of interest in sight."""
    scale = min(image.width() / box.width(), image.height() / box.height())
    width, height = box.width() * scale, box.height() * scale
    left = min(max(x * image.width() - width / 2, 0), image.width() - width)
    top = min(max(y * image.height() - height / 2, 0), image.height() - height)
    return QRectF(left, top, width, height)


def draw_marked(painter: QPainter, box: QRect, text: str, marks: Sequence[tuple[int, int]], look: Look) -> None:
    """Draw a line of text, cut with an ellipsis, in which some ranges are marked: underlined on a tinted ground."""
    shown = painter.fontMetrics().elidedText(text, _RIGHT, box.width())
    if not marks:
        painter.drawText(box, _left(), shown)
        return
    marked = QTextCharFormat()
    marked.setBackground(look.color("accent-line", 0.55))
    marked.setFontUnderline(True)
    layout = QTextLayout(shown, painter.font())
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    ranges = []
    for start, end in marks:
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, min(end, len(shown)) - start, marked
        if start < len(shown):
            ranges.append(found)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width() + 4)
    layout.endLayout()
    layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))


def _word_before(text: str, first: int) -> int:
    """Return where a line begins so that what was found is in sight, with the words just before it."""
    if first <= LEAD:
        return 0
    space = text.find(" ", first - LEAD, first)
    return space + 1 if space >= 0 else first


def _left() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
