"""The fields that there are, each with what it means and where its value comes from. Nothing else can be reached by a field."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from app.merge.persons import first_name, polite_name
from app.model.people import Person
from app.model.proposal import Proposal
from app.totals import Totals


class Words(Protocol):
    """Speaks the language of a document, as far as values need it."""

    @property
    def language(self) -> str:
        """Return the language code, such as "ru"."""

    def money(self, amount: Decimal, currency: str) -> str:
        """Return an amount with its currency sign."""

    def hours(self, hours: Decimal) -> str:
        """Return hours with their unit."""

    def date(self, date: datetime.date) -> str:
        """Return a date in words."""

    def in_words(self, amount: Decimal, currency: str) -> str:
        """Return an amount written out."""


@dataclass(frozen=True, slots=True)
class Case:
    """What values are taken from."""

    proposal: Proposal
    totals: Totals
    words: Words

    @property
    def manager(self) -> Person:
        """Return who signs and answers; somebody without a name where nobody does."""
        return self.proposal.person(self.proposal.manager) or Person(id="", name="")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: the `name` that is typed, the English phrase for what it `means`, and its value, empty where there is none."""

    name: str
    means: str
    value: Callable[[Case], str]


def _total(case: Case) -> str:
    return case.words.money(case.totals.total, case.totals.currency) if case.proposal.estimate.sections else ""


def _total_in_words(case: Case) -> str:
    if not case.proposal.estimate.sections or case.totals.total < 0:
        return ""
    return case.words.in_words(case.totals.total, case.totals.currency)


def _hours(case: Case) -> str:
    return case.words.hours(case.totals.hours) if case.totals.hours else ""


def _valid_until(case: Case) -> str:
    return case.words.date(case.proposal.valid_until) if case.proposal.valid_until else ""


def phrase(msgid: str) -> str:
    """Mark a phrase for the catalogs; return it unchanged."""
    return msgid


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("client.name", phrase("The client's company"), lambda case: case.proposal.client.name),
        Field("client.city", phrase("The client's city"), lambda case: case.proposal.client.city),
        Field("client.site", phrase("The client's site"), lambda case: case.proposal.client.site),
        Field("contact.name", phrase("Who reads the proposal"), lambda case: case.proposal.contact.name),
        Field("contact.first_name", phrase("Their first name"), lambda case: first_name(case.proposal.contact.name)),
        Field("contact.polite_name", phrase("Their name as in a letter"), lambda case: polite_name(case.proposal.contact.name)),
        Field("contact.role", phrase("Their role"), lambda case: case.proposal.contact.role),
        Field("proposal.number", phrase("The proposal's number"), lambda case: case.proposal.number),
        Field("proposal.title", phrase("The proposal's title"), lambda case: case.proposal.title),
        Field("date", phrase("The proposal's date"), lambda case: case.words.date(case.proposal.date)),
        Field("valid_until", phrase("The last day of the offer"), _valid_until),
        Field("total", phrase("What the client pays"), _total),
        Field("total_in_words", phrase("The total written out"), _total_in_words),
        Field("hours", phrase("All hours of the estimate"), _hours),
        Field("studio.name", phrase("Our studio"), lambda case: case.proposal.studio.name),
        Field("studio.city", phrase("Our city"), lambda case: case.proposal.studio.city),
        Field("studio.phone", phrase("Our phone"), lambda case: case.proposal.studio.phone),
        Field("studio.email", phrase("Our e-mail"), lambda case: case.proposal.studio.email),
        Field("studio.site", phrase("Our site"), lambda case: case.proposal.studio.site),
        Field("manager.name", phrase("Who signs and answers"), lambda case: case.manager.name),
        Field("manager.role", phrase("The manager's role"), lambda case: case.manager.role),
        Field("manager.phone", phrase("The manager's phone"), lambda case: case.manager.phone),
        Field("manager.email", phrase("The manager's e-mail"), lambda case: case.manager.email),
    )
}
"""All fields, by the name that is typed between the braces."""


def value_of(name: str, case: Case) -> str:
    """Return the value of a field, on one line; empty where the proposal does not know it."""
    return " ".join(FIELDS[name].value(case).split(" ")).replace("\n", " ").strip()


def values_of(case: Case) -> dict[str, str]:
    """Return the value of every field."""
    return {name: value_of(name, case) for name in FIELDS}
