"""Exporting: what the PDF is for, where it goes, how far it is, and calling it off."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.pipeline import Preset
from app.problems import Problem, error, problem
from app.store.targets import write_pdf
from tests.widgets.press import TestPress
from widgets import exports
from widgets.application import House
from widgets.desk import Desk
from widgets.dialogs.export import ExportDialog
from widgets.exporting import plain_name
from widgets.exports import size_in_words
from widgets.panels.export_strip import ExportStrip
from widgets.phrases import Phrase
from widgets.purposes import PURPOSES, Choice
from widgets.settings import Settings

QUIET = Choice(opens=False)


class Answers:
    """Stands for the person in front of the window: what is asked, and what is answered."""

    def __init__(self, house: House, target: Path | None, choice: Choice | None) -> None:
        self.target, self.choice = target, choice
        self.asked: list[str] = []
        self.opened: list[Path] = []
        exporting = house.window.exporting
        exporting.ask_choice = self._choice  # type: ignore[method-assign]
        exporting.ask_target = self._target  # type: ignore[method-assign]
        exporting.open_file = self.opened.append  # type: ignore[method-assign]

    def _choice(self, choice: Choice, *, protects: bool) -> Choice | None:
        self.asked.append(f"what for, last {choice.preset}{' with password' if protects else ''}")
        return self.choice

    def _target(self, folder: Path, name: str) -> Path | None:
        self.asked.append(f"where, {name}")
        return self.target


def said(house: House, qtbot: QtBot, words: str) -> str:
    qtbot.waitUntil(lambda: words in house.window.banner.text and not house.jobs.busy, timeout=8000)
    return house.window.banner.text


def strip(house: House) -> ExportStrip:
    return house.window.status.findChildren(ExportStrip)[0]


def test_the_first_export_asks_what_it_is_for_and_later_ones_only_where_it_goes(
    opened: House, qtbot: QtBot, tmp_path: Path, press: TestPress
) -> None:
    answers = Answers(opened, tmp_path / "one.pdf", Choice(Preset.SCREEN))
    opened.window.acts["export"].trigger()
    said(opened, qtbot, "one.pdf")
    assert answers.asked == ["what for, last standard", "where, B-7 Quiet Harbour"]
    assert answers.opened == [tmp_path / "one.pdf"]
    answers.target = tmp_path / "two.pdf"
    opened.window.acts["export"].trigger()
    said(opened, qtbot, "two.pdf")
    assert answers.asked[2:] == ["where, B-7 Quiet Harbour"]
    opened.window.acts["export-as"].trigger()
    assert answers.asked[3] == "what for, last screen"
    qtbot.waitUntil(lambda: len(press.built) == 3 and not opened.jobs.busy, timeout=8000)
    assert press.built == [(Preset.SCREEN, "")] * 3


def test_from_the_second_revision_on_it_is_in_the_name_of_the_file(opened: House, tmp_path: Path) -> None:
    answers = Answers(opened, None, Choice(Preset.SCREEN))
    opened.window.acts["export"].trigger()
    session = opened.desk.session
    session.open(replace(session.proposal, revision=2), tmp_path)
    opened.window.acts["export"].trigger()
    assert answers.asked[1] == "where, B-7 Quiet Harbour"
    assert answers.asked[-1] == "where, B-7, revision 2 Quiet Harbour"


def test_a_password_is_asked_for_again_and_kept_nowhere(opened: House, qtbot: QtBot, tmp_path: Path, press: TestPress) -> None:
    answers = Answers(opened, tmp_path / "a.pdf", Choice(Preset.STANDARD, False, "Волга-17"))
    opened.window.acts["export"].trigger()
    said(opened, qtbot, "a.pdf")
    assert press.built == [(Preset.STANDARD, "Волга-17")]
    assert answers.opened == []
    opened.window.acts["export"].trigger()
    assert answers.asked[2] == "what for, last standard with password"
    store = opened.window._tenant.settings._store
    store.sync()
    assert "Волга" not in Path(store.fileName()).read_text("utf-8")
    assert "Волга" not in repr(answers.choice)
    said(opened, qtbot, "a.pdf")


def test_nothing_is_exported_where_nobody_says_what_for_or_where(opened: House, press: TestPress) -> None:
    answers = Answers(opened, None, None)
    opened.window.acts["export"].trigger()
    answers.choice = QUIET
    opened.window.acts["export"].trigger()
    assert not press.built
    assert not opened.jobs.busy


def test_the_banner_tells_the_size_and_the_problems_that_only_the_file_has(
    opened: House, qtbot: QtBot, tmp_path: Path, press: TestPress
) -> None:
    press.ink_problems = (problem("picture-low-resolution", "sections/cover", file="a.jpg", dpi=90, least=150),)
    opened.exports.start(tmp_path / "a.pdf", QUIET)
    text = said(opened, qtbot, "a.pdf")
    assert "KB" in text
    assert "a.jpg" in text
    bench = opened.window.workbench
    assert bench is not None
    assert [found.code for found in bench.problems.problems()] == ["picture-low-resolution"]


def test_an_export_can_be_called_off_and_what_was_there_stays(
    opened: House, qtbot: QtBot, tmp_path: Path, press: TestPress
) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"%PDF-old")
    press.ink.clear()
    opened.exports.start(target, QUIET)
    shown = strip(opened)
    assert shown.isVisible()
    qtbot.waitUntil(lambda: bool(press.built), timeout=8000)
    shown.cancel.click()
    assert "called off" in opened.window.banner.text
    assert not shown.isVisible()
    press.ink.set()
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=8000)
    assert target.read_bytes() == b"%PDF-old"
    opened.exports.start(target, QUIET)
    said(opened, qtbot, "a.pdf")
    assert target.read_bytes().startswith(b"%PDF-1.4")


def test_who_calls_off_what_is_being_written_is_not_told_that_there_is_no_file(
    opened: House, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file came all the same, and the banner said that it had not."""
    target, there, go_on = tmp_path / "a.pdf", Event(), Event()

    def slowly(file: Path, pdf: bytes) -> Problem | None:
        there.set()
        go_on.wait(8)
        return write_pdf(file, pdf)

    monkeypatch.setattr(exports, "write_pdf", slowly)
    opened.exports.start(target, QUIET)
    qtbot.waitUntil(there.is_set, timeout=8000)
    opened.exports.cancel()
    assert strip(opened).isVisible()
    go_on.set()
    assert "Exported" in said(opened, qtbot, "a.pdf")
    assert target.read_bytes().startswith(b"%PDF")
    assert not strip(opened).isVisible()
    go_on.clear()
    opened.exports.start(target, QUIET)
    opened.exports.cancel()
    assert "called off" in opened.window.banner.text


