"""The grid of a page."""

import pytest

from app.layout.grid import Grid
from app.pipeline import Pipeline

BRANDS = Pipeline().brandbooks()


@pytest.mark.parametrize("name", BRANDS)
def test_twelve_twelfths_fill_the_type_area(name: str) -> None:
    brand = Pipeline().brand(name).brand
    assert brand is not None
    grid = Grid.of(brand)
    assert grid.span(12) == pytest.approx(grid.measure)
    assert grid.x(6) + grid.span(6) == pytest.approx(grid.right)
    assert grid.left > 0 and grid.right < grid.width


@pytest.mark.parametrize("name", BRANDS)
def test_the_type_area_is_a_whole_number_of_baseline_steps(name: str) -> None:
    brand = Pipeline().brand(name).brand
    assert brand is not None
    grid = Grid.of(brand)
    assert grid.bottom == pytest.approx(grid.top + grid.rows * grid.step)
    assert grid.bottom <= brand.page.height - brand.page.bottom + 1e-6


def test_places_are_moved_down_to_the_next_baseline() -> None:
    grid = Grid(width=600, height=800, top=50, bottom=750, left=40, right=560, gutter=10, step=10)
    assert grid.down(50) == 50
    assert grid.down(50.2) == 60
    assert grid.down(79.99999) == 80
    assert grid.steps(21) == 30
    assert grid.steps(20) == 20
