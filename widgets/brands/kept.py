"""Pictures of pages in brandbooks, kept on the disk by what they were drawn from: what was drawn once is shown at once."""

import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
from PySide6.QtGui import QImage

from app.sources.samples import DEMO
from app.store.codec import encode
from app.version import VERSION
from widgets.brands.samples import Sample
from widgets.services import Pipeline

FOLDER = "brand-pages"
MOST = 1500
"""Pictures that are kept, some 10 KB each; half of them go when there are more, those that were not looked at longest."""
_DRAWS = ("brand", "layout", "merge", "pdf", "text", "totals")
"""The rooms of the program that decide what a page looks like."""


class KeptPages:
    """Pictures by names that `name` makes. `cache` is the folder of the cache; without it nothing is kept. For the worker."""

    def __init__(self, cache: Path | None) -> None:
        self._folder = cache / FOLDER if cache is not None else None

    def name(self, *parts: object) -> str:
        """Return the name of what was drawn from these."""
        return hashlib.sha256(repr((VERSION, drawing_state(), *parts)).encode()).hexdigest()

    def find(self, name: str) -> QImage | None:
        """Return a picture; None where there is none that can be read."""
        if self._folder is None:
            return None
        file = self._folder / f"{name}.png"
        if not file.is_file():
            return None
        with suppress(OSError):
            os.utime(file)
        image = QImage(str(file))
        return None if image.isNull() else image

    def keep(self, name: str, image: QImage) -> None:
        """Keep a picture, if the disk takes it."""
        if self._folder is None:
            return
        draft = self._folder / f"{name}.{uuid.uuid4().hex[:8]}.tmp"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                if image.save(str(draft), "PNG"):  # type: ignore[call-overload]
                    draft.replace(self._folder / f"{name}.png")
            finally:
                draft.unlink(missing_ok=True)
            self._thin_out()

    def _thin_out(self) -> None:
        assert self._folder is not None
        with os.scandir(self._folder) as entries:
            files = [entry.path for entry in entries]
        if len(files) > MOST:
            for file in sorted(files, key=_looked_at)[: len(files) - MOST // 2]:
                Path(file).unlink(missing_ok=True)


def state_of(pipeline: Pipeline, brandbook: str, sample: Sample | None, language: str, studio: str) -> str:
    """Return what is another when pages of a brandbook look another way: those of the demonstration in a language where there is
    no `sample`, with a studio's name on it where there is one.
    """
    shown = demo_state(language) if sample is None else _of_sample(sample)
    return f"{pipeline.look_key(brandbook)} {shown} {studio}"


@lru_cache(maxsize=1)
def drawing_state() -> str:
    """Return what is another when the program draws another way; where it has no sources, its version alone tells."""
    app = Path(__file__).resolve().parents[2] / "app"
    return _digest([_stamp(file) for room in _DRAWS for file in sorted((app / room).rglob("*.py"))])


@lru_cache(maxsize=2)
def demo_state(language: str) -> str:
    """Return what is another when the demonstration in a language is."""
    return files_state(DEMO / language)


def files_state(folder: Path, aside: str = "") -> str:
    """Return what is another when a file in a folder is, one name aside."""
    return _digest([_stamp(file) for file in sorted(folder.rglob("*")) if file.name != aside])


def _of_sample(sample: Sample) -> str:
    body = encode(sample.proposal)
    return _digest([orjson.dumps(body), *(_stamp(sample.folder / file) for file in sorted(set(_files(body))))])


def _files(body: Any) -> Iterator[str]:
    """Yield the files of pictures that a proposal names."""
    if isinstance(body, dict):
        for key, value in body.items():
            if key == "file" and isinstance(value, str) and value:
                yield value
            else:
                yield from _files(value)
    elif isinstance(body, list):
        for value in body:
            yield from _files(value)


def _stamp(file: Path) -> tuple[str, int, int]:
    try:
        at = file.stat()
    except (OSError, ValueError):
        return str(file), 0, 0
    return str(file), at.st_mtime_ns, at.st_size


def _looked_at(file: str) -> float:
    try:
        return Path(file).stat().st_mtime
    except OSError:
        return 0.0


def _digest(parts: list[Any]) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