def test_how_far_an_export_has_come_is_seen_even_in_another_theme(
    opened: House, qtbot: QtBot, tmp_path: Path, press: TestPress
) -> None:
    heard: list[float] = []
    opened.exports.progressed.connect(heard.append, Qt.ConnectionType.DirectConnection)
    press.ink.clear()
    opened.exports.start(tmp_path / "a.pdf", QUIET)
    opened.window.acts["theme-dark"].trigger()
    assert not strip(opened).isHidden()
    opened.window.acts["theme-light"].trigger()
    press.ink.set()
    qtbot.waitUntil(lambda: heard == [0.0, 0.5, 1.0], timeout=8000)
    said(opened, qtbot, "a.pdf")
    assert not strip(opened).isVisible()


def test_a_file_that_is_no_pdf_is_never_replaced(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "estimate.xlsx"
    target.write_bytes(b"PK\x03\x04")
    opened.exports.start(target, QUIET)
    assert "not a PDF" in said(opened, qtbot, "Not exported")
    assert target.read_bytes() == b"PK\x03\x04"


def test_an_export_that_is_stopped_says_why_and_writes_nothing(
    opened: House, qtbot: QtBot, tmp_path: Path, press: TestPress
) -> None:
    press.ink_problems = (error("document-without-pages"),)
    opened.exports.start(tmp_path / "a.pdf", QUIET)
    assert "no pages" in said(opened, qtbot, "Not exported")
    assert not (tmp_path / "a.pdf").exists()
    press.fail = RuntimeError("boom")
    opened.exports.start(tmp_path / "a.pdf", QUIET)
    said(opened, qtbot, "unexpected")
    assert not strip(opened).isVisible()


def test_what_was_chosen_is_remembered_but_for_nonsense(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    assert settings.export is None
    assert settings.export_folder is None
    settings.export = Choice(Preset.ARCHIVE, False)
    settings.export_folder = tmp_path
    settings._store.sync()
    again = Settings(tmp_path / "window.ini")
    assert again.export == Choice(Preset.ARCHIVE, False)
    assert again.export_folder == tmp_path
    assert not again.export_protected
    again._store.setValue("export/preset", "papyrus")
    again._store.setValue("export/folder", str(tmp_path / "gone"))
    assert again.export is None
    assert again.export_folder is None


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(None, desk.look, Choice(Preset.PRINT))
    qtbot.addWidget(made)
    made.show()
    return made


def primary(dialog: ExportDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.objectName() == "primary")


def test_the_dialog_begins_with_what_was_chosen_last_and_offers_every_preset(dialog: ExportDialog) -> None:
    assert dialog.choice() == Choice(Preset.PRINT)
    assert set(PURPOSES) == set(Preset)
    for preset, card in dialog._cards.items():
        card.button.click()
        assert dialog.choice().preset is preset


def test_a_click_on_the_sentence_chooses_too(dialog: ExportDialog, qtbot: QtBot) -> None:
    card = dialog._cards[Preset.SCREEN]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() - card.rect().topLeft() * 2)
    assert dialog.choice().preset is Preset.SCREEN
    assert card.property("chosen")
    assert not dialog._cards[Preset.PRINT].property("chosen")


def test_a_password_is_typed_unseen_and_can_be_shown(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert not dialog._password.isVisible()
    dialog._protect.click()
    assert dialog._password.isVisible()
    assert not primary(dialog).isEnabled()
    qtbot.keyClicks(dialog._password, "sesame")
    assert primary(dialog).isEnabled()
    assert dialog._password.echoMode() is QLineEdit.EchoMode.Password
    dialog._reveal.click()
    assert dialog._password.echoMode() is QLineEdit.EchoMode.Normal
    assert dialog._reveal.accessibleName() == "Hide the password"
    assert dialog.choice().password == "sesame"


def test_a_password_that_the_format_would_cut_is_refused(dialog: ExportDialog) -> None:
    dialog._protect.click()
    dialog._password.setText("я" * 63)
    assert primary(dialog).isEnabled()
    dialog._password.setText("я" * 64)
    assert not primary(dialog).isEnabled()
    assert "too long" in dialog._password.toolTip()


def test_an_archive_takes_no_password_and_gives_it_back_to_others(dialog: ExportDialog) -> None:
    dialog._protect.click()
    dialog._password.setText("sesame")
    dialog._cards[Preset.ARCHIVE].button.click()
    assert not dialog._protect.isEnabled()
    assert not dialog._password.isVisible()
    assert primary(dialog).isEnabled()
    assert dialog.choice().password == ""
    dialog._cards[Preset.SCREEN].button.click()
    assert dialog.choice().password == "sesame"


def test_the_last_export_with_a_password_asks_for_one_again(desk: Desk, qtbot: QtBot) -> None:
    made = ExportDialog(None, desk.look, Choice(), protects=True)
    qtbot.addWidget(made)
    made.show()
    assert made._password.isVisible()
    assert made._password.text() == ""
    assert not primary(made).isEnabled()


CHANGED = error("sign-off-changed", "estimate/sections/design", section="Design", by="Vera", before=120, after=96, items="Layout")


def spoken(dialog: ExportDialog) -> str:
    return "\n".join(shown.text() for shown in dialog.findChildren(QLabel) if shown.isVisible())


def test_the_dialog_says_what_forbids_a_final_file_and_offers_a_draft(desk: Desk, qtbot: QtBot) -> None:
    many = (CHANGED, *(error("item-without-price", f"estimate/{n}", item=f"Work {n}") for n in range(4)))
    made = ExportDialog(None, desk.look, Choice(), many)
    qtbot.addWidget(made)
    made.show()
    assert "120 → 96 h" in spoken(made)
    assert "and 2 more problems" in spoken(made)
    assert primary(made).text() == "Export a draft…"
    assert not made._draft.isEnabled()
    assert made.choice().draft


def test_a_draft_may_be_wanted_though_nothing_forbids_the_final_file(dialog: ExportDialog) -> None:
    assert primary(dialog).text() == "Export…"
    assert not dialog.choice().draft
    dialog._draft.click()
    assert primary(dialog).text() == "Export a draft…"
    assert dialog.choice() == Choice(Preset.PRINT, draft=True)
    assert "must not leave" not in spoken(dialog)


def test_what_forbids_a_final_export_is_in_the_list_and_asks_even_who_exported_before(
    opened: House, qtbot: QtBot, tmp_path: Path, press: TestPress
) -> None:
    answers = Answers(opened, tmp_path / "a.pdf", QUIET)
    opened.window.acts["export"].trigger()
    said(opened, qtbot, "a.pdf")
    press.checked = (CHANGED,)
    session = opened.desk.session
    session.edit(replace(session.proposal, title="Loud Harbour"), Phrase("Title"))
    qtbot.waitUntil(lambda: opened.desk.pages.forbidding == (CHANGED,), timeout=8000)
    bench = opened.window.workbench
    assert bench is not None
    assert bench.problems.problems() == [CHANGED]
    button = opened.window._toolbar._export
    assert (button.text(), "120 → 96 h" in button.toolTip()) == ("Export a draft…", True)
    answers.choice = replace(QUIET, draft=True)
    opened.window.acts["export"].trigger()
    assert answers.asked[2:] == ["what for, last standard", "where, B-7 Loud Harbour (draft)"]
    qtbot.waitUntil(lambda: press.drafts == [False, True] and not opened.jobs.busy, timeout=8000)


def test_a_final_export_is_refused_at_the_last_moment_too(opened: House, qtbot: QtBot, tmp_path: Path, press: TestPress) -> None:
    """The pages may be older than what is exported: what counts is looked at again."""
    press.checked = (CHANGED,)
    opened.exports.start(tmp_path / "a.pdf", QUIET)
    assert "120 → 96 h" in said(opened, qtbot, "Not exported")
    assert press.built == []
    assert not (tmp_path / "a.pdf").exists()
    opened.exports.start(tmp_path / "a.pdf", replace(QUIET, draft=True))
    said(opened, qtbot, "a.pdf")
    assert press.drafts == [True]


def test_a_draft_is_never_what_was_exported_last(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.export = Choice(Preset.SCREEN, draft=True)
    assert settings.export == Choice(Preset.SCREEN)


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 KB"), (43_200, "44 KB"), (999_999, "1,000 KB"), (2_440_000, "2.4 MB"), (31_000_000, "31 MB")]
)
def test_sizes_are_told_as_people_do(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_the_name_of_the_file_fits_any_system() -> None:
    assert plain_name('КП-7 «A/B»: "тест"?') == "КП-7 «A-B»- -тест-"
    assert plain_name(" .. ") == "Blesna"
