"""The brandbooks there are, each read once and again when somebody has changed its files."""

import copy
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from app.brand.load import BrandLoaded, load_brand
from app.problems import error

FILE = "brandbook.toml"
_Stamps: TypeAlias = tuple[tuple[str, int, int], ...]


class BrandShelf:
    """Brandbooks in several folders; the first that has a name wins. Files are looked at again after `glance` seconds."""

    def __init__(
        self, folders: Sequence[Path], assets: Path, cache: Path | None, clock: Callable[[], float], glance: float
    ) -> None:
        self.folders = tuple(folders)
        self._assets, self._cache, self._clock, self._glance = assets, cache, clock, glance
        self._known: dict[str, tuple[Path, _Stamps, BrandLoaded]] = {}
        self._looked: dict[str, float] = {}
        self._lock = threading.Lock()
        self._variant: tuple[str, str] | None = None

    def varied(self, kind: str, variant: str) -> "BrandShelf":
        """Return a shelf of the same brandbooks, whose pages of a kind have this variant."""
        other = copy.copy(self)
        other._variant = (kind, variant)
        return other

    def beside(self, folder: Path) -> "BrandShelf":
        """Return a shelf with another folder before the others."""
        return BrandShelf((folder, *self.folders), self._assets, self._cache, self._clock, self._glance)

    def names(self) -> tuple[str, ...]:
        """Return the names of the brandbooks there are, in alphabetical order."""
        found = {path.parent.name for folder in self.folders for path in folder.glob(f"*/{FILE}")}
        return tuple(sorted(name for name in found if not name.startswith(".")))

    def folder(self, name: str) -> Path | None:
        """Return where a brandbook is, None where there is none of that name."""
        if name not in self.names():
            return None
        return next((folder / name for folder in self.folders if (folder / name / FILE).is_file()), None)

    def load(self, name: str) -> BrandLoaded:
        """Load a brandbook, or return what was loaded of the same files."""
        loaded = self._load(name)
        if loaded.brand is None or self._variant is None:
            return loaded
        from app.brand.variants import with_variant

        return replace(loaded, brand=with_variant(loaded.brand, *self._variant))

    def _load(self, name: str) -> BrandLoaded:
        with self._lock:
            now, known = self._clock(), self._known.get(name)
            if known is not None and now - self._looked[name] < self._glance:
                return known[2]
            folder = self.folder(name)
            if folder is None:
                self._known.pop(name, None)
                return BrandLoaded(None, (error("brand-not-found", "brandbook", name=name, known=", ".join(self.names())),))
            stamps = _stamps(folder)
            if known is None or known[:2] != (folder, stamps):
                known = self._known[name] = folder, stamps, load_brand(folder, self._assets, self._cache)
            self._looked[name] = now
            return known[2]

    def refresh(self) -> None:
        """Look at every file again when a brandbook is wanted next."""
        with self._lock:
            self._looked = dict.fromkeys(self._looked, float("-inf"))


def _stamps(folder: Path) -> _Stamps:
    """Return what is another when a file of a brandbook is."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                at = entry.stat()
                found.append((entry.name, at.st_mtime_ns, at.st_size))
    except OSError:
        return ()
    return tuple(sorted(found))
