"""What was found of work whose end nobody saw: a crash, a power cut, a killed process."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QWidget

from app.wording import worded
from widgets.look.look import Look
from widgets.look.parts import column, label, push, row, scrolling_below
from widgets.words import language, moment, tr, tr_plural

if TYPE_CHECKING:
    from app.store.work.recovery import Recovered

MOST_EDITS = 5


class RecoveredDialog(QDialog):
    """The list of what was recovered: each can be opened as it is, or gone back to its state at opening."""

    def __init__(
        self,
        look: Look,
        found: Sequence["Recovered"],
        open_one: Callable[["Recovered"], object],
        go_back: Callable[["Recovered"], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._open, self._go_back = look, open_one, go_back
        self.setWindowTitle(tr("Recovered work"))
        self.resize(640, 480)
        box = column(self, (24, 20, 24, 16), gap=12)
        box.addWidget(label(tr("Recovered work"), "title"))
        box.addWidget(label(_lead(found), "quiet", wrap=True))
        inside = QWidget()
        cards = column(inside, gap=12)
        for one in found:
            cards.addWidget(self._card(one))
        box.addWidget(scrolling_below(inside), 1)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Keep everything as it is"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        box.addWidget(buttons)

    def _card(self, one: "Recovered") -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setAccessibleName(_name(one))
        box = column(card, (16, 12, 16, 12), gap=4)
        box.addWidget(label(_name(one), "strong", wrap=True))
        for text in _story(one):
            line = label(text, "small", wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            box.addWidget(line)
        deeds = row(gap=8)
        deeds.addWidget(push(tr("Open"), lambda: self._choose(self._open, one), "primary"))
        if one.opening:
            deeds.addWidget(push(tr("Go back to how it was at opening"), lambda: self._choose(self._go_back, one)))
        deeds.addStretch(1)
        box.addSpacing(4)
        box.addLayout(deeds)
        return card

    def _choose(self, call: Callable[["Recovered"], object], one: "Recovered") -> None:
        self.accept()
        call(one)


def _lead(found: Sequence["Recovered"]) -> str:
    return tr_plural(
        "{n} proposal was not closed properly. Everything up to its last save is there.",
        "{n} proposals were not closed properly. Everything up to their last saves is there.",
        len(found),
    )


def _name(one: "Recovered") -> str:
    return " · ".join(filter(None, (one.number, one.title))) or tr("Without a name")


def _story(one: "Recovered") -> list[str]:
    """Say what was found of one proposal, a line each."""
    lines = [tr("Last saved {at}", at=moment(one.saved))] if one.saved else []
    if one.edits:
        shown = [edit for edit in one.edits[-MOST_EDITS:] if edit]
        count = tr_plural("{n} edit since it was opened", "{n} edits since it was opened", len(one.edits))
        lines.append(f"{count}: {'; '.join(shown)}" if shown else count)
    if one.replayed:
        lines.append(tr("The last save was finished from the journal."))
    if one.restored_from:
        lines.append(tr("The file was damaged and was restored; the damaged one is kept as {file}.", file=one.aside))
    return [*lines, *(worded(problem, language()) for problem in one.problems)]
