"""A brief: what a lead has asked for, as it came in. It is for insiders."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question of a form with what was answered."""

    question: str
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What was understood of a request.

    `budget` and `budget_to` are in major units of `currency`; one number alone is `budget`. `deadline` is an ISO date
    where one was understood, else empty; `deadline_text` and `budget_text` are the lead's own words. `received` is a moment
    (ISO 8601). `open` are the questions that are still to be asked: codes of sentences
    (`app.wordings.brief`), or texts that somebody typed.
    """

    source: str = ""
    received: str = ""
    service: str = ""
    language: str = ""
    time_zone: str = ""
    currency: str = ""
    budget: Decimal | None = None
    budget_to: Decimal | None = None
    budget_text: str = ""
    deadline: str = ""
    deadline_text: str = ""
    wishes: str = ""
    answers: tuple[Answer, ...] = ()
    open: tuple[str, ...] = ()
