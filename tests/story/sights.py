"""What one sees in the window and where it is: rows, cells, words on a page. Only looked at, never called."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QFileDialog, QWidget

from app.model.path import exists, get
from app.model.sections import kind_of
from tests.story import hands
from tests.story.player import Story, Until, the_window
from widgets.estimate.grid import EstimateGrid
from widgets.estimate.popup import Popup
from widgets.models.estimate_columns import Column
from widgets.models.estimate_rows import RowKind
from widgets.outline.list import OutlineList
from widgets.palette.offers import plain
from widgets.preview.geometry import texts_of
from widgets.preview.view import PageView
from widgets.session import Session

Place = Callable[[], str]
"""A place of the proposal, looked up when it is needed."""
_HELD: list[QWidget | None] = []
"""Lists of choices are held: the bindings delete one when nobody in Python knows its window any more."""


def session() -> Session:
    """Return the session, to look at what is open."""
    return the_window().desk.session


def section(kind: str, last: bool = False) -> str:
    """Return the path of the first section of a kind, or the last one."""
    found = [one.id for one in session().proposal.sections if kind_of(one) == kind]
    return f"sections/{found[-1 if last else 0]}" if found else ""


def kinds() -> list[str]:
    """Return the kinds of the sections in their order."""
    return [kind_of(one) for one in session().proposal.sections]


def one_of(kind: type[QWidget]) -> QWidget:
    """Return the first widget of a kind that can be seen."""
    return next(one for one in the_window().findChildren(kind) if one.isVisible())


def is_seen(kind: type[QWidget]) -> bool:
    """Tell whether a widget of a kind can be seen."""
    return any(one.isVisible() for one in the_window().findChildren(kind))


# the outline -------------------------------------------------------------------------------------------------------


def outline() -> OutlineList:
    """Return the list at the left."""
    found = one_of(OutlineList)
    assert isinstance(found, OutlineList)
    return found


def outline_row(place: str) -> QModelIndex:
    """Return the row of a place."""
    return outline().model().index(outline().outline.row_of(place), 0)


def outline_spot(place: str) -> QPoint:
    """Return where the row of a place is, turning the wheel until it can be seen."""
    return seen_spot(outline(), lambda: outline_row(place))


def top_of(place: str) -> QPoint:
    """Return a point just below the upper edge of a place's row."""
    return QPoint(60, outline().visualRect(outline_row(place)).top() + 6)


def seen_spot(view: QAbstractItemView, index: Callable[[], QModelIndex]) -> QPoint:
    """Return a point on an entry of a list that can be seen after turning the wheel."""
    assert index().isValid(), "there is no such row"
    for _ in range(hands.MOST_NOTCHES):
        rect = view.visualRect(index())
        if rect.top() >= 0 and rect.center().y() < view.viewport().height() - 12:
            break
        hands.wheel(view.viewport(), 1 if rect.top() < 0 else -1)
    return view.visualRect(index()).center()


def open_row(place: Callable[[], str]) -> Story:
    """Click the row of a place in the outline."""
    yield Until(lambda: is_seen(OutlineList) and outline_row(place()).isValid(), "a row of the outline")
    yield lambda: hands.click_at(outline().viewport(), outline_spot(place()))
    yield Until(lambda: session().subject == place() and fields_are_there(), f"the fields of {place()}")


def fields_are_there() -> bool:
    """Tell whether all fields of what is looked at can be seen."""
    bench = the_window().workbench
    return bench is not None and bench.editor.is_whole


# lists and menus ---------------------------------------------------------------------------------------------------


def offer_spot(words: str) -> tuple[QWidget, QPoint] | None:
    """Return where a line of the list at the cursor is, None while there is none."""
    for popup in the_window().findChildren(Popup):
        for row in range(popup.model().rowCount() if popup.isVisible() else 0):
            index = popup.model().index(row, 0)
            if plain(str(index.data())) == words:
                popup.scrollTo(index)
                return popup.viewport(), popup.visualRect(index).center()
    return None


def take_offer(words: str) -> Story:
    """Click a line of the list that hangs at the cursor."""
    yield Until(lambda: offer_spot(words), f"{words!r} in the list at the cursor")

    def take() -> None:
        found = offer_spot(words)
        assert found is not None
        hands.click_at(*found)

    yield take


def pick(field: Callable[[], QComboBox], words: str) -> Story:
    """Open a field of choices with a click, and click one of them."""
    yield lambda: hands.click_at(field())
    yield Until(lambda: _choices() is not None, "the list of choices")

    def take() -> None:
        view = _choices()
        assert view is not None
        model = view.model()
        row = next(i for i in range(model.rowCount()) if model.index(i, 0).data() == words)
        hands.click_at(view.viewport(), seen_spot(view, lambda: model.index(row, 0)))

    yield take


def _choices() -> QAbstractItemView | None:
    popup = QApplication.activePopupWidget()
    _HELD.append(popup)
    return popup.findChild(QAbstractItemView) if popup is not None else None


def name_file(file: Path) -> Story:
    """Name a file in the system's own question for one."""
    yield Until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "the question for a file")
    yield lambda: hands.type_text(str(file))
    yield lambda: hands.stroke(Qt.Key.Key_Return)
    yield Until(lambda: not isinstance(QApplication.activeModalWidget(), QFileDialog), "an answer to the question for a file")


# the estimate and the pages ----------------------------------------------------------------------------------------


def grid() -> EstimateGrid:
    """Return the grid of the estimate."""
    found = one_of(EstimateGrid)
    assert isinstance(found, EstimateGrid)
    return found


def people_cell(title: str) -> QPoint:
    """Return where the grid says who does a section of the estimate."""
    part = next(one.id for one in session().proposal.estimate.sections if one.title == title)
    rows = grid().model().rows()  # type: ignore[attr-defined]
    place = next(i for i, row in enumerate(rows) if row.section == part and not row.item)
    return seen_spot(grid(), lambda: grid().model().index(place, Column.ROLE))


def section_at_cursor() -> str:
    """Return the title of the section of the estimate in whose own row the cursor is; empty in other rows."""
    row = grid().current_row()
    parts = {one.id: one.title for one in session().proposal.estimate.sections}
    return parts.get(row.section, "") if row is not None and row.kind is RowKind.SECTION else ""


def works() -> tuple[object, ...]:
    """Return the works of the first gallery."""
    found = value(f"{section('references')}/items")
    return found if isinstance(found, tuple) else ()


def pages() -> PageView:
    """Return the pages at the right."""
    found = one_of(PageView)
    assert isinstance(found, PageView)
    return found


def shown_section() -> str:
    """Return the path of the section whose page is looked at."""
    current = pages().current
    found = the_window().desk.pages.pages
    return f"sections/{found[current].section}" if 0 <= current < len(found) else ""


def word_spot(path: str, along: float) -> QPoint | None:
    """Return a point on a text of the pages that can be seen, so far along its first line."""
    view = pages()
    for index in view.visible():
        for box, _ in texts_of(the_window().desk.pages.pages[index], path):
            shown = view.box_rect(index, box)
            point = QPoint(round(shown.left() + along * shown.width()), round(shown.center().y()))
            if view.viewport().rect().adjusted(8, 8, -8, -8).contains(point):
                return point
    return None


def value(path: str) -> object:
    """Return what stands at a path of the proposal, None where there is nothing."""
    return get(session().proposal, path) if exists(session().proposal, path) else None
