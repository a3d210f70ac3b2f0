"""Search-as-you-type among 20,000 mixed records: letter by letter, as the window asks."""

from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from app.store.codec import encode
from app.store.durable import DurableStorage
from app.store.search.index import Index
from app.store.source import write_proposal
from app.store.workspace import Workspace
from tests.bench.corpus import COUNTS, PROPOSALS, Corpus
from tests.bench.table import Row

MOST = 20.0
"""Milliseconds that a letter may take at the median."""

QUERIES = (
    "договор", "договорами", "вёрстка сайта", "анна берёзова", "логотип", "разработка", "прототип личного кабинета", "стоимость",
    "маркетинговые исследования", "КП-2026-0042", "съёмка", "тексты для объявлений", "отдел маркетинга", "карта маршрутов",
    "сметами", "перевёрстка", "сайт 12", "москва", "иллюстрации", "каталог отделки",
    "design", "interface prototyping", "brand strategy", "logo", "market research", "outsale", "contracts", "campaign launch",
    "packaging", "copy", "london", "video 7", "retrain", "supporters",
    "догвор", "дизян", "марктинг", "desgin", "illustarte", "reserch",
)  # fmt: skip
"""Twenty in Russian, fourteen in English, six with slips."""


def workspace_in(folder: Path) -> Workspace:
    """Return a workspace with all records."""
    workspace = Workspace.open(folder).workspace
    assert workspace is not None
    corpus = Corpus()
    storage = DurableStorage(workspace.library.path)
    with storage.transaction():
        shelves = corpus.records().items()
        storage.write({shelf: {one.id: {"rev": 1, "value": encode(one)} for one in records} for shelf, records in shelves})
    for number, proposal in enumerate(corpus.proposals()):
        problems = write_proposal(workspace.folder / f"КП-2026-{number:04}", proposal)
        assert problems == ()
    return workspace


def _timed(act: object) -> float:
    started = perf_counter()
    act()  # type: ignore[operator]
    return (perf_counter() - started) * 1000


def letters(index: Index) -> list[float]:
    """Type every query; return the milliseconds of every letter."""
    return [_timed(lambda shown=query[:length]: index.search(shown)) for query in QUERIES for length in range(1, len(query) + 1)]


def updates(workspace: Workspace, index: Index, times: int) -> list[float]:
    """Change one person after the other; return the milliseconds of every update of the index."""
    found = []
    for number in range(times):
        stored = workspace.library.people.get(f"h{number}").first
        assert stored is not None
        workspace.library.people.put(replace(stored.value, role=f"должность{number}"))
        found.append(_timed(index.update))
        assert [hit.id for hit in index.search(f"должность{number}")] == [f"h{number}"]
    return found


def rows(times: int) -> list[Row]:
    """Return the rows of the table."""
    size = f"{sum(COUNTS.values()) + PROPOSALS:,} records"
    with TemporaryDirectory() as folder:
        workspace = workspace_in(Path(folder))
        index = Index.of(workspace)
        built = _timed(index.update)
        first = _timed(lambda: index.search("д"))
        typed = sorted(second for _ in range(times) for second in letters(index))
        changed = updates(workspace, index, 20)
        index.close()
        again = Index.of(Workspace(Path(folder)))
        started = _timed(again.update)
        megabytes = sum(file.stat().st_size for file in (workspace.state / "search").iterdir()) / 1e6
        again.close()
    return [
        Row(size, f"search as you type, {len(QUERIES)} searches, a letter at the median", median(typed), "ms", MOST, "fixed"),
        Row(size, "— at the 95th percentile", typed[int(len(typed) * 0.95)], "ms"),
        Row(size, "— the slowest", typed[-1], "ms"),
        Row(size, "— the first letter after the start", first, "ms"),
        Row(size, "the index after one record has changed", median(changed), "ms"),
        Row(size, "the index after a start, nothing changed", started, "ms"),
        Row(size, "the index from nothing", built / 1000, "s"),
        Row(size, "the file of the index", megabytes, "MB"),
    ]
