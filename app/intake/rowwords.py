"""The words by which a row that is no line item can be told: totals, discounts, VAT, bullets, numbering."""

import re

_END = r"(?=$|[\s:.,(—–%]|-(?!\w)|\d)"
_TOTAL = re.compile(
    rf"(?:\d+[.)]?\s*)?(?:итого|всего|подытог|промежуточный итог|(?:общий )?итог(?=$|\s*[:.])"
    rf"|общая (?:стоимость|сумма)|итоговая стоимость"
    rf"|общая трудоемкость|к оплате|сумма к оплате"
    rf"|стоимость (?:работ )?(?:итого|всего)|сумма итого|со скидкой|с учетом скидки|sub-?\s?total|grand total"
    rf"|total due|amount due|balance due){_END}"
)
_TOTAL_ENGLISH = re.compile(
    r"(?:section|phase|stage|block|module|part|sprint|project|estimate)\s+(?:sub-?\s?totals?|totals?)(?:\s*[:.,(—–-].*|\s+\d.*)?"
    r"|totals?(?:\s*[:.,(—–-].*)?|(?:net |gross |overall )totals?\b.*"
    r"|totals? (?:for|of|hours?|days?|costs?|price|amount|sum|due|incl\w*\.?|excl\w*\.?"
    r"|with|without|net|gross|before|after|to pay|vat|effort|budget|section|phase|stage)\b.*"
)
_ENDS_AS_TOTAL = re.compile(r"(.{2,}?)[\s,:—–-]+(?:итого|всего|total|subtotal)[:.]?")
_SUBTOTAL = re.compile(
    r"подытог|промежуточный|sub-?\s?total|по (?:раздел|этап|блок|фаз|модул)|за (?:раздел|этап|блок|фаз)|(?:section|phase|stage)"
)
_GRAND = re.compile(
    r"общ|по проект|по смет|по договор|по всем|к оплате|grand|overall|due|весь проект|с ндс|без ндс|со скидк|vat|after discount"
)
_WITHOUT_VAT = re.compile(r"без\s+(?:учета\s+)?ндс|excl\w*\.? vat|without vat|net of vat|ex\.? vat")
_WITH_VAT = re.compile(r"(?:с|включая|вкл\.?|с учетом|в т\. ?ч\.?)\s+ндс|incl\w*\.? vat|with vat")
_OF_WHICH = re.compile(r"в\s*т\.?\s*ч\.?,?\s*ндс|в том числе,?\s*ндс|включая ндс|вкл\.? ндс|incl\w*\.? vat|of which vat")
_NUMBER_FOLLOWS = r"(?=$|\s*[:(,.%–—\d]|\s*-(?!\w)|\s*-\d"
_DISCOUNT = re.compile(
    rf"(?:(?:\w+(?:ая|яя|ша)\s+){{0,2}}скидка{_END}|(?:(?:сумма|размер)\s+)?скидк[иу]{_NUMBER_FOLLOWS})"
    rf"|(?:[\w-]+\s+){{0,2}}?discount{_NUMBER_FOLLOWS}|\s+(?:for|of)\b)|(?:промокод|promo ?code){_NUMBER_FOLLOWS}))"
)
_VAT = re.compile(
    r"(?:\+\s*|плюс\s+|сумма\s+|кроме того,?\s+|в\s*т\.?\s*ч\.?,?\s*|в том числе,?\s*|включая\s+|с учетом\s+"
    r"|incl\w*\.?\s+|of which\s+|plus\s+)?"
    rf"(?:ндс|vat|налог на добавленную стоимость|value added tax){_NUMBER_FOLLOWS}"
    r"|\s+(?:по|к|от|не|в\s*т|сверху|включ|учт|дополн|итого|всего|rate|amount|on|at|is|not|incl|excl|exempt))"
)
_EXEMPT = re.compile(
    r"не облага\w+[^.;]*ндс|ндс[^.;]{0,40}не (?:облага|предусмотр|взима|начисл|исчисл)|без ндс"
    r"|без налога \(ндс\)|освобожден\w*[^.;]*ндс"
    r"|vat[\s-]+(?:exempt|free)|exempt from vat|no vat|not subject to vat|without vat|reverse charge"
)
_INCLUDED = re.compile(
    r"в\s*т\.?\s*ч\.?,?\s*ндс|в том числе,?\s*ндс|(?:включа|учитыва|учтен)\w*\s+(?:в себя\s+)?ндс|вкл\.? ндс|с учетом ндс|\bс ндс"
    r"|ндс[^.;]{0,30}(?:включен|учтен)|incl\w*\.?\s+vat|of which\s+vat|vat[^.;]{0,20}includ|with vat"
)
_ADDED = re.compile(
    r"ндс[^.;]{0,30}(?:сверху|дополнительно)|(?:\+|плюс|кроме того,?)\s*ндс|(?:plus|\+) vat|vat[^.;]{0,20}(?:on top|extra|added)"
)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%")
_BULLET = re.compile(r"(?:[-–—•·▪●*✓]|--)\s+(?=\S)")
_NOTE = re.compile(
    r"\*|примечани|прим\.|note\b|notes\b|n\.?b\.?|внимание|срок действия|условия оплаты|цены указаны|стоимость указана|prices are"
)
_SECTION = re.compile(
    r"(?:раздел|этап|блок|фаза|стадия|модуль|часть|phase|stage|section|part|block|module|sprint|спринт)\b", re.IGNORECASE
)
_NUMBERING = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)([.)]?)(?=\s|$)")
_LETTERS = re.compile(r"[^\W\d_]")


