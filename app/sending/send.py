"""Sending a proposal: what leaves the house is checked, built and frozen, and can be proved for ever."""

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from app.edits.status import marked
from app.model.proposal import Proposal
from app.model.status import Status
from app.pipeline import BrandMissingError, Built, Pipeline, Preset
from app.problems import Problem, error, stops
from app.sending.settle import settled
from app.signoff.written import moment
from app.store.manifest import Manifest
from app.store.revisions import PDF, Freezing, Frozen, freeze, revision_folder, revisions_in
from app.store.trouble import trouble
from app.store.workspace import Workspace
from app.version import VERSION

Keep: TypeAlias = Callable[[Proposal], tuple[Problem, ...]]
"""Saves a proposal; returns what prevented it, or what there is to tell."""


@dataclass(frozen=True, slots=True)
class Order:
    """To whom a proposal goes, who sends it, when (a moment with its time zone), and what the PDF is made for.

    `today` is the day by which the offer must stand, None for that of the moment.
    """

    to: str
    by: str
    at: datetime.datetime
    preset: Preset = Preset.STANDARD
    note: str = ""
    today: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of sending: the revision and its PDF, None where nothing was frozen; the proposal as it is now; problems."""

    revision: int
    pdf: Path | None
    proposal: Proposal
    problems: tuple[Problem, ...] = ()


def send(
    workspace: Workspace,
    pipeline: Pipeline,
    folder: Path,
    proposal: Proposal,
    order: Order,
    watch: Callable[[float], None] | None = None,
    keep: Keep | None = None,
) -> Sent:
    """Freeze a draft as the revision that it is, and save it as sent.

    Refused is what preflight forbids, what was sent already, and a number that clients know another proposal by. `watch` is
    told how much is painted, 0 to 1, and may raise to call it off: until the revision is frozen nothing has happened.
    `keep` saves the proposal where it is open for work; without it, the workspace does.
    """
    disk, keep = workspace.disk, keep or (lambda changed: workspace.save(folder, changed))
    try:
        disk.mkdir(workspace.state)
        with disk.lock(workspace.state / f"{folder.name}.sending.lock"):
            present = settled(folder, proposal, disk)
            if present.status is not Status.DRAFT:
                return _sent_already(folder, proposal, present, keep)
            return _send(workspace, pipeline, folder, present, order, watch, keep)
    except OSError as wrong:
        return Sent(proposal.revision, None, proposal, (trouble(wrong, folder),))


def _sent_already(folder: Path, given: Proposal, present: Proposal, keep: Keep) -> Sent:
    """Refuse, and save a proposal that did not know yet that it was sent."""
    target = revision_folder(folder, present.revision) / PDF
    told = error("revision-sent-already", str(target), revision=present.revision)
    saved = keep(present) if present != given else ()
    return Sent(present.revision, target if target.is_file() else None, present, (told, *saved))


def _send(
    workspace: Workspace,
    pipeline: Pipeline,
    folder: Path,
    proposal: Proposal,
    order: Order,
    watch: Callable[[float], None] | None,
    keep: Keep,
) -> Sent:
    named = workspace.numbered(folder, replace(proposal, id=proposal.id or str(uuid.uuid4())), keep)
    if named.proposal is None:
        return Sent(proposal.revision, None, proposal, named.problems)
    draft, problems = named.proposal, named.problems
    built, told = _built(pipeline, folder, draft, order, watch)
    problems += told
    if built is None:
        return Sent(draft.revision, None, draft, problems)
    sent = marked(draft, Status.SENT, order.by, order.at, order.note)
    used = workspace.use_up_number(draft)
    if used.proposal is None:
        return Sent(draft.revision, None, draft, (*problems, *used.problems))
    frozen = _frozen(workspace, pipeline, folder, sent, built, order)
    problems += frozen.problems
    if frozen.folder is None:
        return Sent(draft.revision, None, draft, problems)
    return Sent(sent.revision, frozen.folder / PDF, sent, (*problems, *keep(sent)))


def _built(
    pipeline: Pipeline, folder: Path, proposal: Proposal, order: Order, watch: Callable[[float], None] | None
) -> tuple[Built | None, tuple[Problem, ...]]:
    checked = pipeline.preflight(proposal, folder, order.today or order.at.date())
    if stops(checked):
        return None, checked
    try:
        built = pipeline.build(proposal, folder, order.preset, watch=watch)
    except BrandMissingError as wrong:
        return None, (*checked, *wrong.problems)
    problems = (*checked, *built.problems)
    return (None if stops(built.problems) else built), problems


def _frozen(workspace: Workspace, pipeline: Pipeline, folder: Path, sent: Proposal, built: Built, order: Order) -> Freezing:
    brand = pipeline.brand(sent.brandbook).brand
    assert brand is not None  # it was built with it
    manifest = Manifest(
        revision=sent.revision,
        number=sent.number,
        at=moment(order.at),
        by=order.by.strip(),
        to=order.to.strip(),
        total=built.totals.total,
        currency=sent.currency,
        preset=order.preset.value,
        program=VERSION,
        brandbook=sent.brandbook,
    )
    return freeze(folder, Frozen(sent, built.pdf, brand.folder), manifest, workspace.disk)


def frozen_revisions(folder: Path, workspace: Workspace) -> tuple[int, ...]:
    """Return which revisions of a proposal are frozen, the oldest first; none where the folder cannot be read."""
    try:
        return revisions_in(folder, workspace.disk)
    except OSError:
        return ()
