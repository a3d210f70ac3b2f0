"""Contents: every title with the number of its page, and a place to click that leads there."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from app.layout.entries import NOT_LISTED
from app.layout.page import Document, LinkItem, Page, Tag, TextItem
from app.model.proposal import Proposal
from app.model.sections import Contents, Cover, Opener, Section, Story, Terms, Timeline
from app.pipeline import Pipeline
from tests import brandbooks, samples
from tests.layout.checks import lines, text_stands_apart, text_stays_on_the_page

PIPELINE = Pipeline()
BRANDS = PIPELINE.brandbooks()
LONG = "Что останется у вас после проекта, когда мы закончим и уйдём: права, исходники, обучение команды и запас бумаги"
CASES = [(brand, language, count) for brand in BRANDS for language in ("ru", "en") for count in (2, 8, 34)]


def proposal(brand: str, language: str, count: int, *, parted: bool = True) -> Proposal:
    """Return a proposal of so many chapters, some of them with long titles; `parted` ones are gathered below openers."""
    texts = samples.TEXTS[language]
    titles = (texts["title"], texts["word"], texts["sentence"].strip(), texts["scope"])
    sections: list[Section] = [Cover(id="cover"), Contents(id="contents")]
    for i in range(count):
        if parted and i % 6 == 2:
            sections.append(Opener(id=f"opener{i}", title=f"{texts['word']} {i}"))
        sections.append(Story(id=f"story{i}", title=f"{titles[i % 4]} {i}"))
    return replace(samples.proposal(language, brand), sections=tuple(sections))


@cache
def laid(brand: str, language: str, count: int) -> Document:
    """Lay out, once."""
    return PIPELINE.lay_out(proposal(brand, language, count), Path("/nonexistent")).document


def contents(document: Document) -> list[Page]:
    """Return the pages of the contents."""
    return [page for page in document.pages if page.section == "contents"]


def rows(page: Page) -> dict[str, list[TextItem]]:
    """Return the lines of every row by the section that it names."""
    found: dict[str, list[TextItem]] = {}
    for item in lines(page):
        if item.tag is Tag.TOCI:
            found.setdefault(item.origin.split("/")[1], []).append(item)
    return found


def links(page: Page) -> list[LinkItem]:
    """Return the places to click that lead to another page."""
    return [item for item in page.items if isinstance(item, LinkItem) and item.page >= 0]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_chapter_is_listed_once_with_the_number_of_its_page(case: tuple[str, str, int]) -> None:
    document = laid(*case)
    first = {page.section: page.label for page in reversed(document.pages)}
    shown: dict[str, str] = {}
    for page in contents(document):
        for section, items in rows(page).items():
            assert section not in shown
            shown[section] = " ".join(item.line.text for item in items if not item.line.text.strip().isdecimal())
            (number,) = [item.line.text for item in items if item.line.text.strip().isdecimal()]
            assert int(number) == int(first[section])
    listed = [section for section in proposal(*case).sections if not isinstance(section, NOT_LISTED)]
    assert list(shown) == [section.id for section in listed]
    for chapter in listed:
        assert shown[chapter.id].replace("\N{NO-BREAK SPACE}", " ").replace("  ", " ").startswith(chapter.title[:12])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_click_anywhere_on_a_row_leads_to_its_chapter(case: tuple[str, str, int]) -> None:
    document = laid(*case)
    for page in contents(document):
        found = links(page)
        assert len(found) == len(rows(page))
        for section, items in rows(page).items():
            (link,) = [link for link in found if document.pages[link.page].section == section]
            assert document.pages[link.page - 1].section != section
            for item in items:
                assert link.x - 3 <= item.x + item.line.x
                assert item.x + item.line.x + item.line.width <= link.x + link.width + 3
                assert link.y < item.y <= link.y + link.height + 1


@pytest.mark.parametrize("case", CASES, ids=str)
def test_places_to_click_do_not_cover_each_other(case: tuple[str, str, int]) -> None:
    for page in contents(laid(*case)):
        found = links(page)
        for i, one in enumerate(found):
            for other in found[i + 1 :]:
                beside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
                assert beside or one.y + one.height <= other.y + 0.01 or other.y + other.height <= one.y + 0.01


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rows_stay_on_the_page_and_off_each_other(case: tuple[str, str, int]) -> None:
    document = laid(*case)
    pages = replace(document, pages=tuple(contents(document)))
    text_stays_on_the_page(pages)
    text_stands_apart(pages)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_contents_are_in_the_outline_once(case: tuple[str, str, int]) -> None:
    titles = [bookmark.title for page in contents(laid(*case)) for bookmark in page.bookmarks]
    assert titles == ["Содержание" if case[1] == "ru" else "Contents"]


def test_numbers_are_right_although_the_contents_take_several_pages() -> None:
    document = laid("ekran", "ru", 34)
    assert len(contents(document)) >= 2
    last = next(page for page in document.pages if page.section == "story33")
    numbers = [int(item.line.text) for item in rows(contents(document)[-1])["story33"] if item.line.text.isdecimal()]
    assert numbers == [document.pages.index(last) + 1] == [int(last.label)]


@pytest.mark.parametrize("brand", [brand for brand in BRANDS if brand != "ekran"])
def test_numbers_below_each_other_are_aligned(brand: str) -> None:
    """Figures are tabular: units stand below units."""
    document = PIPELINE.lay_out(proposal(brand, "ru", 10, parted=False), Path("/nonexistent")).document
    (page,) = contents(document)
    rights = {round(item.x + item.line.width, 2) for item in lines(page) if item.tag is Tag.TOCI and item.line.text.isdecimal()}
    assert len(rights) == 1


def test_tiles_on_a_screen_are_large_enough_for_a_finger() -> None:
    """At least 44 dots of a screen, of which a page as wide as a 13-inch screen has 96 an inch."""
    for count in (2, 8, 34):
        for page in contents(laid("ekran", "en", count)):
            assert all(link.height >= 33 and link.width >= 33 for link in links(page))


@pytest.mark.parametrize("brand", BRANDS)
def test_a_very_long_title_is_there_to_its_last_word(brand: str) -> None:
    sections: list[Section] = [Contents(id="contents"), *(Terms(id=f"t{i}", title=LONG) for i in range(16))]
    whole = replace(samples.proposal("ru", brand), sections=tuple(sections))
    document = PIPELINE.lay_out(whole, Path("/nonexistent")).document
    for page in contents(document):
        for items in rows(page).values():
            text = " ".join(item.line.text for item in items).replace("\N{NO-BREAK SPACE}", " ")
            assert text.replace(" ", "").strip("0123456789").endswith("бумаги")


@pytest.mark.parametrize("brand", BRANDS)
def test_parts_stand_under_the_opener_that_they_belong_to(brand: str) -> None:
    document = PIPELINE.lay_out(proposal(brand, "en", 8), Path("/nonexistent")).document
    ordered = [section for page in contents(document) for section in rows(page)]
    assert ordered.index("opener2") == ordered.index("story1") + 1
    assert ordered.index("story2") == ordered.index("opener2") + 1


@pytest.mark.parametrize("brand", BRANDS)
def test_chapters_without_a_page_are_not_listed(brand: str) -> None:
    sections = (Contents(id="contents"), Timeline(id="empty", title="Nothing planned"), Terms(id="terms", title="Terms"))
    whole = replace(samples.proposal("en", brand), sections=sections)
    document = PIPELINE.lay_out(whole, Path("/nonexistent")).document
    assert [page.section for page in document.pages] == ["contents", "terms"]
    assert [list(rows(page)) for page in contents(document)] == [["terms"]]


@pytest.mark.parametrize("brand", BRANDS)
def test_a_proposal_of_nothing_else_has_contents_without_rows(brand: str) -> None:
    whole = replace(samples.proposal("en", brand), sections=(Contents(id="contents", title="What is inside"),))
    (page,) = PIPELINE.lay_out(whole, Path("/nonexistent")).document.pages
    assert not rows(page)
    assert not links(page)


@pytest.mark.parametrize("path", ["number", "client/name", "sections/story1/title", "sections/story0/hidden"])
def test_contents_follow_every_edit_of_what_they_show(path: str) -> None:
    from app.model.path import put

    value: object = True if path.endswith("hidden") else "Other words"
    before = proposal("kurs", "en", 4)
    pipeline = Pipeline()
    pipeline.lay_out(before, Path("/nonexistent"))
    after = put(before, path, value)
    assert pipeline.lay_out(after, Path("/nonexistent")).document == Pipeline().lay_out(after, Path("/nonexistent")).document


@pytest.mark.parametrize("count", [4, 7, 8, 10, 11, 13])
def test_no_tile_stands_alone_in_a_row_of_three(count: int) -> None:
    titles = tuple(Story(id=f"s{i}", title=f"Глава {i}") for i in range(count))
    whole = replace(proposal("ekran", "ru", 0), sections=(Cover(id="cover"), Contents(id="contents"), *titles))
    page = contents(PIPELINE.lay_out(whole, Path("/nonexistent")).document)[0]
    tops = [round(link.y) for link in links(page)]
    columns = len({round(link.x) for link in links(page)})
    assert len(tops) == count
    assert columns < 3 or tops.count(max(tops)) > 1


@pytest.mark.parametrize("brand", ["kurs", "salon"])
@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_parts_are_set_smaller_than_what_they_are_parts_of(brand: str, paper: str, tmp_path: Path) -> None:
    pipeline = Pipeline((brandbooks.changed(tmp_path, brand, {"page": {"format": paper}}),))
    for count in (4, 12, 18):
        document = pipeline.lay_out(proposal(brand, "ru", count), Path("/nonexistent")).document
        page = next(page for page in document.pages if page.section == "contents")
        titles = [
            item for item in lines(page) if item.origin.endswith("/title") and not item.origin.startswith("sections/contents")
        ]
        openers = [item for item in titles if "/opener" in item.origin]
        parts = [item for item in titles if "/opener" not in item.origin and openers and item.y > openers[0].y]
        sizes = [max(run.size for run in item.line.runs) for item in openers]
        assert all(max(run.size for run in item.line.runs) < min(sizes) for item in parts)
