"""What the heading of a column says that it holds."""

import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache

from app.intake.currency import AMOUNT_SIGN, currency_in
from app.intake.headingwords import WORDS, Field
from app.intake.units import TimeUnit, time_unit

EXACT = 100
STARTS = 80
CONTAINS = 60
FUZZY = 50
DURATION = "duration"
_ALIKE = 0.84
_LONGEST = 60
_MONEY = {Field.PRICE, Field.SUM, Field.RATE}
_NAMES = {Field.NUMBER, Field.TITLE, Field.SECTION, Field.WHO, Field.ROLE}
_TIME = {Field.HOURS, Field.DAYS, Field.MONTHS}
_EFFORT = {TimeUnit.DAYS: Field.DAYS, TimeUnit.HOURS: Field.HOURS, TimeUnit.MONTHS: Field.MONTHS}
_RECURRING = {TimeUnit.MONTHS: Field.MONTHLY, TimeUnit.YEARS: Field.YEARLY}
_NOT_WORDS = re.compile(r"[^\w#№]+|\b1\b")
_SIGN = re.compile(rf"(?<![^\W\d_])(?:{AMOUNT_SIGN})(?![^\W\d_])")
_THOUSANDS = re.compile(r"\bтыс\b\.?|\bthousands?\b|\bth\b")
_MILLIONS = re.compile(r"\bмлн\b\.?|\bmillions?\b")
_PER = re.compile(r"(?:/|\bза\b|\bв\b|\bper\b|\bчел\b)[\s.-]*([a-zа-я.]+)\s*$")
_DURATION = re.compile(r"срок|длительность|продолжительность|duration|timeline|deadline|lead time")
"""How long the calendar runs is no effort."""
NUMBERED_MONTH = re.compile(r"(?:месяц|мес\.?|month|m) ?\d{1,2}|\d{1,2}(?:-?й)? (?:месяц|мес\.?|month)")
"""`Месяц 1`: a month of the calendar, not how many."""
_SPENT = re.compile(r"\bфакт\w*\b|\bпотрачено\b|\bзатрачено\b|\bactual\b|\bspent\b|\blogged\b")
"""What was spent is no part of an offer."""
_WITHOUT_VAT = re.compile(r"без\s+(?:учета\s+)?ндс|(?:excl\w*\.?|without|w/o|ex\.?|net of)\s+vat|\bnet\b")
_WITH_VAT = re.compile(r"(?:с|включая|вкл\.?|с учетом)\s+ндс|(?:incl\w*\.?|with)\s+vat|\bgross\b")
_LEAST = re.compile(r"\bмин(?:имум)?\b|\bот\b|\bmin(?:imum)?\b|оптимист\w*|optimistic|\blow\b")
_MOST = re.compile(r"\bмакс(?:имум)?\b|\bдо\b|\bmax(?:imum)?\b|пессимист\w*|pessimistic|\bhigh\b")
_WHOLE = re.compile(r"\b(?:итого|всего|total|сумма)\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that was understood.

    `score` is how well (100 for a known word). `per` is the unit of time that a price is for, `scale` what its numbers
    are multiplied with (1000 for `тыс. руб.`), `vat` is "with" or "without", `bound` "least" or "most" for the ends of a
    range, "whole" for a sum over other columns of the same kind and "duration" for how long the calendar runs.
    """

    field: Field
    score: float
    per: TimeUnit = TimeUnit.NONE
    currency: str = ""
    scale: Decimal = Decimal(1)
    vat: str = ""
    bound: str = ""


def recognise(text: str) -> Heading | None:
    """Return what a heading says, None for one that is not known. Case, punctuation and small slips do not matter."""
    lowered = re.sub(r"\s+", " ", text.strip().lower().replace("ё", "е"))
    if not lowered or len(lowered) > _LONGEST or _SPENT.search(lowered) or NUMBERED_MONTH.fullmatch(lowered):
        return None
    if _DURATION.match(lowered):
        return _duration(lowered)
    vat = "without" if _WITHOUT_VAT.search(lowered) else "with" if _WITH_VAT.search(lowered) else ""
    bare = _WITH_VAT.sub(" ", _WITHOUT_VAT.sub(" ", lowered)) if vat else lowered
    scale = Decimal(1_000_000) if _MILLIONS.search(bare) else Decimal(1000) if _THOUSANDS.search(bare) else Decimal(1)
    bare = _MILLIONS.sub(" ", _THOUSANDS.sub(" ", bare))
    per = _per(bare)
    currency = currency_in(bare)
    found = _best(_words(bare)) or _best(_words(_SIGN.sub(" ", bare)))
    found = _with_unit(found, bare, currency, per)
    if found is None:
        return None
    field, score = found
    bound = "least" if _LEAST.search(bare) else "most" if _MOST.search(bare) else "whole" if _WHOLE.search(bare) else ""
    return Heading(field, score, per, currency, scale, vat, bound)


def _duration(lowered: str) -> Heading | None:
    """`Срок, мес.` may be how long people are hired; the columns beside it tell."""
    return Heading(Field.MONTHS, FUZZY, bound=DURATION) if TimeUnit.MONTHS in _units(lowered) else None


def _units(bare: str) -> set[TimeUnit]:
    return {time_unit(part) for part in re.split(r"[,;()\s]+", bare)} - {TimeUnit.NONE}


def _per(bare: str) -> TimeUnit:
    spoken = _SIGN.sub(" ", bare) if "/" not in bare else bare
    match = _PER.search(spoken.rstrip(" ,.;:()"))
    return time_unit(match[1]) if match else TimeUnit.NONE


def _with_unit(found: tuple[Field, float] | None, bare: str, currency: str, per: TimeUnit) -> tuple[Field, float] | None:
    """Correct what the words say by the unit beside them: a price per hour is a rate, effort in days is days."""
    units = _units(bare)
    time = next((field for unit, field in _EFFORT.items() if unit in units), None)
    if found is None:
        if currency:
            only_sign = not _words(_SIGN.sub(" ", bare))
            return (_RECURRING.get(per, Field.RATE), CONTAINS) if per else (Field.SUM, CONTAINS) if only_sign else None
        return (time, CONTAINS) if time else None
    field, score = found
    if per in _RECURRING and field in {Field.PRICE, Field.SUM}:
        return _RECURRING[per], score
    if per in _RECURRING and currency and field in _TIME:
        return _RECURRING[per], score
    if per and (field in _MONEY or (currency and field in _TIME)):
        return Field.RATE, score
    if field is Field.HOURS and currency:
        return Field.SUM, score
    if time and not currency and field in {Field.HOURS, Field.QUANTITY, Field.SUM}:
        return time, score
    if time and field in _NAMES:
        return time, CONTAINS
    return found


def _words(bare: str) -> str:
    return " ".join(_NOT_WORDS.sub(" ", bare).split())


@lru_cache(maxsize=4096)
def _best(words: str) -> tuple[Field, float] | None:
    """Return the best field for normalised words: the same words, then words at the start, inside, then a misspelling."""
    if not words:
        return None
    scored = [(*_score(words, phrase), field) for field, phrases in WORDS.items() for phrase in phrases]
    score, _, field = max(scored, key=lambda found: found[:2])
    return (field, score) if score else None


def _score(words: str, phrase: str) -> tuple[float, int]:
    if words == phrase:
        return EXACT, len(phrase)
    if words.startswith(phrase + " "):
        return STARTS, len(phrase)
    if len(phrase) > 2 and f" {phrase} " in f" {words} ":
        return CONTAINS, len(phrase)
    if min(len(words), len(phrase)) >= 4 and abs(len(words) - len(phrase)) <= 2:
        likeness = SequenceMatcher(None, words, phrase).ratio()
        if likeness >= _ALIKE:
            return FUZZY * likeness, len(phrase)
    return 0, 0
