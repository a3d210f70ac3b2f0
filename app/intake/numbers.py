"""Numbers as people type them: `1 234,50`, `12 000 ₽`, `8 ч.`, `1:30`, `8–12`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from app.intake.currency import AMOUNT_SIGN, currency_in
from app.intake.units import TimeUnit, time_unit
from app.model.money import in_range

NOT_A_NUMBER = "cell-not-a-number"
OUT_OF_RANGE = "cell-number-out-of-range"
NEGATIVE = "cell-number-negative"
RANGE = "cell-number-range"
APPROXIMATE = "cell-number-approximate"
AMBIGUOUS = "cell-number-ambiguous"
DATE = "cell-date-not-number"

_LONGEST = 80
_DIGITS = Decimal("1e-10")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\ufeff]+")
_BLANK = {"", "-", "–", "—", "−", "x", "х", "н/д", "n/a", "нет", "none"}
_FREE = re.compile(r"бесплатно|free(?: of charge)?|включено|included|в подарок|входит в (?:стоимость|цену)")
_ABOUT = re.compile(r"(?:от|до|около|примерно|ок\.?|from|up to|about|approx\.?|[~≈<>≤≥])\s*(?=\d)")
_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::([0-5]\d))?")
_MIXED = re.compile(
    r"(\d{1,5}) ?(?:ч(?:ас(?:а|ов)?)?\.?|h(?:rs?|ours?)?) ?(\d{1,2}) ?(?:м(?:ин(?:ут[аы]?)?)?\.?|m(?:in(?:utes?)?)?)"
)
_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[а-яa-z]*"
_DATE = re.compile(
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}(?: .*)?|\d{{4}}-\d{{2}}-\d{{2}}(?:[ t].*)?"
    rf"|\d{{1,4}}[ .-]{_MONTH}(?:[ .-]\d{{2,4}})?|{_MONTH}[ .-]\d{{1,4}}"
)
_AMOUNT = re.compile(
    rf"(?P<minus>-|\()?\s*(?P<before>{AMOUNT_SIGN})?\s*(?P<inner>-)?\s*(?P<digits>\d[\d .,'’]*?)\s*"
    rf"(?P<scale>тыс\.?|млн\.?|[kк](?!\w))?\s*(?P<after>{AMOUNT_SIGN})?\s*(?P<percent>%)?"
    r"(?P<unit>(?:/ ?)?(?!e\d)[^\W\d_]+(?:[./ -]+[^\W\d_]+)*[²³23]?[./]?)?\s*\)?"
)
_RANGE = re.compile(r"(?:от |from )?(\d[\d .,']*?)( ?[^\W\d_]{1,5}\.?)? ?(?:-|до|to|\.\.\.?|…) ?(\d[\d .,']*)(.*)")
_AROUND = re.compile(r"(\d[\d .,]*?) ?(?:±|\+/-|\+-) ?(\d[\d .,]*)(.*)")
_SCALES = {"т": Decimal(1000), "м": Decimal(1_000_000), "k": Decimal(1000), "к": Decimal(1000)}
_COUNTED = {TimeUnit.MINUTES, TimeUnit.HOURS, TimeUnit.DAYS}
_FOREIGN_DIGITS = re.compile(r"(?![0-9])\d")
_GROUPED = re.compile(r"\d{1,3}(?:[ '’]\d{3})+(?![\d ])")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says as a number: `value` is None where there is none or where `fault` (a code of a problem) forbids it.

    `likely` is what was meant as far as one can tell, `unit` the unit of time that was written (minutes are already hours),
    `measure` any other word behind the number. Of a range `value` is the upper end and `low` the lower one.
    """

    value: Decimal | None = None
    fault: str = ""
    likely: str = ""
    currency: str = ""
    unit: TimeUnit = TimeUnit.NONE
    measure: str = ""
    percent: bool = False
    low: Decimal | None = None


@lru_cache(maxsize=32768)
def read_number(text: str, *, mark: str = ",", sure: bool = False, signed: bool = False) -> Reading:
    """Read a number.

    `mark` is the decimal mark that the table's language uses; `sure` tells that other numbers of the table prove it, so
    that `1,234` needs no warning. A negative number is refused unless `signed`.
    """
    plain = _plain(text)
    if plain in _BLANK:
        return Reading()
    if len(plain) > _LONGEST or _FOREIGN_DIGITS.search(plain):
        return Reading(fault=NOT_A_NUMBER)
    if _FREE.fullmatch(plain):
        return Reading(Decimal(0))
    if _DATE.fullmatch(plain):
        return Reading(fault=DATE, likely=_meant_by_date(plain))
    for reader in (_read_time, _read_range, _read_about):
        found = reader(plain, mark, sure)
        if found is not None:
            return _limited(found, signed)
    return _limited(_read_amount(plain, mark, sure), signed)


def from_float(number: float) -> Decimal | None:
    """Return the number that a spreadsheet shows for a binary float: 15 significant digits as there, at most 10 decimals."""
    if not abs(number) < 1e15:  # also true for NaN
        return None
    return tidy(Decimal(f"{number:.15g}"))


def tidy(number: Decimal) -> Decimal:
    """Round to 10 decimals and write without needless zeros or an exponent."""
    if number.as_tuple().exponent < -10:  # type: ignore[operator]
        number = number.quantize(_DIGITS, rounding=ROUND_HALF_UP)
    number = number.normalize()
    return number.quantize(Decimal(1)) if number.as_tuple().exponent > 0 else number + 0  # type: ignore[operator]


