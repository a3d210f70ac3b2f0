"""A library of 20,000 mixed records: opening it, saving a record, reading one."""

import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from app.model.block import Block, BlockKind, BlockStatus, BlockVersion, Variant
from app.model.client import Client, Contact
from app.model.clientcard import ClientCard
from app.model.estimate import LineItem
from app.model.internal import Internal
from app.model.notation import parse
from app.model.people import Person
from app.model.picture import Picture
from app.model.reference import Origin, Reference
from app.model.sections import Story
from app.store.codec import encode
from app.store.durable import DurableStorage
from app.store.library import Library
from tests.bench.places import CACHE, ROOT
from tests.bench.table import Row

COUNTS = {"blocks": 3_000, "people": 2_000, "references": 6_000, "clients": 3_000, "items": 6_000}
MOST_OPEN, MOST_COMMIT, MOST_READ = 500.0, 60.0, 1.0
"""Milliseconds: for opening, for the 95th of 100 commits, for reading a record that was not looked at before."""

_RUSSIAN = [
    "студия",
    "проект",
    "клиент",
    "выставка",
    "айдентика",
    "каталог",
    "съёмка",
    "сайт",
    "музей",
    "бренд",
    "вывеска",
    "макет",
    "печать",
    "шрифт",
    "цвет",
    "команда",
    "идея",
    "город",
    "река",
    "фестиваль",
    "афиша",
    "книга",
    "плакат",
    "навигация",
    "упаковка",
    "витрина",
    "история",
    "смысл",
    "система",
    "правило",
    "срок",
    "смета",
    "договор",
]
_ENGLISH = [
    "studio",
    "project",
    "client",
    "exhibition",
    "identity",
    "catalogue",
    "shooting",
    "website",
    "museum",
    "brand",
    "signage",
    "layout",
    "print",
    "type",
    "colour",
    "team",
    "idea",
    "city",
    "river",
    "festival",
    "poster",
    "book",
    "wayfinding",
    "packaging",
    "window",
    "story",
    "meaning",
    "system",
    "rule",
    "deadline",
    "estimate",
    "contract",
]


def records(seed: int = 5) -> Iterator[tuple[str, Any]]:
    """Yield the records of all kinds, each with the name of its shelf; the same for the same seed."""
    makers = {"blocks": _block, "people": _person, "references": _reference, "clients": _client, "items": _item}
    chance = random.Random(seed)
    for name, count in COUNTS.items():
        for number in range(count):
            yield name, makers[name](f"{name}-{number:05}", chance)


def made() -> Path:
    """Return the file of the library, made once."""
    file = CACHE / "library-20000" / "library.json"
    if not file.exists():
        tables: dict[str, dict[str, Any]] = {}
        for name, value in records():
            tables.setdefault(name, {})[value.id] = {"rev": 1, "value": encode(value)}
        storage = DurableStorage(file)
        with storage.transaction():
            storage.write(tables)
    return file


