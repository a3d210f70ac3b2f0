"""Where blocks, people, references and clients of the library are used, told by the files of the proposals.

The files are not decoded as a whole: what is wanted is looked up in their JSON, and kept until a file changes.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import orjson

from app.model.clientcard import ClientCard
from app.model.people import Person
from app.model.status import Status
from app.problems import Problem, problem
from app.store.disk import Disk
from app.store.jsonfile import LARGEST_FILE
from app.store.search.words import clean, folded
from app.store.source import FILE_NAME
from app.store.trouble import trouble

_Stamp: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Used:
    """A proposal, as far as a list of uses shows it."""

    folder: Path
    id: str
    number: str
    title: str
    client: str
    date: datetime.date | None
    valid_until: datetime.date | None
    revision: int
    status: Status
    archived: bool


@dataclass(frozen=True, slots=True)
class Use:
    """One use: in which proposal, and where it has one, in which section and in which version of a block."""

    proposal: Used
    section: str = ""
    version: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class UsesFound:
    """Uses, those of the latest proposal first, and a problem for every proposal that could not be looked at."""

    uses: tuple[Use, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a proposal uses. People are told by id and name, the client likewise."""

    proposal: Used
    blocks: tuple[tuple[str, Use], ...]
    references: tuple[tuple[str, Use], ...]
    people: tuple[tuple[str, str], ...]
    client: tuple[str, str]


class Uses:
    """Looks through the proposals of a folder. No method raises."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self._folder = folder
        self._disk = disk or Disk()
        self._known: dict[Path, tuple[_Stamp, _Facts | None]] = {}

    def of_block(self, block_id: str) -> UsesFound:
        """Return every section that was copied from a block."""
        return self._found(lambda facts: (use for one, use in facts.blocks if one == block_id))

    def of_reference(self, reference_id: str) -> UsesFound:
        """Return every gallery that shows a reference."""
        return self._found(lambda facts: (use for one, use in facts.references if one == reference_id))

    def of_person(self, person: Person) -> UsesFound:
        """Return every proposal that a person is in: by their id, or their name where they were typed in."""
        return self._found(lambda facts: [Use(facts.proposal)] if _is_one_of(person.id, person.name, facts.people) else [])

    def of_client(self, card: ClientCard) -> UsesFound:
        """Return what was offered to a client: by the card's id, or the company's name where it was typed in."""
        ids = {card.id, card.client.id} - {""}
        name = card.client.name
        return self._found(
            lambda facts: [Use(facts.proposal)] if any(_is_one_of(one, name, (facts.client,)) for one in ids or {""}) else []
        )

    def _found(self, pick: Callable[[_Facts], "Iterator[Use] | list[Use]"]) -> UsesFound:
        problems: list[Problem] = []
        uses = [use for facts in self._all(problems) for use in pick(facts)]
        uses.sort(key=lambda use: (use.proposal.date or datetime.date.min, use.proposal.number), reverse=True)
        return UsesFound(tuple(uses), tuple(problems))

    def _all(self, problems: list[Problem]) -> Iterator[_Facts]:
        try:
            folders = [path for path in self._disk.list(self._folder) if not path.name.startswith(".")]
        except OSError as wrong:
            problems.append(trouble(wrong, self._folder))
            return
        for gone in self._known.keys() - set(folders):
            del self._known[gone]
        for folder in folders:
            try:
                facts = self._facts(folder)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as wrong:
                problems.append(trouble(wrong, folder))
                continue
            if facts is None:
                problems.append(problem("uses-unreadable", str(folder), folder=folder.name))
            else:
                yield facts

    def _facts(self, folder: Path) -> _Facts | None:
        file = folder / FILE_NAME
        state = file.stat()
        stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
        known = self._known.get(folder)
        if known is None or known[0] != stamp:
            known = self._known[folder] = (stamp, _read(folder, self._disk.read(file, LARGEST_FILE)))
        return known[1]


def _read(folder: Path, content: bytes) -> _Facts | None:
    try:
        body = orjson.loads(content)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(body, dict):
        return None
    client = _object(body, "client")
    proposal = _proposal(folder, body, client)
    sections = _objects(body, "sections")
    return _Facts(
        proposal=proposal,
        blocks=tuple((_text(one, "block"), _use(proposal, one)) for one in sections if _text(one, "block")),
        references=tuple((_text(item, "id"), _use(proposal, one)) for one in sections for item in _objects(one, "items")),
        people=tuple((_text(one, "id"), folded(clean(_text(one, "name"))).strip()) for one in _objects(body, "people")),
        client=(_text(client, "id"), folded(clean(_text(client, "name"))).strip()),
    )


def _proposal(folder: Path, body: dict[str, Any], client: dict[str, Any]) -> Used:
    status = _text(body, "status")
    revision = body.get("revision")
    return Used(
        folder=folder,
        id=_text(body, "id"),
        number=_text(body, "number"),
        title=_text(body, "title"),
        client=_text(client, "name"),
        date=_date(_text(body, "date")),
        valid_until=_date(_text(body, "valid_until")),
        revision=revision if isinstance(revision, int) else 1,
        status=Status(status) if status in set(Status) else Status.DRAFT,
        archived=body.get("archived") is True,
    )


def _use(proposal: Used, section: dict[str, Any]) -> Use:
    version = section.get("block_version")
    return Use(proposal, _text(section, "id"), version if isinstance(version, int) else 0, section.get("hidden") is True)


def _is_one_of(record_id: str, name: str, found: tuple[tuple[str, str], ...]) -> bool:
    wanted = folded(clean(name)).strip()
    return any((record_id and one == record_id) or (wanted and named == wanted) for one, named in found)


def _object(body: dict[str, Any], key: str) -> dict[str, Any]:
    found = body.get(key)
    return found if isinstance(found, dict) else {}


def _objects(body: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = body.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _text(body: dict[str, Any], key: str) -> str:
    found = body.get(key)
    return found if isinstance(found, str) else ""


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
