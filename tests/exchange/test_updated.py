"""An updated spreadsheet is compared with the proposal, whether this program or somebody else has made it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from app.exchange.apply import apply
from app.exchange.fields import FIELDS
from app.exchange.flat import text_table
from app.exchange.naming import FIELD_NAMES, field_name, value_text
from app.exchange.reading import read_estimate
from app.exchange.updated import read_update
from app.exchange.view import WHOLE, View
from app.exchange.workbook import workbook
from app.i18n import Words
from app.model.estimate import Detail, Estimate, EstimateSection, LineItem, Pricing, Vat, VatMode
from app.model.internal import Internal
from app.model.proposal import Proposal
from app.model.rate import Rate
from tests.exchange.test_own import proposal


def d(text: str | int) -> Decimal:
    return Decimal(text)


ESTIMATE = Estimate(
    sections=(
        EstimateSection(
            id="s1",
            title="Дизайн",
            items=(
                LineItem(id="i7", title="Дизайн главной", quantity=d(10), role="designer", note=Internal("втайне")),
                LineItem(id="i8", title="Иконки", pricing=Pricing.QUANTITY, unit="шт.", quantity=d(40), rate=d(500), hours=d(6)),
            ),
        ),
        EstimateSection(id="s2", title="Разработка", items=(LineItem(id="i7", title="Вёрстка", quantity=d(24), rate=d(3000)),)),
    ),
    rates=(Rate(id="designer", amount=d(4000)),),
    vat=Vat(mode=VatMode.ADDED, rate=d(20)),
)
PROPOSAL: Proposal = replace(proposal(ESTIMATE), id="kp-1")


def told(path: Path, each: Proposal = PROPOSAL) -> list[tuple[str, str, str, object]]:
    found = read_update(path, each)
    assert found.changes is not None, found.problems
    return [(change.kind.value, change.title, change.field, change.after) for change in found.changes]


def table(folder: Path, each: Proposal = PROPOSAL, view: View = WHOLE) -> Path:
    path = folder / "table.xlsx"
    path.write_bytes(workbook(each, view))
    return path


def foreign(folder: Path, text: str) -> Path:
    path = folder / "foreign.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_table_that_nobody_has_touched_changes_nothing(tmp_path: Path) -> None:
    assert told(table(tmp_path)) == []


def test_a_changed_cell_is_one_change(tmp_path: Path) -> None:
    path = table(tmp_path)
    book = load_workbook(path)
    names = {cell.value: cell.column for cell in book.worksheets[0][1]}
    book.worksheets[0].cell(8, names["quantity"]).value = 12
    book.save(path)
    assert told(path) == [("changed", "Дизайн главной", "quantity", 12)]


def test_a_table_of_another_proposal_is_recognised_by_titles(tmp_path: Path) -> None:
    """Its ids mean other things: s1 there is what is s2 here."""
    turned = replace(ESTIMATE, sections=(replace(ESTIMATE.sections[1], id="s1"), replace(ESTIMATE.sections[0], id="s2")))
    path = table(tmp_path, replace(proposal(turned), id="kp-2"))
    assert [kind for kind, *_ in told(path)] == ["moved"]
    assert [found.code for found in read_update(path, PROPOSAL).problems] == ["table-other-proposal"]
    assert not read_update(path, replace(PROPOSAL, id="kp-2")).problems


def test_a_table_without_hours_or_items_cannot_be_compared(tmp_path: Path) -> None:
    for view in (View(show_hours=False), View(detail=Detail.SECTIONS), View(detail=Detail.TOTALS)):
        found = read_update(table(tmp_path, view=view), PROPOSAL)
        assert found.changes is None
        assert [one.code for one in found.problems] == ["table-view-partial"]


def test_a_table_without_payments_leaves_them_alone(tmp_path: Path) -> None:
    from app.model.payment import Payment

    each = replace(PROPOSAL, estimate=replace(ESTIMATE, payments=(Payment(id="y"),)))
    assert told(table(tmp_path, each, View(payments=False)), each) == []


def test_a_foreign_table_tells_only_what_its_columns_say(tmp_path: Path) -> None:
    text = "Работа;Часы;Ставка\nДизайн;;\nДизайн главной;14;4000\nРазработка;;\nВерстка;24;3000\nТестирование;8;2500\n"
    path = foreign(tmp_path, text)
    changes = read_update(path, PROPOSAL).changes
    assert changes is not None
    found = [(change.kind.value, change.title, change.field) for change in changes]
    assert ("changed", "Дизайн главной", "quantity") in found
    assert ("changed", "Вёрстка", "title") in found
    assert ("added", "Тестирование", "") in found
    assert ("removed", "Иконки", "") in found
    assert not [one for one in found if one[2] in ("rate", "role", "vat")]
    made = apply(ESTIMATE, changes, changes.ids)
    first = made.sections[0].items[0]
    assert (first.id, first.quantity, first.rate, first.role, first.note) == ("i7", 14, None, "designer", Internal("втайне"))
    assert made.vat == ESTIMATE.vat


def test_the_same_price_said_in_another_way_is_no_change(tmp_path: Path) -> None:
    text = "Работа;Часы;Ставка\nДизайн;;\nДизайн главной;10;4000\nИконки;6;3333,33\nРазработка;;\nВёрстка;24;3000\n"
    found = told(foreign(tmp_path, text))
    assert {title for _, title, _, _ in found} <= {"Иконки"}


def test_a_table_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    found = read_update(tmp_path / "none.xlsx", PROPOSAL)
    assert (found.changes, [one.code for one in found.problems]) == (None, ["table-unreadable"])


def test_a_table_of_ours_is_read_like_any_estimate_with_names_for_people(tmp_path: Path) -> None:
    part = replace(ESTIMATE.sections[0], people=("p1",), roles=("Редактор",))
    path = table(tmp_path, replace(PROPOSAL, estimate=replace(ESTIMATE, sections=(part,))))
    read = read_estimate(path)
    assert (read.people, read.currency, read.estimate.sections[0].people) == (("Анна Ким",), "RUB", ("Анна Ким",))
    assert read.estimate.sections[0].items[0].role == "designer"
    assert read.estimate.vat == ESTIMATE.vat


def test_every_field_and_value_has_its_words_in_both_languages() -> None:
    names = {one.name for fields in FIELDS.values() for one in fields}
    assert names == set(FIELD_NAMES)
    english, russian = Words("en"), Words("ru")
    for name in names:
        assert field_name(name, russian) != field_name(name, english)
    for fields in FIELDS.values():
        for choice in (choice for one in fields if one.choices for choice in one.choices):
            assert value_text(choice, russian) != value_text(choice, english)
    shown = [value_text(value, russian) for value in (d("12.50"), None, True, ("a", "b"), d("1E+3"), "x")]
    assert shown == ["12,5", "—", "да", "a, b", "1000", "x"]


def test_a_text_table_tells_its_total_however_little_it_shows(tmp_path: Path) -> None:
    for detail in Detail:
        lines = text_table(PROPOSAL, View(detail=detail)).decode("utf-8-sig").splitlines()
        assert lines[-1].startswith("sum;")
        assert "158400,00" in lines[-1]
