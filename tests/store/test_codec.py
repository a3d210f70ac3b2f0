"""A proposal survives being written and read; what is wrong in a file is named with its place."""

import datetime
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from app.model.block import Block, Variant
from app.model.client import Client
from app.model.estimate import LineItem
from app.model.internal import Internal
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.model.sections import Cover, Story
from app.problems import Problem, Severity, stops
from app.store.codec import decode, encode
from app.store.jsonfile import dump, parse
from app.store.place import MOST_PROBLEMS
from app.store.texts import LONGEST_TEXT
from tests.store import strategies

DAY = "2026-03-31"


def read(**keys: Any) -> tuple[Proposal, dict[str, str]]:
    """Decode a proposal with a date and these keys; return it and the codes of its problems by place."""
    decoded = decode(Proposal, {"date": DAY, **keys})
    assert decoded.value is not None
    return decoded.value, codes(decoded.problems)


def codes(problems: tuple[Problem, ...]) -> dict[str, str]:
    return {found.where: found.code for found in problems}


def item(**keys: Any) -> tuple[LineItem, dict[str, str]]:
    proposal, found = read(estimate={"sections": [{"items": [keys]}]})
    places = {where.removeprefix("estimate.sections[0].items[0]."): code for where, code in found.items()}
    return proposal.estimate.sections[0].items[0], places


@given(strategies.proposals)
@settings(max_examples=60, deadline=None)
def test_every_proposal_comes_back_as_it_was(proposal: Proposal) -> None:
    parsed = parse(dump(encode(proposal)), "proposal.json")
    decoded = decode(Proposal, parsed.value)
    assert parsed.problems == decoded.problems == ()
    assert decoded.value == proposal


@given(strategies.blocks)
@settings(max_examples=30, deadline=None)
def test_every_library_block_comes_back_as_it_was(block: Block) -> None:
    decoded = decode(Block, json.loads(json.dumps(encode(block))))
    assert (decoded.value, decoded.problems) == (block, ())


def test_what_holds_its_default_is_not_written() -> None:
    proposal = Proposal(date=datetime.date(2026, 3, 31), title="Кампания", people=(Person(id="anna", name="Анна"),))
    assert encode(proposal) == {
        "number": "",
        "title": "Кампания",
        "language": "ru",
        "currency": "RUB",
        "date": DAY,
        "people": [{"id": "anna", "name": "Анна"}],
    }


def test_a_section_names_its_kind_first() -> None:
    proposal = Proposal(date=datetime.date(2026, 3, 31), sections=(Cover(id="s1", kicker="Весна"),))
    assert list(encode(proposal)["sections"][0].items()) == [("kind", "cover"), ("id", "s1"), ("kicker", "Весна")]  # type: ignore[index, union-attr, call-overload]


def test_money_is_written_as_exact_digits() -> None:
    assert encode(LineItem(id="i1", rate=Decimal("1234.50")))["rate"] == "1234.50"
    assert encode(LineItem(id="i1", rate=Decimal("1E+3")))["rate"] == "1000"
    assert encode(LineItem(id="i1", rate=Decimal("-0.00")))["rate"] == "0.00"


@pytest.mark.parametrize(
    ("written", "meant"),
    [('"1234.50"', "1234.50"), ("1234.50", "1234.50"), ("7", "7"), ("0.1", "0.1"), ("1e3", "1000"), ('"+5"', "5")],
)
def test_numbers_are_read_as_they_are_typed(written: str, meant: str) -> None:
    parsed = parse(b'{"title": "x", "rate": %s}' % written.encode(), "")
    found, problems = item(**parsed.value)  # type: ignore[arg-type]
    assert (found.rate, problems) == (Decimal(meant), {})


