"""Draws the small pictures anew that guard how pages look: `python -m tests.tools.looks`.

`python -m tests.tools.looks --show [name …]` changes nothing: it writes what pages look like, what they should look like, and
the difference into a temporary folder, for those that differ or for those whose names begin as given.
"""

import argparse
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

from tests.looks.books import BOOKS
from tests.looks.plates import changes, difference, plate
from tests.looks.render import GOLDEN, pages

GAP = 6
LARGER = 4


def plates() -> dict[str, Image.Image]:
    """Render all looks."""
    return {name: plate(page) for book in BOOKS for name, page in pages(book).items()}


def renew() -> None:
    """Write the golden files; one that still looks alike stays as it is, one that no page has any more goes."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    made = plates()
    for old in GOLDEN.glob("*.png"):
        if old.stem not in made:
            old.unlink()
            print("removed", old.stem)
    for name, got in made.items():
        file = GOLDEN / f"{name}.png"
        if not file.exists() or not _alike(got, file):
            got.save(file, optimize=True)
            print("drawn", name)


def _alike(got: Image.Image, file: Path) -> bool:
    with Image.open(file) as want:
        return difference(got, want).alike


def show(names: list[str]) -> None:
    """Write what the pages are, what they should be and the difference beside each other, larger, into a temporary folder."""
    folder = Path(tempfile.mkdtemp(prefix="looks-"))
    for name, got in plates().items():
        file = GOLDEN / f"{name}.png"
        if not any(name.startswith(wanted) for wanted in names) if names else file.exists() and _alike(got, file):
            continue
        trio = triptych(got, file)
        trio.save(folder / f"{name}.png")
        print(folder / f"{name}.png")


def triptych(got: Image.Image, file: Path) -> Image.Image:
    """Return got, want and their difference, amplified, from left to right."""
    want = Image.open(file).convert("L") if file.exists() else Image.new("L", got.size, 128)
    if want.size != got.size:
        parts = [got, want]
    else:
        parts = [got, want, ImageOps.invert(changes(got, want).point(lambda level: min(level * LARGER, 255)))]
    together = Image.new("L", (sum(part.width + GAP for part in parts), max(part.height for part in parts)), 90)
    x = 0
    for part in parts:
        together.paste(part, (x, 0))
        x += part.width + GAP
    return together.resize((together.width * 2, together.height * 2), Image.Resampling.NEAREST)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", nargs="*", metavar="NAME")
    chosen = parser.parse_args().show
    if chosen is None:
        renew()
    else:
        show(chosen)


if __name__ == "__main__":
    main()
