"""Brandbooks: the ones that ship are clean, and a broken one says what is wrong without stopping anybody."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.brand.load import load_brand
from app.brand.units import MM, contrast
from app.pipeline import ASSETS, BRANDBOOKS, Pipeline
from app.problems import stops

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that makes a brandbook from kurs with texts replaced."""

    def build(*changes: tuple[str, str], raw: bytes | None = None) -> Path:
        folder = tmp_path / "mine"
        folder.mkdir(exist_ok=True)
        text = (BRANDBOOKS / "kurs" / "brandbook.toml").read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / "brandbook.toml").write_bytes(raw if raw is not None else text.encode())
        (folder / "mark.svg").write_bytes((BRANDBOOKS / "kurs" / "mark.svg").read_bytes())
        return folder

    return build


def codes(folder: Path) -> list[tuple[str, str]]:
    """Return code and place of every problem of a brandbook."""
    return [(found.code, found.where) for found in load_brand(folder, ASSETS).problems]


@pytest.mark.parametrize("name", Pipeline().brandbooks())
def test_the_brandbooks_that_ship_have_no_problems(name: str) -> None:
    loaded = load_brand(BRANDBOOKS / name, ASSETS)
    assert loaded.problems == ()
    assert loaded.brand is not None
    assert all(face.path.is_file() for face in loaded.brand.faces.values())
    assert loaded.brand.drawings["mark"].shapes


def test_lengths_are_read_in_millimetres(make: Make) -> None:
    brand = load_brand(make(), ASSETS).brand
    assert brand is not None
    assert brand.page.width == pytest.approx(210 * MM)
    assert brand.grid.baseline == pytest.approx(4 * MM)


def test_a_lying_page_is_wider_than_tall(make: Make) -> None:
    brand = load_brand(make(('orientation = "upright"', 'orientation = "lying"')), ASSETS).brand
    assert brand is not None
    assert brand.page.width > brand.page.height


def test_a_wrong_value_is_named_with_its_path_and_the_default_is_used(make: Make) -> None:
    folder = make(('accent = "#FF4B1F"', 'accent = "hot"'), ("columns = 12", "columns = 0"))
    assert codes(folder)[:2] == [("brand-wrong-value", "palette.accent"), ("brand-wrong-value", "grid.columns")]
    brand = load_brand(folder, ASSETS).brand
    assert brand is not None
    assert brand.grid.columns == 12


def test_an_unknown_key_is_reported_once_where_it_stands(make: Make) -> None:
    changed = make(("size = 9.2\nleading = 1\nhyphenate", "size = 9.2\nsieze = 3\nleading = 1\nhyphenate"))
    assert codes(changed) == [("brand-unknown-key", "styles.body.sieze")]


def test_a_missing_style_is_body_text_and_said_so(make: Make) -> None:
    folder = make(("[styles.caption]", "[styles.caption-of-old]"))
    assert ("brand-style-missing", "styles.caption") in codes(folder)
    brand = load_brand(folder, ASSETS).brand
    assert brand is not None
    assert brand.styles["caption"] == brand.styles["body"]


def test_styles_that_are_like_each_other_do_not_hang(make: Make) -> None:
    found = codes(
        make(
            ('[styles.letter]\nlike = "body"', '[styles.letter]\nlike = "list"'),
            ('[styles.list]\nlike = "body"', '[styles.list]\nlike = "letter"'),
        )
    )
    assert ("brand-style-like", "styles.letter.like") in found


def test_the_rules_of_the_house_are_read(make: Make) -> None:
    """No floor of the margin and no signatures are wanted unless the brandbook says so."""
    usual = load_brand(make(), ASSETS).brand
    assert usual is not None
    assert (usual.rules.discount_limit, usual.rules.margin_floor, usual.rules.sign_off) == (15.0, None, "optional")
    strict = make(
        ("discount_limit = 15", "discount_limit = 7.5"),
        ("# margin_floor = 20", "margin_floor = -5"),
        ('# sign_off = "required"', 'sign_off = "required"'),
    )
    brand = load_brand(strict, ASSETS).brand
    assert brand is not None
    assert (brand.rules.discount_limit, brand.rules.margin_floor, brand.rules.sign_off) == (7.5, -5.0, "required")
    assert codes(strict) == []


