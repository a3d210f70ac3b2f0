"""Texts of strangers through the whole chain: typed everywhere, kept, exported in every brandbook, read back.

Nothing fails, nothing leaves the page, and the text is copied as it was typed.
"""

from pathlib import Path

import pypdfium2
import pytest

from app.store.source import write_proposal
from app.text.clean import clean
from tests.end2end.running import inside
from tests.hostile.everywhere import picture, strange

BRANDS = ("kurs", "salon", "ekran")
TEXTS = {
    "markup": "OOO <Romashka> Ltd <b>open & <img src='/etc/passwd'/> <font color=\"[[[getattr(pow,Word('__globals__'))]]]\">x",
    "places for values": "{} {0.__class__} %s %(a)s ${PATH} {{x}} {nobody.knows}",
    "notation": "*a* _b_ **c** [d](javascript:alert(1)) `e` ~~f~~ # g",
    "operators of a page": "a) Tj ET endstream endobj (b\\) \\060 <</S /JavaScript>> %%EOF",
    "signs that turn or hide": "pay \u202e001\u202c now\u200b zero\x00end \u2066x\u2069",
    "all ends of lines": "a\r\nb\u2028c\u2029d\x0be\x0cf\x85g\th",
    "halves of pairs": "a\ud800b\udfffc",
    "many marks on a letter": "Z" + "\u0301\u0302\u0303" * 15 + "algo",
    "pictures of people": "A \U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f3f3\ufe0f z",
    "letters of the east": "A \u63d0\u6848\u66f8 z",
    "no characters": "a\ufffe\uffff\ufdd0\ue000z",
    "an endless word": "W" * 400,
    "an endless address": "https://example.org/" + "a" * 300 + "?x=<script>",
}
RIGHT_TO_LEFT = "A \u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0639\u0631\u0628\u064a\u0629 z"
UNSEEN = (" ", "\n", "\u200b", "\u00ad", " \u2028 ", "\u202e")
PLACES = 4
"""A text is in the title, the letter, a line item and a caption at least."""
_ALIKE = str.maketrans("\u2018\u2019\u201c\u201d\u00ab\u00bb", '\'\'""""', "\u00ad\u200b\ufffe")
"""The typographer chooses marks of quotation; signs that are not seen need not be copied."""


def exported(folder: Path, text: str, brand: str) -> pypdfium2.PdfDocument:
    """Write a proposal that says nothing else, export it as a user does, and open the file."""
    picture(folder)
    assert not [one for one in write_proposal(folder, strange(text)) if one.severity == "error"]
    done = inside("export", folder, "-o", folder / "a.pdf", "--brand", brand, "--draft", "--workspace", folder / "w")
    assert done.code == 0, done.err
    return pypdfium2.PdfDocument(folder / "a.pdf")


def outside(page: pypdfium2.PdfPage) -> list[tuple[float, ...]]:
    """Return where letters are that stand beyond the edge of their page by half a point and more."""
    width, height = page.get_size()
    text = page.get_textpage()
    boxes = [text.get_charbox(i) for i in range(text.count_chars())]
    return [box for box in boxes if box[2] > box[0] and (min(box) < -0.5 or box[2] > width + 0.5 or box[3] > height + 0.5)]


def squeezed(text: str) -> str:
    return "".join(text.translate(_ALIKE).split())


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_strange_text_stays_on_the_pages_and_is_copied_as_typed(tmp_path: Path, name: str, brand: str) -> None:
    pdf = exported(tmp_path, TEXTS[name], brand)
    try:
        assert not [box for page in pdf for box in outside(page)]
        printed = squeezed("".join(page.get_textpage().get_text_range() for page in pdf))
    finally:
        pdf.close()
    assert printed.count(squeezed(clean(TEXTS[name]))) >= PLACES


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("text", [RIGHT_TO_LEFT, *UNSEEN], ids=ascii)
def test_a_text_that_no_face_has_or_that_cannot_be_seen_does_no_harm(tmp_path: Path, text: str, brand: str) -> None:
    pdf = exported(tmp_path, text, brand)
    try:
        assert not [box for page in pdf for box in outside(page)]
    finally:
        pdf.close()


@pytest.mark.parametrize("brand", BRANDS)
def test_what_is_cut_at_the_edge_is_told_with_its_place(tmp_path: Path, brand: str) -> None:
    picture(tmp_path)
    assert not write_proposal(tmp_path, strange(TEXTS["an endless word"]))
    done = inside("export", tmp_path, "-o", tmp_path / "a.pdf", "--brand", brand, "--draft", "--lang", "en")
    assert "far too long for its place: it ends at the edge of the page" in done.err
