"""The summary of the estimate: what every section takes of the money and the hours, in bars, in a ring and in a band."""

import itertools
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.layout.arcs import band
from app.layout.compose import Composer
from app.layout.masters.summary import HEIGHTS
from app.layout.page import BoxItem, Document, Page, PathItem
from app.layout.summary.paging import FEWEST, paged, tallest
from app.layout.summary.shares import percentages
from app.layout.summary.tones import tints
from app.model.estimate import Detail, Vat, VatMode
from app.model.proposal import Proposal
from app.pipeline import Pipeline
from app.totals import totals
from tests import brandbooks, samples
from tests.layout.checks import text_stands_apart, text_stays_on_the_page
from tests.layout.masters.estimates import BRANDS, PIPELINE, composer, estimate_alone, lay_out, lines, number, text, with_parts

VARIANTS = [("kurs", "bars"), ("kurs", "ring"), ("salon", "ring"), ("salon", "bars"), ("ekran", "screen")]
LONG = samples.TEXTS["ru"]["sentence"]


def used(brand: str, variant: str) -> Composer:
    """Return a composer for a brand that has chosen a variant."""
    found = composer(brand)
    masters = {**found.brand.masters, "summary": replace(found.brand.masters["summary"], variant=variant)}
    found.brand = replace(found.brand, masters=masters)
    return found


def summary(proposal: Proposal, brand: str, variant: str) -> list[Page]:
    """Return the pages of the summary: those before the first section's heading."""
    document = lay_out(proposal, used(brand, variant))
    text_stays_on_the_page(document)
    text_stands_apart(document)
    first = next(
        i
        for i, page in enumerate(document.pages)
        if any(line.tag == "H2" and "/sections/" in line.origin for line in lines(page))
    )
    return list(document.pages[:first])


@pytest.mark.parametrize(("brand", "variant"), VARIANTS)
@pytest.mark.parametrize("count", [1, 3, 12, 30])
def test_every_section_is_shown_with_its_sum_hours_and_percentage(brand: str, variant: str, count: int) -> None:
    proposal = estimate_alone(brand, sections=count, items=3, summary=True)
    pages = summary(proposal, brand, variant)
    sums = totals(proposal.estimate, proposal.currency)
    percents = Decimal(0)
    for part, total in zip(proposal.estimate.sections, sums.sections, strict=True):
        cells = {
            line.group: line.line.text for page in pages for line in lines(page) if line.group.startswith(f"share#{part.id}#")
        }
        told = " ".join(cells.values()).replace("\N{NO-BREAK SPACE}", " ")
        assert f"{part.title}" in told
        assert total.amount in {number(one) for one in cells.values() if "₽" in one}
        assert " ч" in told
        percents += next(number(piece) for one in cells.values() for piece in one.split(" · ") if "%" in piece)
    assert percents == 100


@pytest.mark.parametrize(("brand", "variant"), VARIANTS)
def test_hidden_hours_leave_no_trace(brand: str, variant: str) -> None:
    proposal = estimate_alone(brand, sections=6, summary=True, show_hours=False, lead="")
    said = "\n".join(text(page) for page in summary(proposal, brand, variant))
    assert not re.search(r"\d ч\b", said)
    assert "часы" not in said.lower()


@pytest.mark.parametrize(("brand", "variant"), VARIANTS)
def test_sections_that_cost_nothing_are_shown_as_nothing(brand: str, variant: str) -> None:
    proposal = estimate_alone(brand, sections=3, items=1, summary=True)
    parts = proposal.estimate.sections
    free = [replace(part, items=tuple(replace(one, rate=Decimal(0)) for one in part.items)) for part in parts]
    some = "\n".join(text(page) for page in summary(with_parts(proposal, parts[0], *free[1:]), brand, variant))
    assert "100 %" in some
    assert some.count("0 %") - some.count("100 %") >= 2
    none = "\n".join(text(page) for page in summary(with_parts(proposal, *free), brand, variant))
    assert "100 %" not in none


