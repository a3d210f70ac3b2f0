"""What the log may say: a white list. What is not here is left out, whoever says it and however it is meant."""

import re
import sys
from collections.abc import Callable, Mapping
from functools import cache

EVENTS = frozenset(
    {
        "started", "ended", "command", "failure", "job-failed", "problems", "opened", "saved", "exported", "imported",
        "recovered", "snapshot", "damage", "conflict", "locked", "backup", "restored", "migrated", "guard-stopped", "search",
        "called-off",
    }
)  # fmt: skip
"""Everything that can happen, as far as the log is concerned."""

WINDOW = "window"
"""What is asked for where no command is named."""

MOST = 10**9
"""Counts, sizes and durations are smaller; a larger number is something else and is left out."""

_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}[a-z0-9+.-]{0,12}")
_TASKS = frozenset({"picture", "font", "old-excel"})
_ENDS = frozenset({"time", "memory", "crash"})


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -MOST < value < MOST


def _is_command(value: object) -> bool:
    """Tell whether the command line, which is the only one to speak of commands, knows this one."""
    known = getattr(sys.modules.get("app.cli"), "COMMANDS", ())
    return isinstance(value, str) and (value == WINDOW or value in known)


@cache
def _codes() -> frozenset[str]:
    from app.wording import sentences

    return frozenset(sentences("en"))


def _is_code(value: object) -> bool:
    return isinstance(value, str) and value in _codes()


def _is_version(value: object) -> bool:
    return isinstance(value, str) and _VERSION.fullmatch(value) is not None


FACTS: Mapping[str, Callable[[object], bool]] = {
    "count": _is_count,
    "errors": _is_count,
    "warnings": _is_count,
    "pages": _is_count,
    "bytes": _is_count,
    "ms": _is_count,
    "exit": _is_count,
    "code": _is_code,
    "command": _is_command,
    "version": _is_version,
    "python": _is_version,
    "qt": _is_version,
    "task": lambda value: value in _TASKS,
    "end": lambda value: value in _ENDS,
    "system": lambda value: value in {"linux", "win32", "darwin"},
}
"""Every fact that an event may have, and what its value must be. None of them can hold a text that somebody typed."""


def told(facts: Mapping[str, object]) -> dict[str, object]:
    """Return the facts that may be told."""
    return {name: value for name, value in facts.items() if name in FACTS and FACTS[name](value)}
