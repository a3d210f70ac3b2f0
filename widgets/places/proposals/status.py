"""How far a proposal is: what became of it, who says so and why, and every step before."""

import datetime
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.edits.status import ALLOWED
from app.model.proposal import Proposal
from app.model.status import Status, StatusChange
from widgets.desk import Desk
from widgets.fields.text import PlainLine
from widgets.look.parts import column, label, push, row, rule, scrolling
from widgets.look.scale import px
from widgets.places.proposals.deeds import Step
from widgets.places.proposals.telling import STATUS_ICONS, STATUS_WORDS
from widgets.words import moment, tr

WIDTH, HISTORY, MOST_SEEN = 400, 176, 3


class StatusPopover(QFrame):
    """Hangs beside a proposal. `agreed` brings the Step that somebody wants noted, `opened` says that a draft is to be sent."""

    agreed = Signal(object)
    opened = Signal()

    def __init__(self, desk: Desk, proposal: Proposal, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Status and history"))
        self._desk, self._proposal = desk, proposal
        self.setFixedWidth(px(WIDTH))
        self.choices: dict[Status, QPushButton] = {}
        self.by, self.note = PlainLine(), PlainLine()
        box = column(self, (20, 16, 20, 16), gap=12)
        box.addWidget(label(proposal.title or tr("Without a name"), "subtitle", wrap=True))
        box.addWidget(self._present())
        if proposal.status is Status.DRAFT:
            self._point_to_pages(box)
        elif ALLOWED[proposal.status]:
            self._ask(box)
        if proposal.history.value:
            box.addWidget(rule())
            box.addWidget(label(tr("History"), "field"))
            box.addWidget(self._history())

    def show_at(self, point: QPoint) -> None:
        """Show it with its corner at a point of the screen, wholly in sight."""
        self.adjustSize()
        there = self.screen().availableGeometry()
        left = max(there.left(), min(point.x(), there.right() - self.width()))
        self.move(left, max(there.top(), min(point.y(), there.bottom() - self.height())))
        self.show()
        buttons = self.findChildren(QPushButton)
        (buttons[0] if buttons else self).setFocus()

    @property
    def chosen(self) -> Status | None:
        """What became of the proposal, as it is chosen now."""
        return next((status for status, button in self.choices.items() if button.isChecked()), None)

    def _present(self) -> QWidget:
        widget = QWidget()
        across = row(widget, gap=8)
        icon, color = STATUS_ICONS[self._proposal.status]
        picture = QLabel()
        picture.setPixmap(self._desk.look.icon(icon, color).pixmap(QSize(px(16), px(16)), self.devicePixelRatioF()))
        across.addWidget(picture)
        status = tr(STATUS_WORDS[self._proposal.status])
        told = tr("{status}, revision {revision}", status=status, revision=self._proposal.revision)
        across.addWidget(label(told, "quiet"), 1)
        return widget

    def _point_to_pages(self, box: QVBoxLayout) -> None:
        """A draft is not marked from here: what leaves the house is looked at first."""
        text = tr("A draft is sent from its pages: there it is checked, and its PDF is frozen.")
        box.addWidget(label(text, "small", wrap=True))
        self._foot(box, push(tr("Open and send…"), self._open, "primary"))

    def _ask(self, box: QVBoxLayout) -> None:
        group = QButtonGroup(self)
        across = row(gap=8)
        for status in ALLOWED[self._proposal.status]:
            icon, color = STATUS_ICONS[status]
            button = push(" " + tr(STATUS_WORDS[status]), partial(self._choose, status), "chip")
            button.setIcon(self._desk.look.icon(icon, color))
            button.setCheckable(True)
            group.addButton(button)
            self.choices[status] = button
            across.addWidget(button)
        across.addStretch(1)
        box.addLayout(across)
        for words, field in ((tr("Who says so"), self.by), (tr("Why, or what was said"), self.note)):
            above = label(words, "field")
            above.setBuddy(field)
            field.setAccessibleName(words)
            cell = column(gap=4)
            cell.addWidget(above)
            cell.addWidget(field)
            box.addLayout(cell)
            field.returnPressed.connect(self._agree)
        self.by.setText(self._desk.settings.signer)
        self._save = push(tr("Save"), self._agree, "primary")
        self._save.setEnabled(False)
        self._foot(box, self._save)

    def _foot(self, box: QVBoxLayout, agree: QPushButton) -> None:
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(push(tr("Cancel"), self.close))
        foot.addWidget(agree)
        box.addLayout(foot)

    def _history(self) -> QWidget:
        shown = QWidget()
        box = column(shown, gap=10)
        for step in reversed(self._proposal.history.value):
            line = column(gap=2)
            told = tr("{status}, revision {revision}", status=tr(STATUS_WORDS[step.status]), revision=step.revision)
            line.addWidget(label(told, "", wrap=True))
            line.addWidget(label(" · ".join(filter(None, (_when(step), step.by, step.note))), "small", wrap=True))
            box.addLayout(line)
        if len(self._proposal.history.value) <= MOST_SEEN:
            return shown
        scroll = scrolling(shown, WIDTH, "inner")
        scroll.setFixedHeight(px(HISTORY))
        return scroll

    def _choose(self, status: Status) -> None:
        self.choices[status].setChecked(True)
        self._save.setEnabled(True)

    def _agree(self) -> None:
        status = self.chosen
        if status is None:
            return
        step = Step(status, " ".join(self.by.text().split()), self.note.text().strip())
        if step.by:
            self._desk.settings.signer = step.by
        self.agreed.emit(step)
        self.close()

    def _open(self) -> None:
        self.opened.emit()
        self.close()


def _when(step: StatusChange) -> str:
    try:
        return moment(datetime.datetime.fromisoformat(step.at))
    except ValueError:
        return step.at
