"""Taking a proposal source into a workspace: a new folder that appears whole or not at all."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from app.guard.pictures import picture_problem
from app.model.proposal import Proposal
from app.problems import Problem, problem, stops
from app.store.disk import Disk
from app.store.media import add_media
from app.store.naming import folder_name, free_name
from app.store.numbering import LOCK, Place, newcomer
from app.store.pictures import pictures_in, with_files
from app.store.relative import inside, is_file, tidy
from app.store.source import write_proposal
from app.store.trouble import trouble

_UNFINISHED = ".import-"

Bring: TypeAlias = Callable[[Path], tuple[dict[str, str], list[Problem]]]
"""Puts the pictures of a proposal into a folder; returns their new files by the old ones, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Imported:
    """Where an imported proposal lies, None when it could not be written, and what is wrong with it."""

    folder: Path | None
    problems: tuple[Problem, ...] = ()


def import_proposal(place: Place, source: Path, proposal: Proposal) -> Imported:
    """Copy a proposal with its pictures; numbers are given under a lock, so that none is given twice."""
    return import_with(place, proposal, lambda building: _copied(source, building, proposal, place.disk))


def import_with(place: Place, proposal: Proposal, bring: Bring) -> Imported:
    """Make a folder of a proposal and of the pictures that `bring` puts there; whole, or not at all."""
    disk = place.disk
    try:
        disk.mkdir(place.folder)
        disk.mkdir(place.state)
        with disk.lock(place.state / LOCK):
            _clear(place.folder, disk)
            named = newcomer(place, proposal)
            if named.proposal is None:
                return Imported(None, named.problems)
            imported = _import(place, named.proposal, bring)
            return Imported(imported.folder, (*named.problems, *imported.problems))
    except OSError as wrong:
        return Imported(None, (trouble(wrong, place.folder),))


def _import(place: Place, proposal: Proposal, bring: Bring) -> Imported:
    disk = place.disk
    building = place.folder / f"{_UNFINISHED}{uuid.uuid4().hex}"
    disk.mkdir(building)
    files, problems = bring(building)
    problems += write_proposal(building, with_files(proposal, lambda file: files.get(file, file)), disk)
    if stops(problems):
        disk.remove_tree(building)
        return Imported(None, tuple(problems))
    names = [path.name for path in disk.list(place.folder)]
    target = place.folder / free_name(folder_name(proposal.number, proposal.title), names)
    disk.move(building, target)
    return Imported(target, tuple(problems))


def _copied(source: Path, building: Path, proposal: Proposal, disk: Disk) -> tuple[dict[str, str], list[Problem]]:
    """Copy the pictures; return their new files by the old ones, and what is wrong. A missing one keeps its file.

    One that is no picture is told at once, and copied: nothing of the user's is lost, and nothing decodes it without a look.
    """
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for file in dict.fromkeys(picture.file for picture in pictures_in(proposal) if picture.file):
        relative = tidy(file)
        found = inside(source, relative) if relative else None
        if found is None:
            files[file] = ""
            problems.append(problem("picture-outside", file, file=file))
        elif not is_file(found):
            problems.append(problem("picture-missing", file, file=file))
        else:
            added = add_media(building, found, "", disk)
            files[file] = added.file or file
            problems += added.problems
            unfit = picture_problem(found, where=file)
            problems += [unfit] if unfit else []
    return files, problems


def _clear(folder: Path, disk: Disk) -> None:
    """Remove what imports that were interrupted left behind. Only under the lock."""
    for path in disk.list(folder):
        if path.name.startswith(_UNFINISHED):
            disk.remove_tree(path)
