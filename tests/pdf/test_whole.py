"""Whatever the layout asks for, the file is sound; and other readers than ours agree on what it says."""

import shutil
import subprocess

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.layout.page import BoxItem, Document, GradientItem, LinkItem, Page, PathItem, PictureItem, RuleItem, Tag
from tests.pdf.looking import INFO, document, paragraph, pdf, text, written
from tests.pdf.test_pictures import photo

lengths = st.floats(-50, 700)
colors = st.sampled_from(["", "#000000", "#ff4b1f", "#FBF7F0"])
shares = st.floats(-0.5, 1.5)
spot = [lengths] * 4
strokes = {"fill": colors, "stroke": colors, "stroke_width": st.floats(0, 9), "opacity": shares}
dashes = st.sampled_from([(), (3.0, 1.5)])
stops = st.lists(st.tuples(shares, shares), max_size=4).map(tuple)
outlines = st.lists(st.tuples(st.just("L"), lengths, lengths), max_size=4).map(lambda rest: (("M", 0.0, 0.0), *rest, ("Z",)))
boxes = st.builds(BoxItem, *spot, radius=lengths, **strokes)
paths = st.builds(PathItem, outlines, **strokes)
rules = st.builds(RuleItem, *spot, st.floats(0, 5), st.just("#112233"), dashes)
gradients = st.builds(GradientItem, *spot, st.just("#000000"), stops, angle=st.floats(0, 360))
links = st.builds(LinkItem, *spot, url=st.sampled_from(["https://a.b", "x:"]), page=st.integers(-1, 3))
pictures = st.builds(
    PictureItem,
    *spot,
    st.sampled_from(["a.jpg", "gone.jpg", "../a.jpg"]),
    shape=st.sampled_from(["rect", "circle"]),
    radius=st.floats(0, 50),
    fit=st.booleans(),
    alt=st.sampled_from(["", "Порт"]),
)
tags = st.sampled_from(list(Tag))
groups = st.sampled_from(["", "p", "t/r/c", "t/r", "l/1", "s/i#1"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(boxes | rules | gradients | pictures | links | paths | st.tuples(tags, groups), max_size=12), st.booleans())
def test_any_mixture_of_items_makes_a_sound_file(book, tmp_path, wishes, tagged):
    if not (tmp_path / "a.jpg").exists():
        photo(120, 80).save(tmp_path / "a.jpg")
    items = []
    for wish in wishes:
        items += paragraph(book, "Слово за слово", tag=wish[0], group=wish[1]) if isinstance(wish, tuple) else [wish]
    made = written(Document((Page(400, 600, tuple(items)), Page(300, 300, ())), INFO), book, tmp_path, tagged=tagged)
    with pdf(made) as opened:
        assert opened.check_pdf_syntax() == []
        content = opened.pages[0].Contents.read_bytes()
        assert content.count(b"q\n") == content.count(b"Q\n")
        assert content.count(b"EMC") == content.count(b"BDC") + content.count(b"BMC")
    with pypdfium2.PdfDocument(made.pdf) as opened:
        opened[0].render(scale=0.2)


def told_by(program, made, tmp_path, *options):
    """Run one of poppler's programs over a PDF; None where it is not installed."""
    found = shutil.which(program)
    if not found:
        return None
    (tmp_path / "made.pdf").write_bytes(made.pdf)
    tail = ["-"] if program == "pdftotext" else []
    told = subprocess.run([found, *options, str(tmp_path / "made.pdf"), *tail], capture_output=True, check=True)
    assert told.stderr == b""
    return told.stdout.decode()


def test_poppler_puts_broken_words_together_and_keeps_typed_hyphens(book, tmp_path):
    word = "Высококвалифицированные"
    made = written(document(*paragraph(book, f"{word} Берестов-Нагорный", width=80)), book)
    assert "Берестов-" in text(made)
    told = told_by("pdftotext", made, tmp_path)
    assert told is None or word in told
    assert told is None or "Берестов-" in told


def test_poppler_reads_the_structure(book, tmp_path):
    items = *paragraph(book, "Смета", tag=Tag.H1, group="h"), *paragraph(book, "Итого", tag=Tag.TD, group="t/r/c", at=(40, 99))
    made = written(document(*items), book)
    assert text(made).split() == ["Смета", "Итого"]
    told = told_by("pdfinfo", made, tmp_path, "-struct-text")
    assert told is None or told.split() == [
        "Document",
        "H1",
        "(block)",
        '"Смета',
        '"',
        "Table",
        "(block)",
        "TR",
        "TD",
        '"Итого',
        '"',
    ]


def test_poppler_finds_every_font_embedded_and_mapped(book, tmp_path):
    made = written(document(*paragraph(book, "Смета")), book)
    with pdf(made) as opened:
        assert "/FontFile2" in opened.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor
    told = told_by("pdffonts", made, tmp_path)
    assert told is None or "yes yes yes" in told.splitlines()[2]
