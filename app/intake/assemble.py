"""Sorted rows become the sections of an estimate, with its terms, and are compared with the file's own sums."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.intake import rowwords
from app.intake.closing import DiscountSeen, VatSeen
from app.intake.columnset import ColumnMap
from app.intake.drafts import Declared, running_sums
from app.intake.ending import AddedSeen, Ending
from app.intake.entries import EntryReader
from app.intake.figures import FigureReader
from app.intake.headingwords import Field
from app.intake.levels import section_levels
from app.intake.patience import Check, asking, go_on
from app.intake.payments import read_payments
from app.intake.priced import HOURS_A_DAY
from app.intake.reduced import net
from app.intake.rowkinds import KnownRow, RowKind
from app.intake.sectiontree import SectionTree
from app.intake.sumrow import SumRow, read_sum_row
from app.model.estimate import Discount, Estimate
from app.problems import Severity, problem

_LONGEST_PART = 30


class Assembler:
    """Builds the estimate of one sheet, row by row; problems go to the reader's list."""

    def __init__(
        self, columns: ColumnMap, reader: FigureReader, entries: EntryReader, currency: str, headings: Mapping[int, str]
    ) -> None:
        self._columns = columns
        self._headings = headings
        self._reader = reader
        self._entries = entries
        self._currency = currency
        self._tree = SectionTree(reader, currency)
        self._ending = Ending(reader, currency)
        self._count = 0

    def remark(self, text: str, row: int, column: int) -> None:
        """Take in a text outside the table; only what it says of VAT matters."""
        if mode := rowwords.vat_mode(text):
            percent = rowwords.percent_in(text)
            self._ending.vat.append(
                VatSeen(text, self._reader.where(row, column), mode, Decimal(percent) if percent else None, None)
            )

    def estimate(self, rows: Sequence[KnownRow], check: Check = go_on) -> Estimate:
        """Return the estimate that the rows make."""
        last_item = max((index for index, row in enumerate(rows) if row.kind is RowKind.ITEM), default=-1)
        self._tree.levels = section_levels(rows)
        for index, row in enumerate(asking(rows, check)):
            self._take(row, items_follow=index < last_item)
        self._take_vat_columns([row for row in rows if row.kind is RowKind.ITEM])
        return self._close()

    def _take_vat_columns(self, items: Sequence[KnownRow]) -> None:
        """What the columns tell of VAT: its own column, sums with it beside sums without it, or a heading alone."""
        tax = self._columns.column(Field.VAT)
        gross = self._columns.gross
        amount = None
        if tax:
            amount = self._column_sum(items, tax)
        elif gross:
            amount = self._column_sum(items, gross) - self._column_sum(items, self._columns.column(Field.SUM))
        mode = "included" if self._columns.vat == "with" else "added" if gross else ""
        if self._columns.vat_rates:
            tax, amount = 0, None
            mode = mode or ("added" if self._columns.vat == "without" else "")
        if not tax and not mode:
            return
        text = next((text for text in (self._headings.get(column, "") for column in (tax, gross)) if text), "")
        percent = rowwords.percent_in(text)
        where = self._reader.where(0, 0)
        self._ending.vat.append(
            VatSeen(text, where, mode or rowwords.vat_mode(text), Decimal(percent) if percent else None, amount or None)
        )

    def _column_sum(self, items: Sequence[KnownRow], column: int) -> Decimal:
        values = (self._reader.peek(known.row.cell(column)).value for known in items)
        return sum((value for value in values if value is not None), Decimal(0)) * self._columns.scale.get(column, Decimal(1))

    def _take(self, known: KnownRow, items_follow: bool) -> None:
        match known.kind:
            case RowKind.ITEM:
                self._take_item(known, items_follow)
            case RowKind.SECTION:
                self._take_section(known)
            case RowKind.DETAIL:
                self._tree.section().describe(known.text)
            case RowKind.TOTAL:
                self._take_total(known, self._read(known), items_follow)
            case RowKind.DISCOUNT:
                self._take_discount(known, items_follow)
            case RowKind.SURCHARGE | RowKind.CONTINGENCY:
                told = self._read(known)
                reserve = known.kind is RowKind.CONTINGENCY
                self._ending.added.append(
                    AddedSeen(known.text, known.row.number, told.amount_column, told.percent, told.amount, reserve)
                )
            case RowKind.PAYMENT:
                self._ending.payments += read_payments(known, self._reader)
            case RowKind.VAT:
                told = self._read(known)
                self._ending.vat.append(
                    VatSeen(known.text, self._where(known), rowwords.vat_mode(known.text), told.percent, told.amount)
                )
            case RowKind.NOTE:
                self.remark(known.text, known.row.number, known.column)
                facts = {"text": known.text[:120]}
                self._reader.problems.append(problem("estimate-note-left-out", self._where(known), Severity.INFO, **facts))

    def _take_item(self, known: KnownRow, items_follow: bool) -> None:
        if not known.text:
            told = self._read(known, loose=False)
            if self._is_sum(told):
                self._take_total(known, told, items_follow)
                return
        self._tree.go_to(known, self._columns)
        for entry in self._entries.read(known, self._next_id):
            self._tree.section().add(entry)

    def _next_id(self) -> str:
        self._count += 1
        return f"i{self._count}"

    def _take_section(self, known: KnownRow) -> None:
        draft = self._tree.begin(known)
        described = known.row.cell(self._columns.column(Field.DESCRIPTION))
        if described and described.text and described.column != known.column:
            draft.describe(described.text)
        told = self._read(known, loose=False)
        if told.hours is not None or told.amount is not None:
            draft.heads.append(told)

    def _take_discount(self, known: KnownRow, items_follow: bool) -> None:
        """A discount between sections is one of the section above it, unless its amount shows that it is of all above."""
        told = self._read(known)
        amount = abs(told.amount) if told.amount is not None else None
        sums = self._tree.sums()
        seen = DiscountSeen(known.text, self._where(known), told.percent, amount, sums[-1].amount)
        current = self._tree.current
        of_section = items_follow and current is not None and not (current.discount.percent or current.discount.amount)
        if of_section and current and current.title and self._is_of(current.sums.amount, sums[-1].amount, told.percent, amount):
            reason = rowwords.discount_reason(known.text)[:200]
            current.reduce(
                Discount(
                    percent=told.percent or Decimal(0),
                    amount=(amount or Decimal(0)) if not told.percent else Decimal(0),
                    reason=reason,
                )
            )
        else:
            self._ending.discounts.append(seen)

    def _is_of(self, part: Decimal, whole: Decimal, percent: Decimal | None, amount: Decimal | None) -> bool:
        """Tell whether a discount is of a part and not of the whole above it, which its amount may show."""
        if percent is None:
            return amount is not None and amount <= part
        if percent > 100:
            return False
        of_part, of_whole = (base - net(base, Discount(percent=percent), self._currency) for base in (part, whole))
        return amount is None or amount == of_part or amount != of_whole

    def _take_total(self, known: KnownRow, told: SumRow, items_follow: bool) -> None:
        said = rowwords.total_vat(known.text)
        if said in {"with", "included"}:
            mode = "total" if said == "with" else said
            self._ending.vat.append(VatSeen(known.text, self._where(known), mode, told.percent, None))
        if not self._tree.drafts or (told.hours is None and told.amount is None):
            return
        self._ending.declared.append(Declared(told, self._tree.sums(), self._is_final(known.text, items_follow)))
        self._tree.section().closed = True

    def _is_final(self, text: str, items_follow: bool) -> bool:
        """A plain total after the last items is that of their section where the sections before have totals of their own."""
        if items_follow or rowwords.is_subtotal(text):
            return False
        sections_close = any(draft.closed for draft in self._tree.drafts if draft is not self._tree.current)
        return rowwords.is_grand(text) or self._tree.section().closed or not sections_close

    def _is_sum(self, told: SumRow) -> bool:
        """Tell whether a row without any words repeats a sum of what is above it."""
        if not self._tree.drafts or (told.amount is None and told.hours is None):
            return False
        sums = self._tree.sums()
        return any(told.amount in {None, one.amount} and told.hours in {None, one.hours} for one in sums)

    def _read(self, known: KnownRow, loose: bool = True) -> SumRow:
        return read_sum_row(known, self._columns, self._reader, loose)

    def _where(self, known: KnownRow) -> str:
        return self._reader.where(known.row.number, known.column)

    def _close(self) -> Estimate:
        """Discount and VAT need the sum of everything; so do the comparisons with the totals of the file."""
        for index, draft in enumerate(self._tree.drafts):
            sums = running_sums(self._tree.drafts[index : index + _LONGEST_PART]) if draft.heads else ()
            self._ending.declared += [Declared(head, sums) for head in draft.heads]
        drafts, sections, packages = self._tree.finished()
        estimate = Estimate(sections=sections, packages=packages, hours_a_day=HOURS_A_DAY)
        return self._ending.close(estimate, drafts)
