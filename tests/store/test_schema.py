"""The published schema says the same as the codec, and explains every key."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from app.model.proposal import Proposal
from app.store.codec import encode
from app.store.schema import schema
from app.store.schema_docs import FIELDS
from app.store.source import source_bytes
from tests.store import strategies

PUBLISHED = Path(__file__).resolve().parents[2] / "assets" / "schema" / "proposal.schema.json"
CHECKER = jsonschema.Draft202012Validator(schema())


def test_the_published_file_is_the_schema() -> None:
    """After a change: python -m app.store.schema > assets/schema/proposal.schema.json."""
    assert json.loads(PUBLISHED.read_text("utf-8")) == schema()


def test_the_schema_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def objects(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {"Proposal": found, **found["$defs"]}


def test_every_key_and_every_object_is_described() -> None:
    for name, found in objects(schema()).items():
        assert found["description"], name
        for key, value in found["properties"].items():
            assert value.get("description"), f"{name}.{key}"


def test_no_description_is_left_of_a_field_that_is_gone() -> None:
    described = {f"{name}.{key}" for name, found in objects(schema()).items() for key in found["properties"]}
    only_in_library = {
        key for key in FIELDS if key.startswith(("Block.", "BlockVersion.", "Variant.", "ClientCard.", "RateCard."))
    }
    assert set(FIELDS) - only_in_library <= described


@given(strategies.proposals)
@settings(max_examples=40, deadline=None)
def test_everything_that_is_written_obeys_the_schema(proposal: Proposal) -> None:
    CHECKER.validate(json.loads(source_bytes(proposal)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"tilte": "x"},
        {"title": 5},
        {"language": "de"},
        {"currency": "rub"},
        {"schema": 99},
        {"estimate_file": "../estimate.xlsx"},
        {"sections": [{"kind": "nothing"}]},
        {"sections": [{"title": "x"}]},
        {"sections": [{"kind": "cover", "picture": {"file": "/etc/passwd"}}]},
        {"people": [{"role": "x"}]},
        {"estimate": {"discount": {"percent": 101}}},
        {"estimate": {"sections": [{"items": [{"rate": -1}]}]}},
        {"estimate": {"sections": [{"items": [{"rate": "-1"}]}]}},
        {"valid_until": "31.03.2026"},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(wrong: dict[str, Any]) -> None:
    assert not CHECKER.is_valid({"date": "2026-03-31", **wrong})


def test_a_source_typed_by_hand_needs_little() -> None:
    CHECKER.validate(
        {
            "$schema": "proposal.schema.json",
            "date": "2026-03-31",
            "estimate_file": "estimate.xlsx",
            "people": [{"name": "Анна", "photo": {"file": "media/anna.jpg"}}],
            "sections": [{"kind": "cover", "picture": None}, {"kind": "letter", "text": "Здравствуйте"}],
            "estimate": {"sections": [{"items": [{"rate": 1500.5, "quantity": "3"}]}]},
        }
    )


def test_the_encoded_form_has_no_key_that_the_schema_lacks() -> None:
    known = schema()["properties"]
    assert isinstance(known, dict)
    proposal = Proposal(date=strategies.datetime.date(2026, 3, 31), title="x")
    assert set(encode(proposal)) <= set(known)
