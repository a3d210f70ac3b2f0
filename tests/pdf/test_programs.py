"""Every file, for whatever use and in whatever brand, opens without a warning wherever somebody may open it."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.model.proposal import Proposal
from app.pipeline import Pipeline, Preset
from tests import samples
from tests.pdf.programs import HERE, complaints

PIPELINE = Pipeline()
CASES = [(brand, preset) for brand in PIPELINE.brandbooks() for preset in Preset]
SECRET = "key-5"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples."""
    place = tmp_path_factory.mktemp("samples")
    samples.pictures(place)
    return place


def proposal(brand: str) -> Proposal:
    return samples.proposal("ru", brand, length=1, items=3, sections=2, people=2)


@cache
def made(brand: str, preset: Preset, folder: Path, password: str = "") -> bytes:
    built = PIPELINE.build(proposal(brand), folder, preset, password)
    assert [found for found in built.problems if found.code.startswith("archive")] == []
    return built.pdf


@pytest.mark.parametrize(("brand", "preset"), CASES)
def test_pikepdf_and_pdfium_find_nothing_wrong(brand: str, preset: Preset, folder: Path) -> None:
    pdf = made(brand, preset, folder)
    with pikepdf.Pdf.open(BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        count = len(opened.pages)
    with pypdfium2.PdfDocument(pdf) as shown:
        assert len(shown) == count
        for page in shown:
            page.render(scale=0.1)


@pytest.mark.parametrize(("brand", "preset"), CASES)
def test_every_font_is_an_embedded_subset(brand: str, preset: Preset, folder: Path) -> None:
    with pikepdf.Pdf.open(BytesIO(made(brand, preset, folder))) as opened:
        fonts = [thing for thing in opened.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"]
        simple = [font for font in fonts if font.Subtype != "/Type0"]
        assert simple
        assert all(str(font.BaseFont)[7] == "+" for font in fonts)
        assert all({"/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in simple)


@pytest.mark.parametrize(("brand", "preset"), CASES)
def test_the_same_proposal_is_the_same_file(brand: str, preset: Preset, folder: Path) -> None:
    assert PIPELINE.build(proposal(brand), folder, preset).pdf == made(brand, preset, folder)


@pytest.mark.parametrize("preset", list(Preset))
def test_only_files_for_screens_can_be_filled_in(preset: Preset, folder: Path) -> None:
    with pikepdf.Pdf.open(BytesIO(made("kurs", preset, folder))) as opened:
        assert ("/AcroForm" in opened.Root) == (preset in (Preset.SCREEN, Preset.STANDARD))


@pytest.mark.parametrize("preset", list(Preset))
def test_pages_are_the_same_for_every_use(preset: Preset, folder: Path) -> None:
    with pikepdf.Pdf.open(BytesIO(made("kurs", preset, folder))) as opened:
        boxes = [[float(edge) for edge in page.trimbox] for page in opened.pages]
    with pikepdf.Pdf.open(BytesIO(made("kurs", Preset.STANDARD, folder))) as standard:
        assert boxes == [[float(edge) for edge in page.trimbox] for page in standard.pages]


@pytest.mark.parametrize("program", HERE)
@pytest.mark.parametrize(("brand", "preset"), CASES)
def test_other_programs_say_nothing(brand: str, preset: Preset, program: str, folder: Path, tmp_path: Path) -> None:
    assert complaints(program, made(brand, preset, folder), tmp_path) == ""


@pytest.mark.parametrize("program", HERE)
def test_other_programs_open_what_has_a_password(program: str, folder: Path, tmp_path: Path) -> None:
    closed = replace(proposal("kurs"), language="en")
    pdf = PIPELINE.build(closed, folder, Preset.STANDARD, SECRET).pdf
    assert complaints(program, pdf, tmp_path, SECRET) == ""
    assert complaints(program, pdf, tmp_path) != ""


@pytest.mark.parametrize("program", HERE)
def test_what_is_wrong_would_be_heard(program: str, folder: Path, tmp_path: Path) -> None:
    pdf = made("kurs", Preset.STANDARD, folder)
    assert complaints(program, pdf[: len(pdf) // 2], tmp_path) != ""
