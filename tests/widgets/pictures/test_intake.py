"""Pictures come in: dropped, pasted, as folders; in the background, told where refused, called off."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from app.model.path import get
from tests.widgets.dropping import drop_files
from tests.widgets.panels import undone
from tests.widgets.pictures.making import files, let_go, names, paste, picture, screenshot, settled
from widgets.application import House
from widgets.desk import Desk
from widgets.notice import Notice
from widgets.pictures.intake import Taken, png
from widgets.pictures.offer import Clip, offered, title_of
from widgets.pictures.strip import IntakeStrip

WORKS = "sections/references/items"


def taken_in(qtbot: QtBot, desk: Desk, *sources: Path | Clip) -> tuple[list[Taken], list[Notice]]:
    """Take pictures in; return what came, and what was told."""
    taken: list[Taken] = []
    told: list[Notice] = []
    desk.media.intake.told.connect(told.append)
    desk.media.intake.begin(sources, taken.extend)
    settled(qtbot, desk)
    return taken, told


def test_pictures_come_in_one_after_the_other(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    sources = [picture(tmp_path, f"{name}.png", color) for name, color in (("b", "red"), ("a", "green"), ("c", "blue"))]
    counted: list[tuple[int, int]] = []
    desk.media.intake.progressed.connect(lambda done, total: counted.append((done, total)))
    taken, told = taken_in(qtbot, desk, *sources)
    assert [one.title for one in taken] == ["B", "A", "C"]
    assert not told
    assert counted[0] == (0, 3)
    assert desk.session.folder is not None
    assert all((desk.session.folder / one.picture.file).is_file() for one in taken)


def test_the_same_picture_twice_is_kept_once_and_that_is_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    taken, told = taken_in(qtbot, desk, picture(tmp_path, "a.png"), picture(tmp_path, "b.png"))
    assert len(taken) == 1
    assert "twice" in told[0].text


def test_what_is_refused_is_named_in_one_message_with_reasons(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    empty, words = tmp_path / "empty.png", tmp_path / "letter.jpg"
    empty.write_bytes(b"")
    words.write_text("Dear Anna")
    taken, told = taken_in(qtbot, desk, empty, picture(tmp_path, "sea.png"), words)
    assert [one.title for one in taken] == ["Sea"]
    (notice,) = told
    assert notice.text.startswith("2 of 3 pictures were not taken in.")
    assert "empty.png is an empty file" in notice.text
    assert "letter.jpg is not a picture" in notice.text


def test_a_long_list_of_refusals_is_cut(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    broken = [tmp_path / f"{n}.png" for n in range(7)]
    for file in broken:
        file.write_bytes(b"")
    _, told = taken_in(qtbot, desk, *broken)
    assert told[0].text.endswith("And 3 more.")


def test_an_import_is_called_off_and_what_is_in_stays(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    sources = [picture(tmp_path, f"{n}.png", f"#{n:06x}") for n in range(5)]
    taken: list[Taken] = []
    told: list[Notice] = []
    intake = desk.media.intake
    intake.told.connect(told.append)

    intake.progressed.connect(lambda done, total: intake.cancel() if done == 2 else None)
    intake.begin(sources, taken.extend)
    settled(qtbot, desk)
    assert len(taken) == 2
    assert told[0].text == "Called off: 2 of 5 pictures were taken in."


def test_of_what_is_called_off_nothing_stays_in_the_folder(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """The picture that was on its way came in all the same, and nobody ever saw it again."""
    folder, intake = desk.session.folder, desk.media.intake
    assert folder is not None
    known = picture(tmp_path, "known.png", "#123456")
    taken_in(qtbot, desk, known)
    had = set((folder / "media").iterdir())
    for source in (picture(tmp_path, "new.png", "#654321"), known):
        intake.begin([source], lambda taken: None)
        intake.cancel()
        settled(qtbot, desk)
        assert set((folder / "media").iterdir()) == had
    taken, _ = taken_in(qtbot, desk, tmp_path / "new.png")
    assert (folder / taken[0].picture.file).is_file()


def test_nothing_comes_into_a_proposal_that_is_for_reading_only(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.session.read_only = True
    with qtbot.waitSignal(desk.session.refused):
        desk.media.intake.begin([picture(tmp_path, "a.png")], lambda taken: None)
    assert not desk.media.intake.is_busy


def test_what_was_meant_for_another_proposal_is_not_put_into_this_one(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    taken: list[Taken] = []
    desk.media.intake.begin([picture(tmp_path, "a.png")], taken.extend)
    desk.session.open(desk.session.proposal, tmp_path / "other")
    settled(qtbot, desk)
    assert not taken


def test_equal_screenshots_are_equal_files(desk: Desk, qtbot: QtBot) -> None:
    first, again = (offered(screenshot()).sources[0] for _ in range(2))
    assert isinstance(first, Clip)
    taken, _ = taken_in(qtbot, desk, first)
    more, _ = taken_in(qtbot, desk, again)
    assert taken[0].picture == more[0].picture
    assert taken[0].picture.file.endswith(".png")


def test_a_copied_picture_that_is_none_is_refused(desk: Desk, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setData("image/png", b"no picture at all")
    taken, told = taken_in(qtbot, desk, *offered(data).sources)
    assert not taken
    assert "Copied picture.png is not a picture" in told[0].text


def test_a_file_name_becomes_a_title() -> None:
    assert [title_of(Path(name)) for name in ("ref-harbor_2.jpg", "Музей.png")] == ["Ref harbor 2", "Музей"]
    assert title_of(Clip(b"")) == ""


def test_a_folder_that_is_dropped_becomes_a_work_for_each_of_its_pictures(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "Works"
    for name, color in (("tea.png", "red"), ("bread.png", "green"), ("notes.txt", "blue")):
        (folder / name).write_text(color) if name.endswith("txt") else picture(folder, name, color)
    opened.desk.session.go_to("sections/references")
    drop_files(opened.window, [folder])
    settled(qtbot, opened.desk)
    assert names(get(opened.desk.session.proposal, WORKS)) == ["Museum", "Bread", "Tea"]
    assert undone(opened.desk) == "Add works from pictures: 2"
    assert names(get(opened.desk.session.proposal, WORKS)) == ["Museum"]


def test_a_folder_without_pictures_says_so(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Empty").mkdir()
    opened.desk.session.go_to("sections/references")
    drop_files(opened.window, [tmp_path / "Empty"])
    settled(qtbot, opened.desk)
    assert opened.window.banner.text == "There is no picture in the folder Empty."


@pytest.mark.parametrize("copied", ["screenshot", "files"])
def test_a_picture_is_pasted_into_the_section_that_is_looked_at(opened: House, qtbot: QtBot, tmp_path: Path, copied: str) -> None:
    opened.desk.session.go_to("sections/cover")
    paste(qtbot, screenshot() if copied == "screenshot" else files(picture(tmp_path, "a.png")), opened.window)
    settled(qtbot, opened.desk)
    assert get(opened.desk.session.proposal, "sections/cover/picture") is not None
    named = {"screenshot": "Add a picture to “Cover”", "files": "Add the picture “A” to “Cover”"}
    assert undone(opened.desk) == named[copied]


def test_words_are_still_pasted_as_a_table(opened: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spreadsheets copy a picture of their cells as well."""
    asked: list[bool] = []
    monkeypatch.setattr(opened.window.importing, "clipboard", lambda: asked.append(True))
    data = screenshot()
    data.setText("Design\t40\t100")
    paste(qtbot, data, opened.window)
    assert asked == [True]
    assert not opened.desk.media.intake.is_busy


