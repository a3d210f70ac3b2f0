"""The demonstration as a client gets it: every word can be copied, every font is there, nothing of ours is inside."""

import getpass
import io
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.layout.page import TextItem
from app.pipeline import ASSETS, Built, Pipeline
from app.problems import Severity
from app.sources import open_proposal

CASES = [(language, brand) for language in ("ru", "en") for brand in Pipeline().brandbooks()]
IGNORED = re.compile(r"[\s\u00AD\u200B\u2060\uFFFE\u0002-]")
"""Spaces and line-end hyphens: where lines break is the page's business."""


@cache
def built(language: str, brand: str) -> Built:
    """Build a demonstration proposal."""
    opened = open_proposal(str(ASSETS / "demo" / language), None)
    assert opened.proposal is not None
    assert opened.problems == ()
    return Pipeline().build(replace(opened.proposal, brandbook=brand), Path(opened.folder))


@cache
def extracted(language: str, brand: str) -> tuple[str, ...]:
    """Return the text of every page as a viewer copies it."""
    document = pypdfium2.PdfDocument(built(language, brand).pdf)
    try:
        return tuple(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize(("language", "brand"), CASES)
def test_the_text_of_every_page_can_be_copied(language: str, brand: str) -> None:
    for page, text in zip(built(language, brand).document.pages, extracted(language, brand), strict=True):
        lines = [item.line.text for item in page.items if isinstance(item, TextItem)]
        wanted, got = IGNORED.sub("", "".join(lines)), IGNORED.sub("", text)
        assert Counter(wanted) == Counter(got), page.label
        for line in lines:
            assert IGNORED.sub("", line) in got, (page.label, line)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_signs_that_matter_are_there(language: str) -> None:
    whole = "".join(extracted(language, "kurs"))
    for sign in "«»—№₽" if language == "ru" else "“”—€":
        assert sign in whole, sign


@pytest.mark.parametrize(("language", "brand"), CASES)
def test_the_demo_has_nothing_to_mend(language: str, brand: str) -> None:
    found = [one for one in built(language, brand).problems if one.severity is not Severity.INFO]
    assert found == []


@pytest.mark.parametrize(("language", "brand"), [case for case in CASES if case[1] != "ekran"])
def test_the_demo_is_ten_to_sixteen_pages_upright(language: str, brand: str) -> None:
    assert 10 <= len(built(language, brand).document.pages) <= 16


@pytest.mark.parametrize(("language", "brand"), CASES)
def test_the_file_is_sound_and_its_fonts_are_embedded_subsets(language: str, brand: str) -> None:
    with pikepdf.open(io.BytesIO(built(language, brand).pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []
        fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"]
        names = {str(font.BaseFont) for font in fonts}
        descriptors = [
            thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        ]
        assert names
        assert all(re.fullmatch(r"/[A-Z]{6}\+\S+", name) for name in names), names
        assert descriptors
        assert all("/FontFile2" in found or "/FontFile3" in found for found in descriptors)


@pytest.mark.parametrize(("language", "brand"), CASES)
def test_no_name_no_path_and_no_camera_is_in_the_file(language: str, brand: str) -> None:
    with pikepdf.open(io.BytesIO(built(language, brand).pdf)) as pdf:
        data = b"".join(bytes(thing.read_raw_bytes()) for thing in pdf.objects if isinstance(thing, pikepdf.Stream))
        data += b"".join(_readable(thing) for thing in pdf.objects if isinstance(thing, pikepdf.Stream))
        data += repr(pdf.docinfo).encode() + str(pdf.Root.get("/Metadata", b"")).encode()
    home = str(Path.home()).encode()
    for forbidden in (b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0", str(ASSETS).encode(), home):
        assert forbidden not in data, forbidden
    user = getpass.getuser().encode()
    if len(user) > 4:
        assert user not in data
    assert b"ReportLab" not in built(language, brand).pdf


def _readable(stream: pikepdf.Stream) -> bytes:
    """Return a stream's content where it is not a picture."""
    if stream.get("/Subtype") == "/Image":
        return b""
    return bytes(stream.read_bytes())


def test_the_bookmarks_lead_through_the_proposal() -> None:
    with pikepdf.open(io.BytesIO(built("ru", "kurs").pdf)) as pdf, pdf.open_outline() as outline:
        titles = [str(entry.title) for entry in outline.root]
    assert len(titles) >= 8
    assert "Смета" in titles or any("Часы" in title for title in titles)
