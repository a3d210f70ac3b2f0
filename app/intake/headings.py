"""Where the headings of a sheet are, in one row or joined from two, and which column holds what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.intake.cells import Cell, Row
from app.intake.columns import EXACT, STARTS, Heading, recognise
from app.intake.currency import currency_in
from app.intake.headingwords import FIGURES, Field
from app.intake.numbers import read_number
from app.intake.rolecolumns import with_roles
from app.intake.units import time_unit

ROWS_SEARCHED = 300
_LONGEST_UNIT = 14
_TEXTS = {Field.TITLE, Field.SECTION, Field.DESCRIPTION}


@dataclass(frozen=True, slots=True)
class HeadingRows:
    """The headings of a sheet: text and meaning by column, the numbers of their first and last row, how good they are.

    `own` are the texts of columns alone where those of groups stand above.
    """

    first: int
    last: int
    texts: dict[int, str] = field(default_factory=dict)
    known: dict[int, Heading] = field(default_factory=dict)
    score: float = 0
    own: dict[int, str] = field(default_factory=dict)


def find_headings(rows: Sequence[Row]) -> HeadingRows | None:
    """Return the best heading row, or pair of rows, of a sheet; None where no row looks like one."""
    found = [headings for headings in _candidates(rows[:ROWS_SEARCHED]) if _is_enough(headings)]
    return max(found, key=lambda headings: (headings.score, -headings.first), default=None)


def _candidates(rows: Sequence[Row]) -> Iterator[HeadingRows]:
    for index, row in enumerate(rows):
        if len(row.cells) < 2 or not _is_wordy(row):
            continue
        single = single_headings(row)
        below = rows[index + 1] if index + 1 < len(rows) else None
        if below and below.number == row.number + 1 and _is_wordy(below):
            joined = joined_headings(row, below)
            if _are_units(below) and _fields(joined) >= _fields(single):
                single = joined
            elif (_fields(joined), _roles(joined)) > (_fields(single), _roles(single)):
                yield joined
        yield single


def _is_wordy(row: Row) -> bool:
    """Headings are texts: no row with a number in it, except a year or so among many words, is one."""
    words = sum(isinstance(cell.value, str) and read_number(cell.text).value is None for cell in row.cells)
    return words > 0 and words >= len(row.cells) * 0.8


def _are_units(row: Row) -> bool:
    """Tell whether a row under the headings only tells their units: `ч`, `руб./ч`, `₽`."""
    texts = [cell.text for cell in row.cells]
    return all(len(text) <= _LONGEST_UNIT and (time_unit(text) or currency_in(text)) for text in texts)


def _is_enough(headings: HeadingRows) -> bool:
    fields = {heading.field for heading in headings.known.values()}
    figures = fields.intersection(FIGURES)
    return bool(figures) and (bool(fields & _TEXTS) or len(fields) >= 3)


def single_headings(row: Row) -> HeadingRows:
    """Take a row for the headings."""
    texts = {cell.column: cell.text for cell in row.cells if cell.text}
    known = {column: heading for column, text in texts.items() if (heading := recognise(text))}
    return _rated(HeadingRows(row.number, row.number, texts, with_roles(texts, known)))


def joined_headings(upper: Row, lower: Row) -> HeadingRows:
    """Take two rows for the headings: those of groups above those of columns."""
    texts, known, own = {}, {}, {}
    for column in sorted({cell.column for cell in upper.cells} | {cell.column for cell in lower.cells}):
        above, below = _covering(upper, lower, column), lower.cell(column)
        words = [above.text if above else "", below.text if below else ""]
        texts[column] = " ".join(filter(None, words))
        own[column] = words[1] or words[0]
        if heading := _recognise_pair(*words):
            known[column] = heading
    return _rated(HeadingRows(upper.number, lower.number, texts, with_roles(own, known), own=own))


def _covering(upper: Row, lower: Row, column: int) -> Cell | None:
    """Return the upper heading over a column: its own, or that of a group to its left (merged, or blank as CSV has it)."""
    left = [cell for cell in upper.cells if cell.column <= column]
    if not left:
        return None
    group = left[-1]
    if group.column == column or group.column + group.width > column:
        return group
    is_group = group.width == 1 and lower.cell(column) is not None and lower.cell(group.column) is not None
    return group if is_group else None


def _recognise_pair(above: str, below: str) -> Heading | None:
    if not above or not below:
        return recognise(above or below)
    both, low, high = recognise(f"{above} {below}"), recognise(below), recognise(above)
    if both and both.score >= EXACT:
        return both
    chosen = low if low and low.score >= STARTS else both or low or high
    if chosen is None:
        return None
    about = both or chosen
    currency = about.currency or (high.currency if high else "")
    scale = max(part.scale for part in (about, low, high) if part)
    return replace(about, field=chosen.field, score=chosen.score, currency=currency, scale=scale)


def _fields(headings: HeadingRows) -> int:
    return len({heading.field for heading in headings.known.values()})


def _roles(headings: HeadingRows) -> int:
    return sum(heading.field is Field.ROLE_HOURS for heading in headings.known.values())


def _rated(headings: HeadingRows) -> HeadingRows:
    best: dict[Field, float] = {}
    for heading in headings.known.values():
        best[heading.field] = max(best.get(heading.field, 0), heading.score)
    bonus = sum(20 for known in best if known in FIGURES) + 30 * _roles(headings)
    strangers = len(headings.texts) - len(headings.known)
    return replace(headings, score=sum(best.values()) + bonus - 10 * strangers)
