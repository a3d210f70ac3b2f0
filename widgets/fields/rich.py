"""The field for rich text: plain typing in the notation, with keys and buttons for its marks."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.model.notation import parse, write
from app.model.richtext import RichText
from widgets.desk import Desk
from widgets.fields.highlighter import NotationHighlighter
from widgets.fields.mergefields import fields_menu
from widgets.fields.notation import NotationField
from widgets.fields.slash import Slash
from widgets.fields.writing import Writing
from widgets.look.look import Look
from widgets.look.parts import column, label, row, tool
from widgets.words import tr

__all__ = ["NotationField", "RichField"]


class RichField(QWidget):
    """Rich text with a row of buttons for its marks. `edited` brings the RichText. Given a `desk`, it helps with merge fields,
    spelling, and a menu behind a slash.
    """

    edited = Signal(object)
    stepped = Signal()

    def __init__(
        self, look: Look, placeholder: str = "", lines: int = 6, parent: QWidget | None = None, desk: Desk | None = None
    ) -> None:
        super().__init__(parent)
        self.text = NotationField(placeholder, lines=lines)
        self._desk = desk
        self.writing: Writing | None = None
        self.slash: Slash | None = None
        if desk is None:
            NotationHighlighter(self.text.document(), look)
        else:
            self.writing = Writing(desk, self.text, notation=True)
            self.slash = Slash(desk, self.text)
        self.text.edited.connect(lambda typed: self.edited.emit(parse(typed)))
        self.text.stepped.connect(self.stepped)
        self.setFocusProxy(self.text)
        box = column(self, gap=4)
        box.addWidget(self.text)
        box.addLayout(self._buttons(look))

    def show_value(self, value: RichText) -> None:
        """Show a text, unless it is what is typed here already, however it is spelled."""
        if parse(self.text.toPlainText()) != value:
            self.text.show_value(write(value))

    def _buttons(self, look: Look) -> QHBoxLayout:
        buttons = row()
        marks: list[tuple[str, str, Callable[[], None]]] = [
            ("bold", tr("Bold (Ctrl+B)"), lambda: self.text.wrap("**")),
            ("italic", tr("Italic (Ctrl+I)"), lambda: self.text.wrap("*")),
            ("heading", tr("Heading"), lambda: self.text.start_line("# ")),
            ("list", tr("List"), lambda: self.text.start_line("- ")),
            ("quote", tr("Quotation"), lambda: self.text.start_line("> ")),
            ("link", tr("Link (Ctrl+K)"), self.text.link),
        ]
        for icon, hint, press in marks:
            button = tool(look, icon, hint, press, 16)
            _leave_to_keys(button)
            buttons.addWidget(button)
        if self._desk is not None:
            self._fields = tool(look, "field", tr("Insert a field ({brace})", brace="{"), self._offer_fields, 16)
            _leave_to_keys(self._fields)
            buttons.addWidget(self._fields)
        buttons.addStretch(1)
        told = (
            tr("{brace} fields  / insert", brace="{") if self._desk is not None else tr("**bold**  *italic*  # heading  - list")
        )
        self._told = label(told, "small")
        self._told.setMinimumWidth(1)  # it gives way
        buttons.addWidget(self._told)
        return buttons

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint away where only the buttons have room."""
        super().resizeEvent(event)
        tools = sum(button.sizeHint().width() for button in self.findChildren(QToolButton))
        self._told.setVisible(self.width() >= tools + self._told.sizeHint().width())

    def _offer_fields(self) -> None:
        assert self._desk is not None
        menu = fields_menu(self._desk, self.text, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._fields.mapToGlobal(QPoint(0, self._fields.height())))


def _leave_to_keys(button: QToolButton) -> None:
    """A button for the mouse: whoever types has a key or a mark for it (see the cheat sheet), and Tab leaves the text."""
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setProperty("by-key", True)