def test_a_float_counts_as_what_it_prints_as() -> None:
    assert item(rate=0.1)[0].rate == Decimal("0.1")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("NaN", "number-out-of-range"),
        ("Infinity", "number-out-of-range"),
        ("-Infinity", "number-out-of-range"),
        ("1e308", "number-out-of-range"),
        ("1e999999", "number-out-of-range"),
        ("1e99999999999999999999999", "number-out-of-range"),
        ("1e99999999", "number-out-of-range"),
        ("1e-999999", "number-out-of-range"),
        ("0." + "1" * 61, "number-out-of-range"),
        ("0." + "1" * 1_000_000, "number-out-of-range"),
        ('"' + "9" * 1_000_000 + '"', "number-out-of-range"),
        ("9" * 100_000, "number-out-of-range"),
        ("10000000000000", "number-out-of-range"),
        ('"NaN"', "value-not-number"),
        ('"1e5"', "value-not-number"),
        ('"1_000"', "value-not-number"),
        ('"1 000"', "value-not-number"),
        ('"1,5"', "value-not-number"),
        ('"１２"', "value-not-number"),
        ('""', "value-not-number"),
        ("true", "value-not-number"),
        ("[]", "value-not-number"),
        ("-1", "number-below"),
        ('"-0.01"', "number-below"),
    ],
)
def test_a_price_that_no_estimate_can_hold_is_refused(written: str, code: str) -> None:
    parsed = parse(b'{"title": "x", "rate": %s}' % written.encode(), "")
    found, problems = item(**parsed.value)  # type: ignore[arg-type]
    assert (found.rate, found.title, problems) == (None, "x", {"rate": code})


def test_negative_amounts_of_work_are_refused() -> None:
    found, problems = item(quantity=-3, hours=-1)
    assert problems == {"quantity": "number-below", "hours": "number-below"}
    assert (found.quantity, found.hours) == (1, None)


@pytest.mark.parametrize(("percent", "code"), [(-1, "number-below"), (100.5, "number-above")])
def test_a_discount_is_between_nothing_and_everything(percent: float, code: str) -> None:
    proposal, found = read(estimate={"discount": {"percent": percent}, "vat": {"rate": percent}})
    assert found == {"estimate.discount.percent": code, "estimate.vat.rate": code}
    assert proposal.estimate.discount.percent == 0


