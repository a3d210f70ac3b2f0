"""The line in which a cell is typed, and what is offered below it meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.suggest import Suggestion
from widgets.desk import Desk
from widgets.estimate.offers import fitting, lines_for, people_for, words_for
from widgets.estimate.popup import Offer, Popup
from widgets.estimate.staffing import assign, chosen_now, everybody
from widgets.fields.linewriting import LineWriting
from widgets.fields.text import WrittenLine
from widgets.look.look import face
from widgets.models.estimate import EstimateModel
from widgets.models.estimate_adopt import adopt
from widgets.models.estimate_columns import NUMBERS, Column
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.words import tr

LINES_WIDTH, PEOPLE_WIDTH = 420, 300
MOST_LINES = 8
LEAST_TYPED = 2
"""Letters of a title from which earlier lines are offered."""


class CellEditor(WrittenLine):
    """The line in which a cell is typed. `left` tells that it was left, `moved` that the list below was gone through, `helped` is
    what helps in a line that the client reads.
    """

    ends_with_focus = True
    """What is typed is taken when the focus leaves."""

    def __init__(self, desk: Desk, model: EstimateModel, popup: Popup, row: GridRow, column: Column, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.left, self.moved = False, False
        self.row, self.column = row, column
        self._desk, self._model, self._popup = desk, model, popup
        self.setObjectName("cell")
        self.setFrame(False)
        if column in NUMBERS:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.setFont(face(tabular=True))
        self.helped = LineWriting(desk, self) if column is Column.TITLE else None
        self.textEdited.connect(self._offer)
        self.destroyed.connect(popup.hide)

    def _offer(self, typed: str) -> None:
        """Show what fits what is typed."""
        lines = self.column is Column.TITLE and self.row.kind in (RowKind.ITEM, RowKind.NEW_ITEM)
        if self.helped is not None and self.helped.completion.query is not None:
            self._popup.hide()  # a merge field is being typed, which has a list of its own
        elif len(typed.strip()) < (LEAST_TYPED if lines else 1):
            self._popup.hide()
        elif lines:
            found = self._desk.recall.find(typed, MOST_LINES)
            self._popup.offer(lines_for(found), self, width=max(LINES_WIDTH, self.width()))
        else:
            self._popup.offer(fitting(self._words(), typed), self, width=self.width())

    def offer_all(self) -> None:
        """Show everything that can stand here."""
        self._popup.offer(fitting(self._words(), ""), self, width=self.width())

    def _words(self) -> list[str]:
        return words_for(self._desk.session.proposal, self._model.section(self.row), self.column)

    def take(self, offer: Offer) -> str:
        """Take what was offered. Return the step of the grid that follows, empty for none."""
        self._popup.hide()
        if isinstance(offer.value, tuple) and isinstance(offer.value[0], Suggestion):
            suggestion, spent = offer.value
            self.left = True
            self._model.forgive({(self.row, self.column)})
            self._model.take(adopt(self._desk.session.proposal, self.row, suggestion, spent=spent), self.row)
            return "step_to_quantity"
        text = offer.text
        if self.column is Column.PACKAGES and "," in self.text():
            text = f"{self.text().rpartition(',')[0]}, {text}"
        self.setText(text)
        return ""

    def commit(self) -> bool:
        """Take what is typed where that is not the model's to do. Return whether it was."""
        return False


class PeopleEditor(CellEditor):
    """Who does a section: typing narrows the list, Enter ticks who is typed or gone to, Enter again is done.

    A word that nobody is called is a role that nobody fills yet.
    """

    def __init__(self, desk: Desk, model: EstimateModel, popup: Popup, row: GridRow, parent: QWidget) -> None:
        super().__init__(desk, model, popup, row, Column.ROLE, parent)
        self._chosen, self._roles = chosen_now(desk.session.proposal, row)
        self._before = (list(self._chosen), list(self._roles))
        self.setPlaceholderText(tr("Name or role"))

    def _offer(self, typed: str) -> None:
        wanted = " ".join(typed.split())
        offers = people_for(everybody(self._desk), self._chosen, wanted)
        offers += [Offer(role, f"role {role}", below=tr("Role nobody fills yet"), ticked=True) for role in self._roles]
        if wanted and not any(offer.person for offer in offers):
            offers = [Offer(wanted, f"role {wanted}", below=tr("Add as a role nobody fills yet"), ticked=False)]
        self._popup.offer(offers, self, width=PEOPLE_WIDTH)
        if wanted and self._popup.current() is None:
            self._popup.step(1)

    def offer_all(self) -> None:
        """Show everybody."""
        self._offer("")

    def take(self, offer: Offer) -> str:
        """Tick somebody, or take the tick away; the list stays."""
        value = str(offer.value)
        if value.startswith("role "):
            _toggle(self._roles, value.removeprefix("role "))
        else:
            _toggle(self._chosen, value)
        self.clear()
        self.moved = False
        self._offer("")
        return "stay"

    def commit(self) -> bool:
        """Say who does it, in one edit."""
        if (self._chosen, self._roles) != self._before:
            self._before = (list(self._chosen), list(self._roles))
            assign(self._desk, self.row, self._chosen, self._roles)
        return True


def _toggle(names: list[str], name: str) -> None:
    if name in names:
        names.remove(name)
    else:
        names.append(name)


def handle_key(editor: CellEditor, popup: Popup, event: QKeyEvent, leave: Callable[[CellEditor, str], None]) -> bool:
    """Do what a key means while a cell is typed. Return False for those that mean nothing special."""
    if editor.helped is not None and editor.helped.completion.wants(event):
        return False
    key = Qt.Key(event.key())
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    if key is Qt.Key.Key_Down and alt:
        editor.offer_all()
        return True
    if popup.isVisible() and _in_popup(editor, popup, key, leave):
        return True
    steps = {
        Qt.Key.Key_Return: "step_back" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "step_on",
        Qt.Key.Key_Enter: "step_on",
        Qt.Key.Key_Down: "step_down",
        Qt.Key.Key_Up: "step_up",
    }
    if key in steps:
        leave(editor, steps[key])
        return True
    return False


def _in_popup(editor: CellEditor, popup: Popup, key: Qt.Key, leave: Callable[[CellEditor, str], None]) -> bool:
    steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
    if key in steps:
        editor.moved = True
        popup.step(steps[key])
        return True
    if key is Qt.Key.Key_Escape and not isinstance(editor, PeopleEditor):
        popup.hide()
        return True
    offer = popup.current()
    if offer is None or key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
        return False
    if isinstance(editor, PeopleEditor) and not editor.text() and (key is Qt.Key.Key_Tab or not editor.moved):
        return False
    accept(editor, offer, "step_next" if key is Qt.Key.Key_Tab else "step_on", leave)
    return True


def accept(editor: CellEditor, offer: Offer, step: str, leave: Callable[[CellEditor, str], None]) -> None:
    """Take an offer and leave the cell as it wants."""
    wanted = editor.take(offer)
    if wanted != "stay":
        leave(editor, wanted or step)
