"""The start: `python -m tests.bench.windows.beginning ours WORKSPACE` or `… bare MODULES` says `usable` when a window is.

That is: it has been painted, ours with the list of proposals, and the event loop has nothing to do. Ours tells then which
modules of Qt are loaded; the bare one loads them, shows an empty `QMainWindow`, and is what ours is compared with.
"""

import os
import sys
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_NO_GLIB"] = "1"  # only Qt's own event loop tells when it has nothing to do

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QMainWindow

    from app.pipeline import Pipeline
    from app.store.workspace import Workspace


def bare(modules: list[str]) -> None:
    """Show an empty window."""
    import importlib

    from PySide6.QtWidgets import QApplication, QMainWindow

    for module in modules:
        importlib.import_module(module)
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1440, 900)
    _end_when_idle(app, lambda: window)
    window.show()
    app.exec()


def ours(folder: str) -> None:
    """Show our window as `main.py` does."""
    import main

    def open_window(workspace: "Workspace", pipeline: "Pipeline", reference: str, language: str) -> int:
        main.load_qt()
        from PySide6.QtWidgets import QApplication

        app = QApplication(sys.argv[:1])
        _end_when_idle(app, lambda: _with_list(app))
        return main.open_window(workspace, pipeline, reference, language)

    os.environ.setdefault("DISPLAY", ":none")
    main.leave(main.main(["--workspace", folder, "--lang", "ru"], open_window))


def _with_list(app: "QApplication") -> "QMainWindow | None":
    """Return the window once it shows proposals."""
    from widgets.main_window import MainWindow

    for window in app.topLevelWidgets():
        if isinstance(window, MainWindow) and window.isVisible() and window.stage is not None:
            place = window.stage.currentWidget()
            return window if getattr(place, "model", None) is not None and place.model.rowCount() else None
    return None


def _end_when_idle(app: "QApplication", window: "object") -> None:
    told: list[bool] = []

    def look() -> None:
        found = window()  # type: ignore[operator]
        if told or found is None or found.windowHandle() is None or not found.windowHandle().isExposed():
            return
        told.append(True)
        sys.stdout.write("usable\n")
        sys.stdout.flush()
        print(" ".join(sorted(name for name in sys.modules if name.startswith("PySide6.Qt"))), flush=True)
        found.close()

    app.eventDispatcher().aboutToBlock.connect(look)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare(sys.argv[2:])
    else:
        ours(sys.argv[2])
