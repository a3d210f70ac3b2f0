"""The total bar tells what is due once, monthly and yearly, the tax, the package that counts, and what is still to choose."""

from dataclasses import replace
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from app.model.estimate import Estimate, Period, Vat, VatMode
from app.model.package import Package
from tests.widgets.panels import shown
from widgets.desk import Desk
from widgets.estimate.total_bar import TotalBar
from widgets.phrases import say


@pytest.fixture
def bar(desk: Desk, qtbot: QtBot) -> TotalBar:
    return shown(qtbot, TotalBar(desk.session), 1400, 64)


def edit(desk: Desk, estimate: Estimate) -> None:
    desk.session.edit(replace(desk.session.proposal, estimate=estimate), say("Edit"))


def test_what_is_due_every_month_and_year_stands_apart(desk: Desk, bar: TotalBar) -> None:
    estimate = desk.session.proposal.estimate
    design, launch = estimate.sections
    layout, icons = design.items
    due = (replace(layout, period=Period.MONTH), replace(icons, period=Period.YEAR))
    edit(desk, replace(estimate, sections=(replace(design, items=due), launch)))
    assert (bar.text("month"), bar.text("year"), bar.text("total")) == ("€4,000", "€2,000", "€500")


def test_every_rate_of_vat_is_named(desk: Desk, bar: TotalBar) -> None:
    estimate = desk.session.proposal.estimate
    design, launch = estimate.sections
    own = replace(design.items[0], vat=Decimal(10))
    taxed = replace(estimate, vat=Vat(mode=VatMode.ADDED, rate=Decimal(20)))
    edit(desk, replace(taxed, sections=(replace(design, items=(own, design.items[1])), launch)))
    assert bar.text("vat") == "€900"
    assert "10%" in bar._figures["vat"][0].text() and "20%" in bar._figures["vat"][0].text()


def test_the_package_that_counts_is_named_beside_the_total(desk: Desk, bar: TotalBar) -> None:
    estimate = desk.session.proposal.estimate
    packages = (Package(id="s", title="Small"), Package(id="l", title="Large"))
    edit(desk, replace(estimate, packages=packages))
    assert bar._figures["total"][0].text() == "Total, “Small”"
    edit(desk, replace(estimate, packages=packages, package="l"))
    assert bar._figures["total"][0].text() == "Total, “Large”"


def test_groups_of_alternatives_wait_until_one_is_chosen(desk: Desk, bar: TotalBar) -> None:
    estimate = desk.session.proposal.estimate
    design, launch = estimate.sections
    group = tuple(replace(item, alternative="Look") for item in design.items)
    edit(desk, replace(estimate, sections=(replace(design, items=group), launch)))
    assert bar._figures["choices"][2].isVisible() and bar.text("choices") == "1 group"
    chosen = (group[0], replace(group[1], chosen=True))
    edit(desk, replace(estimate, sections=(replace(design, items=chosen), launch)))
    assert not bar._figures["choices"][2].isVisible()


def test_what_has_no_room_is_in_the_tooltip(desk: Desk, bar: TotalBar) -> None:
    bar.resize(260, 64)
    edit(desk, replace(desk.session.proposal.estimate, vat=Vat(mode=VatMode.ADDED, rate=Decimal(20))))
    assert not bar._figures["subtotal"][2].isVisible()
    assert bar._figures["total"][2].isVisible()
    assert "Subtotal: €6,500" in bar.toolTip() and "VAT 20%: €1,300" in bar.toolTip()
