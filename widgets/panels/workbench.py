"""The three panes: what the proposal is made of, the pages, the fields of one part."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from app.problems import Problem
from widgets.desk import Desk
from widgets.forms.form import path_under
from widgets.library.dated import Dated
from widgets.look.parts import column
from widgets.panels.editor import EditorPanel
from widgets.panels.outline import OutlinePanel
from widgets.panels.panes import EDITOR, OUTLINE, PAGES, Panes
from widgets.panels.preview import PreviewPanel
from widgets.panels.problems import ProblemsPanel
from widgets.panels.widths import FIELDS, GRID, Widths


class Workbench(QWidget):
    """Puts the panes side by side. They know the session, not each other."""

    def __init__(self, desk: Desk, told: Callable[[], Sequence[Problem]]) -> None:
        super().__init__()
        self.outline, self.editor, self.preview = OutlinePanel(desk), EditorPanel(desk), PreviewPanel(desk)
        self.dated = Dated(desk, self)
        self.problems = ProblemsPanel(desk, lambda: (*told(), *self.dated.problems))
        self.dated.changed.connect(self.problems.refresh)
        self.problems.hide()
        self.problems.closed.connect(self.problems.hide)
        inspector = QWidget()
        down = column(inspector)
        down.addWidget(self.editor, 1)
        down.addWidget(self.problems)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for pane in (self.outline, self.preview, inspector):
            self.panes.addWidget(pane)
        self.widths = Widths(self.panes, desk.settings)
        column(self).addWidget(self.panes)
        self.seen = Panes({OUTLINE: self.outline, PAGES: self.preview, EDITOR: inspector}, desk.settings, self)
        self.seen.changed.connect(self._seen_changed)
        self.outline.page_wanted.connect(self.preview.view.show_page)
        self._seen_changed()
        self.editor.shown.connect(self._give_room)
        self._give_room()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _before: QWidget | None, field: QWidget | None) -> None:
        """Show on the page what is written in the field that has the cursor now."""
        path = path_under(field) if field is not None and self.editor.isAncestorOf(field) else ""
        if path:
            self.preview.point_at(path)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Lead the Tab key from field to field: who is quicker than the fields come gets all of them now."""
        assert self.editor.content is not None
        return super().focusNextPrevChild(forward)

    def keep(self) -> None:
        """Write into the settings how wide the panes are, and how large the pages."""
        self.widths.keep()
        self.preview.keep()

    def _give_room(self) -> None:
        self.widths.show(GRID if self.editor.has_grid else FIELDS)

    def _seen_changed(self) -> None:
        self.preview.alone = not self.seen.is_shown(EDITOR)
