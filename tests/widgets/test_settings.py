"""What is chosen once for the workspace and for this desk."""

import datetime

from pytestqt.qtbot import QtBot

from app.store.workspace import Workspace
from tests.widgets.panels import press as click
from tests.widgets.test_life import waited
from widgets.application import House


def test_the_pattern_of_numbers_is_tried_while_it_is_typed(opened: House, qtbot: QtBot, workspace: Workspace) -> None:
    year = datetime.date.today().year
    opened.window.acts["settings"].trigger()
    dialog = opened.window.life.settings
    assert dialog
    dialog.pattern.clear()
    qtbot.keyClicks(dialog.pattern, "B-{year}")
    assert not dialog.agree.isEnabled() and "{seq}" in dialog.complaint.text()
    qtbot.keyClicks(dialog.pattern, "-{seq:03}")
    assert dialog.example.text() == f"For example: B-{year}-001, then B-{year}-002"
    dialog.signer.setText(" Anna  Levina ")
    click(qtbot, dialog, "Apply")
    waited(qtbot, lambda: workspace.number_pattern == "B-{year}-{seq:03}")
    assert opened.desk.settings.signer == "Anna Levina"
    assert workspace.next_number(year) == f"B-{year}-001"


def test_language_and_theme_are_taken_when_agreed_and_nothing_when_not(opened: House, qtbot: QtBot) -> None:
    for agreed in (False, True):
        opened.window.acts["settings"].trigger()
        dialog = opened.window.life.settings
        assert dialog
        click(qtbot, dialog, "Русский")
        click(qtbot, dialog, "Dark")
        click(qtbot, dialog, "Apply" if agreed else "Cancel")
        assert opened.desk.look.theme.dark is agreed
        assert opened.window.acts["save"].text() == ("&Сохранить" if agreed else "&Save")
