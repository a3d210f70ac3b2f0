"""Whether a file is a picture that can be used, before anything else is done with it."""

import threading
from functools import cache
from pathlib import Path

from app.guard.child import SECONDS, Answer, Child, End
from app.log import journal
from app.problems import Problem, Severity, problem

MOST_REMEMBERED = 4096
OURS = Path(__file__).resolve().parents[2] / "assets"
"""What came with the program is no stranger's."""
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".heif", ".tif", ".tiff", ".gif", ".bmp"})
"""Names of files that say that they are pictures."""
_PER_BYTE = 6e-8
_PER_BYTE_OF_HEIF = 1.5e-6
"""Seconds beyond the usual ones for each byte of a file: those of a hundred megapixels have many, and take a while."""
_OF_MEMORY = frozenset({"picture-too-large", "picture-damaged"})
"""What decoders say when there is no memory left, each in its own way."""


def picture_problem(path: Path, name: str = "", where: str = "") -> Problem | None:
    """Return why a file cannot be used as a picture, None when it can. It is decoded once, in a child process.

    `name` is what it is called where its own name says nothing. Takes at most some two seconds and 500 MB.
    """
    called = name or path.name
    if path.is_relative_to(OURS):
        return None
    try:
        at = path.stat()
    except (OSError, ValueError):
        return problem("picture-missing", where, file=called)
    key = (str(path), at.st_size, at.st_mtime_ns)
    with _lock:
        if key in _known:
            return _told(_known[key], where, called)
    refusal = _looked_at(path)
    with _lock:
        if len(_known) >= MOST_REMEMBERED:
            _known.clear()
        _known[key] = refusal
    return _told(refusal, where, called)


def claims_to_be_a_picture(path: Path) -> bool:
    """Tell whether the name of a file says that it is a picture."""
    return path.suffix.lower() in SUFFIXES


def as_error(found: Problem) -> Problem:
    """Return a problem as one that stops what was asked for."""
    return Problem(found.code, found.where, Severity.ERROR, found.facts)


_Refusal = tuple[str, dict[str, str]]
_lock = threading.Lock()
_known: "dict[tuple[str, int, int], _Refusal | None]" = {}


def _told(refusal: "_Refusal | None", where: str, called: str) -> Problem | None:
    return None if refusal is None else Problem(refusal[0], where, facts=tuple({**refusal[1], "file": called}.items()))


@cache
def shared_child() -> Child:
    """Return the child of this process; it starts when it is first asked."""
    return Child()


def _looked_at(path: Path) -> "_Refusal | None":
    answer = _asked(path)
    if answer.end is not None:
        journal.note("guard-stopped", task="picture", end=answer.end.value)
        return {
            End.TIME: ("picture-too-slow", {}),
            End.MEMORY: ("picture-too-large", {"pixels": "?", "limit": "210"}),
            End.CRASH: ("picture-damaged", {"reason": "crash"}),
        }[answer.end]
    if answer.value is None:
        return None
    code, facts = answer.value
    return code, facts


def _asked(path: Path) -> Answer:
    """Have a picture looked at. A refusal that may come of what earlier pictures left in the child's memory is no answer yet."""
    child, seconds = shared_child(), _seconds(path)
    used = child.used
    answer = child.ask("picture", str(path.absolute()), seconds=seconds)
    if used and (answer.end in {End.MEMORY, End.CRASH} or (answer.value and answer.value[0] in _OF_MEMORY)):
        child.stop()
        answer = child.ask("picture", str(path.absolute()), seconds=seconds)
    return answer


def _seconds(path: Path) -> float:
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    slow = path.suffix.lower() in {".heic", ".heif", ".avif"}
    return SECONDS + size * (_PER_BYTE_OF_HEIF if slow else _PER_BYTE)
