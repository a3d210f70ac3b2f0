"""The list of versions: what each is called, when it was and whose."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n import phrase
from app.store.work.versions import Version, Why
from widgets.look.icons import pixmap
from widgets.look.look import Look, face
from widgets.look.scale import magnifies, px
from widgets.words import moment, tr

VERSION_ROLE = Qt.ItemDataRole.UserRole
HEIGHT = 52
_LOOKS = {Why.DAY: ("clock", "tertiary"), Why.KEPT: ("lock", "warning"), Why.NAMED: ("note", "accent")}
_WHYS = {Why.DAY: phrase("Before the first change of the day"), Why.KEPT: phrase("Kept because something else took its place")}


def called(version: Version) -> str:
    """Return the name of a version, or why it is there."""
    return version.name or tr(_WHYS.get(version.why, _WHYS[Why.KEPT]))


def dated(version: Version) -> str:
    """Say when a version was, and whose."""
    return " · ".join(filter(None, (moment(version.at), version.by)))


class VersionList(QListView):
    """Shows versions, the newest first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.setAccessibleName(tr("Versions"))
        self.versions = QStandardItemModel(self)
        self.setModel(self.versions)
        self.setItemDelegate(_Drawing(look, self))
        self.setMouseTracking(True)

    def show_versions(self, versions: tuple[Version, ...], chosen: str = "") -> None:
        """Show these; the one with this id is chosen, else the first."""
        self.versions.clear()
        for version in versions:
            item = QStandardItem(f"{called(version)}, {dated(version)}")
            item.setEditable(False)
            item.setData(version, VERSION_ROLE)
            self.versions.appendRow(item)
        rows = [row for row, version in enumerate(versions) if version.id == chosen]
        if versions:
            self.setCurrentIndex(self.versions.index(rows[0] if rows else 0, 0))

    @property
    def chosen(self) -> Version | None:
        """The version that is chosen."""
        found = self.currentIndex().data(VERSION_ROLE) if self.currentIndex().isValid() else None
        return found if isinstance(found, Version) else None


class _Drawing(QStyledItemDelegate):
    """Draws a version: why it is there, what it is called, when it was."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Two lines."""
        return QSize(100, px(HEIGHT))

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one version."""
        version: Version = index.data(VERSION_ROLE)
        box: QRect = option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, self._look.color("accent-wash" if chosen else "hover"))
        icon, color = _LOOKS[version.why]
        painter.drawPixmap(box.left() + 16, box.top() + 9, pixmap(icon, self._look.theme.colors[color], 18, 2))
        text = box.adjusted(44, 7, -12, -7)
        self._line(painter, QRect(text.left(), text.top(), text.width(), 19), called(version), 13, "text")
        self._line(painter, QRect(text.left(), text.top() + 20, text.width(), 17), dated(version), 12, "secondary")
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._look.color("accent"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()

    def _line(self, painter: QPainter, box: QRect, text: str, size: int, color: str) -> None:
        painter.setFont(face(size))
        painter.setPen(self._look.color(color))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        )
