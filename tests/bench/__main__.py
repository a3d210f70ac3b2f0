"""`python -m tests.bench` prints the table; its commands, such as `warm`, `sums`, `library` or `search`, measure one thing."""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.measured import run

if TYPE_CHECKING:
    from tests.bench.rivals import Rivals


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for."""
    parsed = _parser().parse_args(arguments)
    commands = {
        "warm": _warm,
        "preview": _preview,
        "sizes": _table,
        "memory": _memory,
        "layout": _layout,
        "sums": _sums,
        "grid": _grid,
        "library": _library,
        "search": _search,
        "window": _window,
        "content": _content,
        "readme": _readme,
        None: _table,
    }
    commands[parsed.command](parsed)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    _add_sizes(parser)
    commands = parser.add_subparsers(dest="command")
    warm = commands.add_parser("warm", help="export again and again in one process, each time after an edit")
    warm.add_argument("source", type=Path)
    warm.add_argument("out", type=Path)
    preview = commands.add_parser("preview", help="from an edit to the pixels of its page")
    preview.add_argument("source", type=Path)
    preview.add_argument("--text", action="store_true", help="type in a text instead of changing a line item")
    preview.add_argument("--alone", action="store_true", help="also tell what pdfium alone takes for that page")
    for command in (warm, preview):
        command.add_argument("times", type=int)
        command.add_argument("--cache", type=Path, help="a cache of its own, and photographs in their own colours")
    warm.add_argument("--preset", default="standard", help="what the file is for (default: standard)")
    told = {
        "sizes": "the files' sizes and likeness alone",
        "content": "make the proposals and photographs",
        "readme": "measure M and write the figures into README",
    }
    for name, text in told.items():
        _add_sizes(commands.add_parser(name, help=text))
    layout = commands.add_parser("layout", help="processor time of the layout alone, after edits of a line item")
    layout.add_argument("source", type=Path)
    layout.add_argument("times", type=int)
    sums = commands.add_parser("sums", help="recalculating an estimate of 1,000 items after an edit")
    sums.add_argument("--times", type=int, default=200, metavar="N", help="edits that are measured (default: 200)")
    grid = commands.add_parser("grid", help="editing and drawing the grid of the window with 1,000 items")
    grid.add_argument("--times", type=int, default=100, metavar="N", help="edits and pictures that are measured (default: 100)")
    window = commands.add_parser("window", help="the window: its start, typing, opening and scrolling")
    window.add_argument("--seconds", type=float, default=60.0, metavar="N", help="how long the robot types (default: 60)")
    window.add_argument("--times", type=int, default=5, metavar="N", help="starts and openings that are measured (default: 5)")
    window.add_argument("--why", action="store_true", help="name what the window was slow at; looking makes it slower still")
    window.add_argument("--readme", action="store_true", help="write the figures into README")
    search = commands.add_parser("search", help="search as you type among 20,000 records, and keeping the index up")
    search.add_argument("--times", type=int, default=3, metavar="N", help="how often every search is typed (default: 3)")
    library = commands.add_parser("library", help="opening a library of 20,000 records, saving and reading one")
    library.add_argument("--times", type=int, default=300, metavar="N", help="commits that are measured (default: 300)")
    memory = commands.add_parser("memory", help="the most memory that an export from the originals takes")
    memory.add_argument("source", type=Path, nargs="*")
    _add_sizes(memory)
    return parser


def _add_sizes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--size", default="S,M,L", help="which proposals, such as S,M (default: all)")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="runs of each export; edits are done thrice as often")


def _warm(parsed: argparse.Namespace) -> None:
    from tests.bench.exporting import warm

    seconds = warm(parsed.source, parsed.out, parsed.times, parsed.preset, parsed.cache)
    print(json.dumps({"warm_s": seconds}))


def _preview(parsed: argparse.Namespace) -> None:
    from tests.bench.exporting import Eye, alone

    shown = Eye(parsed.source, text=parsed.text, cache=parsed.cache)
    first, last = shown.show(0)
    edits = []
    for count in range(1, parsed.times + 1):
        seconds, pixels = shown.show(count)
        if pixels == last:
            raise AssertionError(f"edit {count} is not seen on its page")
        last = pixels
        edits.append(seconds)
    found: dict[str, object] = {"first": first, "edits": edits}
    if parsed.alone:
        found["alone"] = [alone(pdf) for pdf in shown.pages[1:]]
    print(json.dumps(found))


def _layout(parsed: argparse.Namespace) -> None:
    from tests.bench.laying import laying

    print(json.dumps(asdict(laying(parsed.source, parsed.times))))


def _sums(parsed: argparse.Namespace) -> None:
    from tests.bench.summing import rows
    from tests.bench.table import HEADING

    print(f"{_machine()}\n\n{HEADING}", flush=True)
    _print(rows(parsed.times))


def _grid(parsed: argparse.Namespace) -> None:
    from tests.bench.gridding import rows
    from tests.bench.table import HEADING

    print(f"{_machine()}\n\n{HEADING}", flush=True)
    _print(rows(parsed.times))


def _search(parsed: argparse.Namespace) -> None:
    from tests.bench.searching import rows
    from tests.bench.table import HEADING

    print(f"{_machine()}\n\n{HEADING}", flush=True)
    _print(rows(parsed.times))


def _library(parsed: argparse.Namespace) -> None:
    from tests.bench.library import rows
    from tests.bench.table import HEADING

    print(f"{_machine()}\n\n{HEADING}", flush=True)
    _print(rows(parsed.times))


def _window(parsed: argparse.Namespace) -> None:
    from tests.bench import readme
    from tests.bench.table import HEADING
    from tests.bench.windowing import rows
    from tests.bench.windows.robot import WHY

    if parsed.why:
        os.environ[WHY] = "1"
    print(f"{_machine()}\n\n{HEADING}", flush=True)
    found = rows(parsed.seconds, parsed.times)
    _print(found)
    if parsed.readme:
        readme.write_window(found)


def _memory(parsed: argparse.Namespace) -> None:
    from tests.bench.rivals import Rivals

    named = {source.name: source for source in parsed.source} or {name: _source(name) for name in parsed.size.split(",")}
    for name, source in named.items():
        made = Rivals(source, source).blesna(fresh=True)
        print(f"{name}: {made.memory / 1e6:.0f} MB, {made.seconds:.2f} s, {made.cpu:.2f} s of the processors")


def _content(parsed: argparse.Namespace) -> None:
    from tests.bench.content import SIZES, source

    for name in parsed.size.split(","):
        print(source(SIZES[name]))


def _source(size: str) -> Path:
    """Return the source of a size. Another process makes it, so that its memory is not counted for the children of this one."""
    return Path(run([sys.executable, "-m", "tests.bench", "content", "--size", size]).last_line)


def _plan(source: Path) -> Path:
    script = (
        "import sys; from pathlib import Path; from tests.bench.plan import work_folder; print(work_folder(Path(sys.argv[1])))"
    )
    return Path(run([sys.executable, "-c", script, source]).last_line)


def _table(parsed: argparse.Namespace) -> None:
    from tests.bench import figures, table

    _head()
    of_m: figures.Edits | None = None
    for name in parsed.size.split(","):
        rivals = _rivals(name)
        large = name == "L"
        if parsed.command is None:
            _print(table.of_exports(name, figures.exports(rivals, parsed.repeat, large=large)))
            edits = figures.edits(rivals, 3 * parsed.repeat, large=large)
            _print(table.of_edits(name, edits, of_m if large else None))
            of_m = edits if name == "M" else of_m
        if parsed.command == "sizes" or not large:
            _print(table.of_files(name, figures.files(rivals)))


def _readme(parsed: argparse.Namespace) -> None:
    from tests.bench import figures, readme, table

    _head()
    rivals = _rivals("M")
    exports = figures.exports(rivals, parsed.repeat, large=False)
    edits = figures.edits(rivals, 3 * parsed.repeat, large=False)
    files = figures.files(rivals)
    rows = [*table.of_exports("M", exports), *table.of_edits("M", edits, None), *table.of_files("M", files)]
    _print(rows)
    readme.write(exports, edits, files, rows)


def _head() -> None:
    from tests.bench.table import HEADING

    print(f"{_machine()}\n\n{HEADING}", flush=True)
    _warm_up()


def _machine() -> str:
    machine = f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors"
    return f"{machine}, load {os.getloadavg()[0]:.1f}"


def _rivals(size: str) -> "Rivals":
    from tests.bench.rivals import Rivals

    source = _source(size)
    return Rivals(source, _plan(source))


def _warm_up() -> None:
    """Let everybody run once, so that what is only done at the first start is done."""
    rivals = _rivals("S")
    rivals.blesna(fresh=True)
    rivals.typst_scaled()
    rivals.weasyprint(scaled=True)
    rivals.platypus()
    rivals.file("weasyprint").unlink()


def _print(rows: Sequence[object]) -> None:
    for row in rows:
        print(row, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as wrong:
        sys.exit(f"{wrong.cmd}\n{wrong.output}")
