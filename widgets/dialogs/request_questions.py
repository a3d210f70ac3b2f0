"""The questions of a form with their answers, and what each is taken to ask for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.intake.brief.questions import fingerprint, guess
from app.model.brief import Answer
from app.model.form import FormMapping, FormQuestion, Meaning
from widgets.choices import options
from widgets.fields.choice import ChoiceField
from widgets.look.look import Look
from widgets.look.parts import column, empty, label, row, rule
from widgets.look.scale import px
from widgets.phrases import shorten
from widgets.words import tr

MEANING_WIDTH = 168
LONGEST_ANSWER = 160


class Questions(QWidget):
    """A line for each question. `edited` tells that somebody has said what one means."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._said: dict[str, Meaning] = {}
        self.choices: dict[str, ChoiceField] = {}
        self._box = column(self)

    def show_answers(self, answers: Sequence[Answer], known: Mapping[str, Meaning]) -> None:
        """Show a filled form; `known` is what its questions were said to mean before, the rest is guessed."""
        asked = [answer for answer in answers if answer.question]
        guessed = {one.question: one.meaning for one in guess([answer.question for answer in asked]).questions}
        self._said = {**guessed, **{question: known[question] for question in guessed if question in known}}
        empty(self._box)
        self.choices = {}
        for i, answer in enumerate(asked):
            if i:
                self._box.addWidget(rule())
            self._box.addWidget(self._line(answer))

    def mapping(self, questions: Sequence[str] = ()) -> FormMapping | None:
        """Return what every question means, to be remembered for a form that asks these; None where nothing is asked."""
        if not self._said:
            return None
        made = tuple(FormQuestion(question=question, meaning=meaning) for question, meaning in self._said.items())
        return FormMapping(id=fingerprint(questions or self._said), questions=made)

    def _line(self, answer: Answer) -> QWidget:
        line = QWidget()
        across = row(line, (0, 7, 0, 7), gap=12)
        words = column(gap=1)
        words.addWidget(label(shorten(answer.question, LONGEST_ANSWER), "small", wrap=True))
        words.addWidget(label(shorten(answer.answer, LONGEST_ANSWER) or "—", wrap=True))
        choice = ChoiceField(self._look, options(Meaning))
        choice.setFixedWidth(px(MEANING_WIDTH))
        choice.setAccessibleName(tr("“{question}” asks for", question=shorten(answer.question, 60)))
        choice.show_value(self._said[answer.question])
        choice.edited.connect(lambda meaning: self._say(answer.question, Meaning(meaning)))
        self.choices[answer.question] = choice
        across.addLayout(words, 1)
        across.addWidget(choice)
        return line

    def _say(self, question: str, meaning: Meaning) -> None:
        self._said[question] = meaning
        self.edited.emit()
