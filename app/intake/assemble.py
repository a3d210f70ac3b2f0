"""Sorted rows become the sections of an estimate, with discount and VAT, and are compared with the file's own sums."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain

from app.intake import rowwords
from app.intake.closing import DiscountSeen, VatSeen, check_declared, discount_of, vat_of
from app.intake.columnmap import ColumnMap
from app.intake.drafts import Declared, SectionDraft, Sums, running_sums
from app.intake.entries import EntryReader
from app.intake.figures import FigureReader
from app.intake.headingwords import Field
from app.intake.pricing import HOURS_A_DAY
from app.intake.rowkinds import KnownRow, RowKind
from app.intake.sumrow import SumRow, read_sum_row
from app.model.estimate import Estimate
from app.model.money import round_money
from app.problems import Severity, problem

_LONGEST_PART = 30
_OPTIONAL_SECTION = ("опци", "optional", "по желанию", "options")


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
        self._drafts: list[SectionDraft] = []
        self._current: SectionDraft | None = None
        self._declared: list[Declared] = []
        self._discounts: list[DiscountSeen] = []
        self._vat: list[VatSeen] = []
        self._by_title: dict[str, SectionDraft] = {}
        self._outer: dict[tuple[int, ...], str] = {}
        self._count = 0

    def remark(self, text: str, row: int, column: int) -> None:
        """Take in a text outside the table; only what it says of VAT matters."""
        if mode := rowwords.vat_mode(text):
            percent = rowwords.percent_in(text)
            self._vat.append(VatSeen(text, self._reader.where(row, column), mode, Decimal(percent) if percent else None, None))

    def estimate(self, rows: Sequence[KnownRow]) -> Estimate:
        """Return the estimate that the rows make."""
        last_item = max((index for index, row in enumerate(rows) if row.kind is RowKind.ITEM), default=-1)
        for index, row in enumerate(rows):
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
        if not tax and not mode:
            return
        text = next((text for text in (self._headings.get(column, "") for column in (tax, gross)) if text), "")
        percent = rowwords.percent_in(text)
        where = self._reader.where(0, 0)
        self._vat.append(
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
                self._section().describe(known.text)
            case RowKind.TOTAL:
                self._take_total(known, self._read(known), items_follow)
            case RowKind.DISCOUNT:
                told = self._read(known)
                amount = abs(told.amount) if told.amount is not None else None
                self._discounts.append(
                    DiscountSeen(known.text, self._where(known), told.percent, amount, self._sums()[-1].amount)
                )
            case RowKind.VAT:
                told = self._read(known)
                self._vat.append(
                    VatSeen(known.text, self._where(known), rowwords.vat_mode(known.text), told.percent, told.amount)
                )
            case RowKind.NOTE:
                self.remark(known.text, known.row.number, known.column)
                facts = {"text": known.text[:120]}
                self._reader.problems.append(problem("estimate-note-left-out", self._where(known), Severity.INFO, **facts))

    def _section(self) -> SectionDraft:
        """Return the section that is being filled, one without a title where none has begun."""
        if self._current is None:
            self._current = SectionDraft()
            self._drafts.append(self._current)
        return self._current

    def _take_item(self, known: KnownRow, items_follow: bool) -> None:
        if not known.text:
            told = self._read(known, loose=False)
            if self._is_sum(told):
                self._take_total(known, told, items_follow)
                return
        cell = known.row.cell(self._columns.column(Field.SECTION))
        if cell and cell.text and cell.column != known.column:
            self._return_to(rowwords.without_numbering(cell.text))
        self._count += 1
        self._section().add(self._entries.read(known, f"i{self._count}"))

    def _return_to(self, title: str) -> None:
        """Go on with the section of that title, or begin it."""
        if title not in self._by_title:
            self._by_title[title] = SectionDraft(title, optional=_is_optional(title))
            self._drafts.append(self._by_title[title])
        self._current = self._by_title[title]

    def _take_section(self, known: KnownRow) -> None:
        """Begin a section. A section that ends before it has an item is the larger part that this one belongs to."""
        title = rowwords.without_numbering(known.text).rstrip(" :")
        draft = SectionDraft(title, _is_optional(title), known.number)
        outer = self._current
        if outer and outer.title and not outer.entries and self._drafts[-1] is outer:
            self._drafts.pop()
            draft.title, draft.heads, draft.description = f"{outer.title} — {title}", outer.heads, outer.description
            draft.optional = draft.optional or outer.optional
            self._outer[outer.number] = outer.title
        else:
            parts = [above for number, above in self._outer.items() if number and draft.number[: len(number)] == number]
            draft.title = " — ".join([*parts[-1:], title])
        described = known.row.cell(self._columns.column(Field.DESCRIPTION))
        if described and described.text and described.column != known.column:
            draft.describe(described.text)
        if draft.optional:
            self._reader.problems.append(problem("estimate-section-optional", self._where(known), Severity.INFO, title=title))
        told = self._read(known, loose=False)
        if told.hours is not None or told.amount is not None:
            draft.heads.append(told)
        self._drafts.append(draft)
        self._current = draft

    def _take_total(self, known: KnownRow, told: SumRow, items_follow: bool) -> None:
        said = rowwords.total_vat(known.text)
        if said in {"with", "included"}:
            mode = "total" if said == "with" else said
            self._vat.append(VatSeen(known.text, self._where(known), mode, told.percent, None))
        if not self._drafts or (told.hours is None and told.amount is None):
            return
        self._declared.append(Declared(told, self._sums(), self._is_final(known.text, items_follow)))
        self._section().closed = True

    def _is_final(self, text: str, items_follow: bool) -> bool:
        """A plain total after the last items is that of their section where the sections before have totals of their own."""
        if items_follow or rowwords.is_subtotal(text):
            return False
        sections_close = any(draft.closed for draft in self._drafts if draft is not self._current)
        return rowwords.is_grand(text) or self._section().closed or not sections_close

    def _is_sum(self, told: SumRow) -> bool:
        """Tell whether a row without any words repeats a sum of what is above it."""
        if not self._drafts or (told.amount is None and told.hours is None):
            return False
        sums = self._sums()
        return any(told.amount in {None, one.amount} and told.hours in {None, one.hours} for one in sums)

    def _sums(self) -> tuple[Sums, ...]:
        """Return the sums of the current section, with the one before it, and so on to all."""
        if self._current is None:
            return (Sums(),)
        others = (draft for draft in reversed(self._drafts) if draft is not self._current)
        return running_sums(chain((self._current,), others))

    def _read(self, known: KnownRow, loose: bool = True) -> SumRow:
        return read_sum_row(known, self._columns, self._reader, loose)

    def _where(self, known: KnownRow) -> str:
        return self._reader.where(known.row.number, known.column)

    def _close(self) -> Estimate:
        """Discount and VAT need the sum of everything; so do the comparisons with the totals of the file."""
        drafts = [draft for draft in self._drafts if draft.entries]
        for index, draft in enumerate(self._drafts):
            sums = running_sums(self._drafts[index : index + _LONGEST_PART]) if draft.heads else ()
            self._declared += [Declared(head, sums) for head in draft.heads]
        subtotal = running_sums(drafts)[-1].amount if drafts else Decimal(0)
        discount, troubles = discount_of(self._discounts, subtotal, self._currency)
        off = discount.amount or round_money(subtotal * discount.percent / 100, self._currency)
        totals = [one.told.amount for one in self._declared if one.told.amount is not None]
        vat, more = vat_of(self._vat, subtotal - off, totals)
        self._reader.problems += [*troubles, *more]
        self._reader.problems += check_declared(self._declared, self._reader.where, off, vat, self._currency)
        sections = tuple(draft.section(f"s{number}") for number, draft in enumerate(drafts, start=1))
        return Estimate(sections=sections, discount=discount, vat=vat, hours_a_day=HOURS_A_DAY)


def _is_optional(title: str) -> bool:
    return rowwords.plain(title).startswith(_OPTIONAL_SECTION)
