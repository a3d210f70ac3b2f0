"""What differs between two texts is told by words, loses nothing, and can be read."""

import random
import threading
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.matching import matched
from app.blocks.storydiff import story_diff
from app.blocks.worddiff import Change, Stretch, is_changed, new_text, old_text, string_diff, text_diff
from app.model.notation import parse, write
from app.model.picture import Picture
from app.model.sections import Figure
from tests.blocks.samples import FIGURES, story

MARKS = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}"}
few_words = st.lists(st.sampled_from(["мы", "рисуем", "знаки", "a", "the", ",", ".", " ", "  ", "\n\n", "\n"]), max_size=40)
texts = st.one_of(st.text(max_size=60), few_words.map("".join), few_words.map(" ".join))


def marked(stretches: tuple[Stretch, ...]) -> str:
    return "".join(MARKS[one.change].format(one.text) for one in stretches)


@given(texts, texts)
def test_nothing_of_either_text_is_lost(old: str, new: str) -> None:
    """What was removed and what is the same make the old text, what was added and what is the same the new one."""
    found = string_diff(old, new)
    assert (old_text(found), new_text(found)) == (old, new)
    assert is_changed(found) == (old != new)
    assert all(one.text for one in found)
    assert all(one.change is not other.change for one, other in pairwise(found))


@given(texts)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert string_diff(text, text) == ((Stretch(Change.SAME, text),) if text else ())


@given(st.lists(st.integers(0, 5), max_size=30), st.lists(st.integers(0, 5), max_size=30))
def test_what_is_matched_is_the_same_and_in_order(old: list[int], new: list[int]) -> None:
    pairs = matched(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(pairs))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Мы рисуем знаки, которые узнают по половине.",
            "Мы рисуем знаки и шрифты, которые узнают по половине.",
            "Мы рисуем знаки{+ и шрифты+}, которые узнают по половине.",
        ),
        ("The cat sat on the mat.", "The dog stood on the mat.", "The [-cat sat-]{+dog stood+} on the mat."),
        ("за 12,5 часа", "за 12,8 часа", "за [-12,5-]{+12,8+} часа"),
        ("Санкт-Петербург", "Петербург", "[-Санкт-Петербург-]{+Петербург+}"),
        ("don't stop", "do stop", "[-don't-]{+do+} stop"),
        ("", "новое", "{+новое+}"),
    ],
)
def test_words_are_told_whole(old: str, new: str, expected: str) -> None:
    assert marked(string_diff(old, new)) == expected


def test_words_between_two_changes_that_are_too_few_are_told_with_them() -> None:
    """Not one word here and one word there."""
    found = string_diff("Красный и зелёный и синий дом у моря стоит.", "Белый и жёлтый и серый дом у моря стоит.")
    assert marked(found) == "[-Красный и зелёный и синий-]{+Белый и жёлтый и серый+} дом у моря стоит."


def test_a_new_paragraph_stands_between_the_others() -> None:
    found = string_diff("Первый абзац.\n\nВторой абзац о сроках.", "Первый абзац.\n\nНовый.\n\nВторой абзац о сроках.")
    assert marked(found) == "Первый абзац.\n\n{+Новый.\n\n+}Второй абзац о сроках."


def test_changes_of_two_paragraphs_are_not_joined() -> None:
    found = string_diff("Первый день.\n\nВторой день.", "Третий день.\n\nПятый день.")
    assert next(one.text for one in found if one.change is Change.SAME).startswith(" день.\n\n")


def test_a_word_that_became_strong_shows_it() -> None:
    old, new = parse("Успех есть."), parse("**Успех** есть.")
    found = text_diff(old, new)
    assert (old_text(found), new_text(found)) == (write(old), write(new))
    assert "**Успех**" in marked(found)


@pytest.mark.parametrize("words", [3000, 40])
def test_a_book_is_compared_without_waiting(words: int) -> None:
    """40,000 words with a thousand edits, of many words and of few; told closely, not as one change."""
    chance = random.Random(7)
    book = [f"слово{chance.randrange(words)}" for _ in range(40_000)]
    other = list(book)
    for place in chance.sample(range(len(other)), 1000):
        other[place] = "правка"
    old, new = " ".join(book), " ".join(other)
    found = finished(old, new)
    assert (old_text(found), new_text(found)) == (old, new)
    assert sum(len(one.text) for one in found if one.change is Change.SAME) > len(old) * 0.8


@pytest.mark.parametrize(
    ("old", "new"),
    [("x" * 1_000_000, "x" * 999_999), ("." * 100_000, "," * 100_000), ("да нет " * 20_000, "нет нет да " * 14_000)],
    ids=["one endless word", "signs only", "two words"],
)
def test_hostile_texts_are_compared_too(old: str, new: str) -> None:
    found = finished(old, new)
    assert (old_text(found), new_text(found)) == (old, new)


def finished(old: str, new: str) -> tuple[Stretch, ...]:
    """Compare in a thread that is given a minute: what is quadratic takes far longer."""
    found: list[tuple[Stretch, ...]] = []
    work = threading.Thread(target=lambda: found.append(string_diff(old, new)), daemon=True)
    work.start()
    work.join(60)
    assert found, "still comparing after a minute"
    return found[0]


def test_a_story_is_compared_field_by_field() -> None:
    old = story(figures=FIGURES, pictures=(Picture(file="media/a.jpg", caption="Море"),))
    new = story("Мы рисуем шрифты.", title="Цель", figures=(*FIGURES, Figure(value="9")), pictures=())
    found = {one.field: marked(one.stretches) for one in story_diff(old, new)}
    assert list(found) == ["title", "text", "figures", "pictures"]
    assert found["text"] == "Мы рисуем [-знаки-]{+шрифты+}."
    assert found["figures"] == "412 — квартир\n24 — недели\n{+9\n+}"
    assert found["pictures"] == "[-Море\n-]"


def test_another_picture_with_the_same_caption_is_a_change() -> None:
    old, new = (story(pictures=(Picture(file=file, caption="Море"),)) for file in ("media/a.jpg", "media/b.jpg"))
    assert [marked(one.stretches) for one in story_diff(old, new)] == ["[-Море\n-]{+Море\n+}"]
    assert story_diff(old, old) == ()
