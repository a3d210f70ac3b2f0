"""The window: its start beside that of an empty one, typing, opening and scrolling, each by a robot in the real program."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.figures import MB
from tests.bench.measured import BYTECODE, run
from tests.bench.places import CACHE, ROOT
from tests.bench.table import Row

PROPOSALS = 60
"""So many stand in the list at the start."""
RATIO, SLOT, OPEN, SIZES_APART, FRAME, MEMORY = 1.5, 50.0, 0.3, 1.5, 50.0, 600.0
"""Limits: times the empty window; ms for 99 of 100; s; times the quickest; ms for 99 of 100; MB."""
_CHILD = "tests.bench.windows."


def rows(seconds: float, times: int) -> list[Row]:
    """Return the rows of the table."""
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        place = Path(folder)
        return [
            *_start(place / "start", times),
            *_opening(place / "opening", max(2, times // 2)),
            *_typing(place / "typing", seconds),
            *_scrolling(place / "scrolling"),
        ]


# the start --------------------------------------------------------------------------------------------------------------


def _start(folder: Path, times: int) -> list[Row]:
    _fill(folder, ["S"] * PROPOSALS, pictures=False)
    modules = _until_usable("ours", folder)[1].split()
    took: dict[str, list[float]] = {"ours": [], "bare": []}
    _until_usable("ours", folder)  # what the first start leaves for later ones is there now
    _until_usable("bare", *modules)
    for _ in range(2 * times):
        took["ours"].append(_until_usable("ours", folder)[0])
        took["bare"].append(_until_usable("bare", *modules)[0])
    ours, bare = median(took["ours"]), median(took["bare"])
    name = f"window usable, {PROPOSALS} proposals listed"
    return [
        Row("", name, ours, "s", RATIO * bare, f"{RATIO} × an empty window"),
        Row("", "an empty window, same modules of Qt", bare, "s"),
    ]


def _until_usable(*words: str | Path) -> tuple[float, str]:
    """Return the seconds from the start of a process until it says that its window is usable, and what it says then."""
    command = [sys.executable, "-m", f"{_CHILD}beginning", *map(str, words)]
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **BYTECODE}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        seconds = time.perf_counter() - started
        rest = child.stdout.read()
    if said.strip() != "usable" or child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command, said + rest)
    return seconds, rest


# in the window ----------------------------------------------------------------------------------------------------------


def _opening(folder: Path, times: int) -> list[Row]:
    _fill(folder, ["S", "M", "L"])
    found = _told("opening", folder, str(times + 1))
    medians = {name: median(each[1:]) for name, each in found.items()}
    quickest = min(medians.values())
    made = []
    for name in ("S", "M", "L"):
        own = medians[name]
        made.append(Row(name, "from the click in the list to the first page", own, "s", OPEN, "fixed"))
        made.append(Row(name, "— and", own, "s", SIZES_APART * quickest, f"{SIZES_APART} × the quickest size"))
        made.append(Row(name, "— the first time after a start", found[name][0], "s"))
    return made


def _typing(folder: Path, seconds: float) -> list[Row]:
    _fill(folder, ["L"])
    found = _told("typing", folder, str(seconds))
    pieces, keys = found["pieces"], found["keys"]
    _name_slowest("typing", found["named"])
    return [
        Row("L", f"the window busy at once, {seconds:.0f} s of typing, 99 of 100", _p99(pieces), "ms", SLOT, "fixed"),
        Row("L", "— the longest time after each key, 99 of 100", _p99(keys), "ms"),
        Row("L", "— processor time of the window's thread, 99 of 100", _p99(found["cpu"]), "ms"),
        Row("L", "— the longest of all", max(pieces, default=0.0), "ms"),
    ]


def _scrolling(folder: Path) -> list[Row]:
    _fill(folder, ["L"])
    made = run(_command("scrolling", folder))
    found = json.loads(made.last_line)
    pages = found.pop("pages")
    result = []
    for name, measured in found.items():
        _name_slowest(name, measured["named"])
        told = f"{pages} pages scrolled in the {name}, 99 of 100 frames"
        result.append(Row("L", told, _p99(measured["frames"]), "ms", FRAME, "fixed"))
    return [*result, Row("L", "— memory", made.memory / MB, "MB", MEMORY, "fixed")]


def _told(script: str, folder: Path, *words: str) -> Any:
    return json.loads(run(_command(script, folder, *words)).last_line)


def _command(script: str, folder: Path, *words: str) -> list[str | Path]:
    return [sys.executable, "-W", "ignore", "-m", f"{_CHILD}{script}", folder, *words]


def _name_slowest(where: str, named: list[tuple[str, int]]) -> None:
    for place, times in named:
        print(f"  slow while {where}: {times} × {place}", file=sys.stderr, flush=True)


def _p99(values: list[float]) -> float:
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(len(ranked) * 0.99))] if ranked else 0.0


def _fill(folder: Path, sizes: list[str], *, pictures: bool = True) -> None:
    """Make a workspace with proposals of these sizes; their number is the size's name, or counts them."""
    from app.store.disk import Disk
    from app.store.source import read_source, write_proposal
    from app.store.workspace import Workspace
    from tests.bench.content import SIZES, source

    workspace = Workspace.open(folder).workspace
    assert workspace is not None
    for number, size in enumerate(sizes):
        made = source(SIZES[size])
        read = read_source(made, Disk()).proposal
        assert read is not None
        own = workspace.folder / f"{number:03} {size}"
        if pictures:
            shutil.copytree(made / "pictures", own / "pictures", copy_function=os.link)
        else:
            own.mkdir()
        named = f"КП-2026-{number:04}" if len(sizes) > len(SIZES) else size
        refused = write_proposal(own, replace(read, id=f"{number:032x}", number=named, title=f"{read.title} {number}"))
        assert not refused, refused
