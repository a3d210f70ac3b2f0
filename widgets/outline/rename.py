"""The name of a section, typed in its row."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.edits.fields import set_value
from app.edits.sections import section_path
from app.i18n import phrase
from app.model.path import exists, get
from app.model.sections import Cover, Section
from widgets.fields.text import PlainLine
from widgets.naming import of_field
from widgets.session import Session
from widgets.words import tr

HEIGHT = 28


def title_path(section: Section) -> str:
    """Return the path of what a section is called: a cover shows the name of the proposal."""
    return "title" if isinstance(section, Cover) else f"{section_path(section.id)}/title"


class RenameField(PlainLine):
    """The line. Enter or leaving it takes the name, Esc does not."""

    done = Signal()

    def __init__(self, session: Session, section: Section, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._session, self._path, self._left = session, title_path(section), False
        self.setAccessibleName(tr("Title"))
        self.setText(str(get(session.proposal, self._path)))
        self.end(False)
        self.home(True)  # all is chosen, and its beginning is seen

    def open(self, box: QRect) -> None:
        """Stand over the title."""
        self.setGeometry(QRect(box.left() - 8, box.top() - 4, box.width() + 14, HEIGHT))
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Take Escape before anything in the window takes it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Enter and Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self._leave(taking=event.key() != Qt.Key.Key_Escape)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the name when somebody goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._leave(taking=True)

    def _leave(self, *, taking: bool) -> None:
        if self._left:
            return
        self._left = True
        session = self._session
        if taking and exists(session.proposal, self._path):
            session.edit(set_value(session.proposal, self._path, self.text().strip()), of_field(phrase("Title"), self._path))
        self.hide()
        self.done.emit()
        self.deleteLater()
