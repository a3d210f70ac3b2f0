"""Covers: five variants that every brand may choose, on photographs of every kind and on none."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.layout.page import BoxItem, GradientItem, PathItem, PictureItem, TextItem
from app.model.client import Client, Contact
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.sections import BackCover, Cover, References, Story
from app.pipeline import Laid, Pipeline
from tests import brandbooks, samples
from tests.layout.checks import lines, size, text_stands_apart, text_stays_on_the_page
from tests.layout.legibility import contrasts
from tests.layout.masters.pages import BRANDS, everything, laid, proposal, said

VARIANTS = ("photo", "framed", "screen", "split", "typographic")
READABLE = 4.5
SIZE = (450, 600)
LONG = "Rebranding a national chain of dental clinics and launching a digital platform for patients, doctors and administrators"


def hostile(folder: Path) -> dict[str, Path]:
    """Draw photographs on which type is hard to read."""
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    ramp = Image.linear_gradient("L").resize(SIZE)
    chequer = Image.new("L", SIZE, 255)
    for x in range(0, SIZE[0], 12):
        for y in range(0, SIZE[1], 12):
            if (x + y) // 12 % 2:
                chequer.paste(16, (x, y, x + 12, y + 12))
    noise = Image.frombytes("RGB", (SIZE[0] // 2, SIZE[1] // 2), random.Random(1).randbytes(SIZE[0] * SIZE[1] // 4 * 3))
    pictures = {
        "white": Image.new("RGB", SIZE, "white"),
        "black": Image.new("RGB", SIZE, "black"),
        "noise": noise.resize(SIZE, Image.Resampling.BICUBIC),
        "chequer": chequer.convert("RGB"),
        "falling": ramp.convert("RGB"),
        "rising": ramp.rotate(180).convert("RGB"),
        "panorama": ramp.rotate(90).resize((1500, 300)).convert("RGB"),
    }
    for name, picture in pictures.items():
        picture.save(folder / "pictures" / f"{name}.jpg", quality=90)
    return {name: folder / "pictures" / f"{name}.jpg" for name in pictures}


TITLES = ((LONG, LONG + "; " + LONG), ("A", ""), (LONG * 4, LONG), ("Incomprehensibilities", ""))
PICTURES = ("white", "black", "noise", "chequer", "falling", "rising", "panorama")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples, and hostile ones."""
    place = tmp_path_factory.mktemp("covers")
    samples.pictures(place)
    assert set(hostile(place)) == set(PICTURES)
    return place


@pytest.fixture(scope="module")
def pipelines(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Pipeline]:
    """Return a pipeline for every brand with every variant."""
    made = {}
    for brand in BRANDS:
        for variant in VARIANTS:
            place = tmp_path_factory.mktemp(f"{brand}-{variant}")
            made[brand, variant] = Pipeline(
                brandbooks=(brandbooks.changed(place, brand, {"masters.cover": {"variant": variant}}),)
            )
    return made


def a_cover(brand: str, picture: str | None, **changes: object) -> Proposal:
    shown = Picture(file=f"pictures/{picture}.jpg", alt="A picture") if picture else None
    return proposal(brand, Cover(id="c", kicker="An offer", picture=shown), **changes)


@pytest.mark.parametrize("variant", VARIANTS[:4])
@pytest.mark.parametrize("brand", BRANDS)
def test_type_on_any_photograph_can_be_read(brand: str, variant: str, folder: Path, pipelines: dict) -> None:
    """98 in 100 pixels beneath every line have WCAG's contrast of 4.5 : 1 to it."""
    measured = 0
    for picture in PICTURES[:6]:
        found = laid(a_cover(brand, picture), folder, pipelines[brand, variant])
        for text, value in contrasts(found, 0, folder):
            measured += 1
            assert value >= READABLE, (picture, text)
    assert measured > 20 or variant == "split"


@pytest.mark.parametrize("brand", BRANDS)
def test_photographs_that_are_dark_enough_are_left_alone(brand: str, folder: Path) -> None:
    (page,) = laid(a_cover(brand, "black"), folder).document.pages
    assert not [item for item in page.items if isinstance(item, GradientItem)]


def test_a_light_photograph_gets_dark_type_where_the_brandbook_allows_it(folder: Path) -> None:
    (light,) = laid(a_cover("salon", "white"), folder).document.pages
    (dark,) = laid(a_cover("salon", "black"), folder).document.pages
    assert {run.color for item in lines(light) for run in item.line.runs} == {"#2A2320"}
    assert {run.color for item in lines(dark) for run in item.line.runs} == {"#FFFFFF"}
    assert not [item for item in light.items if isinstance(item, GradientItem)]


