"""Deadlines as people write them: `до 15 декабря`, `in 6 weeks`, `к концу марта`, `12/15/2026`."""

import calendar
import datetime
import re

_RU = ["янв", "фев", "мар(?:т|(?![а-я]))", "апр", "ма[йяею](?![а-я])", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
_EN = [
    "jan", "feb", "mar(?:ch)?(?![a-z])", "apr", "may(?![a-z])", "jun", "jul", "aug", "sep(?:t|(?![a-z]))", "oct",
    "nov(?:em|(?![a-z]))", "dec(?:em|(?![a-z]))",
]  # fmt: skip
"""How the names of months begin; those that other words begin with as well, such as “marketing”, are named further."""
_OF_YEAR = r"(?:,?(?: of)?\s+(20\d\d))?"
_MONTH = "|".join(f"(?:{ru}|{en})" for ru, en in zip(_RU, _EN, strict=True))
_ISO = re.compile(r"\b(20\d\d)-(\d{1,2})-(\d{1,2})(?!\d)")
_DOTTED = re.compile(r"\b(\d{1,2})[./](\d{1,2})(?:[./](20\d\d|\d\d))?\b")
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:-?(?:го|е)|st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})[а-яa-z]*\.?,?(?:\s+(20\d\d))?")
_MONTH_DAY = re.compile(rf"\b({_MONTH})[a-z]*\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b,?(?:\s+(20\d\d))?")
_END_OF = re.compile(rf"(?:кон(?:ец|ца|цу|це)|end of|late)\s+({_MONTH})[а-яa-z]*{_OF_YEAR}")
_BEGINNING = re.compile(rf"(?:начал(?:о|а|у|е)|beginning of|early(?: in)?)\s+({_MONTH})[а-яa-z]*{_OF_YEAR}")
_MIDDLE = re.compile(rf"(?:середин(?:а|ы|е|у)|middle of|mid)[\s-]+({_MONTH})[а-яa-z]*{_OF_YEAR}")
_MONTH_ALONE = re.compile(rf"(?:\b|^)({_MONTH})[а-яa-z]*{_OF_YEAR}\b")
_FIGURES = re.compile(r"(?<![\d./-])(?:(20\d\d)[-/](\d{1,2})|(\d{1,2})[./](20\d\d))(?![\d./-])")
_YEAR_END = re.compile(
    r"кон(?:ец|ца|цу|це) (?:этого |текущего )?(?:(20\d\d)(?:[- ]?го)? )?(?:года|г\b)|end of (?:the |this )?(?:year|(20\d\d))"
    r"|нов(?:ого|ому|ый) год|new year|christmas"
)
_MONTH_END = re.compile(r"кон(?:ец|ца|цу|це) (?:этого |текущего )?месяца|end of (?:the |this )?month")
_IN = re.compile(
    r"(?:через|за|в течение|in|within)\s+(?:(\d{1,3}|одн\w+|дв\w+|тр\w+|четыр\w+|пят\w+|полтора|a|one|two|three|four|six)\s+)?"
    r"(дн\w*|день|days?|недел\w*|weeks?|месяц\w*|months?|год\w*|years?)"
)
_LOOSE = re.compile(r"(\d{1,3})\s*(?:[-–]\s*(\d{1,3})\s*)?(дн\w*|день|days?|недел\w*|weeks?|месяц\w*|months?)")
_NUMBERS = {"одн": 1, "дв": 2, "тр": 3, "четыр": 4, "пят": 5, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
_LONGEST = 300
_URGENT = re.compile(r"срочно|вчера|как можно (?:скорее|быстрее)|asap|urgent|yesterday|as soon as possible")


def is_urgent(text: str) -> bool:
    """Tell whether a text presses for time without a date."""
    return bool(_URGENT.search(text.lower()))


def deadline_in(text: str, today: datetime.date, language: str = "ru") -> datetime.date | None:
    """Return the day that a text names, counted from `today`; None where it names none.

    A date without a year is the next such day. In English `12/15` begins with the month, elsewhere with the day. A month
    without a day is its last: who wants a thing “by May” or “by the end of May” has it in May.
    """
    lowered = _plain(text)
    return _day_in(lowered, today, language) or _ends(lowered, today) or _later(lowered, today)


def is_assumed(text: str, today: datetime.date, language: str = "ru") -> bool:
    """Tell whether a text names only a month, so that the day is what `deadline_in` takes it for."""
    lowered = _plain(text)
    return _day_in(lowered, today, language) is None and _ends(lowered, today) is not None


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("ё", "е").split())[:_LONGEST]


def _day_in(text: str, today: datetime.date, language: str) -> datetime.date | None:
    """Return the day that is named as such."""
    return _exact(text) or _dotted(text, today, language) or _named(text, today)


def _exact(text: str) -> datetime.date | None:
    match = _ISO.search(text)
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def _dotted(text: str, today: datetime.date, language: str) -> datetime.date | None:
    match = _DOTTED.search(text)
    if not match or (match[3] is None and "/" not in match[0] and int(match[2]) > 12):
        return None
    first, second = int(match[1]), int(match[2])
    month_first = "/" in match[0] and language == "en" and first <= 12
    day, month = (second, first) if month_first or second > 12 else (first, second)
    return _next(today, month, day, match[3])


def _named(text: str, today: datetime.date) -> datetime.date | None:
    if match := _DAY_MONTH.search(text):
        return _next(today, _month(match[2]), int(match[1]), match[3])
    if match := _MONTH_DAY.search(text):
        return _next(today, _month(match[1]), int(match[2]), match[3])
    return None


def _ends(text: str, today: datetime.date) -> datetime.date | None:
    for pattern, day in ((_BEGINNING, 1), (_MIDDLE, 15), (_END_OF, 0), (_MONTH_ALONE, 0)):
        if match := pattern.search(text):
            month = _month(match[1])
            year = int(match[2]) if match[2] else today.year + (month < today.month)
            return _day(year, month, day or calendar.monthrange(year, month)[1])
    if match := _FIGURES.search(text):
        return _last_day(int(match[1] or match[4]), int(match[2] or match[3]))
    if _MONTH_END.search(text):
        return _last_day(today.year, today.month)
    match = _YEAR_END.search(text)
    return _day(int(match[1] or match[2] or today.year), 12, 31) if match else None


def _later(text: str, today: datetime.date) -> datetime.date | None:
    if match := _IN.search(text):
        count = _count(match[1])
        unit = match[2]
    elif match := _LOOSE.search(text):
        count, unit = int(match[2] or match[1]), match[3]
    else:
        return None
    if unit[:1] in "дd":
        return today + datetime.timedelta(days=count)
    if unit[:1] in "нw":
        return today + datetime.timedelta(weeks=count)
    months = today.month - 1 + count * (12 if unit[:1] in "гy" else 1)
    year, month = today.year + months // 12, months % 12 + 1
    return _day(year, month, min(today.day, calendar.monthrange(year, month)[1])) if year < 3000 else None


def _count(word: str | None) -> int:
    if not word:
        return 1
    return int(word) if word.isdecimal() else next((number for start, number in _NUMBERS.items() if word.startswith(start)), 1)


def _month(word: str) -> int:
    return next(i for i, (ru, en) in enumerate(zip(_RU, _EN, strict=True), 1) if re.match(f"{ru}|{en}", word))


def _next(today: datetime.date, month: int, day: int, year: str | None) -> datetime.date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = _day(today.year, month, day)
    return this if this is None or this >= today else _day(today.year + 1, month, day)


def _last_day(year: int, month: int) -> datetime.date | None:
    return _day(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
