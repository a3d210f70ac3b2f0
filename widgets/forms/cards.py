"""A list of things as cards: closed they say what they are, one at a time is opened and filled in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.model.path import exists, get
from app.model.proposal import Proposal
from widgets.desk import Desk
from widgets.look.elided import Elided
from widgets.look.parts import column, empty, label, push, row, tool
from widgets.look.scale import px
from widgets.phrases import Phrase, say, shorten
from widgets.pictures.offer import Source
from widgets.pictures.receiver import Receiver
from widgets.session import Change, Kind
from widgets.words import tr

Step = str | int


@dataclass(frozen=True)
class Cards:
    """What a list is made of and what can be done to it. Steps are ids, or indices where things have no id.

    `keep` saves the thing at a path to the library. `start` fills a list in which nothing is yet, where that can be done: None
    where it cannot. `received` takes pictures that are dropped on a card.
    """

    title: Callable[[Any], str]
    subtitle: Callable[[Any], str]
    icon: Callable[[Any], QIcon | None]
    form: Callable[[str], QWidget]
    add: Callable[[Proposal], Proposal]
    remove: Callable[[Proposal, Step], Proposal]
    move: Callable[[Proposal, Step, int], Proposal]
    adds: str
    added: str
    removed: str
    moved: str
    none: str
    duplicate: Callable[[Proposal, Step], Proposal] | None = None
    duplicated: str = ""
    keep: Callable[[str], None] | None = None
    start: Callable[[Proposal], Proposal | None] | None = None
    starts: str = ""
    received: Callable[[Step, tuple[Source, ...]], None] | None = None


class CardList(QWidget):
    """The list at a path."""

    def __init__(self, desk: Desk, path: str, cards: Cards) -> None:
        super().__init__()
        self._desk, self._path, self._cards = desk, path, cards
        self._open: Step | None = None
        self._made: dict[Step, Card] = {}
        self._box = column(self, gap=8)
        desk.session.changed.connect(self._changed)
        desk.media.loaded.connect(self._refresh)
        self._rebuild()

    def focus_path(self, path: str) -> bool:
        """Open the card of a path and put the focus into its field. Return whether there is one."""
        step, slash, rest = path.removeprefix(f"{self._path}/").partition("/")
        wanted: Step = step
        if step not in self._made and step.isdecimal() and int(step) < len(self._made):
            wanted = list(self._made)[int(step)]
        if path == self._path or wanted not in self._made:
            return False
        self._show_open(wanted)
        return self._made[wanted].focus_path(f"{self._path}/{wanted}{slash}{rest}")

    def _items(self) -> tuple[Any, ...]:
        proposal = self._desk.session.proposal
        found = get(proposal, self._path) if exists(proposal, self._path) else ()
        return found if isinstance(found, tuple) else ()

    def _steps(self) -> list[Step]:
        return [getattr(item, "id", i) for i, item in enumerate(self._items())]

    def _rebuild(self) -> None:
        empty(self._box)
        self._made = {}
        for item, step in zip(self._items(), self._steps(), strict=True):
            card = Card(self._desk, self._cards, f"{self._path}/{step}", self._calls(step))
            card.pressed.connect(partial(self._toggle, step))
            card.refresh(item)
            if self._cards.received is not None:
                Receiver(card, partial(self._cards.received, step))
            self._made[step] = card
            self._box.addWidget(card)
        if not self._made:
            self._box.addWidget(label(tr(self._cards.none), "quiet", wrap=True))
        across = row(gap=8)
        across.addWidget(push(tr(self._cards.adds), self._add))
        if not self._made and self._started() is not None:
            across.addWidget(push(tr(self._cards.starts), self._start))
        across.addStretch(1)
        self._box.addLayout(across)
        self._show_open(self._open)

    def _calls(self, step: Step) -> "CardCalls":
        duplicate = partial(self._duplicate, step) if self._cards.duplicate else None
        keep = partial(self._cards.keep, f"{self._path}/{step}") if self._cards.keep else None
        return CardCalls(
            partial(self._move, step, -1), partial(self._move, step, 1), partial(self._remove, step), duplicate, keep
        )

    def _started(self) -> Proposal | None:
        return self._cards.start(self._desk.session.proposal) if self._cards.start else None

    def _start(self) -> None:
        started = self._started()
        if started is not None:
            self._desk.session.edit(started, say(self._cards.starts))

    def _toggle(self, step: Step) -> None:
        self._show_open(None if step == self._open else step)

    def _show_open(self, step: Step | None) -> None:
        self._open = step
        for key, card in self._made.items():
            card.set_open(key == step)

    def _add(self) -> None:
        session, before = self._desk.session, set(self._steps())
        session.edit(self._cards.add(session.proposal), say(self._cards.added))
        new = [step for step in self._steps() if step not in before]
        if new and new[-1] in self._made:
            self._show_open(new[-1])
            self._made[new[-1]].focus_first()

    def _duplicate(self, step: Step) -> None:
        session, index = self._desk.session, self._steps().index(step)
        if self._cards.duplicate is not None:
            session.edit(self._cards.duplicate(session.proposal, step), self._named(self._cards.duplicated, step))
            self._show_open(self._steps()[index + 1])

    def _remove(self, step: Step) -> None:
        session = self._desk.session
        session.edit(self._cards.remove(session.proposal, step), self._named(self._cards.removed, step))

    def _move(self, step: Step, by: int) -> None:
        session = self._desk.session
        index = self._steps().index(step)
        if self._open == step and isinstance(step, int):
            self._open = min(max(step + by, 0), len(self._made) - 1)
        session.edit(self._cards.move(session.proposal, step, index + by), self._named(self._cards.moved, step))

    def _named(self, msgid: str, step: Step) -> Phrase:
        title = self._cards.title(self._items()[self._steps().index(step)])
        return say(msgid, title=shorten(title))

    def _changed(self, change: Change) -> None:
        if change.kind is not Kind.EDITED or not exists(change.after, self._path):
            return
        if self._steps() != list(self._made):
            self._rebuild()
        elif not exists(change.before, self._path) or get(change.before, self._path) is not get(change.after, self._path):
            self._refresh()

    def _refresh(self) -> None:
        for item, step in zip(self._items(), self._steps(), strict=True):
            if step in self._made:
                self._made[step].refresh(item)


@dataclass(frozen=True)
class CardCalls:
    """What a card's buttons call."""

    up: Callable[[], None]
    down: Callable[[], None]
    remove: Callable[[], None]
    duplicate: Callable[[], None] | None = None
    keep: Callable[[], None] | None = None


