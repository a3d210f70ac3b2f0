"""Which of the three panes are seen: all, some, or one that takes the whole width."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from widgets.settings import Settings

OUTLINE, EDITOR, PAGES = "outline", "editor", "pages"
ROUND: tuple[tuple[str, ...], ...] = ((), (OUTLINE,), (OUTLINE, PAGES), (OUTLINE, EDITOR))
"""What is put away, step by step: nothing; the outline; all but the fields, so that a grid has the width; all but the pages."""


class Panes(QObject):
    """Puts panes away and brings them back; what is put away stays so until the next time. `changed` tells of it."""

    changed = Signal()

    def __init__(self, panes: Mapping[str, QWidget], settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._settings = dict(panes), settings
        self._before: tuple[str, ...] = ()
        self.hidden: tuple[str, ...] = ()
        self._hide(settings.hidden_panes)

    def is_shown(self, name: str) -> bool:
        """Tell whether a pane is seen."""
        return name not in self.hidden

    def toggle(self, name: str) -> None:
        """Put a pane away, or bring it back; the last one stays."""
        hidden = tuple(one for one in self.hidden if one != name) if name in self.hidden else (*self.hidden, name)
        self._hide(hidden)

    def only_this(self) -> None:
        """Give the whole width to the pane that has the focus; the next time bring the others back."""
        others = tuple(name for name in self._panes if name != self._present())
        if set(self.hidden) == set(others):
            self._hide(self._before if set(self._before) != set(others) else ())
        else:
            self._before = self.hidden
            self._hide(others)

    def next(self) -> None:
        """Go to the next arrangement of the panes."""
        place = next((i for i, one in enumerate(ROUND) if set(one) == set(self.hidden)), -1)
        self._hide(ROUND[(place + 1) % len(ROUND)])

    def _present(self) -> str:
        """Return the pane that has the focus; that of the fields where none has."""
        field = QApplication.focusWidget()
        found = next((name for name, pane in self._panes.items() if field is not None and pane.isAncestorOf(field)), EDITOR)
        return found if found not in self.hidden else next(name for name in self._panes if name not in self.hidden)

    def _hide(self, names: tuple[str, ...]) -> None:
        wanted = tuple(name for name in self._panes if name in names)
        if len(wanted) == len(self._panes):
            return
        self.hidden = wanted
        for name, pane in self._panes.items():
            pane.setVisible(name not in wanted)
        self._settings.hidden_panes = wanted
        self.changed.emit()
