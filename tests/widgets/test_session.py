"""The session: edits, undo, what is saved."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.i18n import phrase
from app.model.status import Status
from tests.edits.proposals import few
from tests.widgets.proposals import small
from widgets import deeds, words
from widgets.naming import of_field
from widgets.phrases import say
from widgets.session import Change, Kind, Session


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Session:
    made = Session()
    made.open(small(), tmp_path)
    return made


def test_typing_is_one_edit_until_the_field_is_left(session: Session) -> None:
    for text in ("A", "Ab", "Abc"):
        session.edit(replace(session.proposal, title=text), of_field(phrase("Title"), "title"), merge="title")
    assert session.stack.count() == 1
    assert session.stack.undoText() == "Title: Quiet Harbour → Abc"
    session.settle()
    session.edit(replace(session.proposal, title="Abcd"), of_field(phrase("Title"), "title"), merge="title")
    assert session.stack.count() == 2
    session.stack.undo()
    assert session.proposal.title == "Abc"
    session.stack.undo()
    assert session.proposal == small()


def test_typing_back_to_the_start_leaves_nothing_to_undo(session: Session) -> None:
    for text in ("Quiet Harbour!", "Quiet Harbour"):
        session.edit(replace(session.proposal, title=text), say(phrase("Title")), merge="title")
    assert session.stack.count() == 0
    assert not session.modified


def test_an_edit_of_what_was_sent_begins_the_next_revision_and_undo_leads_back(session: Session) -> None:
    sent = replace(small(), status=Status.SENT)
    session.open(sent, Path())
    for text in ("A", "Ab"):
        session.edit(replace(session.proposal, title=text), say(phrase("Title")), merge="title")
    assert (session.proposal.title, session.proposal.revision, session.proposal.status) == ("Ab", 2, Status.DRAFT)
    session.stack.undo()
    assert session.proposal == sent
    session.stack.redo()
    assert session.proposal.revision == 2


def test_an_edit_that_changes_nothing_is_none(session: Session) -> None:
    session.edit(small(), say(phrase("Title")))
    assert session.stack.count() == 0


def test_typing_after_saving_is_an_edit_of_its_own(session: Session) -> None:
    session.edit(replace(session.proposal, title="A"), say(phrase("Title")), merge="title")
    session.saved(session.proposal)
    assert not session.modified
    session.edit(replace(session.proposal, title="AB"), say(phrase("Title")), merge="title")
    assert session.modified
    session.stack.undo()
    assert not session.modified
    assert session.proposal.title == "A"


def test_a_proposal_that_was_edited_while_it_was_written_stays_modified(session: Session) -> None:
    session.edit(replace(session.proposal, title="A"), say(phrase("Title")))
    written = session.proposal
    session.edit(replace(session.proposal, title="B"), say(phrase("Title")))
    session.saved(written)
    assert session.modified


def test_opening_another_proposal_forgets_what_could_be_undone(session: Session, tmp_path: Path) -> None:
    session.edit(replace(session.proposal, title="A"), say(phrase("Title")))
    session.open(small(), tmp_path)
    assert session.stack.count() == 0
    assert not session.modified


def test_everybody_hears_of_every_change_with_before_and_after(session: Session, qtbot: QtBot) -> None:
    heard: list[Change] = []
    session.changed.connect(heard.append)
    session.edit(replace(session.proposal, title="A"), say(phrase("Title")))
    session.stack.undo()
    session.go_to("people/anna")
    edits = [change for change in heard if change.kind is Kind.EDITED]
    assert [(change.before.title, change.after.title) for change in edits] == [("Quiet Harbour", "A"), ("A", "Quiet Harbour")]
    assert heard[-1] == Change(Kind.PLACE, small(), small(), "people/anna")


def test_totals_follow_edits_and_undo(session: Session) -> None:
    assert session.totals.total == 6500
    session.edit(set_value(session.proposal, "estimate/sections/launch/items/party/rate", session.totals.total), say("x"))
    assert session.totals.total == 12500
    session.stack.undo()
    assert session.totals.total == 6500


def test_edits_are_named_in_the_language_of_the_interface(session: Session) -> None:
    session.edit(replace(session.proposal, number="B-8"), of_field(phrase("Number"), "number"))
    words.use("ru")
    session.retitle()
    assert session.stack.undoText() == "Номер: B-7 → B-8"


def test_long_texts_are_named_without_their_words(session: Session) -> None:
    session.edit(replace(session.proposal, subtitle="word " * 40), of_field(phrase("Subtitle"), "subtitle"))
    assert session.stack.undoText() == "Subtitle"


@few
@given(st.lists(st.sampled_from(["title", "subtitle", "number"]), min_size=1, max_size=6), st.text("ab ", max_size=4))
def test_undoing_everything_brings_back_the_very_proposal(qapp: QApplication, fields: list[str], text: str) -> None:
    session = Session()
    session.open(small(), Path())
    start = session.proposal
    for number, field in enumerate(fields):
        session.edit(set_value(session.proposal, field, f"{text}{number}"), say(phrase("Title")), merge=field)
    end = session.proposal
    while session.stack.canUndo():
        session.stack.undo()
    assert session.proposal is start
    while session.stack.canRedo():
        session.stack.redo()
    assert session.proposal is end


def test_what_was_done_before_sending_can_be_undone_and_leads_to_the_next_revision(session: Session) -> None:
    for title in ("A", "B", "C"):
        session.edit(replace(session.proposal, title=title), say(phrase("Title")))
    session.stack.undo()
    sent = replace(session.proposal, status=Status.SENT, number="B-7")
    seen: list[Change] = []
    session.changed.connect(seen.append)
    session.sent(sent)
    assert session.proposal is sent and not session.modified
    assert [(change.kind, change.is_kept) for change in seen if change.kind is Kind.EDITED] == [(Kind.EDITED, True)]
    session.stack.undo()
    assert (session.proposal.title, session.proposal.revision, session.proposal.status) == ("A", 2, Status.DRAFT)
    assert session.proposal.number == "B-7"
    session.stack.undo()
    assert (session.proposal.title, session.proposal.revision) == (small().title, 2)
    session.stack.redo()
    session.stack.redo()
    assert session.proposal is sent and not session.modified
    session.stack.redo()
    assert (session.proposal.title, session.proposal.revision, session.proposal.status) == ("C", 2, Status.DRAFT)


def test_an_edit_after_sending_is_one_of_its_own(session: Session) -> None:
    session.edit(replace(session.proposal, title="A"), say(phrase("Title")), merge="title")
    session.sent(replace(session.proposal, status=Status.SENT))
    session.edit(replace(session.proposal, title="Ab"), say(phrase("Title")), merge="title")
    assert session.stack.count() == 2
    session.stack.undo()
    assert (session.proposal.title, session.proposal.status) == ("A", Status.SENT)


def test_an_edit_is_named_in_the_quotes_of_the_language(session: Session) -> None:
    words.use("ru")
    deeds.hide_section(session, "story")
    assert session.stack.undoText() == "Скрыть: «The task»"
