"""The team: portraits in a grid, and one person large."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.layout.page import Document, PictureItem, Tag
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.sections import Team
from app.pipeline import Pipeline
from tests import brandbooks, samples
from tests.layout.checks import lines, size, text_stands_apart, text_stays_on_the_page
from tests.layout.masters.pages import BRANDS, laid, proposal, said

NAMES = ("Илья Корсаков", "Вера Соколова", "Тимур Ахметов", "Марта Юрьева", "Глеб Зимин", "София Орлова", "Олег Гаврилин")
ABOUT = "Рисует знаки, которые узнают по половине."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples."""
    place = tmp_path_factory.mktemp("team")
    samples.pictures(place)
    return place


def team(brand: str, count: int, *, photos: bool = True, **section: object) -> Proposal:
    """Return a proposal whose team has so many people."""
    picture = samples.picture("upright") if photos else None
    people = tuple(
        Person(id=f"m{i}", name=NAMES[i % 7], role="Ведущий дизайнер", about=ABOUT, photo=picture)
        for i in range(count)
    )  # fmt: skip
    members = tuple(person.id for person in people)
    return proposal(brand, Team(id="t", title="Команда", members=members, **section), language="ru", people=people)


def shown(document: Document) -> list[str]:
    """Return who is named, in the order of the pages."""
    return [
        item.origin.split("/")[1]
        for page in document.pages
        for item in sorted(lines(page), key=lambda item: (item.y, item.x))
        if item.origin.startswith("people/") and item.origin.endswith("/name") and item.tag is not Tag.ARTIFACT
    ]


def portraits(document: Document) -> dict[str, PictureItem]:
    """Return the photographs by person."""
    return {item.origin.split("/")[1]: item for page in document.pages for item in page.items if isinstance(item, PictureItem)}


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 13, 30])
@pytest.mark.parametrize("featured", ["", "m0"])
def test_everybody_is_shown_once(brand: str, count: int, featured: str, folder: Path) -> None:
    document = laid(team(brand, count, featured=featured), folder).document
    assert sorted(set(shown(document))) == sorted(f"m{i}" for i in range(count))
    assert set(portraits(document)) == {f"m{i}" for i in range(count)}
    text_stays_on_the_page(document)
    text_stands_apart(document)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [1, 4, 7])
def test_the_featured_one_is_half_a_page_high_in_big_type_and_the_others_are_small(brand: str, count: int, folder: Path) -> None:
    document = laid(team(brand, count, featured="m0"), folder).document
    found = portraits(document)
    assert found["m0"].height >= document.pages[0].height * 0.45
    area = found["m0"].width * found["m0"].height
    assert all(area > 2 * item.width * item.height for name, item in found.items() if name != "m0")
    first = document.pages[0]
    names = [item for item in lines(first) if item.origin == "people/m0/name"]
    others = [item for page in document.pages for item in lines(page) if item.origin in ("people/m1/name", "people/m2/name")]
    assert all(size(names[0]) > 1.5 * size(item) for item in others)
    assert said(first, "people/m0/about") == ABOUT


@pytest.mark.parametrize("brand", BRANDS)
def test_few_others_stand_on_the_page_of_the_featured_one(brand: str, folder: Path) -> None:
    assert len(laid(team(brand, 4, featured="m2"), folder).document.pages) == 1


@pytest.mark.parametrize("brand", BRANDS)
def test_nobody_is_large_in_a_grid_where_nobody_is_featured(brand: str, folder: Path) -> None:
    heights = {item.height for item in portraits(laid(team(brand, 6), folder).document).values()}
    assert len(heights) == 1


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(("featured", "large"), [("", "m0"), ("m3", "m3"), ("nobody", "m0")])
def test_one_big_shows_the_first_one_large_unless_somebody_is_chosen(
    brand: str, featured: str, large: str, folder: Path, tmp_path: Path
) -> None:
    books = brandbooks.changed(tmp_path, brand, {"masters.team": {"variant": "one-big"}})
    found = portraits(laid(team(brand, 6, featured=featured), folder, Pipeline(brandbooks=(books,))).document)
    assert max(found, key=lambda name: found[name].height) == large


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [13, 25, 30])
def test_many_people_are_shared_out_evenly_over_the_pages(brand: str, count: int, folder: Path) -> None:
    document = laid(team(brand, count), folder).document
    counts = [len([item for item in page.items if isinstance(item, PictureItem)]) for page in document.pages]
    assert sum(counts) == count
    assert max(counts) - min(counts) <= len(counts)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [1, 4, 30])
def test_a_team_without_photographs_is_whole(brand: str, count: int) -> None:
    document = laid(team(brand, count, photos=False, featured="m0")).document
    assert sorted(set(shown(document))) == sorted(f"m{i}" for i in range(count))
    assert not portraits(document)
    text_stands_apart(document)


@pytest.mark.parametrize("brand", BRANDS)
def test_a_long_biography_is_set_smaller_and_not_cut(brand: str, folder: Path) -> None:
    about = " ".join(f"{i}. {ABOUT}" for i in range(8))
    whole = team(brand, 3, featured="m0")
    whole = replace(whole, people=(replace(whole.people[0], about=about), *whole.people[1:]))
    document = laid(whole, folder).document
    assert said(document.pages[0], "people/m0/about") == about
    text_stands_apart(document)


def test_somebody_who_is_no_member_can_be_featured(folder: Path) -> None:
    whole = team("kurs", 5, featured="m4")
    section = replace(whole.sections[0], members=("m0", "m1"))
    assert set(shown(laid(replace(whole, sections=(section,)), folder).document)) == {"m0", "m1", "m4"}


@pytest.mark.parametrize("brand", BRANDS)
def test_a_team_of_nobody_has_no_page_and_says_why(brand: str) -> None:
    found = laid(team(brand, 0))
    assert found.document.pages == ()
    assert [(one.code, one.where) for one in found.problems] == [("team-nobody", "sections/t/members")]


def test_further_pages_of_a_team_on_slides_repeat_its_title_small_and_nothing_else(folder: Path) -> None:
    whole = team("ekran", 20)
    whole = replace(whole, sections=(replace(whole.sections[0], lead="Эти люди придут на первую встречу."),))
    first, *others = laid(whole, folder).document.pages
    assert others
    sizes = [max(size(item) for item in lines(page) if item.origin == "sections/t/title") for page in (first, *others)]
    assert all(later < sizes[0] for later in sizes[1:])
    assert said(first, "sections/t/lead")
    assert not any(said(page, "sections/t/lead") for page in others)


def test_names_of_a_page_stand_on_one_line_in_one_size(folder: Path) -> None:
    document = laid(team("salon", 7), folder).document
    names = [item for page in document.pages for item in lines(page) if item.origin.endswith("/name")]
    assert len(names) == 7
    assert len({size(item) for item in names}) == 1


@pytest.mark.parametrize("brand", BRANDS)
def test_either_everybody_is_told_about_or_nobody(brand: str, folder: Path) -> None:
    """The first page, which has the head, has less room for words than the others."""
    made = team(brand, 16, lead=ABOUT * 4)
    made = replace(made, people=tuple(replace(person, about=ABOUT * 5) for person in made.people))
    document = laid(made, folder).document
    told = [any(item.origin.endswith("/about") for item in lines(page)) for page in document.pages]
    assert len(told) > 1
    assert len(set(told)) == 1
