"""The formulas of a workbook come to exactly the sums that the pages print: LibreOffice has calculated them anew."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.exchange.columns import AMOUNTS
from app.exchange.own import read_own
from app.exchange.view import WHOLE, View, shown
from app.exchange.workbook import filled, workbook
from app.model.estimate import Detail, Discount, Estimate, EstimateSection, LineItem, Period, Surcharge, Vat, VatMode
from app.model.money import round_money
from app.model.package import Package
from app.model.payment import Payment
from app.model.proposal import Proposal
from app.model.rounding import Rounding, RoundingScope, RoundingStep
from app.totals import totals
from tests.exchange.estimates import made
from tests.exchange.recalculating import Cells, cells_of, formulas_of, recalculated

VIEWS = [WHOLE, WHOLE, View(show_hours=False), View(detail=Detail.SECTIONS), View(detail=Detail.TOTALS)]
CURRENCIES = ["RUB", "EUR", "JPY"]
RANDOM = 30


def d(text: str | int) -> Decimal:
    return Decimal(text)


def proposal(estimate: Estimate, currency: str = "RUB") -> Proposal:
    return Proposal(date=datetime.date(2026, 11, 22), title="Смета", estimate=estimate, currency=currency)


def item(name: str, quantity: str, rate: str, **values: object) -> LineItem:
    return LineItem(id=name, title=name, quantity=d(quantity), rate=d(rate), **values)  # type: ignore[arg-type]


THIRDS = Estimate(
    sections=(EstimateSection(id="s1", title="Трети", items=tuple(item(f"i{n}", "1", "33.333") for n in range(3))),),
    rounding=Rounding(scope=RoundingScope.TOTAL),
    payments=(Payment(id="a", percent=d("33.3")), Payment(id="b", percent=d("33.3")), Payment(id="c", percent=d("33.4"))),
)
"""Three lines of 33.333 come to 100.00: 33.34, 33.33 and 33.33."""
TIES = Estimate(
    sections=(EstimateSection(id="s1", items=(item("i1", "1", "2.675"), item("i2", "1.005", "1000"), item("i3", "0.145", "3"))),),
    discount=Discount(percent=d("12.5")),
    vat=Vat(mode=VatMode.ADDED, rate=d(20)),
)
"""2.675 is 2.68: half a kopeck goes up, although the binary number is a little less."""
STEPS = {
    f"step-{step.value}": replace(TIES, rounding=Rounding(step=step), surcharges=(Surcharge(id="u", percent=d(15)),))
    for step in RoundingStep
}
CHOICE = Estimate(
    sections=(
        EstimateSection(
            id="s1",
            items=(
                item("i1", "10", "100", alternative="Тексты"),
                item("i2", "20", "100", alternative="Тексты"),
                item("i3", "5", "1000", optional=True),
                item("i4", "1", "7000", packages=("k2",)),
                item("i5", "2", "500", period=Period.MONTH, vat=d(10)),
            ),
            discount=Discount(percent=d(10)),
        ),
    ),
    packages=(Package(id="k1", title="Основа"), Package(id="k2", title="Полный")),
    vat=Vat(mode=VatMode.INCLUDED, rate=d(20)),
)
"""An alternative, an option, a package, something monthly at another rate of VAT."""


def cases() -> dict[str, tuple[Proposal, View]]:
    found = {"thirds": (proposal(THIRDS), WHOLE), "ties": (proposal(TIES), WHOLE), "choice": (proposal(CHOICE), WHOLE)}
    found |= {name: (proposal(estimate), WHOLE) for name, estimate in STEPS.items()}
    for seed in range(RANDOM):
        found[f"made-{seed}"] = proposal(made(seed, 1 + seed % 5), CURRENCIES[seed % 3]), VIEWS[seed % 5]
    return found


def switched(data: bytes, changes: dict[str, str], folder: Path) -> bytes:
    """Put other numbers into cells of a workbook, as a person does."""
    from openpyxl import load_workbook

    path = folder / "switched.xlsx"
    path.write_bytes(data)
    book = load_workbook(path)
    for cell, value in changes.items():
        book.worksheets[0][cell] = float(value)
    book.save(path)
    return path.read_bytes()


def where(book_of: Proposal, key: str, column: str) -> str:
    """Return the name of a cell of the workbook of a proposal."""
    book = filled(book_of, WHOLE)
    kind, _, name = key.partition(":")
    row = 4 if kind == "package" else book.plan.row(kind, name)
    return book.at(row, column)


SWITCHES = {
    "other-alternative": ({"item:s1/i2": "chosen"}, {"i2": True}),
    "option-taken": ({"item:s1/i3": "chosen"}, {"i3": True}),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Return for every case the workbook that was written and the one that LibreOffice has calculated."""
    folder = tmp_path_factory.mktemp("office")
    books = {name: workbook(each, view) for name, (each, view) in cases().items()}
    choice = books["choice"]
    for name, (cells, _) in SWITCHES.items():
        changes = {where(proposal(CHOICE), key, column): "1" for key, column in cells.items()}
        books[name] = switched(choice, changes, folder)
    books["other-package"] = switched(choice, {where(proposal(CHOICE), "package:", "rate"): "2"}, folder)
    paths = recalculated(books, folder)
    found = {}
    for name, data in books.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(data)
        found[name] = path, paths[name]
    return found


