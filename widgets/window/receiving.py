"""What a window is given from outside: files that are dropped on it, tables and files that are pasted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from widgets.desk import Desk
from widgets.drops import Drops, Load, files_in, invitation, load_of
from widgets.importing import Importing
from widgets.panels.veil import Veil
from widgets.pictures.offer import copied, may_be_picture, offered
from widgets.preview.geometry import Hit
from widgets.preview.view import PageView
from widgets.words import tr

Call = Callable[[], object]


class Receiving(QObject):
    """Looks at the events of a window before the window does. `veil` is what says what dropping will do."""

    def __init__(self, owner: QWidget, desk: Desk, drops: Drops, importing: Importing, when_kept: Callable[[Call], None]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._desk, self._drops, self._importing, self._when_kept = desk, drops, importing, when_kept
        self.veil: Veil | None = None
        self._places_pictures = False
        self.at_work = False  # whether the proposal is what one sees
        owner.setAcceptDrops(True)
        owner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for the window as a whole."""
        if isinstance(event, QKeyEvent):
            return event.type() is QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Paste) and self._paste()
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.DragEnter:
            return self._invite(event)
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.DragMove:
            self._say_where(event)
        elif event.type() is QEvent.Type.DragLeave and self.veil is not None:
            self.veil.hide()
        elif isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self._take(event)
            return True
        return False

    def _paste(self) -> bool:
        """Take a picture, a table or a spreadsheet that is pasted where nothing else takes it."""
        if self.at_work and copied().has_any:
            self._drops.take_pictures(copied().sources)
            return True
        held = QApplication.clipboard().mimeData()
        dropped = files_in(held) if held is not None else []
        if load_of(dropped) is Load.ESTIMATE:
            self._drops.take(dropped)
        else:
            self._importing.clipboard()
        return True

    def _invite(self, event: QDropEvent | QDragEnterEvent) -> bool:
        data, load = event.mimeData(), load_of(files_in(event.mimeData()))
        far = load is Load.NOTHING and self.at_work and offered(data).is_far
        if load is Load.NOTHING and self.at_work and may_be_picture(data):
            load = Load.PICTURES
        shown = tr("Nothing is fetched from the web") if far else invitation(load, is_open=self._desk.session.is_open)
        self._places_pictures = load is Load.PICTURES and self.at_work
        if self._places_pictures:
            shown = self._drops.says(self._over(event.position()))
        if shown and self.veil is not None:
            event.acceptProposedAction()
            self.veil.invite(shown)
        return True

    def _say_where(self, event: QDropEvent) -> None:
        """Say where pictures would go, wherever the pointer is."""
        if self._places_pictures and self.veil is not None and not self.veil.isHidden():
            self.veil.invite(self._drops.says(self._over(event.position())))

    def _take(self, event: QDropEvent) -> None:
        if self.veil is not None:
            self.veil.hide()
        event.acceptProposedAction()
        dropped, over = files_in(event.mimeData()), self._over(event.position()) if self.at_work else None
        if load_of(dropped) is Load.NOTHING:
            found = offered(event.mimeData())
            if found.has_any:
                self._drops.take_pictures(found.sources, over)
            elif found.is_far:
                self._drops.refuse_far()
            return
        if load_of(dropped) is Load.PROPOSAL:
            self._when_kept(lambda: self._drops.take(dropped))
        else:
            self._drops.take(dropped, over)

    def _over(self, position: QPointF) -> Hit | None:
        """Return what of the pages lies under a point of the window."""
        under = self._owner.childAt(position.toPoint())
        while under is not None and not isinstance(under, PageView):
            under = under.parentWidget()
        return under.hit_at(under.viewport().mapFrom(self._owner, position)) if under is not None else None
