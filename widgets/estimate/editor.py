"""The estimate in the middle pane: its lines, its sums, and the words on its pages."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.model.sections import EstimatePages
from widgets.desk import Desk
from widgets.estimate.details import RowDetails
from widgets.estimate.grid import EstimateGrid
from widgets.estimate.total_bar import TotalBar
from widgets.fields.choice import SegmentsField
from widgets.forms.form import Form
from widgets.forms.rows import SECTIONS, SUMS
from widgets.look.parts import column, row, scrolling, styled, tool
from widgets.models.estimate import EstimateModel
from widgets.models.estimate_cells import FIELDS
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.words import tr

LINES, SUMS_TAB, PAGES = "lines", "sums", "pages"
ROOMY = 600
"""Pixels of height from which there is room for more about a line below the grid."""


class EstimateEditor(QWidget):
    """The grid with the total below it; rates, discount and tax; and for a section of the document, its words."""

    def __init__(self, desk: Desk, section: EstimatePages | None = None) -> None:
        super().__init__()
        styled(self, "surface")
        self._desk = desk
        self._base = f"sections/{section.id}" if section else ""
        self.model = EstimateModel(desk.session, self)
        self.grid = EstimateGrid(desk, self.model)
        self.details = RowDetails(desk)
        self.total = TotalBar(desk.session)
        self._tools = QWidget()
        self._more = tool(desk.look, "note", tr("More about the line"))
        self._details_chosen = False
        self._tabs = SegmentsField(self._tab_names(section is not None))
        self._stack = QStackedWidget()
        self._forms: dict[str, Form] = {}
        self._places = {LINES: self._stack.addWidget(self._lines())}
        self._places[SUMS_TAB] = self._stack.addWidget(self._form_page(SUMS_TAB, Form(desk, "", SUMS)))
        if section is not None:
            page = Form(desk, self._base, SECTIONS[EstimatePages], f"{self._base}/title")
            self._places[PAGES] = self._stack.addWidget(self._form_page(PAGES, page))
        box = column(self)
        box.addLayout(self._bar())
        box.addWidget(self._stack, 1)
        box.addWidget(self.total)
        self._tabs.edited.connect(self._show_tab)
        self._show_tab(LINES)
        self.model.refused.connect(self.total.complain)
        self.grid.row_changed.connect(self.details.show_row)
        if self.model.rowCount():
            self.grid.go_to(self.model.rows()[min(1, self.model.rowCount() - 1)], None)

    def focus_path(self, path: str) -> bool:
        """Lead to what a path names: a cell of the grid, the field of a line, or a field of the other tabs."""
        if self.grid.telling:
            return True
        for name, form in self._forms.items():
            if form.focus_path(path):
                self._show_tab(name)
                form.focus_path(path)
                return True
        steps = path.split("/")
        if steps[:2] != ["estimate", "sections"] or len(steps) < 3:
            return False
        self._show_tab(LINES)
        item = len(steps) > 4 and steps[3] == "items"
        target = GridRow(RowKind.ITEM, steps[2], steps[4]) if item else GridRow(RowKind.SECTION, steps[2])
        field = steps[5] if item and len(steps) > 5 else steps[3] if not item and len(steps) > 3 else ""
        columns = {name: column for column, (name, _) in FIELDS.items()}
        self.grid.go_to(target, columns.get(field, columns["title"]))
        if field and field not in columns and self.details.focus_path(path):
            self._more.setChecked(True)
            return True
        self.grid.setFocus()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the grid where there is little, until somebody decides otherwise."""
        super().resizeEvent(event)
        if not self._details_chosen:
            self._more.setChecked(self.height() >= ROOMY)

    def _choose_details(self) -> None:
        self._details_chosen = True

    def _tab_names(self, with_pages: bool) -> list[tuple[object, str]]:
        names: list[tuple[object, str]] = [(LINES, tr("Lines")), (SUMS_TAB, tr("Rates, discount, VAT"))]
        return [*names, (PAGES, tr("Words on the page"))] if with_pages else names

    def _bar(self) -> QHBoxLayout:
        bar = row(margins=(16, 0, 12, 8), gap=4)
        bar.addWidget(self._tabs)
        bar.addStretch(1)
        look, grid = self._desk.look, self.grid
        across = row(self._tools, gap=0)
        across.addWidget(tool(look, "row", tr("Add a line (Ctrl+Enter)"), grid.insert))
        across.addWidget(tool(look, "duplicate", tr("Duplicate (Ctrl+D)"), grid.duplicate))
        across.addWidget(tool(look, "up", tr("Move up (Alt+Up)"), lambda: grid.move_rows(-1)))
        across.addWidget(tool(look, "down", tr("Move down (Alt+Down)"), lambda: grid.move_rows(1)))
        across.addWidget(tool(look, "remove", tr("Remove (Ctrl+Delete)"), grid.remove))
        self._more.setCheckable(True)
        self._more.setChecked(True)
        self._more.toggled.connect(self.details.setVisible)
        self._more.clicked.connect(self._choose_details)
        across.addWidget(self._more)
        bar.addWidget(self._tools)
        return bar

    def _lines(self) -> QWidget:
        page = QWidget()
        box = column(page)
        box.addWidget(self.grid, 1)
        box.addWidget(self.details)
        return page

    def _form_page(self, name: str, form: Form) -> QWidget:
        self._forms[name] = form
        return scrolling(form)

    def _show_tab(self, name: object) -> None:
        self._tabs.show_value(name)
        self._stack.setCurrentIndex(self._places[str(name)])
        self._tools.setVisible(name == LINES)
