"""Texts that stand for something else in a cell: errors of formulas, spans of time as ODF writes them."""

import re
from datetime import timedelta

_ERRORS = re.compile(
    r"#(?:REF!|VALUE!|NAME\?|DIV/0!|N/A|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|BLOCKED!|"
    r"ССЫЛКА!|ЗНАЧ!|ИМЯ\?|ДЕЛ/0!|Н/Д|ЧИСЛО!|ПУСТО!|ПЕРЕНОС!|ВЫЧИСЛ!)|(?:Err|Ошибка):\d{3}|#ERROR!",
    re.IGNORECASE,
)
_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")


def is_formula_error(text: str) -> bool:
    """Tell whether a text is the sign of a failed formula, as Excel, LibreOffice and Google write it."""
    return _ERRORS.fullmatch(text.strip()) is not None


def duration(text: str) -> timedelta | None:
    """Return the span of time in ODF's notation (`PT30H00M00S`), None for any other text."""
    match = _DURATION.fullmatch(text)
    return timedelta(hours=int(match[1]), minutes=int(match[2]), seconds=int(match[3])) if match else None