@pytest.mark.parametrize(("picture", "below"), [("falling", False), ("rising", True)])
def test_the_title_stands_where_the_photograph_is_calm(picture: str, below: bool, folder: Path, tmp_path: Path) -> None:
    """`falling` is dark above and white below, `rising` the other way round."""
    books = brandbooks.changed(tmp_path, "kurs", {"pictures": {"cover_treatment": "none"}})
    (page,) = laid(a_cover("kurs", picture, subtitle=""), folder, Pipeline(brandbooks=(books,))).document.pages
    title = [item for item in lines(page) if item.origin == "title"]
    assert (min(item.y for item in title) > page.height / 2) is below


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("picture", ["wide", "upright", "panorama", None])
def test_every_variant_says_what_a_cover_has_to_say(
    brand: str, variant: str, picture: str | None, folder: Path, pipelines: dict
) -> None:
    found = laid(a_cover(brand, picture, title="The sea in winter", subtitle="A brand"), folder, pipelines[brand, variant])
    (page,) = found.document.pages
    assert said(page, "title") == "The sea in winter"
    assert said(page, "subtitle") == "A brand"
    assert said(page, "client/name") == samples.TEXTS["en"]["client"]
    assert "An offer" in everything(page)
    assert "November" in everything(page)
    pictured = picture is not None and variant != "typographic"
    assert any(isinstance(item, PictureItem) for item in page.items) is pictured
    text_stays_on_the_page(found.document)
    text_stands_apart(found.document)
    assert page.bookmarks[0].title == "The sea in winter"
    assert everything(page).startswith("The sea in winter A brand"), "the title is read first"


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(("title", "subtitle"), TITLES)
def test_titles_of_any_length_have_room(
    brand: str, variant: str, title: str, subtitle: str, folder: Path, pipelines: dict
) -> None:
    found = laid(a_cover(brand, "wide", title=title, subtitle=subtitle), folder, pipelines[brand, variant])
    text_stays_on_the_page(found.document)
    text_stands_apart(found.document)
    page = found.document.pages[0]
    shown = said(page, "title")
    cut = [problem for problem in found.problems if problem.code == "cover-title-cut"]
    assert bool(cut) == (shown != title)
    if len(title) <= len(LONG):
        assert not cut


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("brand", BRANDS)
def test_what_is_not_known_leaves_no_gap(brand: str, variant: str, folder: Path, pipelines: dict) -> None:
    whole = a_cover(brand, "wide", subtitle="", number="", client=Client(), contact=Contact(), valid_until=None)
    named = replace(whole.studio, name="A very long name of a studio of design and of engineering" * 2)
    found = laid(replace(whole, studio=named), folder, pipelines[brand, variant])
    text_stays_on_the_page(found.document)
    text_stands_apart(found.document)
    first = min(item.x + item.line.x for item in lines(found.document.pages[0]) if item.origin in {"date", ""})
    if variant in {"photo", "screen"}:
        assert first == pytest.approx(found.brand.page.left, abs=1)


@pytest.mark.parametrize("brand", BRANDS)
def test_the_title_is_the_picture_of_a_cover_without_one(brand: str, folder: Path) -> None:
    """It is larger than on a photograph, and its ink reads on its ground."""
    (page,) = laid(a_cover(brand, None, title="The sea"), folder).document.pages
    (other,) = laid(a_cover(brand, "black", title="The sea"), folder).document.pages
    title, usual = (max(size(item) for item in lines(one) if item.origin == "title") for one in (page, other))
    assert title > usual * 1.2


@pytest.mark.parametrize("brand", BRANDS)
def test_small_words_are_not_parted_from_what_follows(brand: str, folder: Path, pipelines: dict) -> None:
    for variant in VARIANTS:
        found = laid(replace(a_cover(brand, "black", title="Море в феврале"), language="ru"), folder, pipelines[brand, variant])
        texts = [item.line.text for item in lines(found.document.pages[0]) if item.origin == "title"]
        assert not [text for text in texts if text.strip() == "в" or text.rstrip().endswith(" в")], (variant, texts)


def hostile_document(brand: str, picture: str) -> Proposal:
    shown = Picture(file=f"pictures/{picture}.jpg", alt="A picture", caption="A caption", credit="Someone")
    sample = samples.proposal("en", brand, length=1)
    sections = []
    for section in sample.sections:
        if isinstance(section, Story):
            sections.append(replace(section, pictures=(shown, shown, shown), quote=""))
        elif isinstance(section, References):
            sections.append(replace(section, items=tuple(replace(work, pictures=(shown,)) for work in section.items)))
    return replace(sample, sections=tuple(sections))


@pytest.mark.parametrize("picture", ["white", "chequer"])
@pytest.mark.parametrize("brand", BRANDS)
def test_captions_and_titles_on_pictures_can_be_read_everywhere(brand: str, picture: str, folder: Path) -> None:
    found: Laid = laid(hostile_document(brand, picture), folder)
    for index in range(len(found.document.pages)):
        for text, value in contrasts(found, index, folder):
            assert value >= READABLE, (index, text)


def test_shades_lie_on_pictures_and_never_on_type(folder: Path) -> None:
    for brand in BRANDS:
        for page in laid(hostile_document(brand, "white"), folder).document.pages:
            kinds = [type(item) for item in page.items]
            if GradientItem in kinds and TextItem in kinds:
                last = max(i for i, kind in enumerate(kinds) if kind is GradientItem)
                over = [item for item in page.items[:last] if isinstance(item, TextItem) and item.line.runs]
                assert not over, [item.line.text for item in over]


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_the_mark_keeps_clear_of_the_frame_and_of_the_name(paper: str, tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    pipeline = Pipeline((brandbooks.changed(tmp_path, "salon", {"page": {"format": paper}}),))
    made = proposal("salon", Cover(id="cover", picture=samples.picture("upright")), BackCover(id="back"))
    for page in pipeline.lay_out(made, tmp_path).document.pages:
        frame = next(item for item in page.items if isinstance(item, BoxItem) and item.stroke)
        name = next(item for item in lines(page) if item.origin == "studio/name")
        paths = [item for item in page.items if isinstance(item, PathItem)]
        heights = [float(y) for path in paths for command in path.commands for y in command[2::2] if float(y) < name.y]
        assert min(heights) - frame.y > 8
        assert name.y - size(name) * 0.6 - max(heights) > 6
