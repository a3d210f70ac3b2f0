"""Chooses the line breaks of a whole paragraph at once, on widths alone.

After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981).
Boxes are atoms (words with their punctuation), glue is the gap after each, penalties are on gaps and on the places
inside an atom. What differs: places inside an atom are asked for only where the atom does not fit, so that most words
are never hyphenated; ragged lines stretch at their end; and a paragraph that cannot be broken well is broken anyhow.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from app.text.breakitems import NO_BREAK, Break, Inner, Items, Measure

_SLIP = 1e-6
_LINE_PENALTY = 10.0
_TWO_HYPHENS = 5000.0
_UNEVEN = 3000.0
_LONELY = 1_000_000.0
_SHORT_LAST = 60_000.0
_LOOSE = 1e7
_CUT = 1e8
_OVERFULL = 1e12
_MOST_HYPHENS = 2


@dataclass(slots=True, eq=False)
class _Node:
    """A place where a line may start, with the best way to get there.

    `edge` is how far its line reaches when shrunk; `resort` the last place where it could end, though too loose.
    """

    atom: int
    inner: Inner | None
    start: int
    offset: int
    pos: float
    limit: float
    stretched: float
    shrunk: float
    line: int
    room: float
    edge: float
    demerits: float
    ratio: float
    hyphens: int
    previous: "_Node | None"
    lonely: bool = False
    resort: tuple[int, Inner | None] | None = None


@dataclass(frozen=True, slots=True)
class _Attempt:
    """How loose lines may be, and whether a break is forced where none is allowed."""

    tolerance: float
    forced: bool = False


class Breaker:
    """Breaks one paragraph. `considered` counts the lines that were weighed: the measure of the work done."""

    def __init__(self, items: Items, measure: Measure) -> None:
        self.items = items
        self.measure = measure
        self.considered = 0
        self._starts = _sums(map(float.__add__, items.widths, items.gaps))
        self._stretched = _sums(items.stretches)
        self._shrunk = _sums(items.shrinks)
        self._last = len(items.widths) - 1

    def breaks(self) -> list[Break]:
        """Return the ends of all lines; an empty paragraph has none."""
        best: _Node | None = None
        for attempt in self._attempts() if self.items.widths else ():
            if best is not None and not best.lonely:
                break
            found = self._try(attempt)
            if found is not None and (best is None or found.demerits < best.demerits):
                best = found
        return _trace(best)

    def _attempts(self) -> list[_Attempt]:
        return [_Attempt(3.0, forced=True)] if self.measure.ragged else [_Attempt(1.6), _Attempt(4.0, forced=True)]

    def _try(self, attempt: _Attempt) -> _Node | None:
        items, last = self.items, self._last
        active = [self._node(None, -1, None, 0.0, 0.0)]
        for k in range(last + 1):
            end = self._starts[k] + items.widths[k] - items.trails[k]
            reach = end - self._shrunk[k] - _SLIP
            for node in active:
                if reach > node.edge:
                    active = self._inside(active, k, attempt)
                    break
            penalty = items.penalties[k] if k < last else 0.0
            active = self._advance(active, k, None, end, penalty, attempt)
            if not active:
                return None
        return min((node for node in active if node.atom == last and node.inner is None), key=_demerits, default=None)

    def _inside(self, active: list[_Node], k: int, attempt: _Attempt) -> list[_Node]:
        start = self._starts[k]
        for inner in self.items.inner(k):
            waiting = [node for node in active if node.start == k and node.offset >= inner.offset]
            ready = [node for node in active if node.start < k or node.offset < inner.offset] if waiting else active
            if ready:
                active = waiting + self._advance(ready, k, inner, start + inner.before, inner.penalty, attempt)
            if not active:
                break
        return active

    def _advance(
        self, active: list[_Node], k: int, inner: Inner | None, end: float, penalty: float, attempt: _Attempt
    ) -> list[_Node]:
        """Return the nodes that are still open after this place, and those that start at it."""
        reach = end - self._shrunk[k] - _SLIP
        alive = [node for node in active if reach <= node.edge]
        if not alive:
            if not attempt.forced or not active:
                return []
            node = self._force(min(active, key=_demerits), k, reach)
            if inner is not None and node.start == k and node.offset >= inner.offset:
                return [node]
            if reach > node.edge and (penalty != NO_BREAK or k == self._last):
                return [self._node(node, k, inner, node.demerits + _OVERFULL, 0.0)]
            alive = [node]
        if penalty == NO_BREAK:
            return alive
        return alive + self._weigh(alive, k, inner, end, penalty, attempt.tolerance)

    def _weigh(
        self, alive: list[_Node], k: int, inner: Inner | None, end: float, penalty: float, tolerance: float
    ) -> list[_Node]:
        """Return the best node for each kind of line that can end here: line number and hyphens before it matter."""
        self.considered += len(alive)
        hyphen = inner is not None and inner.hyphen
        final = inner is None and k == self._last
        ragged, settled = self.measure.ragged, self.measure.settled
        stretched, shrunk = self._stretched[k], self._shrunk[k]
        square = penalty * penalty
        place = (k, inner)
        best: dict[int, tuple[float, _Node, float]] = {}
        for node in alive:
            if hyphen and node.hyphens >= _MOST_HYPHENS:
                continue
            slack = node.limit - end
            if slack < 0.0:
                shrink = shrunk - node.shrunk
                ratio = max(-1.0, slack / shrink) if shrink > 0.0 else 0.0
            elif final:
                ratio = 0.0
            else:
                stretch = ragged or stretched - node.stretched
                if slack > tolerance * stretch:
                    node.resort = place
                    continue
                ratio = slack / stretch if stretch > 0.0 else 0.0
            badness = _LINE_PENALTY + 100.0 * abs(ratio * ratio * ratio)
            demerits = node.demerits + badness * badness + square
            if hyphen and node.hyphens:
                demerits += _TWO_HYPHENS
            if not ragged and abs(ratio - node.ratio) > 1.0:
                demerits += _UNEVEN
            if final:
                demerits += self._last_line_fault(node, end)
            kind = (node.line if node.line < settled else settled) * 4 + node.hyphens
            known = best.get(kind)
            if known is None or demerits < known[0]:
                best[kind] = (demerits, node, ratio)
        return [self._node(node, k, inner, total, ratio, end) for total, node, ratio in best.values()]

    def _last_line_fault(self, node: _Node, end: float) -> float:
        if not node.line:
            return 0.0
        width = end - node.pos
        if node.start == self._last and width < 0.5 * node.room:
            return _LONELY
        return _SHORT_LAST if width < 0.15 * node.room else 0.0

    def _force(self, node: _Node, k: int, reach: float) -> _Node:
        """Break lines that are too loose, or where nothing allows it, until the rest fits: at no-break spaces, else
        between letters.
        """
        while reach > node.edge:
            brk = Break(*node.resort) if node.resort else self._forced_break(node, k)
            if brk is None:
                return node
            node = self._node(node, brk.atom, brk.inner, node.demerits + (_LOOSE if node.resort else _CUT), 0.0)
        return node

    def _forced_break(self, node: _Node, k: int) -> Break | None:
        items = self.items
        for j in range(k - 1, node.start - 1, -1):
            if self._starts[j] + items.widths[j] - items.trails[j] - self._shrunk[j] - _SLIP <= node.edge:
                return Break(j)
        cut = items.cut(node.start, node.offset, node.room)
        if cut is not None:
            return Break(node.start, cut)
        return Break(node.start) if node.start < k else None

    def _node(
        self, previous: _Node | None, atom: int, inner: Inner | None, demerits: float, ratio: float, end: float | None = None
    ) -> _Node:
        start = atom if inner else min(atom + 1, self._last)
        pos = self._starts[start] + (self.items.widths[start] - inner.after if inner else self.items.leads[start])
        line = previous.line + 1 if previous else 0
        room = self.measure.width(line)
        shrunk = self._shrunk[start]
        hyphens = previous.hyphens + 1 if previous and inner and inner.hyphen else 0
        offset = inner.offset if inner else 0
        lonely = bool(
            previous and end is not None and atom == self._last and not inner and self._last_line_fault(previous, end) >= _LONELY
        )
        return _Node(
            atom, inner, start, offset, pos, pos + room, self._stretched[start], shrunk, line, room, pos + room - shrunk,
            demerits, ratio, hyphens, previous, lonely,
        )  # fmt: skip


def _demerits(node: _Node) -> float:
    return node.demerits


def _sums(values: Iterable[float]) -> list[float]:
    """Sums of all values before each place."""
    return list(accumulate(values, initial=0.0))


def _trace(node: _Node | None) -> list[Break]:
    found: list[Break] = []
    while node is not None and node.previous is not None:
        found.append(Break(node.atom, node.inner))
        node = node.previous
    return found[::-1]
