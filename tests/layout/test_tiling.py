"""A mosaic: all pictures, none on another, level edges, and little cut off."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.layout.box import Box
from app.layout.crop import seen
from app.layout.tiling import MOST, MOST_LOSS, NARROWEST, WIDEST, Tiling, shares, tile

ASPECTS = st.lists(st.floats(0.2, 5.0), min_size=1, max_size=MOST).map(tuple)
WIDTHS, HEIGHTS, GAPS = st.floats(200, 1000), st.floats(200, 1000), st.floats(0, 14)
NEAR = 0.01


def rows(tiling: Tiling, gap: float) -> list[float]:
    """Return how much width pictures take where a horizontal line is drawn through the tiling, anywhere but along a gap."""
    levels = sorted({edge for tile in tiling.tiles for edge in (tile.y, tile.bottom)})
    middles = [(low + high) / 2 for low, high in pairwise(levels) if high - low > gap + NEAR]
    return [sum(one.width for one in tiling.tiles if one.y < middle < one.bottom) for middle in middles]


@settings(max_examples=60, deadline=None)
@given(ASPECTS, WIDTHS, HEIGHTS, GAPS)
@example((1.5, 1.5), 612.0, 640.0, 6.0)
@example((0.2, 5.0, 0.2, 5.0, 0.2, 5.0), 200.0, 1000.0, 14.0)
def test_every_picture_has_its_place_inside_and_apart_from_the_others(
    aspects: tuple[float, ...], width: float, height: float, gap: float
) -> None:
    tiling = tile(aspects, width, height, gap)
    assert len(tiling.tiles) == len(aspects)
    assert tiling.width <= width + NEAR
    assert tiling.height <= height + NEAR
    for i, one in enumerate(tiling.tiles):
        assert one.width > 0
        assert one.height > 0
        assert one.x >= -NEAR
        assert one.y >= -NEAR
        assert one.right <= tiling.width + NEAR
        assert one.bottom <= tiling.height + NEAR
        for other in tiling.tiles[i + 1 :]:
            across = max(other.x - one.right, one.x - other.right)
            down = max(other.y - one.bottom, one.y - other.bottom)
            assert max(across, down) >= gap - NEAR


@settings(max_examples=60, deadline=None)
@given(ASPECTS, WIDTHS, HEIGHTS, GAPS)
def test_rows_and_columns_end_level(aspects: tuple[float, ...], width: float, height: float, gap: float) -> None:
    tiling = tile(aspects, width, height, gap)
    assert max(one.right for one in tiling.tiles) == pytest.approx(tiling.width, abs=NEAR)
    assert max(one.bottom for one in tiling.tiles) == pytest.approx(tiling.height, abs=NEAR)
    covered = sum(one.width * one.height for one in tiling.tiles)
    # What is not covered are gaps: no more of them than between all pictures, each across the whole mosaic.
    assert tiling.width * tiling.height - covered <= (len(aspects) - 1) * gap * max(tiling.width, tiling.height) + 1
    for level in rows(tiling, gap):
        assert level >= tiling.width - (len(aspects) - 1) * gap - NEAR


@settings(max_examples=60, deadline=None)
@given(ASPECTS, WIDTHS, HEIGHTS, GAPS)
def test_no_picture_of_a_usual_shape_loses_more_than_is_allowed(
    aspects: tuple[float, ...], width: float, height: float, gap: float
) -> None:
    for aspect, one in zip(aspects, tile(aspects, width, height, gap).tiles, strict=True):
        usual = min(max(aspect, NARROWEST), WIDEST)
        assert 1 - min(one.aspect / usual, usual / one.aspect) <= MOST_LOSS + 0.001


@settings(max_examples=60, deadline=None)
@given(ASPECTS, WIDTHS, HEIGHTS, st.floats(0, 1), st.floats(0, 1))
def test_the_focus_of_a_picture_stays_in_sight(
    aspects: tuple[float, ...], width: float, height: float, across: float, down: float
) -> None:
    for aspect, one in zip(aspects, tile(aspects, width, height, 6.0).tiles, strict=True):
        size = (1000 * aspect, 1000.0)
        left, top, shown_width, shown_height = seen(size, (one.width, one.height), (across, down))
        assert left - NEAR <= across * size[0] <= left + shown_width + NEAR
        assert top - NEAR <= down * size[1] <= top + shown_height + NEAR


def test_a_face_marked_by_the_focus_keeps_what_is_above_it() -> None:
    """A portrait whose focus is the face, in the flattest place that a mosaic gives it: the hair stays on."""
    one = tile((0.75, 1.5, 1.5), 612.0, 420.0, 6.0).tiles[0]
    _, top, _, height = seen((900.0, 1200.0), (one.width, one.height), (0.5, 0.38))
    assert top <= 1200 * 0.12
    assert top + height >= 1200 * 0.6


def test_pictures_that_fit_exactly_are_not_cropped() -> None:
    tiling = tile((1.0, 1.0, 1.0, 1.0), 406.0, 406.0, 6.0)
    assert tiling.loss < 0.001
    assert [(round(one.width), round(one.height)) for one in tiling.tiles] == [(200, 200)] * 4


def test_the_order_is_that_in_which_one_reads() -> None:
    tiling = tile((1.5, 1.5, 1.5, 0.75), 612.0, 640.0, 6.0)
    assert tiling.tiles[0].x == tiling.tiles[0].y == 0
    last: Box = tiling.tiles[-1]
    assert (last.right, last.bottom) == pytest.approx((tiling.width, tiling.height))


def test_without_room_even_for_the_gaps_the_pictures_are_still_there() -> None:
    assert len(tile((1.0,) * 6, 20.0, 20.0, 30.0).tiles) == 6
    assert tile((), 100.0, 100.0, 5.0).tiles == ()


@pytest.mark.parametrize(
    ("count", "expected"), [(0, ()), (1, (1,)), (2, (2,)), (6, (6,)), (7, (4, 3)), (12, (6, 6)), (13, (5, 4, 4))]
)
def test_many_pictures_are_divided_evenly_over_pages(count: int, expected: tuple[int, ...]) -> None:
    assert shares(count) == expected
