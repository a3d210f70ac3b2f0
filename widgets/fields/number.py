"""A field for a number: it takes sums, and marks what it cannot take instead of changing anything."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.i18n import phrase
from app.intake.numbers import tidy
from widgets.fields.text import PlainLine
from widgets.look.look import face
from widgets.models.arithmetic import BadInputError, calculate
from widgets.phrases import say
from widgets.words import language, number

HALF = Decimal("2.5")
"""What a half looks like, for those who are told."""


class NumberField(PlainLine):
    """A number, or nothing where `optional`. `edited` brings a Decimal or None.

    `highest` and `lowest` bound what is taken; with `halves` nothing finer than halves is. With `exact` every decimal is shown.
    """

    edited = Signal(object)

    def __init__(
        self,
        placeholder: str = "",
        *,
        optional: bool = False,
        highest: Decimal | None = None,
        lowest: Decimal | None = None,
        halves: bool = False,
        exact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, parent)
        self._optional, self.highest, self.lowest = optional, highest, lowest
        self._halves, self._exact = halves, exact
        self._value: Decimal | None = None
        self.editingFinished.connect(self._finished)
        self.setFont(face(tabular=True))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    @property
    def value(self) -> Decimal | None:
        """The number that was taken last."""
        return self._value

    def show_value(self, value: Decimal | None) -> None:
        """Show a number."""
        self._value = value
        self.setText(self._written(value))
        self.mark("")

    def _finished(self) -> None:
        if self.text() == self._written(self._value):
            self.mark("")
            return
        try:
            value = self._calculated()
        except BadInputError as error:
            self.mark(str(error.reason))
            return
        self.show_value(value)
        self.edited.emit(value)

    def _written(self, value: Decimal | None) -> str:
        if value is None:
            return ""
        if not self._exact:
            return number(value)
        figures = f"{tidy(value):f}"
        return figures.replace(".", ",") if language() == "ru" else figures

    def _calculated(self) -> Decimal | None:
        value = calculate(self.text(), language())
        if value is None:
            value = Decimal(0)
            if self._optional:
                return None
        if self.highest is not None and value > self.highest:
            raise BadInputError(say(phrase("The largest number here is {highest}."), highest=number(self.highest)))
        if self.lowest is not None and value < self.lowest:
            raise BadInputError(say(phrase("The smallest number here is {lowest}."), lowest=number(self.lowest)))
        if self._halves and (2 * value) % 1:
            raise BadInputError(say(phrase("Only wholes and halves stand here, such as {example}."), example=number(HALF)))
        return value
