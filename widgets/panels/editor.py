"""The inspector: fields for the part of the proposal that is looked at."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.model.path import exists, get
from app.model.sections import EstimatePages, Section, Story, Terms
from widgets import deeds
from widgets.desk import Desk
from widgets.estimate.editor import EstimateEditor
from widgets.forms.form import Form
from widgets.forms.kinds import look_of, title_of
from widgets.forms.lists import team
from widgets.forms.rows import PROPOSAL, SECTIONS
from widgets.library.newer import NewerStrip
from widgets.look.leaving import close_popups_of, let_go
from widgets.look.parts import column, empty, label, row, scrolling, styled, tool
from widgets.look.scale import factor
from widgets.session import Change, Kind
from widgets.subjects import ESTIMATE, FACTS, PEOPLE, section_at
from widgets.words import tr

LEAST_WIDTH, MOST_GROWN = 420, 1.25
"""Pixels; it grows with letters, but not so much that the window would have no room on its screen."""
PAINTING = 30
"""Milliseconds that the first page has to get onto the screen once its picture is there: a window paints a little later."""
LATEST = 1000
"""Milliseconds after which the fields of a proposal that was opened are there, even if its first page is not."""
SETTLING = 3
"""Fields within fields: so often room that one takes moves the others."""


class EditorPanel(QWidget):
    """Shows the fields of one subject at a time: the facts, the people, the estimate, or a section. `shown` tells of another.

    Those of a proposal that was just opened are made when its first page has been painted, or somebody asks for them.
    """

    shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        styled(self, "surface")
        self._desk = desk
        self._subject = ""
        self._content: QWidget | None = None
        self._estimate: EstimateEditor | None = None
        self._grid_subject = ""
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self.fill)
        self.setMinimumWidth(round(LEAST_WIDTH * min(max(factor(), 1.0), MOST_GROWN)))
        box = column(self)
        self._head = row(margins=(24, 16, 12, 12), gap=4)
        self._body = column()
        box.addLayout(self._head)
        box.addLayout(self._body, 1)
        desk.merging.changed.connect(self._show_title)  # whose values are to be those of the proposal that is opened
        desk.session.changed.connect(self._changed)
        for there in (desk.pages.printed, desk.pages.failed):
            there.connect(self._fill_soon)
        self._show_open(desk.session.subject)

    @property
    def content(self) -> QWidget | None:
        """The fields of the subject, all of them."""
        self.fill()
        if isinstance(self._content, Form):
            self._content.finish()
        return self._content

    @property
    def is_whole(self) -> bool:
        """Whether all fields of the subject are there."""
        return self._content is not None and not (isinstance(self._content, Form) and not self._content.is_whole)

    def fill(self) -> None:
        """Make the fields now, where they are still to be made."""
        if self._content is None:
            self.show_subject(self._desk.session.subject)

    def _fill_soon(self) -> None:
        if self._content is None:
            self._late.start(PAINTING)

    def _show_open(self, subject: str) -> None:
        """Show a proposal that was just opened: its first page comes before its fields."""
        if self._can_wait():
            self._show_nothing(subject)
        else:
            self.show_subject(subject)

    def _show_nothing(self, subject: str) -> None:
        """Show what the fields will be of, and none yet."""
        self._subject = subject
        self._show_head(section_at(self._desk.session.proposal, subject))
        self._clear()
        self._content = None
        self._late.start(LATEST)
        self.shown.emit()

    def show_subject(self, subject: str) -> None:
        """Show the fields of a subject."""
        self._late.stop()
        self._subject = subject
        section = section_at(self._desk.session.proposal, subject)
        field = QApplication.focusWidget()
        typing = field is not None and self.isAncestorOf(field)
        self._show_head(section)
        self._clear()
        self._content = self._made(subject, section)
        if isinstance(section, Story | Terms):
            inset = column(margins=(24, 0, 24, 8))
            inset.addWidget(NewerStrip(self._desk, subject))
            self._body.addLayout(inset)
        self._body.addWidget(self._content if self.has_grid else scrolling(self._content), 1)
        if isinstance(self._content, EstimateEditor):
            self._content.show()
        self.shown.emit()
        if typing:
            self._go_on_typing()

    def _clear(self) -> None:
        """Take the fields away; the grid waits for the next visit, unless it is of another proposal."""
        grid = self._estimate
        if grid is not None and self._grid_subject:
            close_popups_of(grid)
            self._body.removeWidget(grid)
            grid.hide()
        else:
            self._forget()
        empty(self._body)

    def _forget(self) -> None:
        """Give up the grid that waits."""
        waiting, self._estimate = self._estimate, None
        if waiting is not None:
            self._body.removeWidget(waiting)
            let_go(waiting)

    @property
    def has_grid(self) -> bool:
        """Whether what is shown is a grid, which needs width."""
        return isinstance(self._content, EstimateEditor)

    def _go_on_typing(self) -> None:
        """Put the cursor into the new fields where it was in those that are gone: else it would be anywhere in the window."""
        if isinstance(self._content, EstimateEditor):
            self._content.grid.setFocus()
        elif isinstance(self._content, Form):
            self._content.focus_first()

    def _made(self, subject: str, section: Section | None) -> QWidget:
        desk = self._desk
        if subject == ESTIMATE or isinstance(section, EstimatePages):
            return self._grid_of(subject, section if isinstance(section, EstimatePages) else None)
        if subject == PEOPLE:
            return team(desk)
        if section is None:
            return Form(desk, "", PROPOSAL, patient=True)
        return Form(desk, subject, SECTIONS[type(section)], f"{subject}/title", patient=True)

    @property
    def _grid_owner(self) -> str:
        """The path of what the grid that waits was made for."""
        return "estimate" if self._grid_subject == ESTIMATE else self._grid_subject

    def _grid_of(self, subject: str, section: EstimatePages | None) -> EstimateEditor:
        """Return the grid, as it was left where it was made for the same section."""
        if self._estimate is None or self._grid_subject != subject:
            self._forget()
            self._estimate, self._grid_subject = EstimateEditor(self._desk, section), subject
            self._estimate.setParent(self)
        return self._estimate

    def _show_head(self, section: Section | None) -> None:
        empty(self._head)
        names = {FACTS: tr("Proposal"), PEOPLE: tr("People"), ESTIMATE: tr("Estimate")}
        words = column(gap=2)
        if section is not None:
            kind = tr(look_of(section).name)
            if kind != title_of(section):
                words.addWidget(label(kind, "small"))
        self._title = label(names.get(self._subject, ""), "title", wrap=True)
        words.addWidget(self._title)
        self._show_title()
        self._head.addLayout(words, 1)
        if section is not None:
            self._add_tools(section)

    def _show_title(self) -> None:
        """Show what a section is called, as its client reads it."""
        section = section_at(self._desk.session.proposal, self._subject)
        if section is not None:
            self._title.setText(self._desk.merging.put_into(title_of(section)))

    def _add_tools(self, section: Section) -> None:
        look, session, wanted = self._desk.look, self._desk.session, section.id
        hint = tr("Show in the document") if section.hidden else tr("Leave out of the document")
        hide = tool(look, "hide" if section.hidden else "show", hint, lambda: deeds.hide_section(session, wanted))
        self._head.addWidget(hide)
        if isinstance(section, Story | Terms):
            keep = tr("Save to the library")
            self._head.addWidget(tool(look, "library", keep, lambda: self._desk.librarian.keep_section(wanted)))
        self._head.addWidget(
            tool(look, "duplicate", tr("Duplicate the section"), lambda: deeds.duplicate_section(session, wanted))
        )
        self._head.addWidget(tool(look, "remove", tr("Remove the section"), lambda: deeds.remove_section(session, wanted)))

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.SAVED:
            return
        subject = self._desk.session.subject
        if change.kind is Kind.OPENED:
            self._grid_subject = ""
        if change.kind is Kind.OPENED:
            self._show_open(subject)
        elif subject != self._subject:
            self.show_subject(subject)
        elif change.kind is Kind.EDITED:
            self._refresh_head(change)
        if self._content is not self._estimate and not exists(self._desk.session.proposal, self._grid_owner):
            self._forget()
        if change.kind is Kind.PLACE and change.place != subject:
            self._focus(change.place)

    def _can_wait(self) -> bool:
        """Tell whether there will be a first page, and nobody is typing here."""
        field = QApplication.focusWidget()
        return self._desk.pages.waiting and not (field is not None and self.isAncestorOf(field))

    def _refresh_head(self, change: Change) -> None:
        section = section_at(self._desk.session.proposal, self._subject)
        if section is None or not exists(change.before, self._subject):
            return
        old: Section = get(change.before, self._subject)
        if (title_of(old), old.hidden) != (title_of(section), section.hidden):
            self._show_head(section)

    def _focus(self, path: str) -> None:
        self.fill()
        inner = getattr(self._content, "focus_path", None)
        if inner is not None and inner(path):
            QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        """Scroll to the field that has the focus, once it has a place."""
        for _ in range(SETTLING):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # what has just been made has no place yet
        field = QApplication.focusWidget()
        around = field.parentWidget() if field is not None and self.isAncestorOf(field) else None
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea) and field is not None and around.widget() is not None:
            around.ensureWidgetVisible(field, 0, 48)
