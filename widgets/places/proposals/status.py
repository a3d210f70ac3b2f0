"""How far a proposal is: what became of it, who says so and why, and every step before."""

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.edits.status import ALLOWED
from app.model.proposal import Proposal
from app.model.status import Status, StatusChange
from widgets.desk import Desk
from widgets.fields.text import PlainLine
from widgets.look.parts import column, label, push, row, rule, scrolling
from widgets.places.proposals.deeds import Step
from widgets.places.proposals.telling import STATUS_ICONS, STATUS_WORDS
from widgets.words import moment, tr

WIDTH, HISTORY = 400, 176


class StatusPopover(QFrame):
    """Hangs beside a proposal. `take` gets the step when somebody agrees."""

    def __init__(self, desk: Desk, proposal: Proposal, take: Callable[[Step], object], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Status and history"))
        self._desk, self._proposal, self._take = desk, proposal, take
        self.setFixedWidth(WIDTH)
        self.choices: dict[Status, QPushButton] = {}
        self.by, self.note, self.to = PlainLine(), PlainLine(), PlainLine()
        self._sent_to: list[QWidget] = []
        self.agree = push(tr("Save"), self._agreed, "primary")
        box = column(self, (20, 16, 20, 16), gap=12)
        box.addWidget(label(proposal.title or tr("Without a name"), "subtitle", wrap=True))
        box.addWidget(self._present())
        if ALLOWED[proposal.status]:
            self._ask(box)
        if proposal.history.value:
            box.addWidget(rule())
            box.addWidget(label(tr("History"), "field"))
            box.addWidget(self._history())
        self._choose(next(iter(self.choices), None))

    def show_at(self, point: QPoint) -> None:
        """Show it with its corner at a point of the screen, wholly in sight."""
        self.adjustSize()
        there = self.screen().availableGeometry() if self.screen() else None
        if there is not None:
            point = QPoint(
                max(there.left(), min(point.x(), there.right() - self.width())),
                max(there.top(), min(point.y(), there.bottom() - self.height())),
            )
        self.move(point)
        self.show()
        first = next(iter(self.choices.values()), None)
        (first or self).setFocus()

    @property
    def chosen(self) -> Status | None:
        """What became of the proposal, as it is chosen now."""
        return next((status for status, button in self.choices.items() if button.isChecked()), None)

    def _present(self) -> QWidget:
        widget = QWidget()
        across = row(widget, gap=8)
        icon, color = STATUS_ICONS[self._proposal.status]
        picture = QLabel()
        picture.setPixmap(self._desk.look.icon(icon, color).pixmap(QSize(16, 16), self.devicePixelRatioF()))
        across.addWidget(picture)
        told = tr(
            "{status}, revision {revision}", status=tr(STATUS_WORDS[self._proposal.status]), revision=self._proposal.revision
        )
        across.addWidget(label(told, "quiet"), 1)
        return widget

    def _ask(self, box: QVBoxLayout) -> None:
        group = QButtonGroup(self)
        across = row(gap=8)
        for status in ALLOWED[self._proposal.status]:
            icon, color = STATUS_ICONS[status]
            words = tr("Mark as sent") if status is Status.SENT else tr(STATUS_WORDS[status])
            button = push(words, partial(self._choose, status), "chip")
            button.setIcon(self._desk.look.icon(icon, color))
            button.setCheckable(True)
            group.addButton(button)
            self.choices[status] = button
            across.addWidget(button)
        across.addStretch(1)
        box.addLayout(across)
        fields = ((tr("Sent to"), self.to), (tr("Who says so"), self.by), (tr("Why, or what was said"), self.note))
        for words, field in fields:
            cell = QWidget()
            down = column(cell, gap=4)
            above = label(words, "field")
            above.setBuddy(field)
            field.setAccessibleName(words)
            down.addWidget(above)
            down.addWidget(field)
            box.addWidget(cell)
            if field is self.to:
                self._sent_to.append(cell)
        self.by.setText(self._desk.settings.signer)
        contact = self._proposal.contact
        self.to.setText(", ".join(filter(None, (contact.name, contact.email))))
        self._hint = label(tr("The PDF is made and frozen; the next change begins another revision."), "small", wrap=True)
        box.addWidget(self._hint)
        self._sent_to.append(self._hint)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(push(tr("Cancel"), self.close))
        foot.addWidget(self.agree)
        box.addLayout(foot)
        for field in (self.by, self.note, self.to):
            field.returnPressed.connect(self._agreed)

    def _choose(self, status: Status | None) -> None:
        if status is None:
            return
        self.choices[status].setChecked(True)
        freezes = status is Status.SENT and self._proposal.status is Status.DRAFT
        for part in self._sent_to:
            part.setVisible(freezes)
        self.adjustSize()

    def _history(self) -> QWidget:
        shown = QWidget()
        box = column(shown, gap=10)
        for step in reversed(self._proposal.history.value):
            line = column(gap=2)
            told = tr("{status}, revision {revision}", status=tr(STATUS_WORDS[step.status]), revision=step.revision)
            line.addWidget(label(told, "", wrap=True))
            line.addWidget(label(" · ".join(filter(None, (_when(step), step.by, step.note))), "small", wrap=True))
            box.addLayout(line)
        if len(self._proposal.history.value) <= 3:
            return shown
        scroll = scrolling(shown, WIDTH, "popover")
        scroll.setFixedHeight(HISTORY)
        return scroll

    def _agreed(self) -> None:
        status = self.chosen
        if status is None:
            return
        step = Step(status, " ".join(self.by.text().split()), self.note.text().strip(), self.to.text().strip())
        if step.by:
            self._desk.settings.signer = step.by
        self.close()
        self._take(step)


def _when(step: StatusChange) -> str:
    try:
        return moment(datetime.datetime.fromisoformat(step.at))
    except ValueError:
        return step.at
