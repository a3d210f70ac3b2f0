"""What columns hold in the light of those beside them: people and months, ends of a range, roles with their hours."""

import re
from collections.abc import Mapping, Sequence

from app.intake.cells import Row
from app.intake.columns import DURATION, NUMBERED_MONTH, Heading, recognise
from app.intake.columnset import ColumnMap
from app.intake.figures import FigureReader
from app.intake.headings import HeadingRows
from app.intake.headingwords import SPREAD, Field
from app.intake.rolecolumns import numeric, role_name, role_rate
from app.intake.rowwords import plain
from app.intake.units import TimeUnit

ByField = dict[Field, list[int]]
_MONTH = re.compile(
    r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[а-яa-z]*\.?"
    rf"(?:[ .'’-]*(?:20)?\d\d)?|{NUMBERED_MONTH.pattern}"
)
_BOUNDS = {"least": Field.LOWEST, "most": Field.HIGHEST}


def settle_people(by_field: ByField, known: Mapping[int, Heading], rows: Sequence[Row], reader: FigureReader) -> None:
    """Tell people from their number, and outstaffing from what is due every month.

    `Специалисты` with numbers below is how many they are. Beside months or a number of people a price per month is a rate,
    and a quantity of roles at a monthly rate are people. How long the calendar runs counts only beside these.
    """
    _numbers_of_people(by_field, rows, reader)
    monthly = [column for column in by_field.get(Field.RATE, []) if known[column].per is TimeUnit.MONTHS]
    monthly += by_field.get(Field.MONTHLY, [])
    months = by_field.get(Field.MONTHS, [])
    real = [column for column in months if column not in known or known[column].bound != DURATION]
    staff = by_field.get(Field.ROLE) or by_field.get(Field.WHO)
    if not real and not by_field.get(Field.PEOPLE) and not (staff and monthly):
        by_field.pop(Field.MONTHS, None)
        return
    if len(real) < len(months) and real:
        by_field[Field.MONTHS] = real
    if monthly and Field.QUANTITY in by_field and Field.PEOPLE not in by_field and (by_field.get(Field.MONTHS) or staff):
        by_field[Field.PEOPLE] = by_field.pop(Field.QUANTITY)
    if Field.MONTHLY in by_field and not by_field.get(Field.RATE) and not by_field.get(Field.PRICE):
        by_field[Field.RATE] = by_field.pop(Field.MONTHLY)


def _numbers_of_people(by_field: ByField, rows: Sequence[Row], reader: FigureReader) -> None:
    if Field.PEOPLE in by_field:
        return
    for field in (Field.WHO, Field.ROLE):
        counted = [
            column
            for column in by_field.get(field, [])
            if any(row.cell(column) for row in rows) and numeric(column, rows, reader)
        ]
        if counted:
            by_field[Field.PEOPLE] = counted
            by_field[field] = [column for column in by_field[field] if column not in counted]
            if not by_field[field]:
                del by_field[field]
            return


def settle_calendar(by_field: ByField, headings: HeadingRows, rows: Sequence[Row], reader: FigureReader) -> tuple[int, ...]:
    """Columns headed by months (`Янв | Фев`, `Month 1`) hold what is worked in each: people where the price is by the month,
    else hours. Return these columns.
    """
    if by_field.get(Field.HOURS) or by_field.get(Field.MONTHS) or by_field.get(Field.DAYS):
        return ()
    months = [column for column, text in headings.texts.items() if column not in headings.known and _MONTH.fullmatch(plain(text))]
    months = [column for column in months if numeric(column, rows, reader)]
    if len(months) < 2:
        return ()
    monthly = [column for column in by_field.get(Field.RATE, []) if headings.known[column].per is TimeUnit.MONTHS]
    monthly += by_field.get(Field.MONTHLY, [])
    if Field.MONTHLY in by_field and not by_field.get(Field.RATE):
        by_field[Field.RATE] = by_field.pop(Field.MONTHLY)
    by_field[Field.MONTHS if monthly else Field.HOURS] = months
    return tuple(months)


def settle_spread(by_field: ByField, known: Mapping[int, Heading]) -> None:
    """Both ends of a range are needed; hours `от` and `до` are such ends too. One end alone is the hours."""
    for column in list(by_field.get(Field.HOURS, [])):
        if bound := _BOUNDS.get(known[column].bound if column in known else ""):
            by_field[Field.HOURS].remove(column)
            by_field.setdefault(bound, []).append(column)
    if not (by_field.get(Field.LOWEST) and by_field.get(Field.HIGHEST)):
        for field in SPREAD:
            if field in by_field:
                by_field.setdefault(Field.HOURS, []).extend(by_field.pop(field))
    if not by_field.get(Field.HOURS):
        by_field.pop(Field.HOURS, None)


def column_map(columns: dict[Field, tuple[int, ...]], headings: HeadingRows | None, vat: str = "", gross: int = 0) -> ColumnMap:
    """Return the map of chosen columns with what their headings tell besides."""
    known = headings.known if headings else {}
    texts = headings.texts if headings else {}
    own = {**texts, **(headings.own if headings else {})}
    rate = next((column for field in (Field.RATE, Field.PRICE) for column in columns.get(field, ())), 0)
    roles = columns.get(Field.ROLE_HOURS, ())
    in_days = [column for column in roles if (said := recognise(texts.get(column, ""))) and said.field is Field.DAYS]
    per = known[rate].per if rate in known else TimeUnit.NONE
    if not per and rate in known and _MONTHLY_RATE.search(texts.get(rate, "").lower()):
        per = TimeUnit.MONTHS
    return ColumnMap(
        columns,
        {column: heading.scale for column, heading in known.items() if heading.scale != 1},
        per,
        vat,
        gross,
        {column: role_name(own.get(column, "")) for column in roles},
        {column: amount for column in roles if (amount := role_rate(own.get(column, ""))) is not None},
        TimeUnit.DAYS if in_days else TimeUnit.HOURS,
        frozenset(column for column, text in texts.items() if "%" in text or "процент" in text.lower()),
        "мес." if re.search("[а-яё]", " ".join(texts.values()), re.IGNORECASE) else "months",
    )


def time_heading(text: str) -> bool:
    """Tell whether a heading speaks of hours by itself."""
    said = recognise(text)
    return said is not None and said.field is Field.HOURS


_MONTHLY_RATE = re.compile(r"monthly|месячн")
