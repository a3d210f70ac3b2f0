"""Numbers, money, dates and phrases the way Russian and English write them; catalogs that are whole."""

import ast
import datetime
import gettext
import re
import subprocess
import sys
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from babel.messages.catalog import Catalog
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import CONVENTIONS, INTERFACE, Words, phrase
from app.layout.words import Words as WordsOfLayout
from app.model.money import round_money
from tests.tools import catalogs

RU = Words("ru")
EN = Words("en")
DAY = datetime.date(2026, 11, 21)


def d(text: str) -> Decimal:
    return Decimal(text)


def test_the_layout_can_speak_with_it() -> None:
    words: WordsOfLayout = Words("ru")
    assert words.language == "ru"


@given(st.decimals(-(10**15), 10**15, places=2), st.sampled_from([RU, EN]))
def test_numbers_are_written_as_babel_writes_them(number: Decimal, words: Words) -> None:
    locale = CONVENTIONS[words.language].locale
    assert words.number(number) == format_decimal(number + 0, "#,##0.##", locale).replace("-", "−")
    assert words.amount(number, "EUR", decimals=True) == format_decimal(number + 0, "#,##0.00", locale).replace("-", "−")
    whole = round(number)
    assert words.amount(Decimal(whole), "JPY") == format_decimal(whole, "#,##0", locale).replace("-", "−")


@pytest.mark.parametrize(
    ("amount", "currency", "decimals", "russian", "english"),
    [
        ("1234500", "RUB", None, "1 234 500 ₽", "₽1,234,500"),
        ("1234500.00", "RUB", None, "1 234 500 ₽", "₽1,234,500"),
        ("1234.5", "RUB", None, "1 234,50 ₽", "₽1,234.50"),
        ("1234.5", "RUB", False, "1 234,50 ₽", "₽1,234.50"),
        ("1234", "EUR", True, "1 234,00 €", "€1,234.00"),
        ("-1234.5", "EUR", None, "−1 234,50 €", "−€1,234.50"),
        ("999", "JPY", True, "999 ¥", "¥999"),
        ("1.5", "KWD", None, "1,500 KWD", "KWD 1.500"),
        ("12", "CHF", None, "12 CHF", "CHF 12"),
        ("0", "RUB", None, "0 ₽", "₽0"),
        ("-1200.5", "", None, "−1 200,50", "−1,200.50"),
        ("-0.001", "RUB", None, "0 ₽", "₽0"),
        ("0.005", "RUB", None, "0,01 ₽", "₽0.01"),
    ],
)
def test_money(amount: str, currency: str, decimals: bool | None, russian: str, english: str) -> None:
    """Thousands are kept together by no-break spaces, and the sign never leaves its number."""
    assert RU.money(d(amount), currency, decimals=decimals) == russian.replace(" ", "\u00a0")
    assert EN.money(d(amount), currency, decimals=decimals) == english.replace(" ", "\u00a0")


def test_an_amount_is_money_without_its_sign() -> None:
    assert RU.amount(d("-1234500"), "RUB") == "−1\u00a0234\u00a0500"
    assert EN.amount(d("1234500"), "USD", decimals=True) == "1,234,500.00"


def test_the_price_of_a_unit_keeps_what_is_smaller_than_a_kopeck() -> None:
    """1,000 copies at 333.333 are 333,333.00: a reader who multiplies must not find another sum."""
    prices = ("333.333", "333.3300", "1200", "0.0375", "33.33333333333")
    assert [RU.price(d(n), "RUB") for n in prices] == ["333,333", "333,33", "1\u00a0200", "0,0375", "33,333333"]
    assert [EN.price(d(n), "JPY") for n in ("333.4", "10001")] == ["333.4", "10,001"]
    assert [RU.count(d(n)) for n in ("0.125", "1000", "2.50")] == ["0,125", "1\u00a0000", "2,5"]


def test_a_currency_without_a_sign_is_its_code() -> None:
    assert [RU.currency_sign(code) for code in ("RUB", "USD", "KZT", "AED")] == ["₽", "$", "₸", "AED"]


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2), st.sampled_from(sorted(CONVENTIONS)), st.booleans())
def test_what_is_written_is_the_amount_and_nothing_else(amount: Decimal, language: str, decimals: bool) -> None:
    text = Words(language).amount(amount, "RUB", decimals=decimals)
    plain = text.replace("\u00a0", "").replace("−", "-")
    plain = plain.replace(",", ".") if language == "ru" else plain.replace(",", "")
    assert Decimal(plain) == round_money(amount, "RUB")


