"""The section of README that says how fast Blesna is: written between two marks, from figures that were just measured."""

import os
import platform

from tests.bench.figures import Edits, Exports, Files
from tests.bench.places import ROOT
from tests.bench.table import Row, told

BEGIN, END = "<!-- speed: written by `uv run python -m tests.bench readme` -->", "<!-- end of speed -->"
WINDOW = "<!-- window: written by `uv run python -m tests.bench window --readme` -->", "<!-- end of window -->"
FILE = ROOT / "README.md"


def write(exports: Exports, edits: Edits, files: Files, rows: list[Row]) -> None:
    """Put the section into README. Raises ValueError when its marks are not there."""
    _put(BEGIN, END, section(exports, edits, files, rows))


def write_window(rows: list[Row]) -> None:
    """Put the figures of the window into README. Raises ValueError when their marks are not there."""
    lines = ["|  | measured | limit |", "| --- | ---: | ---: |"]
    for row in rows:
        limit = f"{told(row.limit, row.unit)}{'' if row.means == 'fixed' else f' ({row.means})'}" if row.limit is not None else ""
        lines.append(f"| {' '.join(filter(None, (row.name, f'({row.size})' if row.size else '')))} | {_of(row)} | {limit} |")
    _put(*WINDOW, "\n".join(["", *lines, "", _short(rows)]))


def _of(row: Row) -> str:
    return told(row.value, row.unit)


def _put(begin: str, end: str, section: str) -> None:
    """Put a section between its marks."""
    before, begun, rest = FILE.read_text("utf-8").partition(begin)
    _, ended, after = rest.partition(end)
    if not (begun and ended):
        raise ValueError(f"{FILE.name} has no {begin} … {end}")
    FILE.write_text(f"{before}{begin}\n{section}\n{end}{after}", "utf-8")


def section(exports: Exports, edits: Edits, files: Files, rows: list[Row]) -> str:
    """Return the section as Markdown."""
    looks, originals, prepared = files.looks, exports.originals, exports.prepared
    lines = [
        ("", "Blesna", "Typst", "WeasyPrint"),
        ("---", "---:", "---:", "---:"),
        ("from the original photographs", *(told(originals[who].seconds, "s") for who in ("blesna", "typst", "weasyprint"))),
        ("— memory", *(f"{originals[who].memory / 1e6:.0f} MB" for who in ("blesna", "typst", "weasyprint"))),
        ("photographs prepared", told(prepared["blesna"].seconds, "s"), told(prepared["typst"].seconds, "s"), ""),
        ("again after an edit, same process", *(told(edits.warm[who], "s") for who in ("blesna", "typst", "weasyprint"))),
        ("from an edited line item to its pixels", told(edits.item["blesna"], "s"), told(edits.item["typst"], "s"), ""),
        ("from typing to its pixels", told(edits.text["blesna"], "s"), told(edits.text["typst"], "s"), ""),
        ("file, photographs of 300 dpi", *(f"{looks[who].megabytes:.1f} MB" for who in ("print", "typst", "weasyprint"))),
        ("— for screens", f"{looks['screen'].megabytes:.1f} MB", "", ""),
        ("— likeness to the originals (SSIM)", *(f"{looks[who].likeness:.3f}" for who in ("print", "typst", "weasyprint"))),
        ("— pages", *(str(looks[who].pages) for who in ("print", "typst", "weasyprint"))),
    ]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{_told(rows)}\n\n{table}\n\n{_short(rows)}"


def _short(rows: list[Row]) -> str:
    """Say what was missed."""
    missed = _missed(rows)
    return f"Missed in this run: {'; '.join(missed)}." if missed else "All limits were met in this run."


def _missed(rows: list[Row]) -> list[str]:
    """Return what went beyond its limit; a row called “— and” has another limit for what the row before it is about."""
    told_of, name = [], ""
    for row in rows:
        name = row.name if row.name != "— and" else name
        if row.limit is not None and row.value > row.limit:
            told_of.append(
                f"{name.removeprefix('— ')} {told(row.value, row.unit)}, limit {told(row.limit, row.unit)} ({row.means})"
            )
    return told_of


def _told(rows: list[Row]) -> str:
    limits = sum(row.limit is not None for row in rows)
    return (
        f"A proposal of 24 pages, 80 line items and 33 photographs of 12 to 24 megapixels; medians on {platform.system()}, "
        f"{os.cpu_count()} processors, Python {platform.python_version()}. Typst cannot scale photographs: its first line has a "
        f"script with Pillow and two threads before it. The bench compares these figures with {limits} limits."
    )
