"""The people at a client: several, in an order; the first one is addressed where nobody else is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.model.client import Contact
from widgets.look.leaving import let_go
from widgets.look.look import Look
from widgets.look.parts import column, push, row, tool
from widgets.places.clients.fields import OwnLine
from widgets.words import tr

_ICON = 16


class ContactRow(QWidget):
    """One contact that is typed."""

    def __init__(self, look: Look, contact: Contact) -> None:
        super().__init__()
        self.name, self.role = OwnLine(tr("Name")), OwnLine(tr("Role"))
        self.email, self.phone = OwnLine(tr("E-mail")), OwnLine(tr("Phone"))
        self.lines = (self.name, self.role, self.email, self.phone)
        for line, words, text in zip(
            self.lines,
            (tr("Name"), tr("Role"), tr("E-mail"), tr("Phone")),
            (contact.name, contact.role, contact.email, contact.phone),
            strict=True,
        ):
            line.setAccessibleName(tr("{what} of the contact", what=words))
            line.show_start(text)
        self.up = tool(look, "up", tr("Earlier"), None, _ICON)
        self.down = tool(look, "down", tr("Later"), None, _ICON)
        self.gone = tool(look, "remove", tr("Remove the contact"), None, _ICON)
        across = row(self, gap=4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for place, line in enumerate(self.lines):
            grid.addWidget(line, place // 2, place % 2)
        across.addLayout(grid, 1)
        for button in (self.up, self.down, self.gone):
            across.addWidget(button)

    def contact(self) -> Contact:
        """Return the contact as it is typed."""
        name, role, email, phone = (" ".join(line.text().split()) for line in self.lines)
        return Contact(name=name, role=role, email=email, phone=phone)


class Contacts(QWidget):
    """The list. `edited` tells that something was typed, added, removed or moved."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: list[ContactRow] = []
        box = column(self, gap=12)
        self._list = column(gap=16)
        box.addLayout(self._list)
        self.more = push(tr("Add a contact"), self._add)
        foot = row()
        foot.addWidget(self.more)
        foot.addStretch(1)
        box.addLayout(foot)

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Show these."""
        for made in list(self.rows):
            self._take_out(made)
        for contact in contacts:
            self._append(contact)
        self._enable()

    def contacts(self) -> tuple[Contact, ...]:
        """Return those of whom anything is known."""
        return tuple(contact for contact in (made.contact() for made in self.rows) if contact != Contact())

    def _append(self, contact: Contact) -> ContactRow:
        made = ContactRow(self._look, contact)
        for line in made.lines:
            line.textEdited.connect(lambda _: self.edited.emit())
        made.up.clicked.connect(lambda _checked=False: self._move(made, -1))
        made.down.clicked.connect(lambda _checked=False: self._move(made, 1))
        made.gone.clicked.connect(lambda _checked=False: self._drop(made))
        self.rows.append(made)
        self._list.addWidget(made)
        return made

    def _add(self) -> None:
        made = self._append(Contact())
        self._enable()
        made.name.setFocus()

    def _move(self, made: ContactRow, by: int) -> None:
        place = self.rows.index(made) + by
        self.rows.remove(made)
        self.rows.insert(place, made)
        self._list.removeWidget(made)
        self._list.insertWidget(place, made)
        self._enable()
        button = made.up if by < 0 else made.down
        (button if button.isEnabled() else made.name).setFocus()
        self.edited.emit()

    def _drop(self, made: ContactRow) -> None:
        self._take_out(made)
        self._enable()
        self.more.setFocus()
        self.edited.emit()

    def _take_out(self, made: ContactRow) -> None:
        self.rows.remove(made)
        self._list.removeWidget(made)
        let_go(made)

    def _enable(self) -> None:
        for place, made in enumerate(self.rows):
            made.up.setEnabled(place > 0)
            made.down.setEnabled(place < len(self.rows) - 1)
