"""A short list in which every thing is filled in where it stands, with a line for each."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.model.path import exists, get
from app.model.proposal import Proposal
from widgets.desk import Desk
from widgets.estimate.live import Live
from widgets.fields.binding import Binding, ValueField
from widgets.fields.linewriting import help_line
from widgets.forms.form import focus_among
from widgets.look.parts import column, empty, label, rule
from widgets.phrases import Phrase
from widgets.words import tr


class Line(QFrame):
    """One thing of a list, at a path. `fields` are what it is filled in with."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__()
        self.desk, self.path = desk, path
        self.fields: list[tuple[str, QWidget]] = []
        self.box: QVBoxLayout = column(self, (0, 8, 0, 10), gap=6)

    def bind(self, step: str, field: ValueField, what: str, title: str = "") -> QWidget:
        """Tie a field to the value at a step of the thing; an empty step is the thing itself."""
        assert isinstance(field, QWidget)
        path = f"{self.path}/{step}" if step else self.path
        Binding(self.desk.session, path, field, what, title)
        help_line(self.desk, field, path)
        field.setAccessibleName(tr(what))
        self.fields.append((path, field))
        return field

    def show_computed(self) -> None:
        """Show what the sums make of it."""


class LineList(Live):
    """The list at a path: a line for each thing, `foot` below them. It is filled when it is shown, or by `refresh`."""

    def __init__(self, desk: Desk, path: str, make: Callable[[str], Line], none: str) -> None:
        super().__init__(desk.session)
        self.desk, self.path = desk, path
        self._make, self._none = make, none
        self.lines: dict[str, Line] = {}
        self._shown: object = None
        self.box = box = column(self)
        self._rows = column()
        self.foot = column(margins=(0, 8, 0, 0), gap=8)
        box.addLayout(self._rows)
        box.addLayout(self.foot)
        self._stale = True

    def refresh(self) -> None:
        """Show the things that there are now."""
        if self.signature() != self._shown:
            self._shown = self.signature()
            self._rebuild(self.steps())
        for line in self.lines.values():
            line.show_computed()

    def steps(self) -> list[str]:
        """Return what leads to each thing: ids, or indices of what has none that a path can hold."""
        ids = [str(getattr(one, "id", "")) for one in self.things()]
        return [step if step and "/" not in step else str(i) for i, step in enumerate(ids)]

    def signature(self) -> object:
        """Return what the lines are built by: where that changes they are built anew."""
        return self.steps()

    def things(self) -> Sequence[Any]:
        """Return the things of the list."""
        proposal = self.desk.session.proposal
        found = get(proposal, self.path) if exists(proposal, self.path) else ()
        return found if isinstance(found, tuple) else ()

    def add(self, change: Callable[[Proposal], Proposal], what: Phrase) -> None:
        """Make an edit that puts something into the list, and begin to fill it in."""
        before = set(self.lines)
        self.desk.session.edit(change(self.desk.session.proposal), what)
        self.freshen()
        new = [line for step, line in self.lines.items() if step not in before]
        if new and new[-1].fields:
            (new[-1].fields[0][1].focusProxy() or new[-1].fields[0][1]).setFocus()

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path. Return whether there is one."""
        self.freshen()
        return focus_among([field for line in self.lines.values() for field in line.fields], path)

    def _rebuild(self, steps: list[str]) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and any(line.isAncestorOf(focus) for line in self.lines.values())
        place = next((i for i, line in enumerate(self.lines.values()) if focus and line.isAncestorOf(focus)), 0)
        empty(self._rows)
        self.lines = {}
        for i, step in enumerate(steps):
            self.lines[step] = self._make(f"{self.path}/{step}")
            if i:
                self._rows.addWidget(rule())
            self._rows.addWidget(self.lines[step])
        if not steps and self._none:
            self._rows.addWidget(label(tr(self._none), "quiet", wrap=True))
        if had_focus and self.lines and self.isVisible():
            line = list(self.lines.values())[min(place, len(self.lines) - 1)]
            (line.fields[0][1].focusProxy() or line.fields[0][1]).setFocus()
