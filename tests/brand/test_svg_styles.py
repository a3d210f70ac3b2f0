"""Logos as drawing programs write them: classes, strokes, turned groups, holes, gradients."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.brand.svg import read_svg
from app.brand.svgpath import enlargement, times, transform
from app.brand.tokens import Shape
from tests.brand.test_svg import svg


def shapes(tmp_path: Path, body: str) -> list[Shape]:
    """Read the shapes of a drawing, nothing of which may be left out."""
    drawing, problems = read_svg(svg(tmp_path, body))
    assert problems == ()
    assert drawing is not None
    return list(drawing.shapes)


BOX = '<rect width="10" height="10" {}/>'


@pytest.mark.parametrize(
    ("written", "fill"),
    [
        ('fill="red"', "#ff0000"),
        ('fill="RebeccaPurple"', "#663399"),
        ('fill="#F0a"', "#ff00aa"),
        ('fill="rgb(1, 2, 3)"', "#010203"),
        ('style="fill: #abcdef; stroke: none"', "#abcdef"),
        ('fill="red" style="fill:blue"', "#0000ff"),
        ('fill="currentColor"', ""),
        ('fill="url(#g)"', "#123456"),
        ('fill="url(#nowhere)"', ""),
        ('fill="nonsense"', ""),
        ('class="b a"', "#00ff00"),
        ('class="a" fill="red"', "#00ff00"),
    ],
)
def test_colours_are_found_wherever_the_program_wrote_them(tmp_path: Path, written: str, fill: str) -> None:
    head = (
        "<style>/* x */ .a, .c { fill: #0f0; } rect { fill: red }</style>"
        '<defs><linearGradient id="g"><stop stop-color="#123456"/><stop stop-color="white"/></linearGradient></defs>'
    )
    [shape] = shapes(tmp_path, head + BOX.format(written))
    assert shape.fill == fill


def test_a_stroke_is_kept_and_grows_with_its_group(tmp_path: Path) -> None:
    body = f'<g transform="scale(3)" stroke="#ff0000" stroke-width="2px" fill="none">{BOX.format("")}</g>'
    [shape] = shapes(tmp_path, body)
    assert (shape.fill, shape.stroke, shape.stroke_width) == ("none", "#ff0000", pytest.approx(6))


def test_a_shape_with_neither_fill_nor_stroke_is_not_there(tmp_path: Path) -> None:
    hidden = (
        'fill="none"',
        'display="none"',
        'opacity="0"',
        'style="visibility:hidden"',
        'fill="none" stroke="red" stroke-width="0"',
    )
    assert shapes(tmp_path, "".join(BOX.format(how) for how in hidden)) == []


def test_the_rule_for_holes_is_kept(tmp_path: Path) -> None:
    even, plain = shapes(tmp_path, f'<g fill-rule="evenodd">{BOX.format("")}</g>' + BOX.format(""))
    assert (even.even_odd, plain.even_odd) == (True, False)


def test_opacities_multiply(tmp_path: Path) -> None:
    half = BOX.format('fill-opacity="50%"')
    [shape] = shapes(tmp_path, f'<g opacity="0.5">{half}</g>')
    assert shape.opacity == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("rotate(90)", (-2, 1)),
        ("rotate(90 1 2)", (1, 2)),
        ("rotate(-90, 0, 0)", (2, -1)),
        ("skewX(45)", (3, 2)),
        ("skewY(45)", (1, 3)),
        ("translate(5)", (6, 2)),
        ("scale(2 3)", (2, 6)),
        ("matrix(1 0 0 1 10 20)", (11, 22)),
        ("translate(10,0) rotate(90)", (8, 1)),
        ("wobble(3)", (1, 2)),
        ("matrix(1 2)", (1, 2)),
        ("", (1, 2)),
    ],
)
def test_every_kind_of_transform_moves_the_point_one_two_there(text: str, point: tuple[float, float]) -> None:
    a, b, c, d, e, f = transform(text)
    assert (a * 1 + c * 2 + e, b * 1 + d * 2 + f) == pytest.approx(point)


def test_turning_does_not_enlarge() -> None:
    assert enlargement(times(transform("rotate(37)"), transform("scale(2)"))) == pytest.approx(2)


def test_lengths_may_carry_units(tmp_path: Path) -> None:
    [shape] = shapes(tmp_path, '<rect x="1px" y="2px" width="10px" height="5px" fill="red"/>')
    assert ("M", 1.0, 2.0) in shape.commands


def test_a_hundred_thousand_groups_within_each_other_do_no_harm(tmp_path: Path) -> None:
    assert len(shapes(tmp_path, "<g>" * 100_000 + BOX.format("") + "</g>" * 100_000)) <= 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789.,-+ e", max_size=40), st.text("matrix(scale)0123.-, ", max_size=30))
def test_no_path_is_so_broken_that_reading_fails(tmp_path: Path, data: str, moved: str) -> None:
    drawing, _ = read_svg(svg(tmp_path, f'<path d="{data}" transform="{moved}" stroke="red"/><circle r="{data}"/>'))
    assert drawing is not None
