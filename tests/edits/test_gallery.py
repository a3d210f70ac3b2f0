"""Editing references, pictures and figures."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits import gallery, story
from app.model.path import get
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.sections import Cover, Figure, References, Story
from tests.edits.checks import assert_ids_unique, changed_fields
from tests.edits.proposals import few, proposals


@st.composite
def with_gallery(draw: st.DrawFn) -> tuple[Proposal, References]:
    proposal = draw(proposals())
    shown = draw(st.sampled_from([s for s in proposal.sections if isinstance(s, References)] or [References(id="works")]))
    if shown not in proposal.sections:
        proposal = replace(proposal, sections=(*proposal.sections, shown))
    return proposal, shown


@few
@given(with_gallery(), st.integers(0, 4))
def test_a_reference_that_is_added_moved_and_taken_out_leaves_no_trace(found: tuple[Proposal, References], index: int) -> None:
    proposal, shown = found
    work = gallery.new_reference(proposal, shown.id, "Музей")
    added = gallery.add_reference(proposal, shown.id, work)
    assert_ids_unique(added)
    assert changed_fields(proposal, added) == {"sections"}
    moved = gallery.move_reference(added, shown.id, work.id, index)
    assert gallery.remove_reference(moved, shown.id, work.id) == proposal


@few
@given(with_gallery())
def test_a_duplicated_reference_has_an_id_of_its_own(found: tuple[Proposal, References]) -> None:
    proposal, shown = found
    for work in shown.items:
        doubled = gallery.duplicate_reference(proposal, shown.id, work.id)
        assert_ids_unique(doubled)
        items = get(doubled, gallery.references_path(shown.id))
        twin = items[shown.items.index(work) + 1]
        assert gallery.remove_reference(doubled, shown.id, twin.id) == proposal


@few
@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4), st.data())
def test_pictures_and_figures_are_added_moved_and_taken_out(names: list[str], data: st.DataObject) -> None:
    plain_story = proposal = Proposal(date=datetime.date(2026, 1, 1), sections=(Story(id="why"),))
    for name in names:
        proposal = gallery.add_picture(proposal, "sections/why/pictures", Picture(file=name))
        proposal = story.add_figure(proposal, "why", Figure(value=name))
    one, two = (data.draw(st.integers(0, len(names) - 1)) for _ in range(2))
    moved = gallery.move_picture(proposal, "sections/why/pictures", one, two)
    moved = story.move_figure(moved, "why", one, two)
    expected = list(names)
    expected.insert(two, expected.pop(one))
    shown = moved.sections[0]
    assert isinstance(shown, Story)
    assert [picture.file for picture in shown.pictures] == expected == [figure.value for figure in shown.figures]
    for _ in names:
        moved = story.remove_figure(gallery.remove_picture(moved, "sections/why/pictures", 0), "why", 0)
    assert moved == plain_story


def test_a_dropped_picture_becomes_a_work_with_that_picture(plain: Proposal) -> None:
    proposal = replace(plain, sections=(References(id="works"),))
    added = gallery.add_work(proposal, "works", "Museum", Picture(file="media/a.jpg"))
    (work,) = get(added, gallery.references_path("works"))
    assert (work.title, [picture.file for picture in work.pictures]) == ("Museum", ["media/a.jpg"])
    assert gallery.remove_reference(added, "works", work.id) == proposal


def test_the_focus_stays_inside_the_picture(plain: Proposal) -> None:
    proposal = replace(plain, sections=(Cover(id="cover", picture=Picture(file="media/a.jpg")),))
    focused = gallery.set_focus(proposal, "sections/cover/picture", 1.4, 0.25)
    assert get(focused, "sections/cover/picture") == Picture(file="media/a.jpg", focus_x=1.0, focus_y=0.25)


def test_one_looks_no_nearer_than_a_print_can_bear(plain: Proposal) -> None:
    proposal = replace(plain, sections=(Cover(id="cover", picture=Picture(file="media/a.jpg")),))
    nearer = gallery.set_crop(proposal, "sections/cover/picture", 0.5, 0.25, 9)
    assert get(nearer, "sections/cover/picture") == Picture(file="media/a.jpg", focus_y=0.25, zoom=4.0)
    assert gallery.set_crop(nearer, "sections/cover/picture", 0.5, 0.5, 0.1) == proposal


def test_a_reference_cannot_be_put_where_no_gallery_is(plain: Proposal) -> None:
    with pytest.raises(KeyError):
        gallery.new_reference(replace(plain, sections=(Cover(id="cover"),)), "cover")
