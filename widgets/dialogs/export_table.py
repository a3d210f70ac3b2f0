"""The estimate as a table: which format, and how much of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.i18n import phrase
from app.model.estimate import Detail
from widgets.choices import options
from widgets.dialogs.fitted import FittedDialog
from widgets.fields.choice import SegmentsField, SwitchField
from widgets.look.look import Look
from widgets.look.parts import column, label, push, row
from widgets.look.scale import px
from widgets.tables.option_card import OptionCard
from widgets.tables.table_choice import COMMA, SEMICOLON, TableChoice, TableKind
from widgets.words import tr

WIDTH = 480
KINDS = {
    TableKind.XLSX: (phrase("Workbook (XLSX)"), phrase("With live formulas: change an hour, and the total follows.")),
    TableKind.CSV: (phrase("Text (CSV)"), phrase("For other programs; opens in every spreadsheet.")),
    TableKind.TSV: (phrase("Text with tabs (TSV)"), phrase("The same for programs that expect tabs.")),
}


class TableExportDialog(FittedDialog):
    """Asks how the table shall be. `decided` brings a TableChoice."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None, look: Look, choice: TableChoice) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export a table"))
        self.cards = {kind: OptionCard(tr(name), tr(sentence)) for kind, (name, sentence) in KINDS.items()}
        self.delimiter = SegmentsField([(SEMICOLON, tr("Semicolon")), (COMMA, tr("Comma"))])
        self.detail = SegmentsField(options(Detail))
        self.hours = SwitchField(look, tr("Hours, quantities and rates"))
        self.payments = SwitchField(look, tr("The plan of payments"))
        self.opens = SwitchField(look, tr("Open it when it is done"))
        self.hint = label("", "small", wrap=True)
        self.agree = push(tr("Export…"), self._decide, "primary")
        self._detail, self._delimiter = choice.detail, choice.delimiter
        self._build()
        self._show(choice)

    def choice(self) -> TableChoice:
        """Return what was chosen."""
        kind = next(kind for kind, card in self.cards.items() if card.button.isChecked())
        return TableChoice(
            kind, self._detail, self.hours.isChecked(), self.payments.isChecked(), self._delimiter, self.opens.isChecked()
        )

    def _build(self) -> None:
        box = column(self, (28, 24, 28, 20), gap=8)
        box.addWidget(label(tr("The estimate as a table"), "title"))
        box.addSpacing(4)
        group = QButtonGroup(self)
        for card in self.cards.values():
            group.addButton(card.button)
            card.chosen.connect(self._refresh)
            box.addWidget(card)
        self._delimiter_row = QWidget()
        across = row(self._delimiter_row, (4, 4, 0, 0), gap=12)
        across.addWidget(label(tr("Between cells"), "field"))
        across.addWidget(self.delimiter)
        across.addStretch(1)
        box.addWidget(self._delimiter_row)
        box.addSpacing(8)
        box.addWidget(label(tr("What is shown"), "field"))
        box.addWidget(self.detail)
        for switch in (self.hours, self.payments):
            box.addWidget(switch)
        box.addWidget(self.hint)
        box.addSpacing(4)
        box.addWidget(self.opens)
        box.addSpacing(12)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(push(tr("Cancel"), self.reject))
        buttons.addWidget(self.agree)
        box.addLayout(buttons)
        self.agree.setDefault(True)
        self.detail.setAccessibleName(tr("What is shown"))
        self.delimiter.setAccessibleName(tr("Between cells"))
        self.detail.edited.connect(self._set_detail)
        self.delimiter.edited.connect(self._set_delimiter)
        self.hours.edited.connect(self._refresh)
        self.setFixedWidth(px(WIDTH))

    def _show(self, choice: TableChoice) -> None:
        self.delimiter.show_value(choice.delimiter)
        self.detail.show_value(choice.detail)
        self.hours.show_value(choice.show_hours)
        self.payments.show_value(choice.payments)
        self.opens.show_value(choice.opens)
        self.cards[choice.kind].button.setChecked(True)
        self.cards[choice.kind].button.setFocus()
        self._refresh()

    def _set_detail(self, detail: object) -> None:
        self._detail = Detail(str(detail))
        self._refresh()

    def _set_delimiter(self, sign: object) -> None:
        self._delimiter = str(sign)

    def _refresh(self) -> None:
        """Ask only what matters, and say what comes of it."""
        choice = self.choice()
        self._delimiter_row.setVisible(choice.kind is TableKind.CSV)
        self.hours.setEnabled(choice.detail is not Detail.TOTALS)
        whole = choice.detail is Detail.DETAILED and choice.show_hours
        self.hint.setText(
            tr("Changes made in it can be taken back into the proposal. Nothing internal is in it.")
            if whole
            else tr("What is hidden is not in the file at all. Changes made in it cannot be taken back.")
        )
        self.fit()

    def _decide(self) -> None:
        self.decided.emit(self.choice())
        self.accept()
