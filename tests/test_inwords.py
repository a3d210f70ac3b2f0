"""The amount in words, as contracts write it: it reads back to the number, in the right gender and number."""

import re
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.i18n import Words
from app.inwords import amount_in_words
from app.layout.words import Words as WordsOfLayout
from app.model.money import minor_digits, round_money
from app.store.currencies import CURRENCIES
from tests.tools import catalogs

NAMED = ["RUB", "USD", "EUR", "KZT", "BYN", "UAH", "GBP", "CNY", "JPY", "KWD"]

RUSSIAN_WORDS = """
ноль один одна два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать
пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят
восемьдесят девяносто сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот
"""
RUSSIAN_NUMBERS = [0, 1, 1, 2, 2, *range(3, 20), *range(20, 100, 10), *range(100, 1000, 100)]
RUSSIAN = dict(zip(RUSSIAN_WORDS.split(), RUSSIAN_NUMBERS, strict=True))
RUSSIAN_SCALES = {"тысяч": 10**3, "миллион": 10**6, "миллиард": 10**9, "триллион": 10**12, "квадриллион": 10**15}
RUSSIAN_ENDINGS = "(а|и|ов|)"

ENGLISH_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety
"""
ENGLISH = dict(zip(ENGLISH_WORDS.split(), [*range(20), *range(20, 100, 10)], strict=True))
ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15}


def d(text: str | int) -> Decimal:
    return Decimal(text)


def read_russian(words: list[str]) -> int:
    """Read a number that somebody wrote out in Russian; raises KeyError at a word that is none."""
    whole = group = 0
    for word in words:
        scale = next((size for stem, size in RUSSIAN_SCALES.items() if re.fullmatch(stem + RUSSIAN_ENDINGS, word)), 0)
        if scale:
            whole, group = whole + group * scale, 0
        else:
            group += RUSSIAN[word]
    return whole + group


def read_english(words: list[str]) -> int:
    """Read a number that somebody wrote out in English; raises KeyError at a word that is none."""
    whole = group = 0
    for word in words:
        if word == "hundred":
            group *= 100
        elif word in ENGLISH_SCALES:
            whole, group = whole + group * ENGLISH_SCALES[word], 0
        elif word != "and":
            group += ENGLISH[word]
    return whole + group


def read(text: str, language: str) -> tuple[int, str, str]:
    """Return the whole units that a text tells, the name after them, and the figures of the minor ones."""
    known: Mapping[str, int] = RUSSIAN if language == "ru" else {**ENGLISH, **ENGLISH_SCALES, "hundred": 100, "and": 0}
    words = re.findall(r"[^\W\d]+", text.lower())
    figures = re.findall(r"\d+", text)
    count = next((i for i, word in enumerate(words) if not is_number(word, known)), len(words))
    number = (read_russian if language == "ru" else read_english)(words[:count])
    rest = text[text.lower().index(words[count]) :] if count < len(words) else ""
    return number, rest, figures[0] if figures else ""


def is_number(word: str, known: Mapping[str, int]) -> bool:
    return word in known or any(re.fullmatch(stem + RUSSIAN_ENDINGS, word) for stem in RUSSIAN_SCALES)


amounts = st.one_of(
    st.decimals(0, 10**12, places=2),
    st.integers(0, 10**12).map(Decimal),
    st.decimals(0, 2000, places=2),
    st.sampled_from([Decimal(10**n) for n in range(13)]),
)


@settings(max_examples=400, deadline=None)
@given(amounts, st.sampled_from(NAMED), st.sampled_from(["ru", "en"]))
def test_the_words_read_back_to_the_amount(amount: Decimal, currency: str, language: str) -> None:
    digits = minor_digits(currency)
    number, _, figures = read(amount_in_words(amount, currency, language), language)
    assert len(figures) == digits
    assert number + d(figures or 0).scaleb(-digits) == round_money(amount, currency)


def russian_form(number: int, one: str, few: str, many: str) -> str:
    """The grammar books' rule, written apart from that of the program."""
    last, teens = number % 10, number // 10 % 10 == 1
    return many if teens or last == 0 or last > 4 else one if last == 1 else few


@settings(max_examples=300, deadline=None)
@given(amounts)
def test_roubles_and_kopecks_have_the_form_of_their_number(amount: Decimal) -> None:
    rounded = round_money(amount, "RUB")
    whole, kopecks = int(rounded), int(rounded % 1 * 100)
    told = amount_in_words(amount, "RUB", "ru")
    name = russian_form(whole, "рубль", "рубля", "рублей")
    assert told.endswith(f" {name} {kopecks:02}\u00a0{russian_form(kopecks, 'копейка', 'копейки', 'копеек')}")
    one, two = (" один ", " два ") if whole % 100 not in (11, 12) else ("", "")
    assert whole % 10 != 1 or one in f" {told.lower()}"
    assert whole % 10 != 2 or two in f" {told.lower()}"