@pytest.mark.parametrize("brand", BRANDS)
def test_only_the_totals_are_shown_where_the_client_sees_only_totals(brand: str) -> None:
    shown = estimate_alone(brand, summary=True, detail=Detail.TOTALS)
    assert lay_out(shown) == lay_out(estimate_alone(brand, summary=False, detail=Detail.TOTALS))


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("detail", [Detail.DETAILED, Detail.SECTIONS])
def test_the_title_stands_once_at_the_summary(brand: str, detail: Detail) -> None:
    document = lay_out(estimate_alone(brand, sections=4, summary=True, detail=detail))
    titled = [i for i, page in enumerate(document.pages) for line in lines(page) if line.origin == "sections/estimate/lead"]
    assert set(titled) == {0}
    assert [mark.title for page in document.pages for mark in page.bookmarks if mark.level == 0] == ["Покупатель"]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_long_titles_leads_and_reasons_keep_to_their_places(brand: str, language: str) -> None:
    proposal = estimate_alone(brand, language, sections=7, summary=True, lead=LONG * 3)
    parts = [replace(part, title=part.title + " " + LONG, description=LONG * 4) for part in proposal.estimate.sections]
    exempt = Vat(mode=VatMode.EXEMPT, reason=LONG)
    proposal = with_parts(proposal, *parts)
    proposal = replace(proposal, estimate=replace(proposal.estimate, vat=exempt))
    document = lay_out(proposal)
    text_stays_on_the_page(document)
    text_stands_apart(document)


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=40))
def test_percentages_add_up_to_a_hundred(money: list[Decimal]) -> None:
    printed = percentages(money)
    assert sum(printed) == (100 if any(money) else 0)
    assert all(percent >= 0 for percent in printed)
    assert all(not percent for amount, percent in zip(money, printed, strict=True) if not amount)


def test_a_small_part_of_a_large_whole_is_not_printed_as_nothing() -> None:
    assert percentages([Decimal(990), Decimal(6), Decimal(4)]) == [Decimal("99.0"), Decimal("0.6"), Decimal("0.4")]


def boxes(document: Document | list[Page], origin: str, color: str) -> list[BoxItem]:
    """Return the boxes of a part of the proposal in a colour."""
    pages = document.pages if isinstance(document, Document) else document
    return [
        one for page in pages for one in page.items if isinstance(one, BoxItem) and one.origin == origin and one.fill == color
    ]


def test_bars_are_as_long_as_the_money() -> None:
    proposal = estimate_alone("kurs", sections=5, items=4, summary=True)
    pages = summary(proposal, "kurs", "bars")
    sums = totals(proposal.estimate, proposal.currency).sections
    accent = used("kurs", "bars").brand.color("accent")
    lengths = [boxes(pages, f"estimate/sections/{one.id}", accent)[0].width / float(one.amount) for one in sums]
    assert max(lengths) / min(lengths) == pytest.approx(1, abs=0.01)


def test_parts_of_the_band_are_as_wide_as_the_money_and_cover_the_page() -> None:
    proposal = estimate_alone("ekran", sections=5, items=4, summary=True)
    pages = summary(proposal, "ekran", "screen")
    brand = used("ekran", "screen").brand
    tones = set(tints(brand, 5))
    found = [one for one in pages[0].items if isinstance(one, BoxItem) and one.fill in tones and one.height > 20]
    assert len(found) == 5
    assert found[0].x == -brand.page.bleed
    assert found[-1].x + found[-1].width == pytest.approx(brand.page.width + brand.page.bleed)
    sums = totals(proposal.estimate, proposal.currency)
    for one, total in list(zip(found, sums.sections, strict=True))[1:-1]:
        assert one.width / brand.page.width == pytest.approx(float(total.amount / sums.subtotal), abs=0.01)


