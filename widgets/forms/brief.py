"""What the client had asked for, to be read beside the proposal; questions that are still open are checked off."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from app.edits.fields import set_value
from app.i18n import phrase
from app.model.brief import Brief
from app.model.internal import Internal
from app.model.path import get
from app.problems import Severity, problem
from app.wording import worded
from app.wordings.brief import WORDINGS
from widgets.desk import Desk
from widgets.estimate.live import Live
from widgets.fields.text import PlainLine
from widgets.look.parts import column, empty, label, push, row
from widgets.look.scale import px
from widgets.look.tick import Tick
from widgets.phrases import Phrase, say, shorten
from widgets.words import date, language, money, tr

LONGEST_HALF = 70
"""Letters of an answer up to which two stand side by side."""


class BriefPanel(Live):
    """The brief of the proposal; nothing where there is none."""

    def __init__(self, desk: Desk, path: str = "brief") -> None:
        super().__init__(desk.session)
        self._desk, self._path = desk, path
        self._shown: Brief | None = None
        self.questions: list[Tick] = []
        self.ask = PlainLine(tr("Another question to the client"))
        self.ask.setAccessibleName(tr("Another question to the client"))
        self.ask.returnPressed.connect(self._ask)
        self._card = QFrame()
        self._card.setObjectName("brief")
        self._box = column(self._card, (16, 12, 16, 14), gap=10)
        self._content = column(gap=10)
        self._box.addLayout(self._content)
        self._new = row(gap=8)
        self._new.addWidget(self.ask, 1)
        self._new.addWidget(push(tr("Add"), self._ask, "link"))
        self._box.addLayout(self._new)
        column(self).addWidget(self._card)
        self.setFocusProxy(self.ask)
        self.refresh()

    def refresh(self) -> None:
        """Show the brief as it is now."""
        brief: Brief | None = get(self._desk.session.proposal, self._path).value
        self._card.setVisible(brief is not None)
        if brief is None or brief == self._shown:
            return
        self._shown = brief
        empty(self._content)
        self._head()
        self._open_questions(brief)
        facts = self._facts(brief)
        told = {_bare(text) for text in (brief.deadline_text, brief.budget_text, brief.service) if text}
        rest = [(answer.question or "—", answer.answer) for answer in brief.answers if _bare(answer.answer) not in told]
        self._content.addLayout(_side_by_side([*facts, *rest]))

    def _head(self) -> None:
        across = row(gap=8)
        icon = label("")
        icon.setPixmap(self._desk.look.icon("hide", "warning").pixmap(QSize(px(16), px(16)), self.devicePixelRatioF()))
        across.addWidget(icon)
        across.addWidget(label(tr("What the client asked for"), "strong"))
        across.addWidget(label(tr("not printed"), "small"), 1)
        self._content.addLayout(across)

    def _open_questions(self, brief: Brief) -> None:
        self.questions = []
        for question in brief.open:
            box = Tick(question_words(question))
            box.clicked.connect(lambda _checked=False, own=question: self._settle(own))
            self.questions.append(box)
            self._content.addWidget(box)
        if not brief.open:
            self._content.addWidget(label(tr("Nothing is left to ask."), "small"))

    def _facts(self, brief: Brief) -> list[tuple[str, str]]:
        """Return what decides: by when, for how much, for what, and where the request came from."""
        budget = " – ".join(money(one, brief.currency or "RUB") for one in (brief.budget, brief.budget_to) if one is not None)
        rows = (
            (tr("Deadline"), _both(day_words(brief.deadline), brief.deadline_text)),
            (tr("Budget"), _both(budget, brief.budget_text)),
            (tr("What is wanted"), brief.service),
            (tr("Time zone"), brief.time_zone),
            (tr("Came in"), " · ".join(filter(None, (day_words(brief.received), brief.source)))),
        )
        return [(name, text) for name, text in rows if text]

    def _settle(self, question: str) -> None:
        """Take a question off the list: it has been answered."""
        brief = self._brief()
        if brief is not None and question in brief.open:
            left = tuple(one for one in brief.open if one != question)
            words = say(phrase("Asked: {question}"), question=shorten(question_words(question), 40))
            self._put(replace(brief, open=left), words)

    def _ask(self) -> None:
        brief, text = self._brief(), " ".join(self.ask.text().split())
        if brief is not None and text and text not in brief.open:
            self.ask.clear()
            self._put(replace(brief, open=(*brief.open, text)), say(phrase("To ask: {question}"), question=shorten(text, 40)))

    def _brief(self) -> Brief | None:
        found: Brief | None = get(self._desk.session.proposal, self._path).value
        return found

    def _put(self, brief: Brief, words: Phrase) -> None:
        session = self._desk.session
        session.edit(set_value(session.proposal, self._path, Internal(brief)), words)


def question_words(question: str) -> str:
    """Say an open question: by its code, or as somebody has typed it."""
    return worded(problem(question, "", Severity.INFO), language()) if question in WORDINGS else question


def _answered(question: str, answer: str) -> QVBoxLayout:
    box = column(gap=1)
    box.addWidget(label(question, "field", wrap=True))
    text = label(answer, "", wrap=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    box.addWidget(text)
    return box


def _side_by_side(answers: Sequence[tuple[str, str]]) -> QGridLayout:
    """Lay answers out in two columns; one that is long has a line of its own."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    line, side = 0, 0
    for question, answer in answers:
        is_long = len(answer) > LONGEST_HALF
        if is_long and side:
            line, side = line + 1, 0
        grid.addLayout(_answered(question, answer), line, side, 1, 2 if is_long else 1, Qt.AlignmentFlag.AlignTop)
        line, side = (line, 1) if not is_long and side == 0 else (line + 1, 0)
    return grid


def _bare(text: str) -> str:
    """Return a text without what does not tell it from another one."""
    return "".join(text.split()).casefold()


def _both(understood: str, said: str) -> str:
    """Return what was understood, with the client's own words in quotation marks where they are others."""
    said = "" if _bare(understood) == _bare(said) else said
    return " · ".join(filter(None, (understood, tr("“{text}”", text=said) if said else "")))


def day_words(text: str) -> str:
    """Write an ISO date as people do; what is none stays as it is."""
    try:
        return date(datetime.date.fromisoformat(text[:10]))
    except ValueError:
        return text
