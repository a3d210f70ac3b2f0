"""Typing in the large proposal: `python -m tests.bench.windows.typing WORKSPACE SECONDS` prints how long the window was busy.

The robot types titles, texts and cells of the grid, faster than people do, undoes some of it, and looks at other sections.
"""

import json
import sys
import time
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from tests.bench.windows.robot import Clock, Script, key, perform

if TYPE_CHECKING:
    from widgets.main_window import MainWindow

WORDS = "быстрая проверка набора на клавиатуре "
BETWEEN = 80
"""Milliseconds between two keys: 12 a second, which a good typist reaches."""


def main(folder: str, seconds: float) -> int:
    """Type for so many seconds."""
    return perform(folder, lambda window: _script(window, seconds))


def _script(window: "MainWindow", seconds: float) -> Script:
    yield lambda: window.stage.place("proposals").model.rows  # type: ignore[union-attr, attr-defined]
    large = max(window.stage.place("proposals").model.rows, key=lambda row: row.entry.number == "L")  # type: ignore[union-attr, attr-defined]
    window.open_reference(str(large.entry.folder))
    yield lambda: window.desk.pages.pages and not window.desk.jobs.busy
    yield 1500
    clock, ends, keys = Clock(), time.perf_counter() + seconds, []
    for part in _parts(window):
        for _ in part:
            clock.longest = 0.0
            yield BETWEEN
            keys.append(clock.longest)
        if time.perf_counter() > ends:
            break
    clock.stop()
    made = {"pieces": clock.pieces, "cpu": clock.cpu, "keys": keys, "named": clock.named.most_common(12)}
    print(json.dumps(made), flush=True)
    yield lambda: not window.desk.session.modified


def _parts(window: "MainWindow") -> Iterator[Iterator[object]]:
    """Yield one thing to type after another; each yields after every key."""
    for number in count():
        yield _text(window, f"sections/story{number % 8}/title")
        yield _text(window, f"sections/story{number % 8}/text")
        yield _cells(window, number)
        yield _undo(window, 4)
        yield _text(window, "title")


def _text(window: "MainWindow", path: str) -> Iterator[object]:
    window.desk.session.go_to(path)
    yield None
    for sign in WORDS:
        key(sign)
        yield None


def _cells(window: "MainWindow", number: int) -> Iterator[object]:
    from PySide6.QtCore import Qt

    from widgets.estimate.editor import EstimateEditor
    from widgets.models.estimate_columns import Column
    from widgets.models.estimate_rows import GridRow, RowKind

    window.desk.session.go_to("estimate")
    yield None
    editor = window.workbench.editor.content  # type: ignore[union-attr]
    assert isinstance(editor, EstimateEditor)
    for step in range(4):
        section = (number * 5 + step) % 30
        row = GridRow(RowKind.ITEM, f"s{section}", f"s{section}i{step + 1}")
        for column, typed in ((Column.TITLE, "Новая строка"), (Column.QUANTITY, str(10 + number % 80))):
            editor.grid.setFocus()
            editor.grid.go_to(row, column)
            yield None
            for sign in typed:
                key(sign)
                yield None
            key(Qt.Key.Key_Return)
            yield None


def _undo(window: "MainWindow", times: int) -> Iterator[object]:
    for _ in range(times):
        window.acts["undo"].trigger()
        yield None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
