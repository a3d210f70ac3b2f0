"""Back covers: the closing line, who answers, and a code that telephones read."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from app.layout.page import BoxItem, LinkItem, Page, PathItem, PictureItem
from app.layout.qr import LEAST_WIDTH, LONGEST, QUIET, _rectangles, matrix
from app.model.client import Studio
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.sections import BackCover
from app.pipeline import Laid, Pipeline
from app.wordings.layout import WORDINGS, WORDINGS_RU
from tests import brandbooks, samples
from tests.layout.checks import text_stands_apart, text_stays_on_the_page
from tests.layout.masters.pages import BRANDS, everything, laid, painted, proposal, said

STUDIO = Studio(
    name="Noon", legal_name="Noon Ltd", tagline="Brands for places", address="12 Noon Lane", city="Riga", phone="+371 2000 0000",
    email="hello@noon.example", site="noon.example",
)  # fmt: skip
MANAGER = Person(
    id="anna", name="Anna Levina", role="Account manager", email="anna@noon.example", phone="+371 (2000) 00-01",
    photo=samples.picture("upright"),
)  # fmt: skip
PAPERS = [("A4", "upright"), ("A5", "upright"), ("16:9", "lying"), ("A5", "lying"), ("square", "upright")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples."""
    place = tmp_path_factory.mktemp("backs")
    samples.pictures(place)
    return place


def whole(brand: str, section: BackCover, **changes: object) -> Proposal:
    """Return a proposal that is nothing but a back cover."""
    usual: dict[str, object] = {"studio": STUDIO, "people": (MANAGER,), "manager": "anna"}
    return proposal(brand, section, **(usual | changes))


def links(page: Page) -> set[str]:
    """Return where a page leads."""
    return {item.url for item in page.items if isinstance(item, LinkItem)}


def code(page: Page) -> tuple[BoxItem, PathItem] | None:
    """Return the light field and the modules of the code on a page."""
    found = [item for item in page.items if isinstance(item, BoxItem | PathItem) and item.origin.endswith("/link")]
    if not found:
        return None
    field, modules = found
    assert isinstance(field, BoxItem)
    assert isinstance(modules, PathItem)
    return field, modules


def read(found: Laid, folder: Path, rows: int) -> list[list[int]]:
    """Read the modules off the printed page, the quiet zone with them: 1 where the middle of a module is dark."""
    field, _ = code(found.document.pages[-1]) or pytest.fail("there is no code")
    scale = 5.0
    image = painted(found, len(found.document.pages) - 1, folder, scale).convert("L")
    count = rows + 2 * QUIET
    middles = [(i + 0.5) * field.width / count for i in range(count)]

    def dark(x: float, y: float) -> int:
        return int(image.getpixel((round((field.x + x) * scale), round((field.y + y) * scale))) < 110)

    return [[dark(x, y) for x in middles] for y in middles]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("pictured", [False, True])
@pytest.mark.parametrize("link", ["", "https://noon.example/offers/harbour?id=118#total", "https://полдень.example/море"])
def test_the_printed_code_is_the_one_for_the_link(brand: str, pictured: bool, link: str, folder: Path) -> None:
    section = BackCover(id="b", link=link, picture=samples.picture("upright") if pictured else None)
    found = laid(whole(brand, section), folder)
    field, _ = code(found.document.pages[-1]) or pytest.fail("there is no code")
    places = [item for item in found.document.pages[-1].items if isinstance(item, LinkItem)]
    url = next(item.url for item in places if (item.x, item.y, item.width) == (field.x, field.y, field.width))
    assert url == (link if link and link.isascii() else "https://noon.example" if not link else url)
    expected = segno.make(url, error="m", micro=False, boost_error=False)
    assert expected.error == "M"
    assert url.isascii()
    printed = read(found, folder, len(expected.matrix))
    empty = [0] * (len(expected.matrix) + 2 * QUIET)
    quiet = [0] * QUIET
    rows = [[*quiet, *row, *quiet] for row in expected.matrix]
    assert printed == [*[empty] * QUIET, *rows, *[empty] * QUIET]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("length", [20, 300, LONGEST])
def test_a_code_is_wide_enough_for_a_telephone(brand: str, length: int) -> None:
    link = "https://noon.example/".ljust(length, "a")
    found = laid(whole(brand, BackCover(id="b", link=link)))
    field, _ = code(found.document.pages[-1]) or pytest.fail("there is no code")
    count = len(matrix(link))
    module = field.width / (count + 2 * QUIET)
    assert module * count >= LEAST_WIDTH - 0.01
    assert module >= 0.33 / 25.4 * 72 - 0.001
    text_stands_apart(found.document)


@given(st.text("abcdefghij0123456789/-", min_size=0, max_size=300))
def test_rectangles_cover_exactly_the_dark_modules(path: str) -> None:
    modules = matrix(f"https://a.example/{path}")
    painted = [[0] * len(modules) for _ in modules]
    for left, top, right, bottom in _rectangles(modules):
        for y in range(top, bottom):
            for x in range(left, right):
                painted[y][x] += 1
    assert painted == [list(row) for row in modules]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("javascript:alert(1)", "code-link-unusable"),
        ("javascript:1", "code-link-unusable"),
        ("file:///etc/passwd", "code-link-unusable"),
        ("data:text/html,x", "code-link-unusable"),
        ("two words", "code-link-unusable"),
        ("https://noon.example/" + "a" * LONGEST, "code-link-long"),
        ("https://noon.example/" + "я" * 900, "code-link-long"),
    ],
)
def test_a_link_that_cannot_be_used_draws_no_code_and_is_reported(brand: str, link: str, problem: str) -> None:
    pipeline = Pipeline()
    for _ in range(2):
        found = laid(whole(brand, BackCover(id="b", link=link)), pipeline=pipeline)
        assert code(found.document.pages[-1]) is None
        assert "camera" not in everything(found.document.pages[-1])
        (told,) = [one for one in found.problems if one.code.startswith("code-link")]
        assert (told.code, told.where) == (problem, "sections/b/link")
        for wordings in (WORDINGS, WORDINGS_RU):
            assert "{" not in wordings[problem].format(**dict(told.facts))


