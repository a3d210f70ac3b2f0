"""From the records of the library, and from proposals, to what is searched of them."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from app.model.block import Block
from app.model.brief import Brief
from app.model.clientcard import ClientCard
from app.model.estimate import LineItem
from app.model.internal import Internal
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.richtext import RichText
from app.model.sections import Section
from app.store.search.page import Kind, Page, Part, Weight
from app.store.search.words import clean

_NO_WORDS = {"id", "block", "block_version", "link", "file", "signer", "members", "featured", "recommended", "part", "detail"}
"""Fields of sections that hold no text of their own."""

_NATIONAL = 10
"""Digits of a telephone number without the country."""

_APART = re.compile(r"\D+")


def of_block(block: Block) -> Page:
    """Return the page of a block: all its variants."""
    variants = [part for variant in block.variants for part in _of_section(variant.story)]
    return Page(
        kind=Kind.BLOCK,
        id=block.id,
        title=block.name,
        parts=_parts(
            _title(block.name), _tags(block.tags), Part("service", block.service), Part("owner", block.owner), *variants
        ),
        kinds=(Kind.BLOCK, f"{Kind.BLOCK}/{block.kind}"),
        tags=block.tags,
        languages=tuple(variant.language for variant in block.variants),
        statuses=(block.status,),
    )


def of_person(person: Person) -> Page:
    """Return the page of a person."""
    rates = " ".join(rate.title for rate in person.rates.value)
    return Page(
        kind=Kind.PERSON,
        id=person.id,
        title=person.name,
        parts=_parts(
            _title(person.name),
            Part("role", person.role, Weight.TAGS),
            Part("about", person.about),
            Part("languages", ", ".join(person.languages)),
            Part("email", person.email),
            *_phone(person.phone),
            *(_of_section(person.photo) if person.photo else ()),
            _hidden("rates", rates),
            _hidden("note", person.note.value),
        ),
        kinds=(Kind.PERSON,),
        languages=person.languages,
    )


def of_reference(reference: Reference) -> Page:
    """Return the page of a work."""
    return Page(
        kind=Kind.REFERENCE,
        id=reference.id,
        title=reference.title,
        parts=_parts(_title(reference.title), *_of_reference(reference), _hidden("note", reference.note.value)),
        kinds=(Kind.REFERENCE, f"{Kind.REFERENCE}/{reference.origin}"),
        tags=reference.tags,
        statuses=(reference.permission,),
    )


def of_client(card: ClientCard) -> Page:
    """Return the page of a client with everybody there."""
    client = card.client
    contacts = [
        part
        for one in card.contacts
        for part in (Part("contacts", ", ".join(filter(None, (one.name, one.role, one.email)))), *_phone(one.phone))
    ]
    return Page(
        kind=Kind.CLIENT,
        id=card.id,
        title=client.name,
        parts=_parts(
            _title(client.name),
            _tags(card.tags),
            *contacts,
            Part("city", client.city),
            Part("site", client.site),
            Part("requisites", client.requisites),
            _hidden("note", card.note.value),
        ),
        kinds=(Kind.CLIENT,),
        tags=card.tags,
        languages=(client.language,) if client.language else (),
    )


def of_item(item: LineItem) -> Page:
    """Return the page of a line item."""
    return Page(
        kind=Kind.ITEM,
        id=item.id,
        title=item.title,
        parts=_parts(
            _title(item.title),
            Part("description", item.description),
            Part("role", item.role),
            Part("unit", item.unit),
            _hidden("note", item.note.value),
        ),
        kinds=(Kind.ITEM,),
    )


def of_proposal(folder: str, proposal: Proposal) -> Page:
    """Return the page of a proposal. Its id is the name of its folder: that is never given twice."""
    sections = [part for section in proposal.sections for part in _of_section(section)]
    estimate = [part for section in proposal.estimate.sections for part in _of_items(section.title, section.items)]
    notes = [
        note
        for section in proposal.estimate.sections
        for note in (section.note.value, *(item.note.value for item in section.items))
    ]
    title = proposal.title or proposal.client.name or folder
    return Page(
        kind=Kind.PROPOSAL,
        id=folder,
        title=title,
        parts=_parts(
            _title(title),
            Part("number", proposal.number, Weight.TITLE),
            Part("client", proposal.client.name, Weight.TAGS),
            Part("contact", proposal.contact.name),
            Part("subtitle", proposal.subtitle),
            *estimate,
            *sections,
            _hidden("note", "\n".join(filter(None, notes))),
            _hidden("brief", _of_brief(proposal.brief.value)),
        ),
        kinds=(Kind.PROPOSAL,),
        languages=(proposal.language,),
        statuses=(proposal.status, *(("archived",) if proposal.archived else ())),
    )


def unreadable(folder: str) -> Page:
    """Return the page of a proposal that cannot be read: the name of its folder tells number and title."""
    return Page(kind=Kind.PROPOSAL, id=folder, title=folder, parts=_parts(_title(folder)), kinds=(Kind.PROPOSAL,))


def _of_items(title: str, items: tuple[LineItem, ...]) -> Iterator[Part]:
    yield Part("items", title)
    for item in items:
        yield Part("items", item.title)
        yield Part("items", item.description)


def _of_reference(reference: Reference) -> Iterator[Part]:
    yield _tags(reference.tags)
    for field in ("client", "year", "why", "credit", "link"):
        yield Part(field, getattr(reference, field))
    for picture in reference.pictures:
        yield from _of_section(picture)


def _of_section(value: Section | Any) -> Iterator[Part]:
    """Yield every text in a section or in what stands in it, as plain text; what is internal as hidden."""
    for field in fields(value):
        if field.name not in _NO_WORDS:
            yield from _of_field(field.name, getattr(value, field.name))


def _of_field(name: str, value: Any) -> Iterator[Part]:
    if type(value) is str:
        yield Part(name, value)
    elif isinstance(value, RichText):
        yield Part(name, value.text)
    elif isinstance(value, Internal):
        yield from (Part(part.field, part.text, Weight.HIDDEN) for part in _of_field(name, value.value))
    elif isinstance(value, tuple):
        for one in value:
            yield from _of_field(name, one)
    elif isinstance(value, Reference):
        yield Part("title", value.title)
        yield from (Part(part.field, part.text, max(part.weight, Weight.BODY)) for part in _of_reference(value))
        yield _hidden("note", value.note.value)
    elif isinstance(value, Picture) or (is_dataclass(value) and not isinstance(value, type)):
        yield from _of_section(value)


def _of_brief(brief: Brief | None) -> str:
    if brief is None:
        return ""
    answers = (text for one in brief.answers for text in (one.question, one.answer))
    return "\n".join(filter(None, (brief.service, brief.wishes, brief.budget_text, brief.deadline_text, *answers)))


def _title(text: str) -> Part:
    return Part("title", text, Weight.TITLE)


def _tags(tags: tuple[str, ...]) -> Part:
    return Part("tags", ", ".join(tags), Weight.TAGS)


def _hidden(field: str, text: str) -> Part:
    return Part(field, text, Weight.HIDDEN)


def _phone(phone: str) -> tuple[Part, ...]:
    """Return a number as it is written and, to be found however it is typed, without spaces, brackets and the country."""
    if not phone:
        return ()
    digits = _APART.sub("", phone)
    return Part("phone", phone), Part("phone", f"{digits} {digits[-_NATIONAL:]}")


def _parts(*parts: Part) -> tuple[Part, ...]:
    return tuple(Part(part.field, clean(part.text), part.weight) for part in parts if part.text)
