"""Whatever stands in a record, and wherever: every whole word of it finds it."""

import dataclasses
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.internal import Internal
from app.model.richtext import RichText
from app.store.search import pages
from app.store.search.feed import Fed, Record
from app.store.search.index import Index
from app.store.search.page import Page
from app.store.search.seal import digest_of
from tests.store import strategies

NO_WORDS = {
    "id",
    "history",
    "link",
    "file",
    "block",
    "rate_card",
    "left_on",
    "permission_until",
    "currency",
    "time_zone",
    "language",
}


class OnePage:
    """A feed of one record."""

    name = "one"

    def __init__(self, page: Page) -> None:
        self._page = page

    def feed(self, token: str) -> Fed:
        return Fed(
            "", (Record(self._page.kind, self._page.id, digest_of(self._page), lambda: self._page),), True, tuple(pages.Kind)
        )


def texts(value: Any) -> list[str]:
    """Return every text in a record, found without the index's help."""
    if type(value) is str:
        return [value]
    if isinstance(value, RichText):
        return [value.text]
    if isinstance(value, Internal):
        return texts(value.value)
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    if dataclasses.is_dataclass(value):
        names = (field.name for field in dataclasses.fields(value) if field.name not in NO_WORDS)
        return [text for name in names for text in texts(getattr(value, name))]
    return []


def check(page: Page, value: Any) -> None:
    with TemporaryDirectory() as folder:
        index = Index(Path(folder), [OnePage(page)])
        assert index.update().changes == 1
        missed = [
            word for word in " ".join(texts(value)).split() if any(map(str.isalnum, word)) and len(index.search(f"{word} ")) != 1
        ]
        index.close()
    assert not missed


@given(strategies.blocks)
@settings(max_examples=30, deadline=None)
def test_of_a_block(block: Any) -> None:
    check(pages.of_block(block), block)


@given(strategies.people)
@settings(max_examples=15, deadline=None)
def test_of_a_person(person: Any) -> None:
    check(pages.of_person(person), person)


@given(strategies.references)
@settings(max_examples=15, deadline=None)
def test_of_a_reference(reference: Any) -> None:
    check(pages.of_reference(reference), reference)


@given(strategies.client_cards)
@settings(max_examples=15, deadline=None)
def test_of_a_client(card: Any) -> None:
    check(pages.of_client(card), card)


@given(st.text("аёйеЯabz 19-_İßﬁ́", max_size=40))
@settings(max_examples=30, deadline=None)
def test_of_a_name_with_odd_letters(name: str) -> None:
    page = pages.of_person(pages.Person(id="x", name=name))
    check(page, pages.Person(id="x", name=name))
