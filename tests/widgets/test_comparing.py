"""Two states of a proposal side by side: what is marked, and the numbers."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.comparing import compare
from app.edits.fields import set_value
from app.layout.page import Page, Tag, TextItem
from app.model.notation import parse
from app.model.proposal import Proposal
from app.pipeline import Pipeline
from app.sending.send import Order, send
from app.store.work.versions import Versions
from app.store.workspace import Workspace
from tests.widgets.press import TestPress
from tests.widgets.proposals import small
from tests.widgets.test_carets import line
from widgets.comparing.dialog import CompareDialog
from widgets.comparing.figures_model import FiguresModel
from widgets.comparing.marks import Sign, marks_of
from widgets.comparing.pairing import paired
from widgets.comparing.sides import Kind
from widgets.desk import Desk
from widgets.words import use

PATH = "sections/letter/text"


def page(*texts: tuple[str, str], section: str = "letter") -> Page:
    items = tuple(TextItem(50, 40 + 20 * i, line(text), origin, group=origin) for i, (origin, text) in enumerate(texts))
    return Page(600, 800, items, section=section)


def changed(path: str, value: object) -> Proposal:
    return set_value(small(), path, value)


def test_the_words_that_differ_are_marked_on_either_page() -> None:
    old, new = small(), changed(PATH, parse("We took the second train."))
    found = compare(old, new)
    before = marks_of([page((f"{PATH}/paragraphs/0", "We took the first train."))], found, old=True)
    after = marks_of([page((f"{PATH}/paragraphs/0", "We took the second train."))], found, old=False)
    assert [(mark.sign, mark.word) for mark in before] == [(Sign.GONE, True)]
    assert before[0].box.left() == 50 + 10 * len("We took the ")
    assert before[0].box.width() == 10 * len("first")
    assert [(mark.sign, mark.box.width()) for mark in after] == [(Sign.NEW, 60)]


def test_a_title_is_marked_where_it_is_read_and_not_at_the_edge_of_every_page() -> None:
    found = compare(small(), changed("title", "Loud Harbour"))
    running = replace(page(("title", "Loud Harbour")).items[0], tag=Tag.ARTIFACT)  # type: ignore[type-var]
    edge = Page(600, 800, (running,), section="letter")
    assert [mark.page for mark in marks_of([page(("title", "Loud Harbour")), edge, edge], found, old=False)] == [0]
    assert [mark.page for mark in marks_of([edge, edge], found, old=False)] == [0, 1], "where it stands nowhere else"


def test_a_figure_is_framed_and_a_new_line_is_marked_as_new() -> None:
    path = "estimate/sections/design/items/layout/quantity"
    old = small()
    new = set_value(old, path, Decimal(48))
    marks = marks_of([page((path, "48 h"))], compare(old, new), old=False)
    assert [(mark.sign, mark.word) for mark in marks] == [(Sign.CHANGED, False)]
    gone = replace(old, sections=tuple(one for one in old.sections if one.id != "letter"))
    added = marks_of([page((f"{PATH}/paragraphs/0", "We took the first train."))], compare(gone, old), old=False)
    assert [mark.sign for mark in added] == [Sign.NEW]
    assert marks_of([page((f"{PATH}/paragraphs/0", "We took the first train."))], compare(old, gone), old=False) == []


def test_sums_that_came_out_differently_are_framed_too() -> None:
    path = "estimate/sections/design/items/layout"
    old, new = small(), changed(f"{path}/quantity", Decimal(48))
    before = page(
        (f"{path}/quantity", "40 h"), (f"{path}/rate", "100"), ("estimate/sections/design", "6 000"), ("estimate", "6 500")
    )
    after = page(
        (f"{path}/quantity", "48 h"), (f"{path}/rate", "100"), ("estimate/sections/design", "6 800"), ("estimate", "7 300")
    )
    marks = marks_of([after], compare(old, new), old=False, others=[before])
    assert len(marks) == 3, "the hours, the sum of the section, the total; not the rate"


def test_what_only_insiders_see_is_not_marked() -> None:
    old = small()
    new = set_value(old, "estimate/sections/design/items/layout/note/value", "OTHER")
    assert marks_of([page(("estimate/sections/design/items/layout/title", "Layout"))], compare(old, new), old=False) == []


def test_pages_of_one_section_stand_beside_each_other() -> None:
    def pages(*sections: str) -> list[Page]:
        return [Page(600, 800, (), section=section) for section in sections]

    assert paired(pages("cover", "story", "story"), pages("cover", "story")) == [(0, 0), (1, 1), (2, None)]
    assert paired(pages("cover", "old", "terms"), pages("cover", "new", "terms")) == [(0, 0), (1, None), (None, 1), (2, 2)]
    assert paired(pages("gone"), []) == [(0, None)]


def test_the_numbers_are_told_in_both_languages() -> None:
    old, new = small(), changed("estimate/sections/design/items/layout/quantity", Decimal(48))
    model = FiguresModel()
    model.show(compare(old, new).figures, "EUR", "EUR")
    rows = [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]
    assert rows[0] == ["The whole", "Total", "€6,500", "€7,300", "+€800"]
    assert ["Layout", "Hours", "40\xa0h", "48\xa0h", "+8\xa0h"] in rows
    use("ru")
    assert model.headerData(4, Qt.Orientation.Horizontal) == "Разница"
    assert model.index(0, 4).data() == "+800\xa0€"
    model.show(compare(old, replace(new, currency="USD")).figures, "EUR", "USD")
    assert model.index(0, 4).data() == "—", "amounts in two currencies have no difference"


@pytest.fixture
def dialog(desk: Desk, workspace: Workspace, press: TestPress, qtbot: QtBot) -> Iterator[CompareDialog]:
    """A proposal of the workspace with a named version, changed since."""
    folder = workspace.import_source(desk.session.folder or Path(), small()).folder
    assert folder is not None
    assert Versions(workspace.disk).keep(folder, "before the call", "Anna").version is not None
    desk.session.open(small(), folder)
    after = set_value(desk.session.proposal, "estimate/sections/design/items/layout/quantity", Decimal(48))
    after = set_value(after, "title", "Loud Harbour")
    desk.session._show(after)
    made = CompareDialog(desk, lambda _: press)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.view.changes > 0 and not desk.jobs.busy, timeout=8000)
    yield made
    made.close()


def test_a_version_and_now_are_compared_and_gone_through(dialog: CompareDialog, qtbot: QtBot) -> None:
    assert "before the call" in dialog.old.currentText()
    assert dialog.new.currentText() == "As it is now"
    assert dialog.figures.rowCount() > 0
    count = dialog.view.changes
    said = dialog._count.text()
    assert said == f"{count} changes"
    qtbot.keyClick(dialog, Qt.Key.Key_F7)
    assert dialog._count.text() == f"Change 1 of {count}"
    qtbot.keyClick(dialog, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert dialog._count.text() == f"Change {count} of {count}"
    dialog.grab()
    dialog.table.clicked.emit(dialog.figures.index(dialog.figures.rowCount() - 1, 0))


def test_the_same_state_twice_differs_in_nothing(dialog: CompareDialog, desk: Desk, qtbot: QtBot) -> None:
    dialog.choose(0, 0)
    qtbot.waitUntil(lambda: dialog._count.text() == "Nothing differs on the pages.", timeout=8000)
    assert dialog.figures.rowCount() == 0
    assert dialog._said.text() == "No number has changed."
    assert not dialog.table.isVisible()
    assert dialog.table.parentWidget().height() < 60, "the pages have the room"
    dialog.choose(0, 1)
    qtbot.waitUntil(dialog.table.isVisible, timeout=8000)
    assert dialog.table.height() > 100


def test_where_nothing_was_kept_yet_it_says_what_to_do(desk: Desk, press: TestPress, qtbot: QtBot, tmp_path: Path) -> None:
    made = CompareDialog(desk, lambda _: press)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "nothing to compare" in made._none.text(), timeout=8000)
    assert made.above.isHidden(), "there is nothing to choose either"


def test_what_was_sent_is_shown_as_it_was_sent(workspace: Workspace, tmp_path: Path) -> None:
    import datetime

    from widgets.comparing.sides import sides_of, stated
    from widgets.jobs import Ticket

    pipeline = Pipeline(cache=tmp_path / "cache")
    source = tmp_path / "other"
    source.mkdir()
    proposal = replace(small(), brandbook="kurs", references=()) if hasattr(small(), "references") else small()
    folder = workspace.import_source(source, proposal).folder
    assert folder is not None
    read = workspace.read(folder).proposal
    assert read is not None
    order = Order("Dasha", "Anna", datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC))
    sent = send(workspace, pipeline, folder, read, order)
    if sent.pdf is None:
        pytest.fail(f"not sent: {[one.code for one in sent.problems]}")
    (side,) = [one for one in sides_of(folder, workspace) if one.kind is Kind.SENT]
    assert side.at == order.at
    asked: list[Path] = []

    def own(place: Path) -> Pipeline:
        asked.append(place)
        return Pipeline((place,), tmp_path / "cache")

    found = stated(side, read, folder, workspace, pipeline, own, Ticket())  # type: ignore[arg-type]
    assert found.proposal is not None
    assert found.layout is not None
    assert asked
    assert asked[0].is_relative_to(folder)
