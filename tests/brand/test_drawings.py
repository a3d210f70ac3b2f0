"""A logo is read once; the next start finds it as it was."""

from pathlib import Path

import pytest

from app.brand import drawings
from app.brand.drawings import drawing
from app.brand.svg import read_svg
from tests.brandbooks import BRANDBOOKS

LOGOS = sorted(BRANDBOOKS.glob("*/*.svg"))
BODY = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><script/>'
    '<path d="M0 0 C 1 2 3 4 5 6 Z" fill="#f00" stroke="blue" stroke-width="0.3" fill-rule="evenodd" opacity="0.5"/>'
    '<circle r="{r}"/></svg>'
)


def svg(folder: Path, radius: float = 3) -> Path:
    """Write a drawing with all that a shape can have, and something that is left out."""
    path = folder / "logo.svg"
    path.write_text(BODY.replace("{r}", str(radius)), "utf-8")
    return path


@pytest.mark.parametrize("path", LOGOS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_logo_is_the_same_at_every_start(path: Path, tmp_path: Path) -> None:
    assert drawing(path, tmp_path) == drawing(path, tmp_path) == read_svg(path)


def test_the_second_start_reads_no_svg_and_tells_the_same_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = svg(tmp_path)
    first = drawing(path, tmp_path / "cache")
    assert first == read_svg(path)
    assert [problem.code for problem in first[1]] == ["svg-ignored"]
    monkeypatch.setattr(drawings, "read_svg", lambda _: pytest.fail("it was read again"))
    assert drawing(path, tmp_path / "cache") == first


def test_a_logo_that_was_changed_is_read_again(tmp_path: Path) -> None:
    drawing(svg(tmp_path), tmp_path / "cache")
    path = svg(tmp_path, 4)
    assert drawing(path, tmp_path / "cache") == read_svg(path)


@pytest.mark.parametrize("torn", ["", "{}", "[]", '{"width": 1}', '{"width": 1, "height": 1, "shapes": [[1]], "ignored": []}'])
def test_a_note_that_is_not_whole_is_none(tmp_path: Path, torn: str) -> None:
    path = svg(tmp_path)
    drawing(path, tmp_path / "cache")
    (note,) = (tmp_path / "cache").iterdir()
    note.write_text(torn)
    assert drawing(path, tmp_path / "cache") == read_svg(path)


def test_a_cache_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    path = svg(tmp_path)
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert drawing(path, tmp_path / "cache") == read_svg(path)
    assert drawing(tmp_path / "gone.svg", tmp_path) == read_svg(tmp_path / "gone.svg")
