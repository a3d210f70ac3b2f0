"""What a letter of a search costs in the library: cards are painted once, and only what has changed is drawn anew."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.model.people import Person
from app.store.workspace import Workspace
from tests.widgets.library_parts import entered, fill
from widgets.application import House
from widgets.look.stamps import Stamps
from widgets.places.library.painting import CardDelegate
from widgets.places.library.place import LibraryPlace


class Paints(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.times: Counter[QObject] = Counter()
        for one in watched:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.times[watched] += 1
        return False


@pytest.fixture
def place(workspace: Workspace, house: House, qtbot: QtBot) -> LibraryPlace:
    """The library with enough people to be scrolled."""
    fill(workspace)
    for number in range(60):
        workspace.library.people.put(Person(id=f"p{number}", name=f"River person {number}", role="Producer"))
    found = entered(qtbot, house, 63)
    qtbot.waitUntil(lambda: not house.jobs.busy, timeout=5000)
    return found


def search(qtbot: QtBot, place: LibraryPlace, letters: str, count: int) -> None:
    place.top.search.setFocus()
    qtbot.keyClicks(place.top.search, letters)
    qtbot.waitUntil(lambda: place._hits is not None and place.model.rowCount() == count, timeout=5000)
    qtbot.wait(50)


def test_a_letter_paints_the_cards_once_and_the_side_not_at_all(place: LibraryPlace, qtbot: QtBot) -> None:
    search(qtbot, place, "r", 61)
    cards, kinds = place.grid.viewport(), place.side.kinds.viewport()
    paints = Paints(cards, kinds, place.side.tag, place.side.status)
    place.top.search.blockSignals(True)
    place.top.search.setText("ri")
    hits = list(reversed((place._hits or {}).values()))
    place._found("ri", hits)
    qtbot.wait(50)
    assert paints.times == {cards: 1}


def test_the_side_follows_another_filter_and_another_library(place: LibraryPlace, qtbot: QtBot) -> None:
    place.side.tag.activated.emit(1)
    assert place.side.clear.isVisible()
    place.side.clear.click()
    assert not place.side.clear.isVisible()
    assert place.side.tag.value == ""
    place.keeper.store(Person(id="new", name="Vera"))
    people = place.side.kinds.model()
    qtbot.waitUntil(lambda: people.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "People: 62", timeout=5000)


def test_the_picture_of_a_card_is_drawn_once_until_it_is_another(
    place: LibraryPlace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[object] = []
    draw = CardDelegate._picture
    monkeypatch.setattr(CardDelegate, "_picture", lambda *one: (drawn.append(one[3]), draw(*one)))
    place.grid.viewport().repaint()
    drawn.clear()
    search(qtbot, place, "river", 61)
    seen = {place.model.cards[row].mark for row in range(12)}
    drawn.clear()
    place.top.search.setText("rive")
    qtbot.wait(100)
    assert len(drawn) <= len({place.model.cards[row].mark for row in range(20)} - seen)


@pytest.fixture
def canvas() -> QImage:
    return QImage(40, 40, QImage.Format.Format_RGB32)


def laid(stamps: Stamps, canvas: QImage, shows: str, side: int = 20, scale: float = 1.0) -> list[QRect]:
    """Lay a stamp down; return what had to be drawn for it."""
    drawn: list[QRect] = []
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    painter.scale(scale, scale)

    def draw(pen: QPainter, room: QRect) -> None:
        drawn.append(room)
        pen.fillRect(room, Qt.GlobalColor.red)

    stamps.lay(painter, QRect(5, 5, side, side), shows, draw)
    painter.end()
    return drawn


def test_a_stamp_is_drawn_once_and_lies_where_it_is_wanted(qtbot: QtBot, canvas: QImage) -> None:
    stamps = Stamps()
    assert laid(stamps, canvas, "a") == [QRect(0, 0, 20, 20)]
    assert laid(stamps, canvas, "a") == []
    red, white = Qt.GlobalColor.red, Qt.GlobalColor.white
    assert [canvas.pixelColor(at, at) for at in (4, 5, 24, 25)] == [white, red, red, white]
    assert laid(stamps, canvas, "b")
    assert laid(stamps, canvas, "a", side=10)


def test_a_stamp_is_as_sharp_as_it_is_seen(qtbot: QtBot, canvas: QImage) -> None:
    stamps = Stamps()
    assert laid(stamps, canvas, "a", side=10)
    assert laid(stamps, canvas, "a", side=10, scale=2.0)
    assert canvas.pixelColor(29, 29) == Qt.GlobalColor.red
    assert canvas.pixelColor(30, 30) == Qt.GlobalColor.white


def test_stamps_that_were_not_looked_at_for_longest_make_room(qtbot: QtBot, canvas: QImage) -> None:
    room = QPixmap(20, 20)
    stamps = Stamps(most=2 * 4 * room.width() * room.height())
    for shows in ("a", "b", "a", "c"):
        laid(stamps, canvas, shows)
    assert laid(stamps, canvas, "a") == []
    assert laid(stamps, canvas, "b")
