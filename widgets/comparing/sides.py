"""What can be compared: the proposal as it is now, as it was sent, as it was kept. Everything here but `Side` is the worker's."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.model.proposal import Proposal
from app.problems import Problem
from app.sending.send import frozen_revisions
from app.store.revisions import BRANDBOOK, read_manifest, revision_folder
from app.store.source import read_source
from app.store.work.versions import Version, Versions
from app.store.workspace import Workspace
from widgets.jobs import Ticket
from widgets.preview.press import Layout, Press
from widgets.services import Pipeline

Pipelines = Callable[[Path], Pipeline]
"""Makes the pipeline for a folder of brandbooks: what was sent is shown in the brandbook that was sent with it."""


class Kind(StrEnum):
    """Where a state of a proposal comes from."""

    NOW = "now"
    SENT = "sent"
    VERSION = "version"


@dataclass(frozen=True)
class Side:
    """One state: where it comes from, its key there, when it was so, and the name that somebody gave it."""

    kind: Kind
    key: str = ""
    at: datetime.datetime | None = None
    name: str = ""


@dataclass(frozen=True)
class Stated:
    """A state with its pages and what paints them; no proposal where it cannot be read."""

    side: Side
    proposal: Proposal | None
    layout: Layout | None = None
    press: Press | None = None
    problems: tuple[Problem, ...] = ()


def sides_of(folder: Path, workspace: Workspace) -> list[Side]:
    """Return what there is besides the present state, the newest first."""
    sent = [_sent(folder, number, workspace) for number in frozen_revisions(folder, workspace)]
    kept = [Side(Kind.VERSION, one.id, one.at, one.name) for one in _versions(folder, workspace)]
    oldest = datetime.datetime.min.replace(tzinfo=datetime.UTC)
    return sorted((*sent, *kept), key=lambda side: side.at or oldest, reverse=True)


def _sent(folder: Path, number: int, workspace: Workspace) -> Side:
    manifest = read_manifest(folder, number, workspace.disk).value
    try:
        at = datetime.datetime.fromisoformat(manifest.at) if manifest else None
    except ValueError:
        at = None
    return Side(Kind.SENT, str(number), at.astimezone(datetime.UTC) if at else None, manifest.to if manifest else "")


def _versions(folder: Path, workspace: Workspace) -> tuple[Version, ...]:
    return Versions(workspace.disk).all(folder)


def stated(
    side: Side, now: Proposal, folder: Path, workspace: Workspace, pipeline: Pipeline, pipelines: Pipelines, ticket: Ticket
) -> Stated:
    """Read a state and lay it out."""
    if side.kind is Kind.NOW:
        return _laid(side, now, folder, pipeline, ticket)
    if side.kind is Kind.SENT:
        place = revision_folder(folder, int(side.key))
        read = read_source(place, workspace.disk)
        own = place / BRANDBOOK
        pipeline = pipelines(own) if own.is_dir() else pipeline
        folder = place
    else:
        read = Versions(workspace.disk).read(folder, side.key)
    if read.proposal is None:
        return Stated(side, None, problems=read.problems)
    return _laid(side, read.proposal, folder, pipeline, ticket)


def _laid(side: Side, proposal: Proposal, folder: Path, pipeline: Pipeline, ticket: Ticket) -> Stated:
    press = Press(pipeline)
    return Stated(side, proposal, press.lay_out(proposal, folder, ticket), press)
