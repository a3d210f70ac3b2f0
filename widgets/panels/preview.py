"""The right pane: the pages as they will be sent."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtWidgets import QSpinBox, QWidget

from app.layout.page import LinkItem
from widgets import deeds
from widgets.desk import Desk
from widgets.look.elided import Elided
from widgets.look.parts import column, label, push, row, rule, styled, tool
from widgets.look.scale import px
from widgets.panels.giving import GivingRow
from widgets.preview.editing import Editing
from widgets.preview.geometry import Hit
from widgets.preview.leading import lead, target_of
from widgets.preview.meaning import field_at, place_of
from widgets.preview.view import FIT_PAGE, FIT_WIDTH, FULL_SIZE, PageView
from widgets.session import Change, Kind
from widgets.subjects import section_at
from widgets.words import percent, tr

_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class Looked:
    """What was looked at: the proposal's folder, how large, and which point of which page was at the upper edge."""

    folder: Path | None
    fit: str
    scale: float
    place: tuple[int, QPointF] | None


class PreviewPanel(QWidget):
    """The pages, with zoom and page number below them. Where they are `alone`, a click edits them in their place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        styled(self, "desk")
        self._desk = desk
        self._clicked = self._early = False
        self.alone = False
        self.view = PageView(desk.pages, desk.look)
        self.view.setAccessibleName(tr("Pages"))
        self.view.drawing.name = self._name
        self.editing = Editing(desk, self.view)
        self._scale, self._busy, self._told = label("", "small"), Elided(alignment=_RIGHT), Elided(alignment=_RIGHT)
        self._number = push("", self.ask_page, "link", tr("Go to a page"))
        self._page = QSpinBox()
        box = column(self)
        box.addWidget(self.view, 1)
        box.addWidget(self._bar())
        self._connect()
        self.view.fit, self.view.scale = desk.settings.zoom
        self._show_two_up(desk.settings.two_up)
        self._show_number()
        self._show_scale()

    def _connect(self) -> None:
        self.view.clicked.connect(self._lead)
        self.view.opened.connect(self._open)
        self.view.pointed.connect(self._pointed)
        self.view.zoomed.connect(lambda scale: self._show_scale())
        self.view.turned.connect(lambda index: self._show_number())
        self.editing.told.connect(self._told.setText)
        self._desk.session.changed.connect(self._session_changed)
        self._desk.pages.laid_out.connect(self._laid_out)
        self._page.editingFinished.connect(self._go_to_page)

    def _bar(self) -> QWidget:
        bar = styled(QWidget(), "frame")
        inner = GivingRow()
        down = column(bar)
        down.addWidget(rule())
        down.addWidget(inner)
        across = row(inner, (12, 4, 8, 4), gap=2)
        look, view = self._desk.look, self.view
        self._scale.setMinimumWidth(px(44))
        self._scale.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setAccessibleName(tr("Go to a page"))
        self._page.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._page.setFixedWidth(px(64))
        self._page.hide()
        across.addWidget(self._number)
        across.addWidget(self._page)
        across.addSpacing(12)
        across.addWidget(self._told, 1)
        across.addWidget(self._busy)  # both give way: words that come and go must not move the panes
        self._pair = tool(look, "two-up", tr("Two pages beside each other"), lambda: self._show_two_up(not view.two_up), 16)
        self._pair.setCheckable(True)
        page = tool(look, "fit-page", tr("Whole page"), lambda: view.set_fit(FIT_PAGE), 16)
        width = tool(look, "fit-width", tr("Page width"), lambda: view.set_fit(FIT_WIDTH), 16)
        out, in_ = tool(look, "zoom-out", tr("Smaller"), view.zoom_out, 16), tool(look, "zoom-in", tr("Larger"), view.zoom_in, 16)
        zoom = QWidget()
        zooming = row(zoom, gap=2)
        for part in (out, self._scale, in_):
            zooming.addWidget(part)
        inner.spare = (self._pair, page, width, zoom)
        for spare in inner.spare:
            across.addWidget(spare)
        return bar

    # looking -------------------------------------------------------------------------------------------------------

    def two_up(self) -> None:
        """Lay two pages beside each other, or one below the other."""
        self._show_two_up(not self.view.two_up)

    def actual_size(self) -> None:
        """Show the pages as large as they are."""
        self.view.zoom(FULL_SIZE)

    def ask_page(self) -> None:
        """Ask for the number of a page, in the place where the number stands."""
        count = len(self._desk.pages.pages)
        if count:
            self._page.setRange(1, count)
            self._page.setValue(self.view.current + 1)
            self._number.hide()
            self._page.show()
            self._page.setFocus()
            self._page.selectAll()

    def _go_to_page(self) -> None:
        if self._page.isHidden():
            return
        entered = self._page.hasFocus()
        self._page.hide()
        self._number.show()
        self.view.show_page(self._page.value() - 1)
        if entered:
            self.view.setFocus()

    def _show_two_up(self, two_up: bool) -> None:
        self._pair.setChecked(two_up)
        self._desk.settings.two_up = two_up
        if self.view.two_up != two_up:
            self.view.set_two_up(two_up)

    def memory(self) -> Looked:
        """Return what is looked at, for a panel that takes the place of this one."""
        return Looked(self._desk.session.folder, self.view.fit, self.view.scale, self.view.held())

    def keep(self) -> None:
        """Write into the settings how large the pages are looked at."""
        self._desk.settings.zoom = (self.view.fit, self.view.scale)

    def recollect(self, looked: Looked) -> None:
        """Show what was looked at, once there is room for it; of another proposal nothing."""
        if looked.folder != self._desk.session.folder:
            return
        self.view.fit, self.view.scale = looked.fit, looked.scale
        place = looked.place
        if place is not None:
            QTimer.singleShot(0, self.view, lambda: self.view.hold(place))

    # clicking ------------------------------------------------------------------------------------------------------

    def _lead(self, found: Hit) -> None:
        """Lead to the field of what was clicked, without scrolling the page away under the mouse."""
        if self.alone and self.editing.open(found):
            return
        self._clicked = True
        lead(self._desk.session, self.window(), found)
        self._clicked = False

    def _open(self, found: Hit) -> None:
        """Edit something where it stands, or where else it is edited."""
        self._clicked = True
        if not self.editing.open(found):
            lead(self._desk.session, self.window(), found)
        self._clicked = False

    def _name(self, found: Hit) -> tuple[str, bool]:
        proposal = self._desk.session.proposal
        place = place_of(proposal, found.page, found.origin, found.point.y())
        field = field_at(proposal, place)
        return (field.name, field.typed) if field is not None else ("", False)

    def _pointed(self, found: Hit | None, link: LinkItem | None) -> None:
        labels = tuple(page.label for page in self._desk.pages.pages)
        words = target_of(link, labels) if link is not None else ""
        self._told.setText(words)

    # keeping up ----------------------------------------------------------------------------------------------------

    def _session_changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self.view.marked = ""
            self.view.show_page(0)
        elif change.kind is Kind.PLACE:
            self._follow(change.place)
            self._early = not self._pages_of(change.place)
        elif change.kind is Kind.EDITED:
            self._busy.setText(tr("Setting the pages…"))
            self._early = self._early or _moved(change)

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

    def point_at(self, path: str) -> None:
        """Frame what a field shows, and bring it into view, unless a click on it has led there."""
        if not self._clicked and self.view.marked != path:
            self.view.mark(path)

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
        count = len(self._desk.pages.pages) if self._desk.pages.layout is not None else 0  # how many is not known before
        words = tr("Page {page} of {count}", page=self.view.current + 1, count=count)
        self._number.setText(words if count and self.view.current >= 0 else "")
        self._number.setVisible(bool(count) and self._page.isHidden())

    def _show_scale(self) -> None:
        self._scale.setText(percent(Decimal(round(100 * self.view.scale / FULL_SIZE))))


def _moved(change: Change) -> bool:
    """Tell whether the same sections stand in another order."""
    before, after = ([section.id for section in one.sections] for one in (change.before, change.after))
    return before != after and sorted(before) == sorted(after)
