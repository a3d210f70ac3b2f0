"""The place of the brandbooks: looked at, chosen, duplicated, changed, undone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.brand.making import BrandWish, make_brandbook
from app.brand.variants import VARIANTS
from app.pipeline import BRANDBOOKS, Pipeline
from app.store.house import read_house
from app.store.workspace import Workspace
from widgets.application import House, build
from widgets.places.brandbooks.colors import said
from widgets.places.brandbooks.masters import KINDS, NAMES
from widgets.places.brandbooks.place import BrandbooksPlace
from widgets.words import use

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30H0z" fill="#0033AA"/></svg>'


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is kept between the tests of this file, as between two days of work."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def real(qapp: QApplication, workspace: Workspace, cache: Path) -> Iterator[House]:
    """The window with the real pipeline, and a brandbook of the studio's own."""
    make_brandbook(workspace.path / "brandbooks", BrandWish("Osen", "#E4003A"))
    pipeline = Pipeline((workspace.path / "brandbooks", BRANDBOOKS), cache)
    made = build(qapp, workspace, pipeline, "en")
    made.window.show()
    yield made
    made.stop()
    made.keeping.give_up()
    made.window.close()
    made.window.deleteLater()


@pytest.fixture
def place(real: House, qtbot: QtBot) -> BrandbooksPlace:
    real.window.go("brandbooks", "osen")
    assert real.window.stage is not None
    found = real.window.stage.place("brandbooks")
    assert isinstance(found, BrandbooksPlace)
    settled(real, qtbot)
    return found


def settled(house: House, qtbot: QtBot) -> None:
    qtbot.wait(20)
    qtbot.waitUntil(lambda: not house.jobs.busy, timeout=60000)


def text_of(house: House, name: str = "osen") -> str:
    return (house.desk.workspace.path / "brandbooks" / name / "brandbook.toml").read_text("utf-8")


def test_the_studios_own_come_first_with_real_pages_of_each(place: BrandbooksPlace) -> None:
    assert list(place.shelf.cards) == ["osen", "ekran", "kurs", "salon"]
    assert all(card.pages.images for card in place.shelf.cards.values()) and len(place.detail.pages.images) == 4
    assert place.entry is not None and place.entry.name == "osen" and not place.detail.editors.isHidden()
    place.choose("kurs")
    assert place.detail.editors.isHidden() and "stays as it is" in place.detail._marks.text()
    assert place.shelf.cards["kurs"].accessibleName() == "Kurs, new proposals"


def test_a_colour_is_written_with_its_contrast_told_and_can_be_undone(real: House, place: BrandbooksPlace, qtbot: QtBot) -> None:
    before = text_of(real)
    field = place.detail.palette_editor.fields["muted"]
    field.line.selectAll()
    QTest.keyClicks(field.line, "C8C8C8")
    settled(real, qtbot)
    assert 'muted = "#C8C8C8"' in text_of(real)
    note = place.detail.palette_editor.notes["muted"]
    assert "hard to read" in note.text() and note.objectName() == "warned"
    assert place.detail._problems.isVisible(), "the brandbook's own problems are listed"
    assert real.window.acts["undo"].isEnabled() and "Quiet text" in real.window.acts["undo"].text()
    real.window.acts["undo"].trigger()
    settled(real, qtbot)
    assert text_of(real) == before and field.value != "#C8C8C8"
    real.window.acts["redo"].trigger()
    settled(real, qtbot)
    assert 'muted = "#C8C8C8"' in text_of(real)


def test_the_rest_is_worked_out_from_the_main_colour(real: House, place: BrandbooksPlace, qtbot: QtBot) -> None:
    place.detail.palette_editor.fields["accent"]._take("#FFD400")
    settled(real, qtbot)
    place.detail.palette_editor.derive.click()
    settled(real, qtbot)
    entry = place.entry
    assert entry is not None and entry.loaded.brand is not None and not entry.loaded.problems
    assert entry.loaded.brand.color("on-accent") == "#111111"


def test_rules_page_variants_and_faces_are_chosen(real: House, place: BrandbooksPlace, qtbot: QtBot) -> None:
    detail = place.detail
    detail.rules.discount.setText("20")
    detail.rules.discount.editingFinished.emit()
    detail.rules.floor.setText("12.5")
    detail.rules.floor.editingFinished.emit()
    detail.page.sides["top"].setText("25")
    detail.page.sides["top"].editingFinished.emit()
    detail.masters.fields["cover"].edited.emit("framed")
    detail.faces.fields["text"].edited.emit("Literata")
    settled(real, qtbot)
    text = text_of(real)
    assert "discount_limit = 20 " in text and "margin_floor = 12.5" in text and 'variant = "framed"' in text
    assert "top = 25" in text and "assets:literata/Literata_400Regular.ttf" in text
    entry = place.entry
    assert entry is not None and entry.loaded.brand is not None
    assert (entry.loaded.brand.rules.discount_limit, entry.loaded.brand.rules.margin_floor) == (20.0, 12.5)
    for _ in range(5):
        real.window.acts["undo"].trigger()
    settled(real, qtbot)
    assert 'variant = "framed"' not in text_of(real)


def test_another_logo_and_back(real: House, place: BrandbooksPlace, qtbot: QtBot) -> None:
    before = text_of(real)
    place.detail.logo.take(SVG)
    settled(real, qtbot)
    folder = real.desk.workspace.path / "brandbooks" / "osen"
    assert (folder / "mark.svg").is_file() and 'mark = "mark.svg"' in text_of(real)
    real.window.acts["undo"].trigger()
    settled(real, qtbot)
    assert text_of(real) == before and not (folder / "mark.svg").exists()


