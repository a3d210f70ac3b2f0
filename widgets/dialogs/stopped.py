"""What stands against a final export, in the dialog that would make one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame

from app.problems import Problem
from app.wording import worded
from widgets.look.look import Look
from widgets.look.parts import column, label, row
from widgets.look.scale import px
from widgets.words import language, tr, tr_plural

MOST_TOLD = 3
"""So many are told here; the list of problems has them all."""


class Stopped(QFrame):
    """Tells what must be put right before the PDF can leave, and that a draft can be made meanwhile."""

    def __init__(self, look: Look, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.setObjectName("stopped")
        box = column(self, (12, 10, 12, 12), gap=4)
        head = row(gap=8)
        icon = label("")
        icon.setPixmap(look.icon("error", "error").pixmap(QSize(px(18), px(18)), self.devicePixelRatioF()))
        head.addWidget(icon)
        head.addWidget(label(tr("This must not leave the house yet"), "strong"), 1)
        box.addLayout(head)
        for found in problems[:MOST_TOLD]:
            box.addWidget(label(worded(found, language()), wrap=True))
        more = len(problems) - MOST_TOLD
        if more > 0:
            box.addWidget(label(tr_plural("and {n} more problem", "and {n} more problems", more), "small"))
        box.addWidget(label(tr("A draft can be exported meanwhile; it says so on every page."), "small", wrap=True))
