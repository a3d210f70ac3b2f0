"""Draws screens without a device around them: ``python -m tests.tools.demo_art.screens [name ...] [--draft]``.

Each is one element of a scene, alone on the page, so that a brandbook's own browser windows and telephones can show it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.tools.demo_art.mockups import stage
from tests.tools.demo_art.stage import photograph, save


@dataclass(frozen=True, slots=True)
class Screen:
    """The `index`-th element that `selector` finds in a scene, `width` x `height` CSS pixels, drawn `scale` times as large."""

    scene: str
    selector: str
    width: int
    height: int
    scale: float = 1.0
    index: int = 0

    @property
    def size(self) -> tuple[int, int]:
        """Return the pixels of the picture."""
        return round(self.width * self.scale), round(self.height * self.scale)


SCREENS = {
    "market": Screen("market", ".page", 1448, 1150),
    "pricelist": Screen("pricelist", ".page", 1448, 1150),
    "kit-visit": Screen("clinic", ".screen", 490, 1066, 1.4, 0),
    "kit-home": Screen("clinic", ".screen", 490, 1066, 1.4, 1),
}
QUALITY = 86

_ALONE = """<script>window.drawn = window.drawn.then(() => {
  const wanted = %s, found = document.querySelectorAll(wanted.selector)[wanted.index];
  document.querySelectorAll(".isle").forEach((island) => island.remove());
  document.body.replaceChildren(found);
  Object.assign(document.body.style, {width: "auto", height: "auto", background: "none"});
  Object.assign(found.style,
    {borderRadius: 0, width: wanted.width + "px", height: wanted.height + "px", position: "relative", zoom: wanted.scale});
});</script></body>"""
"""Takes everything else off the page once it is drawn. The telephones of brandbooks have no island, so it goes as well."""


def alone(screen: Screen, folder: Path, kept: Path) -> Path:
    """Stage a scene in a folder so that nothing but the screen is on its page; return the page."""
    page = stage(screen.scene, folder, kept)
    wanted = {name: getattr(screen, name) for name in ("selector", "index", "width", "height", "scale")}
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", _ALONE % json.dumps(wanted)), encoding="utf-8")
    return page


def main(arguments: list[str]) -> None:
    """Draw the named screens, or all; ``--draft`` saves a PNG into the temporary folder instead."""
    kept = Path(tempfile.gettempdir()) / "demo-art-objects"
    kept.mkdir(exist_ok=True)
    for name in [a for a in arguments if not a.startswith("-")] or list(SCREENS):
        screen = SCREENS[name]
        with tempfile.TemporaryDirectory() as folder:
            image = photograph(alone(screen, Path(folder), kept), *screen.size)
        if "--draft" in arguments:
            image.save(Path(tempfile.gettempdir()) / f"draft-screen-{name}.png")
        else:
            save(image, f"screen-{name}.jpg", QUALITY)


if __name__ == "__main__":
    main(sys.argv[1:])
