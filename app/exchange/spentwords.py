"""How exports of trackers head their columns and write time."""

import re
from decimal import Decimal

from app.intake.cells import Cell
from app.intake.numbers import read_number, tidy

TASK = (
    "summary", "issue summary", "task name", "task", "задача", "название задачи", "тема", "title", "name", "название", "работа",
    "наименование", "issue", "work item", "activity", "description", "описание", "project task",
)  # fmt: skip
"""What a task is headed with, the likeliest first; of several columns the first that is filled in a row counts."""
WHO = (
    "assignee", "исполнитель", "user", "пользователь", "сотрудник", "author", "автор", "member", "person", "who", "кто",
    "ответственный", "worker", "team member", "full name", "assigned to", "worklog author",
)  # fmt: skip
HOURS = (
    "hours", "часы", "time spent", "затраченное время", "затрачено", "потрачено", "потраченное время", "actual hours",
    "фактические часы", "факт", "time", "время", "duration", "длительность", "actual time", "logged", "logged time", "worked",
    "worked hours", "hours spent", "spent", "spent time", "трудозатраты", "time tracked", "tracked", "списано", "time logged",
    "σ time spent", "σ затраченное время", "total time spent", "total hours", "всего часов",
)  # fmt: skip
"""Sums over subtasks (Σ) come last: their subtasks have rows of their own."""
SUMS = ("total", "итого", "всего", "sum", "grand total", "итог")

SECONDS_IN_AN_HOUR = Decimal(3600)
HOURS_IN_A_DAY, DAYS_IN_A_WEEK = Decimal(8), Decimal(5)
"""Of a tracker's working time, as Jira counts it unless told otherwise."""

_UNITS = re.compile(
    r"[\(\[,]?\s*(h|hrs?|hours?|ч|час(?:ы|ов)?|min|mins|minutes?|мин|минуты?|s|sec|seconds?|сек|секунды?)\.?\s*[\)\]]?$"
)
_SPAN = re.compile(
    r"(?:(?P<w>\d+(?:[.,]\d+)?)\s*(?:w|weeks?|н|нед\w*)\.?,?\s*)?"
    r"(?:(?P<d>\d+(?:[.,]\d+)?)\s*(?:d|days?|д|дн\w*|день)\.?,?\s*)?"
    r"(?:(?P<h>\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|ч|час\w*)\.?,?\s*)?"
    r"(?:(?P<m>\d+(?:[.,]\d+)?)\s*(?:m|mins?|minutes?|м|мин\w*)\.?,?\s*)?"
    r"(?:(?P<s>\d+(?:[.,]\d+)?)\s*(?:s|secs?|seconds?|с|сек\w*)\.?)?",
    re.IGNORECASE,
)
_FACTORS = {
    "w": HOURS_IN_A_DAY * DAYS_IN_A_WEEK,
    "d": HOURS_IN_A_DAY,
    "h": Decimal(1),
    "m": 1 / Decimal(60),
    "s": 1 / SECONDS_IN_AN_HOUR,
}


def heading(text: str) -> tuple[str, str]:
    """Return a heading without its unit, in lower case, and the unit: "h", "m", "s" or nothing."""
    plain = " ".join(text.casefold().replace("ё", "е").replace("_", " ").split())
    found = _UNITS.search(plain)
    if not found or not plain[: found.start()].strip():
        return plain, ""
    first = found[1][0]
    return plain[: found.start()].strip(" ,("), {"ч": "h", "м": "m", "с": "s"}.get(first, first)


def span(text: str) -> Decimal | None:
    """Return the hours in `2d 4h`, `1 ч 30 мин`, `45m`; None for any other text."""
    found = _SPAN.fullmatch(text.strip())
    parts = {name: value for name, value in found.groupdict().items() if value} if found else {}
    if not parts:
        return None
    return tidy(sum((Decimal(value.replace(",", ".")) * _FACTORS[name] for name, value in parts.items()), Decimal(0)))


def hours_in(cell: Cell, unit: str) -> Decimal | None:
    """Return the hours that a cell tells, None for what is no time. `unit` is that of its column: h, m or s for a bare number."""
    if isinstance(cell.value, Decimal):
        return tidy(cell.value * _FACTORS[unit or "h"]) if cell.value >= 0 else None
    known = span(cell.text)
    if known is not None:
        return known
    reading = read_number(cell.text, sure=True)
    if reading.value is None or reading.fault or reading.measure:
        return None
    return reading.value if reading.unit or ":" in cell.text else tidy(reading.value * _FACTORS[unit or "h"])
