"""The three panes: what the proposal is made of, the fields of one part, the pages."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.problems import Problem
from widgets.desk import Desk
from widgets.look.parts import column
from widgets.panels.editor import EditorPanel
from widgets.panels.outline import OutlinePanel
from widgets.panels.panes import EDITOR, OUTLINE, PAGES, Panes
from widgets.panels.preview import PreviewPanel
from widgets.panels.problems import ProblemsPanel

WIDTHS = (224, 690, 434)
"""Pixels, beside the rail in a window as it opens first: the usual columns of an estimate have room."""


class Workbench(QWidget):
    """Puts the panes side by side. They know the session, not each other."""

    def __init__(self, desk: Desk, told: Callable[[], Sequence[Problem]]) -> None:
        super().__init__()
        self.outline, self.editor, self.preview = OutlinePanel(desk), EditorPanel(desk), PreviewPanel(desk)
        self.problems = ProblemsPanel(desk, told)
        self.problems.hide()
        self.problems.closed.connect(self.problems.hide)
        middle = QWidget()
        down = column(middle)
        down.addWidget(self.editor, 1)
        down.addWidget(self.problems)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for i, pane in enumerate((self.outline, middle, self.preview)):
            self.panes.addWidget(pane)
            self.panes.setStretchFactor(i, (0, 3, 2)[i])
        self.panes.setSizes(list(WIDTHS))
        column(self).addWidget(self.panes)
        self.seen = Panes({OUTLINE: self.outline, EDITOR: middle, PAGES: self.preview}, desk.settings, self)
        self.seen.changed.connect(self._seen_changed)
        self.outline.page_wanted.connect(self.preview.view.show_page)
        self._seen_changed()

    def _seen_changed(self) -> None:
        self.preview.alone = not self.seen.is_shown(EDITOR)
