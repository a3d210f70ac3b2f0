"""Everything that is measured for one proposal, medians of runs that took turns."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.contents import other_bytes, pages
from tests.bench.likeness import mean_likeness
from tests.bench.measured import Run, turns
from tests.bench.rivals import Rivals

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Exports:
    """Whole processes, from the `originals` or with pictures `prepared`, by name of the program."""

    originals: dict[str, Run]
    prepared: dict[str, Run]


@dataclass(frozen=True, slots=True)
class Edits:
    """Seconds in one process: exports after an edit by program, and from an edit of an `item` or a `text` to pixels."""

    warm: dict[str, float]
    item: dict[str, float]
    text: dict[str, float]


@dataclass(frozen=True, slots=True)
class Look:
    """A finished file."""

    pages: int
    megabytes: float
    likeness: float


@dataclass(frozen=True, slots=True)
class Files:
    """Finished files by program; `other` are Blesna's megabytes that are no photograph, without its tags."""

    looks: dict[str, Look] = field(default_factory=dict)
    other: float = 0.0


def exports(rivals: Rivals, times: int, *, large: bool) -> Exports:
    """Compare whole processes. Those that take very long are left out for a `large` proposal."""
    slow: dict[str, Callable[[], Run]] = {"blesna": lambda: rivals.blesna(fresh=True), "typst": rivals.typst_scaled}
    quick: dict[str, Callable[[], Run]] = {"blesna": lambda: rivals.blesna(fresh=False), "typst": rivals.typst}
    if not large:
        slow["weasyprint"] = rivals.weasyprint
        quick["platypus"] = rivals.platypus
    return Exports(turns(times, slow), turns(max(times, 3), quick))


def edits(rivals: Rivals, times: int, *, large: bool) -> Edits:
    """Compare what happens after an edit in one process."""
    warm = {"blesna": median(rivals.blesna_warm(times))}
    if not large:
        warm["platypus"] = median(rivals.peer_warm("platypus", times))
        warm["typst"] = median(rivals.peer_warm("typst", times))
        warm["weasyprint"] = median(rivals.peer_warm("weasyprint", min(times, 3)))
    return Edits(warm, _to_pixels(rivals, times, text=False), _to_pixels(rivals, times, text=True))


def _to_pixels(rivals: Rivals, times: int, *, text: bool) -> dict[str, float]:
    found = rivals.blesna_preview(times, text=text)
    return {
        "blesna": median(found["edits"]),
        "pdfium": median(found["alone"]),
        "typst": median(rivals.typst_preview(times, text=text)),
    }


def files(rivals: Rivals) -> Files:
    """Compare the files, and how much their pictures look like the originals."""
    for missing, make in (("typst", rivals.typst_scaled), ("weasyprint", rivals.weasyprint)):
        if not rivals.file(missing).is_file():
            make()
    rivals.blesna(fresh=False)
    rivals.blesna(fresh=False, preset="screen")
    looks = {who: _look(rivals.file(who), rivals.work) for who in ("print", "screen", "typst", "weasyprint")}
    return Files(looks, other_bytes(rivals.untagged()) / MB)


def _look(file: Path, work: Path) -> Look:
    return Look(pages(file), file.stat().st_size / MB, mean_likeness(file, work))
