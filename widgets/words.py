"""The window's words. Phrases are typed in English where they are used and spoken in the language of the interface.

The language of the interface is, like a locale, one for the whole process: `use` sets it, panels are then built anew.
"""

import datetime
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from app.i18n import INTERFACE, Words

_spoken = [Words("en", INTERFACE)]


@dataclass(frozen=True)
class _Said:
    """Something that was said, and how it is said again."""

    text: str
    speak: Callable[..., str]
    facts: dict[str, object]


_lately: deque[_Said] = deque(maxlen=64)
"""What was said last. The worker speaks, too."""


def use(language: str) -> None:
    """Speak this language from now on."""
    _spoken[0] = Words(language, INTERFACE)


def language() -> str:
    """Return the language that is spoken."""
    return _spoken[0].language


def tr(msgid: str, **facts: object) -> str:
    """Return the words for an English phrase, its placeholders filled."""
    return _noted(_spoken[0](msgid, **facts), partial(tr, msgid), facts)


def tr_plural(one: str, many: str, n: int | Decimal, **facts: object) -> str:
    """Return the phrase in the plural form that `n` takes; `{n}` is filled with the number."""
    return _noted(_spoken[0].plural(one, many, n, **facts), partial(tr_plural, one, many, n), facts)


def joined(speak: Callable[..., str], **facts: object) -> str:
    """Return what a function says of facts, so that it can be recalled as phrases can; facts may be phrases that were said."""
    return _noted(speak(**facts), speak, facts)


def recalled(said: str) -> Callable[[], str]:
    """Return what says again, in whatever language is spoken then, what was said a moment ago; anything else stays as it is."""
    return _recalled(said, list(_lately.copy()))


def _recalled(said: str, lately: list[_Said]) -> Callable[[], str]:
    for place in reversed(range(len(lately))):
        if lately[place].text == said:
            found, before = lately[place], lately[:place]
            facts = {name: _recalled(one, before) if isinstance(one, str) else one for name, one in found.facts.items()}
            return lambda: found.speak(**{name: one() if callable(one) else one for name, one in facts.items()})
    return lambda: said


def _noted(text: str, speak: Callable[..., str], facts: dict[str, object]) -> str:
    _lately.append(_Said(text, speak, facts))
    return text


def money(amount: Decimal, currency: str) -> str:
    """Return an amount with its currency as the language of the interface writes it."""
    return _spoken[0].money(amount, currency)


def number(value: Decimal | int) -> str:
    """Return a number as the language of the interface writes it."""
    return _spoken[0].number(value)


def hours(value: Decimal) -> str:
    """Return hours with their unit."""
    return _spoken[0].hours(value)


def date(value: datetime.date, style: str = "long") -> str:
    """Return a date as the language of the interface writes it."""
    return _spoken[0].date(value, style)


def moment(value: datetime.datetime) -> str:
    """Return a moment as the language of the interface writes it, by the clock here."""
    return _spoken[0].moment(value)


def amount(value: Decimal, currency: str, *, decimals: bool = False) -> str:
    """Return an amount without its currency; `decimals` shows them even where they are zero."""
    return _spoken[0].amount(value, currency, decimals=decimals)


def percent(value: Decimal) -> str:
    """Return a percentage."""
    return _spoken[0].percent(value)
