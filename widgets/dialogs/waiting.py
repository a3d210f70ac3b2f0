"""The foot of a dialog that waits for answers: what it has come to, a sign that it waits, and the two ways out."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton

from widgets.look.parts import push, row
from widgets.look.scale import px
from widgets.words import tr


def waiting_foot(busy: QProgressBar, cancel: Callable[[], object], take: QPushButton) -> QHBoxLayout:
    """Return the foot; what the dialog has come to is to be put at its beginning. Enter takes, Escape leaves."""
    foot = row(margins=(24, 12, 16, 12), gap=8)
    busy.setRange(0, 0)
    busy.setTextVisible(False)
    busy.setFixedWidth(px(80))
    foot.addWidget(busy)
    foot.addWidget(push(tr("Cancel"), cancel))
    foot.addWidget(take)
    take.setDefault(True)
    return foot
