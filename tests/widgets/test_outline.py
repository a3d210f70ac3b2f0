"""The outline and the list of problems."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.i18n import phrase
from app.problems import Problem, error, problem
from tests.widgets.press import TestPress
from tests.widgets.proposals import PAGES
from widgets import deeds
from widgets.desk import Desk
from widgets.models.outline import ENTRY_ROLE
from widgets.models.places import path_of, place_words
from widgets.panels.editor import EditorPanel
from widgets.panels.outline import OutlinePanel
from widgets.panels.problems import WHERE_ROLE, ProblemsPanel
from widgets.phrases import say
from widgets.session import Kind

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def outline(desk: Desk, qtbot: QtBot) -> Iterator[OutlinePanel]:
    made = OutlinePanel(desk)
    qtbot.addWidget(made)
    made.resize(240, 900)
    made.show()
    return made


def ids(desk: Desk) -> list[str]:
    return [section.id for section in desk.session.proposal.sections]


def test_choosing_a_row_leads_there_and_going_there_chooses_the_row(desk: Desk, outline: OutlinePanel) -> None:
    model = outline.list.model()
    outline.list.setCurrentIndex(model.index(5, 0))
    assert desk.session.place == "sections/letter"
    desk.session.go_to("sections/terms/text")
    assert outline.list.currentIndex().data(ENTRY_ROLE).place == "sections/terms"
    desk.session.go_to("estimate/sections/design/items/layout/rate")
    assert outline.list.currentIndex().data(ENTRY_ROLE).place == "estimate"


def test_dragging_a_section_moves_it(desk: Desk, outline: OutlinePanel) -> None:
    model = outline.list.model()
    data = model.mimeData([model.index(5, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 8, 0, QModelIndex())
    assert ids(desk)[:4] == ["cover", "story", "estimate", "letter"]
    assert desk.session.stack.undoText() == "Move Letter"
    data = model.mimeData([model.index(7, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 4, 0, QModelIndex())
    assert ids(desk)[0] == "letter"


def test_keys_move_duplicate_and_remove_sections(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    desk.session.go_to("sections/letter")
    qtbot.keyClick(outline.list, Qt.Key.Key_Down, ALT)
    assert ids(desk)[:3] == ["cover", "story", "letter"]
    qtbot.keyClick(outline.list, Qt.Key.Key_D, CONTROL)
    assert ids(desk)[:4] == ["cover", "story", "letter", "letter-1"]
    assert desk.session.place == "sections/letter-1"
    qtbot.keyClick(outline.list, Qt.Key.Key_Delete)
    assert ids(desk)[:3] == ["cover", "story", "letter"]
    assert desk.session.place == "sections/estimate"


def test_a_section_without_anything_to_print_says_that_it_has_no_page(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.pages.layout is not None and not desk.pages.waiting, timeout=5000)
    sections = {section.id: section for section in desk.session.proposal.sections}
    assert outline._model.caption(sections["letter"]) == "Page 2"
    assert outline._model.caption(replace(sections["letter"], id="packages")) == "Not in the PDF"
    desk.pages.waiting = True
    assert outline._model.caption(replace(sections["letter"], id="packages")) == "", "nobody knows yet"


def test_a_hidden_section_leaves_the_document_and_says_so(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(desk.pages.pages) == PAGES, timeout=8000)
    deeds.hide_section(desk.session, "letter")
    assert desk.session.stack.undoText() == "Hide Letter"
    qtbot.waitUntil(lambda: len(desk.pages.pages) == PAGES - 1, timeout=8000)
    deeds.hide_section(desk.session, "letter")
    assert desk.session.stack.undoText() == "Show Letter"


def test_a_new_section_stands_after_the_one_that_is_looked_at(desk: Desk, outline: OutlinePanel) -> None:
    desk.session.go_to("sections/cover/kicker")
    deeds.add_section(desk.session, "story")
    assert ids(desk)[:3] == ["cover", "story-2", "letter"]
    assert desk.session.place == "sections/story-2"
    desk.session.go_to("people")
    deeds.add_section(desk.session, "terms")
    assert ids(desk)[-1] == "terms-2"


def test_contents_stand_behind_the_cover_and_a_back_cover_ends_the_document(desk: Desk, outline: OutlinePanel) -> None:
    desk.session.go_to("sections/story")
    deeds.add_section(desk.session, "contents")
    assert ids(desk)[:2] == ["cover", "contents-2"]
    desk.session.go_to("sections/story")
    deeds.add_section(desk.session, "back-cover")
    assert ids(desk)[-1] == "back-cover-2"
    desk.session.go_to("people")
    deeds.add_section(desk.session, "opener")
    assert ids(desk)[-2:] == ["opener-2", "back-cover-2"]


def test_the_pages_of_a_section_are_told_by_number(desk: Desk, outline: OutlinePanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(desk.pages.pages) == PAGES, timeout=8000)
    assert outline._model.page_numbers("letter") == "Page 2"


def test_the_editor_shows_each_subject_and_follows(desk: Desk, qtbot: QtBot) -> None:
    made = EditorPanel(desk)
    qtbot.addWidget(made)
    made.show()
    places = ["proposal", "people", "estimate", *(f"sections/{section}" for section in ids(desk))]
    kinds = []
    for place in places:
        desk.session.go_to(place)
        kinds.append(type(made.content).__name__)
    assert kinds[:3] == ["Form", "CardList", "EstimateEditor"]
    assert kinds[6] == "EstimateEditor"
    deeds.remove_section(desk.session, "acceptance")
    assert desk.session.place == "sections/terms"


def test_every_part_of_an_estimate_path_leads_to_its_place(desk: Desk, qtbot: QtBot) -> None:
    made = EditorPanel(desk)
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.show()
    for path in (
        "estimate/sections/design/items/icons/rate",
        "estimate/sections/design/items/icons/description",
        "estimate/sections/launch/title",
        "estimate/sections/launch/people",
        "estimate/vat/rate",
        "estimate/vat",
        "estimate/discount/percent",
        "sections/estimate/lead",
    ):
        desk.session.go_to(path)
        assert made.content is not None
        assert made.content.focus_path(path), path  # type: ignore[attr-defined]


@pytest.fixture
def problems(desk: Desk, qtbot: QtBot, press: TestPress) -> ProblemsPanel:
    press.problems = (
        problem("estimate-no-rate", "estimate/sections/design/items/icons/rate"),
        error("picture-missing", "people[1].photo.file", file="x.jpg"),
    )
    made = ProblemsPanel(desk, lambda: ())
    qtbot.addWidget(made)
    desk.session.edit(replace(desk.session.proposal, title="New"), say(phrase("Title")))
    qtbot.waitUntil(lambda: bool(made.problems()), timeout=8000)
    return made


def test_problems_are_told_in_words_the_worst_first_with_their_place(problems: ProblemsPanel) -> None:
    model = problems.list.model()
    assert model.rowCount() == 2
    assert "x.jpg" in model.index(0, 0).data()
    assert model.index(0, 0).data(WHERE_ROLE) == "People › Ilya Korsakov"
    assert model.index(1, 0).data(WHERE_ROLE) == "Estimate › Design › Icons"


def test_where_nothing_is_wrong_the_list_is_one_line(desk: Desk, qtbot: QtBot) -> None:
    told: list[Problem] = []
    made = ProblemsPanel(desk, lambda: told)
    qtbot.addWidget(made)
    low = made.height()
    assert made.list.isHidden() and made.problems() == []
    told.append(problem("estimate-no-rate", "estimate/sections/design/items/icons/rate"))
    made.refresh()
    assert not made.list.isHidden() and made.height() > 3 * low


def test_a_double_click_on_a_problem_leads_to_its_field(desk: Desk, problems: ProblemsPanel) -> None:
    heard = []
    desk.session.changed.connect(lambda change: heard.append(change.place) if change.kind is Kind.PLACE else None)
    problems.list.doubleClicked.emit(problems.list.model().index(1, 0))
    problems.list.doubleClicked.emit(problems.list.model().index(0, 0))
    assert heard == ["estimate/sections/design/items/icons/rate", "people/1/photo"]


def test_places_that_are_no_paths_are_said_as_they_are(desk: Desk) -> None:
    proposal = desk.session.proposal
    assert place_words(proposal, "estimate.xlsx › Sheet › D7") == "estimate.xlsx › Sheet › D7"
    assert place_words(proposal, "client/name") == "Proposal"
    assert place_words(proposal, "sections/story/lead") == "The task"
    assert path_of(proposal, "") == ""


def test_what_has_the_clients_name_in_it_is_called_as_the_client_reads_it(
    desk: Desk, outline: OutlinePanel, qtbot: QtBot
) -> None:
    """In the outline and in the heading of the fields; both follow the value."""
    session = desk.session
    editor = EditorPanel(desk)
    qtbot.addWidget(editor)
    editor.show()
    session.go_to("sections/story")
    told = replace(session.proposal.client, name="Harbour {Homes}")
    session.edit(replace(session.proposal, client=told), say("x"))
    session.edit(set_value(session.proposal, "sections/story/title", "For {client.name}, {{total}} {client.nope}"), say("x"))
    meant = "For Harbour {Homes}, {total} {client.nope}"
    row = outline.list.currentIndex()
    qtbot.waitUntil(lambda: any(one.text() == meant for one in editor.findChildren(QLabel, "title")))
    assert row.data() == meant
    session.edit(replace(session.proposal, client=replace(told, name="Quay")), say("x"))
    qtbot.waitUntil(lambda: outline.list.currentIndex().data() == "For Quay, {total} {client.nope}")
    assert any(one.text().startswith("For Quay,") for one in editor.findChildren(QLabel, "title"))
