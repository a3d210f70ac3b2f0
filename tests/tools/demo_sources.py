"""Gives each demo source the pictures that it names: `python -m tests.tools.demo_sources`.

The masters are in `assets/demo/pictures`. A proposal's pictures stay inside its folder, so both languages hold copies;
being the same bytes they are stored once.
"""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from PIL import Image

DEMO = Path(__file__).parents[2] / "assets" / "demo"
LANGUAGES = ("ru", "en")
LONGEST = {"cover": 2670, "person": 1100, "ref": 1800, "screen": 1500, "story": 2100}
"""Pixels of the longer side that print needs at 220 dots per inch, by the first word of the name."""
QUALITY = 84


def named(value: Any) -> Iterator[str]:
    """Find the pictures in a source: the `file` of every object."""
    if isinstance(value, dict):
        if isinstance(value.get("file"), str):
            yield value["file"]
        for inner in value.values():
            yield from named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from named(inner)


def copy(master: Path, target: Path) -> None:
    """Write a picture as large as it is needed, without metadata."""
    with Image.open(master) as picture:
        upright = picture.convert("RGB")
    longest = LONGEST[master.name.split("-")[0]]
    if max(upright.size) > longest:
        upright.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    target.parent.mkdir(parents=True, exist_ok=True)
    upright.save(target, "JPEG", quality=QUALITY, optimize=True, progressive=True)


def main() -> None:
    """Copy what is named, remove what is not."""
    for language in LANGUAGES:
        folder = DEMO / language
        source = json.loads((folder / "proposal.json").read_text(encoding="utf-8"))
        wanted = {folder / PurePosixPath(file) for file in named(source)}
        for old in set((folder / "pictures").glob("*.jpg")) - wanted:
            old.unlink()
        for target in sorted(wanted):
            master = DEMO / "pictures" / target.name
            if master.is_file():
                copy(master, target)
            else:
                print("no master for", target.relative_to(DEMO))


if __name__ == "__main__":
    main()
