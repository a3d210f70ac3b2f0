"""What is sent stays as it is: the next edit begins another revision, and a status follows only where it may."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits.status import (
    ALLOWED,
    archived,
    duplicated,
    gone_back,
    marked,
    renewed,
    same_content,
    same_for_clients,
    touched,
    unarchived,
    unmarked,
)
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.internal import Internal
from app.model.proposal import Proposal
from app.model.reference import Permission, Reference
from app.model.sections import References, Story, Timeline
from app.model.signoff import Approval, Limit, SignOff, Waiver
from app.model.spread import Spread
from app.model.status import Status, StatusChange
from tests.edits.proposals import few, proposals

NOON = datetime.datetime(2026, 11, 21, 15, tzinfo=datetime.timezone(datetime.timedelta(hours=3)))
WORK = Reference(id="w", title="Музей")
DRAFT = Proposal(id="a", number="КП-2026-0001", title="Весна", date=datetime.date(2026, 11, 21))
SENT = marked(DRAFT, Status.SENT, "Анна", NOON, "по почте")


def test_an_edit_of_what_was_sent_begins_the_next_revision() -> None:
    after = touched(SENT, replace(SENT, title="Лето"))
    assert (after.title, after.revision, after.status) == ("Лето", 2, Status.DRAFT)
    assert after.history == SENT.history


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.DRAFT])
def test_whatever_became_of_it_an_edit_begins_a_draft(status: Status) -> None:
    before = replace(SENT, status=status, revision=3)
    after = touched(before, replace(before, title="Лето"))
    assert (after.revision, after.status) == (4, Status.DRAFT)


def test_what_is_no_edit_of_the_content_leaves_the_revision() -> None:
    for after in (archived(SENT), marked(SENT, Status.ACCEPTED, "Анна", NOON), SENT):
        assert touched(SENT, after) is after


@few
@given(proposals(), proposals(), st.sampled_from(list(Status)))
def test_a_draft_is_edited_without_more_ado_and_nothing_else_is(before: Proposal, after: Proposal, status: Status) -> None:
    before = replace(before, status=status)
    after = replace(after, status=status)
    found = touched(before, after)
    assert same_content(found, after)
    begun = status is not Status.DRAFT and not same_for_clients(before, after)
    assert found.revision == before.revision + begun
    assert touched(found, replace(found, title=f"{found.title}!")).revision == found.revision + (found.status is not Status.DRAFT)


def _line(**values: object) -> Proposal:
    item = LineItem(id="i1", title="Эскиз", **values)  # type: ignore[arg-type]
    return replace(SENT, estimate=Estimate(sections=(EstimateSection(id="s1", items=(item,)),)))


INSIDERS = (
    _line(actual=Internal(Decimal(7))),
    _line(cost=Internal(Decimal(900))),
    _line(note=Internal("спросить Веру")),
    _line(spread=Internal(Spread(lowest=Decimal(1), likely=Decimal(2), highest=Decimal(4)))),
)


@pytest.mark.parametrize("after", INSIDERS)
def test_hours_spent_and_notes_in_what_was_accepted_begin_no_revision(after: Proposal) -> None:
    before = replace(_line(), status=Status.ACCEPTED)
    kept = touched(before, replace(after, status=Status.ACCEPTED))
    assert (kept.revision, kept.status) == (1, Status.ACCEPTED)
    assert not same_content(before, kept)


def test_signing_hours_and_decisions_in_what_was_sent_begin_no_revision() -> None:
    before = _line()
    part = replace(before.estimate.sections[0], signed=Internal(SignOff(by="Вера", at="")), note=Internal("да"))
    estimate = Estimate(sections=(part,), approvals=Internal((Approval(limit=Limit.DISCOUNT, value=Decimal(4), by="В", at=""),)))
    assert touched(before, replace(before, estimate=estimate)).status is Status.SENT


def test_which_version_of_a_block_a_text_is_and_whether_a_work_may_be_shown_begin_no_revision() -> None:
    before = replace(SENT, sections=(Story(id="s", block="b", block_version=1), References(id="r", items=(WORK,))))
    work = replace(WORK, permission=Permission.GRANTED, note=Internal("звонили"))
    after = replace(before, sections=(Story(id="s", block="b", block_version=2), References(id="r", items=(work,))))
    assert touched(before, after).status is Status.SENT


@pytest.mark.parametrize(
    "after", [_line(quantity=Decimal(2)), _line(rate=Decimal(1)), replace(_line(), sections=(Story(id="n"),))]
)
def test_what_a_client_could_see_begins_one_even_beside_bookkeeping(after: Proposal) -> None:
    assert touched(_line(note=Internal("да")), after).revision == 2


def test_a_step_is_remembered_with_its_revision_its_moment_in_utc_and_who_made_it() -> None:
    assert SENT.status is Status.SENT
    step = StatusChange(status=Status.SENT, revision=1, at="2026-11-21T12:00:00+00:00", by="Анна", note="по почте")
    assert SENT.history == Internal((step,))
    assert marked(SENT, Status.DECLINED, "Анна", NOON).history.value[0] == step


@pytest.mark.parametrize("before", list(Status))
@pytest.mark.parametrize("after", list(Status))
def test_a_status_follows_only_where_it_may(before: Status, after: Status) -> None:
    proposal = replace(DRAFT, status=before)
    if after in ALLOWED[before]:
        assert marked(proposal, after, "Анна", NOON).status is after
    else:
        with pytest.raises(ValueError, match=f"{after} cannot follow {before}"):
            marked(proposal, after, "Анна", NOON)


def test_what_was_declined_may_be_sent_again_and_what_was_accepted_is_final() -> None:
    declined = marked(SENT, Status.DECLINED, "Анна", NOON)
    assert marked(declined, Status.SENT, "Анна", NOON).revision == 1
    assert ALLOWED[Status.ACCEPTED] == ()


def test_a_step_that_was_noted_by_mistake_is_taken_back_unless_another_followed() -> None:
    later = NOON + datetime.timedelta(minutes=1)
    slipped = marked(SENT, Status.DECLINED, "Анна", later)
    assert unmarked(slipped, Status.SENT, later) == SENT
    for other in (SENT, marked(slipped, Status.SENT, "Анна", NOON), replace(slipped, status=Status.DRAFT)):
        with pytest.raises(ValueError, match="another step"):
            unmarked(other, Status.SENT, later)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        marked(DRAFT, Status.SENT, "Анна", datetime.datetime(2026, 11, 21))


def test_going_back_brings_the_words_and_leaves_what_became_of_it() -> None:
    present = replace(marked(replace(SENT, title="Лето"), Status.ACCEPTED, "Анна", NOON), revision=2)
    back = gone_back(present, replace(DRAFT, title="Весна", number="КП-старый", archived=True))
    assert (back.title, back.number, back.revision) == ("Весна", present.number, 2)
    assert (back.status, back.history, back.archived) == (Status.ACCEPTED, present.history, False)
    assert (touched(present, back).revision, touched(present, back).status) == (3, Status.DRAFT)


def test_archived_and_back() -> None:
    assert archived(SENT).archived
    assert unarchived(archived(SENT)) == SENT


SIGNED = replace(
    SENT,
    valid_until=datetime.date(2026, 12, 5),
    archived=True,
    revision=3,
    sections=(Timeline(id="t", begins=datetime.date(2026, 12, 21)), Timeline(id="u")),
    estimate=Estimate(
        sections=(
            EstimateSection(
                id="s1",
                items=(LineItem(id="i1", actual=Internal(Decimal(7)), note=Internal("помнить")),),
                signed=Internal(SignOff(by="Вера", at="2026-11-20T12:00:00+00:00")),
                waiver=Internal(Waiver(by="Вера", at="2026-11-20T12:00:00+00:00", reason="срок")),
            ),
        ),
        approvals=Internal((Approval(limit=Limit.DISCOUNT, value=Decimal(40), by="Вера", at=""),)),
    ),
)


def test_a_duplicate_is_an_unsigned_draft_without_a_number() -> None:
    copy = duplicated(SIGNED)
    assert (copy.id, copy.number, copy.revision, copy.status, copy.archived) == ("", "", 1, Status.DRAFT, False)
    assert copy.history == Internal(())
    part = copy.estimate.sections[0]
    assert (part.signed, part.waiver, copy.estimate.approvals) == (Internal(None), Internal(None), Internal(()))
    assert (copy.title, copy.date, part.items) == (SIGNED.title, SIGNED.date, SIGNED.estimate.sections[0].items)


def test_a_renewal_moves_the_days_along_and_forgets_the_hours_that_were_spent() -> None:
    new = renewed(replace(SIGNED, status=Status.ACCEPTED), datetime.date(2027, 11, 21))
    assert (new.number, new.status, new.date) == ("", Status.DRAFT, datetime.date(2027, 11, 21))
    assert new.valid_until == datetime.date(2027, 12, 5)
    assert [getattr(section, "begins", None) for section in new.sections] == [datetime.date(2027, 12, 21), None]
    item = new.estimate.sections[0].items[0]
    assert (item.actual, item.note) == (Internal(None), Internal("помнить"))


def test_only_what_was_accepted_is_renewed() -> None:
    with pytest.raises(ValueError, match="not renewed"):
        renewed(SENT, datetime.date(2027, 1, 1))


def test_days_beyond_the_calendar_stay() -> None:
    old = replace(SIGNED, status=Status.ACCEPTED, date=datetime.date(1, 1, 1), valid_until=datetime.date(9999, 1, 1))
    assert renewed(old, datetime.date(2027, 1, 1)).valid_until == datetime.date(9999, 1, 1)
