"""What differs between two texts, word by word, for reading: few long stretches rather than confetti."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.blocks.matching import matched
from app.model.notation import write
from app.model.richtext import RichText


class Change(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text and what became of it. Paragraphs are parted by the newlines inside `text`."""

    change: Change
    text: str


_TOKEN = re.compile(
    r"(?P<space>[^\S\n]*)(?P<word>\n+|\d+(?:[.,]\d+)+|[^\W_]+(?:['’ʼ‑-][^\W_]+)*|\S|\Z)",
)
"""A word, a sign or a break between paragraphs, with the spaces before it."""

_FEWEST = 3
"""A stretch of fewer words that stayed the same between two changes is told as changed, so that sentences can be read."""

_Group = tuple[str, str, str]
"""What is the same, and what was removed and added after it."""


def text_diff(old: RichText, new: RichText) -> tuple[Stretch, ...]:
    """Return what differs between two rich texts, in the notation in which they are typed: a word that became strong shows it.

    What was removed and what is the same make the old text, what was added and what is the same the new one.
    """
    return string_diff(write(old), write(new))


def string_diff(old: str, new: str) -> tuple[Stretch, ...]:
    """Return what differs between two texts; nothing for two empty ones.

    What was removed and what is the same make the old text, what was added and what is the same the new one.
    """
    if old == new:
        return (Stretch(Change.SAME, old),) if old else ()
    return _stretches(_readable(_trimmed(list(_groups(_tokens(old), _tokens(new))))))


def old_text(stretches: Iterable[Stretch]) -> str:
    """Return the text before."""
    return "".join(one.text for one in stretches if one.change is not Change.ADDED)


def new_text(stretches: Iterable[Stretch]) -> str:
    """Return the text after."""
    return "".join(one.text for one in stretches if one.change is not Change.REMOVED)


def is_changed(stretches: Iterable[Stretch]) -> bool:
    """Tell whether anything differs."""
    return any(one.change is not Change.SAME for one in stretches)


def _tokens(text: str) -> list[tuple[str, str]]:
    """Return the words and signs of a text, each with the spaces before it."""
    return [(match["space"], match["word"]) for match in _TOKEN.finditer(text) if match[0]]


def _groups(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Iterator[_Group]:
    """Yield what is the same with the change after it. Words are the same whatever spaces are before them."""
    i = j = 0
    same = ""
    pairs = matched([word for _, word in old], [word for _, word in new])
    for at, to in (*pairs, (len(old), len(new))):
        removed, added = _joined(old[i:at]), _joined(new[j:to])
        space, word = old[at] if at < len(old) else ("", "")
        spaced = new[to][0] if to < len(new) else ""
        if removed or added or space != spaced:
            before, after = (removed, added) if space == spaced else (removed + space, added + spaced)
            yield same, before, after
            same = ""
        same += (space if space == spaced else "") + word
        i, j = at + 1, to + 1
    yield same, "", ""


def _joined(tokens: Iterable[tuple[str, str]]) -> str:
    return "".join(space + word for space, word in tokens)


def _trimmed(groups: list[_Group]) -> list[_Group]:
    """Move the spaces that begin both what was removed and what was added to what is the same."""
    out: list[_Group] = []
    for same, removed, added in groups:
        spaces = _shared_spaces(removed, added)
        out.append((same + removed[:spaces], removed[spaces:], added[spaces:]))
    return out


def _shared_spaces(removed: str, added: str) -> int:
    count = 0
    for one, other in zip(removed, added, strict=False):
        if one != other or not one.isspace():
            break
        count += 1
    return count


def _readable(groups: list[_Group]) -> list[_Group]:
    """Join changes with so little between them that reading would stumble; never across paragraphs."""
    out: list[_Group] = []
    pieces: list[list[str]] = []  # what was removed and added of the last group, joined at the end only
    for same, removed, added in groups:
        if out and (removed or added) and (out[-1][1] or out[-1][2]) and _is_crumb(same):
            pieces[-1][0] += same + removed
            pieces[-1][1] += same + added
        else:
            out.append((same, removed, added))
            pieces.append([removed, added])
    return [(same, removed, added) for (same, _, _), (removed, added) in zip(out, pieces, strict=True)]


def _is_crumb(same: str) -> bool:
    """Tell whether a stretch between two changes is too short to be worth its own place."""
    if "\n" in same:
        return False
    return len(re.findall(r"\w+", same)) < _FEWEST


def _stretches(groups: Iterable[_Group]) -> tuple[Stretch, ...]:
    out: list[tuple[Change, str]] = []
    for same, removed, added in groups:
        for change, text in ((Change.SAME, same), (Change.REMOVED, removed), (Change.ADDED, added)):
            if text:
                out.append((change, text))
    return tuple(Stretch(change, text) for change, text in out)
