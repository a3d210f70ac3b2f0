"""What is copied, extracted or read aloud is what was typed, after the typographer: nothing lost, nothing added, all in order."""

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.layout.page import Document, FieldItem, Page, Tag, TextItem
from app.pdf.document import Options, write
from app.pdf.lineend import line_end
from app.pdf.pictures import FolderPictures
from app.pipeline import Laid, Pipeline
from app.sources.opening import open_proposal
from app.text.clean import cleaned
from app.text.fonts import FontBook
from app.text.style import CharStyle, FaceSource, ParagraphStyle, Span
from app.text.typographer import typograph
from tests.pdf.conftest import FONTS
from tests.pdf.extracting import POPPLER, copied, copied_lines, laid_out, laid_out_lines, plain, read_aloud
from tests.pdf.looking import document, paragraph, written

ROOT = Path(__file__).parents[2]
FACES = sorted(path.relative_to(FONTS).as_posix() for path in FONTS.glob("*/*.ttf"))
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
SIGNS = "«ёж» “ход” „суд“ ‘дом’ №12 §34 56€ тире — от5–6 да… (нет) [там] 70% B&B a@b #9 сноска* "
SIGNS += "8+1=9 и/или c:\\d раз:два;три! да? вот, всё."
TEXTS = {
    "letters": " ".join(f"{letters} {letters.upper()}" for letters in (RUSSIAN, LATIN)),
    "signs": SIGNS,
    "ligatures": "fi fl ff ffi ffl office affluent fjord first fifth Waffle offset",
    "accents": "е\u0308лка, и\u0306од, ёлка, йод, cafe\u0301, nai\u0308ve, Zürich",
    "spaces": "10\u00a0000\u202f₽, 5\u00a0€, №\u00a05, §\u00a03 и в\u00a0доме",
    "quotes": 'ООО "Ромашка" и "Кафе "Утро"" - вместе... с 1 по 5 мая, 10-15 %',
    "hyphens": "Берестов-Нагорный из-за угла по-русски Ростов-на-Дону кое-что северо-западный светло-серый жёлто-красный",
    "soft": "пред\u00adло\u00adже\u00adние о со\u00adтруд\u00adни\u00adче\u00adстве со\u00adглас\u00adо\u00adвано",
    "long": "Высококвалифицированные представительства переосвидетельствовали достопримечательности, "
    "неудовлетворительно соответствующие законодательству о градостроительной деятельности.",
    "english": "Extraordinarily sophisticated collaboration: “responsibility”, internationalisation, "
    "misunderstanding — and so on.",
}
SETTING = ParagraphStyle(14, language="ru")


def meant(text: str, language: str = "ru") -> str:
    """Return what a text says when it is set: cleaned, typeset, without the places where its words may be broken."""
    [span] = cleaned((Span(text, CharStyle(("inter",), 10)),)) or (Span("", CharStyle(("inter",), 10)),)
    return typograph(span.text, language).replace("\u00ad", "")


@cache
def with_fallback(face: str) -> FontBook:
    return FontBook({"face": FaceSource(str(FONTS / face)), "inter": FaceSource(str(FONTS / "inter/Inter_400Regular.ttf"))})


def in_face(book: FontBook, text: str, width: float = 130.0, setting: ParagraphStyle = SETTING) -> tuple[TextItem, ...]:
    return paragraph(book, text, width=width, style=CharStyle(("face", "inter"), 10), setting=setting)


@pytest.mark.parametrize("face", FACES)
def test_every_letter_and_sign_of_every_face_can_be_copied(face):
    book = with_fallback(face)
    shown = {name: in_face(book, text) for name, text in TEXTS.items()}
    made = written(Document(tuple(Page(400, 600, items) for items in shown.values()), document().info), book)
    for number, name in enumerate(shown):
        assert copied(made.pdf, number) == meant(TEXTS[name]), name


