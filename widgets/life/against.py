"""What stands against sending, or is worth a look before it: each line leads to its place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.model.proposal import Proposal
from app.problems import Problem, Severity
from app.wording import worded
from widgets.look.look import Look
from widgets.look.parts import column, label, push, row, scrolling
from widgets.look.scale import px
from widgets.models.picture_names import named
from widgets.models.places import path_of, place_words
from widgets.words import language, tr, tr_plural

ROW, MOST_SEEN = 52, 4
_ICONS = {Severity.ERROR: ("error", "error"), Severity.WARNING: ("problems", "warning"), Severity.INFO: ("info", "tertiary")}
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class Against(QWidget):
    """The list. `go` gets the path of what somebody wants to put right."""

    def __init__(self, look: Look, proposal: Proposal, problems: Sequence[Problem], go: Callable[[str], object]) -> None:
        super().__init__()
        self._look, self._proposal, self._go = look, proposal, go
        box = column(self, gap=4)
        found = sorted(dict.fromkeys(problems), key=lambda one: _ORDER.index(one.severity))
        self.forbidding = sum(one.severity is Severity.ERROR for one in found)
        box.addWidget(label(self._lead(len(found)), "strong", wrap=True))
        if not found:
            return
        inside = QWidget()
        down = column(inside, gap=4)
        for one in found:
            down.addWidget(self._row(one))
        if len(found) <= MOST_SEEN:
            box.addWidget(inside)
        else:
            scroll = scrolling(inside, name="frame")
            page = scroll.widget()
            margins = page.layout() if page else None
            if margins is not None:
                margins.setContentsMargins(0, 0, 8, 0)
            scroll.setFixedHeight(px(ROW * MOST_SEEN))
            box.addWidget(scroll)

    def _lead(self, count: int) -> str:
        if self.forbidding:
            return tr_plural("{n} thing must be put right first", "{n} things must be put right first", self.forbidding)
        if count:
            return tr_plural("{n} thing is worth a look", "{n} things are worth a look", count)
        return tr("Nothing stands against it.")

    def _row(self, one: Problem) -> QWidget:
        widget = QWidget()
        across = row(widget, gap=8)
        icon, color = _ICONS[one.severity]
        sign = label("")
        sign.setPixmap(self._look.icon(icon, color).pixmap(QSize(px(16), px(16)), self.devicePixelRatioF()))
        across.addWidget(sign)
        said = column(gap=1)
        said.addWidget(label(worded(named(self._proposal, one), language()), wrap=True))
        where = place_words(self._proposal, one.where)
        if where:
            said.addWidget(label(where, "small", wrap=True))
        across.addLayout(said, 1)
        path = path_of(self._proposal, one.where)
        if path:
            show = push(tr("Show"), lambda: self._go(path), "link")
            show.setAccessibleName(tr("Show: {what}", what=where or path))
            across.addWidget(show)
        return widget
