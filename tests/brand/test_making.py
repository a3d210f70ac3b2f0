"""A studio's own brandbook, made of its name, its logo and a colour or two."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from app.brand.inks import hls
from app.brand.load import load_brand
from app.brand.logos import read_logo
from app.brand.making import ASSETS, BASES, SHIPPED, BrandWish, make_brandbook
from app.brand.palettes import READ_ON, measured, palette_of
from app.brand.units import contrast
from app.problems import Severity

COLOR = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")
MAYBE = st.one_of(st.just(""), COLOR)
BASE_PALETTES = {base: load_brand(SHIPPED / base, ASSETS).brand.palette for base in BASES}  # type: ignore[union-attr]


def picture(path: Path, size: tuple[int, int], ink: object, ground: object, mode: str = "RGBA") -> Path:
    """A disc on a ground, with a wide margin at the left."""
    made = Image.new(mode, size, ground)  # type: ignore[arg-type]
    ImageDraw.Draw(made).ellipse((size[0] // 2, size[1] // 10, size[0] - 5, size[1] * 9 // 10), fill=ink)  # type: ignore[arg-type]
    made.save(path)
    return path


@given(st.sampled_from(BASES), COLOR, MAYBE, MAYBE, MAYBE)
def test_whatever_colours_are_chosen_every_text_can_be_read(base: str, accent: str, second: str, ink: str, paper: str) -> None:
    palette = palette_of(BrandWish("x", accent, second=second, ink=ink, paper=paper).colors, BASE_PALETTES[base])
    ratios = measured(palette)
    assert set(ratios) == set(READ_ON)
    assert min(ratios.values()) >= 4.5, ratios
    assert palette["accent"] == accent, "the studio's own colour stays what it is"


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(BASES), COLOR, MAYBE)
def test_a_brandbook_of_any_colours_is_read_without_complaints(tmp_path: Path, base: str, accent: str, second: str) -> None:
    made = make_brandbook(tmp_path, BrandWish("Осень", accent, second=second, base=base))
    assert made.folder is not None
    assert not made.problems, "neither an error nor a pair that cannot be read"


@given(COLOR)
def test_an_accent_that_is_darkened_to_be_read_keeps_its_hue(accent: str) -> None:
    palette = palette_of(BrandWish("x", accent).colors, BASE_PALETTES["kurs"])
    hue, lightness, saturation = hls(accent)
    text = hls(palette["accent-text"])
    if saturation > 0.3 and 0.15 < lightness < 0.85 and text[1] > 0.12:
        assert min(abs(text[0] - hue), 1 - abs(text[0] - hue)) < 0.03


def test_comments_and_everything_else_stay_where_they_are(tmp_path: Path) -> None:
    made = make_brandbook(tmp_path, BrandWish("Осень", "#0033AA", base="kurs"))
    assert made.folder is not None
    own, base = ((folder / "brandbook.toml").read_text("utf-8") for folder in (made.folder, SHIPPED / "kurs"))
    comments = [line.rpartition(" # ")[2] for line in base.splitlines() if " # " in line]
    assert len(comments) > 10
    assert all(comment in own for comment in comments)
    kept, were = tomllib.loads(own), tomllib.loads(base)
    assert kept["masters"] == were["masters"] and kept["rules"] == were["rules"] and kept["page"] == were["page"]
    assert kept["palette"]["accent"] == "#0033AA" and kept["title"] == {"ru": "Осень", "en": "Осень"}


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_written_over(tmp_path: Path) -> None:
    names = [make_brandbook(tmp_path, BrandWish(title, "#0033AA")).name for title in ("Kurs", "Осень", "Осень!", "***")]
    assert names == ["kurs-2", "osen", "osen-2", "brandbook"]
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (BrandWish("  ", "#0033AA"), "brand-name-empty"),
        (BrandWish("Осень", "red"), "brand-color-wrong"),
        (BrandWish("Осень", "#0033AA", paper="#12"), "brand-color-wrong"),
        (BrandWish("Осень", "#0033AA", base="../kurs"), "brand-not-found"),
    ],
)
def test_what_makes_no_brandbook_is_told_and_leaves_nothing(tmp_path: Path, wish: BrandWish, code: str) -> None:
    made = make_brandbook(tmp_path, wish)
    assert made.folder is None
    assert [(one.code, one.severity) for one in made.problems] == [(code, Severity.ERROR)]
    assert not list(tmp_path.iterdir())


def test_a_title_with_odd_signs_makes_a_file_that_can_be_read(tmp_path: Path) -> None:
    made = make_brandbook(tmp_path, BrandWish('Осень "\\ \n\x01\x7f # ]', "#0033AA"))
    assert made.folder is not None and load_brand(made.folder, ASSETS).brand is not None


def test_a_logo_on_a_flat_ground_is_cut_out_and_down_to_what_is_seen(tmp_path: Path) -> None:
    file = picture(tmp_path / "logo.png", (800, 600), (200, 30, 60), (255, 255, 255), "RGB")
    made = make_brandbook(tmp_path, BrandWish("Осень", "#C81E3C", logo=file))
    assert made.folder is not None and not made.problems
    brand = load_brand(made.folder, ASSETS).brand
    assert brand is not None
    mark = brand.drawings["mark"]
    assert mark.picture == "mark.png" and 380 < mark.width < 400 and 470 < mark.height < 490
    with Image.open(made.folder / "mark.png") as cut:
        assert cut.getpixel((0, 0))[3] == 0 and cut.getpixel((200, 240)) == (200, 30, 60, 255)
    assert {"mark-light", "mark-dark"} <= set(brand.drawings)


def test_a_white_logo_is_dark_on_white_paper_and_white_on_dark(tmp_path: Path) -> None:
    file = picture(tmp_path / "logo.png", (400, 300), (255, 255, 255, 255), (0, 0, 0, 0))
    on_white = make_brandbook(tmp_path, BrandWish("White", "#C81E3C", logo=file, base="kurs"))
    on_dark = make_brandbook(tmp_path, BrandWish("Dark", "#C81E3C", logo=file, base="ekran"))
    for made, light in ((on_white, False), (on_dark, True)):
        assert made.folder is not None
        with Image.open(made.folder / "mark.png") as cut:
            shown = cut.getpixel((cut.width // 2, cut.height // 2))
        assert (shown[0] > 128) is light


def test_odd_pictures_are_logos_too(tmp_path: Path) -> None:
    wide = picture(tmp_path / "wide.png", (3000, 90), (10, 60, 160, 255), (0, 0, 0, 0))
    tiny = picture(tmp_path / "tiny.png", (20, 14), (10, 60, 160, 255), (0, 0, 0, 0))
    cmyk = picture(tmp_path / "cmyk.jpg", (900, 400), (0, 200, 200, 0), (0, 0, 0, 0), "CMYK")
    huge = picture(tmp_path / "huge.jpg", (5000, 4000), (90, 20, 140), (255, 255, 255), "RGB")
    told = {path.stem: [one.code for one in read_logo(path).problems] for path in (wide, tiny, cmyk, huge)}
    assert told == {"wide": [], "tiny": ["brand-logo-small"], "cmyk": [], "huge": []}
    cut = read_logo(huge).cut
    assert cut is not None and cut.picture.width * cut.picture.height < 1_600_000
    assert read_logo(cmyk).suggested and hls(read_logo(cmyk).suggested[0])[2] > 0.5


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture-not-readable"),
        (b"not a picture at all", "picture-not-readable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", "brand-logo-empty"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><svg>&b;</svg>", "svg-unreadable"),
    ],
)
def test_what_is_no_logo_is_told_and_the_brandbook_is_made_without(tmp_path: Path, content: bytes, code: str) -> None:
    made = make_brandbook(tmp_path, BrandWish("Осень", "#0033AA", logo=content))
    assert made.folder is not None
    assert not list(made.folder.glob("mark*"))
    assert len(made.problems) == 1 and (made.problems[0].code == code or code.startswith("picture-"))


def test_a_drawing_is_cut_to_its_shapes_and_one_colour_becomes_that_of_the_text(tmp_path: Path) -> None:
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300"><rect width="300" height="300" fill="#fff"/>'
        b'<script>1</script><path d="M100 100h50v25h-50z" fill="#E4003A"/></svg>'
    )
    made = make_brandbook(tmp_path, BrandWish("Осень", "#E4003A", logo=svg))
    assert made.folder is not None
    text = (made.folder / "mark.svg").read_text()
    assert "script" not in text and "currentColor" in text and 'viewBox="0 0 200 100"' in text
    assert [one.code for one in made.problems] == ["svg-ignored"]


def test_colours_are_suggested_from_the_logo_the_most_telling_first() -> None:
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><rect width="300" height="120" fill="#ffffff"/>'
        b'<circle cx="60" cy="60" r="44" fill="#E4003A"/><path d="M130 30h150v18H130z" fill="#1A2B6B"/></svg>'
    )
    assert read_logo(svg).suggested == ("#E4003A", "#1A2B6B")


def test_shapes_that_would_be_lost_on_the_paper_take_the_colour_of_the_text(tmp_path: Path) -> None:
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><path d="M0 0h50v50H0z" fill="#E4003A"/>'
        b'<path d="M10 10h5v5h-5z" fill="#111418"/><path d="M130 30h150v18H130z" fill="#10121A"/></svg>'
    )
    made = make_brandbook(tmp_path, BrandWish("Осень", "#E4003A", logo=svg, base="ekran"))
    assert made.folder is not None
    text = (made.folder / "mark.svg").read_text()
    assert text.count("currentColor") == 1 and "#111418" in text, "a detail within another shape stays"


def test_the_brandbooks_that_ship_have_no_other_colour_for_text() -> None:
    for palette in BASE_PALETTES.values():
        assert palette["accent-text"] == palette["accent"]
        assert contrast(palette["ink"], palette["paper"]) > 7
