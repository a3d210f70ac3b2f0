"""Bringing the index up to what a feed tells."""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TypeAlias, TypeVar

from app.store.search.feed import Fed
from app.store.search.file import DamagedError, IndexFile
from app.store.search.page import Kind, Page
from app.store.search.seal import columns_of, parts_of, seal, sealed_digest, tokens
from app.store.search.words import clean, folded, stem

T = TypeVar("T")

_Name: TypeAlias = tuple[Kind, str]
"""Kind and id of a record."""

_AT_ONCE = 500
"""Records of one transaction: what is searched meanwhile finds those before."""

_ADD = "INSERT INTO texts (rowid, title, tags, body, hidden, facets) VALUES (?, ?, ?, ?, ?, ?)"
_TAKE = "INSERT INTO texts (texts, rowid, title, tags, body, hidden, facets) VALUES ('delete', ?, ?, ?, ?, ?, ?)"


def bring_up(file: IndexFile, name: str, fed: Fed) -> int | None:
    """Write what is new, changed or gone; return how many records that were, None when it could not be written.

    The token of the feed is remembered after everything else, so that what was interrupted is done again.
    """
    asked = fed.kinds if fed.whole else tuple((record.kind, record.id) for record in fed.records)
    found = file.read(lambda connection: _states(connection, asked), None)
    if found is None:
        return None
    changed = [record for record in fed.records if found.pop((record.kind, record.id), None) != record.state]
    gone = found if fed.whole else fed.gone
    for keys in _batches(gone):
        if file.write(partial(_remove_all, keys=keys)) is None:
            return None
    for some in _batches(changed):
        if file.write(partial(_put_all, made=[(record.state, record.page()) for record in some])) is None:
            return None
    if file.write(partial(_remember, name=name, token=fed.token)) is None:
        return None
    return len(changed) + len(gone)


def token_of(file: IndexFile, name: str) -> str:
    """Return the token of a feed up to which the index is, empty where there is none."""
    return file.read(lambda connection: _token(connection, name), "")


def _token(connection: sqlite3.Connection, name: str) -> str:
    row = connection.execute("SELECT token FROM feeds WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def _remember(connection: sqlite3.Connection, name: str, token: str) -> bool:
    if token != _token(connection, name):
        connection.execute("INSERT OR REPLACE INTO feeds (name, token) VALUES (?, ?)", (name, token))
    return True


def _batches(of: Iterable[T]) -> Iterator[list[T]]:
    left = iter(of)
    while some := list(islice(left, _AT_ONCE)):
        yield some


def _states(connection: sqlite3.Connection, asked: tuple[Kind, ...] | tuple[_Name, ...]) -> dict[_Name, str]:
    """Return the states of the records that are known, of whole kinds or of some records."""
    found: dict[_Name, str] = {}
    for one in asked:
        kind, key = (one, None) if isinstance(one, Kind) else one
        some = " AND key = ?" if key is not None else ""
        rows = connection.execute(f"SELECT key, state FROM docs WHERE kind = ?{some}", (kind,) if key is None else (kind, key))
        found.update(((kind, known), state) for known, state in rows)
    return found


def _remove_all(connection: sqlite3.Connection, keys: list[_Name]) -> bool:
    for kind, key in keys:
        _remove(connection, kind, key)
    return True


def _put_all(connection: sqlite3.Connection, made: list[tuple[str, Page]]) -> bool:
    words: set[str] = set()
    for state, page in made:
        _remove(connection, page.kind, page.id)
        words.update(_put(connection, state, page))
    connection.executemany("INSERT OR IGNORE INTO words (word, stem) VALUES (?, ?)", ((word, stem(word)) for word in words))
    return True


def _remove(connection: sqlite3.Connection, kind: str, key: str) -> None:
    """Take a record out. What was put in must be told again, so it must not be damaged."""
    row = connection.execute(
        "SELECT id, kind, key, title, parts, facets, digest FROM docs WHERE kind = ? AND key = ?", (kind, key)
    ).fetchone()
    if row is None:
        return
    if sealed_digest(*row[1:6]) != row[6]:
        raise DamagedError
    number, parts, facets = row[0], row[4], row[5]
    connection.execute(_TAKE, (number, *map(tokens, columns_of(parts_of(parts))), facets))
    connection.execute("DELETE FROM docs WHERE id = ?", (number,))
    connection.execute("DELETE FROM tags WHERE doc = ?", (number,))


def _put(connection: sqlite3.Connection, state: str, page: Page) -> Iterable[str]:
    """Put a record in and return its words."""
    sealed = seal(page)
    number = connection.execute(
        "INSERT INTO docs (kind, key, state, digest, title, sort, parts, facets) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (page.kind, page.id, state, sealed.digest, sealed.title, folded(sealed.title), sealed.parts, sealed.facets),
    ).lastrowid
    columns = columns_of(page.parts)
    connection.execute(_ADD, (number, *map(tokens, columns), sealed.facets))
    tags = {folded(tag).strip(): clean(tag).strip() for tag in page.tags}
    connection.executemany(
        "INSERT INTO tags (tag, folded, doc) VALUES (?, ?, ?)", ((tag, key, number) for key, tag in tags.items())
    )
    return chain.from_iterable(columns)
