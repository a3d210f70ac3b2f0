"""The words of rows below the items that are none: payments, surcharges, a reserve."""

import re

from app.intake.rowwords import percent_in, plain

_ORDINAL = (
    r"(?:\d{1,2}(?:-?(?:й|ый|ий|ая|я|st|nd|rd|th))?|перв\w+|втор\w+|трет\w+|четв\w+|first"
    r"|second|third|fourth|final|last|последн\w+)"
)
_PAYMENT = re.compile(
    rf"(?:{_ORDINAL}[.)]?\s+)?(?:аванс\w*|предоплат\w*|постоплат\w*|доплат\w*|остаток|остальн\w+|транш\w*|платеж(?!н)\w*"
    rf"|этап оплаты|оплата(?= \d|$|[ :—–-]+(?:\d|по|после|до|при|на|за|в течение))|окончательн\w+ (?:расчет|платеж|оплата)"
    rf"|advance|deposit|pre-?payment|upfront(?: payment)?|down ?payment|instal?lment|balance|remainder|remaining"
    rf"|milestone payment|payment)(?=$|[\s:,.(—–%№#\d-])"
    r"|\d{1,3}(?:[.,]\d+)? ?% ?[-–—,:]? ?(?:аванс|предоплат|постоплат|после|при|по|до|в течение|upfront|advance|deposit|on|upon"
    r"|after|before|in advance|prepay)\w*\b"
)
_SCHEDULE = re.compile(
    r"(?:график|план|порядок|условия|этапы|схема)\s+(?:оплат|платеж|расчет)\w*|оплата\s*:|payment\s+(?:plan|schedule|terms|milestones)"
    r"|terms of payment|instal?lments?\b"
)
_SURCHARGE = re.compile(
    r"(?:наценка|надбавка|срочность|коэффициент (?:срочности|за срочность)|доплата за срочность|за срочность|urgency"
    r"|rush(?: fee)?|express fee|surcharge|mark-?up)(?=$|[\s:,.(+%—–\d-])"
)
_CONTINGENCY = re.compile(
    r"(?:резерв|буфер|риски|на риски|непредвиденн\w+|contingency|buffer|risk (?:buffer|reserve|margin)"
    r"|reserve)(?=$|[\s:,.(+%—–\d-])"
)
_PERCENT = re.compile(r"\+?\s*\d{1,3}(?:[.,]\d{1,4})?\s*%")


def is_payment(text: str) -> bool:
    """Tell whether a text heads a payment: `Аванс 50 %`, `2-й платёж`, `50% upon delivery`."""
    return _PAYMENT.match(plain(text)) is not None


def is_schedule(text: str) -> bool:
    """Tell whether a text heads the plan of payments: `График платежей`, `Payment terms`."""
    return _SCHEDULE.match(plain(text)) is not None


def is_surcharge(text: str) -> bool:
    """Tell whether a text heads a surcharge: `Срочность 20 %`, `Rush fee`."""
    return _SURCHARGE.match(plain(text)) is not None


def is_contingency(text: str) -> bool:
    """Tell whether a text heads a reserve: `Резерв на риски 10 %`, `Contingency`."""
    return _CONTINGENCY.match(plain(text)) is not None


def without_percent(text: str) -> str:
    """Return a text without its first number of per cents, beginning with a capital letter."""
    bare = " ".join(_PERCENT.sub(" ", text, count=1).split()).strip(" :.,—–-()") if percent_in(text) else text.strip(" :.")
    return bare[:1].upper() + bare[1:]


def payments_in(text: str) -> tuple[str, ...]:
    """Return the payments that a sentence tells (`аванс 50 %, остаток 50 % по факту`), none where per cents are not of all."""
    _, _, said = text.rpartition(":") if is_schedule(text) else ("", "", text)
    parts = [part.strip() for part in re.split(r"[;,+]|\s(?:и|and|затем|then)\s", said) if part.strip()]
    shares = [percent_in(part) for part in parts]
    told = [float(share) for share in shares if share]
    joined: list[str] = []
    for part, share in zip(parts, shares, strict=True):
        if share or not joined:
            joined.append(part)
        else:
            joined[-1] += f", {part}"
    return tuple(joined) if len(told) > 1 and sum(told) == 100 and bool(shares[0]) else ()
