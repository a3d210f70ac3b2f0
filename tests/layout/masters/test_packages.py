"""Packages side by side: what is in each, and what it costs."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.layout.package_rows import MOST_ALIKE, Compared, compared
from app.layout.page import BoxItem, RuleItem
from app.model.estimate import Detail, Estimate, EstimateSection, LineItem, Period
from app.model.package import Package
from app.model.sections import Packages
from app.pipeline import Pipeline
from tests import samples
from tests.brandbooks import changed
from tests.layout.checks import lines, text_stands_apart, text_stays_on_the_page
from tests.layout.masters.pages import BRANDS, everything, laid, proposal, said

THREE = tuple(
    Package(id=f"k{i}", title=title, text="For those who need it.") for i, title in enumerate(("Small", "Usual", "Full"))
)
SHOWN = Packages(id="packages", title="Three sizes", recommended="k1")


def item(number: int, *packages: str, **fields: object) -> LineItem:
    return LineItem(id=f"i{number}", title=f"Work {number}", rate=Decimal(1000), packages=packages, **fields)  # type: ignore[arg-type]


def estimate(*items: LineItem, packages: tuple[Package, ...] = THREE) -> Estimate:
    return Estimate(sections=(EstimateSection(id="s1", title="Design", items=items),), packages=packages)


def test_items_are_listed_with_the_packages_that_they_are_in() -> None:
    rows = compared(estimate(item(1), item(2, "k1", "k2")))
    assert [(row.name, row.inside) for row in rows] == [
        ("Design", ()),
        ("Work 1", (True, True, True)),
        ("Work 2", (False, True, True)),
    ]


def test_a_long_section_that_is_the_same_in_all_packages_stands_for_its_items() -> None:
    rows = compared(estimate(*(item(i) for i in range(MOST_ALIKE + 1))))
    assert rows == (Compared("Design", "estimate/sections/s1/title", (True, True, True), (False, False, False)),)


def test_what_the_client_is_not_to_see_stays_out() -> None:
    priced = estimate(item(1), item(2, "k1", "k2"))
    (row,) = compared(priced, Detail.SECTIONS)
    assert (row.inside, row.partly) == ((False, True, True), (True, False, False))
    assert compared(priced, Detail.TOTALS) == ()
    whole = everything(laid(proposal("kurs", SHOWN, estimate=priced)).document.pages[0])
    bare = everything(
        laid(proposal("kurs", replace(SHOWN, detail=Detail.TOTALS, show_hours=False), estimate=priced)).document.pages[0]
    )
    assert "Work 1" in whole
    assert "1 h" in whole
    assert "Work 1" not in bare
    assert "1 h" not in bare


def test_what_is_optional_and_not_chosen_is_in_no_package() -> None:
    rows = compared(estimate(item(1), item(2, optional=True), item(3, optional=True, chosen=True)))
    assert [row.name for row in rows] == ["Design", "Work 1", "Work 3"]


def test_of_alternatives_a_package_has_the_one_that_counts_in_it() -> None:
    """An account manager offers two systems, the dearer one from the second package on: the client reads one of them in each."""
    plain, dear, unwanted = (
        item(1, alternative="cms"),
        item(2, "k1", "k2", alternative="cms", chosen=True),
        item(3, alternative="cms"),
    )
    rows = compared(estimate(plain, dear, unwanted, item(4)))
    assert [(row.name, row.inside) for row in rows] == [
        ("Design", ()),
        ("Work 1", (True, False, False)),
        ("Work 2", (False, True, True)),
        ("Work 4", (True, True, True)),
    ]


@pytest.mark.parametrize("brand", BRANDS)
def test_every_package_tells_its_price(brand: str) -> None:
    priced = estimate(item(1), item(2, "k1", "k2"), item(3, "k2"), item(4, "k2", period=Period.MONTH))
    found = laid(proposal(brand, SHOWN, estimate=priced, currency="EUR"))
    text = everything(found.document.pages[0])
    assert [price in text for price in ("€1,000", "€2,000", "€3,000", "€1,000 a month")] == [True] * 4
    assert said(found.document.pages[0], "estimate/packages/k1/title") == "Usual"


@pytest.mark.parametrize("brand", BRANDS)
def test_the_recommended_package_stands_on_a_ground_of_its_own(brand: str) -> None:
    priced = estimate(item(1))

    def boxes(section: Packages) -> int:
        return sum(isinstance(one, BoxItem) for one in laid(proposal(brand, section, estimate=priced)).document.pages[0].items)

    assert boxes(SHOWN) == boxes(replace(SHOWN, recommended="")) + 1
    assert "Recommended" in everything(laid(proposal(brand, SHOWN, estimate=priced)).document.pages[0])


def test_an_estimate_without_packages_has_no_such_page() -> None:
    assert not laid(proposal("kurs", SHOWN, estimate=estimate(item(1), packages=()))).document.pages


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [1, 2, 3, 4, 7])
def test_few_and_many_packages_of_long_names_stay_on_the_page(brand: str, count: int) -> None:
    text = samples.TEXTS["ru"]
    packages = tuple(Package(id=f"k{i}", title=text["title"], text=text["sentence"]) for i in range(count))
    items = tuple(
        replace(item(i, *(f"k{k}" for k in range(count) if (i + k) % 3)), title=text["item"], rate=Decimal("987654321.99"))
        for i in range(40)
    )
    found = laid(proposal(brand, replace(SHOWN, lead=text["sentence"]), estimate=estimate(*items, packages=packages)))
    text_stays_on_the_page(found.document)
    text_stands_apart(found.document)


def test_the_names_stand_above_the_columns_of_every_page() -> None:
    found = laid(proposal("kurs", SHOWN, estimate=estimate(*(item(i, "k1") if i % 2 else item(i) for i in range(80)))))
    assert len(found.document.pages) > 1
    for page in found.document.pages:
        assert all(name in everything(page) for name in ("Small", "Usual", "Full"))
    assert len(everything(found.document.pages[-1]).split("Work")) > 5


@pytest.mark.parametrize("brand", BRANDS)
def test_only_the_rule_of_the_heads_stands_above_the_first_row_of_a_further_page(brand: str) -> None:
    parts = tuple(
        EstimateSection(
            id=f"s{n}", title=f"Part {n}", items=tuple(replace(item(i, "k1"), id=f"i{n}-{i}") for i in range(n % 5 + 1))
        )
        for n in range(24)
    )
    _, *others = laid(proposal(brand, SHOWN, estimate=Estimate(sections=parts, packages=THREE))).document.pages
    assert len(others) > 1
    for page in others:
        rules = sorted((one for one in page.items if isinstance(one, RuleItem) and one.y1 == one.y2), key=lambda one: one.y1)
        row = min(line.y for line in lines(page) if line.group.startswith("packages#row"))
        strong = max(one.weight for one in rules)
        heads = min(one.y1 for one in rules if one.weight == strong)
        assert not [one for one in rules if heads < one.y1 < row]


@pytest.mark.parametrize("brand", BRANDS)
def test_the_heads_go_to_a_page_of_their_own_where_a_small_one_has_no_room(brand: str, tmp_path: Path) -> None:
    own = Pipeline(brandbooks=(changed(tmp_path, brand, {"page": {"format": "A5", "orientation": "lying"}}),))
    shown = replace(SHOWN, kicker="Packages", lead="Choose what you need now: moving up is possible on any day. " * 2)
    packages = tuple(replace(one, text="All of it, and half a year by your side, whatever happens. " * 3) for one in THREE)
    made = proposal(brand, shown, estimate=estimate(*(item(i, "k1") for i in range(20)), packages=packages))
    document = own.lay_out(made, tmp_path).document
    text_stays_on_the_page(document)
    text_stands_apart(document)
