"""The right pane: the pages as they will be sent."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from widgets import deeds
from widgets.desk import Desk
from widgets.look.parts import column, label, row, rule, styled, tool
from widgets.preview.view import FIT_PAGE, FIT_WIDTH, FULL_SIZE, PageView
from widgets.session import Change, Kind
from widgets.subjects import FACTS, section_at
from widgets.words import tr


class PreviewPanel(QWidget):
    """The pages, with zoom and page number below them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        styled(self, "desk")
        self._desk = desk
        self._clicked = self._early = False
        self.view = PageView(desk.pages, desk.look)
        self.view.setAccessibleName(tr("Pages"))
        self._number, self._scale, self._busy = label("", "small"), label("", "small"), label("", "small")
        self._scale.setMinimumWidth(44)
        self._scale.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = column(self)
        box.addWidget(self.view, 1)
        box.addWidget(self._bar())
        self.view.clicked.connect(self._lead)
        self.view.zoomed.connect(lambda scale: self._show_scale())
        self.view.turned.connect(lambda index: self._show_number())
        desk.session.changed.connect(self._session_changed)
        desk.pages.laid_out.connect(self._laid_out)
        self._show_number()
        self._show_scale()

    def _bar(self) -> QWidget:
        bar = QWidget()
        styled(bar, "frame")
        down = column(bar)
        down.addWidget(rule())
        across = row(margins=(16, 4, 8, 4), gap=2)
        down.addLayout(across)
        look, view = self._desk.look, self.view
        across.addWidget(self._number)
        across.addSpacing(12)
        across.addWidget(self._busy)
        across.addStretch(1)
        across.addWidget(tool(look, "fit-page", tr("Whole page"), lambda: view.set_fit(FIT_PAGE), 16))
        across.addWidget(tool(look, "fit-width", tr("Page width"), lambda: view.set_fit(FIT_WIDTH), 16))
        across.addWidget(tool(look, "zoom-out", tr("Smaller"), view.zoom_out, 16))
        across.addWidget(self._scale)
        across.addWidget(tool(look, "zoom-in", tr("Larger"), view.zoom_in, 16))
        return bar

    def _lead(self, origin: str) -> None:
        """Lead to the field of what was clicked, without scrolling the page away under the mouse."""
        self._clicked = True
        self._desk.session.go_to(origin or FACTS)
        self._clicked = False

    def _session_changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self.view.marked = ""
            self.view.show_page(0)
        elif change.kind is Kind.PLACE:
            self._follow(change.place)
            self._early = not self._pages_of(change.place)
        elif change.kind is Kind.EDITED:
            self._busy.setText(tr("Setting the pages…"))

    def _follow(self, place: str) -> None:
        """Show the pages of a section that is chosen; frame what a field that is chosen shows, where it shows anything."""
        in_section = section_at(self._desk.session.proposal, place) is not None
        is_field = place.count("/") > 1 or (not in_section and "/" in place)
        seen = False
        if is_field and not self._clicked:
            seen = self.view.mark(place)
        else:
            self.view.marked = place if is_field else ""
            self.view.viewport().update()
        pages = self._pages_of(place)
        if pages and not seen and not self._clicked and self.view.current not in pages:
            self.view.show_page(pages[0])

    def _pages_of(self, place: str) -> range:
        section = section_at(self._desk.session.proposal, place)
        return self._desk.pages.section_pages(section.id if section else deeds.section_id(self._desk.session))

    def _laid_out(self) -> None:
        self._busy.setText(tr("Setting the pages…") if self._desk.pages.waiting else "")
        self._show_number()
        if self._early and self._pages_of(self._desk.session.place):
            self._early = False
            self._follow(self._desk.session.place)

    def _show_number(self) -> None:
        count = len(self._desk.pages.pages)
        words = tr("Page {page} of {count}", page=self.view.current + 1, count=count)
        self._number.setText(words if count and self.view.current >= 0 else "")

    def _show_scale(self) -> None:
        self._scale.setText(f"{round(100 * self.view.scale / FULL_SIZE)} %")
