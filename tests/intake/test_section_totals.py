"""Sums that are named after the section they sum up, and prices that stand for several rows."""

from pathlib import Path

from app.intake.estimate import read_estimate
from app.model.estimate import Vat, VatMode
from tests.intake.helpers import codes, items, xlsx


def test_english_section_subtotals_and_an_exempt_tax_of_nought_are_no_work(tmp_path: Path) -> None:
    """Reported: "Section subtotal" was read as a line item, so that every sum doubled."""
    file = tmp_path / "estimate.csv"
    file.write_text(
        "Task;Hours;Rate;Amount\nDesign;;;\nHome;10;100;1000\nSection subtotal;10;;1000\nCode;;;\nBack;5;100;500\n"
        "Section total;5;;500\nSubtotal for the project;15;;1500\nVAT exempt (reverse charge);;;0\nGrand total;15;;1500\n",
        encoding="utf-8",
    )
    read = read_estimate(file, language="en")
    assert read.problems == ()
    assert [[item.title for item in part.items] for part in read.estimate.sections] == [["Home"], ["Back"]]
    assert read.estimate.vat == Vat(mode=VatMode.EXEMPT, reason="VAT exempt (reverse charge)")


def test_rows_under_one_merged_price_say_what_is_in_it(tmp_path: Path) -> None:
    rows = [["Работа", "Цена"], ["Логотип", 100_000], ["Макеты", None], ["Руководство", None], ["Код", 50_000]]
    read = read_estimate(xlsx(tmp_path / "a.xlsx", rows, merge="B2:B4"))
    assert [(item.title, item.description) for item in items(read)] == [("Логотип", "- Макеты\n- Руководство"), ("Код", "")]
    assert not codes(read)