@pytest.mark.parametrize(
    ("amount", "currency", "russian", "english"),
    [
        ("123000.50", "RUB", "Сто двадцать три тысячи рублей 50 копеек",
         "One hundred and twenty-three thousand roubles and 50 kopecks"),
        ("0", "RUB", "Ноль рублей 00 копеек", "Zero roubles and 00 kopecks"),
        ("0.01", "RUB", "Ноль рублей 01 копейка", "Zero roubles and 01 kopeck"),
        ("1", "RUB", "Один рубль 00 копеек", "One rouble and 00 kopecks"),
        ("11.11", "RUB", "Одиннадцать рублей 11 копеек", "Eleven roubles and 11 kopecks"),
        ("21001.22", "RUB", "Двадцать одна тысяча один рубль 22 копейки", "Twenty-one thousand and one roubles and 22 kopecks"),
        ("2", "USD", "Два доллара США 00 центов", "Two US dollars and 00 cents"),
        ("1", "USD", "Один доллар США 00 центов", "One US dollar and 00 cents"),
        ("22", "UAH", "Двадцать две гривны 00 копеек", "Twenty-two hryvnias and 00 kopiykas"),
        ("21", "JPY", "Двадцать одна иена", "Twenty-one yen"),
        ("2", "EUR", "Два евро 00 центов", "Two euros and 00 cents"),
        ("5.03", "GBP", "Пять фунтов стерлингов 03 пенса", "Five pounds sterling and 03 pence"),
        ("3", "BYN", "Три белорусских рубля 00 копеек", "Three Belarusian roubles and 00 kopecks"),
        ("1000000.04", "KZT", "Один миллион тенге 04 тиына", "One million tenge and 04 tiyn"),
        ("4", "CNY", "Четыре юаня 00 фэней", "Four yuan and 00 fen"),
        ("1.005", "KWD", "Один кувейтский динар 005 филсов", "One Kuwaiti dinar and 005 fils"),
        ("5.5", "RON", "Пять RON 50/100", "Five RON 50/100"),
    ],
)  # fmt: skip
def test_amounts_as_contracts_write_them(amount: str, currency: str, russian: str, english: str) -> None:
    """Whole units in words with a capital, minor units as figures, zeros too."""
    assert amount_in_words(d(amount), currency, "ru").replace("\u00a0", " ") == russian
    assert amount_in_words(d(amount), currency, "en").replace("\u00a0", " ") == english


def test_half_a_kopeck_is_rounded_as_everywhere() -> None:
    assert amount_in_words(d("2.675"), "RUB", "ru") == "Два рубля 68\u00a0копеек"
    assert amount_in_words(d("0.995"), "RUB", "ru") == "Один рубль 00\u00a0копеек"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_currency_is_told_by_its_name_or_its_code(language: str) -> None:
    for currency in sorted(CURRENCIES):
        told = amount_in_words(d(5), currency, language)
        number, name, figures = read(told, language)
        assert (number, len(figures)) == (5, minor_digits(currency)), told
        assert name, told
        assert currency in told or currency not in name


@pytest.mark.parametrize("language", ["ru", "en"])
def test_whole_numbers_are_units_and_not_kopecks(language: str) -> None:
    """num2words takes a whole number of a currency for its minor units: 500 would be five roubles."""
    assert read(amount_in_words(d(500), "RUB", language), language)[0] == 500
    assert read(amount_in_words(d("500.00"), "RUB", language), language)[0] == 500
    assert read(amount_in_words(d("5E+2"), "RUB", language), language)[0] == 500


@pytest.mark.parametrize("language", ["ru", "en"])
def test_amounts_that_no_words_know_are_figures(language: str) -> None:
    told = amount_in_words(d("1e33"), "RUB", language)
    assert re.sub(r"\D", "", told) == "1" + "0" * 33 + "00"
    assert read(amount_in_words(d("999999999999999999.99"), "RUB", language), language)[0] == 10**18 - 1


@pytest.mark.parametrize("amount", ["-0.01", "-5", "NaN", "sNaN", "Infinity", "-Infinity", "1e50", "1e308", "1e999999"])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="no amount"):
        amount_in_words(d(amount), "RUB", "ru")


def test_minus_zero_is_nothing() -> None:
    assert amount_in_words(d("-0.00"), "RUB", "ru") == "Ноль рублей 00\u00a0копеек"


def test_documents_say_it_in_their_language() -> None:
    words: WordsOfLayout = Words("ru")
    assert words.in_words(d(2), "UAH") == "Две гривны 00\u00a0копеек"
    assert Words("en").in_words(d(2), "EUR") == "Two euros and 00\u00a0cents"


def test_num2words_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, app.inwords, app.i18n; app.i18n.Words('ru')('Total'); print('num2words' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=catalogs.ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
