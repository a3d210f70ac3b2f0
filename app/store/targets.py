"""Where a finished PDF goes: replaced wholly or not at all, and nothing else is ever overwritten."""

from collections.abc import Callable
from pathlib import Path

from app.problems import Problem, error
from app.store.disk import Disk
from app.store.trouble import trouble

_PDF = b"%PDF-"


def write_pdf(target: Path, pdf: bytes) -> Problem | None:
    """Write a PDF; return what prevented it. Missing folders are made."""
    try:
        refused = _refusal(target)
        if refused is None:
            _write(target, pdf)
    except OSError as wrong:
        return _trouble(wrong, target)
    return refused


def write_table(target: Path, data: bytes, is_ours: Callable[[Path], bool]) -> Problem | None:
    """Write a spreadsheet; return what prevented it. A file that is there already is replaced only where `is_ours` knows it."""
    try:
        if target.is_dir():
            return error("target-folder", str(target))
        if target.exists() and not (target.is_file() and is_ours(target)):
            return error("table-not-ours", str(target))
        _write(target, data)
    except OSError as wrong:
        return _trouble(wrong, target)
    return None


def _refusal(target: Path) -> Problem | None:
    """Refuse folders, devices, and files that are no PDFs: a mistyped name must not cost a spreadsheet."""
    if target.is_dir():
        return error("target-folder", str(target))
    if not target.exists():
        return None
    if not target.is_file():
        return error("target-no-file", str(target))
    with target.open("rb") as old:
        start = old.read(len(_PDF))
    return error("target-no-pdf", str(target)) if start and start != _PDF else None


def _write(target: Path, pdf: bytes) -> None:
    disk = Disk()
    disk.mkdir(target.parent)
    disk.write(target.resolve(), pdf)


def _trouble(wrong: OSError, target: Path) -> Problem:
    if isinstance(wrong, PermissionError) and target.exists():
        return error("target-busy", str(target), file=target.name)
    return trouble(wrong, target)
