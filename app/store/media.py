"""Pictures of a proposal, named by what is in them: the same content is kept once."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from app.problems import Problem, error
from app.store.disk import Disk
from app.store.trouble import trouble

FOLDER = "media"

LARGEST_MEDIA = 300_000_000
"""Bytes. No picture or spreadsheet of a proposal needs more."""

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Added:
    """A file in the folder of a proposal: its path from there, empty when the problems say why there is none."""

    file: str
    problems: tuple[Problem, ...] = ()


def add_media(folder: Path, content: Path | bytes, suffix: str = "", disk: Disk | None = None) -> Added:
    """Keep a file, or bytes, as `media/<sha256>.<suffix>` below a folder, whole or not at all.

    A file's own suffix is kept where none is given; one that is none becomes `.bin`.
    """
    disk = disk or Disk()
    source = content if isinstance(content, Path) else folder
    try:
        data = disk.read(content, LARGEST_MEDIA) if isinstance(content, Path) else content
        if len(data) > LARGEST_MEDIA:
            return Added("", (error("media-too-large", str(source), file=source.name, limit=LARGEST_MEDIA // 1_000_000),))
        name = f"{hashlib.sha256(data).hexdigest()}{tidy_suffix(suffix or source.suffix)}"
        target = folder / FOLDER / name
        if not target.is_file() or target.stat().st_size != len(data):
            disk.mkdir(target.parent)
            disk.write(target, data)
    except OSError as wrong:
        return Added("", (trouble(wrong, source),))
    return Added(f"{FOLDER}/{name}")


def tidy_suffix(suffix: str) -> str:
    """Return a suffix as it is kept: small letters and figures after a dot; `.bin` for one that is none."""
    lower = f".{suffix.lower().lstrip('.')}"
    return lower if _SUFFIX.fullmatch(lower) else ".bin"
