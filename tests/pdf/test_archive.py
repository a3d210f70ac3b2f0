"""A file for archives passes the check for PDF/A-2b with all that a page can show, and says so of itself."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from app.layout.page import (
    Bookmark,
    BoxItem,
    Document,
    GradientItem,
    LinkItem,
    Page,
    PathItem,
    PictureItem,
    RuleItem,
    ShadowItem,
    Tag,
    Treatment,
)
from app.pdf.archive import check
from app.problems import Severity
from app.text.style import CharStyle, Span
from tests.pdf.looking import INFO, document, paragraph, pdf, raster, text, written


@pytest.fixture
def everything(book, tmp_path):
    Image.effect_noise((600, 300), 60).convert("RGB").save(tmp_path / "a.jpg")
    Image.new("RGBA", (60, 40), (200, 30, 30, 128)).save(tmp_path / "a.png")
    linked = [Span("Наш ", CharStyle(("inter",), 10)), Span("сайт", CharStyle(("inter",), 10), link="https://example.com")]
    items = (
        BoxItem(0, 0, 400, 600, fill="#fbf7f0", opacity=0.9),
        PictureItem(0, 0, 200, 100, "a.jpg", alt="Порт"),
        PictureItem(200, 0, 60, 40, "a.png", treatment=Treatment.DUOTONE, shape="circle"),
        GradientItem(0, 0, 200, 100, "#10141c", ((0.0, 0.0), (1.0, 0.8))),
        GradientItem(200, 0, 200, 100, "#000000", ((0.0, 0.0), (1.0, 0.8)), angle=30),
        ShadowItem(50, 150, 80, 80),
        RuleItem(0, 120, 400, 120, 0.5, "#111111", (2.0, 1.0)),
        PathItem((("M", 0.0, 0.0), ("L", 9.0, 9.0), ("L", 0.0, 9.0), ("Z",)), fill="#ff4b1f", opacity=0.5),
        *paragraph(book, "Высококвалифицированные специалисты", at=(40, 200), width=90, tag=Tag.H1, group="h"),
        *paragraph(book, linked, at=(40, 300), group="p"),
        LinkItem(0, 0, 9, 9, page=1),
    )
    pages = Page(400, 600, items, label="1", bookmarks=(Bookmark("Смета"),)), Page(400, 600, (), label="2")
    return Document(pages, INFO), book, tmp_path


def test_a_page_with_everything_on_it_passes_the_check(everything):
    made = written(*everything, archive=True)
    assert made.problems == ()
    assert check(made.pdf) == ()
    with pdf(made) as opened:
        assert opened.check_pdf_syntax() == []
        assert str(opened.docinfo.Producer) == "Blesna"
        with opened.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
            assert metadata["pdf:Producer"] == "Blesna"
        [intent] = opened.Root.OutputIntents
        assert intent.DestOutputProfile.N == 3


def test_it_keeps_its_links_bookmarks_tags_and_looks(everything):
    plain, archived = written(*everything), written(*everything, archive=True)
    assert text(plain) == text(archived)
    with pdf(archived) as opened:
        assert len(opened.pages[0].Annots) == 2
        assert opened.Root.StructTreeRoot.K.S == "/Document"
        with opened.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["Смета"]
    assert raster(plain).tobytes() == raster(archived).tobytes()


def test_it_is_the_same_every_time(everything):
    assert written(*everything, archive=True).pdf == written(*everything, archive=True).pdf


def test_a_password_and_an_archive_exclude_each_other(everything):
    made = written(*everything, archive=True, password="ключ")
    assert made.pdf == b""
    assert [found.code for found in made.problems] == ["archive-with-password"]


def test_what_breaks_the_rules_is_told(book):
    """Colours that nobody can say the meaning of are the first thing that archives forbid."""
    made = written(document(*paragraph(book, "Смета")), book, archive=True)
    with pdf(made) as opened:
        del opened.Root.OutputIntents
        broken = BytesIO()
        opened.save(broken)
    found, *_ = check(broken.getvalue())
    assert found.code == "archive-broken"
    assert found.severity is Severity.ERROR
    assert found.fact("rules").startswith("ISO_19005_2")


def test_what_could_not_be_checked_is_told(book):
    made = written(document(*paragraph(book, "Смета")), book, archive=True)
    with pdf(made) as opened:
        opened.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        strange = BytesIO()
        opened.save(strange)
    assert "archive-unchecked" in [found.code for found in check(strange.getvalue())]


def test_a_file_that_is_no_archive_is_told_apart(book):
    assert check(written(document(*paragraph(book, "Смета")), book).pdf)[0].code == "archive-broken"
