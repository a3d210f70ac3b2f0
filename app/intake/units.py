"""Words for units of time, as people write them beside numbers, in headings and in unit columns."""

import re
from enum import StrEnum


class TimeUnit(StrEnum):
    """A unit that work is measured in."""

    NONE = ""
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


_PERSON = r"(?:(?:чел(?:овеко)?|person|man)[.\s/-]*)?"
_MINUTES = r"мин(?:ут[аы]?)?|minutes?|mins?"
_HOURS = r"ч(?:ас(?:а|ов|ы)?)?|ч/ч|hours?|hrs?|h"
_DAYS = r"(?:раб(?:оч\w*)?[.\s]*)?(?:дн(?:ей|и|я|ь)?|день|дня|д)|(?:working\s+)?days?|d"
_EACH = r"(?:(?:в|за|каждый|per|a|an|each)\s+)?"
_MONTHS = r"мес(?:яц(?:а|ев|ы)?)?|ежемесячно|помесячно|months?|mos?|mths?|monthly"
_YEARS = r"год(?:а|у)?|лет|ежегодно|years?|yrs?|annum|yearly|annually"
_UNITS = (
    (TimeUnit.MINUTES, re.compile(rf"{_PERSON}(?:{_MINUTES})\.?")),
    (TimeUnit.HOURS, re.compile(rf"{_PERSON}(?:{_HOURS})\.?(?:/\s*(?:чел|ч)\.?)?")),
    (TimeUnit.DAYS, re.compile(rf"{_PERSON}(?:{_DAYS})\.?")),
    (TimeUnit.MONTHS, re.compile(rf"{_EACH}{_PERSON}(?:{_MONTHS})\.?")),
    (TimeUnit.YEARS, re.compile(rf"{_EACH}(?:{_YEARS})\.?")),
)
_PERSON_MONTH = re.compile(
    rf"(?:чел(?:овеко)?|person|man)[.\s/-]*(?:{_MONTHS})\.?|(?:{_MONTHS})\.?[\s/]*(?:чел|person)\.?|p\.?m\.?|fte"
)


def time_unit(text: str) -> TimeUnit:
    """Tell which unit of time a text is the name of: `ч.`, `чел.-час`, `days`, `дн.`; NONE for anything else."""
    word = _word(text)
    return next((unit for unit, pattern in _UNITS if pattern.fullmatch(word)), TimeUnit.NONE)


def is_person_month(text: str) -> bool:
    """Tell whether a text is the name of the work of one person for a month: `чел.-мес`, `person-month`."""
    return _PERSON_MONTH.fullmatch(_word(text)) is not None


def _word(text: str) -> str:
    return " ".join(text.strip().lower().replace("‑", "-").split())
