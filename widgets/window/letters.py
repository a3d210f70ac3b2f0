"""Larger and smaller letters, in every window: with them everything that holds letters."""

from typing import TYPE_CHECKING

from widgets.look import scale
from widgets.window.renewing import renew

if TYPE_CHECKING:
    from widgets.main_window import MainWindow

STEPS = {"larger": 1, "smaller": -1, "usual": 0}
"""The ways to change letters, by the ends of their actions' names."""


def change_letters(window: "MainWindow", step: int) -> None:
    """Make everything larger or smaller by a step, or as the system has it."""
    wanted = scale.stepped(step)
    if wanted == scale.chosen():
        return
    scale.choose(wanted)
    window.desk.settings.letters = wanted
    renew(window, lambda one: one.dress(one.desk.look.choice))