def _area(path: PathItem) -> float:
    """Return the area that the corners and curve ends of a path enclose (shoelace formula), curves cut into short lines."""
    points: list[tuple[float, float]] = []
    for command in path.commands:
        numbers = [float(one) for one in command[1:]]
        if command[0] == "C":
            x0, y0 = points[-1]
            x1, y1, x2, y2, x3, y3 = numbers
            for i in range(1, 33):
                t = i / 32
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
        elif numbers:
            points.append((numbers[0], numbers[1]))
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True))) / 2


def test_parts_of_the_ring_are_as_large_as_the_money() -> None:
    proposal = estimate_alone("salon", sections=5, items=4, summary=True)
    page = summary(proposal, "salon", "ring")[0]
    sums = totals(proposal.estimate, proposal.currency).sections
    shares = []
    for one in sums:
        parts = [path for path in page.items if isinstance(path, PathItem) and path.origin == f"estimate/sections/{one.id}"]
        shares.append(max(map(_area, parts)) / float(one.amount))
    assert max(shares) / min(shares) == pytest.approx(1, abs=0.03)


@given(st.floats(0, 6), st.floats(0.01, 6.28))
def test_an_arc_encloses_its_part_of_a_ring(start: float, angle: float) -> None:
    path = PathItem(band(100, 100, 90, 80, start, start + angle))
    assert _area(path) == pytest.approx(angle / 2 * (90**2 - 80**2), rel=0.003)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [2, 6, 12])
def test_tones_stay_apart_in_grey_print(brand: str, count: int) -> None:
    from app.brand.units import luminance

    loaded = PIPELINE.brand(brand).brand
    assert loaded is not None
    greys = [luminance(tone) ** (1 / 2.2) for tone in tints(loaded, count)]
    assert min(abs(one - other) for one, other in itertools.pairwise(greys)) > 0.02
    assert greys == sorted(greys) or greys == sorted(greys, reverse=True)


@given(st.integers(0, 80), st.integers(0, 60), st.integers(20, 60), st.integers(5, 18))
@settings(max_examples=300)
def test_all_rows_are_on_some_page_and_the_last_has_room_for_the_foot(rows: int, first: int, further: int, foot: int) -> None:
    height, pages = tallest(HEIGHTS, rows, first, further, foot)
    assert sum(pages) == rows
    assert all(count >= 0 for count in pages)
    assert all(count * height <= (further if i else first) for i, count in enumerate(pages))
    assert len(pages) == len(paged(HEIGHTS[0], rows, first, further, foot))
    if len(pages) > 1 and further - foot >= height * FEWEST:
        assert pages[-1] * height + foot <= further
        assert pages[-1] >= min(FEWEST, pages[-2] + pages[-1])


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(
    "paper", [("A5", "upright"), ("A5", "lying"), ("square", "upright"), ("16:9", "upright"), ("A4", "lying")]
)
def test_summary_and_sections_fit_other_papers(brand: str, paper: tuple[str, str], tmp_path: Path) -> None:
    books = brandbooks.changed(tmp_path, brand, {"page": {"format": paper[0], "orientation": paper[1]}})
    pipeline = Pipeline(brandbooks=(books,))
    for count, detail in ((5, Detail.SECTIONS), (12, Detail.SECTIONS), (2, Detail.DETAILED)):
        proposal = estimate_alone(brand, sections=count, items=5, summary=True, detail=detail)
        document = pipeline.lay_out(proposal, tmp_path).document
        text_stays_on_the_page(document)
        text_stands_apart(document)


@pytest.mark.parametrize(("count", "columns"), [(6, {6}), (7, {4, 3}), (8, {4}), (12, {6})])
def test_cells_of_a_screen_stand_in_even_lines_below_the_band_of_their_page(count: int, columns: set[int]) -> None:
    """No cell is alone in its line, and none on a page of its own where all have room."""
    pages = summary(estimate_alone("ekran", sections=count, items=2, summary=True, lead=""), "ekran", "screen")
    assert len(pages) == 1
    tops = [round(line.y) for line in lines(pages[0]) if re.fullmatch(r"share#.*#2", line.group)]
    assert {tops.count(top) for top in tops} == columns
