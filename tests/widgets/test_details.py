"""Below the grid: the discount and the signature of the section that is looked at, what else is said about a line."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edits.estimate import set_pricing
from app.model.estimate import Discount, Period, Pricing
from app.model.path import get
from tests.widgets.panels import press, shown, typed, undone
from widgets.desk import Desk
from widgets.estimate.details import RowDetails
from widgets.estimate.signing import SectionSignOff
from widgets.fields.share import Unit
from widgets.forms import form as forms
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.phrases import say

DESIGN = GridRow(RowKind.SECTION, "design")
LAYOUT = GridRow(RowKind.ITEM, "design", "layout")


@pytest.fixture
def details(desk: Desk, qtbot: QtBot) -> RowDetails:
    return shown(qtbot, RowDetails(desk), 600, 400)


def field(details: RowDetails, path: str) -> object:
    assert details._form is not None
    return dict(details._form._fields)[path]


def test_a_discount_on_the_section_that_is_looked_at(desk: Desk, details: RowDetails, qtbot: QtBot) -> None:
    details.show_row(DESIGN)
    typed(qtbot, field(details, f"{DESIGN.path}/discount"), "10")  # type: ignore[arg-type]
    assert desk.session.proposal.estimate.sections[0].discount == Discount(percent=Decimal(10))
    assert desk.session.totals.total == 5900
    assert details.focus_path(f"{DESIGN.path}/discount/reason")
    assert undone(desk) == "Discount on the section of “Design”: — → 10%"


def test_the_section_is_signed_where_it_is_looked_at(desk: Desk, details: RowDetails, qtbot: QtBot) -> None:
    details.show_row(DESIGN)
    panel = details.findChild(SectionSignOff)
    assert isinstance(panel, SectionSignOff)
    qtbot.keyClicks(panel.signer, "Vera")
    press(qtbot, panel, "Sign")
    signed = desk.session.proposal.estimate.sections[0].signed.value
    assert signed is not None and signed.by == "Vera"
    assert panel.line.state.text().startswith("Signed by Vera")
    details.show_row(LAYOUT)
    assert details._form is not None


def test_the_form_of_a_section_stays_while_one_types_into_it(desk: Desk, details: RowDetails, qtbot: QtBot) -> None:
    details.show_row(DESIGN)
    description = field(details, f"{DESIGN.path}/description")
    qtbot.keyClicks(description, "All of it")
    assert desk.session.proposal.estimate.sections[0].description == "All of it"
    assert field(details, f"{DESIGN.path}/description") is description


def test_a_line_has_its_own_discount_period_and_vat(desk: Desk, details: RowDetails, qtbot: QtBot) -> None:
    details.show_row(LAYOUT)
    typed(qtbot, field(details, f"{LAYOUT.path}/discount"), "50")  # type: ignore[arg-type]
    typed(qtbot, field(details, f"{LAYOUT.path}/vat"), "10")  # type: ignore[arg-type]
    press(qtbot, details, "Every month")
    item = get(desk.session.proposal, LAYOUT.path)
    assert (item.discount.percent, item.vat, item.period) == (50, 10, Period.MONTH)
    vat = field(details, f"{LAYOUT.path}/vat")
    typed(qtbot, vat, "101")  # type: ignore[arg-type]
    assert vat.property("bad")  # type: ignore[attr-defined]


def test_people_and_months_tell_their_hours_by_themselves(desk: Desk, details: RowDetails, qtbot: QtBot) -> None:
    details.show_row(LAYOUT)
    desk.session.edit(set_pricing(desk.session.proposal, "design", "layout", Pricing.MONTHS), say("Months"))
    assert details._form is not None
    assert f"{LAYOUT.path}/hours" not in dict(details._form._fields)
    desk.session.edit(set_pricing(desk.session.proposal, "design", "layout", Pricing.FIXED), say("Fixed"))
    assert f"{LAYOUT.path}/hours" in dict(details._form._fields)


def test_a_cursor_that_runs_over_rows_makes_one_form_where_it_stops(desk: Desk, details: RowDetails, qtbot: QtBot) -> None:
    made: list[object] = []
    details.show_row(DESIGN)
    show = details._show
    details._show = lambda row: (made.append(row), show(row))  # type: ignore[method-assign, assignment, func-returns-value]
    for row in (LAYOUT, DESIGN, LAYOUT):
        details.follow(row)
    assert made == []
    qtbot.waitUntil(lambda: bool(made), timeout=5000)
    assert made == [LAYOUT]
    details.follow(DESIGN)
    assert details.focus_path(f"{DESIGN.path}/discount")
    assert made == [LAYOUT, DESIGN]


def test_who_types_into_the_form_of_a_row_goes_on_in_that_of_the_next(desk: Desk, details: RowDetails, qtbot: QtBot) -> None:
    details.show_row(DESIGN)
    details.activateWindow()
    assert details.focus_path(f"{DESIGN.path}/discount")
    details.show_row(LAYOUT)
    assert details.isAncestorOf(QApplication.focusWidget())


ICONS = GridRow(RowKind.ITEM, "design", "icons")
PARTY = GridRow(RowKind.ITEM, "launch", "party")


def test_the_form_of_a_line_goes_on_to_the_next_line_and_takes_nothing_along(
    desk: Desk, details: RowDetails, qtbot: QtBot
) -> None:
    details.show_row(LAYOUT)
    form, description = details._form, field(details, f"{LAYOUT.path}/description")
    typed(qtbot, field(details, f"{LAYOUT.path}/vat"), "101")  # type: ignore[arg-type]
    press(qtbot, details, "€")
    QApplication.focusWidget().clearFocus()
    details.show_row(ICONS)
    assert details._form is form
    assert field(details, f"{ICONS.path}/description") is description
    vat, discount = field(details, f"{ICONS.path}/vat"), field(details, f"{ICONS.path}/discount")
    assert vat.text() == "" and not vat.property("bad")  # type: ignore[attr-defined]
    assert discount.unit is Unit.PERCENT  # type: ignore[attr-defined]
    description.setFocus()  # type: ignore[attr-defined]
    qtbot.keyClicks(description, "All of them")  # type: ignore[arg-type]
    items = desk.session.proposal.estimate.sections[0].items
    assert [item.description for item in items] == ["", "All of them"]
    assert desk.session.place == f"{ICONS.path}/description"
    assert undone(desk) == "Description of “Icons”: — → All of them"
    assert description.toPlainText() == ""  # type: ignore[attr-defined]


def test_lines_with_other_fields_have_a_form_of_their_own_which_waits(desk: Desk, details: RowDetails) -> None:
    details.show_row(LAYOUT)
    timed = details._form
    details.show_row(PARTY)
    fixed = details._form
    assert timed is not None and fixed is not None and timed is not fixed
    assert timed.isHidden() and fixed.isVisible() and details.focus_path(f"{PARTY.path}/hours")
    QApplication.focusWidget().clearFocus()
    details.show_row(ICONS)
    assert details._form is timed and timed.isVisible() and fixed.isHidden()
    assert not details.focus_path(f"{ICONS.path}/hours")


def test_another_text_begins_at_its_beginning(desk: Desk, details: RowDetails, qtbot: QtBot) -> None:
    details.show_row(LAYOUT)
    typed(qtbot, field(details, f"{LAYOUT.path}/discount/reason"), "Friends")  # type: ignore[arg-type]
    qtbot.keyClicks(field(details, f"{LAYOUT.path}/description"), "Long")  # type: ignore[arg-type]
    details.activateWindow()
    QApplication.focusWidget().clearFocus()
    for row in (ICONS, LAYOUT):
        details.show_row(row)
    description, reason = field(details, f"{LAYOUT.path}/description"), field(details, f"{LAYOUT.path}/discount/reason")
    assert (description.toPlainText(), description.textCursor().position()) == ("Long", 0)  # type: ignore[attr-defined]
    assert (reason.text(), reason.cursorPosition()) == ("Friends", 0)  # type: ignore[attr-defined]


def test_the_fields_of_a_line_come_by_and_by_and_go_on_to_the_next_line(
    desk: Desk, details: RowDetails, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "AT_ONCE", 0.0)
    details.show_row(LAYOUT)
    made = details._form
    assert made is not None and not made.is_whole
    details.show_row(ICONS)
    assert details._form is made
    qtbot.waitUntil(lambda: made.is_whole, timeout=5000)
    assert made._made and all(path.startswith(f"{ICONS.path}/") for path, _ in made._made)
    assert details.focus_path(f"{ICONS.path}/vat")
    typed(qtbot, field(details, f"{ICONS.path}/vat"), "10")  # type: ignore[arg-type]
    assert get(desk.session.proposal, ICONS.path).vat == 10
