"""The estimate in the middle pane: its lines, what is decided about the price, what insiders see, the words on its pages."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QStackedWidget, QToolButton, QWidget

from app.model.sections import EstimatePages
from widgets.desk import Desk
from widgets.estimate.details import RowDetails
from widgets.estimate.folds import owns
from widgets.estimate.grid import EstimateGrid
from widgets.estimate.inside import PARTS as INSIDE_PARTS
from widgets.estimate.inside import Inside
from widgets.estimate.terms import PARTS as TERMS
from widgets.estimate.terms import terms
from widgets.estimate.total_bar import TotalBar
from widgets.fields.choice import SegmentsField
from widgets.forms.form import Form
from widgets.forms.rows import SECTIONS
from widgets.look.parts import column, row, scrolling, styled, tool
from widgets.models.estimate import EstimateModel
from widgets.models.estimate_columns import OF_FIELD, Column
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.words import tr

LINES, TERMS_TAB, INSIDE, PAGES = "lines", "terms", "inside", "pages"
BAR_EDGES = 40
"""Pixels that the bar needs besides its tabs and tools."""
ROOMY = 700
"""Pixels of height from which there is room for more about a line below the grid."""


class EstimateEditor(QWidget):
    """The grid with the total below it; what is decided about the price; what insiders see; and for a section of the document,
    its words. All but the grid is made when somebody looks at it first.
    """

    def __init__(self, desk: Desk, section: EstimatePages | None = None) -> None:
        super().__init__()
        styled(self, "surface")
        self._desk = desk
        self._base = f"sections/{section.id}" if section else ""
        self.model = EstimateModel(desk.session, self, desk.merging)
        self.grid = EstimateGrid(desk, self.model)
        self.details = RowDetails(desk)
        self.total = TotalBar(desk.session)
        self._tools = QWidget()
        self._more = tool(desk.look, "note", tr("More about the line"))
        self._details_chosen = False
        self._tabs = SegmentsField(self._tab_names(section is not None))
        self._head = row(margins=(16, 0, 12, 8), gap=4)
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self._places = {LINES: self._stack.addWidget(self._lines())}
        box = column(self)
        box.addLayout(self._bar())
        box.addWidget(self._stack, 1)
        box.addWidget(self.total)
        self._tabs.edited.connect(self._show_tab)
        self._show_tab(LINES)
        self.model.refused.connect(self.total.complain)
        self.grid.told.connect(self.total.tell)
        self.grid.row_changed.connect(self.details.follow)
        if self.model.rowCount():
            self.grid.go_to(self.model.rows()[min(1, self.model.rowCount() - 1)], None)

    def focus_path(self, path: str) -> bool:
        """Lead to what a path names: a cell of the grid, the field of a line, or a field of the other tabs."""
        if self.grid.telling:
            return True
        tab = self._tab_of(path)
        if tab:
            self._show_tab(tab)
            inner = getattr(self._pages[tab], "focus_path", None)
            return bool(inner and inner(path))
        steps = path.split("/")
        if steps[:2] != ["estimate", "sections"] or len(steps) < 3:
            return False
        self._show_tab(LINES)
        item = len(steps) > 4 and steps[3] == "items"
        target = GridRow(RowKind.ITEM, steps[2], steps[4]) if item else GridRow(RowKind.SECTION, steps[2])
        field = steps[5] if item and len(steps) > 5 else steps[3] if not item and len(steps) > 3 else ""
        column = OF_FIELD.get(field, Column.TITLE)
        shown = item and not self.grid.isColumnHidden(column)
        self.grid.go_to(target, column if shown else Column.TITLE)
        if field and not (shown and field in OF_FIELD) and self.details.focus_path(path):
            self._more.setChecked(True)
            return True
        self.grid.setFocus()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the grid where there is little, until somebody decides otherwise; break the bar where it must."""
        super().resizeEvent(event)
        wanted = self._tabs.sizeHint().width() + self._tools.sizeHint().width() + BAR_EDGES
        beside = wanted <= self.width()
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        if not self._details_chosen:
            self._more.setChecked(self.height() >= ROOMY)

    def _choose_details(self) -> None:
        self._details_chosen = True

    def _tab_names(self, with_pages: bool) -> list[tuple[object, str]]:
        names: list[tuple[object, str]] = [(LINES, tr("Lines")), (TERMS_TAB, tr("Price")), (INSIDE, tr("For us only"))]
        return [*names, (PAGES, tr("Page"))] if with_pages else names

    def _tab_of(self, path: str) -> str:
        """Return the tab in which a path is decided; empty for what stands in the grid."""
        if self._base and path.startswith(f"{self._base}/"):
            return PAGES
        if owns(TERMS, path):
            return TERMS_TAB
        return INSIDE if owns(INSIDE_PARTS, path) else ""

    def _bar(self) -> QHBoxLayout:
        bar = self._head
        bar.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignLeft)  # alone, they stay where they were
        look, grid = self._desk.look, self.grid
        across = row(self._tools, gap=0)
        across.addWidget(tool(look, "row", tr("Add a line (Ctrl+Enter)"), grid.insert))
        across.addWidget(tool(look, "duplicate", tr("Duplicate (Ctrl+Shift+D)"), grid.duplicate))
        across.addWidget(tool(look, "up", tr("Move up (Alt+Up)"), grid.move_up))
        across.addWidget(tool(look, "down", tr("Move down (Alt+Down)"), grid.move_down))
        across.addWidget(tool(look, "remove", tr("Remove (Ctrl+Delete)"), grid.remove))
        across.addWidget(self._columns_button())
        self._more.setCheckable(True)
        self._more.setChecked(True)
        self._more.toggled.connect(self.details.setVisible)
        self._more.clicked.connect(self._choose_details)
        across.addWidget(self._more)
        bar.addWidget(self._tools, 1, Qt.AlignmentFlag.AlignRight)
        return bar

    def _columns_button(self) -> QToolButton:
        button = tool(self._desk.look, "columns", tr("Columns"))
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._desk.columns.fill(menu))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _lines(self) -> QWidget:
        page = QWidget()
        box = column(page)
        box.addWidget(self.grid, 1)
        box.addWidget(self.details)
        return page

    def _made(self, name: str) -> QWidget:
        """Make the page of a tab."""
        makers: dict[str, Callable[[], QWidget]] = {
            TERMS_TAB: lambda: terms(self._desk),
            INSIDE: lambda: Inside(self._desk),
            PAGES: lambda: Form(self._desk, self._base, SECTIONS[EstimatePages], f"{self._base}/title"),
        }
        page = makers[name]()
        self._pages[name] = page
        return scrolling(page, name="inside" if name == INSIDE else "surface")

    def _show_tab(self, name: object) -> None:
        if str(name) not in self._places:
            self._places[str(name)] = self._stack.addWidget(self._made(str(name)))
        self._tabs.show_value(name)
        self._stack.setCurrentIndex(self._places[str(name)])
        self._tools.setVisible(name == LINES)
