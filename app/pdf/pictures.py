"""Where pictures come from, and their prints: made once, kept in memory and on the disk."""

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.pdf.crop import Wanted, crop
from app.pdf.fingerprints import Fingerprints

if TYPE_CHECKING:
    from app.pdf.print import Print

VERSION = 2
"""Counts up when prints of the same picture begin to look different, so that old ones are not taken from the cache."""
MEMORY = 96 * 1024 * 1024


class PictureSource(Protocol):
    """Finds the files of pictures."""

    def path(self, file: str, source: str) -> Path | None:
        """Return where a picture's file is (it may be missing), or None if the name leads out of its folder."""


class FolderPictures:
    """Pictures in a folder for each source: {"proposal": …, "brand": …}. No name leads out of its folder."""

    def __init__(self, folders: dict[str, Path]) -> None:
        self._named = folders
        self._folders: dict[str, Path] = {}
        self._real: dict[Path, Path] = {}

    def path(self, file: str, source: str) -> Path | None:
        """Return the file within the folder of its source; links that lead out of it do not count."""
        folder = self._folders.get(source) or self._folder(source)
        if folder is None or not file or "\0" in file or "\\" in file or ":" in file:
            return None
        found = self._resolved(folder / file)
        return found if found.is_relative_to(folder) and found != folder else None

    def _folder(self, source: str) -> Path | None:
        """Find out where the folder of a source is, when it is first asked for."""
        named = self._named.get(source)
        if named is None:
            return None
        found = self._folders[source] = named.resolve()
        return found

    def _resolved(self, place: Path) -> Path:
        """Follow links. Pictures lie side by side, so that the way to their folder is looked into once."""
        if place.name == "..":
            return place.resolve()
        parent = self._real.get(place.parent)
        if parent is None:
            parent = self._real[place.parent] = place.parent.resolve()
        found = parent / place.name
        with suppress(OSError):  # no file has so long a name
            return found.resolve() if found.is_symlink() else found
        return found


class Darkroom:
    """Makes prints and keeps them. `folder` is the cache on the disk; without it only the memory remembers."""

    def __init__(self, folder: Path | None = None, memory: int = MEMORY) -> None:
        self._folder = folder
        self._memory = memory
        self._kept: OrderedDict[str, Print] = OrderedDict()
        self._weight = 0
        self._fingerprints = Fingerprints(folder)
        self._lock = threading.Lock()

    def print(self, path: Path, wanted: Wanted) -> "Print":
        """Return the print of a picture file; raises PictureError if it cannot be made. May be called from several threads."""
        return self.prints(path, (wanted,))[0]

    @property
    def has_any(self) -> bool:
        """Tell whether there is any print in memory."""
        return bool(self._kept)

    def at_hand(self, path: Path, wanted: Wanted) -> "Print | None":
        """Return the print of a picture file if it is in memory: that takes no time."""
        content = self._fingerprints.known(path)
        return self._in_memory(_key(content, wanted)) if content else None

    def prints(self, path: Path, wanted: Sequence[Wanted]) -> "list[Print]":
        """Return several prints of a picture file, which is decoded once for all that are to be made.

        Raises PictureError if they cannot be made. May be called from several threads.
        """
        content = self._content(path)
        keys = [_key(content, one) for one in wanted]
        found = {key: self._remembered(key) for key in keys}
        missing = {key: one for key, one in zip(keys, wanted, strict=True) if found[key] is None}
        if missing:
            for key, made in zip(missing, self._make(path, tuple(missing.values())), strict=True):
                self._store(key, made)
                found[key] = made
        prints = []
        for key in keys:
            one = found[key]
            assert one is not None
            self._remember(key, one)
            prints.append(one)
        return prints

    def _make(self, path: Path, wanted: Sequence[Wanted]) -> "list[Print]":
        from app.pdf.develop import develop, is_flat
        from app.pdf.openpicture import opened, upright_size
        from app.pdf.print import encode
        from app.pdf.risk import bearable

        with opened(path) as image:
            bearable(path, image)
            full = upright_size(image)
            flat = is_flat(image)
            orders = [(crop(full, one), one) for one in wanted]
            return [encode(picture, flat, full) for picture in develop(image, path, orders)]

    def close(self) -> None:
        """Note on the disk what was learned about originals. Prints can be made afterwards all the same."""
        self._fingerprints.save()

    def _content(self, path: Path) -> str:
        """Return the hash of a file, which stands for it as long as its size and time are the same."""
        try:
            return self._fingerprints.of(path)
        except (OSError, ValueError):
            from app.pdf.openpicture import opened
            from app.pdf.unusable import PictureError
            from app.problems import problem

            with opened(path):
                raise PictureError(problem("picture-damaged", file=path.name, reason="OSError")) from None

    def _in_memory(self, key: str) -> "Print | None":
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def _remembered(self, key: str) -> "Print | None":
        kept = self._in_memory(key)
        if kept is not None or self._folder is None:
            return kept
        from app.pdf.print import thaw

        with suppress(OSError):
            return thaw((self._folder / f"{key}.print").read_bytes())
        return None

    def _remember(self, key: str, made: "Print") -> None:
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = made
            self._weight += made.weight
            while self._weight > self._memory and len(self._kept) > 1:
                _, old = self._kept.popitem(last=False)
                self._weight -= old.weight

    def _store(self, key: str, made: "Print") -> None:
        """Keep a print on the disk; a cache that cannot be written is none, but no reason to stop."""
        if self._folder is None:
            return
        from app.pdf.print import freeze

        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = self._folder / f"{key}.{os.getpid()}.{threading.get_ident()}.tmp"
            draft.write_bytes(freeze(made))
            draft.replace(self._folder / f"{key}.print")


@lru_cache(maxsize=4096)
def _key(content: str, wanted: Wanted) -> str:
    told = astuple(wanted) if wanted.zoom != 1 else astuple(wanted)[:-1]  # as prints were named before there was a zoom
    return hashlib.sha256(repr((VERSION, content, told)).encode()).hexdigest()


@lru_cache(maxsize=4)
def darkroom(folder: Path | None) -> Darkroom:
    """Return the darkroom of a cache folder: one for all documents of this process."""
    return Darkroom(folder)