@pytest.mark.parametrize(
    ("keys", "where", "code"),
    [
        ({"language": "de"}, "language", "value-not-one-of"),
        ({"currency": "rub"}, "currency", "currency-unknown"),
        ({"currency": "XAU"}, "currency", "currency-unknown"),
        ({"brandbook": "../secret"}, "brandbook", "brandbook-name"),
        ({"brandbook": ""}, "brandbook", "brandbook-name"),
        ({"title": 5}, "title", "value-not-text"),
        ({"title": None}, "title", "value-not-text"),
        ({"valid_until": "31.03.2026"}, "valid_until", "value-not-date"),
        ({"valid_until": "20260331"}, "valid_until", "value-not-date"),
        ({"valid_until": "2026-02-30"}, "valid_until", "date-impossible"),
        ({"people": {}}, "people", "value-not-list"),
        ({"people": ["Анна"]}, "people[0]", "value-not-object"),
        ({"people": [{"name": "А", "languages": [1]}]}, "people[0].languages[0]", "value-not-text"),
        ({"people": [{"name": "А", "left_on": "вчера"}]}, "people[0].left_on", "value-not-date"),
        ({"people": [{"role": "арт-директор"}]}, "people[0]", "key-missing"),
        ({"client": []}, "client", "value-not-object"),
        ({"sections": [{}]}, "sections[0]", "kind-missing"),
        ({"sections": [{"kind": "cover"}, {"kind": "storey"}]}, "sections[1]", "kind-unknown"),
        ({"sections": [{"kind": ["cover"]}]}, "sections[0]", "kind-unknown"),
        ({"sections": [{"kind": "cover", "hidden": 1}]}, "sections[0].hidden", "value-not-flag"),
        ({"sections": [{"kind": "story", "text": []}]}, "sections[0].text", "value-not-text"),
        ({"sections": [{"kind": "story", "block_version": 1.0}]}, "sections[0].block_version", "value-not-whole"),
        ({"sections": [{"kind": "estimate", "detail": "all"}]}, "sections[0].detail", "value-not-one-of"),
        (
            {"sections": [{"kind": "story", "pictures": [{"file": "a.jpg", "focus_x": 2}]}]},
            "sections[0].pictures[0].focus_x",
            "number-above",
        ),
        (
            {"sections": [{"kind": "story", "pictures": [{"file": "a.jpg", "focus_y": "left"}]}]},
            "sections[0].pictures[0].focus_y",
            "value-not-number",
        ),
        ({"estimate": {"hours_a_day": 0}}, "estimate.hours_a_day", "number-below"),
        ({"estimate": {"rates": [{"amount": 5}]}}, "estimate.rates[0]", "key-missing"),
        ({"estimate": {"rates": [{"id": "art", "amount": -5}]}}, "estimate.rates[0].amount", "number-below"),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_the_rest_is_read(keys: dict[str, Any], where: str, code: str) -> None:
    proposal, found = read(subtitle="остальное", **keys)
    assert found == {where: code}
    assert proposal.subtitle == "остальное"


def test_a_proposal_without_a_date_is_none_but_its_other_faults_are_named_too() -> None:
    decoded = decode(Proposal, {"title": 5})
    assert decoded.value is None
    assert [found.code for found in decoded.problems] == ["value-not-text", "key-missing"]


def test_a_misspelt_key_is_an_error_that_says_what_was_meant() -> None:
    decoded = decode(Proposal, {"date": DAY, "tilte": "Кампания"})
    (found,) = decoded.problems
    assert (found.code, found.severity) == ("key-misspelt", Severity.ERROR)
    assert (found.fact("key"), found.fact("meant")) == ("tilte", "title")


def test_a_key_like_no_other_is_a_warning() -> None:
    (found,) = decode(Proposal, {"date": DAY, "zzz": [[[]]]}).problems
    assert (found.code, found.severity, found.fact("key")) == ("key-unknown", Severity.WARNING, "zzz")


def test_ids_may_be_left_out_and_are_the_same_each_time() -> None:
    keys: dict[str, Any] = {
        "people": [{"name": "А"}, {"name": "Б", "id": "p1"}, {"name": "В"}],
        "sections": [{"kind": "cover"}, {"kind": "references", "items": [{"title": "Работа"}]}],
        "estimate": {"sections": [{"items": [{}, {}]}]},
    }
    proposal, found = read(**keys)
    assert found == {}
    assert [person.id for person in proposal.people] == ["p2", "p1", "p3"]
    assert [section.id for section in proposal.sections] == ["s1", "s2"]
    assert proposal.sections[1].items[0].id == "r1"  # type: ignore[union-attr]
    assert [row.id for row in proposal.estimate.sections[0].items] == ["i1", "i2"]
    assert read(**keys)[0] == proposal


def test_the_second_of_two_equal_ids_gets_another_one() -> None:
    proposal, found = read(
        people=[{"id": "a", "name": "А"}, {"id": "a", "name": "Б"}, {"id": "x/y", "name": "В"}, {"id": 4, "name": "Г"}]
    )
    assert found == {"people[1].id": "id-twice", "people[2].id": "id-with-slash", "people[3].id": "value-not-text"}
    assert [person.id for person in proposal.people] == ["a", "p2", "p3", "p4"]


def test_a_rate_may_be_named_with_a_slash_and_a_second_one_never_replaces_the_first() -> None:
    rates = [{"id": "UX/UI", "amount": 1}, {"id": "UX/UI", "amount": 2}, {"id": "", "amount": 3}]
    proposal, found = read(estimate={"rates": rates})
    assert proposal.estimate.rates == (Rate(id="UX/UI", amount=Decimal(1)), Rate(id="UX/UI-2", amount=Decimal(2)))
    assert found == {"estimate.rates[1].id": "id-twice", "estimate.rates[2]": "key-missing"}


def test_a_block_holds_its_story_without_a_kind() -> None:
    decoded = decode(Block, {"name": "О нас", "variants": [{"story": {"title": "О нас"}}]})
    assert decoded.value == Block(id="b1", name="О нас", variants=(Variant(story=Story(id="s1", title="О нас")),))
    assert decoded.problems == ()


def test_the_place_starts_where_the_caller_says() -> None:
    (found,) = decode(Client, {"name": 1}, "clients[4]").problems
    assert found.where == "clients[4].name"


def test_internal_notes_are_wrapped_again() -> None:
    assert item(note="наценка 40 %")[0].note == Internal("наценка 40 %")


def test_broken_characters_are_replaced_with_a_warning_and_never_stop_a_save() -> None:
    parsed = parse(rb'{"date": "2026-03-31", "title": "a\ud800b", "subtitle": "\ud83d\ude00"}', "")
    decoded = decode(Proposal, parsed.value)
    assert decoded.value and (decoded.value.title, decoded.value.subtitle) == ("a�b", "😀")
    assert codes(decoded.problems) == {"title": "text-broken-character"}
    assert "a�b".encode() in dump(encode(Proposal(date=datetime.date(2026, 3, 31), title="a\udc80b")))


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../secret.jpg",
        "media/../../secret.jpg",
        "media\\..\\..\\secret.jpg",
        "C:\\secret.jpg",
        "c:secret.jpg",
        "\\\\server\\share\\a.jpg",
        "//server/share/a.jpg",
        "https://example.org/a.jpg",
        "file:///etc/passwd",
        "media/a.jpg\x00.png",
        "media/.. /a.jpg",
        "CON",
        "media/nul.jpg",
        "..",
        "./",
    ],
)
def test_a_picture_outside_of_the_folder_is_dropped(path: str) -> None:
    proposal, found = read(sections=[{"kind": "cover", "picture": {"file": path, "alt": "море"}}])
    assert found == {"sections[0].picture.file": "picture-outside"}
    assert proposal.sections == (Cover(id="s1", picture=Picture(file="", alt="море")),)


