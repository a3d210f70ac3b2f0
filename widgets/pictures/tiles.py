"""A grid of tiles, each with a picture: chosen several at once, put in order by dragging or with Alt and the arrow keys."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.model.picture import Picture
from widgets.look.look import Look
from widgets.media import Media
from widgets.pictures.intake import Taken
from widgets.pictures.offer import Source, copied, is_picture_pasted, may_be_picture, offered
from widgets.pictures.permission import Badge
from widgets.pictures.tile_delegate import LEAST_WIDTH, MOST_WIDTH, TILE, TileDelegate, tile_size
from widgets.session import Session
from widgets.words import tr

Step = str | int
FORMAT = "application/x-blesna-tiles"
SIDE = 0.3
"""So much of a tile's width at either side belongs to the gap beside it when something is dropped."""
EMPTY_HEIGHT = 8
SPARE = 2
"""Pixels that Qt wants beyond the tiles of a line."""


@dataclass(frozen=True)
class Tile:
    """One tile: the step of its path, words, the picture it shows."""

    step: Step
    title: str
    under: str = ""
    picture: Picture | None = None
    badge: Badge | None = None
    is_coming: bool = False

    @property
    def words(self) -> str:
        """Everything that the tile says, for those who cannot see it."""
        return ", ".join(filter(None, (self.title, self.under, self.badge.words if self.badge else "")))


def coming_tile(taken: Taken) -> Tile:
    """Return the tile of a picture that has come and waits for the others: nothing can be done with it yet."""
    return Tile(f"coming {taken.picture.file}", taken.title, tr("Coming in…"), taken.picture, is_coming=True)


@dataclass(frozen=True)
class Load:
    """Tiles that are being dragged: the path of their list and their steps."""

    path: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Spot:
    """Where something is let go: before a tile, or on one."""

    before: int
    onto: Step | None = None


Index = QModelIndex | QPersistentModelIndex


