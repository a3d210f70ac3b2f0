"""How cells look: a calm table for any house, without colours of its own beyond greys."""

from decimal import Decimal
from typing import Any

from app.i18n import Words
from app.model.money import minor_digits

FONT = "Calibri"
INK, MUTED, LINE, SHADE, ENTRY = "#1F2328", "#6B7280", "#D5D8DC", "#F3F4F6", "#FBFAF3"

_HEAD = {
    "bold": True, "font_color": MUTED, "font_size": 9, "bottom": 2, "bottom_color": INK, "text_wrap": True, "valign": "bottom"
}  # fmt: skip
_SECTION = {"bold": True, "bg_color": SHADE, "top": 1, "top_color": LINE}
_PART = {"bold": True, "bottom": 1, "bottom_color": LINE}
_TOTAL = {"bold": True, "font_size": 14, "top": 2, "top_color": INK}
_RULE = {"bottom": 4, "bottom_color": LINE}
_ENTRY = {**_RULE, "bg_color": ENTRY, "align": "right"}

LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "text_wrap": False},
    "meta": {"font_color": MUTED, "text_wrap": False},
    "names": {"font_color": MUTED, "font_size": 8},
    "head": _HEAD,
    "head-indent": {**_HEAD, "indent": 1},
    "head-center": {**_HEAD, "align": "center"},
    "head-right": {**_HEAD, "align": "right"},
    "text": {},
    "plain": {"number": "unseen"},
    "number-text": {**_RULE, "font_color": MUTED},
    "item": {**_RULE, "text_wrap": True, "indent": 1},
    "muted": {**_RULE, "font_color": MUTED, "text_wrap": True},
    "choice": {**_RULE, "font_color": MUTED, "text_wrap": True, "indent": 1},
    "section": {**_SECTION, "text_wrap": True},
    "section-text": {**_SECTION, "bold": False, "font_color": MUTED, "text_wrap": True},
    "section-money": {**_SECTION, "number": "money"},
    "section-hours": {**_SECTION, "number": "number"},
    "part": {**_PART, "text_wrap": True},
    "part-text": {**_PART, "bold": False, "font_color": MUTED, "text_wrap": True},
    "part-money": {**_PART, "number": "money"},
    "part-hours": {**_PART, "number": "number"},
    "sum": {"text_wrap": True, "font_color": MUTED},
    "sum-money": {"number": "money", "font_color": MUTED},
    "strong": {"bold": True, "text_wrap": True},
    "strong-money": {"bold": True, "number": "money"},
    "strong-hours": {"bold": True, "number": "number"},
    "total": _TOTAL,
    "total-money": {**_TOTAL, "number": "money"},
    "total-hours": {**_TOTAL, "number": "number"},
    "equivalent-money": {"number": "equivalent", "font_color": MUTED},
    "heading": {"bold": True, "bottom": 1, "bottom_color": LINE},
    "note": {"font_color": MUTED, "italic": True, "text_wrap": True, "valign": "top"},
    "money": {**_RULE, "number": "money"},
    "hours": {**_RULE, "number": "number"},
    "flag": {**_RULE, "number": "flag", "align": "center"},
    "input-money": {**_ENTRY, "number": "money"},
    "input-number": {**_ENTRY, "number": "number"},
    "input-percent": {**_ENTRY, "number": "percent"},
    "input-flag": {**_ENTRY, "number": "flag", "align": "center"},
}  # fmt: skip
"""Properties of XlsxWriter by the name of a look; `number` names a number format of `number_formats`."""


def number_formats(words: Words, currency: str, equivalent: str) -> dict[str, str]:
    """Return the number formats of a document; spreadsheet programs write the separators of their user's language."""
    return {
        "money": money_format(words, currency),
        "equivalent": money_format(words, equivalent),
        "number": "General",
        "percent": words.percent(Decimal(1)).replace("1", 'General"') + '"',
        "flag": "0",
        "unseen": ";;;",
    }


def money_format(words: Words, currency: str) -> str:
    """Return the number format of amounts in a currency, with its sign where the language writes it."""
    figures = "#,##0" + ("." + "0" * minor_digits(currency) if minor_digits(currency) else "")
    if not currency:
        return figures
    before, _, after = words.money(Decimal(1), currency).replace('"', "").partition("1")
    shown = (f'"{before}"' if before else "") + figures + (f'"{after}"' if after else "")
    return f'{shown};-{shown};"–"'


def properties(look: str, formats: dict[str, str]) -> dict[str, Any]:
    """Return the properties of a look for XlsxWriter."""
    own = dict(LOOKS[look])
    number = own.pop("number", "")
    base = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "top"}
    return {**base, **own, **({"num_format": formats[number]} if number else {})}
