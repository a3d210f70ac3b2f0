"""Broken and hostile JSON files are refused in a friendly way."""

from decimal import Decimal

import pytest

from app.store import jsonfile
from app.store.jsonfile import dump, parse


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "json-empty"),
        (b"\n\n  ", "json-empty"),
        (b"\x00" * 4096, "json-empty"),
        (b"{", "json-broken"),
        (b'{"a": 1,}', "json-broken"),
        (b"{'a': 1}", "json-broken"),
        ('{"a": "я"}'.encode("cp1251"), "json-not-utf8"),
        ('{"a": "я"}'.encode("utf-16"), "json-not-utf8"),
        (b"[" * 200_000, "json-too-deep"),
        (b'{"a":' * 200_000, "json-too-deep"),
        (b"[" * 200_000 + b"]" * 200_000, "json-too-deep"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, code: str) -> None:
    parsed = parse(data, "proposal.json")
    assert parsed.value is None
    assert [(found.code, found.where) for found in parsed.problems] == [(code, "proposal.json")]


def test_a_mistake_is_shown_with_line_and_column() -> None:
    (found,) = parse(b'{\n  "title": "x"\n  "date": 1\n}', "proposal.json").problems
    assert (found.fact("line"), found.fact("column")) == ("3", "3")
    assert "date" in found.fact("near")


def test_a_foreign_encoding_is_shown_with_its_line() -> None:
    (found,) = parse(b'{\n "title":\n "\xff"}', "proposal.json").problems
    assert found.fact("line") == "3"


def test_a_file_over_the_limit_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonfile, "LARGEST_FILE", 10)
    assert parse(b'{"a": 1}  ', "x").value == {"a": 1}
    assert [found.code for found in parse(b'{"a": 1}   ', "x").problems] == ["json-too-large"]


def test_a_byte_order_mark_is_accepted() -> None:
    assert parse(b'\xef\xbb\xbf{"a": 1}', "x").value == {"a": 1}


def test_keys_written_twice_are_reported_with_their_place() -> None:
    parsed = parse(b'{"a": [{"b": 1, "b": 2, "b": 3}], "c": {"d": {"e": 1, "f": 1, "e": 2}}}', "x")
    assert parsed.value == {"a": [{"b": 3}], "c": {"d": {"e": 2, "f": 1}}}
    assert {(found.code, found.where, found.fact("key")) for found in parsed.problems} == {
        ("json-key-twice", "a[0]", "b"),
        ("json-key-twice", "c.d", "e"),
    }


def test_numbers_keep_their_digits() -> None:
    assert parse(b"[1234.50, 2.675]", "x").value == [Decimal("1234.50"), Decimal("2.675")]


def test_writing_is_made_for_comparing_lines() -> None:
    assert dump({"title": "Море", "list": [1]}) == '{\n  "title": "Море",\n  "list": [\n    1\n  ]\n}\n'.encode()


def test_a_file_of_endlessly_many_values_is_refused_before_it_fills_the_memory() -> None:
    (found,) = parse(b"[" + b"1," * jsonfile.MOST_VALUES + b"1]", "x").problems
    assert found.code == "json-too-many"
