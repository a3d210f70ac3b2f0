"""Nothing nearly touches: large type, the commas of sums, photographs and labels keep clear of what is next to them."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.layout.page import BoxItem, Page, PictureItem, RuleItem, TextItem
from app.layout.setter import Setter
from app.model.client import Client, Studio
from app.model.estimate import Estimate, EstimateSection, LineItem, Pricing
from app.model.notation import parse
from app.model.people import Person
from app.model.picture import Frame, Picture
from app.model.reference import Display, Reference
from app.model.sections import Acceptance, BackCover, Cover, EstimatePages, Letter, References, Team, Terms
from app.pipeline import Pipeline
from app.text.clearance import hanging, least_leading
from app.text.ties import LITTLE
from tests import brandbooks, samples
from tests.layout.checks import lines, size
from tests.layout.masters.pages import BRANDS, PIPELINE, laid, proposal, said

TITLES = ("July will sell itself", "Часы, люди, деньги", "Show them February", "Что мы увидели")


def setter(brand: str, language: str = "ru") -> Setter:
    loaded = PIPELINE.brand(brand).brand
    assert loaded is not None
    return Setter(loaded, PIPELINE._book(loaded), language)


def of(page: Page, origin: str) -> list[TextItem]:
    return [item for item in lines(page) if item.origin == origin]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("style", ["title", "closing", "cover-title", "greeting", "opener-title", "pull-quote"])
@pytest.mark.parametrize("title", TITLES)
def test_the_lines_of_a_headline_never_touch(brand: str, style: str, title: str) -> None:
    found = setter(brand)
    for width in (160, 260, 400, 520):
        block = found.headline(style, title, width, 3)
        assert block.leading >= least_leading(block.lines, found.book) - 1e-6


@pytest.mark.parametrize("brand", BRANDS)
def test_a_double_name_is_divided_at_its_hyphen(brand: str) -> None:
    found = setter(brand)
    for width in range(60, 260, 20):
        block = found.headline("greeting", "Илья Берестов-Нагорный", width, 3)
        words = {line.text for line in block.lines}
        whole = {"Илья", "Илья Берестов-", "Берестов-", "Нагорный", "Берестов-Нагорный", "Илья Берестов-Нагорный"}
        smallest = min(found.token("greeting").size, *found.token("greeting").sizes)
        if found.line("greeting", "Нагорный", size=smallest).width <= width - smallest:
            assert words <= whole


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("brand", BRANDS)
def test_the_comma_of_a_sum_keeps_clear_of_the_words_below_it(brand: str, language: str) -> None:
    """On the page to sign and over the rows of the total."""
    items = (LineItem(id="i", title="Work", pricing=Pricing.FIXED, quantity=Decimal(1), rate=Decimal("121657.50")),)
    part = EstimateSection(id="s", title="Part", items=items)
    sections = (Acceptance(id="acceptance", title="Yes", text=parse("We begin on Monday.")), EstimatePages(id="estimate"))
    whole = proposal(brand, *sections, language=language, estimate=Estimate(sections=(part,)))
    book = setter(brand).book
    sums = 0
    for page in laid(whole).document.pages:
        for amount in of(page, "estimate"):
            if size(amount) < 28:
                continue
            sums += 1
            foot = amount.y + hanging(amount.line, book)
            left, right = amount.x, amount.x + amount.line.width
            below = [item for item in lines(page) if item.y > amount.y + 1 and item.x < right and item.x + item.line.width > left]
            assert all(item.y - 0.75 * size(item) > foot + 2 for item in below)
    assert sums >= 2


@pytest.mark.parametrize("brand", ["kurs", "salon"])
def test_the_line_to_sign_on_is_as_long_as_the_name_below_it(brand: str) -> None:
    person = Person(id="p0", name="Alexandra Featherstonehaugh", role="Engineer")
    letter = Letter(id="letter", greeting="Hello", text=parse("A word."))
    page = laid(proposal(brand, letter, people=(person,), manager="p0")).document.pages[0]
    name = of(page, "people/p0/name")[0]
    rule = max((item for item in page.items if isinstance(item, RuleItem) and item.y1 < name.y), key=lambda item: item.y1)
    assert rule.x2 - rule.x1 >= name.line.width - 1


@pytest.mark.parametrize("brand", BRANDS)
def test_legal_details_do_not_repeat_the_name_above_them(brand: str) -> None:
    studio = Studio(name="Noon", legal_name="Noon Studio SIA", requisites="Noon Studio SIA\nReg. No. 1")
    client = Client(name="Harbour", requisites="Harbour OÜ\nReg. No. 2")
    whole = proposal(brand, Acceptance(id="a", title="Yes", text=parse("Text.")), studio=studio, client=client)
    page = laid(whole).document.pages[-1]
    assert "Noon Studio SIA" in said(page, "studio/name")
    assert said(page, "studio/requisites") == "Reg. No. 1"
    assert said(page, "client/requisites") == "Harbour OÜ Reg. No. 2"


@pytest.mark.parametrize("brand", BRANDS)
def test_a_heading_is_no_nearer_to_the_text_it_ends_than_paragraphs_are_to_each_other(brand: str) -> None:
    for style in ("letter", "body", "terms"):
        blocks = setter(brand).rich(style, parse("One.\n\nTwo.\n\n# Head\nThree."), 300)
        assert blocks[2].before >= blocks[1].before


def test_a_hyphen_in_a_word_of_a_table_is_no_wider_than_elsewhere() -> None:
    found = setter("kurs")
    table, text = found.line("cell", "фронтенд-разработчик"), found.line("note", "фронтенд-разработчик", size=9)
    assert table.width == pytest.approx(text.width)
    assert found.line("cell", "111").width == pytest.approx(found.line("cell", "000").width)


@pytest.mark.parametrize("brand", BRANDS)
def test_a_typographic_cover_never_ends_a_line_with_a_preposition(brand: str, tmp_path: Path) -> None:
    pipeline = Pipeline([brandbooks.changed(tmp_path, brand, {"masters.cover": {"variant": "typographic"}})])
    for title in ("The Sea in February", "A morning by the water", "Launching the Quiet Harbour"):
        page = laid(proposal(brand, Cover(id="cover"), title=title), pipeline=pipeline).document.pages[0]
        for item in of(page, "title")[:-1]:
            assert item.line.text.split()[-1].lower() not in LITTLE["en"], item.line.text


@pytest.mark.parametrize("brand", BRANDS)
def test_a_long_title_does_not_leave_its_cover_empty(brand: str, tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    title = "Rebranding a national chain of dental clinics and launching a platform for patients, doctors and their assistants"
    whole = proposal(brand, Cover(id="cover", picture=samples.picture("upright")), title=title, subtitle="")
    page = laid(whole, tmp_path).document.pages[0]
    found = of(page, "title")
    token = setter(brand).token("cover-title")
    assert size(found[0]) > min(token.size, *token.sizes)
    assert "…" not in "".join(item.line.text for item in found)


def test_photographs_of_the_summary_stand_clear_of_the_percentages(tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    whole = samples.proposal("en", "kurs", length=3, sections=9, items=3)
    whole = replace(whole, sections=tuple(section for section in whole.sections if isinstance(section, EstimatePages)))
    page = laid(whole, tmp_path).document.pages[0]
    faces = [item for item in page.items if isinstance(item, PictureItem) and item.width < 40]
    percents = [item for item in lines(page) if item.line.text.endswith("%") and item.origin.startswith("estimate/sections")]
    assert faces and percents
    for item in percents:
        for face in faces:
            if face.x < item.x + item.line.width and face.x + face.width > item.x:
                assert face.y + face.height < item.y - size(item) - 2 or face.y > item.y + 2


def test_a_few_clauses_stand_at_the_foot_of_their_page() -> None:
    terms = Terms(id="terms", title="Terms", text=parse("# Price\nAll is included.\n\n# Term\nTwo weeks."))
    page = laid(proposal("kurs", terms)).document.pages[0]
    texts = [item for item in lines(page) if "paragraphs" in item.origin]
    assert min(item.y for item in texts) > page.height * 0.6
    assert max(item.y for item in texts) < page.height - 40


@pytest.mark.parametrize("brand", ["kurs", "salon"])
def test_terms_use_the_letters_type_wherever_it_has_room(brand: str) -> None:
    clause = "We deliver each stage by e-mail with a link, and you have five working days to accept it or to send comments. "
    token = setter(brand, "en").token
    sizes = []
    for count in (3, 8, 40):
        terms = Terms(id="terms", title="Terms", text=parse("\n\n".join(f"# Clause\n{clause * 2}" for _ in range(count))))
        page = laid(proposal(brand, terms)).document.pages[0]
        body = [item for item in lines(page) if "paragraphs/1" in item.origin]
        sizes.append(size(body[0]))
    assert sizes == [token("letter").size, token("letter").size, token("terms").size]


def works(*shown: Reference, brand: str = "kurs") -> References:
    return References(id="works", title="Works", items=shown)


def shot(name: str, frame: Frame = Frame.NONE) -> Picture:
    return Picture(file=f"pictures/{name}.jpg", alt=name, frame=frame)


def work(number: int, display: Display, *shown: Picture, title: str = "Work") -> Reference:
    return Reference(id=f"w{number}", title=f"{title} {number}", why="Why.", display=display, pictures=shown)


@pytest.mark.parametrize("brand", ["kurs", "salon"])
def test_works_beside_each_other_are_equally_high_and_their_captions_level(brand: str, tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    names = ("wide", "wide", "wide", "square", "upright")
    shown = [
        work(i, Display.GALLERY, shot(name), title="A work with a long name" if i == 4 else "W") for i, name in enumerate(names)
    ]
    head = work(9, Display.SPREAD, shot("wide"))
    document = laid(proposal(brand, works(head, *shown)), tmp_path).document
    page = document.pages[-1]
    tops: dict[float, list[PictureItem]] = {}
    for item in page.items:
        if isinstance(item, PictureItem):
            tops.setdefault(round(item.y, 1), []).append(item)
    assert sorted(map(len, tops.values())) == [2, 3]
    for row in tops.values():
        assert len({round(item.height, 1) for item in row}) == 1
    assert len({round(of(page, f"sections/works/items/w{i}/title")[0].y, 1) for i in range(5)}) == 2


def test_a_device_stands_in_the_middle_of_what_is_seen_of_its_ground(tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    frames = (Frame.NONE, Frame.BROWSER, Frame.PHONE, Frame.NONE, Frame.BROWSER)
    shown = [shot(("square", "wide", "upright")[i % 3], frame) for i, frame in enumerate(frames)]
    pages = laid(
        proposal("kurs", works(work(0, Display.SPREAD, shot("wide")), work(1, Display.MOSAIC, *shown))), tmp_path
    ).document.pages
    page = next(page for page in pages if sum(isinstance(item, PictureItem) for item in page.items) == 5)
    screens = [item for item in page.items if isinstance(item, PictureItem) and item.radius]
    grounds = [item for item in page.items if isinstance(item, BoxItem) and item.fill and item.width > 80 and item.height > 80]
    for screen in screens:
        around = [box for box in grounds if box.x <= screen.x and box.x + box.width >= screen.x + screen.width
                  and box.y <= screen.y and box.y + box.height >= screen.y + screen.height]  # fmt: skip
        ground = max(around, key=lambda box: box.width * box.height)
        left, right = max(ground.x, 0.0), min(ground.x + ground.width, page.width)
        assert screen.x + screen.width / 2 == pytest.approx((left + right) / 2, abs=1)
    assert screens


@pytest.mark.parametrize("names", [("wide", "upright"), ("upright", "wide"), ("square", "wide")])
def test_labels_of_a_pair_keep_clear_of_the_devices(names: tuple[str, str], tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    pair = work(1, Display.BEFORE_AFTER, shot(names[0], Frame.BROWSER), shot(names[1], Frame.PHONE))
    pages = laid(proposal("kurs", works(work(0, Display.SPREAD, shot("wide")), pair)), tmp_path).document.pages
    page = next(page for page in pages if any(item.line.text == "Before" for item in lines(page)))
    screens = [item for item in page.items if isinstance(item, PictureItem) and item.radius]
    words = [item for item in lines(page) if item.line.text in ("Before", "After") and size(item) > 12]
    labels = [box for box in page.items if isinstance(box, BoxItem) and any(
        box.x <= word.x and box.x + box.width >= word.x + word.line.width and box.y < word.y < box.y + box.height < box.y + 60
        for word in words)]  # fmt: skip
    assert len(screens) == 2 and len(labels) == 2
    for label in labels:
        for screen in screens:
            assert (
                label.x + label.width + 4 <= screen.x
                or screen.y + screen.height + 4 <= label.y
                or label.y + label.height <= screen.y
            )


def test_a_framed_back_cover_is_centred_whatever_the_brand(tmp_path: Path) -> None:
    pipeline = Pipeline([brandbooks.changed(tmp_path, "kurs", {"masters.back-cover": {"variant": "framed"}})])
    page = laid(
        proposal("kurs", BackCover(id="back", title="July will sell itself", lead="Ring us.")), pipeline=pipeline
    ).document.pages[0]
    for item in (*of(page, "sections/back/title"), *of(page, "sections/back/lead")):
        assert item.x + item.line.x + item.line.width / 2 == pytest.approx(page.width / 2, abs=4)


def test_a_featured_name_is_not_hyphenated(tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    person = Person(id="p0", name="Илья Берестов-Нагорный", photo=samples.picture("upright"))
    page = laid(
        proposal("kurs", Team(id="team", title="Мы", members=("p0",)), people=(person,), language="ru"), tmp_path
    ).document.pages[0]
    assert [item.line.text for item in of(page, "people/p0/name")] == ["Илья", "Берестов-", "Нагорный"]
