"""Who works by keyboard or by ear finds everything: names, a sensible order, a focus that is seen, colours that contrast."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.edits.sections import add_section, new_section
from app.i18n import phrase
from app.model.brief import Brief
from app.model.internal import Internal
from app.model.sections import SECTION_KINDS
from tests.widgets.accessible import SMALL, cut, nameless, out_of_order, too_large, unreachable, unseen
from tests.widgets.every_dialog import MAKERS, Room, furnished, kinds
from widgets.application import House
from widgets.look import scale
from widgets.look.look import Look
from widgets.look.theme import THEMES, theme
from widgets.phrases import say
from widgets.places.rows import PLACES

Found = TypeVar("Found", list[str], dict[str, list[str]])
SUBJECTS = ("proposal", "people", "estimate", *(f"new:{kind}" for kind in SECTION_KINDS))


def settled(house: House, qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: not house.jobs.busy, timeout=10000)
    QApplication.processEvents()
    return house.window


def when_settled(look: Callable[[], Found], qtbot: QtBot) -> Found:
    """Return what is wrong still when everything has found its place: what has just been shown or named has none yet."""
    found = look()

    def is_well() -> bool:
        nonlocal found
        found = found and look()
        return not found

    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(is_well, timeout=2000)
    return found


def faults(root: QWidget) -> dict[str, list[str]]:
    found = {"no name": nameless(root), "not by key": unreachable(root), "order": out_of_order(root), "no focus": unseen(root)}
    return {kind: wrong for kind, wrong in found.items() if wrong}


@pytest.mark.parametrize("place", [row.name for row in PLACES])
def test_every_place_can_be_used_by_keyboard_and_by_ear(opened: House, qtbot: QtBot, tmp_path: Path, place: str) -> None:
    furnished(opened, tmp_path)
    opened.window.resize(1440, 900)
    opened.window.go(place)
    window = settled(opened, qtbot)
    assert when_settled(lambda: faults(window), qtbot) == {}


def look_at(house: House, subject: str) -> None:
    """Look at a part of the proposal, which gets pages of a kind where it has none."""
    session = house.desk.session
    if subject.startswith("new:"):
        section = new_section(session.proposal, subject[4:])
        session.edit(add_section(session.proposal, section, 0), say(phrase("Add {kind}"), kind=subject))
        subject = f"sections/{section.id}"
    session.go_to(subject)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_form_can_be_used_by_keyboard_and_by_ear(opened: House, qtbot: QtBot, subject: str) -> None:
    opened.window.resize(1440, 900)
    look_at(opened, subject)
    window = settled(opened, qtbot)
    assert when_settled(lambda: faults(window), qtbot) == {}


def test_every_dialog_of_the_program_is_looked_at() -> None:
    assert kinds() == set(MAKERS)


def put_up(room: Room, qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    """Show a dialog, and wait until it knows everything."""
    dialog = MAKERS[kind](room)
    assert type(dialog) is kind
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not room.house.jobs.busy, timeout=10000)
    QApplication.processEvents()
    return dialog


DIALOGS = sorted(MAKERS, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_dialog_can_be_used_by_keyboard_and_by_ear(
    opened: House, qtbot: QtBot, tmp_path: Path, kind: type[QDialog]
) -> None:
    dialog = put_up(furnished(opened, tmp_path), qtbot, kind)
    assert dialog.windowTitle()
    assert entered(dialog) in ("primary", "nothing")
    assert when_settled(lambda: faults(dialog), qtbot) == {}


def entered(dialog: QDialog) -> str:
    """Return what Enter presses in a dialog: the button that stands out, where there is one, or none at all."""
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisibleTo(dialog)]
    if not any(button.objectName() == "primary" for button in buttons):
        return "nothing"
    return next((button.objectName() or button.text() for button in buttons if button.isDefault()), "nothing")


@pytest.fixture(params=[("en", 1.0), ("ru", 1.25)], ids=["en", "ru-125"])
def spoken(request: pytest.FixtureRequest, opened: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """The window in a language, in letters of a size; as small as it has to be usable."""
    language, factor = request.param
    before = opened.desk.look
    with larger_letters(before, factor):
        opened.window.resize(*SMALL.toTuple())
        opened.window.choose_language(language)
        yield opened


@contextmanager
def larger_letters(look: Look, factor: float) -> Iterator[None]:
    """Set everything in larger letters, as somebody would who does not see well."""
    scale.choose(factor)
    look.choose(look.choice)
    yield
    scale.choose(1.0)
    look.choose(look.choice)


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_nothing_is_cut_in_any_dialog(spoken: House, qtbot: QtBot, tmp_path: Path, kind: type[QDialog]) -> None:
    dialog = put_up(furnished(spoken, tmp_path), qtbot, kind)
    assert when_settled(lambda: cut(dialog), qtbot) == []
    assert not too_large(dialog)


@pytest.mark.parametrize("place", [row.name for row in PLACES])
def test_nothing_is_cut_in_any_place(spoken: House, qtbot: QtBot, tmp_path: Path, place: str) -> None:
    furnished(spoken, tmp_path)
    spoken.window.go(place)
    window = settled(spoken, qtbot)
    assert when_settled(lambda: cut(window), qtbot) == []
    assert not too_large(spoken.window)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_nothing_is_cut_in_any_form(spoken: House, qtbot: QtBot, subject: str) -> None:
    look_at(spoken, subject)
    window = settled(spoken, qtbot)
    assert when_settled(lambda: cut(window), qtbot) == []
    assert not too_large(spoken.window)


@pytest.mark.parametrize("subject", ["sections/story", *(subject for subject in SUBJECTS if "estimate" not in subject)])
def test_no_form_is_wider_than_the_inspector(opened: House, qtbot: QtBot, subject: str) -> None:
    """Everything is seen without scrolling to the side, also what folds out."""
    opened.window.choose_language("ru")
    opened.window.resize(1440, 900)
    brief = Brief(open=("Who decides, who reads, and who will be asked about it afterwards by all of the others in the house?",))
    opened.desk.session.edit(replace(opened.desk.session.proposal, brief=Internal(brief)), say("Brief"))
    look_at(opened, subject)
    if subject == "people":
        opened.desk.session.go_to(f"people/{opened.desk.session.proposal.people[0].id}/name")
    settled(opened, qtbot)
    assert opened.window.workbench is not None
    for area in opened.window.workbench.editor.findChildren(QScrollArea):
        assert area.widget().width() <= area.viewport().width(), area.widget()


def luminance(color: QColor) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours (WCAG 2.2): 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("words", ["text", "secondary", "tertiary", "accent", "error", "warning", "success", "info"])
@pytest.mark.parametrize("ground", ["window", "surface", "raised", "sunken"])
def test_words_stand_out_from_every_ground(name: str, words: str, ground: str) -> None:
    colors = theme(name)
    assert contrast(colors.color(words), colors.color(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("on-accent", "accent"), ("on-accent", "accent-hover"), ("on-accent", "accent-pressed"), ("text", "accent-wash"),
        ("accent", "accent-wash"), ("secondary", "accent-wash"), ("text", "error-wash"), ("text", "warning-wash"),
        ("text", "info-wash"), ("warning", "warning-wash"), ("error", "error-wash"), ("text", "hover"), ("secondary", "hover"),
    ],
)  # fmt: skip
def test_words_stand_out_where_something_is_chosen_or_wrong(name: str, words: str, ground: str) -> None:
    colors = theme(name)
    assert contrast(colors.color(words), colors.color(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_ticked_box_is_known_by_its_tick_and_not_by_its_colour(qapp: QApplication, name: str) -> None:
    Look(qapp, name)
    assert f'stroke="{theme(name).colors["on-accent"]}"' in (THEMES / f"tick-{name}.svg").read_text("utf-8")
    box = QCheckBox()
    box.resize(box.sizeHint())
    for enabled in (True, False):
        box.setEnabled(enabled)
        box.setChecked(True)
        ticked = box.grab(QRect(0, 0, 20, box.height())).toImage()
        colors = {ticked.pixelColor(x, ticked.height() // 2 + y).name() for x in range(5, 13) for y in range(-3, 4)}
        assert len(colors) > 1, "one colour: nothing is drawn in the box"
    box.deleteLater()
