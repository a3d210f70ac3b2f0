"""The detailed estimate: rows, carried sums and repeated heads over many pages, in every brand."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.layout.estimate_groups import grouped
from app.model.estimate import Detail, Discount, Estimate, EstimateSection, LineItem, Period, Pricing, Vat, VatMode
from app.model.money import round_money
from app.model.path import put
from app.model.proposal import Proposal
from app.model.sections import Acceptance, EstimatePages
from app.totals import totals
from tests import priced, samples
from tests.layout.checks import text_stands_apart, text_stays_on_the_page
from tests.layout.masters.estimates import BRANDS, composer, estimate_alone, item, lay_out, lines, number, text, with_parts

LONG = samples.TEXTS["ru"]["sentence"]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [0, 1, 2, 200])
def test_a_section_of_any_length_prints_every_item_once(brand: str, count: int) -> None:
    part = EstimateSection(id="s", title="Работы", description=LONG, people=("p0", "p1"), items=tuple(map(item, range(count))))
    document = lay_out(with_parts(estimate_alone(brand), part))
    text_stays_on_the_page(document)
    text_stands_apart(document)
    for i in range(count):
        amounts = [line for page in document.pages for line in lines(page) if line.group == f"estimate/sections/s/items/i{i}#3"]
        assert [number(line.line.text) for line in amounts] == [10000]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("described", [False, True])
def test_every_further_page_repeats_the_head_and_carries_what_was_printed(brand: str, described: bool) -> None:
    """Rows with very long descriptions break over pages; the sum above the rest counts them, for their amount is printed."""
    items = [item(i, description=LONG * (60 if i % 9 == 4 and described else 0)) for i in range(60)]
    part = EstimateSection(id="s", title="Работы", people=("p0",), items=tuple(items))
    document = lay_out(with_parts(estimate_alone(brand, people=1), part))
    text_stays_on_the_page(document)
    printed, carried = Decimal(0), 0
    for page in document.pages:
        ordered = sorted(lines(page), key=lambda line: (line.x > page.width / 2 and page.width > page.height, line.y))
        for line in ordered:
            if line.group == "estimate/sections/s#carried#3":
                carried += 1
                assert number(line.line.text) == printed
            elif line.group.startswith("estimate/sections/s/items/") and line.group.endswith("#3"):
                printed += number(line.line.text)
    heads = [line for page in document.pages for line in lines(page) if line.group == "estimate/sections/s#head#3"]
    assert carried == len(heads) - 1 >= 1


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("field", ["title", "description"])
def test_what_is_longer_than_a_page_goes_on_over_the_next(brand: str, field: str) -> None:
    words = " ".join(f"слово{i}" for i in range(3000))
    for part in (
        EstimateSection(id="s", title="Работы", items=(item(0, **{field: words}), item(1))),
        replace(EstimateSection(id="s", title="Работы", items=(item(0), item(1))), **{field: words}),
    ):
        document = lay_out(with_parts(estimate_alone(brand, people=0), part))
        text_stays_on_the_page(document)
        text_stands_apart(document)
        said = "".join(text(page) for page in document.pages)
        assert all(said.count(f"слово{i}") for i in (0, 1500, 2999))


@pytest.mark.parametrize("brand", BRANDS)
def test_a_heading_never_stands_without_its_first_rows_nor_a_subtotal_without_its_last(brand: str) -> None:
    for count in range(2, 26):
        parts = [
            EstimateSection(id=f"s{s}", title=f"Раздел {s}", items=tuple(item(i) for i in range(count if s == 0 else 3)))
            for s in range(3)
        ]
        document = lay_out(with_parts(estimate_alone(brand, people=0), *parts))
        for page in document.pages:
            groups = {line.group for line in lines(page)}
            for s, part in enumerate(parts):
                root = f"estimate/sections/s{s}"
                if any(line.origin == f"{root}/title" and line.tag == "H2" for line in lines(page)):
                    assert f"{root}/items/i0#3" in groups
                    assert f"{root}/items/i1#3" in groups
                if f"{root}#sum#3" in groups:
                    assert f"{root}/items/i{len(part.items) - 1}#3" in groups
                    assert f"{root}/items/i{len(part.items) - 2}#3" in groups


@pytest.mark.parametrize("brand", BRANDS)
def test_a_section_without_people_follows_on_the_same_page(brand: str) -> None:
    parts = [EstimateSection(id=f"s{s}", title=f"Раздел {s}", items=(item(0), item(1))) for s in range(2)]
    document = lay_out(with_parts(estimate_alone(brand, people=0, lead=""), *parts))
    assert all(any(line.origin == f"estimate/sections/s{s}/title" for line in lines(document.pages[0])) for s in range(2))


@pytest.mark.parametrize("brand", BRANDS)
def test_printed_volume_times_printed_price_is_the_printed_amount(brand: str) -> None:
    """The client takes a calculator: 0.125 t at 333.3336 a ton are 41.67, 3 days at 250.664 are 751.99."""
    told = (
        item(0, pricing=Pricing.QUANTITY, quantity=Decimal("0.125"), unit="t", rate=Decimal("333.3336")),
        item(1, pricing=Pricing.DAYS, quantity=Decimal(3), rate=Decimal("250.664")),
        item(2, pricing=Pricing.MONTHS, quantity=Decimal("1.125"), rate=Decimal(8000)),
    )
    document = lay_out(with_parts(estimate_alone(brand, "en"), EstimateSection(id="s", title="Работы", items=told)))
    for one in told:
        cells = {
            line.group.rpartition("#")[2]: line.line.text
            for page in document.pages
            for line in lines(page)
            if line.group.startswith(f"estimate/sections/s/items/{one.id}#")
        }
        volume, price, amount = (number(cells[column]) for column in "123")
        assert round_money(volume * price, "RUB") == amount


@pytest.mark.parametrize("brand", BRANDS)
def test_kopecks_of_a_tax_do_not_fill_the_tables_with_zeros(brand: str) -> None:
    proposal = with_parts(estimate_alone(brand), EstimateSection(id="s", title="Работы", items=(item(0, rate=Decimal(7)),)))
    document = lay_out(proposal)
    said = "\n".join(text(page) for page in document.pages)
    assert "\n70\n" in said
    assert "70,00 ₽" in said  # before the discount of 3,50
    assert "66,50 ₽" in said


def test_people_who_are_many_keep_their_names_and_unfilled_roles(brand: str = "ekran") -> None:
    proposal = estimate_alone(brand, people=30)
    everybody = tuple(person.id for person in proposal.people)
    part = EstimateSection(id="s", title="Работы", people=everybody, roles=("переводчик",), items=(item(0),))
    document = lay_out(with_parts(proposal, part))
    text_stays_on_the_page(document)
    origins = {line.origin for page in document.pages for line in lines(page)}
    assert {f"people/{one}/name" for one in everybody} <= origins
    assert "estimate/sections/s/roles/0" in origins


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("people", [(), ("p0",)])
def test_a_role_that_nobody_fills_yet_is_not_cut_into_syllables(brand: str, people: tuple[str, ...]) -> None:
    roles = "Исследователь", "Дизайнер"
    part = EstimateSection(id="s", title="Работы", people=people, roles=roles, items=(item(0), item(1)))
    document = lay_out(with_parts(estimate_alone(brand), part))
    for place, role in enumerate(roles):
        origin = f"estimate/sections/s/roles/{place}"
        assert [one.line.text for page in document.pages for one in lines(page) if one.origin == origin] == [role]


@pytest.mark.parametrize("brand", BRANDS)
def test_a_role_is_not_vacant_where_somebody_in_the_section_has_it(brand: str) -> None:
    proposal = estimate_alone(brand, people=2)
    proposal = put(put(proposal, "people/p0/role", "Frontend developer"), "people/p1/role", "Дизайнер")
    part = EstimateSection(id="s", title="Работы", people=("p0",), roles=(" frontend  Developer", "Дизайнер"), items=(item(0),))
    document = lay_out(with_parts(proposal, part))
    origins = {line.origin for page in document.pages for line in lines(page)}
    assert "estimate/sections/s/roles/1" in origins  # who has it is in another section
    assert "estimate/sections/s/roles/0" not in origins


def test_headings_of_columns_stand_apart_above_billions(brand: str = "ekran") -> None:
    part = EstimateSection(id="s", title="Работы", items=(item(0, rate=Decimal("15202727174.00525"), quantity=Decimal(1)),))
    proposal = replace(with_parts(estimate_alone(brand, people=0), part), currency="KWD")
    text_stands_apart(lay_out(proposal))


def test_pages_before_and_far_behind_an_edited_item_are_the_very_same() -> None:
    used = composer("kurs")
    before = estimate_alone("kurs", sections=12, items=10)
    old = lay_out(before, used).pages
    new = lay_out(put(before, "estimate/sections/s5/items/i4/title", "Другое"), used).pages
    changed = [i for i, (one, other) in enumerate(zip(old, new, strict=True)) if one is not other]
    assert len(changed) == 1
    assert len(old) > 6


EDITS: list[Callable[[Proposal, st.DataObject], Proposal]] = []


def edit(change: Callable[[Proposal, st.DataObject], Proposal]) -> Callable[[Proposal, st.DataObject], Proposal]:
    """Add to the edits that are tried."""
    EDITS.append(change)
    return change


def _part(proposal: Proposal, data: st.DataObject) -> int:
    return data.draw(st.integers(0, len(proposal.estimate.sections) - 1))


def _change(proposal: Proposal, at: int, **values: Any) -> Proposal:
    parts = list(proposal.estimate.sections)
    parts[at] = replace(parts[at], **values)
    return with_parts(proposal, *parts)


@edit
def _item_changes(proposal: Proposal, data: st.DataObject) -> Proposal:
    at = _part(proposal, data)
    items = list(proposal.estimate.sections[at].items)
    if not items:
        return proposal
    i = data.draw(st.integers(0, len(items) - 1))
    values: list[tuple[str, Any]] = [
        ("title", "Короткое"),
        ("title", LONG * 2),
        ("description", ""),
        ("description", LONG * 3),
        ("description", "Слово \U0001f600"),
        ("quantity", Decimal(2)),
        ("quantity", Decimal("123456.25")),
        ("rate", None),
        ("rate", Decimal("0.01")),
        ("rate", Decimal(990000)),
        ("optional", True),
        ("chosen", True),
        ("alternative", "Выбор"),
        ("period", Period.MONTH),
        ("discount", Discount(percent=Decimal(15), reason="Причина")),
        ("vat", Decimal(10)),
        ("pricing", Pricing.MONTHS),
        ("people", Decimal(3)),
        ("packages", ("full",)),
    ]
    field, value = data.draw(st.sampled_from(values))
    items[i] = replace(items[i], **{field: value})
    return _change(proposal, at, items=tuple(items))


@edit
def _items_come_and_go(proposal: Proposal, data: st.DataObject) -> Proposal:
    at = _part(proposal, data)
    items: tuple[LineItem, ...] = proposal.estimate.sections[at].items
    count = data.draw(st.integers(0, 12))
    return _change(
        proposal, at, items=items[count:] if data.draw(st.booleans()) else (*items, *(item(100 + i) for i in range(count)))
    )


@edit
def _parts_come_and_go(proposal: Proposal, data: st.DataObject) -> Proposal:
    parts = list(proposal.estimate.sections)
    if data.draw(st.booleans()):
        parts.insert(
            data.draw(st.integers(0, len(parts))), EstimateSection(id=f"new{len(parts)}", title="Новый", items=(item(0),))
        )
    elif len(parts) > 1:
        parts.append(parts.pop(data.draw(st.integers(0, len(parts) - 1))))
    return with_parts(proposal, *parts)


@edit
def _part_changes(proposal: Proposal, data: st.DataObject) -> Proposal:
    values = [
        {"title": LONG},
        {"title": ""},
        {"description": LONG * 5},
        {"people": ("p1",)},
        {"people": ()},
        {"roles": ("редактор",)},
        {"level": 2},
        {"level": 1},
        {"discount": Discount(amount=Decimal(1000), reason="Причина")},
        {"discount": Discount()},
    ]
    return _change(proposal, _part(proposal, data), **data.draw(st.sampled_from(values)))


@edit
def _the_rest_changes(proposal: Proposal, data: st.DataObject) -> Proposal:
    values: list[tuple[str, Any]] = [
        ("people/p0/name", "Ян"),
        ("people/p0/photo", None),
        ("currency", "EUR"),
        ("estimate/hours_a_day", Decimal(6)),
        ("estimate/discount/percent", Decimal(0)),
        ("estimate/vat", Vat(mode=VatMode.ADDED, rate=Decimal(10))),
        ("estimate/vat", Vat()),
        ("estimate/package", "base"),
        ("estimate/package", "full"),
        ("valid_until", None),
        ("title", "Другая тема"),
    ]
    path, value = data.draw(st.sampled_from(values))
    changed: Proposal = put(proposal, path, value)
    return changed


@edit
def _what_is_shown_changes(proposal: Proposal, data: st.DataObject) -> Proposal:
    values: list[dict[str, Any]] = [{"show_hours": False}, {"show_hours": True}, {"lead": ""}, {"summary": True}]
    values += [{"detail": detail} for detail in (Detail.DETAILED, Detail.DETAILED, Detail.SECTIONS, Detail.TOTALS)]
    value = data.draw(st.sampled_from(values))
    pages = proposal.sections[0]
    assert isinstance(pages, EstimatePages)
    return replace(proposal, sections=(replace(pages, **value),))


@pytest.mark.parametrize("brand", BRANDS)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_pages_after_any_edits_are_those_of_a_layout_from_nothing(brand: str, data: st.DataObject) -> None:
    used = composer(brand)
    proposal = estimate_alone(brand, sections=3, items=5)
    if data.draw(st.booleans()):
        proposal = priced.with_everything(proposal)
    lay_out(proposal, used)
    for _ in range(4):
        proposal = data.draw(st.sampled_from(EDITS))(proposal, data)
        assert lay_out(proposal, used) == lay_out(proposal)


@pytest.mark.parametrize("brand", BRANDS)
def test_a_sum_that_brings_kopecks_and_takes_them_out_again_leaves_the_pages_of_a_layout_from_nothing(brand: str) -> None:
    """The estimate has so many sections that its total goes on; every other edit sets all of its rows anew."""
    used = composer(brand)
    proposal = estimate_alone(brand, sections=30, items=2)
    for count in range(1, 7):
        quantity = Decimal(count) if count % 2 else Decimal("0.337") * count
        proposal = put(proposal, "estimate/sections/s0/items/i0/quantity", quantity)
        assert lay_out(proposal, used) == lay_out(proposal)


def test_a_section_that_goes_gives_its_number_to_the_next_and_those_before_it_stay_the_very_same() -> None:
    parts = tuple(EstimateSection(id=f"s{i}", title="Работы", items=(item(0),)) for i in range(4))
    sums = totals(Estimate(sections=parts), "RUB").sections
    before = grouped(parts, sums)
    after = grouped((*parts[:1], *parts[2:]), (*sums[:1], *sums[2:]), before)
    assert after[0] is before[0]
    assert [group.top.number for group in after] == ["1", "2", "3"]
    assert [group.top.part for group in after] == [parts[0], *parts[2:]]
    edited = replace(parts[3], title="Другие")
    renamed = grouped((*parts[:3], edited), sums, before)
    assert all(one is other for one, other in zip(renamed[:3], before[:3], strict=True))
    assert renamed[3].top.part is edited


@pytest.mark.parametrize("brand", BRANDS)
def test_amounts_beside_the_total_have_decimals_all_or_none(brand: str) -> None:
    """A sum of 10 000,000 dinars is not followed by 10 000 a month."""
    parts = (item(0, rate=Decimal("1000.005")), item(1, rate=Decimal("999.995")), item(2, period=Period.MONTH))
    plain = with_parts(estimate_alone(brand), EstimateSection(id="s", title="Работы", items=parts))
    estimate = replace(plain.estimate, vat=Vat(mode=VatMode.EXEMPT), discount=Discount(), surcharges=())
    agreed = Acceptance(id="acceptance", title="Да")
    document = lay_out(replace(plain, currency="KWD", estimate=estimate, sections=(*plain.sections, agreed)))
    total = next(page for page in document.pages if "+ 10 000,000 KWD в месяц" in text(page))
    assert "20 000,000 KWD" in text(total)
    assert not re.search(r"\d000 KWD", text(total).replace(" ", "").replace(",000KWD", ""))
    assert "+ 10 000 KWD в месяц" in text(document.pages[-1]), "nothing that is signed for has any"