class TileModel(QAbstractListModel):
    """The tiles."""

    def __init__(self, session: Session, path: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._path = session, path
        self.tiles: tuple[Tile, ...] = ()

    def show(self, tiles: Sequence[Tile]) -> None:
        """Show these tiles."""
        if [tile.step for tile in tiles] == [tile.step for tile in self.tiles]:
            self.tiles = tuple(tiles)
            if tiles:
                self.dataChanged.emit(self.index(0), self.index(len(tiles) - 1))
            return
        self.beginResetModel()
        self.tiles = tuple(tiles)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 the default is Qt's
        """Return the number of tiles."""
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a tile, or its words."""
        tile = self.tiles[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tile.words if role != Qt.ItemDataRole.ToolTipRole else ""
        return tile if role == TILE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let tiles be chosen and dragged."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.NoItemFlags if self.tiles[index.row()].is_coming else base

    def mimeTypes(self) -> list[str]:
        """Name what is dragged."""
        return [FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Pack tiles up."""
        steps = [self.tiles[index.row()].step for index in sorted(indexes, key=lambda one: one.row())]
        data = QMimeData()
        data.setData(FORMAT, QByteArray(json.dumps({"of": _token(self._session), "path": self._path, "steps": steps}).encode()))
        return data


def load_in(data: QMimeData, session: Session) -> Load | None:
    """Return the tiles of this very proposal that are being dragged, None where it is something else."""
    if not data.hasFormat(FORMAT):
        return None
    packed = json.loads(bytes(data.data(FORMAT).data()))
    return Load(packed["path"], tuple(packed["steps"])) if packed["of"] == _token(session) else None


def _token(session: Session) -> str:
    return f"{os.getpid()}:{id(session)}"


class Tiles(QListView):
    """The grid, as tall as its tiles need. `onto` lets things be dropped on a tile too, not only between two.

    `moved` brings steps of its own and the row before which they are put, `carried` a Load from elsewhere and a Spot, `received`
    pictures from outside and a Spot; `removed` steps, `opened` the tile that was double clicked or entered, `chosen` tells that
    others are selected.
    """

    moved = Signal(object, int)
    carried = Signal(object, object)
    received = Signal(object, object)
    removed = Signal(object)
    opened = Signal()
    chosen = Signal()

    def __init__(self, session: Session, path: str, look: Look, media: Media, *, onto: bool = False) -> None:
        super().__init__()
        self._session, self._path, self._look, self._onto = session, path, look, onto
        self._spot: Spot | None = None
        self.tile_model = TileModel(session, path, self)
        self.setModel(self.tile_model)
        self._pen = TileDelegate(look, media, self)
        self.setItemDelegate(self._pen)
        self.setObjectName("tiles")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    # what is shown -------------------------------------------------------------------------------------------------

    def show_tiles(self, tiles: Sequence[Tile], chosen: Sequence[Step] = ()) -> None:
        """Show tiles, these of them chosen; those that were chosen before stay so where no others are named."""
        wanted = list(chosen) or list(self.steps())
        current = self.currentIndex().row()
        self.tile_model.show(tiles)
        rows = [i for i, tile in enumerate(tiles) if tile.step in wanted]
        if not rows and tiles and current >= 0:
            rows = [min(current, len(tiles) - 1)]
        self._choose(rows)
        self._fit()

    def choose(self, steps: Sequence[Step]) -> None:
        """Choose the tiles of these steps."""
        self._choose([i for i, tile in enumerate(self.tile_model.tiles) if tile.step in steps])

    def _choose(self, rows: Sequence[int]) -> None:
        if rows == [index.row() for index in sorted(self.selectedIndexes(), key=lambda one: one.row())]:
            return
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        if rows:
            model.setCurrentIndex(self.tile_model.index(rows[0]), flag.ClearAndSelect)
        else:
            model.clearSelection()
        for row in rows[1:]:
            model.select(self.tile_model.index(row), flag.Select)

    def steps(self) -> tuple[Step, ...]:
        """Return the steps of the tiles that are chosen, in their order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.tile_model.tiles[row].step for row in rows if row < len(self.tile_model.tiles))

    def _columns(self) -> int:
        return max(1, (self.viewport().width() - SPARE) // LEAST_WIDTH)

    def _fit(self) -> None:
        """Let the tiles share the width, and be as tall as they need."""
        columns = self._columns()
        size = tile_size(min(max((self.viewport().width() - SPARE) // columns, LEAST_WIDTH), MOST_WIDTH))
        if size != self._pen.size:
            self._pen.size = size
            self.doItemsLayout()
        rows = -(-len(self.tile_model.tiles) // columns)
        self.setFixedHeight(rows * size.height() + EMPTY_HEIGHT if rows else EMPTY_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the tiles need in this width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the width of some tiles."""
        return QSize(LEAST_WIDTH * 3, self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()

    # keys ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes out, Alt with arrows moves, Enter opens, pictures are pasted after the chosen ones."""
        if is_picture_pasted(event):
            self.received.emit(copied().sources, Spot(self._after()))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.steps():
            self.removed.emit(self.steps())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.steps():
            self.opened.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and (to := self._moving(event.key())) is not None:
            self.moved.emit(self.steps(), to)
        else:
            super().keyPressEvent(event)

    def _after(self) -> int:
        rows = [index.row() for index in self.selectedIndexes()]
        return max(rows) + 1 if rows else len(self.tile_model.tiles)

    def _moving(self, key: int) -> int | None:
        rows = sorted(index.row() for index in self.selectedIndexes())
        far = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._columns(), Qt.Key.Key_Down: self._columns()}
        by = far.get(Qt.Key(key))
        if by is None or not rows:
            return None
        return max(rows[0] + by, 0) if by < 0 else min(rows[-1] + 1 + by, len(self.tile_model.tiles))

    # dragging ------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome tiles and pictures."""
        self._follow(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would come to stand."""
        self._follow(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget about it."""
        self._mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is let go."""
        spot, data = self.spot(event.position()), event.mimeData()
        self._mark(None)
        load = load_in(data, self._session)
        if load is None and not may_be_picture(data):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # a move would have the view that the tiles come from remove them
        event.accept()
        if load is None:
            sources: tuple[Source, ...] = offered(data).sources
            self.received.emit(sources, spot)
        elif load.path == self._path:
            self.moved.emit(load.steps, spot.before)
        else:
            self.carried.emit(load, spot)

    def _follow(self, event: QDragMoveEvent) -> None:
        data = event.mimeData()
        load = load_in(data, self._session)
        if load is None and not may_be_picture(data):
            event.ignore()
            return
        own = load is not None and load.path == self._path
        spot = self.spot(event.position())
        self._mark(Spot(spot.before) if own else spot)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def spot(self, at: QPointF) -> Spot:
        """Return where something would be put that is let go at a point."""
        point = at.toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return Spot(self._nearest(point))
        box = self.visualRect(index)
        across = (point.x() - box.x()) / box.width()
        before = index.row() + (across > 0.5)
        onto = self.tile_model.tiles[index.row()].step if self._onto and SIDE < across < 1 - SIDE else None
        return Spot(before, onto)

    def _nearest(self, point: QPoint) -> int:
        rows = [self.visualRect(self.tile_model.index(row)) for row in range(len(self.tile_model.tiles))]
        return next((i for i, box in enumerate(rows) if point.y() < box.top()), len(rows))

    def _mark(self, spot: Spot | None) -> None:
        self._spot = spot
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tiles, and where what is dragged would come to stand."""
        super().paintEvent(event)
        if self._spot is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("accent"), 2))
        if self._spot.onto is not None:
            row = next(i for i, tile in enumerate(self.tile_model.tiles) if tile.step == self._spot.onto)
            painter.drawRoundedRect(self.visualRect(self.tile_model.index(row)).adjusted(2, 2, -2, -2), 8, 8)
            return
        line = self._line(self._spot.before)
        painter.drawLine(line.topLeft(), line.bottomLeft())

    def _line(self, before: int) -> QRect:
        count = len(self.tile_model.tiles)
        if not count:
            return QRect(1, 0, 1, self.height())
        box = self.visualRect(self.tile_model.index(min(before, count - 1)))
        x = box.left() + 1 if before < count else box.right()
        return QRect(x, box.top() + 4, 1, box.height() - 8)