def test_what_a_hand_has_changed_is_not_written_over(real: House, place: BrandbooksPlace, qtbot: QtBot) -> None:
    file = real.desk.workspace.path / "brandbooks" / "osen" / "brandbook.toml"
    file.write_text(file.read_text("utf-8") + "\n# by hand\n", "utf-8")
    place.detail.palette_editor.fields["ink"]._take("#222222")
    settled(real, qtbot)
    assert "# by hand" in text_of(real) and "#222222" not in text_of(real)
    assert "meanwhile" in real.window.banner.text
    place.detail.palette_editor.fields["ink"]._take("#333333")
    settled(real, qtbot)
    assert "# by hand" in text_of(real) and "#333333" in text_of(real)


def test_one_that_ships_is_duplicated_and_new_proposals_begin_with_it(real: House, place: BrandbooksPlace, qtbot: QtBot) -> None:
    place.choose("salon")
    place.detail.copy.click()
    settled(real, qtbot)
    assert place.entry is not None and place.entry.name == "salon-our-own" and place.entry.own
    place.detail.default.click()
    settled(real, qtbot)
    workspace = real.desk.workspace
    assert read_house(workspace.path, workspace.disk).brandbook == "salon-our-own"
    assert not place.detail.default.isEnabled()


def test_the_open_proposal_takes_it_and_can_go_back(real: House, place: BrandbooksPlace, source: Path, qtbot: QtBot) -> None:
    real.documents.open(str(source))
    qtbot.waitUntil(lambda: real.desk.session.is_open, timeout=20000)
    before = real.desk.session.proposal.brandbook
    real.window.go("brandbooks")
    settled(real, qtbot)
    place.choose("osen")
    place.detail.use.click()
    assert real.desk.session.proposal.brandbook == "osen" and not place.detail.use.isEnabled()
    real.desk.session.stack.undo()
    assert real.desk.session.proposal.brandbook == before


def test_a_strangers_folder_is_taken_in_and_a_broken_one_is_told(
    real: House, place: BrandbooksPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    theirs = tmp_path / "theirs"
    shutil.copytree(BRANDBOOKS / "ekran", theirs)
    (theirs / "readme.exe").write_bytes(b"MZ")
    place.take(theirs)
    settled(real, qtbot)
    assert place.entry is not None and place.entry.name == "ekran-2" and not (place.entry.folder / "readme.exe").exists()
    place.take(tmp_path / "nothing.zip")
    settled(real, qtbot)
    assert real.window.banner.text and place.entry.name == "ekran-2"


def test_arrows_go_from_card_to_card(place: BrandbooksPlace) -> None:
    place.shelf.cards["osen"].setFocus()
    QTest.keyClick(place.shelf.cards["osen"], Qt.Key.Key_Down)
    assert place.entry is not None and place.entry.name == "ekran"


def test_a_brandbook_is_made_in_the_dialog(real: House, place: BrandbooksPlace, qtbot: QtBot) -> None:
    place.begin()
    dialog = place.dialog
    assert dialog is not None and not dialog.make.isEnabled()
    QTest.keyClicks(dialog.form.name, "Winter")
    dialog.make.click()
    settled(real, qtbot)
    assert place.dialog is None and place.entry is not None and place.entry.name == "winter"


def test_every_variant_is_seen_as_a_page_when_it_comes_in_sight_and_chosen_by_keys(
    real: House, place: BrandbooksPlace, qtbot: QtBot
) -> None:
    cover = place.detail.masters.fields["cover"]
    assert all(tile.image.isNull() for tile in cover.tiles.values()), "nobody has looked at them"
    around = place.detail.masters.parentWidget()
    while not isinstance(around, QScrollArea):
        around = around.parentWidget()
    around.ensureWidgetVisible(cover)
    settled(real, qtbot)
    shown = [tile.image for tile in cover.tiles.values()]
    assert not any(image.isNull() for image in shown) and len({image.cacheKey() for image in shown}) == 5
    assert shown[0] != shown[1] != shown[2], "each is drawn in its own variant"
    assert cover.value == "photo" and cover.tiles["split"].accessibleName() == "Cover: Split"
    cover.tiles["photo"].setFocus()
    QTest.keyClick(cover.tiles["photo"], Qt.Key.Key_Right)
    QTest.keyClick(cover.tiles["framed"], Qt.Key.Key_Right)
    settled(real, qtbot)
    assert cover.value == "split" and 'variant = "split"' in text_of(real)
    real.window.acts["undo"].trigger()
    settled(real, qtbot)
    assert cover.value == "photo"


def test_pages_that_were_drawn_once_are_not_drawn_again(
    real: House, place: BrandbooksPlace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("drawn again")

    monkeypatch.setattr(Pipeline, "paint", never)
    for card in place.shelf.cards.values():
        card.pages._images = {}
    place.enter("kurs")
    settled(real, qtbot)
    assert all(card.pages.images for card in place.shelf.cards.values()) and len(place.detail.pages.images) == 4


def test_contrast_is_said_in_words_and_numbers_and_every_variant_has_a_name() -> None:
    assert [said(ratio) for ratio in (12.0, 5.0, 2.5)] == [
        "12.0 : 1, easy to read",
        "5.0 : 1, can be read",
        "2.5 : 1, hard to read",
    ]
    use("ru")
    assert "," in said(5.0)
    assert set(KINDS) == set(VARIANTS) and {one for kind in VARIANTS.values() for one in kind} <= set(NAMES)


def test_cards_begin_and_end_where_the_buttons_below_them_do(place: BrandbooksPlace) -> None:
    edges = {(left := part.mapTo(place, QPoint()).x(), left + part.width()) for part in (*place.shelf.cards.values(), place.new)}
    assert len(edges) == 1