@pytest.mark.parametrize(
    ("path", "kept"), [("media\\a.jpg", "media/a.jpg"), ("./media//a.jpg", "media/a.jpg"), ("море.jpg", "море.jpg")]
)
def test_a_picture_inside_is_kept_with_forward_slashes(path: str, kept: str) -> None:
    proposal, found = read(sections=[{"kind": "cover", "picture": {"file": path}}])
    assert (proposal.sections[0].picture.file, found) == (kept, {})  # type: ignore[union-attr]


@pytest.mark.parametrize(("focus", "written"), [(float("nan"), 0.5), (float("inf"), 1.0), (-0.1, 0.0), (0.25, 0.25)])
def test_a_focus_beyond_the_picture_never_stops_a_save(focus: float, written: float) -> None:
    assert encode(Picture(file="a.jpg", focus_x=focus)).get("focus_x", 0.5) == written


def test_of_a_million_faults_a_thousand_are_told() -> None:
    rows = [1] * 100_000
    decoded = decode(Proposal, {"date": DAY, "people": rows, "title": 5, **{f"titl{number}": 1 for number in range(5000)}})
    assert decoded.value is not None
    assert len(decoded.problems) == MOST_PROBLEMS + 1
    assert decoded.problems[-1].code == "problems-too-many"
    assert stops(decoded.problems)


def test_a_text_without_end_is_left_out() -> None:
    proposal, found = read(title="x" * (LONGEST_TEXT + 1), subtitle="x" * LONGEST_TEXT)
    assert found == {"title": "text-too-long"}
    assert (proposal.title, len(proposal.subtitle)) == ("", LONGEST_TEXT)


def test_ids_of_many_siblings_are_made_without_trying_each_number_again() -> None:
    rows = [{"name": ""}] * 20_000 + [{"id": f"p{number}", "name": ""} for number in range(1, 20_001)]
    proposal, found = read(people=rows)
    assert found == {}
    assert len({person.id for person in proposal.people}) == 40_000
    assert proposal.people[0].id == "p20001"
