"""What holds of every proposal after every edit."""

from collections.abc import Iterable
from dataclasses import fields

from app.model.proposal import Proposal
from app.model.sections import References, Timeline


def assert_ids_unique(proposal: Proposal) -> None:
    _unique(section.id for section in proposal.sections)
    _unique(person.id for person in proposal.people)
    _unique(section.id for section in proposal.estimate.sections)
    for part in proposal.estimate.sections:
        _unique(item.id for item in part.items)
    for section in proposal.sections:
        if isinstance(section, References):
            _unique(item.id for item in section.items)
        if isinstance(section, Timeline):
            _unique(phase.id for phase in section.phases)


def _unique(ids: Iterable[str]) -> None:
    listed = list(ids)
    assert len(listed) == len(set(listed)), listed
    assert all(listed)


def changed_fields(before: Proposal, after: Proposal) -> set[str]:
    return {field.name for field in fields(Proposal) if getattr(before, field.name) != getattr(after, field.name)}
