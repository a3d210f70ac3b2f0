"""Text looks as it was set, and what is copied or found in the PDF is what was typed."""

from ctypes import c_double
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as raw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ImageChops

from app.layout.page import BoxItem, Tag
from app.pdf.lineend import line_end
from app.pdf.showing import spread
from app.text.fonts import FontBook
from app.text.style import Align, Caps, CharStyle, FaceSource, ParagraphStyle, Span
from tests.pdf.fontmaking import cff_font
from tests.pdf.looking import document, paragraph, pdf, raster, text, written

HARD = "Ёлка «Ромашка» № 5, 1 234,50 ₽ — 50\u00a0% office fjord efficient щёчки"


@pytest.mark.parametrize("face", ["inter", "bold", "literata", "cormorant"])
@pytest.mark.parametrize("caps", [Caps.NONE, Caps.SMALL])
def test_quotes_signs_ligatures_and_small_capitals_are_copied_as_they_were_typed(book, face, caps):
    style = CharStyle((face, "inter"), 12, caps=caps, features=("dlig",))
    made = written(document(*paragraph(book, HARD, style=style, width=900), width=1000), book)
    assert text(made) == HARD


def test_capitals_by_style_are_copied_as_capitals(book):
    made = written(document(*paragraph(book, "Итого", style=CharStyle(("inter",), 12, caps=Caps.UPPER))), book)
    assert text(made) == "ИТОГО"


def test_a_no_break_space_and_a_space_drawn_alike_are_told_apart(book):
    made = written(document(*paragraph(book, "а б\u00a0в")), book)
    assert text(made) == "а б\u00a0в"


def test_the_hyphen_at_a_line_end_is_not_part_of_the_word(book):
    """Viewers put the halves together again: what they show as one word has no hyphen and no line break in it."""
    word = "Высококвалифицированные"
    lines = paragraph(book, f"{word} специалисты разработают фирменный стиль", width=120)
    assert lines[0].line.joined
    copied = text(written(document(*lines), book))
    assert word not in copied, "the mark that the viewer puts between the halves"
    assert word in copied.replace("\x02", "").replace("\ufffe", "")
    assert "-" not in copied


def test_a_hyphen_that_was_typed_stays(book):
    assert "веб-сайт" in text(written(document(*paragraph(book, "Наш веб-сайт")), book))


def test_a_typed_hyphen_at_a_line_end_is_not_taken_for_a_break(book):
    """Viewers would drop it and make one word of a double name."""
    lines = paragraph(book, "Илья Берестов-Нагорный", width=80)
    assert len(lines) == 2
    copied = text(written(document(*lines), book))
    assert copied.replace("\u200b", "").split() == ["Илья", "Берестов-", "Нагорный"]


def test_a_dash_by_itself_is_copied_by_itself(book):
    assert text(written(document(*paragraph(book, "-")), book)) == "-"


def test_letters_with_accents_of_their_own_are_copied_whole(book):
    decomposed = "Зелёный чай и кофе"
    made = written(document(*paragraph(book, decomposed, style=CharStyle(("literata", "inter"), 12))), book)
    assert text(made).replace("й", "й").replace("ё", "ё") == decomposed.replace("й", "й").replace("ё", "ё")


def test_a_cluster_deals_its_text_out_to_its_glyphs():
    assert spread("q\u0301", 2) == ("q", "\u0301")
    assert spread("й", 2) == ("и", "\u0306")
    assert spread("ffi", 1) == ("ffi",)
    assert spread("я", 3) == ("я", "", "")


def origins(made, page=0):
    """Where the signs of a page stand, with the signs."""
    with pypdfium2.PdfDocument(made.pdf) as opened:
        view = opened[page].get_textpage()
        found = []
        for place in range(view.count_chars()):
            x, y = c_double(), c_double()
            raw.FPDFText_GetCharOrigin(view, place, x, y)
            found.append((view.get_text_range(place, 1), x.value))
        return found


@pytest.mark.parametrize("tracking", [0, 20, -20])
@pytest.mark.parametrize("align", [Align.LEFT, Align.JUSTIFY])
def test_every_letter_stands_where_it_was_set(book, tracking, align):
    """Kerning, tracking and justification to a hundredth of a millimetre, all along the line."""
    setting = ParagraphStyle(14, language="ru", align=align, hyphenate=False, typograph=False)
    style = CharStyle(("inter",), 10, tracking=tracking)
    lines = paragraph(book, "Тара AVAT кв. То, что нужно для дела и ещё немного слов", style=style, setting=setting)
    item = lines[0]
    glyphs = [(run, glyph) for run in item.line.runs for glyph in run.glyphs]
    wanted = [(glyph.text, item.x + item.line.x + run.x + glyph.x) for run, glyph in glyphs if glyph.text.strip()]
    shown = [(sign, x) for sign, x in origins(written(document(item), book)) if sign.strip()]
    assert [sign for sign, _ in shown] == [sign for sign, _ in wanted]
    assert all(abs(x - want) < 0.04 for (_, x), (_, want) in zip(shown, wanted, strict=True))


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("tracking", [60, 110, 250])
def test_words_that_are_set_wide_are_copied_as_words(book, tracking, tagged):
    """Readers of a text take wide gaps for spaces; the letters stand where they were set all the same."""
    style = CharStyle(("cormorant",), 10, tracking=tracking, caps=Caps.SMALL)
    [item] = paragraph(book, "Коммерческое предложение", width=600, style=style)
    made = written(document(item, width=700), book, tagged=tagged)
    assert text(made).rstrip() == "Коммерческое предложение"
    ink = ImageChops.invert(raster(made, scale=4).convert("L")).getbbox()
    assert ink[0] / 4 == pytest.approx(item.x + item.line.x, abs=1)
    assert ink[2] / 4 == pytest.approx(item.x + item.line.x + item.line.width, abs=1)