def same(ours: object, theirs: object) -> bool:
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return abs(ours - theirs) <= 1e-9 * max(1.0, abs(ours))
    return (ours or "") == (theirs or "")


def test_every_formula_comes_to_the_value_that_was_written_beside_it(office: dict[str, tuple[Path, Path]]) -> None:
    compared, wrong = 0, []
    for name in cases():
        ours, theirs = cells_of(office[name][0]), cells_of(office[name][1])
        for at, formula in formulas_of(office[name][0]).items():
            compared += 1
            if not same(ours.get(at), theirs.get(at)):
                wrong.append(f"{name} {ours.get((at[0], 1))} {at}: {ours.get(at)} {theirs.get(at)} {formula}")
    assert compared > 700
    assert not wrong, "\n".join(wrong[:20])


@pytest.mark.parametrize("name", cases())
def test_a_table_that_libreoffice_has_saved_is_read_as_it_was(office: dict[str, tuple[Path, Path]], name: str) -> None:
    each, view = cases()[name]
    found = read_own(office[name][1])
    assert found is not None
    assert (found.estimate, found.problems) == (shown(each.estimate, each.currency, view).estimate, ())


def amount(cells: Cells, key: str, column: str = "amount") -> object:
    """Return an amount by the key of its row."""
    names = {value: at for (row, at), value in cells.items() if row == 1}
    row = next(row for (row, at), value in cells.items() if value == key and at == 1)
    return cells.get((row, names[column]))


@pytest.mark.parametrize("name", cases())
def test_the_total_of_the_table_is_that_of_the_pages(office: dict[str, tuple[Path, Path]], name: str) -> None:
    each, _ = cases()[name]
    found = totals(each.estimate, each.currency)
    cells = cells_of(office[name][1])
    for period in found.periods:
        shown_total = Decimal(str(amount(cells, "total:", AMOUNTS[period.period])))
        assert round_money(shown_total, each.currency) == period.total
    for one in found.payments:
        assert round_money(Decimal(str(amount(cells, f"payment:{one.id}"))), each.currency) == one.amount


def test_half_a_kopeck_goes_up_in_the_table_too(office: dict[str, tuple[Path, Path]]) -> None:
    cells = cells_of(office["ties"][1])
    # 2.675 → 2.68; 1.005 × 1000 = 1005; 0.145 × 3 = 0.435 → 0.44
    assert [amount(cells, f"item:s1/{name}") for name in ("i1", "i2", "i3")] == [2.68, 1005, 0.44]


def test_lines_that_are_rounded_together_add_up_in_the_table_too(office: dict[str, tuple[Path, Path]]) -> None:
    cells = cells_of(office["thirds"][1])
    assert sorted(amount(cells, f"item:s1/i{n}") for n in range(3)) == [33.33, 33.33, 33.34]  # type: ignore[type-var]
    assert amount(cells, "total:") == 100
    assert amount(cells, "item:s1/i0", "correction") == 0.01


@pytest.mark.parametrize("name", SWITCHES)
def test_choosing_in_the_table_recalculates_it_as_choosing_in_the_program(
    office: dict[str, tuple[Path, Path]], name: str
) -> None:
    chosen = SWITCHES[name][1]
    part = CHOICE.sections[0]
    items = tuple(replace(one, chosen=chosen.get(one.id, one.chosen)) for one in part.items)
    found = totals(replace(CHOICE, sections=(replace(part, items=items),)), "RUB")
    assert found.total != totals(CHOICE, "RUB").total
    cells = cells_of(office[name][1])
    assert Decimal(str(amount(cells, "total:"))) == found.total


def test_another_package_recalculates_the_table(office: dict[str, tuple[Path, Path]]) -> None:
    found = totals(replace(CHOICE, package="k2"), "RUB")
    assert found.total != totals(CHOICE, "RUB").total
    assert Decimal(str(amount(cells_of(office["other-package"][1]), "total:"))) == found.total


@pytest.mark.parametrize("view", VIEWS[1:])
@pytest.mark.parametrize("seed", range(12))
def test_a_view_hides_and_changes_no_sum(seed: int, view: View) -> None:
    estimate = made(seed, 4)
    whole, seen = totals(estimate, "RUB"), shown(estimate, "RUB", view)
    assert [one.total for one in seen.sums.periods if one.total] == [one.total for one in whole.periods if one.total]
    assert [one.vats for one in seen.sums.periods if one.total] == [one.vats for one in whole.periods if one.total]
