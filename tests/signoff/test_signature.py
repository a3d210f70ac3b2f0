"""Signing hours, and what of a section may change afterwards."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.estimate import EstimateSection, LineItem, Pricing
from app.model.internal import Internal
from app.model.path import put
from app.model.signoff import SignOff
from app.signoff import Change, Changed, Signed, Status, Tampered, Unsigned, sign, state_of, status, waive
from tests.values import these

DAY, MONTH = Decimal(8), Decimal(160)
NOON = datetime.datetime(2026, 10, 14, 12, 0, tzinfo=datetime.UTC)


def item(number: int, hours: int = 40, **values: object) -> LineItem:
    title = values.pop("title", f"Work {number}")
    return LineItem(id=f"i{number}", title=str(title), quantity=Decimal(hours), **values)  # type: ignore[arg-type]


def signed(*items: LineItem) -> EstimateSection:
    section = EstimateSection(id="s1", title="Design", items=items)
    return replace(section, signed=Internal(sign(section, "Vera Kim", NOON, DAY, MONTH)))


def with_items(section: EstimateSection, *items: LineItem) -> EstimateSection:
    return replace(section, items=items)


def found(section: EstimateSection) -> Status:
    return status(section, DAY, MONTH)


def changed(section: EstimateSection) -> Changed:
    told = found(section)
    assert isinstance(told, Changed)
    return told


def test_a_signature_tells_who_when_and_how_many_hours() -> None:
    """Days and months count as hours, an item without hours as none: 40 + 2 × 8 + 1 × 160 + 0."""
    section = signed(
        item(1),
        item(2, 2, pricing=Pricing.DAYS),
        item(3, 1, pricing=Pricing.MONTHS),
        item(4, 1, pricing=Pricing.FIXED),
    )
    signature = section.signed.value
    assert signature is not None
    assert these(signature.by, signature.at, signature.hours) == ("Vera Kim", "2026-10-14T12:00:00+00:00", Decimal(216))
    assert [one.hours for one in signature.items] == [40, 16, 160, 0]
    assert found(section) == Signed(signature)


def test_the_moment_is_kept_in_utc() -> None:
    moscow = datetime.datetime(2026, 10, 14, 15, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=3)))
    assert sign(EstimateSection(id="s1"), "V", moscow, DAY, MONTH).at == "2026-10-14T12:00:00+00:00"


def test_nobody_signs_without_a_name_or_a_known_moment() -> None:
    with pytest.raises(ValueError, match="name"):
        sign(EstimateSection(id="s1"), "  ", NOON, DAY, MONTH)
    with pytest.raises(ValueError, match="zone"):
        sign(EstimateSection(id="s1"), "V", NOON.replace(tzinfo=None), DAY, MONTH)


def test_a_section_that_nobody_signed_is_unsigned() -> None:
    assert found(EstimateSection(id="s1", items=(item(1),))) == Unsigned()


def test_hours_lowered_below_the_signed_ones_are_told_with_both() -> None:
    """120 → 96 h."""
    section = with_items(signed(item(1, 80), item(2, 40)), item(1, 56), item(2, 40))
    told = changed(section)
    assert these(told.before, told.after) == (120, 96)
    assert [these(one.id, one.before, one.after) for one in told.of(Change.LOWERED)] == [("i1", 80, 56)]
    assert len(told.changes) == 1


def test_more_hours_elsewhere_do_not_make_up_for_hours_taken_away() -> None:
    told = changed(with_items(signed(item(1, 80), item(2, 40)), item(1, 79), item(2, 400)))
    assert [one.id for one in told.changes] == ["i1"]


def test_more_hours_for_the_same_stay_signed() -> None:
    assert isinstance(found(with_items(signed(item(1, 80)), item(1, 81))), Signed)


def test_another_order_price_or_role_stays_signed() -> None:
    section = signed(item(1), item(2))
    moved = with_items(section, item(2, rate=Decimal(5)), item(1, role="designer", optional=True))
    assert isinstance(found(replace(moved, title="Other", note=Internal("x"))), Signed)


@pytest.mark.parametrize("field", ["title", "description", "unit"])
def test_another_scope_is_a_change(field: str) -> None:
    told = changed(with_items(signed(item(1)), put(item(1), field, "something else")))
    assert [one.change for one in told.changes] == [Change.SCOPE]


def test_spaces_are_no_change_of_scope() -> None:
    assert isinstance(found(with_items(signed(item(1, title="Two words")), item(1, title=" Two  words\n"))), Signed)


def test_more_units_for_the_signed_hours_are_another_scope() -> None:
    """Forty hours were signed for ten screens, not for twenty."""
    ten = replace(item(1, 10, pricing=Pricing.QUANTITY, unit="screen"), hours=Decimal(40))
    assert changed(with_items(signed(ten), replace(ten, quantity=Decimal(20)))).changes[0].change is Change.SCOPE
    assert isinstance(found(with_items(signed(ten), replace(ten, quantity=Decimal("10.0")))), Signed)


def test_items_that_came_and_went_are_told() -> None:
    told = changed(with_items(signed(item(1), item(2)), item(2), item(3)))
    assert [(one.id, one.change) for one in told.changes] == [("i3", Change.ADDED), ("i1", Change.REMOVED)]


def test_a_shorter_day_lowers_hours_that_are_priced_by_days() -> None:
    section = signed(item(1, 10, pricing=Pricing.DAYS))
    told = status(section, Decimal(6), MONTH)
    assert isinstance(told, Changed)
    assert these(told.before, told.after) == (80, 60)


@pytest.mark.parametrize(
    "forge",
    [
        lambda s: replace(s, by="Somebody Else"),
        lambda s: replace(s, at="2020-01-01T00:00:00+00:00"),
        lambda s: replace(s, hours=Decimal(10)),
        lambda s: replace(s, items=(replace(s.items[0], hours=Decimal(10)),)),
        lambda s: replace(s, items=(replace(s.items[0], scope="x"),)),
        lambda s: replace(s, items=()),
        lambda s: replace(s, digest=""),
    ],
)
def test_a_signature_changed_by_hand_does_not_hold(forge: object) -> None:
    section = signed(item(1))
    signature = section.signed.value
    assert isinstance(signature, SignOff)
    assert callable(forge)
    assert isinstance(found(replace(section, signed=Internal(forge(signature)))), Tampered)


hours = st.integers(0, 100).map(Decimal)
sections = st.lists(st.tuples(hours, st.text(max_size=4)), max_size=6).map(
    lambda rows: EstimateSection(
        id="s1", items=tuple(LineItem(id=f"i{n}", title=title, quantity=many) for n, (many, title) in enumerate(rows))
    )
)


@given(sections, sections)
def test_a_signature_holds_exactly_while_nothing_is_less(before: EstimateSection, after: EstimateSection) -> None:
    """Whatever was signed: it is signed still when the same items say the same and take at least as long."""
    section = replace(after, signed=Internal(sign(before, "V", NOON, DAY, MONTH)))
    same = [one.id for one in before.items] == [one.id for one in after.items] and all(
        old.title.split() == new.title.split() and new.quantity >= old.quantity
        for old, new in zip(before.items, after.items, strict=False)
    )
    assert isinstance(found(section), Signed if same else Changed)


def test_a_change_can_be_let_pass_in_writing() -> None:
    section = with_items(signed(item(1, 80)), item(1, 60))
    waiver = waive(section, "Oleg", NOON, "  Agreed with the client ", DAY, MONTH)
    assert these(waiver.by, waiver.at, waiver.reason) == ("Oleg", "2026-10-14T12:00:00+00:00", "Agreed with the client")
    assert changed(replace(section, waiver=Internal(waiver))).waiver == waiver


def test_another_change_needs_another_decision() -> None:
    section = with_items(signed(item(1, 80), item(2)), item(1, 60), item(2))
    decided = replace(section, waiver=Internal(waive(section, "Oleg", NOON, "Agreed", DAY, MONTH)))
    assert changed(with_items(decided, item(2), item(1, 60))).waiver, "the order of items is no change"
    assert changed(with_items(decided, item(1, 59), item(2))).waiver is None
    assert changed(with_items(decided, item(1, 60), item(2, title="Less"))).waiver is None
    assert changed(with_items(decided, item(1, 60))).waiver is None


def test_a_decision_about_another_signature_does_not_hold() -> None:
    section = with_items(signed(item(1, 80)), item(1, 60))
    waiver = waive(section, "Oleg", NOON, "Agreed", DAY, MONTH)
    again = sign(EstimateSection(id="s1", items=(item(1, 90),)), "Vera Kim", NOON, DAY, MONTH)
    assert changed(replace(section, signed=Internal(again), waiver=Internal(waiver))).waiver is None


def test_a_reason_that_was_emptied_by_hand_lets_nothing_pass() -> None:
    section = with_items(signed(item(1, 80)), item(1, 60))
    waiver = replace(waive(section, "Oleg", NOON, "Agreed", DAY, MONTH), reason=" ")
    assert changed(replace(section, waiver=Internal(waiver))).waiver is None


def test_what_cannot_be_let_pass() -> None:
    section = with_items(signed(item(1, 80)), item(1, 60))
    with pytest.raises(ValueError, match="reason"):
        waive(section, "Oleg", NOON, " \n", DAY, MONTH)
    with pytest.raises(ValueError, match="name"):
        waive(section, "", NOON, "Agreed", DAY, MONTH)
    for nothing in (signed(item(1)), EstimateSection(id="s2", items=(item(1),))):
        with pytest.raises(ValueError, match="changed"):
            waive(nothing, "Oleg", NOON, "Agreed", DAY, MONTH)
    assert state_of(EstimateSection(id="s2"), DAY, MONTH) == ""