def test_a_picture_that_is_pasted_into_words_goes_to_the_section(opened: House, qtbot: QtBot) -> None:
    assert opened.window.workbench is not None
    opened.desk.session.go_to("sections/cover/kicker")
    field = opened.window.workbench.editor.focusWidget()
    assert field is not None
    paste(qtbot, screenshot(), field)
    settled(qtbot, opened.desk)
    assert get(opened.desk.session.proposal, "sections/cover/picture") is not None
    assert get(opened.desk.session.proposal, "sections/cover/kicker") == "Proposal"


def test_an_address_on_the_web_is_not_fetched_and_that_is_said(opened: House) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/cat.png")])
    data.setText("https://example.com/cat.png")
    opened.desk.session.go_to("sections/cover")
    assert let_go(opened.window, data)
    assert "nothing is fetched" in opened.window.banner.text
    assert not opened.desk.media.intake.is_busy


def test_a_picture_that_a_browser_hands_over_with_its_address_is_taken(opened: House, qtbot: QtBot) -> None:
    data = screenshot()
    data.setUrls([QUrl("https://example.com/cat.png")])
    opened.desk.session.go_to("sections/cover")
    assert let_go(opened.window, data)
    settled(qtbot, opened.desk)
    assert get(opened.desk.session.proposal, "sections/cover/picture") is not None


def test_progress_is_seen_and_calls_off(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    (strip,) = opened.window.status.findChildren(IntakeStrip)
    sources = [picture(tmp_path, f"{n}.png", f"#{n:06x}") for n in range(3)]
    opened.desk.media.intake.progressed.connect(lambda done, total: strip.cancel.click() if done == 2 else None)
    opened.desk.media.intake.begin(sources, lambda taken: None)
    strip._delay.timeout.emit()
    assert strip.isVisible()
    assert strip._words.text() == "Pictures: 0 of 3"
    settled(qtbot, opened.desk)
    assert not strip.isVisible()
    assert "Called off" in opened.window.banner.text


def test_a_png_of_a_picture_is_always_the_same(qtbot: QtBot) -> None:
    image = screenshot().imageData()
    assert png(image) == png(image)
    assert png(image).startswith(b"\x89PNG")
