"""Chooses the line breaks of a whole paragraph at once, on widths alone.

After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981).
Boxes are atoms (words with their punctuation), glue is the gap after each, penalties are on gaps and on the places
inside an atom. What differs: places inside an atom are asked for only where the atom does not fit, so that most words
are never hyphenated; ragged lines stretch at their end; and a paragraph that cannot be broken well is broken anyhow.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from app.text.breakitems import NO_BREAK, Break, Inner, Items, Measure

_SLIP = 1e-6
_LINE_PENALTY = 10.0
_TWO_HYPHENS = 15_000.0
_UNEVEN = 3000.0
_LONELY_RAGGED, _LONELY_JUSTIFIED = 1e7, 2e6
_SHORT_LAST = 60_000.0
_LOOSE, _CUT, _OVERFULL = 1e8, 1e9, 1e13
_MOST_HYPHENS = 2
_NEAT = 0.5


@dataclass(slots=True, eq=False)
class _Node:
    """A place where a line may start, with the best way to get there.

    The line starts in atom `start`, at `offset` in it. Measured on one long line, `pos` is where it starts, `limit` how far
    it reaches, `edge` how far when shrunk, `near` where it is no longer too loose. `lonely` marks a poor last line.
    """

    atom: int
    inner: Inner | None
    start: int
    offset: int
    pos: float
    limit: float
    edge: float
    near: float
    stretched: float
    shrunk: float
    line: int
    room: float
    demerits: float
    ratio: float
    hyphens: int
    previous: "_Node | None"
    lonely: bool = False


@dataclass(frozen=True, slots=True)
class _Attempt:
    """How loose lines may be, whether words are hyphenated, and whether a break is forced where there is no good one."""

    tolerance: float
    hyphens: bool = True
    forced: bool = False


_RAGGED = (_Attempt(1.3, hyphens=False), _Attempt(2.0), _Attempt(3.5, forced=True))
_JUSTIFIED = (_Attempt(1.3, hyphens=False), _Attempt(1.6), _Attempt(4.0, forced=True))


class Breaker:
    """Breaks one paragraph. `considered` counts the lines that were weighed: the measure of the work done."""

    def __init__(self, items: Items, measure: Measure) -> None:
        self.items = items
        self.measure = measure
        self.considered = 0
        self._last = len(items.widths) - 1
        self._starts = _sums(map(float.__add__, items.widths, items.gaps))
        self._ends = list(map(lambda start, width, trail: start + width - trail, self._starts, items.widths, items.trails))
        self._stretched = _sums(items.stretches)
        self._shrunk = _sums(items.shrinks)
        self._tolerance = 0.0
        self._lonely = _LONELY_RAGGED if measure.ragged else _LONELY_JUSTIFIED

    def breaks(self) -> list[Break]:
        """Return the ends of all lines; an empty paragraph has none."""
        best: _Node | None = None
        for attempt in (_RAGGED if self.measure.ragged else _JUSTIFIED) if self.items.widths else ():
            found = self._try(attempt)
            if found is not None and (best is None or found.demerits < best.demerits):
                best = found
            if best is not None and not best.lonely:
                break
        return _trace(best)

    def _try(self, attempt: _Attempt) -> _Node | None:
        """Go through the atoms with the nodes whose lines are still open; return the best node at the end, None if stuck."""
        tolerance = self._tolerance = attempt.tolerance
        last, penalties, ends, shrunk, stretched = self._last, self.items.penalties, self._ends, self._shrunk, self._stretched
        ragged = self.measure.ragged
        active = [self._node(None, -1, None, 0.0, 0.0)]
        for k, end in enumerate(ends):
            reach = end - shrunk[k] - _SLIP
            for node in active:
                if reach > node.edge:
                    active = self._squeeze(active, k, reach, attempt)
                    break
            if k < last and penalties[k] == NO_BREAK:
                if not active:
                    return None
                continue
            far = end if ragged else end + tolerance * stretched[k]
            ready = [node for node in active if node.near <= far] if k < last else active
            if ready:
                made = self._weigh(ready, k, None, end, penalties[k] if k < last else 0.0)
                active = active + made if k < last else made
            elif not active:
                return None
        return min(active, key=_demerits, default=None)

    def _squeeze(self, active: list[_Node], k: int, reach: float, attempt: _Attempt) -> list[_Node]:
        """Drop the nodes whose lines atom k does not fit, after looking for places to break inside it."""
        fitting = [node for node in active if reach <= node.edge]
        full = [node for node in active if reach > node.edge]
        if any(self._is_tight(node, k) for node in full):
            full += self._inside(full, k, attempt.hyphens)
            fitting += [node for node in full if reach <= node.edge]
        if not fitting and attempt.forced:
            fitting.append(self._force(max(full, key=lambda node: node.pos), k, reach))
        return fitting

    def _is_tight(self, node: _Node, k: int) -> bool:
        """Tell whether breaking before atom k would leave the line so loose that a place inside k is worth a look."""
        if k <= node.start or self.items.penalties[k - 1] == NO_BREAK:
            return True
        return node.limit - self._ends[k - 1] > _NEAT * (self.measure.ragged or self._stretched[k - 1] - node.stretched)

    def _inside(self, nodes: list[_Node], k: int, hyphens: bool) -> list[_Node]:
        """Return the nodes that start inside atom k."""
        start, shrunk = self._starts[k], self._shrunk[k]
        slope = 0.0 if self.measure.ragged else self._tolerance * self._stretched[k]
        made: list[_Node] = []
        for inner in self.items.inner(k):
            end = start + inner.before
            reach, far = end - shrunk - _SLIP, end + slope
            nodes = [node for node in nodes if reach <= node.edge]
            if not nodes:
                break
            ready = [node for node in nodes if node.near <= far and (node.start < k or node.offset < inner.offset)]
            if ready and (hyphens or not inner.hyphen):
                new = self._weigh(ready, k, inner, end, inner.penalty)
                nodes = nodes + new
                made += new
        return made

    def _weigh(self, nodes: list[_Node], k: int, inner: Inner | None, end: float, penalty: float) -> list[_Node]:
        """Return the best node for each kind of line that can end here: line number and hyphens before it matter."""
        self.considered += len(nodes)
        hyphen = inner is not None and inner.hyphen
        final = inner is None and k == self._last
        ragged, settled = self.measure.ragged, self.measure.settled
        stretched, shrunk = self._stretched[k], self._shrunk[k]
        penalty *= penalty
        best: dict[int, tuple[float, _Node, float]] = {}
        for node in nodes:
            if hyphen and node.hyphens >= _MOST_HYPHENS:
                continue
            demerits = node.demerits + penalty
            slack = node.limit - end
            if slack < 0.0:
                shrink = shrunk - node.shrunk
                ratio = max(-1.0, slack / shrink) if shrink > 0.0 else 0.0
                demerits += _OVERFULL if slack + shrink < -_SLIP else 0.0
            elif final:
                ratio = 0.0
            else:
                stretch = ragged or stretched - node.stretched
                ratio = slack / stretch if stretch > 0.0 else 0.0
            badness = _LINE_PENALTY + 100.0 * abs(ratio * ratio * ratio)
            demerits += badness * badness
            if hyphen and node.hyphens:
                demerits += _TWO_HYPHENS
            if not ragged and abs(ratio - node.ratio) > 1.0:
                demerits += _UNEVEN
            if final:
                demerits += self._last_line_fault(node, end)
            kind = (node.line if node.line < settled else settled) * 4 + (node.hyphens if hyphen else 0)
            known = best.get(kind)
            if known is None or demerits < known[0]:
                best[kind] = (demerits, node, ratio)
        return [self._node(node, k, inner, total, ratio) for total, node, ratio in best.values()]

    def _last_line_fault(self, node: _Node, end: float) -> float:
        width = end - node.pos
        if not node.line or width >= 0.5 * node.room:
            return 0.0
        if node.start == self._last:
            return self._lonely
        return _SHORT_LAST if width < 0.15 * node.room else 0.0

    def _force(self, node: _Node, k: int, reach: float) -> _Node:
        """End lines where they are too loose, or where nothing allows it, until the rest fits."""
        while reach > node.edge:
            brk = self._loose_break(node, k)
            demerits = _LOOSE if brk else _CUT
            brk = brk or self._forbidden_break(node, k)
            if brk is None:
                break
            node = self._node(node, brk.atom, brk.inner, node.demerits + demerits, 0.0)
        return node

    def _loose_break(self, node: _Node, k: int) -> Break | None:
        """The last place allowed that fits, however much of the line it leaves empty."""
        for j in range(k, node.start - 1, -1):
            if j < k and self.items.penalties[j] != NO_BREAK and self._fits(node, j):
                return Break(j)
            places = self.items.inner(j)
            limit = node.edge - self._starts[j] + self._shrunk[j]
            for inner in reversed(places[: bisect_right(places, limit, key=_before)]):
                if j == node.start and inner.offset <= node.offset:
                    break
                if not inner.hyphen or node.hyphens < _MOST_HYPHENS:
                    return Break(j, inner)
        return None

    def _forbidden_break(self, node: _Node, k: int) -> Break | None:
        """At a no-break space, else between letters, else after an atom that is too wide for any line."""
        for j in range(k - 1, node.start - 1, -1):
            if self._fits(node, j):
                return Break(j)
        cut = self.items.cut(node.start, node.offset, node.room)
        if cut is not None:
            return Break(node.start, cut)
        return Break(node.start) if node.start < k else None

    def _fits(self, node: _Node, j: int) -> bool:
        return self._ends[j] - self._shrunk[j] - _SLIP <= node.edge

    def _node(self, previous: _Node | None, atom: int, inner: Inner | None, demerits: float, ratio: float) -> _Node:
        start = atom if inner else min(atom + 1, self._last)
        pos = self._starts[start] + (self.items.widths[start] - inner.after if inner else self.items.leads[start])
        line = previous.line + 1 if previous else 0
        room = self.measure.width(line)
        limit = pos + room
        shrunk, stretched = self._shrunk[start], self._stretched[start]
        near = limit + self._tolerance * (stretched - self.measure.ragged)
        hyphens = previous.hyphens + 1 if previous and inner and inner.hyphen else 0
        offset = inner.offset if inner else 0
        final = previous is not None and inner is None and atom == self._last
        lonely = final and previous is not None and self._last_line_fault(previous, self._ends[atom]) >= self._lonely
        return _Node(
            atom, inner, start, offset, pos, limit, limit - shrunk, near, stretched, shrunk, line, room,
            demerits, ratio, hyphens, previous, lonely,
        )  # fmt: skip


def _demerits(node: _Node) -> float:
    return node.demerits


def _before(inner: Inner) -> float:
    return inner.before


def _sums(values: Iterable[float]) -> list[float]:
    """Sums of all values before each place."""
    return list(accumulate(values, initial=0.0))


def _trace(node: _Node | None) -> list[Break]:
    found: list[Break] = []
    while node is not None and node.previous is not None:
        found.append(Break(node.atom, node.inner))
        node = node.previous
    return found[::-1]
