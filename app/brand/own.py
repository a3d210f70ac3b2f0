"""What is done with the brandbooks of a studio's own: written anew, duplicated, given another logo, another family of faces."""

import os
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.brand.changing import Value, changed
from app.brand.load import LARGEST, load_brand
from app.brand.logos import Logo
from app.brand.making import ASSETS, FILE, Made, new_folder, not_written, taken
from app.brand.naming import slug
from app.problems import Problem, error, problem

MARKS = ("mark", "mark-light", "mark-dark")


@dataclass(frozen=True)
class State:
    """What a brandbook was at a moment: its text, and those of its files that an edit has changed; None where there was none."""

    text: str
    files: tuple[tuple[str, bytes | None], ...] = ()


def read_text(folder: Path) -> str:
    """Return the text of a brandbook. Raises OSError, and ValueError for what is no text or is too large."""
    if (folder / FILE).stat().st_size > LARGEST:
        raise ValueError(FILE)
    return (folder / FILE).read_bytes().decode("utf-8-sig")


def duplicated(source: Path, folder: Path, title: str) -> Made:
    """Make a copy of a brandbook, one that ships or another, under a title of its own."""
    name = slug(title, taken(folder))
    try:
        text = changed(read_text(source), {("title", "ru"): title, ("title", "en"): title})
        with new_folder(folder, name) as place:
            for file in sorted(source.iterdir()):
                if file.is_file() and not file.is_symlink() and file.name != FILE and not file.name.startswith("."):
                    shutil.copyfile(file, place / file.name)
            (place / FILE).write_bytes(text.encode())
    except OSError as refused:
        return Made("", None, (not_written(folder, refused),))
    except ValueError as wrong:
        return Made("", None, (error("brand-not-toml", source.name, path=FILE, reason=str(wrong)[:120]),))
    return Made(name, folder / name, load_brand(folder / name, ASSETS).problems)


def state_of(folder: Path, files: tuple[str, ...] = ()) -> State:
    """Return what a brandbook is now, with the files that are named. Raises OSError and ValueError."""
    kept = tuple((name, (folder / name).read_bytes() if (folder / name).is_file() else None) for name in files)
    return State(read_text(folder), kept)


def edited(state: State, changes: Mapping[tuple[str, ...], Value]) -> State:
    """Return a state with other values. Raises ValueError where the text cannot be changed."""
    return State(changed(state.text, changes), state.files)


def with_logo(state: State, logo: Logo, palette: Mapping[str, str]) -> State:
    """Return a state with another logo; without one that can be used, with none. Raises ValueError."""
    marks = logo.files(palette)
    changes: dict[tuple[str, ...], Value] = {("logos", name): marks[name][0] if name in marks else None for name in MARKS}
    return State(changed(state.text, changes), tuple(marks.values()))


def put_over(folder: Path, before: State, after: State) -> tuple[Problem, ...]:
    """Write a state in the place of another, unless somebody has changed the text by hand meanwhile."""
    try:
        there = read_text(folder)
    except (OSError, ValueError):
        there = ""
    if there != before.text:
        return (problem("brand-changed-outside", folder.name),)
    return put(folder, after)


def put(folder: Path, state: State) -> tuple[Problem, ...]:
    """Write a state; each file is replaced whole or not at all, the text last. Return what prevented it."""
    try:
        for name, content in state.files:
            if content is None:
                (folder / name).unlink(missing_ok=True)
            else:
                _replace(folder / name, content)
        _replace(folder / FILE, state.text.encode())
    except OSError as refused:
        return (not_written(folder, refused),)
    return ()


def _replace(file: Path, content: bytes) -> None:
    draft = file.with_name(f".{file.name}.{uuid.uuid4().hex[:8]}.tmp")
    try:
        with draft.open("xb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        draft.replace(file)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
