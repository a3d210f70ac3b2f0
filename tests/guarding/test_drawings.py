"""Strangers' drawings: nothing in them is opened or run, and none takes longer than its size tells."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.brand import svg
from app.brand.svg import read_svg
from app.wording import worded
from tests.growth import grows_evenly

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
RECT = '<rect width="1" height="1"/>'
LONG = 900_000
USES = "".join(f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 20))


def repeated(text: str, length: int) -> str:
    return text * (length // len(text))


SLOW: dict[str, Callable[[int], str]] = {
    "a path": lambda n: f'<path d="M0 0{repeated("L1 1", n)}"/>',
    "arcs": lambda n: f'<path d="M0 0{repeated("A1 1 0 0 1 2 2", n)}"/>',
    "dots": lambda n: f'<path d="M{repeated(".", n)}"/>',
    "points": lambda n: f'<polygon points="{repeated("1 1 ", n)}"/>',
    "transforms": lambda n: f'<g transform="{repeated("rotate(1)", n)}">{RECT}</g>',
    "transforms never closed": lambda n: f'<g transform="{repeated("rotate(", n)}">{RECT}</g>',
    "rules": lambda n: f"<style>{repeated('.a{fill:red}', n)}</style>{RECT}",
    "rules never closed": lambda n: f"<style>{repeated('.a{', n)}</style>{RECT}",
    "rules never begun": lambda n: f"<style>{repeated('a', n)}</style>{RECT}",
    "comments": lambda n: f"<style>{repeated('/*', n)}</style>{RECT}",
    "comments never closed": lambda n: f"<style>{repeated('/* ', n)}</style>{RECT}",
    "a colour": lambda n: f'<rect width="1" height="1" fill="{repeated("rgb(", n)}"/>',
    "groups": lambda n: f"{'<g>' * (n // 7)}{'</g>' * (n // 7)}",
    "shapes": lambda n: repeated(RECT, n),
    "uses of uses": lambda n: f'<g id="a0">{RECT}</g>{USES}<use xlink:href="#a{min(19, n)}"/>',
}


@pytest.mark.parametrize("name", SLOW)
def test_the_work_on_a_drawing_grows_no_faster_than_its_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"

    def work(size: int) -> None:
        path.write_text(f"{HEAD}{SLOW[name](size)}</svg>")
        read_svg(path)

    assert grows_evenly(work, LONG)


def test_a_larger_drawing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(HEAD + " " * svg.LARGEST + "</svg>")
    drawing, (found,) = read_svg(path)
    assert drawing is None
    assert (found.code, found.where) == ("svg-too-large", "logo.svg")
    assert "…" not in worded(found) + worded(found, "ru")


@pytest.mark.parametrize("box", ["0 0 1e999 5", "0 0 5 9e99", "1" * 400])
def test_a_drawing_as_large_as_the_world_is_refused(tmp_path: Path, box: str) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{"9" * 400}">{RECT}</svg>')
    drawing, problems = read_svg(path)
    assert drawing is None or all(abs(side) < svg.FARTHEST for side in (drawing.width, drawing.height))
    assert all(found.code == "svg-unreadable" for found in problems)


def test_what_is_drawn_at_the_end_of_the_world_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(f"{HEAD}{'<g transform=' + chr(34) + 'scale(9e99)' + chr(34) + '>'}{RECT}</g>{RECT}</svg>")
    drawing, _ = read_svg(path)
    assert drawing is not None
    assert len(drawing.shapes) == 1


def test_a_local_picture_a_script_and_a_style_from_elsewhere_stay_unopened(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    path = tmp_path / "logo.svg"
    path.write_text(
        f'{HEAD}<image xlink:href="secret.png" width="9" height="9"/><script>alert(1)</script>'
        f'<image xlink:href="file:///etc/passwd"/><style>@import url(file:///etc/passwd);</style>{RECT}</svg>'
    )
    drawing, (told,) = read_svg(path)
    assert drawing is not None
    assert len(drawing.shapes) == 1
    assert (told.code, told.fact("elements")) == ("svg-ignored", "image, script")