def decimal_mark(texts: Iterable[str]) -> str:
    """Return the decimal mark that numbers among the texts prove, or an empty text where they prove none or both."""
    proven = set()
    for text in texts:
        plain = _plain(text)
        if len(plain) <= _LONGEST and (match := _AMOUNT.fullmatch(plain)):
            proven.add(_proof(match["digits"].strip()))
    proven.discard("")
    return proven.pop() if len(proven) == 1 else ""


def _plain(text: str) -> str:
    plain = _SPACES.sub(" ", text).strip().lower()
    return re.sub(r"[‐‑‒–—−]", "-", plain) if plain not in _BLANK else plain


def _read_time(plain: str, mark: str, sure: bool) -> Reading | None:
    clock = plain
    for unit in (" ч.", " ч", "ч", " h", "h"):
        clock = clock.removesuffix(unit)
    if match := _CLOCK.fullmatch(clock):
        seconds = int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3] or 0)
        return Reading(tidy(Decimal(seconds) / 3600), unit=TimeUnit.HOURS)
    if match := _MIXED.fullmatch(plain):
        return Reading(tidy((Decimal(match[1]) * 60 + Decimal(match[2])) / 60), unit=TimeUnit.HOURS)
    return None


def _read_range(plain: str, mark: str, sure: bool) -> Reading | None:
    if around := _AROUND.fullmatch(plain):
        middle, by = _read_amount(around[1].strip(), mark, sure), _read_amount(around[2] + around[3], mark, sure)
        if middle.value is None or by.value is None or by.value >= middle.value:
            return Reading(fault=NOT_A_NUMBER)
        return _ends(middle.value - by.value, replace(by, value=middle.value + by.value))
    match = _RANGE.fullmatch(plain)
    if not match:
        return None
    low = _read_amount(match[1].strip() + (match[2] or match[4]), mark, sure)
    high = _read_amount(match[3] + match[4], mark, sure)
    if low.value is None or high.value is None or low.value >= high.value:
        return Reading(fault=NOT_A_NUMBER)
    return _ends(low.value, high)


def _ends(low: Decimal, high: Reading) -> Reading:
    return replace(high, fault=RANGE, likely=f"{high.value:f}", low=tidy(low))


def _read_about(plain: str, mark: str, sure: bool) -> Reading | None:
    match = _ABOUT.match(plain)
    if not match:
        return None
    found = _read_amount(plain[match.end() :], mark, sure)
    return replace(found, fault=APPROXIMATE, likely=f"{found.value:f}") if found.value is not None else found


def _read_amount(plain: str, mark: str, sure: bool) -> Reading:
    match = _AMOUNT.fullmatch(plain)
    if not match or (match["minus"] == "(") != plain.endswith(")") or (match["minus"] and match["inner"]):
        return Reading(fault=NOT_A_NUMBER)
    digits = match["digits"].strip()
    value, ambiguous = _digits(digits, mark)
    unit = time_unit((match["unit"] or "").lstrip("/ "))
    if value is None:
        return Reading(fault=NOT_A_NUMBER)
    value *= _SCALES[match["scale"][0]] if match["scale"] else 1
    if not in_range(value):
        return Reading(fault=OUT_OF_RANGE)
    if unit is TimeUnit.MINUTES:
        value, unit = value / 60, TimeUnit.HOURS
    signs = f"{match['before'] or ''} {match['after'] or ''}"
    fault = AMBIGUOUS if ambiguous and not sure else ""
    return Reading(
        tidy(-value if match["minus"] or match["inner"] else value),
        fault=fault,
        likely=f"{value:f}" if fault else "",
        currency=currency_in(signs),
        unit=unit,
        measure="" if unit in _COUNTED else (match["unit"] or "").strip(" /"),
        percent=bool(match["percent"]),
    )


def _limited(found: Reading, signed: bool) -> Reading:
    if found.value is None:
        return found
    if found.value < 0 and not signed:
        return Reading(fault=NEGATIVE, likely=f"{-found.value:f}")
    return found


def _digits(token: str, mark: str) -> tuple[Decimal | None, bool]:
    """Return the number that digits with separators are, and whether its only separator could mean two things."""
    token = token.replace("’", "'")
    grouped = _GROUPED.match(token)
    if grouped:
        token = re.sub(r"[ ']", "", grouped[0]) + token[grouped.end() :]
    if re.search(r"[ ']", token):
        return None, False
    marks = re.findall(r"[.,]", token)
    ambiguous = not grouped and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", token) is not None
    if len(marks) > 1 or (ambiguous and marks[0] != mark):
        decimal = marks[-1] if len(set(marks)) == 2 and marks.count(marks[-1]) == 1 else ""
    else:
        decimal = marks[0] if marks else ""
    whole, _, part = token.rpartition(decimal) if decimal else (token, "", "")
    if decimal and not part:
        return None, False
    if not re.fullmatch(r"\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+", whole) or not re.fullmatch(r"\d*", part):
        return None, False
    return Decimal(re.sub(r"[.,]", "", whole) + ("." + part if part else "")), ambiguous


def _proof(token: str) -> str:
    marks = re.findall(r"[.,]", token)
    if not marks or re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", token):
        return ""
    if len(marks) == 1:
        return str(marks[0])
    if len(set(marks)) == 2:
        return str(marks[-1])
    return "." if marks[0] == "," else ","


def _meant_by_date(plain: str) -> str:
    """Excel turns a typed 1.5 into 1 May: give back `1.5` where a day and a month can be told."""
    match = re.match(r"(\d{1,2})[./-](\d{1,2})[./-]", plain)
    return f"{int(match[1])}.{int(match[2])}" if match else ""