class CardHead(QFrame):
    """The line of a card that opens and closes it."""

    pressed = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or close."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class Card(QFrame):
    """One thing. Its form is made when it is opened for the first time."""

    pressed = Signal()

    def __init__(self, desk: Desk, cards: Cards, path: str, calls: CardCalls) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk, self._cards, self._path = desk, cards, path
        self._form: QWidget | None = None
        self._inset: QWidget | None = None
        self._icon, self._title, self._subtitle = label(""), Elided("strong"), Elided("small")
        self._box = column(self, (0, 0, 0, 0))
        head = CardHead()
        head.setCursor(Qt.CursorShape.PointingHandCursor)
        head.pressed.connect(self.pressed)
        self._box.addWidget(head)
        across = row(head, (12, 8, 8, 8), gap=4)
        self._toggle = tool(desk.look, "chevron-right", tr("Open"), self.pressed.emit, 16)
        words = column(gap=0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        for part in (self._toggle, self._icon):
            across.addWidget(part)
        across.addSpacing(4)
        across.addLayout(words, 1)
        across.addWidget(tool(desk.look, "up", tr("Move up"), calls.up, 16))
        across.addWidget(tool(desk.look, "down", tr("Move down"), calls.down, 16))
        if calls.keep is not None:
            across.addWidget(tool(desk.look, "library", tr("Save to the library"), calls.keep, 16))
        if calls.duplicate is not None:
            across.addWidget(tool(desk.look, "duplicate", tr("Duplicate"), calls.duplicate, 16))
        across.addWidget(tool(desk.look, "remove", tr("Remove"), calls.remove, 16))

    def refresh(self, item: object) -> None:
        """Say again what the thing is."""
        self._title.setText(shorten(self._cards.title(item), 60) or tr("Without a name"))
        subtitle = self._cards.subtitle(item)
        self._subtitle.setText(shorten(subtitle, 80))
        self._subtitle.setVisible(bool(subtitle))
        self._show_icon(self._icon, self._cards.icon(item))

    def set_open(self, is_open: bool) -> None:
        """Show the form, or only the line."""
        if is_open and self._form is None:
            self._form = self._cards.form(self._path)
            self._inset = QWidget()  # goes away with its margins
            column(self._inset, (12, 4, 12, 16)).addWidget(self._form)
            self._box.addWidget(self._inset)
        if self._inset is not None:
            self._inset.setVisible(is_open)
        self._toggle.setIcon(self._desk.look.icon("chevron-down" if is_open else "chevron-right"))
        self._toggle.setAccessibleName(tr("Close") if is_open else tr("Open"))

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path; into the first one for the path of the thing itself."""
        if path == self._path:
            self.focus_first()
            return True
        inner = getattr(self._form, "focus_path", None)
        return bool(inner and inner(path))

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        first = getattr(self._form, "focus_first", None)
        if first is not None:
            first()

    @staticmethod
    def _show_icon(shown: QLabel, icon: QIcon | None) -> None:
        shown.setVisible(icon is not None)
        if icon is not None:
            shown.setPixmap(icon.pixmap(QSize(px(28), px(28)), shown.devicePixelRatioF()))
