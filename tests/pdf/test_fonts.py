"""Fonts are embedded with just what is used, under names of their own, with widths that are exact."""

from io import BytesIO

from fontTools.ttLib import TTFont

from app.layout.page import Document, Page
from app.pdf.embedding import to_unicode, width_array
from app.pdf.names import postscript_name, subset_tag
from app.text.fonts import FontBook
from app.text.style import CharStyle, FaceSource
from tests.pdf.fontmaking import variable_font
from tests.pdf.looking import INFO, document, paragraph, pdf, raster, written


def fonts(opened):
    return {str(name): font for name, font in opened.pages[0].Resources.Font.items()}


def test_only_the_glyphs_that_are_used_are_embedded(book):
    with pdf(written(document(*paragraph(book, "ааа")), book)) as opened:
        program = opened.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    assert len(program) < 20_000
    font = TTFont(BytesIO(program))
    outlines = [name for name in font.getGlyphOrder() if font["glyf"][name].numberOfContours != 0]
    assert len(outlines) <= 3


def test_all_pages_share_one_font(book):
    pages = tuple(Page(400, 600, paragraph(book, f"Страница {number}")) for number in range(5))
    with pdf(written(Document(pages, INFO), book)) as opened:
        programs = [thing for thing in opened.objects if hasattr(thing, "keys") and "/FontFile2" in thing]
        assert len(programs) == 1


def test_widths_are_those_of_the_font_in_whole_thousandths(book):
    with pdf(written(document(*paragraph(book, "Щука")), book)) as opened:
        widths = opened.pages[0].Resources.Font.F1.DescendantFonts[0].W
    found = {}
    for code, row in zip(list(widths)[::2], list(widths)[1::2], strict=True):
        for place, width in enumerate(row):
            found[int(code) + place] = float(width)
    face = book.face("inter")
    for letter in "Щука":
        gid = face.font.get_nominal_glyph(ord(letter))
        assert found[gid] == round(face.font.get_glyph_h_advance(gid) * 1000 / face.upem)


def test_two_names_of_one_face_are_embedded_once_and_two_faces_never_share_a_name(book):
    path = book.sources["inter"].path
    twins = FontBook({"a": FaceSource(path), "b": FaceSource(path), "c": book.sources["bold"]})
    items = [
        line
        for place, face in enumerate("abc")
        for line in paragraph(twins, "Текст", style=CharStyle((face,), 9), at=(9, 9 + 99 * place))
    ]
    with pdf(written(document(*items), twins)) as opened:
        names = [str(font.BaseFont) for font in fonts(opened).values()]
    assert len(names) == len(set(names)) == 2


def test_instances_of_a_variable_font_are_embedded_as_they_look(tmp_path):
    """The letter is 200 units wide at weight 100 and 500 at weight 900."""
    path = str(variable_font(tmp_path / "v.ttf"))
    shown = FontBook({"thin": FaceSource(path, (("wght", 100.0),)), "black": FaceSource(path, (("wght", 900.0),))})
    items = [
        line
        for place, face in enumerate(("thin", "black"))
        for line in paragraph(shown, "А", style=CharStyle((face,), 100), at=(0, 150 + 200 * place), group=face)
    ]
    made = written(document(*items), shown)
    picture = raster(made)
    for y, width in ((120, 20), (320, 50)):
        dark = [x for x in range(400) if picture.getpixel((x, y)) == (0, 0, 0)]
        assert abs(len(dark) - width) <= 1
    with pdf(made) as opened:
        names = sorted(str(font.BaseFont).split("+")[1] for font in fonts(opened).values())
        assert names == ["TestVar-wght100", "TestVar-wght900"]
        for font in fonts(opened).values():
            program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
            assert "fvar" not in TTFont(BytesIO(program))


def test_a_missing_font_is_replaced_by_another_of_the_book(book, tmp_path):
    holed = FontBook({"gone": FaceSource(str(tmp_path / "gone.ttf")), "inter": book.sources["inter"]})
    made = written(document(*paragraph(holed, "Текст", style=CharStyle(("gone",), 10))), holed)
    with pdf(made) as opened:
        assert str(opened.pages[0].Resources.Font.F1.BaseFont).endswith("+Inter-Regular")


def test_names_are_legal_and_unique():
    taken: set[str] = set()
    assert postscript_name("Golos Text/Bold", (), taken) == "GolosTextBold"
    assert postscript_name("Golos Text/Bold", (), taken) == "GolosTextBold-2"
    assert postscript_name("", (), taken) == "Face"
    assert postscript_name("Шрифт", (("wght", 620.5),), taken) == "Face-wght620_5"
    assert subset_tag(b"a") == subset_tag(b"a") != subset_tag(b"b")
    assert subset_tag(b"a").isalpha()
    assert subset_tag(b"a").isupper()


def test_widths_of_neighbours_share_a_bracket():
    assert width_array({3: 500, 4: 250, 9: 333}) == "[3 [500 250] 9 [333]]"


def test_the_map_to_unicode_holds_more_than_a_hundred_entries_and_signs_beyond_the_basic_plane():
    made = to_unicode(dict.fromkeys(range(150), "я") | {200: "😀", 201: "ffi"})
    assert "100 beginbfchar" in made
    assert "52 beginbfchar" in made
    assert "<00C8> <D83DDE00>" in made
    assert "<00C9> <006600660069>" in made