@pytest.mark.parametrize("program", POPPLER)
@pytest.mark.parametrize(
    "face", ["inter/Inter_400Regular.ttf", "literata/Literata_400Regular.ttf", "cormorant/Cormorant_500Medium.ttf"]
)
def test_other_programs_read_the_same(face, program, tmp_path):
    book = with_fallback(face)
    for name, text in TEXTS.items():
        made = written(document(*in_face(book, text)), book)
        found = laid_out(made.pdf, tmp_path) if program == "pdftotext" else " ".join(read_aloud(made.pdf, tmp_path))
        assert found == plain(meant(text)), name


letters = st.text("абвежзийклмнопрстуфхцчшщъыьэюяАБЁЙfilt-", min_size=1, max_size=22)
signs = st.sampled_from(["«ёж»", "— и", "№ 5", "10 000 ₽", "ffi", '"так"', "и т. д.", "5 %", "…", "из-за"])

texts = st.lists(letters | signs, min_size=1, max_size=25).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(letters | signs, min_size=1, max_size=25).map(" ".join), st.integers(60, 300), st.sampled_from(["left", "justify"])
)
def test_any_text_can_be_copied_from_any_column(book, text, width, align):
    setting = replace(SETTING, align=align)
    items = paragraph(book, text, width=width, setting=setting, style=CharStyle(("literata", "inter"), 10))
    made = written(document(*items), book)
    assert plain(copied(made.pdf)).replace(" ", "") == plain(meant(text)).replace(" ", "")


@cache
def laid(brand: str, language: str) -> Laid:
    opened = open_proposal(str(ROOT / "assets" / "demo" / language))
    return Pipeline().lay_out(replace(opened.proposal, brandbook=brand), opened.folder)


@cache
def demo(brand: str, language: str) -> bytes:
    """Return the demonstration proposal with placeholders for its pictures, which are slow to scale."""
    found = laid(brand, language)
    sources = {name: FaceSource(str(face.path), face.variations) for name, face in found.brand.faces.items()}
    return write(found.document, FontBook(sources), FolderPictures({}), options=Options()).pdf


def words(text: str) -> Counter[str]:
    return Counter(text.split())


def lines_of(page: Page) -> str:
    """Return the text of a page in its lines, words in the pieces that they were broken into."""
    shown = []
    for item in page.items:
        if isinstance(item, FieldItem):
            shown.append(item.value)
        elif isinstance(item, TextItem):
            shown.append(item.line.text + ("-" if line_end(item.line)[1] else ""))
    return "\n".join(shown)


def aloud(page: Page) -> str:
    """Return the text of a page without what is mere decoration, broken words put together."""
    parts = []
    for item in page.items:
        if isinstance(item, FieldItem):
            parts.append(f" {item.value} ")
        elif isinstance(item, TextItem) and item.tag is not Tag.ARTIFACT:
            parts.append(item.line.text + ("" if item.line.joined or item.line.text.endswith("-") else " "))
    return "".join(parts)


DEMOS = [(brand, language) for brand in Pipeline().brandbooks() for language in ("ru", "en")]


@pytest.mark.parametrize(("brand", "language"), DEMOS)
def test_each_page_of_the_demonstration_can_be_copied(brand, language):
    for number, page in enumerate(laid(brand, language).document.pages):
        assert words(copied_lines(demo(brand, language), number)) == words(lines_of(page)), number


@pytest.mark.parametrize("program", [name for name in POPPLER if name == "pdftotext"])
@pytest.mark.parametrize(("brand", "language"), DEMOS)
def test_each_page_of_the_demonstration_can_be_extracted(brand, language, program, tmp_path):
    for number, page in enumerate(laid(brand, language).document.pages):
        assert words(laid_out_lines(demo(brand, language), tmp_path, number)) == words(lines_of(page)), number


@pytest.mark.parametrize("program", [name for name in POPPLER if name == "pdfinfo"])
@pytest.mark.parametrize(("brand", "language"), DEMOS)
def test_the_demonstration_is_read_aloud_whole(brand, language, program, tmp_path):
    expected = words(" ".join(aloud(page) for page in laid(brand, language).document.pages))
    assert words(" ".join(read_aloud(demo(brand, language), tmp_path))) == expected
