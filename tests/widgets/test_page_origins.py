"""Every thing on the pages of the demonstration proposals leads to a field that one can fill in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.layout.page import Page
from app.model.path import exists
from app.model.proposal import Proposal
from app.pipeline import Pipeline
from app.sources import open_proposal
from widgets.desk import Desk
from widgets.fields.picture import PictureField
from widgets.panels.editor import EditorPanel
from widgets.preview.meaning import field_at, place_of

DEMO = Path(__file__).resolve().parents[2] / "assets" / "demo"
BRANDS = ("kurs", "salon", "ekran")


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    return Pipeline(cache=tmp_path_factory.mktemp("cache"))


def demo(language: str) -> Proposal:
    found = open_proposal(str(DEMO / language), None, language).proposal
    assert found is not None
    return found


def places(pipeline: Pipeline, proposal: Proposal, folder: Path) -> Iterator[tuple[Page, str, str]]:
    """Yield every page and origin once with the place that a click there leads to."""
    seen: set[tuple[str, str]] = set()
    for brand in BRANDS:
        for page in pipeline.lay_out(replace(proposal, brandbook=brand), folder).document.pages:
            for item in page.items:
                origin = getattr(item, "origin", "")
                if origin and (page.section, origin) not in seen:
                    seen.add((page.section, origin))
                    yield page, origin, place_of(proposal, page, origin, getattr(item, "y", 0.0))


def _akin(one: str, other: str) -> bool:
    """Tell whether one path leads into the other: a click on a paragraph puts the cursor into the whole text."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_painted_thing_leads_to_a_field(language: str, pipeline: Pipeline, desk: Desk, qtbot: QtBot) -> None:
    """There are no exceptions: every origin exists, has a name, and gives the focus to something one can change."""
    proposal, folder = demo(language), DEMO / language
    desk.session.open(proposal, folder)
    panel = EditorPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(720, 900)
    panel.show()
    wrong: list[str] = []
    found = {place: origin for _, origin, place in places(pipeline, proposal, folder)}
    for place, origin in sorted(found.items()):
        field = field_at(proposal, place)
        if not exists(proposal, origin) or field is None or not field.name:
            wrong.append(f"{origin}: no such field")
            continue
        if (old := panel.window().focusWidget()) is not None:
            old.clearFocus()
        desk.session.go_to(place)
        focused = panel.window().focusWidget()
        if focused is None or panel.content is None or not panel.content.isAncestorOf(focused):
            wrong.append(f"{origin} → {place}: nothing has the cursor")
        elif not _akin(desk.session.place, place):
            wrong.append(f"{origin} → {place}: the cursor is at {desk.session.place}")
    assert not wrong, "\n".join(wrong)


def test_a_face_beside_a_part_of_the_estimate_leads_to_the_people_of_that_part(pipeline: Pipeline) -> None:
    proposal, folder = demo("en"), DEMO / "en"
    found = {place for page, origin, place in places(pipeline, proposal, folder) if origin.endswith("/photo")}
    parts = {f"estimate/sections/{part.id}/people" for part in proposal.estimate.sections if part.people}
    assert parts & found
    assert any(place.startswith("people/") for place in found), "on the team's page a face leads to the person"


def test_the_total_leads_to_the_discount_or_to_vat(pipeline: Pipeline) -> None:
    proposal = demo("en")
    page = Page(100, 100, ())
    assert place_of(proposal, page, "estimate", 0) == "estimate/discount"
    plain = replace(proposal, estimate=replace(proposal.estimate, discount=type(proposal.estimate.discount)()))
    assert place_of(plain, page, "estimate", 0) == "estimate/vat"


def test_the_names_of_fields_say_whose_they_are() -> None:
    proposal = demo("en")
    section = proposal.estimate.sections[0]
    item = section.items[0]
    named = {
        "title": "Title",
        f"people/{proposal.people[0].id}/role": f"Role · {proposal.people[0].name}",
        f"estimate/sections/{section.id}/items/{item.id}/rate": f"Rate · {item.title}",
        f"estimate/sections/{section.id}/items/{item.id}/title": "Title",
        "estimate/vat/rate": "VAT rate, %",
        "sections/letter/text/paragraphs/1": "Text",
        "sections/letter/greeting": "Greeting",
    }
    for path, name in named.items():
        field = field_at(proposal, path)
        assert field is not None
        assert field.name == name
    assert field_at(proposal, "sections/nowhere/title") is None


def test_a_picture_field_is_where_a_picture_leads(desk: Desk, qtbot: QtBot) -> None:
    desk.session.open(demo("en"), DEMO / "en")
    panel = EditorPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    desk.session.go_to("sections/cover/picture")
    focused: QWidget | None = panel.window().focusWidget()
    assert focused is not None
    around: QWidget | None = focused
    while around is not None and not isinstance(around, PictureField):
        around = around.parentWidget()
    assert around is not None