def test_wide_words_with_a_link_in_them_are_told_once(book):
    style = CharStyle(("inter",), 10, tracking=120)
    items = paragraph(book, [Span("Пишите ", style), Span("нам", style, link="mailto:a@b.example"), Span(" всегда", style)])
    made = written(document(*items), book)
    assert text(made).rstrip() == "Пишите нам всегда"
    with pdf(made) as opened:
        content = opened.pages[0].Contents.read_bytes()
        assert content.count(b"/ActualText") == content.count(b"/MCID") == content.count(b"EMC") == 3


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("абвгдеёжзийклмнопрстуфхцчшщъыьэюяABCfiflffiAVTo№«»—₽0123456789.,() "), min_size=1, max_size=60))
def test_whatever_is_typed_can_be_copied(book, typed):
    typed = " ".join(typed.split())
    if not typed:
        return
    line = paragraph(book, typed, width=3000, style=CharStyle(("inter",), 9))
    made = written(document(*line, width=3100), book)
    assert " ".join(text(made).split()) == typed


def test_text_of_a_cff_font_is_copied_right_although_a_glyph_stands_for_two_things(tmp_path):
    made_book = FontBook({"cff": FaceSource(str(cff_font(tmp_path / "t.otf")))})
    style = CharStyle(("cff",), 20)
    small = replace(style, caps=Caps.SMALL)
    made = written(document(*paragraph(made_book, [Span("АВ аfi ", style), Span("а", small)], style=style)), made_book)
    assert text(made).replace(" ", "") == "АВаfiа"
    with pdf(made) as opened:
        descendant = opened.pages[0].Resources.Font.F1.DescendantFonts[0]
        assert descendant.Subtype == "/CIDFontType0"
        assert descendant.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
    assert raster(made).getpixel((42, 57))[0] < 60


def test_turned_text_reads_upwards(book):
    [line] = paragraph(book, "Вверх", at=(100, 300))
    made = written(document(replace(line, angle=90)), book)
    picture = raster(made)
    dark = [(x, y) for x in range(0, 400, 1) for y in range(0, 600, 2) if sum(picture.getpixel((x, y))) < 300]
    assert dark
    assert all(85 < x < 105 and 250 < y <= 300 for x, y in dark)
    assert text(made) == "Вверх"


def test_half_opaque_text_lets_the_page_through_and_the_next_text_does_not(book):
    style = CharStyle(("bold",), 300)
    half, full = paragraph(book, "—", style=style, at=(0, 200)), paragraph(book, "—", style=style, at=(0, 500))
    picture = raster(written(document(replace(half[0], opacity=0.5), full[0]), book))
    tones = [{picture.getpixel((150, y)) for y in range(low, high)} for low, high in ((0, 250), (250, 600))]
    assert any(120 <= tone[0] <= 135 for tone in tones[0])
    assert (0, 0, 0) not in tones[0]
    assert (0, 0, 0) in tones[1]


def test_raised_text_stands_higher(book):
    spans = [Span("—", CharStyle(("bold",), 40)), Span("—", CharStyle(("bold",), 40, "#ff0000", rise=20))]
    picture = raster(written(document(*paragraph(book, spans, at=(0, 100))), book))
    black = {y for y in range(200) for x in range(100) if picture.getpixel((x, y)) == (0, 0, 0)}
    red = {y for y in range(200) for x in range(100) if picture.getpixel((x, y)) == (255, 0, 0)}
    assert min(black) - min(red) == pytest.approx(20, abs=1)


def test_an_underline_is_drawn_below_in_the_colour_of_the_text(book):
    style = CharStyle(("inter",), 40, "#0000ff", underline=True)
    picture = raster(written(document(*paragraph(book, "нннн", style=style, at=(0, 100))), book))
    line = [x for x in range(400) if picture.getpixel((x, 107)) == (0, 0, 255)]
    assert len(line) > 80
    assert line == list(range(line[0], line[-1] + 1))


def test_text_that_is_decoration_is_painted_too(book):
    [folio] = paragraph(book, "12", tag=Tag.ARTIFACT)
    assert text(written(document(BoxItem(0, 0, 9, 9, fill="#eeeeee"), folio), book)) == "12"


def test_only_a_line_that_ends_within_a_word_loses_its_last_sign(book):
    whole, *_ = paragraph(book, "Слово и слово")
    assert line_end(whole.line) == (whole.line.runs, None)
    broken, *_ = paragraph(book, "Высококвалифицированные", width=60)
    runs, hyphen = line_end(broken.line)
    assert hyphen is not None
    assert "".join(glyph.text for run in runs for glyph in run.glyphs) == broken.line.text
    assert [glyph.text for glyph in hyphen.glyphs] == ["-"]
