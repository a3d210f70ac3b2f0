"""Text that is built to do harm becomes glyphs on a page and nothing else, and quickly."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.model.client import Client
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.richtext import Paragraph, RichText, Run
from app.model.sections import Cover, Story
from app.pipeline import Pipeline
from tests import samples

pytestmark = pytest.mark.timeout(120)
"""Seconds after which something hangs."""
EVIL = "OOO <Romashka> Ltd <b>open & <img src='/etc/passwd'/> <font color=\"[[[getattr(pow,Word('__globals__'))]]]\">x"


def story(text: str, **more: object) -> Story:
    return Story(id="s", title="Text", text=RichText((Paragraph((Run(text),)),)), **more)  # type: ignore[arg-type]


def with_sections(*sections: object) -> Proposal:
    return replace(samples.proposal(), sections=sections)  # type: ignore[arg-type]


def built(proposal: Proposal, folder: Path) -> bytes:
    return Pipeline().build(proposal, folder).pdf


def text_of(data: bytes) -> str:
    reader = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in reader)
    finally:
        reader.close()


def squeezed(text: str) -> str:
    return "".join(text.replace("\ufffe", "").replace("\u00ad", "").split())


def test_markup_and_code_in_names_titles_and_texts_are_printed_as_they_stand(tmp_path: Path) -> None:
    proposal = replace(with_sections(Cover(id="c"), story(EVIL)), title=EVIL, client=Client(name=EVIL))
    data = built(proposal, tmp_path)
    printed = squeezed(text_of(data))
    assert "OOO<Romashka>Ltd<b>open&<imgsrc=" in printed
    assert "getattr(pow,Word(" in printed
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not pdf.attachments
        assert b"root:" not in data
        assert "<Romashka>" in str(pdf.docinfo.get("/Title", ""))


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "\\\\host\\share", "JaVaScRiPt:x"]
)
def test_dangerous_links_are_in_no_file(tmp_path: Path, link: str) -> None:
    linked = Story(id="s", title="Text", text=RichText((Paragraph((Run("here", link=link),)),)))
    made = Pipeline().build(with_sections(linked), tmp_path)
    assert [found.fact("address") for found in made.problems if found.code == "link-refused"] == [link]
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        told = [str(note.get("/A", "")) for page in pdf.pages for note in page.get("/Annots", [])]
    assert not [one for one in told if link.casefold()[:9] in one.casefold()]


def test_signs_that_turn_or_hide_text_are_not_on_the_page(tmp_path: Path) -> None:
    printed = text_of(built(with_sections(story("pay \u202e001\u202c now\u200b zero\x00end \u2066x\u2069")), tmp_path))
    assert not [sign for sign in "\u202e\u202c\u200b\x00\u2066\u2069" if sign in printed]
    assert "001" in printed


def test_a_paragraph_of_a_megabyte_is_split(tmp_path: Path) -> None:
    words = "коммерческое предложение " * 22_000
    assert len(words.encode()) > 1_000_000
    data = built(with_sections(story(words)), tmp_path)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) > 20


def test_a_word_of_a_hundred_thousand_letters_is_split_on_the_pages(tmp_path: Path) -> None:
    data = built(with_sections(story("ы" * 100_000)), tmp_path)
    assert squeezed(text_of(data)).count("ы") >= 100_000


def test_a_picture_taller_than_any_page_is_scaled(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (20, 9000), "red").save(tmp_path / "tall.png")
    data = built(with_sections(story("Text", pictures=(Picture(file="tall.png"),))), tmp_path)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.pages
