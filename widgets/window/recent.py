"""The proposals that were open last, in a menu."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from widgets.phrases import shorten
from widgets.settings import Settings
from widgets.words import tr

MOST = 10


def remember(settings: Settings, folder: Path) -> None:
    """Put a proposal before the others that were open."""
    others = [one for one in settings.recent if one != str(folder)]
    settings.recent = (str(folder), *others[: MOST - 1])


def fill(menu: QMenu, settings: Settings, present: Path | None, open_one: Callable[[str], object]) -> None:
    """Fill the menu with those that are still there, but for the one that is open."""
    menu.clear()
    shown = [one for one in settings.recent if Path(one).is_dir() and Path(one) != present]
    for number, one in enumerate(shown, 1):
        name = shorten(Path(one).name, 60).replace("&", "&&")
        text = f"&{number} {name}" if number <= 9 else name
        menu.addAction(text).triggered.connect(partial(_open, open_one, one))
    if not shown:
        menu.addAction(tr("Nothing was open before")).setEnabled(False)


def _open(call: Callable[[str], object], one: str, _checked: bool = False) -> None:
    call(one)
