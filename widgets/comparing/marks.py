"""Where on the pages two states differ: whole parts, and in texts the words. Lengths are points of the page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF

from app.blocks.worddiff import Change as Word
from app.blocks.worddiff import Stretch, string_diff
from app.comparing import Change, Comparison, How
from app.layout.page import Item, Page, Tag, TextItem
from app.model.richtext import RichText
from widgets.preview.carets import letters
from widgets.preview.geometry import boxed, frames

ROOM = 3.0
"""Points between the words of two changes that are read as one."""


class Sign(StrEnum):
    """What a mark says."""

    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Mark:
    """One mark on a page: where, and what it says. `word` marks stand on words, others around a part."""

    page: int
    box: QRectF
    sign: Sign
    word: bool = False


def marks_of(pages: Sequence[Page], found: Comparison, *, old: bool, others: Sequence[Page] = ()) -> list[Mark]:
    """Return the marks on the pages of the older state, or of the newer one, from top to bottom. What is reckoned is compared
    with what the `others` say.
    """
    wanted = {one.path: one for one in found.for_clients if _is_on(one, old=old)}
    marks = list(_reckoned(pages, others, wanted)) if found else []
    once = {_held(origin, wanted) for page in pages for origin, _, item in boxed(page) if not _runs_along(item)}
    for index, page in enumerate(pages):
        by_path: dict[str, list[tuple[QRectF, Item]]] = defaultdict(list)
        for origin, box, item in boxed(page):
            path = _held(origin, wanted)
            if path and not (path in once and _runs_along(item)):
                by_path[path].append((box, item))
        for path, items in by_path.items():
            marks += _on_page(index, wanted[path], items, old=old)
    return sorted(marks, key=lambda mark: (mark.page, mark.box.top(), mark.box.left()))


def _reckoned(pages: Sequence[Page], others: Sequence[Page], wanted: dict[str, Change]) -> Iterator[Mark]:
    """Yield marks on sums that came out differently: nobody typed them, so no change has their path."""
    said: dict[str, set[str]] = defaultdict(set)
    for page in others:
        for item in page.items:
            if isinstance(item, TextItem) and item.origin.startswith("estimate"):
                said[item.origin].add(item.line.text)
    for index, page in enumerate(pages):
        for origin, box, item in boxed(page):
            known, text = said.get(origin), item.line.text if isinstance(item, TextItem) else ""
            is_new = known is not None and text not in known and any(sign.isdecimal() for sign in text)
            if is_new and not _held(origin, wanted):
                yield Mark(index, box, Sign.CHANGED)


def _runs_along(item: Item) -> bool:
    """Tell whether an item stands at the edge of every page: a title that changed is marked where it is read, not on each."""
    return isinstance(item, TextItem) and item.tag is Tag.ARTIFACT


def _is_on(change: Change, *, old: bool) -> bool:
    """Tell whether a change is seen on the pages of a state: what was added is not on the older ones."""
    return change.how is not (How.ADDED if old else How.REMOVED)


def _held(origin: str, wanted: dict[str, Change]) -> str:
    """Return the changed path that an origin lies in, or that lies in what it shows as a sum."""
    steps = origin.split("/")
    for count in range(len(steps), 0, -1):
        path = "/".join(steps[:count])
        if path in wanted:
            return path
    return ""


def _on_page(index: int, change: Change, items: list[tuple[QRectF, Item]], *, old: bool) -> Iterator[Mark]:
    texts = [item for _, item in items if isinstance(item, TextItem)]
    if change.how is How.CHANGED and isinstance(change.old, str | RichText) and isinstance(change.new, str | RichText) and texts:
        words = list(_words(texts, change, old=old))
        if words is not None:
            yield from (Mark(index, box, Sign.GONE if old else Sign.NEW, word=True) for box in words)
            return
    sign = {How.ADDED: Sign.NEW, How.REMOVED: Sign.GONE}.get(change.how, Sign.CHANGED)
    yield from (Mark(index, box, sign) for box in frames([box for box, _ in items]))


def _words(texts: list[TextItem], change: Change, *, old: bool) -> Iterator[QRectF]:
    """Yield the boxes of words that are gone, or new. Letters are counted: spaces and signs are the typographer's."""
    before, after = _plain(change.old), _plain(change.new)
    source = letters(before if old else after)[0]
    marked = _marked(string_diff(before, after), old=old)
    for lines in _runs_on(texts):
        printed = "".join(letters(item.line.text)[0] for item in lines)
        start = source.find(printed)
        if start < 0:
            continue
        for item in lines:
            count = len(letters(item.line.text)[0])
            yield from _boxes(item, marked[start : start + count])
            start += count


def _plain(value: str | RichText) -> str:
    return value.text if isinstance(value, RichText) else value


def _marked(stretches: tuple[Stretch, ...], *, old: bool) -> list[bool]:
    """Return for every letter of the older or the newer text whether it is only there."""
    own, other = (Word.REMOVED, Word.ADDED) if old else (Word.ADDED, Word.REMOVED)
    found: list[bool] = []
    for stretch in stretches:
        if stretch.change is not other:
            found += [stretch.change is own] * len(letters(stretch.text)[0])
    return found


def _runs_on(texts: list[TextItem]) -> list[list[TextItem]]:
    """Return the lines that go on in each other: those of one paragraph."""
    by_group: dict[tuple[str, str], list[TextItem]] = defaultdict(list)
    for item in texts:
        by_group[item.origin, item.group].append(item)
    return list(by_group.values())


def _boxes(item: TextItem, marked: list[bool]) -> Iterator[QRectF]:
    """Yield boxes around the marked letters of a line, one for neighbours."""
    size = max((run.size for run in item.line.runs), default=0.0)
    spans: list[tuple[float, float]] = []
    place = 0
    for run in item.line.runs:
        for glyph in run.glyphs:
            count = len(letters(glyph.text)[0])
            if any(marked[place : place + count]):
                left = item.x + item.line.x + run.x + glyph.x
                if spans and left - spans[-1][1] <= size / 2 + ROOM:
                    spans[-1] = (spans[-1][0], left + glyph.advance)
                else:
                    spans.append((left, left + glyph.advance))
            place += count
    if not any(run.glyphs for run in item.line.runs) and any(marked):
        spans.append((item.x + item.line.x, item.x + item.line.x + item.line.width))
    for left, right in spans:
        yield QRectF(left, item.y - 0.78 * size, right - left, size)
