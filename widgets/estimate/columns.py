"""Which columns the grid shows: chosen in a menu, remembered; those of insiders only until the window is closed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from widgets.models.estimate_columns import HEADINGS, INSIDE, MORE, USUAL, Column
from widgets.settings import Settings
from widgets.words import tr

CHOSEN = (Column.ROLE, *MORE)
"""Columns whose choice is remembered. Who does a line is told anyway where there is room; chosen, it is told always."""


class ColumnChoice(QObject):
    """The columns that are shown. `changed` tells of another choice."""

    changed = Signal()

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self._settings = settings
        named = settings.columns if settings else ()
        self._more = frozenset(column for column in CHOSEN if column.name.lower() in named)
        self._inside: frozenset[Column] = frozenset()

    def shown(self) -> list[Column]:
        """Return the columns from left to right."""
        return sorted({*USUAL, *self._more, *self._inside})

    def show(self, column: Column, shown: bool) -> None:
        """Show a column, or do not."""
        chosen = (self._more | self._inside) ^ {column} if (column in self._more | self._inside) is not shown else None
        if chosen is not None:
            self._choose(chosen)

    def wants(self, column: Column) -> bool:
        """Tell whether somebody has chosen a column."""
        return column in self._more | self._inside

    def show_inside(self, shown: bool) -> None:
        """Show all columns of insiders, or none."""
        self._choose(self._more | (frozenset(INSIDE) if shown else frozenset()))

    @property
    def inside(self) -> bool:
        """Whether anything is shown that never leaves the house."""
        return bool(self._inside)

    def _choose(self, chosen: frozenset[Column]) -> None:
        more, inside = chosen & frozenset(CHOSEN), chosen & frozenset(INSIDE)
        if (more, inside) == (self._more, self._inside):
            return
        self._more, self._inside = more, inside
        if self._settings:
            self._settings.columns = tuple(column.name.lower() for column in sorted(more))
        self.changed.emit()

    def fill(self, menu: QMenu) -> None:
        """Put the columns into a menu in place of what is in it, a tick at each that is shown."""
        menu.clear()
        for column in CHOSEN:
            self._add(menu, column)
        menu.addSeparator()
        menu.addAction(tr("For us only")).setEnabled(False)
        for column in INSIDE:
            self._add(menu, column)
        menu.addSeparator()
        everything = menu.addAction(tr("All that is only for us"))
        everything.setCheckable(True)
        everything.setChecked(self._inside == frozenset(INSIDE))
        everything.triggered.connect(self.show_inside)

    def _add(self, menu: QMenu, column: Column) -> None:
        action = menu.addAction(tr(HEADINGS[column]))
        action.setCheckable(True)
        action.setChecked(column in self._more | self._inside)
        action.triggered.connect(lambda checked: self.show(column, checked))
