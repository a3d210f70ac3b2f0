"""The studio's own facts, asked for once: what every new proposal says of who sends it."""

from dataclasses import fields

from PySide6.QtWidgets import QGridLayout, QWidget

from app.model.client import Studio
from app.model.proposal import Proposal
from widgets.desk import Desk
from widgets.fields.choice import SwitchField
from widgets.fields.text import LineField, TextField
from widgets.forms.rows import PROPOSAL, Fill
from widgets.life.asking import Asking
from widgets.look.parts import column, label, push
from widgets.words import tr

WIDTH, LINES = 600, 4
OF = "studio/"


class StudioDialog(Asking):
    """Asks for the facts, and whether the open proposal is to say the same. Nothing changes before it is agreed to."""

    def __init__(self, parent: QWidget | None, desk: Desk, present: Studio) -> None:
        told = tr("They stand on the cover, in the acceptance and on the back cover. New proposals begin with them.")
        super().__init__(parent, tr("Facts of the studio"), tr("Keep"), told, WIDTH)
        self.present = present
        self._open: Proposal | None = desk.session.proposal if desk.session.is_open else None
        self.fields: dict[str, LineField | TextField] = {}
        self.also = SwitchField(desk.look, tr("Also in the open proposal (can be undone)"))
        self.take = push(tr("Take those of the open proposal"), self._take, "link")
        self.take.setAutoDefault(False)
        self._build()
        self.show_studio(present)
        self._offer()
        for field in self.fields.values():
            field.edited.connect(lambda _: self._offer())
        self.fields["name"].setFocus()

    def typed(self) -> Studio:
        """Return the facts as they are typed, without blanks that nobody sees."""
        lines = {name: field.text() for name, field in self.fields.items() if isinstance(field, LineField)}
        several = {name: field.toPlainText() for name, field in self.fields.items() if isinstance(field, TextField)}
        kept = {name: "\n".join(line.rstrip() for line in text.strip().splitlines()) for name, text in several.items()}
        return Studio(**{name: " ".join(text.split()) for name, text in lines.items()}, **kept)

    @property
    def is_for_open(self) -> bool:
        """Whether the open proposal is to say the same."""
        return self._open is not None and self.also.isChecked() and self._open.studio != self.typed()

    def show_studio(self, studio: Studio) -> None:
        """Show facts."""
        for name, field in self.fields.items():
            field.show_value(getattr(studio, name))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        line, side = 0, 0
        for row in (one for one in PROPOSAL if one.field.startswith(OF)):
            field = TextField(tr(row.hint) if row.hint else "", LINES) if row.fill is Fill.TEXT else LineField()
            field.setAccessibleName(tr(row.label))
            self.fields[row.field.removeprefix(OF)] = field
            above = label(tr(row.label), "field")
            above.setBuddy(field)
            cell = column(gap=4)
            cell.addWidget(above)
            cell.addWidget(field)
            if side and not row.half:
                line, side = line + 1, 0
            grid.addLayout(cell, line, side, 1, 1 if row.half else 2)
            line, side = (line, 1) if row.half and side == 0 else (line + 1, 0)
        assert set(self.fields) == {one.name for one in fields(Studio)}
        self.box.addLayout(grid)
        self.box.addSpacing(8)
        self.box.addWidget(self.also)
        known = self._open is not None and self._open.studio in (self.present, Studio())
        self.also.show_value(known)
        self.foot(self.take)

    def _take(self) -> None:
        assert self._open is not None
        self.show_studio(self._open.studio)
        self._offer()

    def _offer(self) -> None:
        """Offer what makes a difference."""
        other = self._open is not None and self._open.studio != self.typed()
        self.also.setVisible(self._open is not None)
        self.also.setEnabled(other)
        self.take.setVisible(self._open is not None and other and self._open.studio != Studio())
        self.fit()
