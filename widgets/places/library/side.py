"""The left column: which kinds are looked at, and what narrows them."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n import phrase
from app.model.block import BlockStatus
from app.model.reference import Permission
from widgets.choices import called
from widgets.fields.choice import ChoiceField
from widgets.forms.makers import LANGUAGE_NAMES
from widgets.library.records import BLOCK, BLOCK_KINDS, PERSON, REFERENCE, STATUSES
from widgets.look.icons import pixmap
from widgets.look.look import Look, face
from widgets.look.parts import column, label, push, scrolling, styled
from widgets.look.scale import magnifies, px
from widgets.places.library.cards import EVERYTHING, Filter, Offer
from widgets.words import number, tr

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
WIDTH, LINE = 208, 32
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class KindRow:
    """One line: the kind as cards have it, words, icon, whether it is one of several kinds of blocks."""

    kind: str
    words: str
    icon: str
    inner: bool = False


ROWS = (
    KindRow(EVERYTHING, phrase("Everything"), "library"),
    KindRow(BLOCK, phrase("Blocks"), "section"),
    *(KindRow(f"{BLOCK}/{kind.value}", words, icon, True) for kind, (words, icon) in BLOCK_KINDS.items()),
    KindRow(PERSON, phrase("People"), "people"),
    KindRow(REFERENCE, phrase("Works"), "references"),
)


class KindModel(QAbstractListModel):
    """Rows of (KindRow, how many there are) under ROW_ROLE; kinds of blocks that there are none of are left out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[tuple[KindRow, int]] = [(row, 0) for row in ROWS if not row.inner]

    def count(self, offer: Offer, chosen: str) -> None:
        """Show how many there are of each kind."""
        rows = [(row, offer.counts.get(row.kind, 0)) for row in ROWS]
        rows = [(row, count) for row, count in rows if count or not row.inner or row.kind == chosen]
        if rows == self._rows:
            return
        if [row for row, _ in rows] == [row for row, _ in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, kind: str) -> int:
        """Return the row of a kind, that of everything where it has none."""
        return next((i for i, (row, _) in enumerate(self._rows) if row.kind == kind), 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of kinds."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words, with how many there are for those who cannot see it."""
        row, count = self._rows[index.row()]
        if role == ROW_ROLE:
            return row, count
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(row.words)
        return f"{tr(row.words)}: {number(count)}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class KindDelegate(QStyledItemDelegate):
    """Draws a kind with its icon and how many there are."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        return QSize(120, px(LINE))

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one kind."""
        found: tuple[KindRow, int] = index.data(ROW_ROLE)
        row, count = found
        look, box, state = self._look, option.rect, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QRectF(box).adjusted(8, 1, -8, -1)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent-wash" if chosen else "hover"))
            painter.drawRoundedRect(around, 6, 6)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(around.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
        left = box.left() + (36 if row.inner else 18)
        color = look.theme.colors["accent" if chosen else "tertiary" if row.inner else "secondary"]
        size = 16 if row.inner else 18
        painter.drawPixmap(left, box.center().y() - size // 2 + 1, pixmap(row.icon, color, size, 2))
        painter.setFont(face(12, tabular=True))
        painter.setPen(look.color("tertiary"))
        painter.drawText(box.adjusted(0, 0, -20, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number(count))
        room = QRect(left + 26, box.top(), box.right() - 60 - left, box.height())
        painter.setFont(face(13, QFont.Weight.Normal if row.inner else QFont.Weight.Medium))
        painter.setPen(look.color("text"))
        words = painter.fontMetrics().elidedText(tr(row.words), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class Side(QWidget):
    """The column. `chosen` brings a Filter."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        styled(self, "frame")
        self.setMinimumWidth(px(WIDTH) - 24)
        self.filter = Filter()
        self._offered: tuple[Offer, Filter] | None = None
        self._model = KindModel(self)
        self.kinds = QListView()
        self.kinds.setObjectName("plain")
        self.kinds.setModel(self._model)
        self.kinds.setItemDelegate(KindDelegate(look, self.kinds))
        self.kinds.setMouseTracking(True)
        self.kinds.setAccessibleName(tr("Kinds"))
        self.kinds.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.kinds.selectionModel().currentChanged.connect(self._kind)
        self.tag, self.language = ChoiceField(look, ()), ChoiceField(look, ())
        self.status, self.service = ChoiceField(look, ()), ChoiceField(look, ())
        self.clear = push(tr("Show all"), self._clear, "link")
        self._fields = {"tag": self.tag, "language": self.language, "status": self.status, "service": self.service}
        content = QWidget()
        box = column(content, gap=4)
        self._captions = {}
        for name, words in (
            ("status", tr("Status")),
            ("tag", tr("Tag")),
            ("language", tr("Language")),
            ("service", tr("Service")),
        ):
            field, caption = self._fields[name], label(words, "field")
            field.setAccessibleName(words)
            field.edited.connect(partial(self._narrow, name))
            self._captions[name] = caption
            box.addWidget(caption)
            box.addWidget(field)
            box.addSpacing(8)
        box.addWidget(self.clear)
        down = column(self, (0, 12, 0, 0))
        down.addWidget(self.kinds)
        below = scrolling(content, WIDTH, "frame")
        page = below.widget()
        inner = page.layout() if page is not None else None
        if inner is not None:
            inner.setContentsMargins(16, 12, 16, 16)
        down.addWidget(below, 1)
        self.offer(Offer())

    def offer(self, offer: Offer) -> None:
        """Offer what there is. A letter of a search changes nothing here: what is offered already is left as it is."""
        chosen = self.filter
        if self._offered == (offer, chosen):
            return
        self._offered = offer, chosen
        self._model.count(offer, chosen.kind)
        self.kinds.setFixedHeight(self._model.rowCount() * px(LINE) + 8)
        self._show_kind()
        statuses = [(one, _status(one)) for one in offer.statuses]
        options = {
            "tag": [(one, one) for one in offer.tags],
            "language": [(one, LANGUAGE_NAMES.get(one, one)) for one in offer.languages],
            "status": sorted(statuses, key=lambda one: one[1].casefold()),
            "service": [(one, one) for one in offer.services],
        }
        for name, found in options.items():
            field = self._fields[name]
            field.set_options([("", tr("any")), *found])
            field.show_value(getattr(chosen, name))
            is_useful = bool(found) or bool(getattr(chosen, name))
            field.setVisible(is_useful)
            self._captions[name].setVisible(is_useful)
        self.clear.setVisible(chosen.is_narrow)

    def choose(self, chosen: Filter) -> None:
        """Look at something else."""
        self.filter = chosen
        self._show_kind()
        self.chosen.emit(chosen)

    def _show_kind(self) -> None:
        index = self._model.index(self._model.row_of(self.filter.kind))
        if index != self.kinds.currentIndex():
            self.kinds.setCurrentIndex(index)

    def _kind(self, index: QModelIndex) -> None:
        if index.isValid():
            kind = index.data(ROW_ROLE)[0].kind
            if kind != self.filter.kind:
                self.choose(replace(self.filter, kind=kind))

    def _narrow(self, name: str, value: object) -> None:
        self.choose(replace(self.filter, **{name: str(value or "")}))

    def _clear(self) -> None:
        self.choose(Filter(kind=self.filter.kind))
        self.kinds.setFocus()


def _status(value: str) -> str:
    if value in set(BlockStatus):
        return tr(STATUSES[BlockStatus(value)][0])
    return tr("Permission: {state}", state=called(Permission(value)).lower())