def test_numbers_have_up_to_two_decimals() -> None:
    assert [RU.number(d(n)) for n in ("12", "12.50", "0.125", "-1234.5", "1000")] == [
        "12",
        "12,5",
        "0,13",
        "−1\u00a0234,5",
        "1\u00a0000",
    ]
    assert EN.number(d("12345.678")) == "12,345.68"


def test_hours_and_percents() -> None:
    assert (RU.hours(d("12")), EN.hours(d("12.50"))) == ("12\u00a0ч", "12.5\u00a0h")
    assert (RU.percent(d("20")), EN.percent(d("7.5"))) == ("20\u00a0%", "7.5%")


def test_dates() -> None:
    assert (RU.date(DAY), EN.date(DAY)) == ("21 ноября 2026 года", "21 November 2026")
    assert (RU.date(DAY, "short"), EN.date(DAY, "short")) == ("21.11.2026", "21 Nov 2026")
    assert (RU.month(DAY), EN.month(DAY)) == ("ноябрь 2026", "November 2026")


def test_days_and_months_alone() -> None:
    assert (RU.day(DAY), EN.day(DAY)) == ("21\u00a0ноября", "21\u00a0November")
    assert (RU.day(DAY, short=True), EN.day(DAY, short=True)) == ("21\u00a0нояб.", "21\u00a0Nov")
    assert (RU.month(DAY, short=True), EN.month(DAY, short=True, year=False)) == ("нояб.\u00a02026", "Nov")
    assert (RU.month(DAY, year=False), EN.month(DAY, year=False)) == ("ноябрь", "November")