def plain(text: str) -> str:
    """Return a text as the patterns here expect it: lower case, `ё` as `е`, single spaces."""
    return re.sub(r"\s+", " ", text.strip().lower().replace("ё", "е"))


def is_total(text: str, section: str = "") -> bool:
    """Tell whether a text heads a row of sums: `Итого по разделу`, `Total:`, or the section's own title before `итого`."""
    words = plain(text)
    if _TOTAL.match(words) or _TOTAL_ENGLISH.fullmatch(words):
        return True
    if not section:
        return False
    before = _ENDS_AS_TOTAL.fullmatch(words)
    return bool(before and before[1] == plain(section)) or words == f"total {plain(section)}"


def is_subtotal(text: str) -> bool:
    """Tell whether a total says that it is of a part only."""
    return bool(_SUBTOTAL.search(plain(text)))


def is_grand(text: str) -> bool:
    """Tell whether a total says that it is of everything."""
    words = plain(text)
    return bool(_GRAND.search(words)) and not is_subtotal(words)


def total_vat(text: str) -> str:
    """Return what a total says about VAT: "with", "without", "included" (`в т. ч. НДС`) or nothing."""
    words = plain(text)
    if _OF_WHICH.search(words):
        return "included"
    return "without" if _WITHOUT_VAT.search(words) else "with" if _WITH_VAT.search(words) else ""


def is_discount(text: str) -> bool:
    """Tell whether a text heads a discount: `Скидка 10%`, `Ваша скидка`, `Early-bird discount`."""
    return bool(_DISCOUNT.match(plain(text)))


def discount_reason(text: str) -> str:
    """Return what a discount is for: its text without the word itself and without the per cents."""
    rest = _PERCENT.sub(" ", text)
    rest = re.sub(r"^\s*(?:скидк[аиу]|discount)\b", " ", rest, flags=re.IGNORECASE)
    return re.sub(r"\s+", " ", rest).strip(" :.,—–-()")


def is_vat(text: str) -> bool:
    """Tell whether a text heads a row of VAT, or says that there is none."""
    words = plain(text)
    return bool(_VAT.match(words)) or bool(_EXEMPT.match(words))


def vat_mode(text: str) -> str:
    """Return "exempt", "added", "included" or nothing, by what a text says about VAT."""
    words = plain(text)
    if _ADDED.search(words):
        return "added"
    if _EXEMPT.search(words) and not _PERCENT.search(words):
        return "exempt"
    return "included" if _INCLUDED.search(words) else ""


def percent_in(text: str) -> str:
    """Return the first number of per cents in a text, with a decimal point."""
    match = _PERCENT.search(text)
    return match[1].replace(",", ".") if match else ""


def bullet(text: str) -> str:
    """Return a text without the bullet that it begins with, or nothing where it has none."""
    match = _BULLET.match(text)
    return text[match.end() :].strip() if match else ""


def is_note(text: str) -> bool:
    """Tell whether a lone text is a remark and no title: it says so, or it is a sentence."""
    return bool(_NOTE.match(plain(text))) or len(text) > 120 or (len(text) > 60 and text.rstrip().endswith("."))


def is_section_word(text: str) -> bool:
    """Tell whether a lone text calls itself a section, or shouts, or ends with a colon."""
    bare = text.strip()
    shouts = len(_LETTERS.findall(bare)) > 3 and bare == bare.upper()
    return bool(_SECTION.match(bare)) or shouts or bare.endswith(":")


def numbering(text: str) -> tuple[int, ...]:
    """Return the number that a text is or begins with, `1.2.` as (1, 2); empty for none."""
    match = _NUMBERING.match(text.strip())
    return tuple(int(part) for part in match[1].split(".")) if match else ()


def without_numbering(text: str, loose: bool = False) -> str:
    """Return a title on one line without the number before it: `1. Дизайн`, `2) Вёрстка`; `1.2 Логотип` only when `loose`."""
    title = " ".join(filter(None, map(str.strip, text.splitlines())))
    match = _NUMBERING.match(title)
    if not match or not (match[2] or (loose and "." in match[1])):
        return title
    return title[match.end() :].strip() or title
