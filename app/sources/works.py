"""A folder of pictures becomes works: one of each picture, or one of each folder inside."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.guard.pictures import claims_to_be_a_picture
from app.problems import Problem, error, problem

MOST_PICTURES = 2000
_JOINTS = re.compile(r"[_\s]+|(?<=\w)-(?=\w)")
_LEADING = re.compile(r"^\d{1,4}[\s._-]+(?=\D)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Work:
    """A work that a folder offers: its title and year by the name, and its pictures."""

    title: str
    files: tuple[Path, ...]
    year: str = ""


@dataclass(frozen=True, slots=True)
class WorksFound:
    """The works of a folder and what is wrong with it."""

    works: tuple[Work, ...] = ()
    problems: tuple[Problem, ...] = ()


def works_in(paths: Sequence[Path], check: Callable[[], None] = lambda: None) -> WorksFound:
    """Look for works in folders and among files: a picture is a work, and so are all pictures of a folder inside of one.

    Nothing is raised but what `check` raises, which is asked now and then whether to go on.
    """
    works: list[Work] = []
    count = 0
    problems: list[Problem] = []
    for title, files in _groups(paths):
        check()
        room = MOST_PICTURES - count
        if len(files) > room:
            problems.append(problem("works-too-many", str(files[0].parent), most=MOST_PICTURES))
        if room <= 0:
            break
        count += len(files[:room])
        works.append(_work(title, files[:room]))
    if not works:
        folder = paths[0].name if paths else ""
        problems.append(error("works-none", str(paths[0]) if paths else "", folder=folder))
    return WorksFound(tuple(works), tuple(problems))


def title_of(name: str) -> str:
    """Return a name of a file as a person would write it: without joints, leading numbers and the year."""
    words = _JOINTS.sub(" ", _LEADING.sub("", _YEAR.sub("", name)))
    words = " ".join(words.split()).strip(" .,-–()[]")
    return (words[:1].upper() + words[1:]) if words else name


def _work(name: str, files: Sequence[Path]) -> Work:
    year = _YEAR.search(name)
    return Work(title_of(name), tuple(files), year[0] if year else "")


def _groups(paths: Sequence[Path]) -> list[tuple[str, list[Path]]]:
    """Return the pictures that belong together with their name. What cannot be looked into is as good as empty."""
    found: list[tuple[str, list[Path]]] = []
    for path in paths:
        if path.is_dir():
            inside = _listed(path)
            found += [(one.stem, [one]) for one in inside if _is_picture(one)]
            folders = ((one.name, [file for file in _listed(one) if _is_picture(file)]) for one in inside if one.is_dir())
            found += [(name, files) for name, files in folders if files]
        elif _is_picture(path):
            found.append((path.stem, [path]))
    return found


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted((one for one in folder.iterdir() if not one.name.startswith(".")), key=lambda one: _natural(one.name))
    except OSError:
        return []


def _natural(name: str) -> list[tuple[int, str]]:
    """Return what puts `2` before `10`."""
    return [(int(part) if part.isdecimal() else 0, part.casefold()) for part in re.split(r"(\d{1,9})", name)]


def _is_picture(path: Path) -> bool:
    return claims_to_be_a_picture(path) and path.is_file()
