"""Signing, deciding and consenting as edits of a proposal."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.edits.estimate import duplicate_section, item_path
from app.edits.fields import set_value
from app.edits.signing import approve_limit, sign_section, unsign_section, waive_change
from app.model.proposal import Proposal
from app.model.signoff import Limit
from app.signoff import Changed, Signed, Status, Unsigned, status
from app.store.source import read_source, write_proposal
from tests.edits.checks import changed_fields
from tests.values import these

NOON = datetime.datetime(2026, 10, 14, 12, 0, tzinfo=datetime.UTC)


def found(proposal: Proposal, place: int = 0) -> Status:
    estimate = proposal.estimate
    return status(estimate.sections[place], estimate.hours_a_day, estimate.hours_a_month)


def lowered(proposal: Proposal) -> Proposal:
    return set_value(proposal, f"{item_path('s1', 'i1')}/quantity", Decimal(8))


def test_signing_changing_letting_pass_and_signing_again(plain: Proposal) -> None:
    signed = sign_section(plain, "s1", "Vera Kim", NOON)
    assert isinstance(found(signed), Signed)
    changed = lowered(signed)
    told = found(changed)
    assert isinstance(told, Changed)
    assert these(told.before, told.after, told.waiver) == (10, 8, None)
    passed = found(waive_change(changed, "s1", "Oleg", NOON, "Agreed"))
    assert isinstance(passed, Changed)
    assert passed.waiver
    assert isinstance(found(sign_section(changed, "s1", "Vera Kim", NOON)), Signed)


def test_a_decision_stays_in_the_record_when_the_section_is_signed_again(plain: Proposal) -> None:
    decided = waive_change(lowered(sign_section(plain, "s1", "Vera", NOON)), "s1", "Oleg", NOON, "Agreed")
    waiver = sign_section(decided, "s1", "Vera", NOON).estimate.sections[0].waiver.value
    assert waiver is not None
    assert waiver.reason == "Agreed"


def test_a_signature_can_be_taken_back(plain: Proposal) -> None:
    signed = sign_section(plain, "s1", "Vera Kim", NOON)
    assert unsign_section(signed, "s1") == plain
    assert isinstance(found(unsign_section(signed, "s1")), Unsigned)


def test_a_copy_of_a_signed_section_is_not_signed(plain: Proposal) -> None:
    copied = duplicate_section(sign_section(plain, "s1", "Vera Kim", NOON), "s1")
    assert isinstance(found(copied, 0), Signed)
    assert isinstance(found(copied, 1), Unsigned)


def test_consent_touches_nothing_else(plain: Proposal) -> None:
    agreed = approve_limit(plain, Limit.DISCOUNT, Decimal(25), "Lead", NOON, "Pilot project")
    assert changed_fields(plain, agreed) == {"estimate"}
    assert replace(agreed.estimate, approvals=plain.estimate.approvals) == plain.estimate


def test_a_section_that_is_not_there(plain: Proposal) -> None:
    with pytest.raises(KeyError):
        sign_section(plain, "s9", "Vera Kim", NOON)


def test_a_signature_holds_after_saving_and_opening(plain: Proposal, tmp_path: Path) -> None:
    proposal = waive_change(lowered(sign_section(plain, "s1", " Vera Kim", NOON)), "s1", "Oleg", NOON, "Agreed")
    assert write_proposal(tmp_path, proposal) == ()
    opened = read_source(tmp_path).proposal
    assert opened is not None
    assert found(opened) == found(proposal)
