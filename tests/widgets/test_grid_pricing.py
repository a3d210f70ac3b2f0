"""Everything an agency prices is typed into cells: months, periods, discounts, packages, alternatives, what insiders note."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.estimate import Discount, Period, Pricing
from app.model.package import Package
from app.model.spread import Spread
from app.totals import Standing
from tests.widgets.grids import CONTROL, DESIGN, ICONS, LAYOUT, PARTY, SHIFT, cell, enter, item
from tests.widgets.typing_keys import type_keys
from widgets import words
from widgets.desk import Desk
from widgets.estimate.editor import EstimateEditor
from widgets.models.estimate import FAULT_ROLE
from widgets.models.estimate_columns import INSIDE, MORE, Column
from widgets.models.estimate_rows import GridRow
from widgets.models.estimate_units import typed_period, typed_unit


@pytest.fixture(autouse=True)
def every_column(desk: Desk) -> None:
    for column in (*MORE, *INSIDE):
        desk.columns.show(column, True)


def with_packages(desk: Desk) -> None:
    estimate = replace(
        desk.session.proposal.estimate, packages=(Package(id="k1", title="Small"), Package(id="k2", title="Large"))
    )
    assert desk.session.folder is not None
    desk.session.open(replace(desk.session.proposal, estimate=estimate), desk.session.folder)


@pytest.mark.parametrize(
    ("typed", "pricing", "unit", "period"),
    [
        ("h", Pricing.HOURS, "", Period.ONCE),
        ("чел.-час", Pricing.HOURS, "", Period.ONCE),
        ("дн.", Pricing.DAYS, "", Period.ONCE),
        ("чел.-мес", Pricing.MONTHS, "", Period.ONCE),
        ("чел/мес", Pricing.MONTHS, "", Period.ONCE),
        ("mo", Pricing.MONTHS, "", Period.ONCE),
        ("p-mo", Pricing.MONTHS, "", Period.ONCE),
        ("фикс", Pricing.FIXED, "", Period.ONCE),
        ("шт", Pricing.QUANTITY, "шт", Period.ONCE),
        ("шт/мес", Pricing.QUANTITY, "шт", Period.MONTH),
        ("fixed/mo", Pricing.FIXED, "", Period.MONTH),
        ("h a year", Pricing.HOURS, "", Period.YEAR),
        ("фикс в год", Pricing.FIXED, "", Period.YEAR),
        ("page", Pricing.QUANTITY, "page", Period.ONCE),
    ],
)
def test_a_unit_says_how_a_line_is_priced_and_how_often(typed: str, pricing: Pricing, unit: str, period: Period) -> None:
    said = typed_unit(typed)
    assert (said.pricing, said.unit, said.period) == (pricing, unit, period)


@pytest.mark.parametrize("typed", ["ежемесячно", "monthly", "/mo", "в месяц", "a month"])
def test_a_period_alone_leaves_the_pricing_as_it_is(typed: str) -> None:
    assert (typed_unit(typed).pricing, typed_unit(typed).period) == (None, Period.MONTH)


@pytest.mark.parametrize(
    ("typed", "period"),
    [("", Period.ONCE), ("month", Period.MONTH), ("м", Period.MONTH), ("год", Period.YEAR), ("y", Period.YEAR),
     ("раз", Period.ONCE), ("a month", Period.MONTH), ("weekly", None)],
)  # fmt: skip
def test_a_period_is_known_by_what_people_type(typed: str, period: Period | None) -> None:
    assert typed_period(typed) is period


@pytest.mark.parametrize("spoken", ["en", "ru"])
@pytest.mark.parametrize("pricing", list(Pricing))
@pytest.mark.parametrize("period", list(Period))
def test_a_unit_is_understood_as_it_is_shown(desk: Desk, spoken: str, pricing: Pricing, period: Period) -> None:
    from widgets.models.estimate_units import unit_words

    words.use(spoken)
    line = replace(item(desk, LAYOUT), pricing=pricing, period=period, unit="шт" if pricing is Pricing.QUANTITY else "")
    said = typed_unit(unit_words(line))
    assert (said.pricing, said.unit, said.period) == (pricing, line.unit, period)


def test_people_and_months_are_typed_into_one_cell(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    """2 people × 6 months × 3000 = 36000; hours: 2 × 6 × 160 = 1920."""
    enter(qtbot, editor, LAYOUT, Column.UNIT, "mo")
    enter(qtbot, editor, LAYOUT, Column.QUANTITY, "2x6")
    enter(qtbot, editor, LAYOUT, Column.RATE, "3000")
    line = item(desk, LAYOUT)
    assert (line.pricing, line.people, line.quantity) == (Pricing.MONTHS, 2, 6)
    assert cell(editor, LAYOUT, Column.QUANTITY).data() == "2 × 6"
    total = desk.session.totals.section("design").item("layout")
    assert (total.amount, total.hours) == (36000, 1920)
    enter(qtbot, editor, LAYOUT, Column.QUANTITY, "=3*2")
    assert (item(desk, LAYOUT).people, item(desk, LAYOUT).quantity) == (2, 6)


@pytest.mark.parametrize(
    ("typed", "pricing", "quantity"),
    [
        ("3 days", Pricing.DAYS, "3"),
        ("12 pages", Pricing.QUANTITY, "12"),
        ("90 min", Pricing.HOURS, "1.5"),
        ("8h", Pricing.HOURS, "8"),
    ],
)
def test_a_quantity_may_bring_its_unit(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot, typed: str, pricing: Pricing, quantity: str
) -> None:
    enter(qtbot, editor, LAYOUT, Column.QUANTITY, typed)
    assert (item(desk, LAYOUT).pricing, str(item(desk, LAYOUT).quantity)) == (pricing, quantity)


def test_hours_typed_at_a_fixed_price_are_the_hours_in_it(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    enter(qtbot, editor, PARTY, Column.QUANTITY, "6 h")
    assert (item(desk, PARTY).pricing, item(desk, PARTY).hours) == (Pricing.FIXED, 6)
    assert desk.session.totals.section("launch").amount == 500


def test_what_is_due_every_month_stands_apart_in_the_sums(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    enter(qtbot, editor, PARTY, Column.PERIOD, "month")
    assert item(desk, PARTY).period is Period.MONTH
    assert cell(editor, PARTY, Column.UNIT).data() == "fixed/mo"
    assert editor.total.text("month") == "€500"
    assert editor.total.text("total") == "€6,000"
    assert cell(editor, GridRow(DESIGN.kind, "launch"), Column.AMOUNT).data() == "500/mo"


@pytest.mark.parametrize(
    ("typed", "discount", "left"),
    [
        ("10%", Discount(percent=Decimal(10)), 3600),
        ("-10 %", Discount(percent=Decimal(10)), 3600),
        ("500", Discount(amount=Decimal(500)), 3500),
        ("=100*2+50", Discount(amount=Decimal(250)), 3750),
        ("4000*5%", Discount(amount=Decimal(200)), 3800),
    ],
)
def test_a_discount_is_a_share_or_an_amount(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot, typed: str, discount: Discount, left: int
) -> None:
    enter(qtbot, editor, LAYOUT, Column.DISCOUNT, typed)
    assert item(desk, LAYOUT).discount == discount
    assert desk.session.totals.section("design").item("layout").amount == left


def test_a_discount_keeps_its_reason_until_it_is_taken_away(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    from app.edits.fields import set_value
    from app.i18n import phrase
    from widgets.phrases import say

    given = Discount(percent=Decimal(5), reason="An old friend")
    desk.session.edit(set_value(desk.session.proposal, f"{LAYOUT.path}/discount", given), say(phrase("Discount")))
    enter(qtbot, editor, LAYOUT, Column.DISCOUNT, "7%")
    assert item(desk, LAYOUT).discount == Discount(percent=Decimal(7), reason="An old friend")
    editor.grid.go_to(LAYOUT, Column.DISCOUNT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Delete)
    assert item(desk, LAYOUT).discount == Discount()


def test_a_section_has_a_discount_of_its_own(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    enter(qtbot, editor, DESIGN, Column.DISCOUNT, "10%")
    assert desk.session.totals.section("design").amount == 5400
    assert cell(editor, DESIGN, Column.AMOUNT).data() == "5,400"


@pytest.mark.parametrize(
    ("column", "typed"),
    [(Column.DISCOUNT, "110%"), (Column.VAT, "120"), (Column.PERIOD, "weekly"), (Column.PACKAGES, "Large"), (Column.COST, "lots"),
     (Column.LOWEST, "-2"), (Column.ACTUAL, "8-12")],
)  # fmt: skip
def test_what_a_column_cannot_take_is_marked_with_its_reason(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot, column: Column, typed: str
) -> None:
    before = desk.session.proposal
    enter(qtbot, editor, LAYOUT, column, typed)
    assert desk.session.proposal is before
    fault = cell(editor, LAYOUT, column).data(FAULT_ROLE)
    assert fault.text == typed
    assert fault.reason


def test_a_line_has_a_rate_of_vat_of_its_own(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    enter(qtbot, editor, LAYOUT, Column.VAT, "10%")
    assert item(desk, LAYOUT).vat == 10
    enter(qtbot, editor, LAYOUT, Column.VAT, "=0")
    assert item(desk, LAYOUT).vat == 0


def test_packages_are_named_or_counted(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    with_packages(desk)
    enter(qtbot, editor, LAYOUT, Column.PACKAGES, "2")
    assert item(desk, LAYOUT).packages == ("k2",)
    assert cell(editor, LAYOUT, Column.PACKAGES).data() == "Large"
    assert desk.session.totals.section("design").item("layout").standing is Standing.ELSEWHERE
    enter(qtbot, editor, LAYOUT, Column.PACKAGES, "small, large")
    assert item(desk, LAYOUT).packages == ()
    assert cell(editor, LAYOUT, Column.PACKAGES).data() == "all"


def test_control_space_makes_a_line_optional_then_chosen_then_part_of_the_offer(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot
) -> None:
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    states, names = [], []
    for _ in range(3):
        type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=CONTROL)
        states.append((item(desk, LAYOUT).optional, item(desk, LAYOUT).chosen))
        names.append(desk.session.stack.undoText())
    assert states == [(True, False), (True, True), (False, False)]
    assert names == ["Optional: “Layout”", "Chosen by the client: “Layout”", "Part of the offer: “Layout”"]


def test_several_lines_become_optional_in_one_step(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Down, modifier=SHIFT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=CONTROL)
    assert item(desk, LAYOUT).optional
    assert item(desk, ICONS).optional
    assert desk.session.stack.count() == 1


def test_of_alternatives_the_one_that_is_picked_counts(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    for row in (LAYOUT, ICONS):
        enter(qtbot, editor, row, Column.ALTERNATIVE, "Look")
    editor.grid.go_to(ICONS, Column.QUANTITY)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=CONTROL)
    assert desk.session.totals.section("design").amount == 2000
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=CONTROL)
    assert desk.session.totals.section("design").amount == 4000
    assert not item(desk, ICONS).chosen


def test_three_hours_are_typed_one_after_the_other(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    """(20 + 4 × 36 + 64) / 6 = 38."""
    editor.grid.go_to(LAYOUT, Column.LOWEST)
    type_keys(qtbot, editor.grid, "20", Qt.Key.Key_Tab, "36", Qt.Key.Key_Tab, "64", Qt.Key.Key_Return)
    spread = item(desk, LAYOUT).spread.value
    assert spread == Spread(lowest=Decimal(20), likely=Decimal(36), highest=Decimal(64))
    assert cell(editor, LAYOUT, Column.MEAN).data() == "38"
    assert cell(editor, DESIGN, Column.MEAN).data() == "38"
    enter(qtbot, editor, LAYOUT, Column.LIKELY, "12")
    assert item(desk, LAYOUT).spread.value == spread
    assert cell(editor, LAYOUT, Column.LIKELY).data(FAULT_ROLE) is not None


def test_costs_give_margins_a_moment_later(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    """4000 − 40 × 60 = 1600 of 4000 are left: 40 %."""
    enter(qtbot, editor, LAYOUT, Column.COST, "60")
    qtbot.waitUntil(lambda: cell(editor, LAYOUT, Column.MARGIN).data() == "40%", timeout=4000)
    enter(qtbot, editor, LAYOUT, Column.COST, "70")
    qtbot.waitUntil(lambda: cell(editor, LAYOUT, Column.MARGIN).data() == "30%", timeout=4000)


def test_columns_of_insiders_are_hidden_until_somebody_wants_them(desk: Desk, qtbot: QtBot) -> None:
    desk.columns.show_inside(False)
    for column in MORE:
        desk.columns.show(column, False)
    made = EstimateEditor(desk)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    assert all(made.grid.isColumnHidden(column) for column in (*MORE, *INSIDE))
    desk.columns.show(Column.MARGIN, True)
    assert not made.grid.isColumnHidden(Column.MARGIN)


def test_the_columns_that_everybody_may_see_are_remembered_those_of_insiders_are_not(desk: Desk) -> None:
    from widgets.estimate.columns import ColumnChoice

    again = ColumnChoice(desk.settings)
    assert set(MORE) <= set(again.shown())
    assert not again.inside
