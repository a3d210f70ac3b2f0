"""What scrolls in a dialog has the edges of what stands above it."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel
from pytestqt.qtbot import QtBot

from app.store.work.recovery import Recovered
from tests.widgets.panels import shown
from widgets.dialogs.recovered import RecoveredDialog
from widgets.dialogs.shortcuts import ShortcutsDialog
from widgets.look.look import Look

AT = datetime.datetime(2026, 11, 22, 9, 30, tzinfo=datetime.UTC)


def recovered(qapp: QApplication) -> QDialog:
    found = Recovered(Path("/x"), "7", "New site", "anna@mac", AT, ("Hours 40 → 48",), True, "", "", "v1", 0, ())
    return RecoveredDialog(Look(qapp, "light"), (found,), print, print)


def left(dialog: QDialog, name: str, kind: type[QLabel] | type[QFrame] = QLabel) -> int:
    found = next(one for one in dialog.findChildren(kind) if one.objectName() == name)
    return found.mapTo(dialog, QPoint(0, 0)).x()


@pytest.mark.parametrize(
    ("make", "name", "kind"), [(recovered, "card", QFrame), (lambda _: ShortcutsDialog(), "subtitle", QLabel)]
)
@pytest.mark.parametrize("width", [640, 1400])
def test_cards_begin_where_the_title_does(
    qapp: QApplication, qtbot: QtBot, make: Callable[[QApplication], QDialog], name: str, kind: type[QLabel], width: int
) -> None:
    dialog = shown(qtbot, make(qapp), width, 480)
    assert left(dialog, name, kind) == left(dialog, "title")
