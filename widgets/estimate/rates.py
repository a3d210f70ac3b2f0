"""What an hour of each role or person costs."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from app.edits.estimate import remove_rate, set_rate
from app.i18n import phrase
from app.model.path import exists
from app.model.rate import Rate
from widgets.desk import Desk
from widgets.fields.binding import Binding
from widgets.fields.number import NumberField
from widgets.fields.text import PlainLine
from widgets.look.parts import column, label, push, tool
from widgets.models.estimate_cells import known_role
from widgets.phrases import say, shorten
from widgets.session import Change, Kind
from widgets.words import tr


class RatesField(QWidget):
    """The list of rates at a path, with a line below it for a new one."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__()
        self._desk, self._path = desk, path
        self._shown: tuple[str, ...] = ()
        self._box = column(self)
        self._table: QWidget | None = None
        desk.session.changed.connect(self._changed)
        self._rebuild()

    def _rebuild(self) -> None:
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        self._table = QWidget()
        self._box.addWidget(self._table)
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.setColumnStretch(0, 1)
        rates = self._desk.session.proposal.estimate.rates
        self._shown = tuple(rate.id for rate in rates)
        for line, rate in enumerate(rates):
            self._add_line(grid, line, rate)
        self._add_new_line(grid, len(rates))

    def _add_line(self, grid: QGridLayout, line: int, rate: Rate) -> None:
        person = self._desk.session.proposal.person(rate.id)
        name = label(person.name if person else rate.title or rate.id)
        amount = NumberField()
        amount.setFixedWidth(120)
        amount.setAccessibleName(name.text())
        Binding(self._desk.session, f"{self._path}/{rate.id}/amount", amount, phrase("Rate"))
        grid.addWidget(name, line, 0)
        grid.addWidget(amount, line, 1)
        grid.addWidget(tool(self._desk.look, "remove", tr("Remove the rate"), lambda: self._remove(rate), 16), line, 2)

    def _add_new_line(self, grid: QGridLayout, line: int) -> None:
        proposal = self._desk.session.proposal
        named = [item.role for section in proposal.estimate.sections for item in section.items]
        words = dict.fromkeys(filter(None, [*named, *(person.name for person in proposal.people)]))
        name, amount = PlainLine(tr("Role or person")), NumberField(tr("an hour"), optional=True)
        completer = QCompleter([word for word in words if word not in self._shown], name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        name.setCompleter(completer)
        amount.setFixedWidth(120)
        amount.edited.connect(lambda value: self._add(name.text(), value))
        grid.addWidget(name, line, 0)
        grid.addWidget(amount, line, 1)
        grid.addWidget(push(tr("Add"), amount.editingFinished.emit, "link"), line, 2)

    def _add(self, name: str, value: Decimal | None) -> None:
        session = self._desk.session
        role = known_role(session.proposal, " ".join(name.split()))
        if role and value is not None:
            session.edit(set_rate(session.proposal, role, value), say(phrase("Rate of “{title}”"), title=shorten(name)))

    def _remove(self, rate: Rate) -> None:
        session = self._desk.session
        if exists(session.proposal, f"{self._path}/{rate.id}"):
            title = shorten(rate.title or rate.id)
            session.edit(remove_rate(session.proposal, rate.id), say(phrase("Remove the rate of “{title}”"), title=title))

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED and tuple(rate.id for rate in change.after.estimate.rates) != self._shown:
            self._rebuild()
