"""Words that tell how often an amount is due: `ежемесячно`, `в год`, `per month`, `one-off`."""

import re

from app.intake.rowwords import plain
from app.model.estimate import Period

_MONTH = (
    r"ежемесячн\w*|помесячн\w*|(?:в|за|каждый|раз в) мес(?:яц)?|/ ?мес(?:яц)?|мес(?:яц)?|monthly|months?"
    r"|(?:(?:per|a|each|every) |/ ?)mo(?:nth)?"
)
_YEAR = (
    r"ежегодн\w*|(?:в|за|каждый|раз в) год|/ ?год|год|annual(?:ly)?|yearly|years?"
    r"|(?:(?:per|a|each|every) |/ ?)(?:year|yr|annum)"
)
_ONCE = r"разов\w*|единоразов\w*|единовременн\w*|однократн\w*|once|one[- ]?(?:off|time)|single|нет|no|-|–|—"
_CELL = (
    (Period.MONTH, re.compile(_MONTH)),
    (Period.YEAR, re.compile(_YEAR)),
    (Period.ONCE, re.compile(_ONCE)),
)
_LOUD_MONTH = r"ежемесячн\w*|помесячн\w*|в месяц|в мес\.?|/ ?мес(?:яц)?\.?|monthly|per month|/ ?mo(?:nth)?"
_LOUD_YEAR = r"ежегодн\w*|в год|/ ?год|annually|yearly|per (?:year|annum)|/ ?(?:year|yr)"
_TITLE = tuple(
    (period, re.compile(rf"\(\s*(?:{words})\s*\)|(?:[,;:–—-]\s*|\s)(?:{words})\.?$|^(?:{words})\s*[:–—-]"))
    for period, words in ((Period.MONTH, _LOUD_MONTH), (Period.YEAR, _LOUD_YEAR))
)
_DUE = r"поддержк|сопровожд|обслужив|плат[её]ж|расход|услуг|стоимост|работ"
_COST = r"fees?|costs?|payments?|support|services?|retainer|maintenance|subscription|work"
_SECTION = (
    (
        Period.MONTH,
        re.compile(rf"ежемесячно|ежемесячн\w+ (?:{_DUE})|абонентск|monthly(?: (?:{_COST})|:?$)|.*{_TITLE[0][1].pattern}"),
    ),
    (Period.YEAR, re.compile(rf"ежегодно|ежегодн\w+ (?:{_DUE})|(?:annual|yearly)(?: (?:{_COST})|:?$)|.*{_TITLE[1][1].pattern}")),
)


def period_in_cell(text: str) -> Period | None:
    """Return what a cell of periods says, None where it is not understood."""
    words = plain(text).strip(".")
    return next((period for period, pattern in _CELL if pattern.fullmatch(words)), None)


def period_in_title(text: str) -> Period | None:
    """Return the period that stands in brackets, or at either end, of an item's title: `Поддержка (ежемесячно)`."""
    words = plain(text)
    return next((period for period, pattern in _TITLE if pattern.search(words)), None)


def period_in_section(text: str) -> Period | None:
    """Return the period of all items of a section: `Ежемесячная поддержка`, `Support (monthly)`."""
    words = plain(text)
    return next((period for period, pattern in _SECTION if pattern.match(words)), None)