def test_rules_that_make_no_sense_are_told_and_do_not_hold(make: Make) -> None:
    folder = make(("# margin_floor = 20", "margin_floor = 120"), ('# sign_off = "required"', 'sign_off = "please"'))
    assert codes(folder) == [("brand-wrong-value", "rules.margin_floor"), ("brand-wrong-value", "rules.sign_off")]
    brand = load_brand(folder, ASSETS).brand
    assert brand is not None
    assert brand.rules.sign_off == "optional"


def test_a_byte_order_mark_is_accepted(make: Make) -> None:
    data = b"\xef\xbb\xbf" + (BRANDBOOKS / "kurs" / "brandbook.toml").read_bytes()
    assert codes(make(raw=data)) == []


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"[page\nformat", "brand-not-toml"),
        (b"\xff\xfe\x00", "brand-not-toml"),
        (b"x = " + b"[" * 50_000 + b"]" * 50_000, "brand-not-toml"),
        (b"# " + b"x" * 1_100_000, "brand-too-large"),
        (b"a = 1\na = 2", "brand-not-toml"),
    ],
    ids=["broken", "not text", "nested too deeply", "too large", "duplicate keys"],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(make: Make, raw: bytes, code: str) -> None:
    loaded = load_brand(make(raw=raw), ASSETS)
    assert loaded.brand is None
    assert [found.code for found in loaded.problems] == [code]
    assert stops(loaded.problems)


def test_numbers_that_are_not_finite_are_refused(make: Make) -> None:
    assert ("brand-wrong-value", "styles.body.size") in codes(make(("size = 9.2", "size = nan")))
    assert ("brand-wrong-value", "page.bleed") in codes(make(("bleed = 3 ", "bleed = inf ")))


@pytest.mark.parametrize("size", ['["a", "b"]', "[nan, 297]", "[[210], 297]", "[1e400, 297]", "{a = 1}", "[true, 297]"])
def test_a_page_of_no_size_is_refused_and_a4_is_taken(make: Make, size: str) -> None:
    folder = make(('format = "A4"', f'format = "custom"\nsize = {size}'))
    assert ("brand-wrong-value", "page.size") in codes(folder)
    brand = load_brand(folder, ASSETS).brand
    assert brand is not None
    assert brand.page.height == pytest.approx(297 * MM)


def test_a_colour_that_is_a_list_is_refused(make: Make) -> None:
    folder = make(("[styles.body]", '[styles.body]\ncolor = ["ink"]'))
    assert ("brand-wrong-value", "styles.body.color") in codes(folder)


def test_a_brandbook_of_a_newer_format_is_refused(make: Make) -> None:
    loaded = load_brand(make(("schema = 1", "schema = 99")), ASSETS)
    assert loaded.brand is None
    assert loaded.problems[0].code == "brand-newer-schema"


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "/etc/passwd", "C:\\fonts\\a.ttf", "assets:../../pyproject.toml", "gone.ttf"]
)
def test_a_font_outside_the_brandbook_is_never_opened(make: Make, path: str) -> None:
    quoted = path.replace("\\", "\\\\")
    folder = make(('text = "assets:inter/Inter_400Regular.ttf"', f'text = "{quoted}"'))
    loaded = load_brand(folder, ASSETS)
    assert ("brand-font-missing", "faces.text") in codes(folder)
    assert loaded.brand is not None
    assert "text" not in loaded.brand.faces


def test_pale_text_is_reported_with_its_contrast(make: Make) -> None:
    found = load_brand(make(('muted = "#666666"', 'muted = "#AAAAAA"')), ASSETS).problems
    assert [(one.code, one.fact("ratio")) for one in found] == [("brand-low-contrast", "2.3")]


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_an_unknown_brandbook_names_those_there_are() -> None:
    loaded = Pipeline().brand("nowhere")
    assert loaded.brand is None
    assert loaded.problems[0].fact("known") == ", ".join(Pipeline().brandbooks())


def test_a_brandbook_name_cannot_lead_out_of_its_folder() -> None:
    assert Pipeline().brand("../brandbooks/kurs").brand is None
    assert Pipeline().brand("").brand is None
