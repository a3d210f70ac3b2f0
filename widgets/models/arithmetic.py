"""What people type where a number is wanted: `1 234,50`, `1:30`, `8*1,5`, `=(2+3)*4`, `5000*10%`."""

import re
from decimal import Decimal, DecimalException, localcontext

from app.i18n import phrase
from app.intake import numbers
from app.model.money import in_range, round_to
from widgets.phrases import Phrase, say

LONGEST = 120
DEEPEST = 20
DECIMALS = 6
"""A result keeps so many decimals: enough for any rate, and a third of something still prints."""

_TOKEN = re.compile(r"\s*(?:(?P<number>\d(?:[\d\s\u00a0\u202f'.,]*\d)?)|(?P<sign>[-+*/()×÷·−–%]))")
_SIGNS = {"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-"}
_OPERATOR = re.compile(r"[-+*/×÷·−–()]")
_HUNDRED = Decimal(100)

NOT_A_NUMBER = phrase("“{text}” is not a number. Type a number or a sum such as 8*1.5.")
REASONS = {
    numbers.NEGATIVE: phrase("A number below zero cannot stand here. For a reduction use the discount."),
    numbers.OUT_OF_RANGE: phrase("This number is too large."),
    numbers.RANGE: phrase("“{text}” is a range. Type one number."),
    numbers.APPROXIMATE: phrase("“{text}” is not exact. Type one number."),
    numbers.DATE: phrase("“{text}” looks like a date. Type a number."),
}
TOO_LARGE = REASONS[numbers.OUT_OF_RANGE]
_TAKEN_ALL_THE_SAME = {"", numbers.AMBIGUOUS}


class BadInputError(ValueError):
    """What was typed cannot be taken; `reason` says why and what would do."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason.msgid)
        self.reason = reason


def calculate(text: str, language: str = "en", *, shares: bool = False) -> Decimal | None:
    """Return the number that was typed, or what a typed sum comes to; None where nothing was. Raises BadInputError.

    In English `1,234` is a thousand and more; in Russian the comma is always the decimal sign. In a sum `10%` is a tenth, as in
    spreadsheets; alone it is so with `shares` only, otherwise the number of per cent, 10.
    """
    mark = "," if language == "ru" else "."
    typed = text.strip()
    if len(typed) > LONGEST:
        raise _bad(phrase("That is too long for a number."))
    if not typed.startswith("=") and not (shares and "%" in typed):
        found = numbers.read_number(typed, mark=mark, sure=True)
        if found.fault in _TAKEN_ALL_THE_SAME:
            return found.value
        if found.fault in REASONS or not _OPERATOR.search(typed):
            raise _bad(REASONS.get(found.fault, NOT_A_NUMBER), typed)
    result = _evaluate(typed.removeprefix("="), mark)
    if not in_range(result):
        raise _bad(TOO_LARGE)
    if result < 0:
        raise _bad(REASONS[numbers.NEGATIVE])
    return numbers.tidy(round_to(result, DECIMALS))


def _evaluate(typed: str, mark: str) -> Decimal:
    with localcontext() as context:
        context.prec = 40
        try:
            return _Reader(_tokens(typed, mark)).whole()
        except ZeroDivisionError as error:
            raise _bad(phrase("Nothing can be divided by zero.")) from error
        except DecimalException as error:
            raise _bad(TOO_LARGE) from error


def _tokens(text: str, mark: str) -> list[Decimal | str]:
    tokens: list[Decimal | str] = []
    position = 0
    text = text.strip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _bad(NOT_A_NUMBER, text)
        position = match.end()
        tokens.append(_number(match["number"], mark) if match["number"] else _SIGNS.get(match["sign"], match["sign"]))
    return tokens


def _number(typed: str, mark: str) -> Decimal:
    found = numbers.read_number(typed, mark=mark, sure=True)
    if found.value is None or found.fault not in _TAKEN_ALL_THE_SAME:
        raise _bad(REASONS.get(found.fault, NOT_A_NUMBER), typed)
    return found.value


class _Reader:
    """Reads sums: + and − of products, × and ÷ of factors; a factor is a number or a sum in brackets; `%` makes hundredths."""

    def __init__(self, tokens: list[Decimal | str]) -> None:
        self._tokens = tokens
        self._depth = 0

    def whole(self) -> Decimal:
        """Return what all tokens come to."""
        result = self._sum()
        if self._tokens:
            raise _bad(NOT_A_NUMBER, str(self._tokens[0]))
        return result

    def _sum(self) -> Decimal:
        result = self._product()
        while self._tokens and self._tokens[0] in ("+", "-"):
            result = result + self._product() if self._tokens.pop(0) == "+" else result - self._product()
        return result

    def _product(self) -> Decimal:
        result = self._factor()
        while self._tokens and self._tokens[0] in ("*", "/"):
            if self._tokens.pop(0) == "*":
                result *= self._factor()
                continue
            divisor = self._factor()
            if divisor == 0:
                raise ZeroDivisionError
            result /= divisor
        return result

    def _factor(self) -> Decimal:
        self._depth += 1
        if not self._tokens or self._depth > DEEPEST:
            raise _bad(phrase("The sum is not complete."))
        token = self._tokens.pop(0)
        if isinstance(token, Decimal):
            result = token
        elif token in ("+", "-"):
            result = self._factor() * (1 if token == "+" else -1)
        elif token == "(":
            result = self._sum()
            if not self._tokens or self._tokens.pop(0) != ")":
                raise _bad(phrase("A closing bracket is missing."))
        else:
            raise _bad(NOT_A_NUMBER, token)
        while self._tokens and self._tokens[0] == "%":
            self._tokens.pop(0)
            result /= _HUNDRED
        self._depth -= 1
        return result


def _bad(msgid: str, text: str = "") -> BadInputError:
    return BadInputError(say(msgid, text=text[:24]))
