"""The form of a story, and the fields of it that are typed into."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.model.sections import Story
from tests.widgets.writing.asking import (
    KEPT,
    field,
    story,
)
from widgets.desk import Desk
from widgets.fields.rich import NotationField, RichField
from widgets.fields.text import LineField
from widgets.forms.form import Form
from widgets.forms.rows import SECTIONS


@pytest.fixture(autouse=True)
def let_go(desk: Desk) -> Iterator[None]:
    yield
    KEPT.clear()
    QGuiApplication.clipboard().clear()
    desk.spelling.stop()
    desk.finding.stop()


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> Form:
    base = f"sections/{story(desk).id}"
    desk.session.go_to(base)
    made = Form(desk, base, SECTIONS[Story], f"{base}/title")
    qtbot.addWidget(made)
    made.resize(640, 1400)
    made.show()
    KEPT.append(made)
    return made


@pytest.fixture
def rich(form: Form) -> RichField:
    found = field(form, "text")
    assert isinstance(found, RichField)
    found.text.setFocus()
    found.text.selectAll()
    found.text.insertPlainText("")
    return found


@pytest.fixture
def text(rich: RichField) -> NotationField:
    return rich.text


@pytest.fixture
def title(form: Form) -> LineField:
    found = field(form, "title")
    assert isinstance(found, LineField)
    found.setFocus()
    found.clear()
    return found
