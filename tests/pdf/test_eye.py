"""Pages on a screen show the ink of the exported document, and leave no trace in it."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.layout.page import BoxItem, RuleItem
from app.pdf.eye import show
from app.pdf.fonts import FontCabinet
from app.pipeline import Pipeline, Preset
from app.text.fonts import FontBook
from app.text.style import Span
from tests import samples
from tests.pdf.looking import BODY, NOWHERE, SETTING, document, paragraph, written

DPI = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples."""
    place = tmp_path_factory.mktemp("eye")
    samples.pictures(place)
    return place


def pixels(pdf: bytes, page: int) -> bytes:
    """Return what a page looks like."""
    with pypdfium2.PdfDocument(pdf) as document:
        return bytes(document[page].render(scale=DPI / 72).buffer)


@pytest.mark.parametrize(("brand", "language"), [("kurs", "ru"), ("salon", "en"), ("ekran", "ru")])
def test_what_is_seen_is_what_is_exported_to_the_last_pixel(folder: Path, brand: str, language: str) -> None:
    pipeline = Pipeline()
    proposal = samples.proposal(language, brand)
    exported = Pipeline().build(proposal, folder, Preset.ARCHIVE).pdf
    laid = pipeline.lay_out(proposal, folder)
    for page in range(len(laid.document.pages)):
        assert pixels(pipeline.paint(laid, folder, [page]), 0) == pixels(exported, page), page


def test_what_is_half_transparent_turned_underlined_or_hyphenated_is_seen_as_it_is_exported(book: FontBook) -> None:
    linked = replace(BODY, underline=True, color="#aa3300")
    spans = [
        Span("Разработка сопроводительной ", BODY),
        Span("документации", linked, "https://noon.example"),
        Span(" и макетов", BODY),
    ]
    lines = paragraph(book, spans, width=90, setting=replace(SETTING, hyphenate=True))
    assert any(item.line.joined for item in lines)
    items = (
        BoxItem(20, 20, 200, 120, fill="#336699", opacity=0.4, stroke="#000000", stroke_width=2, radius=8),
        *lines,
        *(replace(item, y=item.y + 200, opacity=0.5) for item in lines),
        *(replace(item, x=150, y=item.y + 200, angle=30.0) for item in lines),
        RuleItem(20, 300, 320, 300, 0.1, "#ff0000", (3.0, 1.5)),
    )
    page = document(*items, width=300.123456, height=500.654321)
    cabinet = FontCabinet(book)
    for _ in range(3):
        assert pixels(show(page, [0], cabinet, NOWHERE, 150, None), 0) == pixels(written(page, book, tagged=False).pdf, 0)


def test_pages_that_are_seen_together_look_as_they_do_alone(folder: Path) -> None:
    pipeline = Pipeline()
    laid = pipeline.lay_out(samples.proposal("ru", "kurs"), folder)
    together = pipeline.paint(laid, folder, [3, 0, 999])
    assert pixels(together, 0) == pixels(Pipeline().paint(laid, folder, [3]), 0)
    assert pixels(together, 1) == pixels(Pipeline().paint(laid, folder, [0]), 0)


def test_letters_that_are_typed_later_are_seen_as_well(folder: Path) -> None:
    """The fonts of a page on the screen grow with what is typed."""
    proposal = samples.proposal("en", "kurs")
    pipeline = Pipeline()
    for title in ("A", "Жираф", "Ω and Щёголь № 5", "A"):
        laid = pipeline.lay_out(replace(proposal, title=title), folder)
        assert pixels(pipeline.paint(laid, folder, [0]), 0) == pixels(Pipeline().paint(laid, folder, [0]), 0)


def test_an_export_does_not_depend_on_what_was_seen_or_exported_before(folder: Path) -> None:
    """Codes and fonts that pages on a screen share stay out of files: equal proposals make equal bytes at any time."""
    proposal = samples.proposal("ru", "salon")
    other = samples.proposal("en", "salon")
    first = Pipeline().build(proposal, folder).pdf
    pipeline = Pipeline()
    laid = pipeline.lay_out(other, folder)
    pipeline.paint(laid, folder, range(len(laid.document.pages)))
    pipeline.build(other, folder)
    laid = pipeline.lay_out(proposal, folder)
    for page in reversed(range(len(laid.document.pages))):
        pipeline.paint(laid, folder, [page])
    assert pipeline.build(proposal, folder).pdf == first
    assert pipeline.build(proposal, folder).pdf == first


def test_a_page_on_a_screen_is_a_sound_file(folder: Path) -> None:
    pipeline = Pipeline()
    laid = pipeline.lay_out(samples.proposal("ru", "ekran"), folder)
    with pikepdf.open(BytesIO(pipeline.paint(laid, folder, [0, 1, 2, 3]))) as opened:
        assert opened.check_pdf_syntax() == []
        assert len(opened.pages) == 4
        assert all(pikepdf.Name.DeviceRGB == page.obj.Group.CS for page in opened.pages)


def test_no_page_is_no_file(folder: Path) -> None:
    pipeline = Pipeline()
    laid = pipeline.lay_out(samples.proposal("ru", "kurs"), folder)
    assert pipeline.paint(laid, folder, []) == b""
