"""Fields for people: one of the proposal's people, or several of them."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.desk import Desk
from widgets.fields.choice import ChoiceField
from widgets.fields.flow import Flow
from widgets.look.avatar import avatar_icon
from widgets.look.leaving import let_go
from widgets.look.parts import label, push
from widgets.look.scale import px
from widgets.pictures.portrait import take_photo
from widgets.pictures.receiver import Receiver
from widgets.session import Change, Kind
from widgets.words import tr


class PersonField(ChoiceField):
    """One of the proposal's people by id, or nobody, which `nobody` puts into words."""

    def __init__(self, desk: Desk, nobody: str) -> None:
        super().__init__(desk.look, ())
        self._desk, self._nobody = desk, nobody
        desk.session.changed.connect(self._changed)
        self._offer()

    def _offer(self) -> None:
        people = self._desk.session.proposal.people
        self.set_options([("", self._nobody), *((person.id, person.name) for person in people)])

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED and change.before.people is not change.after.people:
            self._offer()


class PeopleField(QWidget):
    """Several of the proposal's people, each a chip with a face. `edited` brings the tuple of their ids."""

    edited = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chosen: tuple[str, ...] = ()
        self._chips: dict[str, QPushButton] = {}
        self._flow = Flow(self)
        desk.session.changed.connect(self._changed)
        desk.media.loaded.connect(self._faces)
        self._offer()

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show who is chosen."""
        self._chosen = value
        for person_id, chip in self._chips.items():
            chip.setChecked(person_id in value)

    def _offer(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                let_go(widget)
        self._chips = {}
        people = self._desk.session.proposal.people
        for person in people:
            chip = QPushButton(person.name.replace("&", "&&"))
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setIconSize(QSize(px(20), px(20)))
            chip.clicked.connect(self._clicked)
            Receiver(chip, partial(take_photo, self._desk, f"people/{person.id}"), pastes=False)
            self._chips[person.id] = chip
            self._flow.addWidget(chip)
        if not people:
            self._flow.addWidget(label(tr("Nobody yet."), "quiet"))
            self._flow.addWidget(push(tr("Add people"), lambda: self._desk.session.go_to("people"), "link"))
        self._faces()
        self.show_value(self._chosen)

    def _faces(self) -> None:
        for person in self._desk.session.proposal.people:
            if person.id in self._chips:
                self._chips[person.id].setIcon(avatar_icon(person, self._desk.media, self._desk.look))

    def _clicked(self) -> None:
        checked = {person_id for person_id, chip in self._chips.items() if chip.isChecked()}
        kept = [person_id for person_id in self._chosen if person_id in checked]
        self._chosen = (*kept, *(person_id for person_id in self._chips if person_id in checked and person_id not in kept))
        self.edited.emit(self._chosen)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED and change.before.people is not change.after.people:
            self._offer()
