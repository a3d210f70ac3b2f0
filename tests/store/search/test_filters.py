"""What is found can be narrowed down by kind, tag, language and status."""

from app.store.search.index import Index, Tag
from tests.store.search.world import ids


def test_by_kind_and_by_finer_kind(index: Index) -> None:
    assert set(ids(index, "договор", kinds=("block",))) == {"mission", "terms"}
    assert ids(index, "договор", kinds=("block/terms",)) == ["terms"]
    assert set(ids(index, "", kinds=("reference/third-party", "person"))) == {"spring", "anna"}
    assert ids(index, "", kinds=("reference/own",)) == []


def test_by_tags_of_which_all_must_be_there(index: Index) -> None:
    assert set(ids(index, "", tags=("договор",))) == {"terms", "spring"}
    assert ids(index, "", tags=("Договор", "VIDEO")) == ["spring"]
    assert ids(index, "paper", tags=("о студии",)) == []


def test_by_language_where_a_record_without_one_fits_every_language(index: Index) -> None:
    assert set(ids(index, "", languages=("en",))) == {"mission", "anna", "spring", "layout"}
    assert ids(index, "", languages=("en",), kinds=("block",)) == ["mission"]


def test_by_status(index: Index) -> None:
    assert ids(index, "", statuses=("approved",)) == ["mission"]
    assert ids(index, "", statuses=("draft",), kinds=("proposal",)) == ["КП-2026-0017 Стиль"]


def test_a_slip_is_forgiven_among_what_was_narrowed_down(index: Index) -> None:
    assert ids(index, "догвор", kinds=("reference",)) == ["spring"]


def test_tags_are_told_with_how_many_have_them(index: Index) -> None:
    assert index.tags()[0] == Tag("Договор", 2)
    assert {tag.name for tag in index.tags()} == {"Договор", "video", "О студии", "ценности", "розница"}
