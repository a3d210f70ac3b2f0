"""The estimate's pages with everything that can be priced: said plainly, where it belongs, and nothing that is hidden."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.layout.page import BoxItem, Document, PictureItem
from app.model.estimate import Detail, Estimate, EstimateSection, Period, Pricing
from app.model.proposal import Proposal
from app.totals import totals
from tests import priced, samples
from tests.layout.checks import text_stands_apart, text_stays_on_the_page
from tests.layout.masters.estimates import BRANDS, estimate_alone, item, lay_out, lines, number, text, with_parts

LANGUAGES = ["ru", "en"]
SAYS = {language: {key: both[language == "en"] for key, both in priced.WORDS.items()} for language in LANGUAGES}


def everything(brand: str, language: str = "ru", **shown: Any) -> Proposal:
    return priced.with_everything(estimate_alone(brand, language, **shown))


def said(document: Document) -> str:
    """Return all that is said on the pages, lines joined to sentences."""
    return " ".join(text(page) for page in document.pages).replace("\n", " ")


def cell(document: Document, group: str) -> list[str]:
    """Return the lines of a cell."""
    found = [line.line.text for page in document.pages for line in lines(page) if line.group == group]
    return [one.replace("\N{NO-BREAK SPACE}", " ") for one in found]


def row(key: str, section: str = "site", column: int = 0) -> str:
    return f"estimate/sections/{section}/items/{key}#{column}"


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shown", [{}, {"summary": True}, {"detail": Detail.SECTIONS}, {"show_hours": False}])
def test_all_text_has_its_own_place(brand: str, language: str, shown: dict[str, Any]) -> None:
    document = lay_out(everything(brand, language, **shown))
    text_stays_on_the_page(document)
    text_stands_apart(document)
    assert samples.CANARY not in said(document)


@pytest.mark.parametrize("brand", BRANDS)
def test_sections_are_numbered_and_bookmarked_in_two_levels(brand: str) -> None:
    document = lay_out(everything(brand, lead=""))
    marks = [(mark.level, mark.title) for page in document.pages for mark in page.bookmarks]
    words = SAYS["ru"]
    listed = [(1, "research"), (2, "field"), (2, "brand"), (1, "site"), (1, "support")]
    assert [mark for mark in marks if mark[0] and mark[1] != "Итого"] == [(level, words[key]) for level, key in listed]
    numbers = [
        line.line.text for page in document.pages for line in lines(page) if line.origin.endswith(("field/title", "brand/title"))
    ]
    assert "1.1" in numbers
    assert "1.2" in numbers


@pytest.mark.parametrize("brand", BRANDS)
def test_a_section_of_level_2_has_its_own_people(brand: str) -> None:
    proposal = everything(brand)
    people = tuple(replace(one, name=f"Person {one.id}") for one in proposal.people)
    document = lay_out(replace(proposal, people=people))
    page = next(page for page in document.pages if any(line.origin == "estimate/sections/field/title" for line in lines(page)))
    assert f"Person p2, {SAYS['ru']['role']}" in text(page)
    assert any(isinstance(one, PictureItem) and one.shape == "circle" for one in page.items)


@pytest.mark.parametrize("brand", BRANDS)
def test_a_section_that_only_gathers_others_has_no_empty_table(brand: str) -> None:
    top = EstimateSection(id="top", title="Top")
    below = [EstimateSection(id=f"b{i}", title=f"Below {i}", level=2, items=(item(i),)) for i in range(2)]
    document = lay_out(with_parts(estimate_alone(brand, "en", people=0), top, *below))
    assert not cell(document, "estimate/sections/top#head#3")
    assert [number(one) for one in cell(document, "estimate/sections/top#sum#3")] == [20000]
    page = next(page for page in document.pages if any(line.origin == "estimate/sections/top/title" for line in lines(page)))
    assert any(line.group == "estimate/sections/b0/items/i0#3" for line in lines(page)), "the title stands with the first rows"


@pytest.mark.parametrize(("language", "volume"), [("ru", "3 мес × 2 чел."), ("en", "3 mo × 2 people")])
def test_people_who_work_for_months_are_told_as_such(language: str, volume: str) -> None:
    document = lay_out(everything("kurs", language))
    assert cell(document, row("crew", column=1)) == [volume]
    assert [number(one) for one in cell(document, row("crew", column=2))] == [420000]
    assert [number(one) for one in cell(document, row("crew", column=3))] == [2520000]


def test_one_person_is_not_counted() -> None:
    alone = item(1, pricing=Pricing.MONTHS, quantity=Decimal("1.5"))
    document = lay_out(with_parts(estimate_alone("kurs"), EstimateSection(id="s", title="T", items=(alone,))))
    assert cell(document, "estimate/sections/s/items/i1#1") == ["1,5 мес"]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(("language", "month", "year"), [("ru", "в месяц", "в год"), ("en", "a month", "a year")])
def test_what_is_due_again_and_again_says_so_and_has_its_own_sums(brand: str, language: str, month: str, year: str) -> None:
    document = lay_out(everything(brand, language))
    assert month in cell(document, row("texts", "support", 3))
    assert year in cell(document, row("font", column=3))
    assert not cell(document, "estimate/sections/support#sum#3"), "nothing of it is due once"
    assert [number(one) for one in cell(document, "estimate/sections/support#sum-month#3")] == [109200]
    assert [number(one) for one in cell(document, "estimate/sections/support#sum-year#3")] == [9600]
    assert [number(one) for one in cell(document, "estimate/sections/site#sum#3")] == [Decimal("3587999.50")]


@pytest.mark.parametrize("brand", BRANDS)
def test_a_discount_tells_its_size_its_reason_and_the_price_before(brand: str) -> None:
    document = lay_out(everything(brand, "en"))
    name = " ".join(cell(document, row("interviews", "field")))
    assert "Discount 10% — a client of many years" in name
    amount, before = cell(document, row("interviews", "field", 3))
    assert (number(amount), before) == (129600, "was 144,000.00")
    assert "Discount €20,000.50 — for letting us publish the case" in " ".join(cell(document, row("front")))


@pytest.mark.parametrize("brand", BRANDS)
def test_a_discount_of_a_section_stands_before_its_sum(brand: str) -> None:
    document = lay_out(everything(brand, "en"))
    root = "estimate/sections/research"
    base, off, left = (cell(document, f"{root}#{what}#3")[0] for what in ("base", "discount", "sum"))
    assert (number(base), off, number(left)) == (506500, "−15,000.00", 491500)
    assert "for letting us publish the case" in " ".join(cell(document, f"{root}#discount#0"))


@pytest.mark.parametrize("brand", BRANDS)
def test_alternatives_stand_together_and_tell_which_counts_and_what_another_costs(brand: str) -> None:
    scattered = with_parts(
        estimate_alone(brand, "en", people=0),
        EstimateSection(
            id="s",
            title="Work",
            items=(
                item(1, alternative="Hosting", pricing=Pricing.FIXED, quantity=Decimal(1), rate=Decimal(500)),
                item(2),
                item(3, alternative="Hosting", pricing=Pricing.FIXED, quantity=Decimal(1), rate=Decimal(800)),
                item(
                    4, alternative="Hosting", pricing=Pricing.FIXED, quantity=Decimal(1), rate=Decimal(300), period=Period.MONTH
                ),
            ),
        ),
    )
    document = lay_out(scattered)
    assert cell(document, "estimate/sections/s/items/i1#choice#0") == ["Hosting: one of these"]
    order = [line.origin for page in document.pages for line in lines(page) if re.search(r"items/i\d/title$", line.origin)]
    assert [origin.split("/")[4] for origin in order] == ["i1", "i3", "i4", "i2"]
    assert "counts in the total" in cell(document, row("i1", "s"))
    assert cell(document, row("i3", "s", 3)) == ["800", "instead: +300"]
    assert cell(document, row("i4", "s", 3)) == ["300", "a month"], "prices that are not due as often are not compared"
    marks = [one for page in document.pages for one in page.items if isinstance(one, BoxItem) and one.origin.endswith("/chosen")]
    assert [(bool(one.fill), one.origin.split("/")[4]) for one in marks] == [(True, "i1"), (False, "i3"), (False, "i4")]


def test_alternatives_of_which_none_counts_say_that_they_are_an_offer() -> None:
    offers = tuple(item(i, alternative="Extras", optional=True) for i in range(2))
    document = lay_out(with_parts(estimate_alone("kurs", "en"), EstimateSection(id="s", title="Work", items=offers)))
    assert cell(document, "estimate/sections/s/items/i0#choice#0") == ["Extras: one of these, if you like"]
    assert cell(document, row("i1", "s", 3)) == ["10,000"]


@pytest.mark.parametrize("brand", BRANDS)
def test_an_option_is_priced_and_a_chosen_one_counts_like_any_other(brand: str) -> None:
    document = lay_out(everything(brand, "en"))
    assert " ".join(cell(document, row("name-test", "brand"))).endswith("optional")
    assert [number(one) for one in cell(document, row("name-test", "brand", 3))] == [85000]
    assert cell(document, row("panorama")) == ["Panoramas of the houses"]


@pytest.mark.parametrize("shown", [{}, {"detail": Detail.SECTIONS}, {"detail": Detail.TOTALS}, {"summary": True}])
def test_what_is_in_other_packages_is_not_there(shown: dict[str, Any]) -> None:
    proposal = everything("salon", **shown)
    away = EstimateSection(id="away", title="Выездная студия", items=(item(1, packages=("full",), title="Павильон"),))
    sections = (away, *proposal.estimate.sections)
    document = lay_out(replace(proposal, estimate=replace(proposal.estimate, sections=sections)))
    words = said(document)
    assert SAYS["ru"]["book"] not in words
    assert "Выездная" not in words
    assert "Павильон" not in words
    origins = {line.origin for page in document.pages for line in lines(page)}
    assert not [one for one in origins if "/book" in one or "/away" in one]
    if shown.get("detail") is not Detail.TOTALS:
        assert "1. Исследование" in words or re.search(r"\b1 Исследование", words), "what is left out is not numbered"


@pytest.mark.parametrize(("language", "told"), [("ru", "НДС 10 %"), ("en", "VAT 10%")])
def test_an_own_rate_of_tax_is_told(language: str, told: str) -> None:
    document = lay_out(everything("ekran", language))
    assert told in cell(document, row("survey", "field"))
    assert not [one for one in cell(document, row("design")) if "VAT" in one or "НДС" in one]


def test_without_tax_no_rate_is_told() -> None:
    proposal = everything("kurs")
    exempt = replace(proposal.estimate, vat=Estimate().vat)
    document = lay_out(replace(proposal, estimate=exempt))
    assert not [one for one in cell(document, row("survey", "field")) if "НДС" in one]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("detail", Detail)
def test_hidden_hours_leave_no_trace(brand: str, detail: Detail) -> None:
    proposal = everything(brand, detail=detail, show_hours=False, lead="", summary=True)
    document = lay_out(proposal)
    words = said(document)
    assert not re.search(r"\d ч\b", words)
    assert "чел." not in words
    assert "Ставка" not in words
    rates = {line.origin for page in document.pages for line in lines(page) if re.search(r"#[12]$", line.group)}
    assert not [one for one in rates if one.startswith("estimate/sections") and "/items/" in one and one.endswith("quantity")]


@pytest.mark.parametrize("brand", BRANDS)
def test_hidden_items_leave_no_trace_but_their_offers(brand: str) -> None:
    proposal = everything(brand, detail=Detail.SECTIONS, summary=True)
    document = lay_out(proposal)
    words = said(document)
    kept = {one.id for total in totals(proposal.estimate, "RUB").sections for one in total.items if one.standing == "option"}
    for part in proposal.estimate.sections:
        assert part.title in words
        for one in part.items:
            if one.id not in kept:
                assert one.title not in words
                assert not any(f"/items/{one.id}" in line.origin + line.group for page in document.pages for line in lines(page))


@pytest.mark.parametrize("brand", BRANDS)
def test_hidden_sections_leave_no_trace(brand: str) -> None:
    proposal = everything(brand, detail=Detail.TOTALS, summary=True)
    document = lay_out(proposal)
    words = said(document)
    for part in proposal.estimate.sections:
        assert part.title not in words
        assert not part.description or part.description not in words
        assert part.title not in [mark.title for page in document.pages for mark in page.bookmarks]


@pytest.mark.parametrize("brand", BRANDS)
def test_the_summary_draws_sections_of_level_1(brand: str) -> None:
    document = lay_out(everything(brand, "en", summary=True))
    page = document.pages[0]
    shown = {
        line.group.split("#")[1]
        for line in (one for each in document.pages for one in lines(each))
        if line.group.startswith("share#")
    }
    assert shown == {"research", "site", "support"}
    words = said(replace(document, pages=document.pages[:2]))
    assert "109,200.00" in words
    assert re.search(r"\ba month\b", words)
    assert "Every month" in words
    assert "Brand platform" not in text(page)


def test_people_of_level_2_are_seen_where_their_section_is_told_alone() -> None:
    below = EstimateSection(id="b", title="Below", level=2, items=(item(1),), people=("p0", "p1"))
    top = EstimateSection(id="top", title="Top")
    document = lay_out(with_parts(estimate_alone("kurs", "en", summary=True), top, below))
    faces = [one for one in document.pages[0].items if isinstance(one, PictureItem) and one.shape == "circle"]
    assert len(faces) == 2


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("pricing", [Pricing.QUANTITY, Pricing.DAYS, Pricing.MONTHS])
def test_hours_that_an_item_states_beside_its_volume_are_printed(brand: str, pricing: Pricing) -> None:
    """So that the hours can be added up from the page; unless they are hidden."""
    items = tuple(item(i, pricing=pricing, hours=Decimal(37 + i), description="What is done. " * 9) for i in range(2))
    parts = EstimateSection(id="site", title="Site", items=items)
    proposal = with_parts(estimate_alone(brand, people=0), parts)
    document = lay_out(proposal)
    text_stands_apart(document)
    told = [line for page in document.pages for line in lines(page) if line.origin.endswith("/hours")]
    assert [number(line.line.text) for line in told] == [37, 38]
    hidden = lay_out(replace(proposal, sections=tuple(replace(one, show_hours=False) for one in proposal.sections)))
    assert not [line for page in hidden.pages for line in lines(page) if line.origin.endswith("/hours")]


@pytest.mark.parametrize("brand", BRANDS)
def test_an_item_without_a_name_keeps_its_notes_below_its_numbers(brand: str) -> None:
    rows = tuple(item(i, title="", pricing=Pricing.MONTHS, people=Decimal("0.5"), vat=Decimal(0)) for i in range(3))
    text_stands_apart(lay_out(with_parts(estimate_alone(brand, people=0), EstimateSection(id="s", title="S", items=rows))))


def test_how_many_hours_a_priced_day_has_is_said() -> None:
    days = EstimateSection(id="s", title="S", items=(item(0, pricing=Pricing.DAYS),))
    assert "Рабочий день — 8 ч." in said(lay_out(with_parts(estimate_alone("kurs", people=0), days)))
    own = EstimateSection(id="s", title="S", items=(item(0, pricing=Pricing.DAYS, hours=Decimal(90)),))
    assert "Рабочий день" not in said(lay_out(with_parts(estimate_alone("kurs", people=0), own)))
