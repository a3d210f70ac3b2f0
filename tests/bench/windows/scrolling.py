"""Scrolling the pages of the large proposal: `python -m tests.bench.windows.scrolling WORKSPACE` prints what it took."""

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.bench.windows.robot import Clock, Script, perform

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from widgets.main_window import MainWindow

FRAME = 16
"""Milliseconds between two steps of the finger."""
STEPS = 400


def main(folder: str) -> int:
    """Scroll the outline, then the preview."""
    return perform(folder, _script)


def _script(window: "MainWindow") -> Script:
    yield lambda: window.stage.place("proposals").model.rows  # type: ignore[union-attr, attr-defined]
    large = max(window.stage.place("proposals").model.rows, key=lambda row: row.entry.number == "L")  # type: ignore[union-attr, attr-defined]
    window.open_reference(str(large.entry.folder))
    pages = window.desk.pages
    yield lambda: pages.pages and not window.desk.jobs.busy
    yield 2000
    yield lambda: not window.desk.jobs.busy
    bench = window.workbench
    assert bench is not None
    found: dict[str, object] = {"pages": len(pages.pages)}
    areas: dict[str, QAbstractScrollArea] = {"outline": bench.outline.list, "preview": bench.preview.view}
    for name, area in areas.items():
        frames: list[float] = []
        clock = Clock()
        yield from _scroll(area, clock, frames)
        clock.stop()
        found[name] = {"frames": frames, "named": clock.named.most_common(5)}
        yield 500
    print(json.dumps(found), flush=True)


def _scroll(area: "QAbstractScrollArea", clock: Clock, frames: list[float]) -> Script:
    """Go from the top to the bottom and back; note the longest time between two beats in each frame."""
    bar = area.verticalScrollBar()
    for step in range(STEPS):
        part = step / (STEPS / 2)
        bar.setValue(round(bar.maximum() * (part if part <= 1 else 2 - part)))
        clock.longest = 0.0
        yield FRAME
        frames.append(clock.longest)


Waits = Callable[[], object]

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
