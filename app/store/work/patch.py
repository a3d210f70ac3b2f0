"""What was changed between two states of a file, line by line, so small that every save can be written down."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

Lines: TypeAlias = Sequence[bytes]
Hunk: TypeAlias = tuple[int, int, tuple[str, ...]]
"""Where in the old lines, how many of them go, and what comes instead."""

Patch: TypeAlias = tuple[Hunk, ...]


class PatchError(ValueError):
    """A patch does not belong to this state."""


def diff(old: bytes, new: bytes) -> Patch:
    """Return the patch with `apply(diff(old, new), old) == new`. Raises UnicodeDecodeError when `new` is not UTF-8.

    Lines that occur once in both, in the same order, stay; between them the common beginnings and ends stay too
    (patience diff). Pretty JSON has one value a line, so the patch holds what a person changed and little else.
    """
    start, stop_old, stop_new = _changed(old, new)
    skipped = old.count(b"\n", 0, start)
    before, after = old[start:stop_old].split(b"\n"), new[start:stop_new].split(b"\n")
    return tuple(
        (skipped + at, gone, tuple(line.decode() for line in after[first:last]))
        for at, gone, first, last in _ranges(before, after)
    )


def apply(patch: Patch, old: bytes) -> bytes:
    """Return the new state. Raises PatchError for a patch that cannot be of this one."""
    lines = old.split(b"\n")
    present: list[bytes] = []
    done = 0
    for at, gone, come in patch:
        if not (done <= at and gone >= 0 and at + gone <= len(lines)):
            raise PatchError
        present += lines[done:at]
        present += [line.encode() for line in come]
        done = at + gone
    return b"\n".join([*present, *lines[done:]])


def _changed(old: bytes, new: bytes) -> tuple[int, int, int]:
    """Return where the lines that differ begin in both, and where they end in the old and in the new."""
    most = min(len(old), len(new))
    same = _common(lambda at, size: old[at : at + size] == new[at : at + size], most)
    start = old.rfind(b"\n", 0, same) + 1
    ends = len(old), len(new)
    same = _common(
        lambda at, size: old[ends[0] - at - size : ends[0] - at] == new[ends[1] - at - size : ends[1] - at], most - start
    )
    stop = old.find(b"\n", ends[0] - same)
    return (start, *ends) if stop < 0 else (start, stop, stop + ends[1] - ends[0])


def _common(alike: Callable[[int, int], bool], most: int) -> int:
    """Return how many bytes are alike at one end, at most so many: by large steps first, which a processor compares at once."""
    at = 0
    for size in (65_536, 4096, 256, 16, 1):
        while at + size <= most and alike(at, size):
            at += size
    return at


def _ranges(old: Lines, new: Lines) -> Iterator[tuple[int, int, int, int]]:
    """Yield where lines go, how many, and which new ones come instead."""
    start, end = _trimmed(old, new, 0, len(old), 0, len(new))
    stop_old, stop_new = len(old) - end, len(new) - end
    at_old = at_new = start
    for anchor_old, anchor_new in [*_anchors(old, new, start, stop_old, stop_new), (stop_old, stop_new)]:
        first, last = _trimmed(old, new, at_old, anchor_old, at_new, anchor_new)
        gone = anchor_old - last - at_old - first
        if gone or anchor_new - last > at_new + first:
            yield at_old + first, gone, at_new + first, anchor_new - last
        at_old, at_new = anchor_old + 1, anchor_new + 1


def _trimmed(old: Lines, new: Lines, old_from: int, old_to: int, new_from: int, new_to: int) -> tuple[int, int]:
    """Return how many lines two ranges have in common at their beginnings, and at their ends after that."""
    most = min(old_to - old_from, new_to - new_from)
    first = 0
    while first < most and old[old_from + first] == new[new_from + first]:
        first += 1
    last = 0
    while last < most - first and old[old_to - 1 - last] == new[new_to - 1 - last]:
        last += 1
    return first, last


def _anchors(old: Lines, new: Lines, start: int, stop_old: int, stop_new: int) -> list[tuple[int, int]]:
    """Return the longest run of pairs of lines that occur once in both ranges and stand in the same order."""
    once = _once(new, start, stop_new)
    pairs = [(at, once[line]) for line, at in _once(old, start, stop_old).items() if line in once]
    pairs.sort()
    ends: list[int] = []  # the smallest new place that a run of this length can end with
    last: list[int] = []  # which pair that is
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [index]
    run: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _once(lines: Lines, start: int, stop: int) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    twice: set[bytes] = set()
    for at in range(start, stop):
        line = lines[at]
        if line in found:
            twice.add(line)
        found[line] = at
    for line in twice:
        del found[line]
    return found
