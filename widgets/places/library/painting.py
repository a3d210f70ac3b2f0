"""Paints the cards of the library: a page, a face or a picture, and below it what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model.block import Block
from app.model.people import Person
from app.model.reference import Reference
from app.store.search.index import Hit
from widgets.choices import called
from widgets.library.records import BLOCK_KINDS, Record
from widgets.look.avatar import LOADED_WIDTH, paint_avatar
from widgets.look.icons import pixmap
from widgets.look.look import Look, face
from widgets.look.scale import factor, letters, magnifies
from widgets.look.stamps import Stamps
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
Letter: TypeAlias = tuple[int, QFont.Weight]
"""The size in pixels, as designed, and the weight of a line."""
_NAME, _LINE, _FOOT = (13, QFont.Weight.DemiBold), (12, QFont.Weight.Normal), (11, QFont.Weight.Medium)
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_STATES = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver, QStyle.StateFlag.State_HasFocus


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
        self._stamps = Stamps()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All cards are alike."""
        return self.cell

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        card: Card = index.data(CARD_ROLE)
        cell = option.rect
        box = cell.adjusted(GAP // 2, GAP // 2, -GAP // 2, -GAP // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, over, focused = (bool(option.state & one) for one in _STATES)
        ground = self._look.theme.name, chosen, over, focused
        self._stamps.lay(painter, cell, ground, lambda pen, room: self._ground(pen, room, chosen, over, focused))
        image = self._image(card.record)
        shows = self._look.theme.name, _above(card.record), image.cacheKey() if image is not None else 0
        above = QRect(box.left() + 1, box.top() + 1, box.width() - 2, ABOVE)
        self._stamps.lay(painter, above, shows, lambda pen, room: self._picture(pen, QRectF(room), card.record, image))
        self._words(painter, box.adjusted(12, ABOVE + 10, -12, -10), card, index.data(HIT_ROLE))
        painter.restore()

    def _ground(self, painter: QPainter, cell: QRect, chosen: bool, over: bool, focused: bool) -> None:
        look, box = self._look, QRectF(cell).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        painter.setBrush(look.color("accent-wash" if chosen else "surface"))
        painter.setPen(QPen(look.color("accent" if chosen else "outline" if over else "hairline"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    # the picture ------------------------------------------------------------------------------------------------------

    def _image(self, record: Record) -> QImage | None:
        """Return what is seen of a record, None while it is not there."""
        if isinstance(record, Block):
            return self._pens.previews.picture(record, self.setting, THUMB)
        if isinstance(record, Person):
            return self._pens.media.picture(record.photo.file, LOADED_WIDTH) if record.photo else None
        return self._pens.media.picture(record.pictures[0].file, PHOTO) if record.pictures else None

    def _picture(self, painter: QPainter, box: QRectF, record: Record, image: QImage | None) -> None:
        """Draw the upper part of a card, round at its upper corners."""
        above = QPainterPath()
        above.setFillRule(Qt.FillRule.WindingFill)
        above.addRoundedRect(box, RADIUS - 1, RADIUS - 1)
        above.addRect(box.adjusted(0, RADIUS, 0, 0))
        painter.fillPath(above, self._look.color("sunken" if isinstance(record, Person) else "desk"))
        if isinstance(record, Person):
            around = QRectF(0, 0, FACE, FACE)
            around.moveCenter(box.center())
            paint_avatar(painter, around, record, self._pens.media, self._look)
        elif image is None:
            self._sign(painter, box, BLOCK_KINDS[record.kind][1] if isinstance(record, Block) else "picture")
        elif isinstance(record, Block):
            self._page(painter, box, image)
        else:
            painter.setClipPath(above)
            painter.drawImage(box, image, cropped(image, box, record.pictures[0].focus_x, record.pictures[0].focus_y))
            if len(record.pictures) > 1:
                self._count(painter, box, len(record.pictures))

    def _page(self, painter: QPainter, box: QRectF, image: QImage) -> None:
        size = image.size().scaled((box.size() - QSize(24, 20)).toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        paper = QRectF(0, 0, size.width(), size.height())
        paper.moveCenter(QPointF(box.center().x(), box.center().y()))
        painter.fillRect(paper.translated(0, 1.5), self._look.color("page-shadow", 0.10))
        painter.drawImage(paper, image)
        painter.setPen(QPen(self._look.color("page-edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))

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
        painter.setPen(look.color("tertiary" if unnamed else "text"))
        draw_marked(
            painter, QRect(box.left(), box.top(), box.width(), 18), tr(UNNAMED) if unnamed else card.name, marks, look, _NAME
        )
        painter.setPen(look.color("secondary"))
        line = QRect(box.left(), box.top() + 20, box.width(), 17)
        snippet = hit.snippet if isinstance(hit, Hit) else None
        if snippet is not None and snippet.marks:
            start = _word_before(snippet.text, snippet.marks[0][0])
            lead = "…" if start else ""
            shifted = [(a - start + len(lead), b - start + len(lead)) for a, b in snippet.marks]
            draw_marked(painter, line, lead + snippet.text[start:], shifted, look, _LINE)
        else:
            draw_marked(painter, line, kind_words(card), (), look, _LINE)
        self._foot(painter, box, card)

    def _foot(self, painter: QPainter, box: QRect, card: Card) -> None:
        """Say whether it may be used, and in which languages it is or whose it is."""
        look, y = self._look, box.bottom() - 17
        badge = badge_of(card.record)
        right = self._aside(card)
        wide = _wide(right, letters(_FOOT[0]), _FOOT[1]) if right else 0
        painter.setPen(look.color("tertiary"))
        draw_marked(painter, QRect(box.right() - wide, y, wide + 1, 18), right, (), look, _FOOT)
        if badge is None:
            return
        painter.drawPixmap(box.left(), y + 2, pixmap(badge.icon, look.theme.colors[badge.color], 14, 2))
        painter.setPen(look.color("secondary"))
        room = QRect(box.left() + 19, y, box.width() - wide - 27, 18)
        draw_marked(painter, room, badge.words, (), look, _FOOT)

    def _aside(self, card: Card) -> str:
        record = card.record
        if isinstance(record, Reference):
            return "" if badge_of(record) else called(record.origin)
        return " ".join(one.upper() if len(one) == 2 else one for one in card.languages[:3])


def _above(record: Record) -> tuple[object, ...]:
    """Return what the upper part of a card depends on, besides its image."""
    if isinstance(record, Block):
        return (record.kind,)
    if isinstance(record, Person):
        return record.name, record.photo
    first = record.pictures[0] if record.pictures else None
    return first and (first.focus_x, first.focus_y), len(record.pictures)


def cropped(image: QImage, box: QRectF, x: float, y: float) -> QRectF:
    """Return the largest part of a picture that has the shape of a box and keeps its point of interest in sight."""
    scale = min(image.width() / box.width(), image.height() / box.height())
    width, height = box.width() * scale, box.height() * scale
    left = min(max(x * image.width() - width / 2, 0), image.width() - width)
    top = min(max(y * image.height() - height / 2, 0), image.height() - height)
    return QRectF(left, top, width, height)


def draw_marked(painter: QPainter, box: QRect, text: str, marks: Sequence[tuple[int, int]], look: Look, letter: Letter) -> None:
    """Draw a line of text, cut with an ellipsis, in which some ranges are marked: underlined on a tinted ground."""
    shown = _cut(text, box.width(), letters(letter[0]), letter[1])
    painter.setFont(_font(letters(letter[0]), letter[1]))
    if not marks:
        painter.drawText(box, _LEFT, shown)
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


@cache
def _font(pixels: int, weight: QFont.Weight) -> QFont:
    font = face(weight=weight)
    font.setPixelSize(pixels)
    return font


@lru_cache(maxsize=4096)
def _cut(text: str, width: int, pixels: int, weight: QFont.Weight) -> str:
    """Return a line of text cut to a width. Every letter of a search draws most lines again."""
    return QFontMetrics(_font(pixels, weight)).elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=256)
def _wide(text: str, pixels: int, weight: QFont.Weight) -> int:
    return QFontMetrics(_font(pixels, weight)).horizontalAdvance(text)
