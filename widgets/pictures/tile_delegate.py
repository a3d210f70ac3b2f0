"""Draws a tile: its picture, in its frame where it has one, its words, and a badge."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model.picture import Picture
from widgets.look.look import Look, face
from widgets.look.scale import factor, magnifies, px
from widgets.media import Media
from widgets.pictures.framing import paint_picture
from widgets.words import tr

if TYPE_CHECKING:
    from widgets.pictures.tiles import Tile

TILE = Qt.ItemDataRole.UserRole
LEAST_WIDTH, MOST_WIDTH = 134, 190
"""Tiles share the width that there is, within these."""
PICTURE_ASPECT = 1.5
PAD = 6
LOADED_WIDTH = 320
LINE = 17


def tile_size(width: int) -> QSize:
    """Return the size of tiles of a width."""
    return QSize(width, px(round((width / factor() - 2 * PAD) / PICTURE_ASPECT) + PAD + 6 + 2 * LINE + PAD))


class TileDelegate(QStyledItemDelegate):
    """Draws tiles."""

    def __init__(self, look: Look, media: Media, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._media = look, media

        self.size = tile_size(LEAST_WIDTH)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All tiles are alike."""
        return self.size

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one tile."""
        tile: Tile = index.data(TILE)
        state = option.state
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.5 if tile.is_coming else 1.0)
        self._paint_ground(painter, box, state)
        wide = box.width() - 2 * PAD + 2
        place = QRectF(box.x() + PAD - 1, box.y() + PAD - 1, wide, round(wide / PICTURE_ASPECT))
        self._paint_picture(painter, place, tile.picture)
        words = QRectF(place.x() + 2, place.bottom() + 4, place.width() - 4, LINE)
        painter.setPen(self._look.color("text" if tile.title else "tertiary"))
        painter.setFont(face(12, QFont.Weight.Medium))
        self._line(painter, words, tile.title or tr("Without a name"))
        self._paint_under(painter, words.translated(0, LINE), tile)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent-wash" if chosen else "hover"))
            painter.drawRoundedRect(box, 8, 8)
        if chosen or focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("accent" if focused else "accent-line"), 2 if focused else 1.5))
            painter.drawRoundedRect(box, 8, 8)

    def _paint_picture(self, painter: QPainter, place: QRectF, picture: Picture | None) -> None:
        image = self._media.picture(picture.file, LOADED_WIDTH) if picture is not None else None
        paint_picture(painter, place, image, picture or Picture(file=""), self._look, 5)
        if image is None:
            middle = place.center().toPoint()
            self._look.icon("picture", "tertiary").paint(painter, QRect(middle.x() - 12, middle.y() - 12, 24, 24))

    def _paint_under(self, painter: QPainter, line: QRectF, tile: "Tile") -> None:
        painter.setFont(face(11))
        badge = tile.badge
        if badge is not None:
            self._look.icon(badge.icon, badge.color).paint(painter, QRect(round(line.x()), round(line.y()) + 1, 14, 14))
            painter.setPen(self._look.color(badge.color))
            self._line(painter, line.adjusted(18, 0, 0, 0), badge.words)
        else:
            painter.setPen(self._look.color("secondary"))
            self._line(painter, line, tile.under)

    @staticmethod
    def _line(painter: QPainter, box: QRectF, text: str) -> None:
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
