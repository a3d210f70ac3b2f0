"""Carrying the pictures of a value from one folder to another: between the library and proposals, or from elsewhere."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from app.problems import Problem, problem
from app.store.disk import Disk
from app.store.media import add_media
from app.store.pictures import pictures_in, with_files
from app.store.relative import inside, is_file, tidy

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Carried(Generic[T]):
    """A value whose pictures are those of the new folder, and what is wrong. With an error not all could be copied."""

    value: T
    problems: tuple[Problem, ...] = ()


def carried(value: T, source: Path, target: Path, disk: Disk | None = None) -> Carried[T]:
    """Copy the pictures that a value names from the folder `source` to `media` in the folder `target`, by their content.

    A picture that is missing keeps its file, one outside of the folder loses it; both are told. Works for anything of the
    model: a story, a block with all its versions, a reference, a person, a proposal.
    """
    disk = disk or Disk()
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for file in dict.fromkeys(picture.file for picture in pictures_in(value) if picture.file):
        relative = tidy(file)
        found = inside(source, relative) if relative else None
        if found is None:
            files[file] = ""
            problems.append(problem("picture-outside", file, file=file))
        elif not is_file(found):
            problems.append(problem("picture-missing", file, file=file))
        else:
            added = add_media(target, found, "", disk)
            files[file] = added.file or file
            problems += added.problems
    return Carried(with_files(value, lambda file: files.get(file, file)), tuple(problems))
