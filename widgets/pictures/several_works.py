"""What is changed for several chosen works at once: whose they are, how they are shown, whether they may be."""

from enum import Enum

from PySide6.QtWidgets import QGridLayout, QWidget

from app.edits.fields import set_value
from app.i18n import phrase
from app.model.path import exists, get
from app.model.reference import Display, Origin, Permission
from widgets.choices import options
from widgets.desk import Desk
from widgets.fields.choice import ChoiceField
from widgets.look.parts import label
from widgets.phrases import say
from widgets.session import Change, Kind
from widgets.words import tr

FIELDS: tuple[tuple[str, str, type[Enum]], ...] = (
    ("origin", phrase("Whose work"), Origin),
    ("display", phrase("Shown as"), Display),
    ("permission", phrase("Permission to show"), Permission),
)
KINDS = {name: kind for name, _, kind in FIELDS}


class SeveralWorks(QWidget):
    """Fields for the works with these ids."""

    def __init__(self, desk: Desk, path: str, steps: tuple[str, ...]) -> None:
        super().__init__()
        self._desk, self._path, self._steps = desk, path, steps
        self.fields: dict[str, ChoiceField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for line, (name, words, kind) in enumerate(FIELDS):
            field = ChoiceField(desk.look, options(kind))
            field.setAccessibleName(tr(words))
            field.edited.connect(lambda value, name=name, words=words: self._set(name, words, value))
            self.fields[name] = field
            grid.addWidget(label(tr(words), "field"), line, 0)
            grid.addWidget(field, line, 1)
        desk.session.changed.connect(self._changed)
        self._refresh()

    def _refresh(self) -> None:
        proposal = self._desk.session.proposal
        works = [get(proposal, f"{self._path}/{step}") for step in self._steps if exists(proposal, f"{self._path}/{step}")]
        for name, field in self.fields.items():
            values = {getattr(work, name) for work in works}
            kind = KINDS[name]
            field.set_options([*([(None, tr("different ones"))] if len(values) > 1 else []), *options(kind)])
            field.show_value(values.pop() if len(values) == 1 else None)

    def _set(self, name: str, words: str, value: object) -> None:
        if value is None:
            return
        session = self._desk.session
        proposal = session.proposal
        for step in self._steps:
            path = f"{self._path}/{step}/{name}"
            proposal = set_value(proposal, path, value) if exists(proposal, path) else proposal
        session.edit(proposal, say(phrase("{field} of {n} works"), field=say(words), n=str(len(self._steps))))

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED:
            self._refresh()
