"""What is shown where there are no cards: what the library is for, or that nothing was found."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from widgets.library.records import BLOCK, PERSON, REFERENCE
from widgets.look.look import Look
from widgets.look.parts import column, empty, label, push, row, styled
from widgets.look.scale import px
from widgets.words import tr

WIDTH = 460


@dataclass(frozen=True)
class Lessons:
    """What the buttons call: `begin` a record of a kind, take the samples, choose pictures or a table, show everything."""

    begin: Callable[[str], None]
    samples: Callable[[], None]
    pictures: Callable[[], None]
    table: Callable[[], None]
    everything: Callable[[], None]


class Teaching(QWidget):
    """A quiet page in the middle."""

    def __init__(self, look: Look, lessons: Lessons) -> None:
        super().__init__()
        styled(self, "surface")
        self._look, self._lessons = look, lessons
        middle = QWidget()
        middle.setMaximumWidth(px(WIDTH))
        self._box = column(middle, gap=12)
        across = row(self, (32, 0, 32, 0))
        across.addStretch(1)
        inner = column()
        inner.addStretch(2)
        inner.addWidget(middle)
        inner.addStretch(3)
        across.addLayout(inner, 100)
        across.addStretch(1)

    def teach(self, kind: str) -> None:
        """Say what a kind of records is good for, and how to begin."""
        call = self._lessons
        if kind == PERSON:
            self._show(
                "people",
                tr("The people of the studio"),
                tr("Name, role, face, languages and rates, typed once. In proposals they stand beside their hours."),
                [(tr("Add a person"), lambda: call.begin(PERSON)), (tr("Import a table…"), call.table)],
            )
        elif kind == REFERENCE:
            self._show(
                "references",
                tr("Works to show"),
                tr("Your own works, and those of others that you admire, each with its credit and the permission to show it."),
                [(tr("Add a work"), lambda: call.begin(REFERENCE)), (tr("Import pictures…"), call.pictures)],
            )
        else:
            self._show(
                "library",
                tr("What the studio says well, kept once"),
                tr(
                    "A block is a text with its pictures, numbers or a quotation that comes up again and again: the mission, "
                    "a case study, terms. Write it once, approve it, and put it into any proposal in its brand. "
                    "A newer version is offered wherever the block stands."
                ),
                [(tr("New block"), lambda: call.begin(BLOCK)), (tr("Take the samples"), call.samples)],
            )

    def found_nothing(self) -> None:
        """Say that nothing is like what was asked for."""
        self._show(
            "search",
            tr("Nothing was found"),
            tr("Try another word, or look among everything."),
            [(tr("Show everything"), self._lessons.everything)],
        )

    def wait(self) -> None:
        """Say nothing while the library is being read."""
        empty(self._box)

    def _show(self, icon: str, title: str, text: str, deeds: list[tuple[str, Callable[[], None]]]) -> None:
        empty(self._box)
        sign = label("")
        sign.setPixmap(self._look.icon(icon, "tertiary").pixmap(QSize(px(36), px(36)), self.devicePixelRatioF()))
        self._box.addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(label(title, "title", wrap=True))
        self._box.addWidget(label(text, "quiet", wrap=True))
        buttons = row(margins=(0, 8, 0, 0), gap=8)
        for i, (words, call) in enumerate(deeds):
            buttons.addWidget(push(words, call, "" if i else "primary"))
        buttons.addStretch(1)
        self._box.addLayout(buttons)
