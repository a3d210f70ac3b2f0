"""The cards as Qt sees them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.i18n import phrase
from app.model.block import Block
from app.model.people import Person
from widgets.library.records import BLOCK_KINDS, STATUSES, Mark, packed
from widgets.places.library.cards import Card
from widgets.places.place import RECORD_MIME
from widgets.words import tr

Index = QModelIndex | QPersistentModelIndex
CARD_ROLE, HIT_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
UNNAMED = phrase("Without a name")
_NOWHERE = QModelIndex()


class ShelfModel(QAbstractListModel):
    """Rows of Card under CARD_ROLE; what was found of each, an `app.store.search.index.Hit` or None, under HIT_ROLE."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []
        self._hits: Mapping[Mark, object] = {}
        self._rows: dict[Mark, int] = {}

    def show(self, cards: Sequence[Card], hits: Mapping[Mark, object] | None = None) -> None:
        """Show other cards. Where they are those that are shown already, in their order, only what has changed is painted."""
        hits = hits or {}
        marks = [card.mark for card in cards]
        if hits == self._hits and marks == [card.mark for card in self.cards]:
            for card in [new for old, new in zip(self.cards, cards, strict=True) if old is not new]:
                self.exchange(card)
            return
        self.beginResetModel()
        self.cards, self._hits = list(cards), hits
        self._rows = {mark: row for row, mark in enumerate(marks)}
        self.endResetModel()

    def exchange(self, card: Card) -> None:
        """Show another state of a card, where it is shown at all."""
        row = self._rows.get(card.mark, -1)
        if row >= 0:
            self.cards[row] = card
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, mark: Mark | None) -> int:
        """Return the row of a record, -1 where it is not shown."""
        return self._rows.get(mark, -1) if mark else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of cards."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the card, what was found of it, or its words."""
        card = self.cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == HIT_ROLE:
            return self._hits.get(card.mark)
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name or tr(UNNAMED)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (card.name or tr(UNNAMED), kind_words(card), status_words(card))))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every card can be dragged."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def supportedDragActions(self) -> Qt.DropAction:
        """What is dragged out is copied."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Name what is dragged."""
        return [RECORD_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry which records are dragged, in the order of the rows."""
        return packed(self.cards[row].mark for row in sorted(index.row() for index in indexes))


def kind_words(card: Card) -> str:
    """Say what a card is."""
    record = card.record
    if isinstance(record, Block):
        return tr(BLOCK_KINDS[record.kind][0])
    if isinstance(record, Person):
        return record.role
    return " · ".join(filter(None, (record.client, record.year)))


def status_words(card: Card) -> str:
    """Say how it stands with a card; empty where nothing need be said."""
    from widgets.places.library.badges import badge_of

    if isinstance(card.record, Block):
        return tr(STATUSES[card.record.status][0])
    badge = badge_of(card.record)
    return badge.words if badge else ""
