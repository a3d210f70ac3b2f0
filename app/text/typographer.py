"""Sets the signs that typing leaves out: quotation marks, dashes, no-break spaces.

Addresses, telephone numbers and code in backticks are never touched; running it again changes nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from app.text.marked import Marked, Rule, marked
from app.text.quotes import ENGLISH as ENGLISH_QUOTES
from app.text.quotes import RUSSIAN as RUSSIAN_QUOTES
from app.text.quotes import Shapes, quote_edits
from app.text.rules_common import COMMON, COPYRIGHT, LISTED
from app.text.style import Span

_RUSSIAN = ("ru", "be", "uk")
_LONGEST_CACHED = 5000
_MOST_PASSES = 4
AMOUNT = re.compile("[€$£]?[0-9]{1,3}(?:\u00a0[0-9]{3})*(?:,[0-9]{2})?(?:\u00a0[₽€$£])?")
"""Amounts as the program writes them have all their signs; every digit that is typed makes new ones."""


def typograph(text: str, language: str) -> str:
    """Return the text with proper signs. Languages other than Russian, its neighbours and English get the common rules."""
    return "".join(_found((text,), language))


def typograph_spans(spans: tuple[Span, ...], language: str) -> tuple[Span, ...]:
    """Return the spans of one paragraph with proper signs; a quotation may open in one span and close in another."""
    texts = tuple([span.text for span in spans])
    found = _found(texts, language)
    if found == texts:
        return spans
    return tuple([replace(span, text=text) if text != span.text else span for span, text in zip(spans, found, strict=True)])


def _found(texts: tuple[str, ...], language: str) -> tuple[str, ...]:
    if len(texts) == 1 and AMOUNT.fullmatch(texts[0]):
        return texts
    short = sum(map(len, texts)) <= _LONGEST_CACHED
    return _cached(texts, language) if short else _typographed(texts, language)


@lru_cache(1000)
def _cached(texts: tuple[str, ...], language: str) -> tuple[str, ...]:
    return _typographed(texts, language)


def _typographed(texts: Sequence[str], language: str) -> tuple[str, ...]:
    """Go over the texts until nothing changes: one rule may make room for another."""
    done = tuple(texts)
    for _ in range(_MOST_PASSES):
        before, done = done, _pass(done, language)
        if done == before:
            break
    return done


def _pass(texts: Sequence[str], language: str) -> tuple[str, ...]:
    text = marked(texts)
    shapes, rules = _rules(language.replace("_", "-").split("-")[0].lower())
    # No rule makes a sign that another one looks for.
    signs = text.signs()
    if not signs.isdisjoint(COPYRIGHT[0]) and not LISTED.search(text.mask):
        text.apply(COPYRIGHT)
    for rule in COMMON:
        if not rule[0] or not signs.isdisjoint(rule[0]):
            text.apply(rule)
    if shapes is not None:
        text.edit(quote_edits(text.mask, shapes))
    for rule in rules:
        if not rule[0] or not signs.isdisjoint(rule[0]):
            text.apply(rule)
    return _parted(text)


@cache
def _rules(language: str) -> tuple[Shapes | None, tuple[Rule, ...]]:
    """Return the quotation marks and the rules of a language; those of others are not loaded."""
    if language in _RUSSIAN:
        from app.text.rules_ru import RUSSIAN

        return RUSSIAN_QUOTES, RUSSIAN
    if language == "en":
        from app.text.rules_en import ENGLISH

        return ENGLISH_QUOTES, ENGLISH
    return None, ()


def _parted(text: Marked) -> tuple[str, ...]:
    ends = [*text.cuts[1:], len(text.text)] if text.cuts else []
    return tuple([text.text[start:end] for start, end in zip(text.cuts, ends, strict=True)])
