"""The whole paragraph is broken at once, on widths alone, in linear time."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.balance import count_lines, narrowest
from app.text.breakitems import NO_BREAK, Break, Inner, Items, Measure
from app.text.linebreak import Breaker


def items(
    widths: Sequence[float],
    *,
    gap: float = 3.0,
    fixed: Sequence[int] = (),
    inner: dict[int, list[Inner]] | None = None,
    justified: bool = False,
    letter: float = 1.0,
) -> Items:
    """Words of such widths with spaces between them, no-break ones after `fixed`; a letter is `letter` wide."""

    def cut(place: int, offset: int, room: float) -> Inner | None:
        letters = round(widths[place] / letter)
        if letters - offset <= 1:
            return None
        stop = min(letters - 1, offset + max(1, int(room / letter)))
        return Inner(stop, stop * letter, widths[place] - stop * letter, 0.0, hyphen=False)

    count = len(widths)
    last = count - 1
    return Items(
        widths=[float(width) for width in widths],
        gaps=[gap if place < last else 0.0 for place in range(count)],
        stretches=[gap / 2 if justified and place < last else 0.0 for place in range(count)],
        shrinks=[gap / 5 if justified and place < last else 0.0 for place in range(count)],
        penalties=[NO_BREAK if place in fixed or place == last else 0.0 for place in range(count)],
        trails=[0.0] * count,
        leads=[0.0] * count,
        inner=lambda place: (inner or {}).get(place, []),
        cut=cut,
    )


def ends(made: Sequence[Break]) -> list[tuple[int, int]]:
    return [(brk.atom, brk.inner.offset if brk.inner else -1) for brk in made]


def ragged(width: float) -> Measure:
    return Measure(lambda _: width, ragged=width / 10)


def natural(boxes: Items, start: int, end: int) -> float:
    return sum(boxes.widths[start : end + 1]) + sum(boxes.gaps[start:end])


def test_no_words_make_no_lines() -> None:
    assert Breaker(items([]), ragged(100)).breaks() == []


def test_one_word_makes_one_line() -> None:
    assert ends(Breaker(items([40]), ragged(100)).breaks()) == [(0, -1)]


def test_a_paragraph_is_broken_as_a_whole() -> None:
    """First fit would put 40+3+40 on the first line and leave 3 lines of 40, 90, 20; the whole is better balanced."""
    widths = [40, 40, 40, 50, 20]
    made = ends(Breaker(items(widths), ragged(100)).breaks())
    assert made[-1] == (4, -1)
    assert all(natural(items(widths), start, end) <= 100 for start, end in [(0, made[0][0])])


@given(st.lists(st.integers(5, 40), min_size=2, max_size=9), st.integers(60, 100))
def test_no_other_way_of_breaking_is_better(widths: list[int], width: int) -> None:
    """Cost of a ragged line: (10 + 100 r³)² with r = what it leaves empty, in tenths of the column; see Knuth and Plass."""
    boxes, stretch = items(widths), width / 10
    last = len(widths) - 1

    def cost(stops: tuple[int, ...]) -> float | None:
        total, start = 0.0, 0
        for stop in stops:
            size = natural(boxes, start, stop)
            ratio = 0.0 if stop == last else (width - size) / stretch
            if size > width or ratio > 2:
                return None
            total += (10 + 100 * ratio**3) ** 2
            if stop == last and start and size < width / 2:
                total += 1e7 if start == last else 6e4 if size < 0.15 * width else 0
            start = stop + 1
        return total

    ways = [(*stops, last) for count in range(last + 1) for stops in combinations(range(last), count)]
    costs = [found for found in map(cost, ways) if found is not None]
    made = tuple(brk.atom for brk in Breaker(boxes, ragged(width)).breaks())
    if costs and min(costs) < 1e7:
        assert cost(made) == pytest.approx(min(costs))


def test_a_single_short_word_is_not_left_on_the_last_line() -> None:
    widths = [20, 20, 20, 20, 10]
    made = ends(Breaker(items(widths), ragged(90)).breaks())
    assert made[0][0] < 3


def test_a_line_never_ends_at_a_no_break_space_that_fits() -> None:
    made = ends(Breaker(items([30, 30, 30, 30], fixed=[1]), ragged(70)).breaks())
    assert 1 not in [atom for atom, _ in made]


def test_words_tied_together_too_long_for_a_line_are_parted_all_the_same() -> None:
    made = ends(Breaker(items([30] * 9, fixed=range(8)), ragged(70)).breaks())
    assert [atom for atom, _ in made] == [1, 3, 5, 7, 8]


def test_a_word_wider_than_the_line_is_cut_into_full_lines() -> None:
    made = ends(Breaker(items([250]), ragged(100)).breaks())
    assert made == [(0, 100), (0, 200), (0, -1)]


def test_a_letter_wider_than_the_line_stands_alone() -> None:
    made = ends(Breaker(items([60, 60], letter=60.0), ragged(50)).breaks())
    assert made == [(0, -1), (1, -1)]


def hyphens(width: float, count: int) -> list[Inner]:
    step = width / (count + 1)
    return [Inner(i, i * step + 2, width - i * step, 50.0, hyphen=True) for i in range(1, count + 1)]


def test_words_are_hyphenated_where_that_saves_a_loose_line() -> None:
    boxes = items([50, 90, 60, 60], inner={1: hyphens(90, 2)}, justified=True)
    made = ends(Breaker(boxes, Measure(lambda _: 100.0)).breaks())
    assert any(offset > 0 for _, offset in made)


def test_places_inside_words_that_fit_are_never_asked_for() -> None:
    asked: list[int] = []
    boxes = items([30] * 12)
    boxes.inner = lambda place: asked.append(place) or []
    Breaker(boxes, ragged(129)).breaks()
    assert set(asked) <= {3, 4, 8}


@given(st.lists(st.integers(20, 60), min_size=4, max_size=40), st.integers(62, 90), st.booleans())
def test_no_more_than_two_lines_in_a_row_end_with_a_hyphen(widths: list[int], width: int, justified: bool) -> None:
    inner = {place: hyphens(size, 3) for place, size in enumerate(widths)}
    measure = Measure(lambda _: float(width), ragged=0.0 if justified else width / 10)
    run = 0
    for brk in Breaker(items(widths, inner=inner, justified=justified), measure).breaks():
        run = run + 1 if brk.inner and brk.inner.hyphen else 0
        assert run <= 2


@given(
    st.lists(st.integers(1, 200), min_size=1, max_size=30),
    st.sets(st.integers(0, 29)),
    st.integers(10, 120),
    st.booleans(),
    st.integers(0, 3),
)
def test_every_line_fits_and_every_word_is_on_one(
    widths: list[int], fixed: set[int], width: int, justified: bool, marks: int
) -> None:
    inner = {place: hyphens(size, marks) for place, size in enumerate(widths) if size > 20}
    boxes = items(widths, fixed=sorted(fixed), inner=inner, justified=justified)
    made = Breaker(boxes, Measure(lambda _: float(width), ragged=0.0 if justified else width / 10)).breaks()
    assert made[-1] == Break(len(widths) - 1)
    start, before = 0, 0.0
    for brk in made:
        end = brk.inner.before if brk.inner else widths[brk.atom]
        size = sum(widths[start : brk.atom]) + end - before + sum(boxes.gaps[start : brk.atom])
        assert size - sum(boxes.shrinks[start : brk.atom]) <= width + 3
        start, before = (brk.atom, widths[brk.atom] - brk.inner.after) if brk.inner else (brk.atom + 1, 0.0)
    order = [(brk.atom, brk.inner.offset if brk.inner else 10**6) for brk in made]
    assert order == sorted(set(order))


def test_lines_may_have_widths_of_their_own() -> None:
    made = ends(Breaker(items([30] * 7), Measure(lambda line: 40.0 if line < 2 else 100.0, settled=2, ragged=10)).breaks())
    assert [atom for atom, _ in made] == [0, 1, 4, 6]


@pytest.mark.parametrize("justified", [False, True])
def test_the_work_grows_as_the_text_does(justified: bool) -> None:
    """Counted in lines that are weighed, for 2,000 and 16,000 words."""
    work = []
    for count in (2000, 16_000):
        widths = [11 + place * 7 % 31 for place in range(count)]
        inner = {place: hyphens(size, 2) for place, size in enumerate(widths)}
        breaker = Breaker(
            items(widths, inner=inner, justified=justified), Measure(lambda _: 300.0, ragged=0.0 if justified else 30.0)
        )
        breaker.breaks()
        work.append(breaker.considered)
    assert work[1] < 8.5 * work[0]
    assert work[1] < 20 * 16_000


def test_an_endless_word_is_cut_in_linear_work() -> None:
    calls = []
    boxes = items([100_000])
    plain = boxes.cut
    boxes.cut = lambda *place: calls.append(place) or plain(*place)
    assert len(Breaker(boxes, ragged(100)).breaks()) == 1000
    assert len(calls) < 2500


def test_a_headline_is_narrowed_as_far_as_its_lines_allow() -> None:
    boxes = items([40, 40, 40, 40])
    assert count_lines(boxes, lambda _: 130.0) == 2
    assert narrowest(boxes, lambda _: 130.0) == pytest.approx(83, abs=0.1)
    assert narrowest(boxes, lambda _: 200.0) is None
    assert count_lines(boxes, lambda _: 30.0) is None
