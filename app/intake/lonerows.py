"""What a text alone in its row is: the title of a section, an item without a price, a line about the item above, a remark."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.intake import rowwords
from app.intake.rowkinds import MERGED, KnownRow, RowKind, next_kind


def settle_lone(known: Sequence[KnownRow], section_column: int, bold_tells: bool) -> list[KnownRow]:
    """Give every LONE row its kind.

    `section_column` holds the titles of sections, 0 where no column does; `bold_tells` whether bold type sets titles apart
    from items in this sheet.
    """
    lone = [index for index, row in enumerate(known) if row.kind is RowKind.LONE]
    strong = {index for index in lone if _is_strong(index, known, bold_tells)}
    settler = _Settler(
        known=list(known),
        section_column=section_column,
        strong=strong,
        strong_used=any(next_kind(known, index) in {RowKind.ITEM, RowKind.LONE} for index in strong),
        has_sections=any(row.kind is RowKind.ITEM and row.row.cell(section_column) for row in known),
        last_item=max((index for index, row in enumerate(known) if row.kind is RowKind.ITEM), default=-1),
    )
    for index in lone:
        settler.known[index] = settler.settle(index)
    return settler.known


def _is_strong(index: int, known: Sequence[KnownRow], bold_tells: bool) -> bool:
    """Tell whether a lone text looks like a title: merged, bold, numbered as the parent of what follows, or by its words."""
    row = known[index]
    cell = row.row.cell(row.column)
    merged = cell is not None and cell.width >= MERGED
    below = known[index + 1].number if index + 1 < len(known) else ()
    parent = bool(row.number) and len(below) > len(row.number) and below[: len(row.number)] == row.number
    return parent or merged or (row.bold and bold_tells) or rowwords.is_section_word(row.text)


@dataclass(slots=True)
class _Settler:
    """Settles the lone rows from top to bottom; `strong` are those that look like titles."""

    known: list[KnownRow]
    section_column: int
    strong: set[int]
    strong_used: bool
    has_sections: bool
    last_item: int
    inner_used: bool = False

    def settle(self, index: int) -> KnownRow:
        """Return a lone row with its kind."""
        row, before = self.known[index], self._before(index)
        line = rowwords.bullet(row.text)
        remark = rowwords.is_note(line) or rowwords.vat_mode(line)
        if row.column == self.section_column:
            return replace(row, kind=RowKind.SECTION)
        if line and not remark and before in {RowKind.ITEM, RowKind.DETAIL}:
            return replace(row, kind=RowKind.DETAIL, text=line)
        if _in_sequence(index, self.known):
            return replace(row, kind=RowKind.ITEM)
        if index in self.strong:
            return replace(row, kind=RowKind.SECTION if index < self.last_item else RowKind.NOTE)
        if rowwords.is_note(row.text):
            return replace(row, kind=RowKind.DETAIL if before is RowKind.SECTION else RowKind.NOTE)
        return replace(row, kind=self._kind_of_plain(index))

    def _kind_of_plain(self, index: int) -> RowKind:
        """A plain text is a title where sheets have no other titles, and unpriced work where they have."""
        row, before = self.known[index], self._before(index)
        items_follow = index < self.last_item
        if not items_follow or next_kind(self.known, index) in {RowKind.TOTAL, RowKind.VAT, RowKind.DISCOUNT}:
            follows_item = before is RowKind.ITEM and self.known[index - 1].row.number == row.row.number - 1
            is_work = follows_item and (self.strong_used or self.has_sections or items_follow)
            return RowKind.ITEM if is_work else RowKind.NOTE
        if self._is_inner(index):
            self.inner_used = True
            return RowKind.SECTION
        in_section = self.strong_used and before in {RowKind.SECTION, RowKind.ITEM, RowKind.DETAIL}
        return RowKind.ITEM if self.has_sections or in_section else RowKind.SECTION

    def _is_inner(self, index: int) -> bool:
        """A plain title right below one that only its words tell (`Этап 1`) is within it, and later ones before items too."""
        if next_kind(self.known, index) is not RowKind.ITEM:
            return False
        above = self.known[index - 1] if index else None
        below_words = above is not None and index - 1 in self.strong and above.kind is RowKind.SECTION and not above.bold
        return self.inner_used or (below_words and above is not None and rowwords.is_section_word(above.text))

    def _before(self, index: int) -> RowKind:
        return self.known[index - 1].kind if index else RowKind.SKIPPED


def _in_sequence(index: int, known: Sequence[KnownRow]) -> bool:
    """A lone text numbered 3 between the items 2 and 4 is an item that nobody priced."""
    number = known[index].number
    if not number or not 0 < index < len(known) - 1:
        return False
    before, after = known[index - 1], known[index + 1]
    follows = before.kind is RowKind.ITEM and before.number == (*number[:-1], number[-1] - 1)
    return follows and after.kind is RowKind.ITEM and after.number == (*number[:-1], number[-1] + 1)
