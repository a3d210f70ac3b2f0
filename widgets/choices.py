"""What the choices that the model knows are called for people, in fields and in the names of edits."""

from collections.abc import Mapping
from enum import Enum

from app.i18n import phrase
from app.model.estimate import Detail, Period, VatMode
from app.model.form import Meaning
from app.model.picture import Frame
from app.model.reference import Display, Origin, Permission
from app.model.rounding import RoundingScope, RoundingStep
from widgets.words import tr

NAMES: dict[type[Enum], Mapping[Enum, str]] = {
    Detail: {
        Detail.DETAILED: phrase("Every line"),
        Detail.SECTIONS: phrase("Sections"),
        Detail.TOTALS: phrase("The total"),
    },
    Origin: {Origin.OWN: phrase("Ours"), Origin.THIRD_PARTY: phrase("Somebody else's")},
    Permission: {
        Permission.NOT_NEEDED: phrase("Not needed"),
        Permission.GRANTED: phrase("Granted"),
        Permission.ASKED: phrase("Asked for"),
        Permission.REFUSED: phrase("Refused"),
    },
    Display: {
        Display.GALLERY: phrase("One among other works"),
        Display.SPREAD: phrase("A page of its own, edge to edge"),
        Display.MOSAIC: phrase("A page of several pictures"),
        Display.BEFORE_AFTER: phrase("Before and after"),
    },
    Frame: {Frame.NONE: phrase("No frame"), Frame.BROWSER: phrase("Browser window"), Frame.PHONE: phrase("Phone")},
    Meaning: {
        Meaning.OTHER: phrase("something else"),
        Meaning.COMPANY: phrase("Company"),
        Meaning.CONTACT: phrase("Contact"),
        Meaning.ROLE: phrase("Position"),
        Meaning.EMAIL: phrase("E-mail"),
        Meaning.PHONE: phrase("Phone"),
        Meaning.SITE: phrase("Site"),
        Meaning.CITY: phrase("City"),
        Meaning.TIME_ZONE: phrase("Time zone"),
        Meaning.LANGUAGE: phrase("Language"),
        Meaning.SERVICE: phrase("What is wanted"),
        Meaning.BUDGET: phrase("Budget"),
        Meaning.DEADLINE: phrase("Deadline"),
        Meaning.WISHES: phrase("Task and wishes"),
        Meaning.RECEIVED: phrase("When it came in"),
    },
    Period: {Period.ONCE: phrase("Once"), Period.MONTH: phrase("Every month"), Period.YEAR: phrase("Every year")},
    RoundingStep: {
        RoundingStep.MINOR: phrase("To the kopeck or cent"),
        RoundingStep.UNIT: phrase("To whole units"),
        RoundingStep.HUNDRED: phrase("To hundreds"),
    },
    RoundingScope: {RoundingScope.LINE: phrase("Every line"), RoundingScope.TOTAL: phrase("The total; lines share it")},
    VatMode: {VatMode.EXEMPT: phrase("None"), VatMode.INCLUDED: phrase("Included"), VatMode.ADDED: phrase("Added")},
}


def options(kind: type[Enum]) -> list[tuple[object, str]]:
    """Return the choices of a kind with what they are called."""
    return [(value, tr(msgid)) for value, msgid in NAMES[kind].items()]


def called(value: Enum) -> str:
    """Return what a choice is called; its value where it has no name."""
    msgid = NAMES.get(type(value), {}).get(value)
    return tr(msgid) if msgid else str(value.value)
