"""Search over everything a workspace holds."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.problems import Problem
from app.store.disk import Disk
from app.store.search.feed import Feed, feeds_of
from app.store.search.file import DamagedError, IndexFile
from app.store.search.page import Kind
from app.store.search.query import Filters, Wanted, wanted
from app.store.search.seal import parts_of, sealed_digest
from app.store.search.snippet import Marker, Range, Snippet
from app.store.search.vocabulary import Vocabulary
from app.store.search.words import clean, folded
from app.store.search.writing import bring_up, token_of
from app.store.workspace import Workspace

_FEW = 3
"""With fewer answers a slip of the finger is thought of."""

_ATTEMPTS = 3

_PATIENCE = 60.0
"""Seconds to wait for another process that updates: it may be making everything anew."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found. `id` is that of the record, for a proposal the name of its folder.

    `marks` are the ranges of the `title` that were looked for; `snippet` is another text of the record with its own. `score`
    only compares the hits of one search: more is better.
    """

    kind: Kind
    id: str
    title: str
    marks: tuple[Range, ...] = ()
    snippet: Snippet = Snippet()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as most records write it, and how many have it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Updated:
    """How many records were written or taken out, and what is wrong with what could not be read."""

    changes: int
    problems: tuple[Problem, ...] = ()


class Index:
    """Finds records by their words. Any thread and any process may search while another one updates.

    The index is a file of no value: lost or damaged it is made anew by the next update, and until then finds less. No
    method raises.
    """

    def __init__(self, folder: Path, feeds: Iterable[Feed], disk: Disk | None = None) -> None:
        self._folder = folder
        self._disk = disk or Disk()
        self._file = IndexFile(folder, self._disk)
        self._feeds = tuple(feeds)
        self._updating = threading.Lock()
        self._checked: object = None
        self._whole: object = None
        self._vocabulary = Vocabulary()
        self._of: object = None

    @classmethod
    def of(cls, workspace: Workspace) -> "Index":
        """Return the index of a workspace. It finds what it found the last time, until it is updated."""
        feeds = feeds_of(workspace.library, workspace.folder, workspace.disk)
        return cls(workspace.state / "search", feeds, workspace.disk)

    @property
    def is_whole(self) -> bool:
        """Tell whether everything is in it, as of the last update here: if not, it was begun anew and waits for one."""
        return self._whole == self._file.generation

    def update(self) -> Updated:
        """Bring the index up to the records as they are now. Only one process does that at a time; others wait for it."""
        with self._updating, self._alone() as is_alone:
            if not is_alone:
                return Updated(0)
            self._file.look()
            changes = 0
            problems: list[Problem] = []
            for _ in range(_ATTEMPTS):
                if self._checked != self._file.generation:
                    self._file.check()
                before = self._checked = self._file.generation
                problems.clear()
                fed = self._feed(problems)
                changes += fed or 0
                if fed is not None and before == self._file.generation:
                    self._whole = before
                    break
            self._file.read(self._known_words, None)  # for the next letter that is typed
            return Updated(changes, tuple(problems))

    def search(
        self,
        text: str,
        kinds: tuple[str, ...] = (),
        tags: tuple[str, ...] = (),
        languages: tuple[str, ...] = (),
        statuses: tuple[str, ...] = (),
        limit: int = 50,
    ) -> tuple[Hit, ...]:
        """Return the records that hold every word of a text, the best first; without a text all of them, by title.

        A record is of one of the `kinds` (`block`, or finer `block/quote`), has every one of the `tags`, one of the
        `languages` or none at all, and one of the `statuses`, where such are given.
        """
        asked = wanted(text)
        if (asked is None and text.strip()) or limit < 1:
            return ()
        filters = Filters(tuple(kinds), tuple(tags), tuple(languages), tuple(statuses)).question()
        return self._file.read(lambda connection: self._search(connection, asked, filters, limit), ())

    def tags(self) -> tuple[Tag, ...]:
        """Return all tags, the most frequent first."""
        return self._file.read(_tags, ())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """Keep other processes from updating; where the disk has no locks, hope. False when another one takes too long."""
        with ExitStack() as held:
            is_alone = True
            try:
                self._disk.mkdir(self._folder)
                held.enter_context(self._disk.lock(self._folder / "update.lock", _PATIENCE))
            except TimeoutError:
                is_alone = False
            except OSError:
                is_alone = True  # it is in memory then, or as good as that
            yield is_alone

    def _feed(self, problems: list[Problem]) -> int | None:
        """Take in all feeds; return how many records have changed, None when not all could be written."""
        changes = 0
        for feed in self._feeds:
            fed = feed.feed(token_of(self._file, feed.name))
            problems.extend(fed.problems)
            written = bring_up(self._file, feed.name, fed) if fed.readable else 0
            if written is None:
                return None
            changes += written
        return changes

    def _search(self, connection: sqlite3.Connection, asked: Wanted | None, filters: str, limit: int) -> tuple[Hit, ...]:
        if asked is None:
            return tuple(_hits(connection, dict.fromkeys(_by_title(connection, filters, limit), 0.0), None))
        vocabulary = self._known_words(connection)
        answers = _Answers(connection, filters, limit)
        answers.ask(asked.questions())
        forgiven: frozenset[int] = frozenset()
        if answers.are_few:
            forgiven = frozenset(i for i in range(len(asked.words)) if answers.is_rare(asked.alone(i)))
            answers.ask(asked.forgiving(vocabulary, forgiven))
        if not answers.found:
            forgiven = frozenset(range(len(asked.words)))
            answers.ask(asked.forgiving(vocabulary, forgiven))
        return tuple(_hits(connection, answers.found, Marker(asked, vocabulary, forgiven)))

    def _known_words(self, connection: sqlite3.Connection) -> Vocabulary:
        if self._of != self._file.generation:
            self._vocabulary, self._of = Vocabulary(), self._file.generation
        self._vocabulary.learn(connection)
        return self._vocabulary


class _Answers:
    """Records that were found, with their scores: those of a question stay below those of the questions before."""

    def __init__(self, connection: sqlite3.Connection, filters: str, limit: int) -> None:
        self.found: dict[int, float] = {}
        self._connection = connection
        self._filters = f" AND {filters}" if filters else ""
        self._limit = limit
        self._base = 0.0

    @property
    def are_few(self) -> bool:
        """Tell whether there is cause to think of slips."""
        return len(self.found) < min(_FEW, self._limit)

    def is_rare(self, question: str) -> bool:
        """Tell whether hardly any record answers a question, whatever the filters."""
        rows = self._connection.execute("SELECT rowid FROM texts WHERE texts MATCH ? LIMIT ?", (question, _FEW))
        return len(rows.fetchall()) < _FEW

    def ask(self, questions: Iterable[str]) -> None:
        """Ask one question after the other until there are enough answers."""
        for question in questions:
            if len(self.found) >= self._limit:
                return
            rows = self._connection.execute(
                "SELECT rowid, rank FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?",
                (question + self._filters, self._limit),
            )
            for number, rank in rows:
                if number not in self.found and len(self.found) < self._limit:
                    self.found[number] = self._base - 1 / (1 + max(-rank, 0.0))
            self._base -= 1


def _by_title(connection: sqlite3.Connection, filters: str, limit: int) -> list[int]:
    if filters:
        rows = connection.execute(
            "SELECT docs.id FROM texts JOIN docs ON docs.id = texts.rowid WHERE texts MATCH ? ORDER BY docs.sort LIMIT ?",
            (filters, limit),
        )
    else:
        rows = connection.execute("SELECT id FROM docs ORDER BY sort LIMIT ?", (limit,))
    return [number for (number,) in rows]


def _hits(connection: sqlite3.Connection, found: dict[int, float], marker: Marker | None) -> Iterable[Hit]:
    for number, score in found.items():
        row = connection.execute("SELECT kind, key, title, parts, facets, digest FROM docs WHERE id = ?", (number,)).fetchone()
        if row is None or sealed_digest(*row[:5]) != row[5]:
            raise DamagedError
        kind, key, title, parts = row[:4]
        if marker is None:
            yield Hit(Kind(kind), key, title)
        else:
            yield Hit(Kind(kind), key, title, marker.marks(title), marker.snippet(parts_of(parts), title), score)


def _tags(connection: sqlite3.Connection) -> tuple[Tag, ...]:
    spellings: dict[str, dict[str, int]] = {}
    for key, tag, number in connection.execute("SELECT folded, tag, COUNT(*) FROM tags GROUP BY folded, tag"):
        if not isinstance(key, str) or not isinstance(tag, str):
            raise DamagedError
        spellings.setdefault(key, {})[tag] = number
    tags = [Tag(max(of, key=lambda name: (of[name], name)), sum(of.values())) for of in spellings.values()]
    return tuple(sorted(tags, key=lambda tag: (-tag.count, folded(clean(tag.name)))))
