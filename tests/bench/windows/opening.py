"""From the click on a proposal to its first page: `python -m tests.bench.windows.opening WORKSPACE TIMES` prints seconds.

Proposals are opened in turn, from the list, by a double click. The first round is told apart: in it modules are loaded and
thumbnails of photographs are made for the first time. The page is on the screen when the view has painted its real picture:
that moment counts, not the later one when the window has nothing to do any more.
"""

import json
import sys
import time
from typing import TYPE_CHECKING

from tests.bench.windows.robot import Script, perform

if TYPE_CHECKING:
    from widgets.main_window import MainWindow


def main(folder: str, times: int) -> int:
    """Open everything there is so many times."""
    found: dict[str, list[float]] = {}
    return perform(folder, lambda window: _script(window, times, found))


def _script(window: "MainWindow", times: int, found: dict[str, list[float]]) -> Script:
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    yield lambda: _rows(window)
    yield 1500
    painted: list[float] = []
    watched = False
    for _ in range(times):
        for name in sorted(row.entry.number for row in _rows(window)):
            window.go("proposals")
            yield 300
            place = window.stage.place("proposals")  # type: ignore[union-attr]
            index = place.model.index(next(i for i, row in enumerate(_rows(window)) if row.entry.number == name))  # type: ignore[attr-defined]
            port = place.list.viewport()  # type: ignore[attr-defined]
            place.list.scrollTo(index)  # type: ignore[attr-defined]
            point: QPoint = place.list.visualRect(index).center()  # type: ignore[attr-defined]
            QTest.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
            yield 50
            before = window.desk.session.proposal
            if not watched and window.workbench is not None:
                watched = _watch(window, painted)
            painted.clear()
            started = time.perf_counter()
            QTest.mouseDClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
            seen = (lambda: bool(painted)) if watched else (lambda: _shows(window))
            yield lambda before=before, seen=seen: window.desk.session.proposal is not before and seen()  # type: ignore[misc]
            found.setdefault(name, []).append((painted[0] if watched else time.perf_counter()) - started)
            yield lambda: not window.desk.jobs.busy
            yield 300
    print(json.dumps(found), flush=True)


def _rows(window: "MainWindow") -> list:  # type: ignore[type-arg]
    return window.stage.place("proposals").model.rows  # type: ignore[union-attr, attr-defined, no-any-return]


def _shows(window: "MainWindow") -> bool:
    """Tell whether the first page stands in the preview, for the first time after a start: the view is made only then."""
    bench, pages = window.workbench, window.desk.pages
    return bool(bench is not None and bench.isVisible() and pages.pages and pages.pictures(0).large is not None)


def _watch(window: "MainWindow", painted: list[float]) -> bool:
    """Note whenever the view has painted the first page with its picture; of another proposal there is none at first."""
    drawing = window.workbench.preview.view.drawing  # type: ignore[union-attr]
    paint = drawing.page

    def page(painter: object, index: int, *rest: object) -> None:
        paint(painter, index, *rest)  # type: ignore[arg-type]
        if index == 0 and window.desk.pages.pictures(0).large is not None:
            painted.append(time.perf_counter())

    drawing.page = page  # type: ignore[method-assign]
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
