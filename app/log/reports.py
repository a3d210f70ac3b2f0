"""A report of a failure: plain text that may be sent to the makers as it is."""

import datetime
import platform
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from app.log.journal import recent
from app.log.stacks import ROOT, redacted

PREFIX = "blesna-failure-"
MOST_KEPT = 20
"""Reports in a folder; the oldest go."""


@cache
def version() -> str:
    """Return which Blesna this is."""
    try:
        return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])
    except (OSError, KeyError, ValueError):
        return "?"


def report(wrong: BaseException, qt: str = "") -> str:
    """Return what is known of a failure: versions, the system, where it was, the last events. No message, no value, no path."""
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    python = f"Python {platform.python_version()}"
    lines = [
        f"Blesna {version()}, {now}",
        ", ".join(
            part for part in (platform.system(), platform.release(), platform.machine(), python, qt and f"Qt {qt}") if part
        ),
        "",
        *redacted(wrong),
        "",
        "Last events:",
        *(recent() or ("none",)),
    ]
    return "\n".join(lines) + "\n"


def keep(text: str, folders: Iterable[Path]) -> Path | None:
    """Write a report into the first folder that takes it; return where it is, None where none did."""
    name = f"{PREFIX}{datetime.datetime.now(datetime.UTC):%Y%m%d-%H%M%S-%f}.txt"
    for folder in folders:
        path = folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", errors="replace")
            for old in sorted(folder.glob(f"{PREFIX}*.txt"))[:-MOST_KEPT]:
                old.unlink(missing_ok=True)
        except OSError:
            continue
        return path
    return None