@pytest.mark.parametrize(
    ("first", "last", "year", "russian", "english"),
    [
        ("2026-09-14", "2026-09-27", False, "14–27 сентября", "14–27 September"),
        ("2026-09-14", "2026-09-14", False, "14 сентября", "14 September"),
        ("2026-09-14", "2026-10-02", False, "14 сентября — 2 октября", "14 September – 2 October"),
        ("2026-09-14", "2026-10-02", True, "14 сентября — 2 октября 2026", "14 September – 2 October 2026"),
        ("2026-12-28", "2027-01-09", False, "28 декабря — 9 января", "28 December – 9 January"),
        ("2026-12-28", "2027-01-09", True, "28 декабря 2026 — 9 января 2027", "28 December 2026 – 9 January 2027"),
        ("2026-09-14", "2027-09-20", False, "14 сентября — 20 сентября", "14 September – 20 September"),
    ],
)
def test_periods_are_as_short_as_they_can_be(first: str, last: str, year: bool, russian: str, english: str) -> None:
    days = (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert RU.period(*days, year=year).replace("\u00a0", " ") == russian
    assert EN.period(*days, year=year).replace("\u00a0", " ") == english


def test_weeks_take_the_form_of_their_number() -> None:
    assert [RU.weeks(d(n)) for n in ("1", "2", "5", "21", "2.5")] == [
        "1 неделя",
        "2 недели",
        "5 недель",
        "21 неделя",
        "2,5 недели",
    ]
    assert [EN.weeks(d(n)) for n in ("1", "2", "2.5")] == ["1 week", "2 weeks", "2.5 weeks"]
    assert (RU.weeks(d("0.5")), EN.weeks(d("0.50"))) == ("полнедели", "half a week")


def test_lists() -> None:
    assert (RU.listing(["A", "B", "C"]), EN.listing(["A", "B", "C"])) == ("A, B и C", "A, B and C")
    assert (RU.listing(["A", "B"]), RU.listing(["A"]), RU.listing([])) == ("A и B", "A", "")


def test_a_phrase_nobody_translated_stays_as_it_is_and_takes_its_values() -> None:
    assert RU("Nobody wrote {what} down", what="это") == "Nobody wrote это down"


def test_a_value_with_braces_is_only_text() -> None:
    assert RU("Hello {name}", name="{name.__class__}") == "Hello {name.__class__}"


def test_plural_takes_the_number_as_the_language_writes_it() -> None:
    assert EN.plural("{n} drawer", "{n} drawers", 1) == "1 drawer"
    assert EN.plural("{n} drawer", "{n} drawers", 1200) == "1,200 drawers"
    assert EN.plural("{n} drawer", "{n} drawers", d("1.5")) == "1.5 drawers"


def test_an_unknown_language_speaks_english() -> None:
    assert Words("tlh").language == "en"


def test_the_window_knows_the_words_of_documents_too() -> None:
    own = {message.id for message in current("interface", "ru")}
    for message in current("document", "ru"):
        if message.id and message.id not in own and isinstance(message.id, str):
            assert Words("ru", INTERFACE)._catalog.gettext(message.id) == RU._catalog.gettext(message.id)


def test_a_marked_phrase_is_itself() -> None:
    assert phrase("Total") == "Total"


def test_babel_is_not_loaded_before_something_is_formatted() -> None:
    code = "import sys; from app.i18n import Words; Words('ru')('Total'); print('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=catalogs.ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@cache
def current(domain: str, language: str) -> Catalog:
    """The catalog of the code as it is: read once, because it takes a while."""
    return catalogs.current(domain, language)


each_catalog = pytest.mark.parametrize(
    ("language", "domain"), [(language, domain) for language in catalogs.LANGUAGES for domain in catalogs.DOMAINS]
)


@each_catalog
def test_every_phrase_of_the_code_is_translated(language: str, domain: str) -> None:
    assert catalogs.untranslated(current(domain, language)) == []


@each_catalog
def test_the_catalogs_are_those_of_the_code(language: str, domain: str) -> None:
    """`python -m tests.tools.catalogs` has been run: phrases, sources and compiled files agree."""
    path = catalogs.po_path(domain, language)
    assert path.read_bytes() == catalogs.po_bytes(current(domain, language))
    assert path.with_suffix(".mo").read_bytes() == catalogs.mo_bytes(current(domain, language))
    with path.with_suffix(".mo").open("rb") as compiled:
        gettext.GNUTranslations(compiled)


@each_catalog
def test_translations_have_the_placeholders_of_their_phrases(language: str, domain: str) -> None:
    def placeholders(text: str) -> set[str]:
        return set(re.findall(r"\{\w*\}", text))

    for message in current(domain, language):
        if message.id and catalogs.is_whole(message.string):
            phrases = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            found = [placeholders(str(text)) for text in (*phrases[-1:], *strings)]
            assert all(one == other for one, other in pairwise(found)), message.id


@each_catalog
def test_translations_end_with_an_ellipsis_where_their_phrases_do(language: str, domain: str) -> None:
    """An ellipsis says that something will be asked: in every language or in none."""
    pairs = [(message.id, message.string) for message in current(domain, language)]
    assert [one for one, other in pairs if isinstance(one, str) and other and one.endswith("…") != other.endswith("…")] == []


@each_catalog
def test_translations_keep_the_spaces_and_the_full_stop_at_the_ends(language: str, domain: str) -> None:
    for message in current(domain, language):
        if isinstance(message.id, str) and message.id and message.string:
            string = str(message.string)
            is_short = message.id[-1:].isalpha() and string.endswith(".") and len(string) < 6  # an abbreviation has its own
            assert is_short or (message.id[:1] == " ", message.id[-1:] in " .…:") == (string[:1] == " ", string[-1:] in " .…:")


@each_catalog
def test_translations_have_the_mnemonic_and_the_plain_quotes_of_their_phrases(language: str, domain: str) -> None:
    """Another number of them is a slip of whoever typed the translation."""
    pairs = [(message.id, message.string) for message in current(domain, language)]
    whole = [(one, other) for one, other in pairs if isinstance(one, str) and one and isinstance(other, str) and other]
    assert [one for one, other in whole if any(one.count(sign) != other.count(sign) for sign in '&"')] == []


def test_the_window_takes_its_quotes_from_the_language_that_it_speaks() -> None:
    """Quotes that stand in the code would be English ones within a Russian sentence; those of phrases are translated."""
    found = [
        f"{file.relative_to(catalogs.ROOT)}:{part.lineno}"
        for file in sorted((catalogs.ROOT / "widgets").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for part in node.values
        if isinstance(part, ast.Constant) and set("“”«»") & set(str(part.value))
    ]
    assert found == []


@each_catalog
def test_translations_have_only_the_straight_quotes_of_their_phrases(language: str, domain: str) -> None:
    """One that has more was put together wrongly."""
    pairs = [(message.id, message.string) for message in current(domain, language)]
    assert [one for one, other in pairs if isinstance(one, str) and other and one and one.count('"') < other.count('"')] == []
