"""Logos: vectors in, nothing else."""

from pathlib import Path

import pytest

from app.brand.svg import read_svg


def svg(tmp_path: Path, body: str, attributes: str = 'viewBox="0 0 100 50"') -> Path:
    """Write a drawing."""
    path = tmp_path / "logo.svg"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{body}</svg>'
    )
    return path


def test_shapes_become_paths_in_the_size_of_the_view_box(tmp_path: Path) -> None:
    drawing, problems = read_svg(svg(tmp_path, '<rect x="10" y="5" width="20" height="10" fill="#f00"/>'))
    assert problems == ()
    assert drawing is not None
    assert (drawing.width, drawing.height) == (100, 50)
    shape = drawing.shapes[0]
    assert shape.fill == "#ff0000"
    xs = [command[1] for command in shape.commands if len(command) > 1]
    assert (min(xs), max(xs)) == (10, 30)


def test_groups_pass_on_colour_and_place(tmp_path: Path) -> None:
    drawing, _ = read_svg(
        svg(tmp_path, '<g transform="translate(10 5) scale(2)" fill="#123456"><circle cx="5" cy="5" r="5"/></g>')
    )
    assert drawing is not None
    points = [point for command in drawing.shapes[0].commands for point in zip(command[1::2], command[2::2], strict=True)]
    assert drawing.shapes[0].fill == "#123456"
    assert max(float(x) for x, _ in points) == pytest.approx(30)
    assert max(float(y) for _, y in points) == pytest.approx(25)


def test_arcs_and_quadratic_curves_become_cubic_ones(tmp_path: Path) -> None:
    drawing, _ = read_svg(svg(tmp_path, '<path d="M0 25 Q 25 0 50 25 A 25 25 0 0 1 100 25 Z"/>'))
    assert drawing is not None
    assert {command[0] for command in drawing.shapes[0].commands} <= {"M", "L", "C", "Z"}


def test_a_shape_without_a_fill_of_its_own_takes_the_colour_around_it(tmp_path: Path) -> None:
    drawing, _ = read_svg(svg(tmp_path, '<path d="M0 0h10v10z" fill="currentColor"/><path d="M0 0h10v10z" fill="none"/>'))
    assert drawing is not None
    assert [shape.fill for shape in drawing.shapes] == [""]


@pytest.mark.parametrize(
    "body",
    [
        '<image href="/etc/passwd" width="10" height="10"/>',
        '<use xlink:href="#a"/>',
        "<script>alert(1)</script>",
        "<text>hello</text>",
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    ],
)
def test_what_is_not_a_shape_is_left_out_and_said(tmp_path: Path, body: str) -> None:
    drawing, problems = read_svg(svg(tmp_path, body + '<path d="M0 0h10v10z"/>'))
    assert drawing is not None
    assert len(drawing.shapes) == 1
    assert [found.code for found in problems] == ["svg-ignored"]


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 1 1">&x;</svg>',
        b'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg>&b;</svg>',
        b"<svg><path",
        b"",
        b"\x00\x01\x02",
    ],
)
def test_hostile_and_broken_drawings_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(data)
    drawing, problems = read_svg(path)
    assert drawing is None
    assert [found.code for found in problems] == ["svg-unreadable"]


def test_a_drawing_of_a_million_shapes_does_not_take_forever(tmp_path: Path) -> None:
    drawing, _ = read_svg(svg(tmp_path, '<rect width="1" height="1"/>' * 20_000))
    assert drawing is not None
    assert len(drawing.shapes) == 5_000
