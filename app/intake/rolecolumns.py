"""Columns of hours that are headed by roles: `Дизайн | Разработка | Тестирование`, `Design | Dev | QA`."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.intake.cells import Row
from app.intake.columns import CONTAINS, Heading
from app.intake.currency import AMOUNT_SIGN, currency_in
from app.intake.figures import FigureReader
from app.intake.headingwords import Field
from app.intake.numbers import read_number
from app.intake.rowwords import plain

_ROLE = re.compile(
    r"\b(?:ui|ux|ui/ux|ux/ui|pm|qa|ba|sa|dev|devops|seo|smm|ios|android|backend|back-?end|frontend|front-?end|front|back"
    r"|full-?stack|design(?:er)?|develop(?:er|ment)|test(?:er|ing)|anal(?:yst|ysis|ytics)|architect|manage(?:r|ment)"
    r"|project manager|copywriter|content|illustrator|tech ?lead|team ?lead"
    r"|дизайн\w*|разработ\w*|программ\w*|бэк\w*|бек\w*|фронт\w*|верст\w*|тест\w*|аналит\w*|менедж\w*|управлен\w*|рп"
    r"|архитект\w*|копирайт\w*|контент\w*|редакт\w*|иллюстрат\w*|тимлид\w*|техлид\w*|арт-?дир\w*|маркетолог\w*|моушн\w*"
    r"|проект\w*|мобил\w*|девопс\w*|админ\w*)\b"
)
_TIME_WORDS = re.compile(
    r"\b(?:трудозатраты|трудоемкость|оценка|часы|часов|часа|час|чел|ч|дни|дней|дн|hours?|hrs?|h|days?|d|effort|estimate|кол-?во"
    r"|количество)\b\.?",
    re.IGNORECASE,
)
_PRICE = re.compile(
    rf"(?:{AMOUNT_SIGN})?\s*\d[\d\s.,]*\s*(?:{AMOUNT_SIGN})?\s*(?:/|за|в|per)?\s*(?:ч(?:ас)?|h(?:our)?)?\.?", re.IGNORECASE
)
_SUMS = re.compile(r"\b(?:итого|всего|total|сумма|план|plan|общ\w*|мин|макс|min|max|от|до)\b")
_MOSTLY = 0.6


def is_role(text: str) -> bool:
    """Tell whether a heading names a trade: `Дизайн`, `Backend-разработка`, `QA`."""
    words = plain(text)
    return len(words) <= 40 and _ROLE.search(words) is not None and not _SUMS.search(words)


def with_roles(texts: Mapping[int, str], known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Return the known headings, with those of trades among the others where there are two or more of these."""
    columns = [column for column, text in texts.items() if is_role(text) and _may_be_role(text, known.get(column))]
    columns += [
        column
        for column, heading in known.items()
        if heading.field is Field.HOURS and heading.score <= CONTAINS and not _SUMS.search(plain(texts[column]))
    ]
    if len(set(columns)) < 2:
        return dict(known)
    return {**known, **{column: Heading(Field.ROLE_HOURS, CONTAINS) for column in columns}}


def _may_be_role(text: str, heading: Heading | None) -> bool:
    return heading is None or heading.field is Field.HOURS or _has_price(text)


def role_name(heading: str) -> str:
    """Return the trade that a heading names, without words for hours and without its rate."""
    bare = _TIME_WORDS.sub(" ", _PRICE.sub(" ", heading) if _has_price(heading) else heading)
    return " ".join(re.sub(r"[(),;:/]+(?=\s|$)|(?<=\s)[(),;:/]+", " ", bare).strip(" (),;:./-–—").split()) or heading.strip()


def role_rate(heading: str) -> Decimal | None:
    """Return the price of an hour that stands in a heading: `Дизайн, 2 000 ₽/ч`."""
    found = _PRICE.search(heading) if _has_price(heading) else None
    return read_number(found[0].strip(" ,()")).value if found else None


def _has_price(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and bool(currency_in(text))


def numeric(column: int, rows: Sequence[Row], reader: FigureReader) -> bool:
    """Tell whether most of what stands in a column is a number or a time."""
    readings = [reader.peek(cell, time=True, signed=True) for row in rows if (cell := row.cell(column)) and cell.text != "-"]
    told = [reading.value is not None for reading in readings]
    return sum(told) > _MOSTLY * len(told)


def column_sums(rows: Sequence[Row], parts: Sequence[int], whole: int, reader: FigureReader) -> bool:
    """Tell whether a column is the sum of others in most rows."""
    same = other = 0
    for row in rows:
        told = reader.peek(row.cell(whole), time=True).value
        values = [value for part in parts if (value := reader.peek(row.cell(part), time=True).value) is not None]
        if told is None or not values:
            continue
        if sum(values, Decimal(0)) == told:
            same += 1
        else:
            other += 1
    return same > other
