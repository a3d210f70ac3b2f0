"""Problems in words, in the user's language. The sentences are in `app/wordings`, one file for each room."""

import importlib
import pkgutil
import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import cache

from app import wordings
from app.problems import Problem, Severity

_DAY = re.compile(r"\d{4}-(0\d|1[0-2])-[0-3]\d")
_MONEY = re.compile(r"\d+(\.\d+)? [A-Z]{3}")
_SHARE = re.compile(r"\{(\w+)\}[ \u00a0]?%")
"""A fact that is a percentage: its sign is spoken with it."""
_NUMBER = re.compile(r"[-−]?\d+(\.\d+)?")
SEVERITIES = {
    "en": {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"},
    "ru": {Severity.INFO: "заметка", Severity.WARNING: "внимание", Severity.ERROR: "ошибка"},
}


def worded(problem: Problem, language: str = "en") -> str:
    """Return the sentence for a problem. A code without a sentence speaks for itself, with its facts."""
    sentence = sentences(language).get(problem.code)
    if sentence is None:
        facts = ", ".join(f"{name} = {value}" for name, value in problem.facts)
        return f"{problem.code} ({facts})" if facts else problem.code
    known = dict(problem.facts)
    sentence = _SHARE.sub(lambda found: _share(known.get(found[1], ""), language) or found[0], sentence)
    return sentence.format_map(_Facts({name: _spoken(value, language) for name, value in problem.facts}))


def line(problem: Problem, language: str = "en") -> str:
    """Return one line for a terminal: how bad, where, what."""
    severity = SEVERITIES.get(language, SEVERITIES["en"])[problem.severity]
    return ": ".join(part for part in (severity, problem.where, worded(problem, language)) if part)


@cache
def sentences(language: str) -> dict[str, str]:
    """Return the sentences of all rooms by problem code, English ones where a language has none."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(wordings.__path__):
        room = importlib.import_module(f"{wordings.__name__}.{module.name}")
        found |= room.WORDINGS
        if language == "ru":
            found |= room.WORDINGS_RU
    return found


def _spoken(value: str, language: str) -> str:
    """Return a day or an amount that a fact tells for machines as people write it: 2026-11-30, 1676000.00 RUB."""
    if not value[:1].isdigit() or not (_DAY.fullmatch(value) or _MONEY.fullmatch(value)):
        return value
    from app.i18n import Words

    words = Words(language)
    if _DAY.fullmatch(value):
        with suppress(ValueError):  # the thirty-first of February is told as it was found
            return words.date(date.fromisoformat(value))
        return value
    amount, currency = value.split(" ")
    return words.money(Decimal(amount), currency)


def _share(value: str, language: str) -> str:
    """Return a percentage as people write it: 12.5 is "12.5%" or «12,5 %»; empty for what is no number."""
    if not _NUMBER.fullmatch(value):
        return ""
    from app.i18n import Words

    return Words(language).percent(Decimal(value.replace("−", "-")))


class _Facts(dict[str, str]):
    """Facts for a sentence; one that was not told leaves an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"
