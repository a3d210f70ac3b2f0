"""How the questions of a form are understood, remembered from one answer to the next."""

from dataclasses import dataclass
from enum import StrEnum


class Meaning(StrEnum):
    """What a question of a form asks for."""

    OTHER = ""
    COMPANY = "company"
    CONTACT = "contact"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    SITE = "site"
    CITY = "city"
    TIME_ZONE = "time_zone"
    LANGUAGE = "language"
    SERVICE = "service"
    BUDGET = "budget"
    DEADLINE = "deadline"
    WISHES = "wishes"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormQuestion:
    """One question of a form, and what it asks for."""

    question: str
    meaning: Meaning = Meaning.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMapping:
    """The questions of one form. `id` is the fingerprint of its questions, by which it is known again."""

    id: str
    title: str = ""
    questions: tuple[FormQuestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRule:
    """Which template a request gets: the first rule of which a word begins a word of the request.

    `template` is the name of a template, `words` beginnings of words in small letters.
    """

    id: str
    template: str
    words: tuple[str, ...] = ()
