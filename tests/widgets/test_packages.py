"""Packages: what they are called, which counts, what is in each."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edits.packages import add_package
from app.edits.sections import add_section, new_section
from app.model.package import Package
from app.model.sections import Packages
from tests.widgets.panels import press, shown, typed, undone
from widgets.desk import Desk
from widgets.estimate.packages import PackageLine, PackagesField
from widgets.estimate.terms import terms
from widgets.forms.form import Form
from widgets.forms.rows import SECTIONS
from widgets.phrases import say


def with_packages(desk: Desk) -> None:
    proposal = desk.session.proposal
    for own, title in (("s", "Small"), ("m", "Middle"), ("l", "Large")):
        proposal = add_package(proposal, Package(id=own, title=title))
    desk.session.edit(proposal, say("Packages"))


@pytest.fixture
def field(desk: Desk, qtbot: QtBot) -> PackagesField:
    with_packages(desk)
    return shown(qtbot, PackagesField(desk))


def line(field: PackagesField, own: str) -> PackageLine:
    found = field.lines[own]
    assert isinstance(found, PackageLine)
    return found


def packages_of(desk: Desk) -> list[tuple[str, ...]]:
    return [item.packages for section in desk.session.proposal.estimate.sections for item in section.items]


def test_the_first_package_is_added_and_named(desk: Desk, qtbot: QtBot) -> None:
    made = shown(qtbot, PackagesField(desk))
    assert not made.matrix.isVisible()
    press(qtbot, made, "Add a package")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line(made, "k1").fields[0][1])
    qtbot.keyClicks(line(made, "k1").fields[0][1], "Small")
    assert desk.session.proposal.estimate.packages == (Package(id="k1", title="Small"),)
    assert made.matrix.isVisible()


def test_a_line_is_taken_out_of_a_package_by_the_keyboard(desk: Desk, field: PackagesField, qtbot: QtBot) -> None:
    matrix = field.matrix
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Down)
    qtbot.keyClick(matrix, Qt.Key.Key_Space)
    assert packages_of(desk) == [("m", "l"), (), ()]
    assert [one.total for one in desk.session.totals.packages] == [2500, 6500, 6500]
    assert "2,500" in line(field, "s")._sum.text()
    qtbot.keyClick(matrix, Qt.Key.Key_Space)
    assert packages_of(desk) == [(), (), ()]
    assert undone(desk) == "“Layout” into “Small”"
    assert undone(desk) == "“Layout” out of “Small”"


def test_a_whole_section_is_ticked_by_a_click_in_one_step(desk: Desk, field: PackagesField, qtbot: QtBot) -> None:
    matrix = field.matrix
    place = matrix.visualRect(matrix.lines.index(0, 2)).center()
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert packages_of(desk) == [("s", "l"), ("s", "l"), ()]
    assert matrix.lines.data(matrix.lines.index(0, 2), Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    matrix.lines.toggle(matrix.lines.index(1, 2))
    assert matrix.lines.data(matrix.lines.index(0, 2), Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.PartiallyChecked
    undone(desk)
    undone(desk)
    assert packages_of(desk) == [(), (), ()]


def test_a_line_stays_in_one_package_at_least(desk: Desk, field: PackagesField, qtbot: QtBot) -> None:
    for column in (1, 2, 3):
        field.matrix.lines.toggle(field.matrix.lines.index(1, column))
    assert packages_of(desk)[0] == ("l",)


def test_another_package_counts_and_goes_on_counting_when_it_is_moved(desk: Desk, field: PackagesField, qtbot: QtBot) -> None:
    field.matrix.lines.toggle(field.matrix.lines.index(1, 1))
    assert desk.session.totals.total == 2500
    line(field, "m").counts.setFocus()
    qtbot.keyClick(line(field, "m").counts, Qt.Key.Key_Space)
    assert desk.session.totals.total == 6500
    assert undone(desk) == "Package “Middle” counts"
    assert line(field, "s").counts.isChecked()
    press(qtbot, line(field, "s"), "Move down")
    assert list(field.lines) == ["m", "s", "l"]
    assert desk.session.totals.total == 2500 and line(field, "s").counts.isChecked()


def test_a_package_is_removed_and_comes_back_with_what_was_in_it(desk: Desk, field: PackagesField, qtbot: QtBot) -> None:
    field.matrix.lines.toggle(field.matrix.lines.index(1, 1))
    press(qtbot, line(field, "m"), "Remove the package")
    assert packages_of(desk)[0] == ("l",)
    assert undone(desk) == "Remove the package “Middle”"
    assert packages_of(desk)[0] == ("m", "l") and list(field.lines) == ["s", "m", "l"]


def test_one_is_recommended_on_the_page_that_compares_them(desk: Desk, field: PackagesField, qtbot: QtBot) -> None:
    assert field.page.isVisible() and not field.recommended.isVisible()
    press(qtbot, field, "Add the page that compares them")
    page = next(one for one in desk.session.proposal.sections if isinstance(one, Packages))
    assert desk.session.subject == f"sections/{page.id}"
    assert not field.page.isVisible()
    field.recommended.setFocus()
    for _ in range(2):
        qtbot.keyClick(field.recommended, Qt.Key.Key_Down)
    recommended = next(one for one in desk.session.proposal.sections if isinstance(one, Packages)).recommended
    assert recommended == "m"


def test_the_page_of_packages_has_a_form(desk: Desk, qtbot: QtBot) -> None:
    with_packages(desk)
    proposal = desk.session.proposal
    page = new_section(proposal, "packages")
    desk.session.edit(add_section(proposal, page), say("Page"))
    form = shown(qtbot, Form(desk, f"sections/{page.id}", SECTIONS[Packages], f"sections/{page.id}/title"))
    fields = dict(form._fields)
    choice = fields[f"sections/{page.id}/recommended"]
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    typed(qtbot, fields[f"sections/{page.id}/lead"], "Three")
    found = next(one for one in desk.session.proposal.sections if isinstance(one, Packages))
    assert found.recommended == "s" and found.lead.strip() == "Three"
    gone = replace(desk.session.proposal.estimate, packages=())
    desk.session.edit(replace(desk.session.proposal, estimate=gone), say("Gone"))
    assert choice.currentText() == "none"  # type: ignore[attr-defined]


def test_the_closed_part_says_which_package_counts(desk: Desk, qtbot: QtBot) -> None:
    with_packages(desk)
    page = shown(qtbot, terms(desk))
    assert page.folds["Packages"].head.said.text() == "Small, Middle, Large · “Small” counts"
    assert page.focus_path("estimate/packages/m/title")
    field = page.folds["Packages"].body
    assert isinstance(field, PackagesField)
    qtbot.waitUntil(line(field, "m").fields[0][1].hasFocus)
