"""The first start: two choices, a brandbook from a name, a logo and colours, and the way past both."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog
from pytestqt.qtbot import QtBot

from app.sources.from_template import draft_from_template
from app.store.house import read_house
from app.store.source import write_proposal
from tests.widgets.dropping import drop_files
from tests.widgets.proposals import small
from widgets.application import House
from widgets.brands.colorfield import color_of
from widgets.places.place import PROPOSAL, PROPOSALS
from widgets.welcome.page import WelcomePage

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><circle cx="60" cy="60" r="44" fill="#E4003A"/>'
    b'<path d="M130 30h150v18H130z" fill="#1A2B6B"/></svg>'
)

SAMPLES = Path(__file__).resolve().parents[2] / "pdf" / "samples"


@pytest.fixture
def page(house: House, qtbot: QtBot) -> WelcomePage:
    house.window.welcoming.offer()
    found = house.window.welcoming.page
    assert found is not None
    return found


def settled(house: House, qtbot: QtBot) -> None:
    qtbot.wait(20)
    qtbot.waitUntil(lambda: not house.jobs.busy, timeout=20000)


def test_an_empty_workspace_offers_two_choices_and_nothing_else_is_in_the_way(house: House, page: WelcomePage) -> None:
    window = house.window
    assert page.isVisible() and page.show_me.isVisible() and page.start_mine.isVisible()
    assert not window.menuBar().isVisible() and not window._rail.isVisible()
    assert page.show_me.accessibleName() == "Show me"


def test_escape_leads_past_it_and_it_does_not_come_again(house: House, page: WelcomePage, qtbot: QtBot) -> None:
    width = house.window.width()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert house.window.welcoming.page is None and house.window.menuBar().isVisible()
    assert house.window.stage is not None and house.window.stage.name == PROPOSALS
    assert house.window.width() == width
    house.window.welcoming.offer()
    assert house.window.welcoming.page is None


def test_numbers_can_be_read_in_the_language_of_the_first_start(house: House, page: WelcomePage, qtbot: QtBot) -> None:
    """A client abroad is not sent a number in letters that nobody there can type."""
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: house.desk.workspace.next_number(2027) == "P-2027-0001", timeout=5000)


def test_a_russian_first_start_numbers_as_usual(house: House, page: WelcomePage, qtbot: QtBot) -> None:
    house.window.choose_language("ru")
    house.window.welcoming.leave()
    settled(house, qtbot)
    assert house.desk.workspace.next_number(2027) == "КП-2027-0001"


def test_a_workspace_with_proposals_is_no_first_start(house: House) -> None:
    folder = house.desk.workspace.folder / "one"
    folder.mkdir()
    assert not write_proposal(folder, small())
    house.window.welcoming.offer()
    assert house.window.welcoming.page is None


def test_a_brandbook_is_made_by_keyboard_alone_and_new_proposals_begin_with_it(
    house: House, page: WelcomePage, qtbot: QtBot
) -> None:
    workspace = house.desk.workspace
    QTest.keyClick(page.show_me, Qt.Key.Key_Tab)
    QTest.keyClick(page.start_mine, Qt.Key.Key_Return)
    assert page.is_filling and not page.make.isEnabled()
    QTest.keyClicks(page.form.name, "Osen")
    assert page.make.isEnabled()
    page.form.accent.line.selectAll()
    QTest.keyClicks(page.form.accent.line, "1f5eff")
    QTest.keyClick(page.form.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(house, qtbot)
    assert house.window.welcoming.page is None
    told = read_house(workspace.path, workspace.disk)
    assert (told.brandbook, told.studio.name, told.language) == ("osen", "Osen", "en")
    text = (workspace.path / "brandbooks" / "osen" / "brandbook.toml").read_text("utf-8")
    assert 'accent = "#1F5EFF"' in text
    drafted = draft_from_template("", "en", workspace).proposal
    assert drafted is not None and (drafted.brandbook, drafted.studio.name) == ("osen", "Osen")
    assert "brandbook" in house.window.banner.text


def test_a_logo_that_is_dropped_brings_its_colours_unless_some_were_chosen(
    house: House, page: WelcomePage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "logo.svg").write_bytes(SVG)
    page.begin()
    form = page.form
    form.logo.take(tmp_path / "logo.svg")
    settled(house, qtbot)
    assert (form.accent.value, form.second.value) == ("#E4003A", "#1A2B6B")
    form.accent._take("#00AA33")
    form.logo.take(SVG)
    settled(house, qtbot)
    assert form.accent.value == "#00AA33"
    (tmp_path / "logo.png").write_bytes(b"no picture")
    form.logo.take(tmp_path / "logo.png")
    settled(house, qtbot)
    assert form.logo.logo is not None and form.logo.complaint.isVisible(), "what cannot be read does not take the logo away"


def test_a_photograph_of_a_telephone_is_a_logo_and_what_is_none_is_refused_with_words(
    house: House, page: WelcomePage, qtbot: QtBot, tmp_path: Path
) -> None:
    """HEIC could not be dropped at all, and what could not be a logo was let fall in silence."""
    QTest.mouseClick(page.start_mine, Qt.MouseButton.LeftButton)
    (tmp_path / "logo.pdf").write_bytes(b"%PDF-1.7")
    shutil.copy(SAMPLES / "telephone.heic", tmp_path / "Logo.HEIC")
    form = page.form
    drop_files(form.logo, [tmp_path / "logo.pdf"])
    settled(house, qtbot)
    assert form.logo.logo is None
    assert form.logo.complaint.text() == "logo.pdf is no picture that can be read as a logo. SVG, PNG and JPEG can."
    drop_files(form.logo, [tmp_path / "Logo.HEIC"])
    settled(house, qtbot)
    assert form.logo.logo is not None
    assert form.logo.remove.isVisible()


def test_a_picture_that_is_pasted_is_a_logo(house: House, page: WelcomePage, qtbot: QtBot) -> None:
    page.begin()
    data = QMimeData()
    data.setData("image/svg+xml", SVG)
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(page.form.logo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(house, qtbot)
    assert page.form.logo.logo is not None
    page.form.logo.remove.click()
    assert page.form.logo.logo is None
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/logo.svg")])
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(page.form.logo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(house, qtbot)
    assert page.form.logo.logo is None, "nothing is ever fetched"
    QApplication.clipboard().clear()


def test_the_pages_of_every_character_are_seen_before_anything_is_made(house: House, page: WelcomePage, qtbot: QtBot) -> None:
    page.begin()
    qtbot.waitUntil(lambda: all(card.pages.images for card in page.form.cards.values()), timeout=20000)
    assert page.form.cover.images
    assert all(isinstance(image, QImage) for image in page.form.cover.images.values())
    assert not (house.desk.workspace.path / "brandbooks").exists()


def test_another_language_of_the_window_keeps_what_stands_in_the_form(house: House, page: WelcomePage, qtbot: QtBot) -> None:
    page.begin()
    QTest.keyClicks(page.form.name, "Osen")
    page.form.cards["salon"].click()
    page.spoken.emit("ru")
    again = house.window.welcoming.page
    assert again is not None and again is not page and again.is_filling
    assert again.form.filled.name == "Osen" and again.form.base == "salon"
    assert not house.window.menuBar().isVisible()


def test_the_demonstration_comes_in_and_is_opened(house: House, page: WelcomePage, qtbot: QtBot) -> None:
    page.show_me.click()
    qtbot.waitUntil(lambda: house.desk.session.is_open, timeout=30000)
    settled(house, qtbot)
    assert house.window.welcoming.page is None
    assert house.desk.session.proposal.language == "en"
    assert house.window.stage is not None and house.window.stage.name == PROPOSAL
    assert len(house.desk.workspace.proposals()) == 2
    assert house.desk.workspace.library.blocks.all().records


def test_colours_are_taken_as_people_write_them(page: WelcomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [color_of(text) for text in ("#ff4b1f", "FF4B1F", " f40 ", "red", "#12345", "")] == [
        "#FF4B1F", "#FF4B1F", "#FF4400", "", "", "",
    ]  # fmt: skip
    page.begin()
    line = page.form.accent.line
    line.setText("red")
    line.editingFinished.emit()
    assert line.property("bad") and "#FF4B1F" in line.toolTip()
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#123456"))
    page.form.accent.button.click()
    assert page.form.accent.value == "#123456" and not line.property("bad")
