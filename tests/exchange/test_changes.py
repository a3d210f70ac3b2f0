"""A spreadsheet that somebody has changed is told as changes, each of which may be taken or left."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.exchange.apply import apply
from app.exchange.changes import Change, ChangeKind
from app.exchange.compare import compare
from app.exchange.fields import public
from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Surcharge
from app.model.internal import Internal
from app.model.payment import Payment
from app.model.signoff import SignOff
from tests.exchange.estimates import estimates


def d(text: str | int) -> Decimal:
    return Decimal(text)


def item(name: str, title: str = "", quantity: int = 1, **values: object) -> LineItem:
    return LineItem(id=name, title=title or name, quantity=d(quantity), **values)  # type: ignore[arg-type]


def section(name: str, *items: LineItem, title: str = "") -> EstimateSection:
    return EstimateSection(id=name, title=title or name, items=items)


def told(old: Estimate, new: Estimate, **how: object) -> list[tuple[str, str, str, str]]:
    changes: list[Change] = list(compare(old, new, **how))  # type: ignore[arg-type]
    return [(change.kind.value, change.what, change.title, change.field) for change in changes]


def shape(estimate: Estimate) -> Estimate:
    """Return what a client sees, with ids by places: an added element may need another id than it came with."""
    whole = public(estimate)
    names = {part.id: f"s{n}" for n, part in enumerate(whole.sections)}
    return replace(
        whole,
        sections=tuple(
            replace(part, id=names[part.id], items=tuple(replace(one, id=f"i{n}") for n, one in enumerate(part.items)))
            for part in whole.sections
        ),
        surcharges=tuple(replace(one, section=names.get(one.section, "")) for one in whole.surcharges),
    )


@given(estimates, estimates)
def test_all_changes_together_make_the_new_estimate(old: Estimate, new: Estimate) -> None:
    changes = compare(old, new)
    assert shape(apply(old, changes, changes.ids)) == shape(changes.target)
    assert shape(changes.target) == shape(new)


def test_a_surcharge_for_a_section_that_is_lost_does_not_fall_on_another_that_got_its_name() -> None:
    old = Estimate(sections=(section("s2", item("a"), title="Design"),))
    new = Estimate(
        sections=(section("s4", item("a"), title="Design"),), surcharges=(Surcharge(id="u", percent=d(50), section="s2"),)
    )
    (part,), (raised,) = (target := compare(old, new).target).sections, target.surcharges
    assert part.id == "s2" and raised.section not in {"", "s2"}


@given(estimates, estimates)
def test_all_changes_of_a_table_without_ids_make_the_new_estimate(old: Estimate, new: Estimate) -> None:
    changes = compare(old, new, ids=False)
    assert shape(apply(old, changes, changes.ids)) == shape(changes.target)


@given(estimates, estimates)
def test_no_change_leaves_the_old_estimate(old: Estimate, new: Estimate) -> None:
    assert apply(old, compare(old, new), ()) is old


@given(estimates)
def test_the_same_estimate_has_no_changes(estimate: Estimate) -> None:
    assert len(compare(estimate, public(estimate))) == 0


@given(estimates, estimates, st.data())
def test_any_choice_keeps_ids_apart_and_internals_in_place(old: Estimate, new: Estimate, data: st.DataObject) -> None:
    changes = compare(old, new)
    chosen = data.draw(st.sets(st.sampled_from(sorted(changes.ids)))) if changes.ids else set()
    made = apply(old, changes, chosen)
    for part in made.sections:
        names = [one.id for one in part.items]
        assert len(names) == len(set(names))
    assert len({part.id for part in made.sections}) == len(made.sections)
    known = {one.note for part in old.sections for one in part.items} | {Internal("")}
    assert all(one.note in known for part in made.sections for one in part.items)


@given(estimates, estimates, st.data())
def test_an_item_is_lost_only_where_its_removal_was_chosen(old: Estimate, new: Estimate, data: st.DataObject) -> None:
    changes = compare(old, new)
    keeps = [change.id for change in changes if change.kind is not ChangeKind.REMOVED]
    chosen = data.draw(st.sets(st.sampled_from(keeps))) if keeps else set()
    made = apply(old, changes, chosen)
    assert sum(len(part.items) for part in made.sections) >= sum(len(part.items) for part in old.sections)


def test_every_kind_of_change_is_told_once_and_by_name() -> None:
    old = Estimate(sections=(section("s1", item("a"), item("b"), item("c")), section("s2", item("e"))))
    new = Estimate(sections=(section("s1", item("b", quantity=5), item("c"), item("new")), section("s2", item("e"), item("a"))))
    assert told(old, new) == [
        ("changed", "item", "b", "quantity"),
        ("added", "item", "new", ""),
        ("moved", "item", "a", ""),
    ]
    assert told(old, replace(new, sections=new.sections[:1])) == [
        ("removed", "section", "s2", ""),
        ("changed", "item", "b", "quantity"),
        ("added", "item", "new", ""),
        ("removed", "item", "a", ""),
    ]


def test_before_and_after_stand_beside_each_other() -> None:
    old = Estimate(sections=(section("s1", item("a", quantity=12)),))
    new = Estimate(sections=(section("s1", item("a", quantity=9)),), discount=Discount(percent=d(5)))
    first, second = compare(old, new)
    assert (first.section, first.before, first.after) == ("s1", 12, 9)
    assert (second.what, second.field, second.after) == ("estimate", "discount_percent", 5)


def test_reworded_items_are_recognised_where_no_ids_are_known() -> None:
    old = Estimate(sections=(section("s1", item("a", "Вёрстка главной страницы"), item("b", "Аналитика"), title="Разработка"),))
    new = Estimate(
        sections=(section("q", item("i1", "Аналитика", 3), item("i2", "Верстка главной страницы сайта"), title="Разработка "),)
    )
    known = {"section": {"title"}, "item": {"title", "quantity"}}
    changes = compare(old, new, ids=False, known=known)
    made = apply(old, changes, changes.ids)
    assert [(one.id, one.title, one.quantity) for one in made.sections[0].items] == [
        ("b", "Аналитика", 3),
        ("a", "Верстка главной страницы сайта", 1),
    ]


def test_what_a_foreign_table_cannot_know_is_no_change() -> None:
    kept = item("a", role="designer", vat=d(10))
    old = Estimate(sections=(section("s1", kept),), payments=(Payment(id="p"),), discount=Discount(percent=d(5)))
    new = Estimate(sections=(section("s1", item("a", quantity=2)),))
    changes = compare(old, new, ids=False, known={"item": {"title", "quantity"}})
    assert [(change.field, change.after) for change in changes] == [("quantity", 2)]
    assert apply(old, changes, changes.ids).sections[0].items[0] == replace(kept, quantity=d(2))


def test_signatures_notes_and_costs_stay() -> None:
    signed = Internal(SignOff(by="Ольга", at="2026-01-01T00:00:00Z", hours=d(12)))
    one = item("a", quantity=12, note=Internal("дорого"), cost=Internal(d(900)), actual=Internal(d(14)))
    old = Estimate(sections=(replace(section("s1", one), signed=signed, note=Internal("не показывать")),))
    new = Estimate(sections=(section("s1", item("a", "Иначе", 9), title="Другое"),))
    changes = compare(old, new)
    made = apply(old, changes, changes.ids).sections[0]
    assert (made.signed, made.note) == (signed, Internal("не показывать"))
    assert made.items[0] == replace(one, title="Иначе", quantity=d(9))


def test_one_move_is_one_change_however_many_rows_it_passes() -> None:
    names = [f"i{n}" for n in range(30)]
    old = Estimate(sections=(section("s1", *map(item, names)),))
    new = Estimate(sections=(section("s1", *map(item, [*names[1:], names[0]])),))
    assert told(old, new) == [("moved", "item", "i0", "")]


def test_an_added_item_brings_its_section_along() -> None:
    new = Estimate(sections=(section("s9", item("z")),))
    changes = compare(Estimate(), new)
    (only,) = [change.id for change in changes if change.what == "item"]
    assert shape(apply(Estimate(), changes, {only})) == shape(new)


def test_a_removed_section_stays_for_an_item_that_does_not_move_away() -> None:
    old = Estimate(sections=(section("s1", item("a")), section("s2", item("b"), item("c"))))
    new = Estimate(sections=(section("s1", item("a"), item("b")),))
    changes = compare(old, new)
    (gone,) = [change.id for change in changes if change.kind is ChangeKind.REMOVED]
    made = apply(old, changes, {gone})
    assert [[one.id for one in part.items] for part in made.sections] == [["a"], ["b"]]
