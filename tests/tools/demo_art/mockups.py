"""Draws the mock-ups of finished works: ``python -m tests.tools.demo_art.mockups [name ...] [--draft]``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.tools.demo_art.objects import OBJECTS, render
from tests.tools.demo_art.stage import FONTS, grained, photograph, save

SCENES = Path(__file__).with_name("scenes")
SIZES = {
    "harbor": (2000, 1400),
    "museum": (1500, 1900),
    "bakery": (2000, 1400),
    "clinic": (2000, 1400),
    "festival": (1600, 1600),
    "market": (2000, 1400),
}
TURNED = {"whale": -20.0, "cheese": -24.0}
PICTURE = 560


def props(scene: str, folder: Path, kept: Path) -> None:
    """The modelled things that a scene shows, drawn into ``kept`` once and copied beside the page."""
    text = (SCENES / f"{scene}.html").read_text(encoding="utf-8")
    for name, parts in OBJECTS.items():
        if f"{name}.png" not in text:
            continue
        source = kept / f"{name}.png"
        if not source.exists():
            render(parts(), PICTURE, yaw=TURNED.get(name, 0)).save(source)
        shutil.copy(source, folder / source.name)


def stage(scene: str, folder: Path, kept: Path) -> Path:
    """A folder with everything that the scene's page needs; the page in it."""
    props(scene, folder, kept)
    for name in ("tools.js", f"{scene}.html"):
        shutil.copy(SCENES / name, folder / name)
    style = (SCENES / "style.css").read_text(encoding="utf-8").replace("FONTS", FONTS.as_uri())
    (folder / "style.css").write_text(style, encoding="utf-8")
    return folder / f"{scene}.html"


def main(arguments: list[str]) -> None:
    """Draw the named scenes, or all; ``--draft`` saves a PNG into the temporary folder instead."""
    kept = Path(tempfile.gettempdir()) / "demo-art-objects"
    kept.mkdir(exist_ok=True)
    for scene in [a for a in arguments if not a.startswith("-")] or list(SIZES):
        with tempfile.TemporaryDirectory() as folder:
            image = photograph(stage(scene, Path(folder), kept), *SIZES[scene])
        if "--draft" in arguments:
            image.save(Path(tempfile.gettempdir()) / f"draft-{scene}.png")
        else:
            save(grained(image, 0.010, len(scene)), f"ref-{scene}.jpg")


if __name__ == "__main__":
    main(sys.argv[1:])
