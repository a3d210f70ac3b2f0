"""Words for units of time, as people write them beside numbers, in headings and in unit columns."""

import re
from enum import StrEnum


class TimeUnit(StrEnum):
    """A unit that work is measured in."""

    NONE = ""
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


_PERSON = r"(?:(?:чел(?:овеко)?|person|man)[.\s/-]*)?"
_MINUTES = r"мин(?:ут[аы]?)?|minutes?|mins?"
_HOURS = r"ч(?:ас(?:а|ов|ы)?)?|ч/ч|hours?|hrs?|h"
_DAYS = r"(?:раб(?:оч\w*)?[.\s]*)?(?:дн(?:ей|и|я|ь)?|день|дня|д)|(?:working\s+)?days?|d"
_UNITS = (
    (TimeUnit.MINUTES, re.compile(rf"{_PERSON}(?:{_MINUTES})\.?")),
    (TimeUnit.HOURS, re.compile(rf"{_PERSON}(?:{_HOURS})\.?(?:/\s*(?:чел|ч)\.?)?")),
    (TimeUnit.DAYS, re.compile(rf"{_PERSON}(?:{_DAYS})\.?")),
)


def time_unit(text: str) -> TimeUnit:
    """Tell which unit of time a text is the name of: `ч.`, `чел.-час`, `days`, `дн.`; NONE for anything else."""
    word = text.strip().lower().replace("‑", "-")
    return next((unit for unit, pattern in _UNITS if pattern.fullmatch(word)), TimeUnit.NONE)
