"""What a line of the estimate says besides its cells: below the grid, for the row of the cursor."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from app.model.estimate import Pricing
from app.model.path import exists, get
from widgets.desk import Desk
from widgets.estimate.signing import SectionSignOff
from widgets.forms.form import Form
from widgets.forms.rows import ESTIMATE_SECTION, PRICED_ITEM, TIMED_ITEM, Row
from widgets.look.leaving import exchange
from widgets.look.parts import column, label, rule, styled
from widgets.look.scale import px
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.session import Change, Kind
from widgets.words import tr

HEIGHT = 176
PAUSE = 80
"""Milliseconds that the cursor must stand: a form takes longer to make than the step to the next row."""


class RowDetails(QWidget):
    """The form of one row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        styled(self, "surface")
        self._desk = desk
        self._row: GridRow | None = None
        self._form: Form | None = None
        self._forms: dict[tuple[Row, ...], Form] = {}
        """Those of lines, by their fields; all but the one of the row wait for the next line."""
        self._next: list[GridRow | None] = []
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._catch_up)
        self.setFixedHeight(px(HEIGHT))
        box = column(self)
        box.addWidget(rule())
        self._scroll = QScrollArea()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setObjectName("surface")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box.addWidget(self._scroll)
        desk.session.changed.connect(self._changed)
        self.show_row(None)

    def follow(self, row: GridRow | None) -> None:
        """Show the form of a row once the cursor stays there."""
        self._next = [row]
        self._soon.start()
        if self._row is None:
            exchange(self._scroll, styled(QWidget(), "surface"))  # nobody is told to choose a line who has chosen one

    def show_row(self, row: GridRow | None) -> None:
        """Show the form of a row."""
        self._next = [row]
        self._catch_up()

    def _catch_up(self) -> None:
        """Show the row that is due; who works in the form of the one before goes on in the new one."""
        self._soon.stop()
        if not self._next:
            return
        field, row = QApplication.focusWidget(), self._next.pop()
        inside, former = field is not None and self._scroll.isAncestorOf(field), self._form
        if not inside and self._moved_to(row):
            return
        self._show(row)
        if inside and self._form is not None and self._form is not former:
            self._form.focus_first()

    def _moved_to(self, row: GridRow | None) -> bool:
        """Show a line in the form that another line had, where nobody is in it: that is there sooner than a new one."""
        if row is None or self._row is None or self._form is None or {row.kind, self._row.kind} != {RowKind.ITEM}:
            return False
        if row == self._row or not exists(self._desk.session.proposal, row.path):
            return False
        fields, former = self._fields(row), self._form
        form = self._forms.get(fields)
        if form is None:
            form = self._forms[fields] = self._made(row, fields)
            self._inset.insertWidget(0, form)
        else:
            form.lead_to(row.path, f"{row.path}/title")
        if form is not former:
            former.hide()
            form.show()
        self._row, self._form = row, form
        return True

    def _show(self, row: GridRow | None) -> None:
        if row is not None and row == self._row:
            return
        self._row = row
        page = styled(QWidget(), "surface")
        self._inset = inset = column(page, (16, 12, 16, 16))
        self._form, self._forms = None, {}
        if row is None or not row.path or not exists(self._desk.session.proposal, row.path):
            inset.addWidget(label(tr("Choose a line to say more about it."), "quiet"))
        else:
            fields = self._fields(row)
            self._form = self._forms[fields] = self._made(row, fields)
            inset.addWidget(self._form)
            if row.kind is RowKind.SECTION:
                inset.addWidget(SectionSignOff(self._desk, row.section))
        inset.addStretch(1)
        exchange(self._scroll, page)

    def _made(self, row: GridRow, fields: tuple[Row, ...]) -> Form:
        return Form(self._desk, row.path, fields, f"{row.path}/title", patient=True)

    def _fields(self, row: GridRow) -> tuple[Row, ...]:
        if row.kind is RowKind.SECTION:
            return ESTIMATE_SECTION
        timed = get(self._desk.session.proposal, f"{row.path}/pricing") in (Pricing.HOURS, Pricing.DAYS, Pricing.MONTHS)
        return TIMED_ITEM if timed else PRICED_ITEM

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path. Return whether there is one."""
        self._catch_up()
        return self._form is not None and self._form.focus_path(path)

    def _changed(self, change: Change) -> None:
        gone = self._row is not None and self._row.path and not exists(change.after, self._row.path)
        if change.kind is Kind.OPENED or gone:
            self._show(None)
        elif self._row is not None and change.kind is Kind.EDITED and self._repriced(change):
            row, self._row = self._row, None
            self._show(row)

    def _repriced(self, change: Change) -> bool:
        path = f"{self._row.path}/pricing" if self._row and self._row.kind is RowKind.ITEM else ""
        return bool(path) and exists(change.before, path) and get(change.before, path) != get(change.after, path)
