"""Contents, openers, timelines, back covers, and what else a magazine has: filled in by hand."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.edits import estimate
from app.edits.fields import set_value
from app.i18n import phrase
from app.model.path import get
from app.model.picture import Frame, Picture
from app.model.reference import Display
from app.model.sections import SECTION_KINDS, Phase
from tests.widgets.dropping import drop_files
from widgets import deeds, words
from widgets.application import House
from widgets.desk import Desk
from widgets.fields.binding import Binding
from widgets.fields.choice import ChoiceField, SwitchField
from widgets.fields.number import NumberField
from widgets.fields.part import PartField
from widgets.fields.picture import PictureField
from widgets.forms.cards import Card
from widgets.forms.form import Form
from widgets.forms.phases import phases, when
from widgets.forms.rows import SECTIONS
from widgets.panels.editor import EditorPanel
from widgets.phrases import say
from widgets.pictures.frame_field import FrameField
from widgets.pictures.gallery import PicturesField
from widgets.pictures.works import WorksField

PHASES = "sections/timeline/phases"
_kept: list[QWidget] = []


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    yield
    _kept.clear()


def shown(made: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    _kept.append(made)
    return made


def field(desk: Desk, qtbot: QtBot, base: str, name: str) -> QWidget:
    made = Form(desk, base, SECTIONS[type(get(desk.session.proposal, base))], f"{base}/title")
    shown(made, qtbot)
    return dict(made._fields)[f"{base}/{name}"]


def card_field(desk: Desk, qtbot: QtBot, name: str) -> QWidget:
    made = phases(desk, PHASES)
    shown(made, qtbot)
    assert made.focus_path(f"{PHASES}/draw/{name}")
    form = made._made["draw"]._form
    assert isinstance(form, Form)
    return dict(form._fields)[f"{PHASES}/draw/{name}"]


def choose(field: QWidget, words: str) -> None:
    assert isinstance(field, ChoiceField)
    index = field.findText(words)
    assert index >= 0, [field.itemText(i) for i in range(field.count())]
    field.setCurrentIndex(index)
    field.activated.emit(index)


def typed(qtbot: QtBot, field: QWidget, text: str) -> NumberField:
    assert isinstance(field, NumberField)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    return field


def bound_to(widget: QWidget | None) -> str:
    """Return the path of the value that is edited where the focus is."""
    while widget is not None:
        if bindings := [child for child in widget.children() if isinstance(child, Binding)]:
            return bindings[0]._path
        widget = widget.parentWidget()
    return ""


def plan(desk: Desk) -> list[Phase]:
    return list(get(desk.session.proposal, PHASES))


def test_every_kind_of_section_can_be_added_and_has_a_form(desk: Desk, qtbot: QtBot) -> None:
    panel = EditorPanel(desk)
    shown(panel, qtbot)
    for kind in SECTION_KINDS:
        deeds.add_section(desk.session, kind)
        assert panel.content is not None


def test_a_new_timeline_proposes_the_parts_of_the_estimate_and_is_one_edit(desk: Desk) -> None:
    """Design has 50 hours, a week and a half of 40; the launch has a price and no hours."""
    deeds.add_section(desk.session, "timeline")
    made = get(desk.session.proposal, desk.session.place)
    assert [(p.title, p.start, p.weeks, p.part) for p in made.phases] == [
        ("Design", 0, Decimal("1.5"), "design"),
        ("Launch", Decimal("1.5"), 1, "launch"),
    ]
    assert desk.session.stack.count() == 1
    assert desk.session.stack.undoText() == "Add Timeline"


def test_an_empty_timeline_offers_the_parts_of_the_estimate(desk: Desk, qtbot: QtBot) -> None:
    desk.session.edit(set_value(desk.session.proposal, PHASES, ()), say(phrase("Title")))
    made = phases(desk, PHASES)
    shown(made, qtbot)
    button = next(b for b in made.findChildren(QPushButton) if b.text() == "Take the parts of the estimate")
    button.click()
    assert [p.title for p in plan(desk)] == ["Design", "Launch"]
    assert len(made._made) == 2
    assert not [b for b in made.findChildren(QPushButton) if b.text() == button.text() and b.isVisible()]


def test_phases_are_added_after_the_last_doubled_moved_and_removed(desk: Desk, qtbot: QtBot) -> None:
    made = phases(desk, PHASES)
    shown(made, qtbot)
    made._add()
    assert [(p.title, p.start) for p in plan(desk)] == [("Drawing", 0), ("", 1)]
    made._duplicate("draw")
    assert desk.session.stack.undoText() == "Duplicate “Drawing”"
    assert [p.title for p in plan(desk)] == ["Drawing", "Drawing", ""]
    assert made._open == plan(desk)[1].id
    made._move(plan(desk)[2].id, -2)
    assert [p.title for p in plan(desk)] == ["", "Drawing", "Drawing"]
    made._remove(plan(desk)[2].id)
    assert [p.title for p in plan(desk)] == ["", "Drawing"]
    desk.session.stack.setIndex(0)
    assert [p.id for p in plan(desk)] == ["draw"]
    assert len(made._made) == 1


def test_weeks_are_whole_or_half(desk: Desk, qtbot: QtBot) -> None:
    weeks = typed(qtbot, card_field(desk, qtbot, "weeks"), "2.5")
    assert plan(desk)[0].weeks == Decimal("2.5")
    assert desk.session.stack.undoText() == "Takes, weeks of “Drawing”: 1 → 2.5"
    typed(qtbot, weeks, "2.3")
    assert weeks.property("bad")
    assert "2.5" in weeks.toolTip()
    assert plan(desk)[0].weeks == Decimal("2.5")
    typed(qtbot, weeks, "9999")
    assert "520" in weeks.toolTip()
    typed(qtbot, weeks, "0")
    assert plan(desk)[0].weeks == 0


def test_a_phase_names_its_part_of_the_estimate_and_forgets_one_that_is_gone(desk: Desk, qtbot: QtBot) -> None:
    part = card_field(desk, qtbot, "part")
    assert isinstance(part, PartField)
    assert [part.itemText(i) for i in range(part.count())] == ["none", "Design", "Launch"]
    assert part.currentText() == "Design"
    choose(part, "Launch")
    assert plan(desk)[0].part == "launch"
    session = desk.session
    session.edit(set_value(session.proposal, "estimate/sections/launch/title", "Start"), say(phrase("Title")))
    assert part.currentText() == "Start"
    session.edit(estimate.remove_section(session.proposal, "launch"), say(phrase("Title")))
    assert part.currentText() == "none"
    session.stack.undo()
    assert part.currentText() == "Start"


@pytest.mark.parametrize(
    ("start", "weeks", "said"),
    [
        ("0", "1", "Week 1"),
        ("1", "3", "Weeks 2–4"),
        ("2.5", "0.5", "Week 3 · 0.5 weeks"),
        ("0.5", "2.5", "Weeks 1–3 · 2.5 weeks"),
        ("0", "0", "Milestone at the beginning"),
        ("3", "0", "Milestone after week 3"),
        ("3.5", "0", "Milestone in week 4"),
    ],
)
def test_a_phase_says_in_which_weeks_it_is(start: str, weeks: str, said: str) -> None:
    assert when(Phase(id="f1", start=Decimal(start), weeks=Decimal(weeks))) == said


def test_fractions_of_weeks_are_said_in_russian(qapp: QApplication) -> None:
    words.use("ru")
    assert when(Phase(id="f1", start=Decimal("0.5"), weeks=Decimal("2.5"))) == "Недели 1–3 · 2,5 недели"


def test_one_of_the_team_is_shown_larger(desk: Desk, qtbot: QtBot) -> None:
    featured = field(desk, qtbot, "sections/team", "featured")
    choose(featured, "Ilya Korsakov")
    assert get(desk.session.proposal, "sections/team/featured") == "ilya"
    choose(featured, "nobody: all alike")
    assert get(desk.session.proposal, "sections/team/featured") == ""


def test_the_estimate_begins_with_a_summary_where_it_is_wanted(desk: Desk, qtbot: QtBot) -> None:
    summary = field(desk, qtbot, "sections/estimate", "summary")
    assert isinstance(summary, SwitchField)
    summary.click()
    assert get(desk.session.proposal, "sections/estimate/summary") is True


def test_a_work_is_shown_as_it_is_wanted_and_undo_says_so_in_words(desk: Desk, qtbot: QtBot) -> None:
    works = field(desk, qtbot, "sections/references", "items")
    assert isinstance(works, WorksField)
    assert works.focus_path("sections/references/items/museum/display")
    assert works.form is not None
    choose(dict(works.form._fields)["sections/references/items/museum/display"], "Before and after")
    assert get(desk.session.proposal, "sections/references/items/museum/display") is Display.BEFORE_AFTER
    assert desk.session.stack.undoText().endswith("→ Before and after")
    works._duplicate("museum")
    assert [work.title for work in get(desk.session.proposal, "sections/references/items")] == ["Museum", "Museum"]


def with_pictures(desk: Desk) -> None:
    pictures = (Picture(file="a.jpg"), Picture(file="b.jpg"))
    session = desk.session
    session.edit(set_value(session.proposal, "sections/story/pictures", pictures), say(phrase("Add pictures")))


def test_a_screenshot_is_put_into_a_frame(desk: Desk, qtbot: QtBot) -> None:
    with_pictures(desk)
    pictures = field(desk, qtbot, "sections/story", "pictures")
    assert isinstance(pictures, PicturesField)
    frames = frame_of(pictures)
    qtbot.mouseClick(frames.buttons[Frame.BROWSER], Qt.MouseButton.LeftButton)
    assert [p.frame for p in get(desk.session.proposal, "sections/story/pictures")] == [Frame.NONE, Frame.BROWSER]
    desk.session.stack.undo()
    assert frame_of(pictures).value is Frame.NONE


def frame_of(pictures: PicturesField) -> FrameField:
    """Choose the second picture and return its choice of a frame."""
    pictures.tiles.choose([1])
    assert isinstance(pictures.shown, PictureField)
    frames = pictures.shown._fields["frame"]
    assert isinstance(frames, FrameField)
    return frames


def test_a_picture_that_fills_a_page_has_no_frame(desk: Desk, qtbot: QtBot) -> None:
    session = desk.session
    session.edit(set_value(session.proposal, "sections/opener/picture", Picture(file="a.jpg")), say(phrase("Picture")))
    picture = field(desk, qtbot, "sections/opener", "picture")
    assert isinstance(picture, PictureField)
    assert set(picture._fields) == {"caption", "credit", "alt"}


@pytest.mark.parametrize(
    "origin",
    [
        "sections/timeline/phases/draw/title",
        "sections/timeline/phases/draw/text",
        "sections/timeline/phases/draw/weeks",
        "sections/timeline/phases/draw/part",
        "sections/timeline/begins",
        "sections/opener/number",
        "sections/opener/lead",
        "sections/contents/title",
        "sections/back-cover/link",
        "sections/back-cover/kicker",
        "sections/story/note",
        "sections/story/pictures/1/caption",
        "sections/story/pictures/0/frame",
        "sections/team/featured",
        "sections/references/items/museum/display",
    ],
)
def test_what_is_clicked_on_a_page_gets_its_field(desk: Desk, qtbot: QtBot, origin: str) -> None:
    with_pictures(desk)
    panel = EditorPanel(desk)
    shown(panel, qtbot)
    desk.session.go_to(origin)
    assert bound_to(panel.focusWidget()) == origin


def test_a_bar_or_a_picture_that_is_clicked_opens_its_card(desk: Desk, qtbot: QtBot) -> None:
    with_pictures(desk)
    panel = EditorPanel(desk)
    shown(panel, qtbot)
    desk.session.go_to("sections/timeline/phases/draw")
    (card,) = panel.findChildren(Card)
    assert bound_to(panel.focusWidget()) == "sections/timeline/phases/draw/title"
    assert card._form is not None
    assert not card._form.isHidden()
    desk.session.go_to("sections/story/pictures/1")
    (pictures,) = panel.findChildren(PicturesField)
    assert isinstance(pictures.shown, PictureField)
    assert panel.focusWidget() is pictures.shown._view


def test_a_problem_that_counts_its_place_opens_the_card_too(desk: Desk, qtbot: QtBot) -> None:
    """Problems of reading name `people[1].photo`: the second person, whatever the id."""
    panel = EditorPanel(desk)
    shown(panel, qtbot)
    desk.session.go_to("people/1/role")
    assert bound_to(panel.focusWidget()) == "people/ilya/role"
    desk.session.go_to("sections/timeline/phases/0/weeks")
    assert bound_to(panel.focusWidget()) == "sections/timeline/phases/draw/weeks"


def test_the_page_of_a_new_section_is_shown_as_soon_as_there_is_one(opened: House, qtbot: QtBot) -> None:
    bench = opened.window.workbench
    assert bench is not None
    view = bench.preview.view
    assert view.current == 0
    opened.window.acts["add-opener"].trigger()
    section = opened.desk.session.place.removeprefix("sections/")
    qtbot.waitUntil(lambda: bool(opened.desk.pages.section_pages(section)) and not opened.jobs.busy, timeout=8000)
    assert view.current == opened.desk.pages.section_pages(section)[0]


def test_a_field_that_no_page_shows_leads_to_the_pages_of_its_section(opened: House) -> None:
    bench = opened.window.workbench
    assert bench is not None
    opened.desk.session.go_to("sections/team/featured")
    assert bench.preview.view.current == opened.desk.pages.section_pages("team")[0]
    opened.desk.session.go_to("sections/cover/kicker")
    assert bench.preview.view.current == 0


@pytest.mark.parametrize("section", ["opener", "back-cover"])
def test_a_picture_that_is_dropped_becomes_that_of_the_page(opened: House, qtbot: QtBot, tmp_path: Path, section: str) -> None:
    from PIL import Image

    file = tmp_path / "sea.png"
    Image.new("RGB", (60, 40), "#336699").save(file)
    session = opened.desk.session
    session.go_to(f"sections/{section}")
    drop_files(opened.window, [file])
    qtbot.waitUntil(lambda: session.stack.count() == 1, timeout=5000)
    picture = get(session.proposal, f"sections/{section}/picture")
    assert session.folder is not None
    assert (session.folder / picture.file).is_file()
    assert replace(picture, file="") == Picture(file="")
