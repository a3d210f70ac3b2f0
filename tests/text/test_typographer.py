"""The typographer sets what typing leaves out, and leaves alone what is not prose."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.text.style import CharStyle, Span
from app.text.typographer import AMOUNT, _typographed, typograph, typograph_spans

STYLE, BOLD = CharStyle(("serif",), 10), CharStyle(("bold",), 10)


def ru(text: str) -> str:
    """Typographed Russian with ~ for a no-break space."""
    return typograph(text, "ru").replace("\u00a0", "~")


def en(text: str) -> str:
    return typograph(text, "en").replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('сайт "Ромашка"', "сайт «Ромашка»"),
        ('"Кафе "Ромашка" открыто"', "«Кафе „Ромашка“ открыто»"),
        ('ООО "Ромашка "Плюс""', "ООО~«Ромашка „Плюс“»"),
        ("“Ромашка”", "«Ромашка»"),
        ('("раз"), "два"!', "(«раз»), «два»!"),
        ('монитор 27" и выше', 'монитор 27" и~выше'),
        ('без пары "', 'без~пары "'),
    ],
)
def test_russian_quotation_marks(typed: str, expected: str) -> None:
    assert ru(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Дизайн - это", "Дизайн~— это"),
        ("Дизайн -- это", "Дизайн~— это"),
        ("Дизайн – это", "Дизайн~— это"),
        ("- Привет", "—~Привет"),
        ("8-12 недель", "8–12~недель"),
        ("2019-2021 гг.", "2019–2021~гг."),
        ("кто-то", "кто-то"),
        ("№ 12-34", "№~12-34"),
        ("24-7", "24-7"),
        ("2026-11-21", "2026-11-21"),
        ("-5 °C", "−5~°C"),
        ("1920x1080 и 3 х 5", "1920×1080 и~3~×~5"),
        ("адрес 0x1F", "адрес 0x1F"),
    ],
)
def test_russian_dashes_and_signs(typed: str, expected: str) -> None:
    assert ru(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("в Москве и на Урале", "в~Москве и~на~Урале"),
        ("Что как для нас", "Что~как~для~нас"),
        ("если бы он же знал ли", "если~бы он~же знал~ли"),
        ("№5, § 7", "№~5, §~7"),
        ("И.И. Иванов, Петров А. С.", "И.~И.~Иванов, Петров~А.~С."),
        ("12 ₽, 5 ч, 10 кг, 2026 г.", "12~₽, 5~ч, 10~кг, 2026~г."),
        ("10 процентов за 5 часов", "10~процентов за~5~часов"),
        ("12 июня 2026 года", "12~июня 2026~года"),
        ("т.е. и т.д. и т. п.", "т.~е. и~т.~д. и~т.~п."),
        ("г. Москва, ул. Ленина, д. 5", "г.~Москва, ул.~Ленина, д.~5"),
        ("1 250 000 руб.", "1~250~000~руб."),
        ("1250000 руб.", "1250000~руб."),
        ("в 2026 году", "в~2026~году"),
        ("Готово...", "Готово…"),
        ("(c) 2026", "©~2026"),
        ("(a) раз (b) два (c) Три", "(a) раз (b) два (c) Три"),
        ("об'єкт", "об’єкт"),
        ("XX век", "XX~век"),
    ],
)
def test_russian_spaces_and_abbreviations(typed: str, expected: str) -> None:
    assert ru(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"Yes," he said - "no"...', "“Yes,” he said~— “no”…"),
        ('"a "nested" one"', "“a~‘nested’ one”"),
        ("don't ask 'why' in the '90s", "don’t ask ‘why’ in the ’90s"),
        ("dogs' bones 'tis", "dogs’ bones ’tis"),
        ("Mr. Smith, No. 5, p. 7", "Mr.~Smith, No.~5, p.~7"),
        ("a day, 5 hours, 8-12 days", "a~day, 5~hours, 8–12~days"),
        ("5 – 7", "5~– 7"),
        ("J. R. Smith & I am", "J.~R.~Smith &~I~am"),
        ("5'10\"", "5'10\""),
    ],
)
def test_english(typed: str, expected: str) -> None:
    assert en(typed) == expected


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/a--b?c=1x2&d='e'...",
        "www.example.com/a-b--c",
        "info.mail-box@example-site.co.uk",
        '`a - b "c" -- d...`',
        "+7 (495) 123-45-67",
        "8 800 555-35-35",
        "123-45-67",
        "2026-11-21",
        "example.com/path--x",
    ],
)
def test_addresses_code_and_telephones_are_left_alone(text: str) -> None:
    for language in ("ru", "en"):
        assert typograph(text, language) == text
        assert text in typograph(f'Смотри "тут" - {text} - и "там"', language)


def test_other_languages_get_only_what_is_common() -> None:
    assert typograph('"Hallo" - 3x4...', "de") == '"Hallo" - 3×4…'


def test_a_quotation_may_open_in_one_span_and_close_in_another() -> None:
    spans = (Span('Он сказал "да', STYLE), Span(', сейчас" - и', BOLD, link="https://x"), Span("...", STYLE))
    done = typograph_spans(spans, "ru")
    assert [span.text for span in done] == ["Он сказал «да", ", сейчас»\u00a0— и", "…"]
    assert [(span.style, span.link) for span in done] == [(span.style, span.link) for span in spans]


def test_spans_that_need_nothing_are_given_back() -> None:
    spans = (Span("Смета", STYLE),)
    assert typograph_spans(spans, "ru") is spans


PIECES = [
    "слово", "Word", "в", "а", "же", "I", "a", " ", " ", " ", "\u00a0", "\n", '"', "'", "“", "”", "„", "«", "»", "‘", "’",
    "-", "--", "–", "—", "...", "…", "5", "12", "2026", "000", "x", "х", "×", "№", "§", "©", "(c)", "(C) ", "т.е.", "и т. д.",
    "И. И. ", "Иванов", "г.", "ул. ", "руб.", "₽", "%", "°C", ".", ",", "!", "(", ")", "https://a.ru/b", "a@b.ru", "`",
    "+7 495 123-45-67", "'90s", "Mr. ", "ООО ", "\u0301", "−", "=", "/", "\ue000",
]  # fmt: skip


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.sampled_from(["ru", "en", "de"]))
@example('"a" "b"" "', "ru")
def test_running_it_again_changes_nothing(text: str, language: str) -> None:
    once = typograph(text, language)
    assert typograph(once, language) == once


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.lists(st.integers(0, 40), max_size=3))
def test_how_a_text_is_cut_into_spans_changes_nothing(pieces: list[str], cuts: list[int]) -> None:
    text = "".join(pieces)
    ends = sorted(min(cut, len(text)) for cut in cuts)
    parts = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    done = typograph_spans(tuple(Span(part, STYLE) for part in parts), "ru")
    assert "".join(span.text for span in done) == typograph(text, "ru")
    assert len(done) == len(parts)


@given(st.text(max_size=60))
def test_letters_and_digits_are_never_lost(text: str) -> None:
    for language in ("ru", "en"):
        kept = [char for char in typograph(text, language) if char.isalnum() and char not in "xXхХ"]
        assert kept == [char for char in text if char.isalnum() and char not in "xXхХ"] or "(" in text


@pytest.mark.parametrize(
    "piece", ['"', "'", "-", " ", "a-", "1-", "a.", "1 ", "a@", "`", ".", "(c)", "http", "И.", "т.е.", "\u00a0", "+7 "]
)
@pytest.mark.timeout(60)
def test_a_long_hostile_text_is_read_in_linear_time(piece: str) -> None:
    """With quadratic rules this would run for many minutes; the time limit is there to end it."""
    text = piece * (100_000 // len(piece)) + "x"
    assert typograph(text, "ru")


@given(st.from_regex(AMOUNT, fullmatch=True), st.sampled_from(("ru", "en", "de")))
def test_amounts_as_the_program_writes_them_have_all_their_signs(text: str, language: str) -> None:
    assert _typographed((text,), language) == (text,)
    assert typograph(text, language) == text
