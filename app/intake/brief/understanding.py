"""A filled form becomes a client, a contact and a brief, with the questions that are still open."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.intake.brief.budget import budget_in
from app.intake.brief.deadline import deadline_in, is_assumed, is_urgent
from app.intake.brief.freeform import budget_text, company_in, deadline_text, name_in, task_in
from app.intake.brief.places import city_in, time_zone_in
from app.intake.brief.questions import meanings
from app.intake.brief.submission import Submission
from app.model.brief import Answer, Brief
from app.model.client import Client, Contact
from app.model.form import FormMapping, Meaning
from app.problems import Problem, Severity, problem

_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63})+")
_PHONE = re.compile(
    r"(?<![\w.])(?<![€$£₽])(?<![€$£₽]\s)(?!\d{4}-\d\d-\d\d)\+?\d[\d\s()\-–]{7,18}\d(?!\w)"
    r"(?!\s?(?:[€$£₽]|руб|р\.|rub|eur|usd|gbp|тыс|млн))",
    re.IGNORECASE,
)
"""A telephone; a sum of money has its currency beside it."""
_SITE = re.compile(r"(?:https?://)?(?:[\w\-]+\.)+[a-zа-я]{2,}(?:/\S*)?", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_SURNAME = re.compile(r"last[ _]?name|surname|family[ _]?name|фамилия", re.IGNORECASE)
_SECONDS, _MILLISECONDS = 10, 13
"""Digits of a moment as programs count it, from 1970."""
_ONE_LINE = 200
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_LANGUAGES = {"ru": ("рус", "russian", "ru"), "en": ("англ", "english", "en")}
_ASKED = (
    ("company", "brief-open-company"),
    ("contact", "brief-open-contact"),
    ("reach", "brief-open-reach"),
    ("service", "brief-open-service"),
    ("wishes", "brief-open-wishes"),
    ("budget", "brief-open-budget"),
    ("deadline", "brief-open-deadline"),
    ("time_zone", "brief-open-time-zone"),
)
"""What an account manager must know before the substance can be answered, in the order in which it is asked."""


@dataclass(frozen=True, slots=True)
class BriefRead:
    """What a request says. `problems` name what was understood only by half; `brief.open` lists what is still to be asked."""

    client: Client = Client()
    contact: Contact = Contact()
    brief: Brief = Brief()
    problems: tuple[Problem, ...] = ()


def understand(submission: Submission, today: datetime.date, mapping: FormMapping | None = None, source: str = "") -> BriefRead:
    """Read one filled form. `mapping` says what its questions mean where a person has said so; the rest is guessed.

    `today` is the day from which deadlines such as “in six weeks” count where the form does not say when it was sent.
    """
    said = meanings(submission.answers, mapping)
    texts = {meaning: _first(said, meaning) for meaning in Meaning}
    whole = "\n".join(answer.answer for meaning, answer in said if meaning is not Meaning.RECEIVED)
    texts |= {meaning: text for meaning, text in _from_letter(said).items() if not texts[meaning]}
    language = _language(texts[Meaning.LANGUAGE], whole)
    received = _received(texts[Meaning.RECEIVED])
    problems: list[Problem] = []
    deadline = deadline_in(texts[Meaning.DEADLINE], received or today, language)
    budget = budget_in(texts[Meaning.BUDGET])
    zone = next((zone for meaning in (Meaning.TIME_ZONE, Meaning.CITY) if (zone := time_zone_in(texts[meaning]))), "")
    if texts[Meaning.DEADLINE] and deadline is None and not is_urgent(texts[Meaning.DEADLINE]):
        problems.append(problem("brief-deadline-unclear", submission.place, text=_line(texts[Meaning.DEADLINE])))
    if deadline is not None and is_assumed(texts[Meaning.DEADLINE], received or today, language):
        told = {"text": _line(texts[Meaning.DEADLINE]), "date": deadline.isoformat()}
        problems.append(problem("brief-deadline-assumed", submission.place, Severity.INFO, **told))
    if deadline is not None and deadline < today:
        problems.append(problem("brief-deadline-past", submission.place, date=deadline.isoformat()))
    if texts[Meaning.BUDGET] and budget.low is None and budget.high is None:
        problems.append(problem("brief-budget-unclear", submission.place, Severity.INFO, text=_line(texts[Meaning.BUDGET])))
    client = Client(
        name=_line(texts[Meaning.COMPANY]),
        city=_line(texts[Meaning.CITY]),
        site=_site(texts[Meaning.SITE]),
        language=language,
        currency=budget.currency,
        time_zone=zone,
    )
    name, role = _who(texts[Meaning.CONTACT], texts[Meaning.ROLE], said)
    contact = Contact(
        name=_line(name),
        role=_line(role),
        email=_found(_EMAIL, texts[Meaning.EMAIL], whole),
        phone=_phone(texts[Meaning.PHONE], "\n".join(answer.answer for meaning, answer in said if meaning not in _NO_PHONE)),
    )
    brief = Brief(
        source=source or submission.place,
        received=received.isoformat() if received else _line(texts[Meaning.RECEIVED]),
        service=_line(texts[Meaning.SERVICE]),
        language=language,
        time_zone=zone,
        currency=budget.currency,
        budget=budget.low,
        budget_to=budget.high,
        budget_text=_line(texts[Meaning.BUDGET]),
        deadline=deadline.isoformat() if deadline else "",
        deadline_text=_line(texts[Meaning.DEADLINE]),
        wishes=_clean("\n\n".join(_wishes(said))),
        answers=tuple(Answer(question=_line(one.question), answer=_clean(one.answer)) for _, one in said),
    )
    brief = _with_open(brief, client, contact)
    return BriefRead(client, contact, brief, tuple(problems))


def _with_open(brief: Brief, client: Client, contact: Contact) -> Brief:
    known: Mapping[str, object] = {
        "company": client.name,
        "contact": contact.name,
        "reach": contact.email or contact.phone,
        "service": brief.service or brief.wishes,
        "wishes": brief.wishes,
        "budget": brief.budget or brief.budget_to,
        "deadline": brief.deadline,
        "time_zone": brief.time_zone,
    }
    return replace(brief, open=tuple(code for name, code in _ASKED if not known[name]))


def _wishes(said: Sequence[tuple[Meaning, Answer]]) -> Iterator[str]:
    """Yield what is wished; of a letter what is left without courtesies and addresses."""
    for meaning, answer in said:
        if meaning is Meaning.WISHES and (text := answer.answer if answer.question else task_in(answer.answer)):
            yield text


def _from_letter(said: Sequence[tuple[Meaning, Answer]]) -> Mapping[Meaning, str]:
    """Return what is told under no question at all."""
    text = "\n".join(answer.answer for _, answer in said if not answer.question)
    if not text:
        return {}
    return {
        Meaning.CONTACT: name_in(text),
        Meaning.COMPANY: company_in(text),
        Meaning.BUDGET: budget_text(text),
        Meaning.DEADLINE: deadline_text(text),
        Meaning.CITY: city_in(text),
    }


def _first(said: Sequence[tuple[Meaning, Answer]], wanted: Meaning) -> str:
    return next((answer.answer for meaning, answer in said if meaning is wanted), "")


def _who(name: str, role: str, said: Sequence[tuple[Meaning, Answer]]) -> tuple[str, str]:
    """Return a name with the surname that a question of its own may ask for, and the position, which may stand behind it."""
    surname = next((one.answer for _, one in said if _SURNAME.fullmatch(one.question.strip())), "")
    if surname and surname not in name:
        name = f"{name} {surname}".strip()
    first, comma, rest = name.partition(",")
    if comma and not role and " " in first.strip() and not re.search(r"[\d@]", rest):
        return first.strip(), rest.strip()
    return name, role


def _language(told: str, whole: str) -> str:
    lowered = told.lower()
    for language, words in _LANGUAGES.items():
        if any(word in lowered for word in words[:2]) or lowered.strip() == words[2]:
            return language
    return "ru" if len(_CYRILLIC.findall(whole)) >= len(_LATIN.findall(whole)) / 2 else "en"


def _received(text: str) -> datetime.date | None:
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) in (_SECONDS, _MILLISECONDS):
        return datetime.datetime.fromtimestamp(int(text[:_SECONDS]), datetime.UTC).date()
    return deadline_in(text.replace("/", "-") if re.match(r"20\d\d/", text) else text, datetime.date(2000, 1, 1), "en")


def _found(pattern: re.Pattern[str], told: str, whole: str) -> str:
    match = pattern.search(told) or pattern.search(whole)
    return match[0] if match else ""


_NO_PHONE = (Meaning.RECEIVED, Meaning.BUDGET, Meaning.DEADLINE)
"""Answers whose figures are no telephone."""


def _phone(told: str, whole: str) -> str:
    return _line(told) or _found(_PHONE, "", whole)


def _site(told: str) -> str:
    match = _SITE.search(told)
    return match[0].rstrip(".,;)") if match else ""


def _line(text: str) -> str:
    """Return a text on one line, short enough for a title, without controls that mail headers and pages must not have."""
    return " ".join(_CONTROLS.sub("", text).split())[:_ONE_LINE]


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text).strip()
