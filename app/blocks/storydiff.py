"""What differs between two states of a story, field by field."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.blocks.matching import matched
from app.blocks.worddiff import Change, Stretch, string_diff, text_diff
from app.model.picture import Picture
from app.model.sections import Figure, Story

T = TypeVar("T", Figure, Picture)


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """One field that differs. `field` is its name in `Story`; figures and pictures are told a line each."""

    field: str
    stretches: tuple[Stretch, ...]


def story_diff(old: Story, new: Story) -> tuple[FieldDiff, ...]:
    """Return the fields that a reader sees and that differ, in the order of the page; nothing where all is the same."""
    return tuple(_fields(old, new))


def _fields(old: Story, new: Story) -> Iterator[FieldDiff]:
    for name in ("kicker", "title", "lead"):
        yield from _words(name, getattr(old, name), getattr(new, name))
    if old.text != new.text:
        yield FieldDiff("text", text_diff(old.text, new.text))
    yield from _lines("figures", old.figures, new.figures, _figure)
    for name in ("quote", "quote_by"):
        yield from _words(name, getattr(old, name), getattr(new, name))
    if old.note != new.note:
        yield FieldDiff("note", text_diff(old.note, new.note))
    yield from _lines("pictures", old.pictures, new.pictures, _picture)


def _words(name: str, old: str, new: str) -> Iterator[FieldDiff]:
    if old != new:
        yield FieldDiff(name, string_diff(old, new))


def _lines(name: str, old: Sequence[T], new: Sequence[T], line: Callable[[T], str]) -> Iterator[FieldDiff]:
    """Yield what happened to whole elements: one whose line reads the same may still be another one."""
    if old == new:
        return
    out: list[Stretch] = []
    i = j = 0
    for at, to in (*matched(old, new), (len(old), len(new))):
        out += [Stretch(Change.REMOVED, line(one)) for one in old[i:at]]
        out += [Stretch(Change.ADDED, line(one)) for one in new[j:to]]
        out += [Stretch(Change.SAME, line(one)) for one in old[at : at + 1]]
        i, j = at + 1, to + 1
    yield FieldDiff(name, tuple(out))


def _figure(figure: Figure) -> str:
    return f"{figure.value} — {figure.label}\n" if figure.label else f"{figure.value}\n"


def _picture(picture: Picture) -> str:
    return f"{picture.caption or picture.alt or picture.file}\n"
