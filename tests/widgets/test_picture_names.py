"""Pictures in what is said to people: by caption, work, person or section, never by the hash that is the name of their file."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.sections import Cover, References
from app.problems import problem
from tests.widgets.press import TestPress
from tests.widgets.proposals import small
from widgets.application import House
from widgets.models.picture_names import named
from widgets.purposes import Choice

FILE = f"media/{'a1' * 32}.jpg"


def called(proposal: Proposal, where: str, file: str = FILE) -> str:
    return named(proposal, problem("picture-low-resolution", where, file=file, dpi=90, least=150)).fact("file")


def with_cover(**facts: str) -> Proposal:
    cover = Cover(id="front", kicker="", picture=Picture(file=FILE, **facts))
    return replace(small(), sections=(cover,))


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"caption": "Harbour at dusk", "alt": "Boats"}, "“Harbour at dusk”"),
        ({"alt": "Boats"}, "“Boats”"),
        ({}, "“Cover”"),
    ],
)
def test_a_picture_is_called_by_its_caption_else_its_description_else_its_section(facts: dict[str, str], name: str) -> None:
    assert called(with_cover(**facts), "sections/front/picture") == name


@pytest.mark.parametrize("where", ["sections/works/items/m/pictures/0", "sections/works", ""])
def test_a_picture_of_a_work_is_called_by_the_work_wherever_it_was_met(where: str) -> None:
    work = Reference(id="m", title="River museum", pictures=(Picture(file=FILE),))
    proposal = replace(small(), sections=(References(id="works", items=(work,)),))
    assert called(proposal, where) == "“River museum”"


def test_a_face_is_called_by_its_person() -> None:
    proposal = replace(small(), people=(Person(id="anna", name="Anna Levina", photo=Picture(file=FILE)),))
    assert called(proposal, "people[0].photo.file") == "“Anna Levina”"


def test_a_file_that_a_person_has_named_keeps_its_name_and_an_unknown_one_too() -> None:
    assert called(with_cover(caption="Harbour"), "sections/front/picture", "pictures/harbour.jpg") == "pictures/harbour.jpg"
    assert called(small(), "nowhere") == FILE


def test_the_banner_after_an_export_calls_a_picture_as_a_person_would(
    opened: House, qtbot: QtBot, tmp_path: Path, press: TestPress
) -> None:
    press.ink_problems = (problem("picture-low-resolution", "sections/cover", file=FILE, dpi=90, least=150),)
    opened.exports.start(tmp_path / "a.pdf", Choice(opens=False))
    qtbot.waitUntil(lambda: "a.pdf" in opened.window.banner.text and not opened.jobs.busy, timeout=8000)
    assert "a1a1" not in opened.window.banner.text and "“Cover”" in opened.window.banner.text
    bench = opened.window.workbench
    assert bench is not None
    assert "a1a1" not in bench.problems.list.model().index(0, 0).data()
