"""A brandbook that somebody else has made, as a folder or a zip: read as hostile, file by file."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.brand.load import LARGEST, load_brand
from app.brand.making import ASSETS, FILE, Made, new_folder, not_written, taken
from app.brand.naming import slug
from app.brand.pngmark import read_png
from app.brand.svg import read_svg
from app.guard.fonts import is_sound
from app.guard.pictures import picture_problem
from app.problems import Problem, Severity, error, problem
from app.store.archive.reading import Archive, Limits, opened
from app.store.archive.refused import RefusedError
from app.store.disk import Disk

LIMITS = Limits(entries=200, listing=200_000, free=60_000_000, ratio=20)
MOST = LIMITS.free
"""Bytes of all files of a brandbook."""
MOST_FILES = LIMITS.entries
KINDS = {".toml": LARGEST, ".svg": 1_000_000, ".png": 20_000_000, ".ttf": 30_000_000, ".otf": 30_000_000, ".txt": 200_000}
"""What a brandbook may have, and how many bytes of each."""


@dataclass(frozen=True)
class _Piece:
    name: str
    content: bytes


def take_in(source: Path, folder: Path, disk: Disk | None = None) -> Made:
    """Copy a stranger's brandbook into a folder of brandbooks, under a name that is free. Files that a brandbook has no use for,
    or that are not what they say, are left out and told; without a brandbook.toml that can be read nothing is taken.
    """
    told: list[Problem] = []
    try:
        if source.is_dir():
            pieces = list(_of_folder(source))
        else:
            with opened(source, LIMITS, disk or Disk()) as archive:
                pieces = list(_of_archive(archive))
    except RefusedError as refused:
        return Made("", None, (refused.problem,))
    except OSError as refused:
        return Made("", None, (not_written(source, refused),))
    if not any(piece.name == FILE for piece in pieces):
        return Made("", None, (error("brand-folder-no", source.name),))
    if sum(len(piece.content) for piece in pieces) > MOST or len(pieces) > MOST_FILES:
        return Made("", None, (error("brand-folder-large", source.name, limit=f"{MOST // 1_000_000} MB"),))
    return _taken(source, folder, pieces, told)


def _taken(source: Path, folder: Path, pieces: list[_Piece], told: list[Problem]) -> Made:
    with tempfile.TemporaryDirectory(prefix="blesna-") as name:
        place = Path(name) / "brandbook"
        place.mkdir()
        for piece in pieces:
            file = place / piece.name
            file.write_bytes(piece.content)
            wrong = _unfit(file)
            if wrong:
                told.append(problem("brand-file-refused", piece.name, Severity.WARNING, file=piece.name, reason=wrong))
                file.unlink()
        loaded = load_brand(place, ASSETS) if (place / FILE).is_file() else None
        if loaded is None or loaded.brand is None:
            return Made("", None, (*told, *(loaded.problems if loaded else (error("brand-folder-no", source.name),))))
        title = next(iter(loaded.brand.title.values()), "") or source.stem
        title = source.stem if title == "brandbook" else title
        own = slug(title, taken(folder))
        try:
            with new_folder(folder, own) as made:
                for file in place.iterdir():
                    (made / file.name).write_bytes(file.read_bytes())
        except OSError as refused:
            return Made("", None, (not_written(folder, refused),))
    return Made(own, folder / own, (*told, *load_brand(folder / own, ASSETS).problems))


def _of_folder(source: Path) -> Iterator[_Piece]:
    whole = count = 0
    for file in sorted(source.iterdir()):
        count += 1
        if count > MOST_FILES * 10:
            return
        if file.is_symlink() or not file.is_file() or file.name.startswith("."):
            continue
        limit = KINDS.get(file.suffix.lower())
        if limit is None or file.stat().st_size > limit or whole > MOST:
            continue
        content = file.read_bytes()
        whole += len(content)
        yield _Piece(file.name, content)


def _of_archive(archive: Archive) -> Iterator[_Piece]:
    """Yield the files beside the brandbook.toml that is highest up."""
    books = sorted((name for name in archive.names if name.rpartition("/")[2] == FILE), key=lambda name: name.count("/"))
    if not books:
        return
    inside = books[0].removesuffix(FILE)
    for name in archive.names:
        plain = name.removeprefix(inside)
        limit = KINDS.get(Path(plain).suffix.lower())
        beside = name.startswith(inside) and "/" not in plain and not plain.startswith(".")
        if beside and limit and archive.size_of(name) <= limit:
            yield _Piece(plain, archive.read(name, limit))


def _unfit(file: Path) -> str:
    """Tell why a file is not what its name says; nothing where it is."""
    suffix = file.suffix.lower()
    if suffix == ".svg":
        drawing, problems = read_svg(file)
        return "" if drawing is not None else (problems[0].code if problems else "SVG")
    if suffix == ".png":
        wrong = picture_problem(file)
        return wrong.code if wrong is not None else "" if read_png(file)[0] is not None else "PNG"
    if suffix in (".ttf", ".otf"):
        return "" if is_sound(file, 0) else "font"
    return ""
