"""Where an exception came from: its type and the lines of code, without its message and without any value."""

import errno
import traceback
from collections.abc import Iterator
from pathlib import Path, PurePath
from types import CodeType, TracebackType

ROOT = Path(__file__).resolve().parents[2]
OURS = frozenset({"app", "widgets", "main.py"})
ELSEWHERE = "…"

MOST_LINKS = 6
"""Exceptions behind an exception that are told."""
FIRST, LAST = 12, 30
"""Lines of a stack that are told: those where it begins and those where it ends."""


def redacted(wrong: BaseException) -> list[str]:
    """Return an exception with those that led to it, the first cause first, as lines of plain text."""
    lines: list[str] = []
    for number, one in enumerate(reversed(list(_chain(wrong)))):
        lines += ["led to"] if number else []
        lines += [f"{kind(one)}{_system_error(one)}", *(f"  {line}" for line in frames(one.__traceback__))]
    return lines


def kind(wrong: BaseException) -> str:
    """Return the type of an exception: `ValueError`, `app.pdf.unusable.PictureError`."""
    cls = type(wrong)
    return cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"


def frames(trace: TracebackType | None) -> list[str]:
    """Return the lines of a stack as `app/cli.py:40 main`; many in the middle are counted."""
    found = [_frame(frame.f_code, line) for frame, line in traceback.walk_tb(trace)]
    if len(found) <= FIRST + LAST:
        return found
    return [*found[:FIRST], f"({len(found) - FIRST - LAST} more)", *found[-LAST:]]


def place(filename: str) -> str:
    """Return the path of a file of code from its library's or Blesna's root; nobody's home is in it."""
    path = PurePath(filename)
    if "site-packages" in path.parts:
        return PurePath(*path.parts[path.parts.index("site-packages") + 1 :]).as_posix()
    import sysconfig

    for root in (ROOT, Path(sysconfig.get_path("stdlib"))):
        if path.is_relative_to(root):
            inner = path.relative_to(root)
            if root is not ROOT:
                return f"python/{inner.as_posix()}"
            return inner.as_posix() if inner.parts and inner.parts[0] in OURS else ELSEWHERE
    return ELSEWHERE


def _frame(code: CodeType, line: int) -> str:
    """Return one line of a stack; the function of a file of nobody's program has no name that could be told."""
    file = place(code.co_filename)
    return f"{file}:{line}" if file == ELSEWHERE else f"{file}:{line} {code.co_qualname}"


def _chain(wrong: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = wrong
    while one is not None and id(one) not in seen and len(seen) < MOST_LINKS:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _system_error(wrong: BaseException) -> str:
    """Return the system's name for what went wrong, such as ENOSPC."""
    number = wrong.errno if isinstance(wrong, OSError) else None
    return f" {errno.errorcode[number]}" if number is not None and number in errno.errorcode else ""