def rows(times: int) -> list[Row]:
    """Return the rows of the table."""
    source = made()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "library.json"
        storage = DurableStorage(source)
        total = sum(map(len, storage.read().values()))
        file.write_bytes(storage.export())
        size = f"{total:,} records, {file.stat().st_size / 1e6:.0f} MB"
        library = Library(file)
        saved = _commits(library, times)
        reading = _reads(Library(file), times)
        seen = _seen(library, Library(file), max(times // 10, 5))
        folded = _folded(library)
        return [
            Row(size, "library: opened, one record read", median(_opened(file) for _ in range(5)), "ms", MOST_OPEN, "fixed"),
            Row(size, "library: a commit, 95 of 100", quantiles(saved, n=20)[-1], "ms", MOST_COMMIT, "fixed"),
            Row(size, "— at the median", median(saved), "ms"),
            Row(size, "— the slowest", max(saved), "ms"),
            Row(size, "— one that folds the log into a new file", folded, "ms"),
            Row(size, "library: one record read, 95 of 100", quantiles(reading, n=20)[-1], "ms", MOST_READ, "fixed"),
            Row(size, "— when another program has just saved it", median(seen), "ms"),
        ]


def opened(file: Path) -> float:
    """Return the milliseconds from nothing to the first record."""
    started = perf_counter()
    found = Library(file).clients.get("clients-01234")
    taken = (perf_counter() - started) * 1000
    if found.problems or found.first is None:
        raise AssertionError(found.problems)
    return taken


def _opened(file: Path) -> float:
    """Open in a process of its own, so that nothing is known yet."""
    script = "import sys; from pathlib import Path; from tests.bench.library import opened; print(opened(Path(sys.argv[1])))"
    found = subprocess.run([sys.executable, "-c", script, str(file)], cwd=ROOT, check=True, capture_output=True, text=True)
    return float(found.stdout)


def _commits(library: Library, times: int) -> list[float]:
    chance = random.Random(7)
    names = list(COUNTS)
    library.people.get("people-00000")
    taken = []
    for number in range(times):
        name = names[number % len(names)]
        shelf: Any = getattr(library, name)
        stored = shelf.get(f"{name}-{chance.randrange(COUNTS[name]):05}").first
        changed = _edited(stored.value, number)
        taken.append(_timed(lambda shelf=shelf, changed=changed, rev=stored.rev: _good(shelf.put(changed, rev))))
    return taken


def _reads(library: Library, times: int) -> list[float]:
    library.people.get("people-00000")
    wanted = random.Random(9).sample(range(COUNTS["references"]), min(times, COUNTS["references"]))
    return [_timed(lambda one=one: _good(library.references.get(f"references-{one:05}"))) for one in wanted]


def _seen(writer: Library, reader: Library, times: int) -> list[float]:
    taken = []
    for number in range(times):
        stored = writer.people.get("people-00007").first
        assert stored
        _good(writer.people.put(replace(stored.value, about=f"seen {number}"), stored.rev))
        taken.append(_timed(lambda: _good(reader.people.get("people-00007"))))
        found = reader.people.get("people-00007").first
        assert found and found.value.about == f"seen {number}"
    return taken


def _folded(library: Library) -> float:
    """Commit long records until one commit folds the log; it is the one that takes longest."""
    stored = library.people.get("people-00009").first
    assert stored
    longest, before = 0.0, library.path.stat().st_ino
    while library.path.stat().st_ino == before:
        long = replace(stored.value, about=f"{longest}" + "я" * 900_000)
        longest = max(longest, _timed(lambda long=long: _good(library.people.put(long))))
    return longest


def _timed(once: Callable[[], object]) -> float:
    started = perf_counter()
    once()
    return (perf_counter() - started) * 1000


def _good(found: Any) -> None:
    if found.problems or found.first is None:
        raise AssertionError(found.problems)


def _edited(value: Any, number: int) -> Any:
    if isinstance(value, ClientCard):
        return replace(value, note=Internal(f"edit {number}"))
    name = "name" if hasattr(value, "name") else "title"
    return replace(value, **{name: f"edit {number}"})


def _words(chance: random.Random, count: int, english: bool = False) -> str:
    return " ".join(chance.choices(_ENGLISH if english else _RUSSIAN, k=count)).capitalize()


def _block(name: str, chance: random.Random) -> Block:
    def variants() -> tuple[Variant, ...]:
        russian = Story(id="s1", title=_words(chance, 3), text=parse(f"{_words(chance, 30)}.\n\n**{_words(chance, 4)}**"))
        english = Story(id="s1", title=_words(chance, 3, True), text=parse(_words(chance, 30, True)))
        return Variant(story=russian), Variant(language="en", story=english)

    old, new = variants(), variants()
    history = (
        BlockVersion(number=1, at="2026-02-03T10:00:00Z", by=_words(chance, 2), variants=old),
        BlockVersion(number=2, at="2026-05-06T10:00:00Z", by=_words(chance, 2), note=_words(chance, 3), variants=new),
    )
    kind, status = chance.choice(list(BlockKind)), chance.choice(list(BlockStatus))
    tags = tuple(chance.sample(_RUSSIAN, 3))
    return Block(id=name, name=_words(chance, 3), kind=kind, status=status, tags=tags, version=2, variants=new, history=history)


def _person(name: str, chance: random.Random) -> Person:
    about, note = _words(chance, 45), Internal(_words(chance, 8))
    photo = Picture(file=f"media/{chance.randbytes(32).hex()}.jpg", focus_x=round(chance.random(), 3))
    return Person(id=name, name=_words(chance, 2), role=_words(chance, 2), about=about, photo=photo, languages=("ru",), note=note)


def _reference(name: str, chance: random.Random) -> Reference:
    picture = Picture(file=f"media/{chance.randbytes(32).hex()}.jpg", caption=_words(chance, 5), credit=_words(chance, 2))
    why, year, tags = _words(chance, 40), str(chance.randrange(2010, 2027)), tuple(chance.sample(_RUSSIAN, 4))
    pictures = (picture, replace(picture, file=f"media/{chance.randbytes(32).hex()}.jpg"))
    origin, title = chance.choice(list(Origin)), _words(chance, 4)
    return Reference(
        id=name, title=title, origin=origin, client=_words(chance, 2), year=year, why=why, pictures=pictures, tags=tags
    )


def _client(name: str, chance: random.Random) -> ClientCard:
    requisites = "\n".join(f"{_words(chance, 2)} {chance.randrange(10**9, 10**10)}" for _ in range(6))
    client = Client(id=name, name=f"ООО «{_words(chance, 2)}»", requisites=requisites, city=_words(chance, 1), currency="RUB")
    contacts = tuple(
        Contact(name=_words(chance, 2), role=_words(chance, 2), email=f"m{chance.randrange(10**6)}@client.example")
        for _ in range(3)
    )
    return ClientCard(id=name, client=client, contacts=contacts, tags=tuple(chance.sample(_RUSSIAN, 2)))


def _item(name: str, chance: random.Random) -> LineItem:
    quantity, rate = Decimal(chance.randrange(1, 400)) / 4, Decimal(chance.randrange(10**5, 10**6)) / 100
    return LineItem(
        id=name, title=_words(chance, 5), description=_words(chance, 30), quantity=quantity, rate=rate, role="designer"
    )
