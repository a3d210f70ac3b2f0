"""`library insert` and `library newer`: what comes out of the library into a proposal."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from app.commands.console import STOPPED, Console
from app.commands.keeping import kept, unkeepable
from app.commands.library_record import named
from app.commands.opening import opened
from app.model.block import Block
from app.model.clientcard import ClientCard
from app.model.people import Person
from app.model.reference import Reference
from app.problems import Problem, error, stops

if TYPE_CHECKING:
    from pathlib import Path

    from app.blocks.inserting import Inserted
    from app.blocks.newer import Offer
    from app.model.proposal import Proposal
    from app.sources import Opened
    from app.store.workspace import Workspace

ALL = "all"
_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def insert(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """Copy a record into a proposal with its pictures, and print the id that it has there."""
    record = named(workspace, arguments.id)
    found = opened(arguments.proposal, arguments.workspace)
    problems = (*record.problems, *found.problems, *unkeepable(arguments.proposal))
    if record.record is None or found.proposal is None or stops(problems):
        console.tell(problems)
        return STOPPED
    after = arguments.after or ""
    if after and all(one.id != after for one in found.proposal.sections):
        return console.finish((*problems, error("section-unknown", id=after[:60])))
    inserted = _inserted(found.proposal, record.record, after, workspace, found.folder)
    problems = (*problems, *inserted.problems)
    if stops(problems):
        console.tell(problems)
        return STOPPED
    wrong = kept(arguments.proposal, found, inserted.proposal, "library insert") if inserted.proposal != found.proposal else ()
    if not stops(wrong):
        console.data(inserted.id)
    return console.finish((*problems, *wrong))


def newer(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """List the sections whose block has a newer version, with what differs; with `--take` bring them up to date.

    `all` takes those that nobody has changed by hand; the others must be named.
    """
    from app.blocks.newer import outdated, retired_in_use

    found = opened(arguments.proposal, arguments.workspace)
    blocks = workspace.library.blocks.all()
    problems = (*found.problems, *blocks.problems)
    if found.proposal is None or stops(problems):
        console.tell(problems)
        return STOPPED
    known = [one.value for one in blocks.records]
    offers = outdated(found.proposal, known)
    problems = (*problems, *retired_in_use(found.proposal, known))
    for offer in offers:
        _tell(offer, console)
    if not offers:
        console.note(console.words("Every block is of its newest version."))
    if arguments.take is not None:
        problems = (*problems, *_take(arguments, found, offers, workspace, console))
    return console.finish(problems)


def _take(
    arguments: argparse.Namespace, found: "Opened", offers: tuple["Offer", ...], workspace: "Workspace", console: Console
) -> tuple[Problem, ...]:
    assert found.proposal is not None
    chosen, wrong = _chosen(arguments.take, offers)
    problems = (*unkeepable(arguments.proposal), *wrong)
    if stops(problems) or not chosen:
        return problems
    changed, told = _taken(found.proposal, chosen, workspace, found.folder)
    if stops(told):
        return told
    told = (*told, *kept(arguments.proposal, found, changed, "library newer"))
    if not stops(told):
        console.note(console.words.plural("{n} section brought up to date", "{n} sections brought up to date", len(chosen)))
    return told


def _inserted(proposal: "Proposal", record: object, after: str, workspace: "Workspace", folder: "Path") -> "Inserted":
    """Carry the pictures, then insert; a picture that cannot be copied stops it."""
    from app.blocks.inserting import Inserted, insert_block, only
    from app.blocks.records import insert_person, insert_reference, use_client
    from app.store.inserting import carried

    if isinstance(record, ClientCard):
        rates = workspace.library.rate_cards.get(record.rate_card).first if record.rate_card else None
        return use_client(proposal, record, rates=rates.value if rates else None)
    narrow = only(record, proposal.language) if isinstance(record, Block) else record
    copy = carried(narrow, workspace.library_folder, folder, workspace.disk)
    if stops(copy.problems):
        return Inserted(proposal, problems=copy.problems)
    if isinstance(copy.value, Block):
        done = insert_block(proposal, copy.value, after=after)
    elif isinstance(copy.value, Person):
        done = insert_person(proposal, copy.value)
    else:
        assert isinstance(copy.value, Reference)
        done = insert_reference(proposal, copy.value)
    return replace(done, problems=(*copy.problems, *done.problems))


def _chosen(wanted: str, offers: tuple["Offer", ...]) -> tuple[tuple["Offer", ...], tuple[Problem, ...]]:
    names = [name.strip() for name in wanted.split(",") if name.strip()]
    known = {offer.section for offer in offers}
    wrong = tuple(error("block-offer-unknown", id=name[:60]) for name in names if name != ALL and name not in known)
    whole = ALL in names
    return tuple(one for one in offers if one.section in names or (whole and not one.changed_by_hand)), wrong


def _taken(
    proposal: "Proposal", offers: tuple["Offer", ...], workspace: "Workspace", folder: "Path"
) -> tuple["Proposal", tuple[Problem, ...]]:
    from app.blocks.newer import take_newer
    from app.store.inserting import carried

    problems: tuple[Problem, ...] = ()
    for offer in offers:
        copy = carried(offer.story, workspace.library_folder, folder, workspace.disk)
        problems = (*problems, *copy.problems)
        proposal = take_newer(proposal, replace(offer, story=copy.value))
    return proposal, problems


def _tell(offer: "Offer", console: Console) -> None:
    by_hand = console.words("changed by hand") if offer.changed_by_hand else ""
    console.data("  ".join(filter(None, (offer.section, offer.name, f"{offer.had} → {offer.version}", by_hand))))
    for field in offer.diff:
        text = "".join(_MARKS[one.change].format(one.text) for one in field.stretches)
        console.data(f"  {field.field}: " + text.strip().replace("\n", "\n    "))
