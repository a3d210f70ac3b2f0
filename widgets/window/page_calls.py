"""What the actions around the pages do: how they lie, which panes are seen, presenting, comparing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from widgets.panels.panes import EDITOR, OUTLINE, PAGES
from widgets.panels.workbench import Workbench

if TYPE_CHECKING:
    from widgets.main_window import MainWindow


def page_calls(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what each of these actions calls."""

    def at_work(call: Callable[[Workbench], object]) -> Callable[[], object]:
        return lambda: call(window.workbench) if window.workbench is not None else None

    return {
        "actual-size": at_work(lambda bench: bench.preview.actual_size()),
        "two-up": at_work(lambda bench: bench.preview.two_up()),
        "go-to-page": at_work(lambda bench: bench.preview.ask_page()),
        "pane-outline": at_work(lambda bench: bench.seen.toggle(OUTLINE)),
        "pane-editor": at_work(lambda bench: bench.seen.toggle(EDITOR)),
        "pane-pages": at_work(lambda bench: bench.seen.toggle(PAGES)),
        "pane-only": at_work(lambda bench: bench.seen.only_this()),
        "pane-next": at_work(lambda bench: bench.seen.next()),
        "present": window.finishing(lambda: _present(window)),
        "compare": window.finishing(lambda: _compare(window)),
    }


def _present(window: "MainWindow") -> None:
    from widgets.presenting.presentation import present

    bench = window.workbench
    if bench is not None:
        view = bench.preview.view

        def ended(index: int) -> None:
            view.show_page(index)
            view.setFocus()

        present(window.desk, view.current, window, ended)


def _compare(window: "MainWindow") -> None:
    from widgets.comparing.dialog import compare_revisions

    compare_revisions(window.desk, window)
