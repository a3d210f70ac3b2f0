"""The story with the mouse: a hand that clicks, drags and drops, and types only texts."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPushButton, QWidget

from tests.story import hands, sights
from tests.story.hands import CONTROL, SHIFT, choose, click, stroke, type_text
from tests.story.materials import COLORS, Materials
from tests.story.player import Story, Until, is_calm, the_window
from tests.story.sights import open_row, outline, outline_spot, session
from widgets.brands.logowell import LogoWell
from widgets.fields.rich import RichField
from widgets.pictures.works import WorksField
from widgets.subjects import ESTIMATE, FACTS, PEOPLE
from widgets.words import language, tr

if TYPE_CHECKING:
    from tests.story.telling import Teller

WORDS = "the quick brown fox jumps over the lazy dog "


def story(have: Materials, folder: Path, teller: "Teller") -> Story:
    """Play the whole story, then type on and on."""
    for part in (_begin, _request, _estimate, _people, _references, _blocks, _word, _order, _brand, _export):
        yield from part(have, folder, teller)
    yield from type_on()


def _begin(have: Materials, folder: Path, teller: "Teller") -> Story:
    yield from teller.step("first start")
    yield from click(tr("Start mine"))
    yield Until(lambda: sights.is_seen(LogoWell), "the form of a brandbook")
    yield from teller.step("brandbook asked")
    yield from click(tr("Name of the studio"), QLineEdit)
    yield lambda: type_text(have.words.studio)
    yield from hands.drop_files([have.logo], lambda: sights.one_of(LogoWell))
    yield Until(lambda: hands.named(tr("Remove the logo")), "the logo")
    for name, color in zip((tr("Main colour"), tr("Second colour")), COLORS, strict=True):
        yield from click(name, QLineEdit)
        yield lambda: stroke(Qt.Key.Key_A, CONTROL)
        yield lambda color=color: type_text(color)  # type: ignore[misc]
    yield from teller.step("brandbook filled")
    yield from click(tr("Create"), QPushButton)
    yield Until(lambda: the_window().banner.text, "a word about the brandbook")
    yield from teller.step("brandbook made")
    yield from click(tr("Library"))
    yield from click(tr("Take the samples"))
    yield from teller.step("samples")
    yield from click(tr("Proposals"))


def _request(have: Materials, folder: Path, teller: "Teller") -> Story:
    yield from click(tr("New proposal"), QPushButton)
    yield from teller.step("ways to begin")
    yield from choose(tr("From a request"))
    yield from click(tr("Choose a file…"))
    yield from sights.name_file(have.form)
    yield Until(lambda: hands.named(tr("Make the draft")), "a draft")
    yield from teller.step("request understood")
    yield from click(tr("Make the draft"))
    yield Until(lambda: session().is_open, "an open proposal")
    yield from teller.step("draft")


def _estimate(have: Materials, folder: Path, teller: "Teller") -> Story:
    def copied() -> QMimeData:
        data = QMimeData()
        data.setText(have.plain)
        data.setHtml(have.html)
        return data

    yield from open_row(lambda: ESTIMATE)
    yield lambda: hands.click_at(outline().viewport(), outline_spot(ESTIMATE))
    yield hands.copy(copied)
    yield lambda: stroke(Qt.Key.Key_V, CONTROL)
    yield from click(tr("Replace the estimate"))
    yield from teller.step("estimate understood")
    yield from click(tr("Replace"), QPushButton)
    yield Until(lambda: len(session().proposal.estimate.sections) == 3, "the pasted estimate")
    yield from teller.step("estimate pasted")


def _people(have: Materials, folder: Path, teller: "Teller") -> Story:
    yield from open_row(lambda: PEOPLE)
    for name, role in have.words.people:
        yield from click(tr("Add a person"), QPushButton)
        yield lambda name=name: type_text(name)  # type: ignore[misc]
        yield from click(tr("Role"), QLineEdit)
        yield lambda role=role: type_text(role)  # type: ignore[misc]
    yield from teller.step("people")
    yield from open_row(lambda: ESTIMATE)
    titles = [str(row[0]) for row in have.words.table[1:] if not row[1]]
    for title, (name, _) in zip(titles[1:], have.words.people, strict=True):
        yield from _assign(title, name)
        if name == have.words.people[0][0]:
            yield from teller.step("people offered")
        yield lambda: stroke(Qt.Key.Key_Return)
    yield Until(lambda: sum(1 for one in session().proposal.estimate.sections if one.people) == 2, "people")
    yield from teller.step("people assigned")


def _assign(title: str, name: str) -> Story:
    yield lambda: hands.click_at(sights.grid().viewport(), sights.people_cell(title), times=2)
    yield from sights.take_offer(name)


def _references(have: Materials, folder: Path, teller: "Teller") -> Story:
    if not sights.section("references"):
        yield from click(tr("Add pages"))
        yield from choose(tr("References"))
        yield Until(lambda: sights.section("references"), "references")
    yield from open_row(lambda: sights.section("references"))
    yield Until(lambda: sights.is_seen(WorksField), "the field of works")
    yield lambda: hands.reveal(sights.one_of(WorksField))
    field = lambda: sights.one_of(WorksField)  # noqa: E731
    yield from hands.drop_files(have.pictures, field)
    yield Until(lambda: len(sights.works()) == len(have.pictures), "six works")
    yield from teller.step("references dropped")


def _blocks(have: Materials, folder: Path, teller: "Teller") -> Story:
    yield from open_row(lambda: sights.section("letter"))
    for i, words in enumerate(have.words.blocks):
        before = len(session().proposal.sections)
        yield Until(lambda: sights.is_seen(RichField), "a text")
        yield lambda: hands.click_at(sights.one_of(RichField))
        yield lambda: stroke(Qt.Key.Key_End, CONTROL)
        yield lambda: stroke(Qt.Key.Key_Return)
        yield lambda words=words: type_text(f"/{words.split()[-1][:4].lower()}")  # type: ignore[misc]
        yield Until(lambda words=words: sights.offer_spot(words), f"the block {words}")  # type: ignore[misc]
        if not i:
            yield from teller.step("slash menu")
        yield from sights.take_offer(words)
        yield Until(lambda before=before: len(session().proposal.sections) == before + 1, f"block {words}")  # type: ignore[misc]
        yield Until(is_calm, "calm")
    yield from teller.step("blocks inserted")


def _word(have: Materials, folder: Path, teller: "Teller") -> Story:
    yield from open_row(lambda: sights.section("cover"))
    yield Until(is_calm, "calm")
    yield Until(lambda: sights.word_spot("title", 0.3), "the title on the cover")

    def point() -> None:
        spot = sights.word_spot("title", 0.3)
        assert spot is not None
        hands.click_at(sights.pages().viewport(), spot)

    yield point
    yield Until(lambda: session().place == "title", "the field of the title")
    yield from teller.step("word clicked")
    yield lambda: stroke(Qt.Key.Key_Left, CONTROL)
    yield lambda: stroke(Qt.Key.Key_Right, CONTROL | SHIFT)
    yield lambda: type_text(have.words.corrected + " ")
    yield Until(lambda: have.words.corrected in session().proposal.title, "the corrected word")
    yield from teller.step("word corrected")


def _order(have: Materials, folder: Path, teller: "Teller") -> Story:
    before = sights.kinds()
    yield lambda: outline_spot(sights.section("references"))
    yield from hands.carry(
        lambda: outline().viewport(),
        lambda: outline_spot(sights.section("references")),
        lambda: outline().viewport(),
        lambda: sights.top_of(sights.section("estimate")),
    )
    yield Until(lambda: sights.kinds() != before, "another order")
    yield Until(lambda: is_calm() and sights.shown_section() == sights.section("references"), "the pages of what was moved")
    yield from teller.step("sections reordered")


def _brand(have: Materials, folder: Path, teller: "Teller") -> Story:
    yield from open_row(lambda: FACTS)
    yield Until(is_calm, "calm")
    brand, page = session().proposal.brandbook, sights.pages().current
    other = next(name for name in the_window().desk.pipeline.brandbooks() if name != brand)

    def field() -> QComboBox:
        found = hands.named(tr("Brandbook"), QComboBox, the_window)
        assert isinstance(found, QComboBox)
        return found

    yield from sights.pick(field, title_of(other))
    yield Until(lambda: session().proposal.brandbook == other, "another brandbook")
    yield Until(lambda: is_calm() and abs(sights.pages().current - page) <= 1, "the page that was looked at, on other paper")
    yield from teller.step("brand changed")


def title_of(brandbook: str) -> str:
    """Return how a brandbook is called in the window."""
    brand = the_window().desk.pipeline.brand(brandbook).brand
    assert brand is not None
    return brand.title[language()]


def _export(have: Materials, folder: Path, teller: "Teller") -> Story:
    target = folder / f"{teller.name}.pdf"
    export = lambda: hands.named(tr("Export PDF…"), QPushButton) or hands.named(tr("Export a draft…"), QPushButton)  # noqa: E731

    yield Until(export, "the button to export")

    def press() -> None:
        found = export()
        assert found is not None
        hands.click_at(found)

    yield press
    yield from click(tr("Open it when it is done"), QAbstractButton)
    yield from teller.step("export asked")
    yield lambda: hands.click_at(_export_button())
    yield from sights.name_file(target)
    yield Until(target.is_file, "the PDF")
    yield Until(lambda: str(target.name) in the_window().banner.text, "a word about the PDF")
    yield from teller.step("exported")


def _export_button() -> QWidget:
    found = hands.named(tr("Export…"), QPushButton) or hands.named(tr("Export a draft…"), QPushButton)
    assert found is not None
    return found


def type_on() -> Story:
    """Type on and on into the title, telling every state, until somebody ends it."""
    from tests.story.telling import tell

    yield from open_row(lambda: sights.section("letter"))
    yield lambda: hands.click_at(sights.one_of(RichField), QPoint(20, 12))
    yield lambda: stroke(Qt.Key.Key_Home, CONTROL)
    for i in range(100_000):
        yield lambda i=i: type_text(WORDS[i % len(WORDS)])  # type: ignore[misc]
        yield lambda i=i: tell(typed=i + 1)  # type: ignore[misc]
