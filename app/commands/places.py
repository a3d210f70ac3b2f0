"""Where things are on this machine: what Blesna brought along, the workspace, the cache, the reports of failures."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.problems import Problem, error

if TYPE_CHECKING:
    from app.pipeline import Pipeline
    from app.store.workspace import Workspace

DEMO = Path(__file__).resolve().parents[2] / "assets" / "demo"
"""A folder for each language with a proposal source."""

OWN_BRANDBOOKS = "brandbooks"
"""The folder in a workspace with the studio's own brandbooks."""

_NAME = "Blesna"


def expanded(path: Path) -> Path:
    """Return a path with ~ replaced by the user's home; as it is where there is no such home."""
    return Path(os.path.expanduser(path))  # noqa: PTH111  Path.expanduser raises for homes of nobody


def open_workspace(folder: Path | None) -> tuple["Workspace | None", tuple[Problem, ...]]:
    """Open the workspace in a folder, the user's own where none is named. None when it cannot be used."""
    from app.store.workspace import Workspace, default_workspace

    path = expanded(folder) if folder else default_workspace()
    opened = Workspace.open(path)
    if opened.workspace is None:
        return None, (*opened.problems, error("workspace-unusable", str(path)))
    return opened.workspace, tuple(opened.problems)


def pipeline(workspace: Path | None = None) -> "Pipeline":
    """Return the chain from proposals to PDFs, with a cache where one can be kept. The brandbooks of a workspace go before those
    that ship; where none is named, it is the user's own.
    """
    from app.pipeline import BRANDBOOKS, Pipeline
    from app.store.workspace import default_workspace

    place = expanded(workspace) if workspace else default_workspace()
    return Pipeline((place / OWN_BRANDBOOKS, BRANDBOOKS), cache=_cache())


def _cache() -> Path | None:
    from platformdirs import user_cache_path

    path = user_cache_path(_NAME, appauthor=False)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return path if os.access(path, os.W_OK) else None


def log_folder(workspace: Path | None) -> Path:
    """Return where the log of a workspace is, by default the user's own; the user's logs where there is no workspace."""
    from app.store.workspace import default_workspace

    state = (expanded(workspace) if workspace else default_workspace()) / "state"
    if state.is_dir():
        return state / "log"
    from platformdirs import user_log_path

    return user_log_path(_NAME, appauthor=False)


def report_folders() -> tuple[Path, ...]:
    """Return where a report of a failure may be written, the best place first."""
    import tempfile

    from platformdirs import user_log_path

    from app.log import journal

    logged = journal.folder()
    return *([logged] if logged else []), user_log_path(_NAME, appauthor=False), Path(tempfile.gettempdir())


def has_screen() -> bool:
    """Tell whether a window could be seen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
