"""Where the index gets its records from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from app.problems import Problem, Severity
from app.store.disk import Disk
from app.store.library import Library
from app.store.search import pages
from app.store.search.page import Kind, Page
from app.store.search.seal import digest_of
from app.store.shelf import Found, Shelf
from app.store.source import FILE_NAME, read_source
from app.store.trouble import trouble


@dataclass(frozen=True, slots=True)
class Record:
    """A record: a text that is another one with each change of it, and its page when that is asked for."""

    kind: Kind
    id: str
    state: str
    page: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class Fed:
    """What a feed tells, and the token by which the next time it tells only what has changed since.

    With `whole` the records of `kinds` are all there are; else those that have changed, and `gone` are those that were removed.
    What is not `readable` now tells nothing but problems.
    """

    token: str
    records: tuple[Record, ...] = ()
    whole: bool = False
    kinds: tuple[Kind, ...] = ()
    gone: tuple[tuple[Kind, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    readable: bool = True


class Feed(Protocol):
    """Records that change."""

    @property
    def name(self) -> str:
        """Under which its token is remembered."""

    def feed(self, token: str) -> Fed:
        """Return what has changed since a token that it gave, everything for another one. Raises nothing."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A shelf, and how its records are searched."""

    kind: Kind
    shelf: Shelf[Any]
    page_of: Callable[[Any], Page]

    def record(self, value: Any) -> Record:
        """Return a record. Its texts tell its state: a library that was restored counts its revisions anew."""
        return Record(self.kind, value.id, digest_of(self.page_of(value)), lambda: self.page_of(value))


class LibraryFeed:
    """What is searched of the library."""

    name = "library"

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sources = {
            "blocks": _Source(Kind.BLOCK, library.blocks, pages.of_block),
            "people": _Source(Kind.PERSON, library.people, pages.of_person),
            "references": _Source(Kind.REFERENCE, library.references, pages.of_reference),
            "clients": _Source(Kind.CLIENT, library.clients, pages.of_client),
            "items": _Source(Kind.ITEM, library.items, pages.of_item),
        }

    def feed(self, token: str) -> Fed:
        """Return what has changed since a state of the library."""
        try:
            now = self._library.token()
            changed = self._library.changed_since(token)
        except OSError as wrong:
            return Fed(token, problems=(trouble(wrong, self._library.path),), readable=False)
        return self._whole(now) if changed is None else self._changed(now, sorted(changed))

    def _whole(self, now: str) -> Fed:
        records: list[Record] = []
        problems: list[Problem] = []
        for source in self._sources.values():
            found = source.shelf.all()
            problems += found.problems
            if _is_refused(found):
                return Fed("", problems=tuple(problems), readable=False)
            records += map(source.record, (stored.value for stored in found.records))
        return Fed(now, tuple(records), True, tuple(source.kind for source in self._sources.values()), (), tuple(problems))

    def _changed(self, now: str, changed: Iterable[tuple[str, str]]) -> Fed:
        records: list[Record] = []
        gone: list[tuple[Kind, str]] = []
        problems: list[Problem] = []
        for shelf, record_id in changed:
            source = self._sources.get(shelf)
            if source is None:
                continue
            found = source.shelf.get(record_id)
            problems += found.problems
            if _is_refused(found):
                return Fed("", problems=tuple(problems), readable=False)
            if found.first:
                records.append(source.record(found.first.value))
            else:
                gone.append((source.kind, record_id))
        return Fed(now, tuple(records), gone=tuple(gone), problems=tuple(problems))


class ProposalFeed:
    """The proposals of a folder. Only those are read whose files have changed."""

    name = "proposals"

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk

    def feed(self, token: str) -> Fed:
        """Return a record for each folder that holds a proposal, readable or not."""
        try:
            folders = self._disk.list(self._folder)
        except OSError as wrong:
            return Fed(token, problems=(trouble(wrong, self._folder),), readable=False)
        records = tuple(record for folder in folders if _is_named(folder) for record in self._record(folder))
        return Fed(token, records, True, (Kind.PROPOSAL,))

    def _record(self, folder: Path) -> Iterator[Record]:
        try:
            known = (folder / FILE_NAME).stat()
        except OSError:
            return
        state = f"{known.st_mtime_ns}-{known.st_size}-{known.st_ino}"
        yield Record(Kind.PROPOSAL, folder.name, state, lambda: self._page(folder))

    def _page(self, folder: Path) -> Page:
        proposal = read_source(folder, self._disk).proposal
        return pages.of_proposal(folder.name, proposal) if proposal else pages.unreadable(folder.name)


def feeds_of(library: Library, proposals: Path, disk: Disk) -> tuple[Feed, ...]:
    """Return everything that is searched in a workspace."""
    return LibraryFeed(library), ProposalFeed(proposals, disk)


def _is_refused(found: Found[Any]) -> bool:
    """Tell whether nothing came because the disk refused, not because there is nothing."""
    return not found.records and any(
        wrong.severity is Severity.ERROR and wrong.code.startswith("disk-") for wrong in found.problems
    )


def _is_named(folder: Path) -> bool:
    """Tell whether a folder is not hidden and has a name that can be kept as text."""
    return not folder.name.startswith(".") and folder.name.isprintable()
