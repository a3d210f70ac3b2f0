"""What was found is shown with the words that were looked for, and what is internal is never shown."""

import pytest

from app.store.search.index import Hit, Index


def found(index: Index, text: str) -> Hit:
    return index.search(text)[0]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet.text[start:end] for start, end in hit.snippet.marks]


def test_a_word_of_the_name_is_marked_there(index: Index) -> None:
    hit = found(index, "березова")
    assert [hit.title[start:end] for start, end in hit.marks] == ["Берёзова"]


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("договоров слово", "lead", ["договор", "слово"]),
        ("эскиз", "text", ["эскизы"]),
        ("зелен", "text", ["зелёный"]),
        ("исследвание", "text", ["исследование"]),
        ("design packaging", "text", ["design", "packaging"]),
        ("терпит", "quote", ["терпит"]),
    ],
)
def test_other_words_are_marked_in_the_text_they_stand_in(index: Index, text: str, field: str, words: list[str]) -> None:
    hit = index.search(text, kinds=("block/mission",))[0]
    assert (hit.snippet.field, marked(hit)) == (field, words)


def test_rich_text_is_shown_without_its_marks(index: Index) -> None:
    assert found(index, "эскизы").snippet.text == "Сначала исследование, потом эскизы. зелёный чай на встречах"


def test_insiders_find_internal_notes_but_never_see_them_in_a_list(index: Index) -> None:
    hit = found(index, "отпуск")
    assert (hit.id, hit.snippet.field, hit.snippet.text, hit.snippet.marks) == ("anna", "internal", "", ())
    everything = repr([index.search(text) for text in ("отпуск", "дешевле", "анна", "каталога", "")])
    assert "августе" not in everything
    assert "отдаём" not in everything
