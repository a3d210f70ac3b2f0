"""Every master of every brandbook looks as it was approved: small renderings of a fixed sample against those in golden/looks."""

import random
from dataclasses import replace
from functools import cache

import pytest
from PIL import Image, ImageChops

from app.layout.page import BoxItem, PictureItem, TextItem
from app.model.sections import SECTION_KINDS
from app.pipeline import Pipeline
from tests.looks.books import BOOKS, Book
from tests.looks.plates import difference, plate
from tests.looks.render import GOLDEN, SCALE, pages, usual
from tests.tools import looks

MOST_BYTES = 1_500_000
STEP = 11.3
"""Points of a baseline step of kurs."""
KURS = Book("kurs", "kurs")


def golden(name):
    """Return the approved plate of a look, or nothing."""
    file = GOLDEN / f"{name}.png"
    if not file.exists():
        return None
    with Image.open(file) as picture:
        return picture.convert("L")


def names_of(book):
    """The golden files that belong to a book: those of its looks, numbered or not."""
    found = {file.stem for file in GOLDEN.glob(f"{book.brand}-*.png")}
    own = {book.look(section) for section in (book.changed or SECTION_KINDS | {"by-section": None})}
    return {name for name in found if name in own or (name.rpartition("-")[0] in own and name.rpartition("-")[2].isdigit())}


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_every_page_looks_as_it_was_approved(book):
    """Whoever changes a look on purpose draws the golden files anew with `python -m tests.tools.looks`."""
    got = {name: plate(page) for name, page in pages(book).items()}
    wrong = dict.fromkeys(names_of(book) - set(got), "no page has this look any more")
    for name, made in got.items():
        want = golden(name)
        found = difference(made, want) if want else None
        if found is None or not found.alike:
            wrong[name] = str(found) if found else "has no golden file"
    told = "\n".join(f"{name}: {what}" for name, what in wrong.items())
    assert not wrong, f"{told}\nTo see them: python -m tests.tools.looks --show {' '.join(wrong)}"


@pytest.mark.parametrize("brand", Pipeline().brandbooks())
def test_every_kind_of_page_is_guarded_in_every_brandbook(brand):
    guarded = names_of(Book(brand, brand))
    missing = [kind for kind in SECTION_KINDS if not any(name.startswith(f"{brand}-{kind}") for name in guarded)]
    assert missing == []


def test_every_golden_file_belongs_to_a_look():
    assert {file.stem for file in GOLDEN.glob("*.png")} == set().union(*map(names_of, BOOKS))


def test_the_golden_files_are_small():
    assert sum(file.stat().st_size for file in GOLDEN.iterdir()) < MOST_BYTES


@cache
def unchanged(section):
    """The plates of a section in kurs."""
    return {name: plate(page) for name, page in pages(KURS, [section]).items()}


def compared(section, change):
    """How the pages of a section differ from themselves when they are changed."""
    after = pages(KURS, [section], change)
    return [difference(plate(after[name]), before) for name, before in unchanged(section).items()]


def repainted(section, paint):
    """How the pages of a section differ from themselves when they are painted in another way."""
    found = []

    def both(page):
        as_usual = usual(page)
        found.append(difference(plate(paint(page)), plate(as_usual)))
        return as_usual

    pages(KURS, [section], paint=both)
    return found


def altered(page, kind, change):
    """A page whose items of a kind are changed; those changed to None are left out."""
    items = (change(item) if isinstance(item, kind) else item for item in page.items)
    return replace(page, items=tuple(item for item in items if item is not None))


@pytest.mark.parametrize("section", ["letter", "story", "terms"])
def test_a_block_of_text_that_stands_a_baseline_step_lower_is_seen(section):
    def lower(item):
        return replace(item, y=item.y + STEP) if "/text/" in item.origin else item

    assert not all(found.alike for found in compared(section, lambda page: altered(page, TextItem, lower)))


def test_six_lines_that_stand_lower_are_seen():
    def lower(page):
        lines = [item for item in page.items if isinstance(item, TextItem) and "/text/" in item.origin][:6]
        return altered(page, TextItem, lambda item: replace(item, y=item.y + STEP) if item in lines else item)

    assert not all(found.alike for found in compared("terms", lower))


@pytest.mark.parametrize("section", ["cover", "story", "team"])
def test_a_missing_picture_is_seen(section):
    def without(page):
        pictures = [item for item in page.items if isinstance(item, PictureItem)]
        return altered(page, PictureItem, lambda item: None if item is pictures[-1] else item)

    assert not all(found.alike for found in compared(section, without))


@pytest.mark.parametrize("section", ["timeline", "by-section"])
def test_another_colour_is_seen_even_one_that_is_as_light(section):
    accent = Pipeline().brand("kurs").brand.color("accent")
    grey = "#{0:02x}{0:02x}{0:02x}".format(Image.new("RGB", (1, 1), accent).convert("L").getpixel((0, 0)))

    def greyed(item):
        return replace(item, fill=grey) if item.fill == accent else item

    assert not all(found.alike for found in compared(section, lambda page: altered(page, BoxItem, greyed)))


def finer(page):
    """Paint from three times as many dots."""
    large = page.render(scale=SCALE * 3).to_pil().convert("RGB")
    return large.resize(usual(page).size, Image.Resampling.BOX)


def rough(page):
    """Paint without smoothing edges."""
    return page.render(scale=SCALE, no_smoothtext=True, no_smoothpath=True).to_pil().convert("RGB")


def aside(page):
    """Paint half a dot further to the left and up."""
    large = page.render(scale=SCALE * 2).to_pil().convert("RGB")
    moved = large.transform(large.size, Image.Transform.AFFINE, (1, 0, 1, 0, 1, 1), fillcolor="white")
    return moved.resize(usual(page).size, Image.Resampling.BOX)


def noisy(page):
    """Paint with a noise of two levels."""
    picture = usual(page)
    grain = Image.frombytes("L", picture.size, random.Random(7).randbytes(picture.width * picture.height))
    grain = grain.point(lambda level: 128 + level % 5 - 2)
    return ImageChops.add(picture, Image.merge("RGB", [grain] * 3), offset=-128)


@pytest.mark.parametrize("paint", [finer, rough, aside, noisy])
@pytest.mark.parametrize("section", ["story", "terms"])
def test_edges_smoothed_in_another_way_and_noise_are_no_difference(section, paint):
    assert [str(found) for found in repainted(section, paint) if not found.alike] == []


def test_one_dot_of_another_tone_is_no_difference():
    page = Image.new("RGB", (910, 1287), "white")
    dotted = page.copy()
    dotted.putpixel((400, 400), (0, 0, 0))
    assert difference(plate(dotted), plate(page)).alike


def test_plates_of_another_size_are_not_alike():
    assert not difference(Image.new("L", (20, 30), 255), Image.new("L", (20, 31), 255)).alike


def test_what_differs_can_be_looked_at(tmp_path):
    """Side by side: what the page is, what it should be, and what differs, dark on white."""
    want = Image.new("L", (20, 30), 255)
    got = want.copy()
    got.paste(0, (4, 4, 12, 12))
    want.save(tmp_path / "golden.png")
    shown = looks.triptych(got, tmp_path / "golden.png")
    third = shown.crop((shown.width * 2 // 3, 0, shown.width, shown.height))
    assert shown.width > 3 * 2 * want.width
    assert third.getextrema()[0] < 60
    assert third.getpixel((third.width - 20, third.height - 10)) > 250
