"""An estimate from a spreadsheet: what was understood of it, to be corrected and confirmed before it is taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QHeaderView, QProgressBar, QSplitter, QTableView, QWidget

from app.i18n import phrase
from app.intake.estimate import EstimateRead
from app.intake.mapping import at_row, with_meaning
from app.intake.rowkinds import RowKind
from app.model.mapping import ColumnMeaning, TableMapping
from widgets.desk import Desk
from widgets.fields.choice import ChoiceField
from widgets.look.parts import column, label, push, row, rule, styled
from widgets.look.scale import px
from widgets.notice import of_failure
from widgets.phrases import shorten
from widgets.tables.choice_header import ChoiceHeader
from widgets.tables.complaints import Complaints
from widgets.tables.estimate_model import SUM, TITLE, EstimateTable
from widgets.tables.file_model import FileModel
from widgets.tables.option_card import OptionCard
from widgets.tables.sources import TableSource
from widgets.tables.taking import Taking
from widgets.tables.understanding import Ask, Understood, first_look, understand
from widgets.tables.views import table_view
from widgets.words import hours, language, money, tr, tr_plural

SIZE, SMALLEST, SIDE = QSize(1320, 800), QSize(900, 560), 300
LANE = "table"
HEADING_ROWS, HEADING_WIDTH = 40, 60
SPANNED = 300
"""Rows among which a text that stands alone runs over the columns beside it."""
KIND_WIDTH, COLUMN_WIDTH, WIDEST = 104, 112, 240
NAMES = {
    Taking.NEW: (phrase("A new proposal"), phrase("The open one stays as it is.")),
    Taking.UPDATE: (phrase("Update the estimate"), phrase("You choose change by change; notes, people and signatures stay.")),
    Taking.REPLACE: (phrase("Replace the estimate"), phrase("All sections of the open proposal make way for these.")),
    Taking.ADD: (phrase("Add the sections"), phrase("They come after those of the open proposal.")),
}


@dataclass(frozen=True)
class Decision:
    """What is to be done with a table. `remember` is the mapping of its columns where somebody has corrected it."""

    taking: Taking
    understood: Understood
    remember: TableMapping | None = None

    @property
    def read(self) -> EstimateRead:
        """The estimate that was confirmed."""
        return self.understood.read


class ImportDialog(QDialog):
    """Shows what was understood and asks what to do with it. `decided` brings a Decision."""

    decided = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        source: TableSource,
        mappings: Sequence[TableMapping],
        offers: Sequence[Taking],
        wanted: Taking,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import an estimate"))
        self._desk, self.source, self._mappings = desk, source, tuple(mappings)
        self._offers, self._wanted = tuple(offers), wanted
        self._ask = Ask(language(), desk.session.proposal.currency if desk.session.is_open else "")
        self._corrected = False
        self.understood: Understood | None = None
        self.file_model, self.estimate_model = FileModel(desk.look, self), EstimateTable(desk.look, self)
        self.file_view = table_view(self.file_model, tr("The table as it is"))
        self.header = ChoiceHeader(desk.look, self.file_view)
        self.file_view.setHorizontalHeader(self.header)
        self.estimate_view = table_view(self.estimate_model, tr("The estimate in it"))
        self.complaints = Complaints(desk.look)
        self.sheet, self.headings = ChoiceField(desk.look, ()), ChoiceField(desk.look, ())
        self.cards = {taking: OptionCard(tr(NAMES[taking][0]), tr(NAMES[taking][1])) for taking in offers}
        self.cancel = push(tr("Cancel"), self.reject)
        self.take = push("", self._decide, "primary")
        self._build()
        self._connect()
        self._wait()
        desk.jobs.start(lambda _: first_look(source, self._ask, self._mappings), self._show, self._failed, lane=LANE)

    # building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setMinimumSize(SMALLEST)
        over = self.parentWidget()
        room = over.size() - QSize(64, 64) if over is not None else SIZE
        self.resize(SIZE.boundedTo(room).expandedTo(SMALLEST))
        box = column(self)
        box.addLayout(self._head())
        box.addWidget(rule())
        middle = row()
        middle.addWidget(self._tables(), 1)
        middle.addWidget(rule(vertical=True))
        middle.addWidget(self._side())
        box.addLayout(middle, 1)
        box.addWidget(rule())
        box.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        head = row(margins=(24, 16, 24, 14), gap=8)
        names = column(gap=2)
        names.addWidget(label(tr("Import an estimate"), "title"))
        names.addWidget(label(shorten(self.source.name, 80), "quiet"))
        head.addLayout(names, 1)
        self._sheet_name, self._headings_name = label(tr("Sheet"), "field"), label(tr("Headings"), "field")
        for name, field in ((self._sheet_name, self.sheet), (self._headings_name, self.headings)):
            name.setBuddy(field)
            field.setAccessibleName(name.text())
            head.addWidget(name)
            head.addWidget(field)
            head.addSpacing(8)
        self.sheet.setFixedWidth(px(170))
        self.headings.setFixedWidth(px(240))
        return head

    def _tables(self) -> QSplitter:
        panes = QSplitter(Qt.Orientation.Vertical)
        panes.setChildrenCollapsible(False)
        self._raw = self._pane(tr("The table, and what its columns are taken for"), self.file_view)
        panes.addWidget(self._raw)
        panes.addWidget(self._pane(tr("The estimate that comes of it"), self.estimate_view))
        panes.setSizes([300, 280])
        across = self.estimate_view.horizontalHeader()
        across.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate((150, 80, 80, 96, 120), TITLE + 1):
            self.estimate_view.setColumnWidth(place, width)
        across.resizeSection(SUM, 120)
        self.estimate_view.verticalHeader().hide()
        return panes

    def _pane(self, title: str, view: QTableView) -> QWidget:
        pane = styled(QWidget(), "surface")
        box = column(pane)
        name = label(title, "eyebrow")
        name.setContentsMargins(24, 10, 16, 6)
        box.addWidget(name)
        box.addWidget(view, 1)
        return pane

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(px(SIDE))
        box = column(side, (16, 12, 16, 12), gap=6)
        if len(self.cards) > 1:
            box.addWidget(label(tr("What to do with it"), "eyebrow"))
        group = QButtonGroup(self)
        for taking, card in self.cards.items():
            group.addButton(card.button)
            card.setVisible(len(self.cards) > 1)
            card.button.setChecked(taking is self._wanted)
            box.addWidget(card)
        self._remembered = QWidget()
        inner = column(self._remembered, (0, 8, 0, 0), gap=0)
        inner.addWidget(label(tr("The columns are taken as you set them last time."), "small", wrap=True))
        self.anew = push(tr("Guess them anew"), self._guess_anew, "link")
        inner.addWidget(self.anew, 0, Qt.AlignmentFlag.AlignLeft)
        self._remembered.hide()
        box.addWidget(self._remembered)
        self._ours = label(tr("Blesna has written this table: it is read exactly."), "small", wrap=True)
        self._ours.hide()
        box.addWidget(self._ours)
        box.addSpacing(8)
        self._complaints_name = label("", "eyebrow")
        box.addWidget(self._complaints_name)
        box.addWidget(self.complaints, 1)
        self._rest = QWidget()
        box.addWidget(self._rest, 1)
        return side

    def _foot(self) -> QHBoxLayout:
        foot = row(margins=(24, 12, 16, 12), gap=8)
        self.sums = label("", "figure")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedWidth(px(120))
        self.busy.setAccessibleName(tr("Reading…"))
        foot.addWidget(self.sums)
        foot.addWidget(self.busy)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        self.take.setDefault(True)
        return foot

    def _connect(self) -> None:
        self.header.chosen.connect(self._set_meaning)
        self.sheet.edited.connect(self._set_sheet)
        self.headings.edited.connect(self._set_headings)
        self.complaints.wanted.connect(self.show_cell)
        for card in self.cards.values():
            card.chosen.connect(self._name_deed)
        self.finished.connect(lambda _: self._desk.jobs.drop(LANE))

    # asking the worker ---------------------------------------------------------------------------------------------

    def _wait(self) -> None:
        self.busy.show()
        self.take.setEnabled(False)

    def _again(self, ask: Ask) -> None:
        """Have the table understood in another way; an answer to an earlier question is dropped."""
        assert self.understood is not None
        table, mappings = self.understood.table, self._mappings
        self._ask = ask
        self._wait()
        self._desk.jobs.start(lambda _: understand(table, ask, mappings), self._show, self._failed, lane=LANE)

    def _set_meaning(self, number: int, meaning: ColumnMeaning) -> None:
        mapping = self._mapping()
        if mapping is not None and mapping.meaning(number) is not meaning:
            self._corrected = True
            self._again(replace(self._ask, mapping=with_meaning(mapping, number, meaning)))

    def _set_sheet(self, name: object) -> None:
        self._corrected = False
        self._again(replace(self._ask, mapping=None, sheet=str(name)))

    def _set_headings(self, number: object) -> None:
        mapping = self._mapping()
        if mapping is not None and self.understood is not None and isinstance(number, int):
            self._corrected = True
            table = self.understood.table
            self._again(replace(self._ask, mapping=at_row(table, mapping, mapping.sheet, number, mapping.rows)))

    def _guess_anew(self) -> None:
        self._corrected = False
        self._again(replace(self._ask, mapping=None, anew=True))

    def _mapping(self) -> TableMapping | None:
        """Return the newest mapping: one that is being tried goes before what is shown."""
        if self._ask.mapping is not None:
            return self._ask.mapping
        seen = self.understood.preview if self.understood else None
        return seen.mapping if seen else None

    # showing -------------------------------------------------------------------------------------------------------

    def _show(self, found: Understood) -> None:
        if self.understood is None:
            (self.cards[self.taking].button if len(self.cards) > 1 else self.take).setFocus()
        self.understood = found
        self.busy.hide()
        seen = found.preview
        self.file_model.show(seen)
        self.header.show_columns(seen.columns if seen else ())
        self._fit_columns()
        self.estimate_model.show(found.read.estimate, found.sums)
        self.complaints.show_problems(found.problems)
        said = tr_plural("{n} thing to look at", "{n} things to look at", len(found.problems))
        self._complaints_name.setText(said)
        self._complaints_name.setVisible(bool(found.problems))
        self.complaints.setVisible(bool(found.problems))
        self._rest.setVisible(not found.problems)
        self._remembered.setVisible(seen is not None and seen.remembered)
        self._ours.setVisible(found.own is not None)
        self._raw.setVisible(seen is not None and bool(seen.rows))
        self._show_places()
        self._show_sums()
        self._offer()

    def _fit_columns(self) -> None:
        """Give the columns of another table widths of their own; those that somebody has set stay."""
        seen = self.file_model.preview
        if seen is None or self.file_view.property("of") == (seen.mapping.sheet, len(seen.columns)):
            return
        self.file_view.setProperty("of", (seen.mapping.sheet, len(seen.columns)))
        self.file_view.clearSpans()
        self.file_view.setColumnWidth(0, KIND_WIDTH)
        items = [shown for shown in seen.rows if shown.kind is RowKind.ITEM] or seen.rows
        for place, shown in enumerate(seen.rows[:SPANNED]):
            only = next(iter(shown.cells)) if len(shown.cells) == 1 else 0
            column_at = next((at for at, one in enumerate(seen.columns, 1) if one.column == only), 0)
            if 0 < column_at < len(seen.columns):
                self.file_view.setSpan(place, column_at, 1, len(seen.columns) + 1 - column_at)
        for place, one in enumerate(seen.columns, 1):
            texts = [shown.cells.get(one.column, "") for shown in items[:60]]
            longest = max((self.fontMetrics().horizontalAdvance(text[:80]) for text in texts), default=0)
            named = self.fontMetrics().horizontalAdvance(self.header.field(one.column).currentText()) + 52
            self.file_view.setColumnWidth(place, min(WIDEST, max(COLUMN_WIDTH, named, longest + 28)))

    def _show_places(self) -> None:
        """Offer the sheets of the file, and the rows that may head the table."""
        seen = self.understood.preview if self.understood else None
        sheets = seen and self.understood and [sheet for sheet in self.understood.table.sheets if sheet.rows]
        several = bool(sheets) and len(sheets or ()) > 1
        for part in (self._sheet_name, self.sheet):
            part.setVisible(several)
        for part in (self._headings_name, self.headings):
            part.setVisible(seen is not None and bool(seen.rows))
        if seen is None or not sheets:
            return
        self.sheet.set_options([(sheet.name, shorten(sheet.name)) for sheet in sheets])
        self.sheet.show_value(seen.mapping.sheet)
        rows = [(one.number, _row_words(one.number, one.cells.values())) for one in seen.rows[:HEADING_ROWS]]
        self.headings.set_options([(0, tr("None: only cells")), *rows])
        self.headings.show_value(seen.mapping.row)

    def _show_sums(self) -> None:
        assert self.understood is not None
        sums, read = self.understood.sums, self.understood.read
        if not self.understood.found:
            self.sums.setText(tr("No estimate was found in it."))
            return
        lines = sum(len(part.items) for part in read.estimate.sections)
        told = [
            tr_plural("{n} section", "{n} sections", len(read.estimate.sections)),
            tr_plural("{n} line", "{n} lines", lines),
            hours(sums.hours),
            money(sums.total, sums.currency) if sums.currency else "",
        ]
        self.sums.setText("  ·  ".join(filter(None, told)))

    def _offer(self) -> None:
        """Let only that be chosen which makes sense: nobody adds euros to roubles."""
        assert self.understood is not None
        own, found = self._ask.currency, self.understood.read.currency
        other = bool(own and found and own != found)
        for taking, card in self.cards.items():
            card.explain(tr(NAMES[taking][1]))
            if other and taking in (Taking.ADD, Taking.UPDATE):
                card.explain(
                    tr("Not possible: the table counts in {found}, the proposal in {own}.", found=found, own=own), possible=False
                )
            elif other and taking is Taking.REPLACE:
                card.explain(tr("The proposal then counts in {found}, no longer in {own}.", found=found, own=own))
        if not self.cards[self.taking].isEnabled():
            possible = next(card for card in self.cards.values() if card.isEnabled())
            possible.button.setChecked(True)
        self._name_deed()

    def _name_deed(self) -> None:
        words = {
            Taking.NEW: tr("Begin a proposal"),
            Taking.UPDATE: tr("Choose changes…"),
            Taking.REPLACE: tr("Replace"),
            Taking.ADD: tr("Add"),
        }
        self.take.setText(words[self.taking].replace("&", "&&"))
        self.take.setEnabled(self.understood is not None and self.understood.found and self.busy.isHidden())

    def show_cell(self, number: int, column_number: int) -> None:
        """Lead to a cell of the file."""
        place = self.file_model.cell_of(number, column_number)
        if place.isValid():
            self.file_view.setCurrentIndex(place)
            self.file_view.scrollTo(place, QTableView.ScrollHint.PositionAtCenter)
            self.file_view.setFocus()

    def _failed(self, error: Exception) -> None:
        self.busy.hide()
        self.sums.setText(of_failure(error).text)

    # deciding ------------------------------------------------------------------------------------------------------

    @property
    def taking(self) -> Taking:
        """What is to be done with it."""
        return next((taking for taking, card in self.cards.items() if card.button.isChecked()), self._wanted)

    def _decide(self) -> None:
        if self.understood is None or not self.take.isEnabled():
            return
        seen = self.understood.preview
        mapping = seen.mapping if seen and self._corrected and seen.mapping.id else None
        self.decided.emit(Decision(self.taking, self.understood, mapping))
        self.accept()


def _row_words(number: int, cells: Iterable[str]) -> str:
    texts = " · ".join(" ".join(text.split()) for text in cells if text.strip())
    return tr("Row {n}: {texts}", n=number, texts=shorten(texts, HEADING_WIDTH))