@pytest.mark.parametrize("brand", BRANDS)
def test_without_a_link_the_code_leads_to_the_site_and_without_a_site_there_is_none(brand: str) -> None:
    with_site = laid(whole(brand, BackCover(id="b")))
    assert code(with_site.document.pages[-1])
    assert "https://noon.example" in links(with_site.document.pages[-1])
    without = laid(whole(brand, BackCover(id="b"), studio=replace(STUDIO, site="")))
    assert code(without.document.pages[-1]) is None
    assert not [one for one in without.problems if one.code.startswith("code-link")]


@pytest.mark.parametrize("brand", BRANDS)
def test_manager_and_studio_can_be_reached_with_a_click(brand: str, folder: Path) -> None:
    page = laid(whole(brand, BackCover(id="b")), folder).document.pages[-1]
    assert {"mailto:anna@noon.example", "tel:+37120000001", "https://noon.example"} <= links(page)
    for origin, text in (
        ("people/anna/name", "Anna Levina"),
        ("people/anna/role", "Account manager"),
        ("people/anna/email", "anna@noon.example"),
        ("people/anna/phone", "+371 (2000) 00-01"),
        ("studio/tagline", "Brands for places"),
    ):
        assert said(page, origin) == text
    for text in ("Noon", "12 Noon Lane", "noon.example", "21 December 2026", "camera"):
        assert text in everything(page)
    assert [item for item in page.items if isinstance(item, PictureItem) and item.shape == "circle"]


@pytest.mark.parametrize("brand", BRANDS)
def test_without_a_manager_the_studio_answers(brand: str) -> None:
    page = laid(whole(brand, BackCover(id="b"), manager="", people=())).document.pages[-1]
    assert {"mailto:hello@noon.example", "tel:+37120000000", "https://noon.example"} <= links(page)
    assert "Noon Ltd" in everything(page)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(("language", "line"), [("en", "Let’s talk"), ("ru", "Поговорим?")])
def test_a_closing_line_is_there_even_where_none_was_typed(brand: str, language: str, line: str) -> None:
    page = laid(proposal(brand, BackCover(id="b"), language=language)).document.pages[-1]
    assert said(page, "sections/b/title") == line
    page = laid(proposal(brand, BackCover(id="b", title="Goodbye"), language=language)).document.pages[-1]
    assert said(page, "sections/b/title") == "Goodbye"


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("variant", ["flood", "framed", "screen"])
@pytest.mark.parametrize(
    "paper", [("A4", "upright"), ("A5", "upright"), ("16:9", "lying"), ("A5", "lying"), ("square", "upright")]
)
def test_every_variant_stands_on_every_paper(
    brand: str, variant: str, paper: tuple[str, str], folder: Path, tmp_path: Path
) -> None:
    tables: dict[str, dict[str, object]] = {
        "page": {"format": paper[0], "orientation": paper[1]},
        "masters.back-cover": {"variant": variant},
    }
    pipeline = Pipeline(brandbooks=(brandbooks.changed(tmp_path, brand, tables),))
    sentence = samples.TEXTS["en"]["sentence"].strip()
    for section, changes in (
        (BackCover(id="b", kicker="Contacts", lead=sentence, picture=samples.picture("upright")), {}),
        (BackCover(id="b", title="Shall we begin with the first train?", lead=sentence), {"valid_until": None}),
        (BackCover(id="b", picture=samples.picture("wide"), link="javascript:1"), {"manager": "", "studio": Studio(name="N")}),
        (BackCover(id="b", lead=sentence), {"people": (replace(MANAGER, photo=None, role="", phone=""),)}),
    ):
        document = laid(whole(brand, section, number="", **changes), folder, pipeline).document
        text_stays_on_the_page(document)
        text_stands_apart(document)
        assert said(document.pages[-1], "sections/b/lead") in (section.lead, "")
        assert " ".join(said(page, "sections/b/lead") for page in document.pages).strip() == section.lead


@pytest.mark.parametrize("brand", BRANDS)
def test_a_long_lead_stands_before_the_last_page_and_loses_nothing(brand: str) -> None:
    lead = " ".join(f"{i}. We answer the same day." for i in range(150))
    document = laid(whole(brand, BackCover(id="b", lead=lead))).document
    assert len(document.pages) >= 2
    assert code(document.pages[-1])
    text = " ".join(said(page, "sections/b/lead") for page in document.pages)
    assert all(f"{i}. We answer" in text for i in range(150))


def test_the_offers_last_day_is_told_and_follows_the_proposal() -> None:
    pipeline = Pipeline()
    first = whole("kurs", BackCover(id="b"), valid_until=datetime.date(2026, 12, 1))
    assert "1 December 2026" in everything(laid(first, pipeline=pipeline).document.pages[-1])
    later = replace(first, valid_until=datetime.date(2027, 1, 9))
    assert "9 January 2027" in everything(laid(later, pipeline=pipeline).document.pages[-1])
