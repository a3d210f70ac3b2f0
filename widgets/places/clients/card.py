"""A client's card: the company, its people, what was agreed, what was offered."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.model.client import Client
from app.model.clientcard import ClientCard
from app.model.internal import Internal
from app.model.proposal import LANGUAGES
from app.model.ratecard import RateCard
from widgets.desk import Desk
from widgets.fields.choice import ChoiceField
from widgets.forms.makers import CURRENCIES, LANGUAGE_NAMES
from widgets.look.parts import column, label
from widgets.places.clients.contacts import Contacts
from widgets.places.clients.fields import OwnLine, OwnText, ZoneField
from widgets.words import tr


class ClientForm(QWidget):
    """Everything that is typed about a client. `edited` tells that something was."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("form")
        look = desk.look
        self._base = ClientCard(id="")
        self.name, self.city, self.site = OwnLine(), OwnLine(), OwnLine()
        self.requisites, self.note = OwnText(tr("A line each")), OwnText(tr("For us only: it is never printed"))
        self.tags = OwnLine(tr("with commas between them"))
        self.language = ChoiceField(look, [("", tr("not said")), *((code, LANGUAGE_NAMES[code]) for code in LANGUAGES)])
        self.currency = ChoiceField(look, [("", tr("not said")), *((code, code) for code in CURRENCIES)])
        self.rates = ChoiceField(look, [("", tr("the usual rates"))])
        self.zone = ZoneField()
        self.contacts = Contacts(look)
        box = column(self, gap=16)
        box.addLayout(self._company())
        box.addWidget(_heading(tr("Contacts")))
        box.addWidget(self.contacts)
        box.addWidget(_heading(tr("Agreed for good")))
        box.addLayout(self._agreed())
        self._listen()

    def show_card(self, card: ClientCard, rates: Mapping[str, RateCard]) -> None:
        """Show a card."""
        self._base, client = card, card.client
        self.rates.set_options([("", tr("the usual rates")), *((one.id, one.title) for one in rates.values())])
        for field, text in (
            (self.name, client.name),
            (self.city, client.city),
            (self.site, client.site),
            (self.tags, ", ".join(card.tags)),
        ):
            field.setText(text)
        self.zone.setText(client.time_zone)
        self.requisites.show_value(client.requisites)
        self.note.show_value(card.note.value)
        self.language.show_value(client.language)
        self.currency.show_value(client.currency)
        self.rates.show_value(card.rate_card)
        self.contacts.show_contacts(card.contacts)

    def card(self) -> ClientCard:
        """Return the card as it is typed."""
        client = replace(
            self._base.client,
            name=_line(self.name),
            city=_line(self.city),
            site=_line(self.site),
            requisites=self.requisites.toPlainText().strip(),
            language=str(self.language.value or ""),
            currency=str(self.currency.value or ""),
            time_zone=self.zone.text(),
        )
        tags = tuple(dict.fromkeys(filter(None, (tag.strip() for tag in self.tags.text().split(",")))))
        return replace(
            self._base,
            client=client,
            contacts=self.contacts.contacts(),
            rate_card=str(self.rates.value or ""),
            tags=tags,
            note=Internal(self.note.toPlainText().strip()),
        )

    def _company(self) -> QGridLayout:
        return _grid(
            (tr("Company"), self.name, 0, 0, 2),
            (tr("City"), self.city, 1, 0, 1),
            (tr("Site"), self.site, 1, 1, 1),
            (tr("Legal details"), self.requisites, 2, 0, 2),
        )

    def _agreed(self) -> QGridLayout:
        return _grid(
            (tr("Language of proposals"), self.language, 0, 0, 1),
            (tr("Currency"), self.currency, 0, 1, 1),
            (tr("Rates"), self.rates, 1, 0, 1),
            (tr("Time zone"), self.zone, 1, 1, 1),
            (tr("Tags"), self.tags, 2, 0, 2),
            (tr("Note"), self.note, 3, 0, 2),
        )

    def _listen(self) -> None:
        for line in (self.name, self.city, self.site, self.tags):
            line.textEdited.connect(lambda _: self.edited.emit())
        for field in (self.requisites, self.note, self.language, self.currency, self.rates):
            field.edited.connect(lambda _: self.edited.emit())
        self.zone.edited.connect(self.edited.emit)
        self.contacts.edited.connect(self.edited.emit)


def blank(name: str = "") -> ClientCard:
    """Return a new card, which gets its id in the library."""
    return ClientCard(id="", client=Client(name=name))


def _line(field: OwnLine) -> str:
    return " ".join(field.text().split())


def _heading(words: str) -> QLabel:
    made = label(words, "subtitle")
    made.setContentsMargins(0, 16, 0, 0)
    return made


def _grid(*cells: tuple[str, QWidget, int, int, int]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(16)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for words, field, line, side, wide in cells:
        grid.addLayout(_above(words, field), line, side, 1, wide)
    return grid


def _above(words: str, field: QWidget) -> QVBoxLayout:
    above = label(words, "field")
    above.setBuddy(field)
    field.setAccessibleName(words)
    box = column(gap=4)
    box.addWidget(above)
    box.addWidget(field)
    box.addStretch(1)
    return box
