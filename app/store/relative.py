"""Paths of files beside a proposal: what a path may be, by its letters alone and on the disk."""

import posixpath
import re
from pathlib import Path

_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def tidy(path: str) -> str | None:
    """Return a relative path with forward slashes that stays in its folder, or None where there is none.

    Refused are absolute paths, drive letters, network shares, addresses such as `https:`, steps to a parent, names of
    Windows devices, and control characters. The empty path stays empty.
    """
    slashed = path.replace("\\", "/")
    if not slashed:
        return ""
    if slashed.startswith("/") or _SCHEME.match(slashed) or _CONTROL.search(slashed):
        return None
    parts = [part for part in slashed.split("/") if part not in ("", ".")]
    if not parts or any(not part.strip(" .") or _DEVICE.match(part) for part in parts):
        return None
    return posixpath.join(*parts)


def inside(folder: Path, relative: str) -> Path | None:
    """Return the file that a tidy path names, or None when a link leads out of the folder. It need not exist."""
    try:
        target = (folder / relative).resolve()
        return folder / relative if target.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError, ValueError):
        return None


def is_file(path: Path) -> bool:
    """Tell whether there is a regular file; a name that the system cannot even look up is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
