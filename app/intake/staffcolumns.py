"""What the columns of a table of people hold, by their headings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.intake.cells import Row


class StaffField(StrEnum):
    """What a column tells of a person."""

    NAME = "name"
    FIRST = "first"
    LAST = "last"
    ROLE = "role"
    ABOUT = "about"
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGES = "languages"
    COST = "cost"
    RATE = "rate"
    CURRENCY = "currency"
    PHOTO = "photo"
    LEFT = "left"
    NOTE = "note"


_WORDS = (
    (StaffField.EMAIL, r"e-?mail|почт|мейл|эл\w*\.? адрес"),
    (StaffField.PHONE, r"телефон|phone|моб\w*\b|mobile|\bтел\b|whatsapp"),
    (StaffField.PHOTO, r"фото|photo|портрет|portrait|аватар|avatar|picture|файл|\bfile\b|изображени"),
    (StaffField.LANGUAGES, r"язык|language"),
    (StaffField.CURRENCY, r"валют|currency"),
    (StaffField.COST, r"себестоим|\bcost\b|cost rate|внутренн\w* ставк|internal rate|затрат|зарплат"),
    (
        StaffField.RATE,
        r"ставк|\brate\b|hourly|за час|в час|/ ?ч(ас)?\b|почасов|per hour|/ ?(hr?\b|hour)|(цена|стоимость|стоит) час",
    ),
    (StaffField.LEFT, r"уволен|уш[её]л|left|последн\w* день|last day|дата ухода"),
    (StaffField.ROLE, r"роль|должност|\brole\b|position|job|title|специальност|профессия|кем работает"),
    (StaffField.NOTE, r"заметк|примечан|коммент|\bnotes?\b|comment|внутренн"),
    (StaffField.ABOUT, r"о себе|о человек|описани|\bbio\b|about|биограф|опыт|description|experience|о сотрудник"),
    (StaffField.LAST, r"фамили(?!.*имя)|last ?name|surname"),
    (StaffField.FIRST, r"^имя$|first ?name|given name"),
    (StaffField.NAME, r"фио|ф\. ?и\. ?о|\bимя\b|\bname\b|сотрудник|человек|person|employee|кто"),
)
_KNOWN = tuple((field, re.compile(pattern)) for field, pattern in _WORDS)
_LEAST = 2
_ROWS_SEARCHED = 30


@dataclass(frozen=True, slots=True)
class StaffHeadings:
    """Where the headings stand, which column holds what, and those that nobody understands, by their headings."""

    row: int
    columns: Mapping[StaffField, int] = field(default_factory=dict)
    texts: Mapping[int, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    @property
    def has_names(self) -> bool:
        """Tell whether people can be told apart at all."""
        return bool({StaffField.NAME, StaffField.FIRST, StaffField.LAST} & set(self.columns))


def meaning_of(heading: str) -> StaffField | None:
    """Return what a heading says its column holds, None where that is not plain."""
    lowered = " ".join(heading.lower().replace("ё", "е").replace("_", " ").split())
    return next((field for field, pattern in _KNOWN if pattern.search(lowered)), None)


def find_headings(rows: tuple[Row, ...]) -> StaffHeadings | None:
    """Return the best row of headings, None where no row has a name and something else."""
    found = [_headings(row) for row in rows[:_ROWS_SEARCHED]]
    best = max(found, key=lambda one: (len(one.columns), -one.row), default=None)
    return best if best is not None and best.has_names and len(best.columns) >= _LEAST else None


def _headings(row: Row) -> StaffHeadings:
    columns: dict[StaffField, int] = {}
    texts: dict[int, str] = {}
    unknown: list[str] = []
    for cell in row.cells:
        if not isinstance(cell.value, str) or not cell.text:
            continue
        meaning = meaning_of(cell.text)
        if meaning is None or meaning in columns:
            unknown.append(cell.text)
        else:
            columns[meaning] = cell.column
            texts[cell.column] = cell.text
    if StaffField.FIRST in columns and StaffField.LAST not in columns and StaffField.NAME not in columns:
        columns[StaffField.NAME] = columns.pop(StaffField.FIRST)
    return StaffHeadings(row.number, columns, texts, tuple(unknown))
