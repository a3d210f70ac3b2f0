"""Little English words at the ends of lines of large type."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.text.fonts import FontBook
from app.text.paragraph import compose
from app.text.style import CharStyle, ParagraphStyle, Span
from app.text.ties import LITTLE

TITLES = (
    "The Sea in February", "Launching the Quiet Harbour brand for a family from Helsinki", "Who will do the work",
    "A brand, a website with a flat finder and a launch for the quarter",
)  # fmt: skip


def lines(book: FontBook, text: str, width: float, *, tie: bool, balance: bool = True) -> list[str]:
    char = CharStyle(("display",), 40)
    style = ParagraphStyle(leading=40, hyphenate=False, balance=balance, tie=tie)
    return [line.text for line in compose((Span(text, char),), width, style, book).lines]


@pytest.mark.parametrize("balance", [True, False])
@pytest.mark.parametrize("text", TITLES)
def test_a_line_of_a_title_does_not_end_with_a_little_word(book: FontBook, text: str, balance: bool) -> None:
    for line in lines(book, text, 320, tie=True, balance=balance)[:-1]:
        assert line.split()[-1].lower() not in LITTLE["en"], line


def test_small_type_is_broken_as_ever(book: FontBook) -> None:
    assert lines(book, "The Sea in February", 270, tie=False, balance=False) == ["The Sea in", "February"]
    assert lines(book, "The Sea in February", 270, tie=True, balance=False) == ["The Sea", "in February"]


def test_a_title_takes_no_further_line_to_keep_them_together(book: FontBook) -> None:
    """Where a little word and its noun are wider than a line together, the line ends between them."""
    assert lines(book, "Into extraordinary", 300, tie=True) == ["Into", "extraordinary"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "the", "of", "in", "harbour", "light", "sea", "and", "unforgettable", "to"]), max_size=14),
    st.integers(60, 600),
)
def test_tying_loses_no_word_and_adds_no_line(book: FontBook, words: list[str], width: int) -> None:
    text = " ".join(words)
    tied, plain = (lines(book, text, width, tie=tie) for tie in (True, False))
    assert len(tied) <= len(plain)
    # A hard-broken word has no hyphen in its text.
    assert "".join("".join(tied).split()) == "".join("".join(plain).split())
