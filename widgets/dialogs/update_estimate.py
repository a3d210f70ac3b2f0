"""An updated table beside the estimate: which of its changes are taken, and what the total comes to."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from app.exchange.updated import Updated
from app.exchange.view import names_in
from app.problems import Severity
from app.totals import Totals
from app.wording import worded
from widgets.desk import Desk
from widgets.dialogs.waiting import waiting_foot
from widgets.look.parts import column, label, push, row, rule
from widgets.notice import of_failure
from widgets.phrases import shorten
from widgets.tables.change_list import ChangeList
from widgets.tables.understanding import Understood
from widgets.tables.updating import Outcome, compared, outcome
from widgets.words import hours, language, money, tr, tr_plural

SIZE, SMALLEST = QSize(1080, 720), QSize(760, 480)
LANE = "table-update"


class UpdateDialog(QDialog):
    """Shows changes with check boxes. `decided` brings the estimate with those that were chosen."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None, desk: Desk, understood: Understood, name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Update the estimate"))
        self._desk, self._proposal = desk, desk.session.proposal
        self._before: Totals = desk.session.totals
        self._name = name
        self.updated: Updated | None = None
        self.outcome: Outcome | None = None
        self.changes = ChangeList(desk.look)
        self.said, self.total, self.signatures = label("", "quiet", wrap=True), label("", "figure"), label("", "small", wrap=True)
        self.all = push(tr("Choose all"), lambda: self.changes.choose_all(True), "link")
        self.none = push(tr("Choose none"), lambda: self.changes.choose_all(False), "link")
        self.take = push(tr("Take over"), self._decide, "primary")
        self.busy = QProgressBar()
        self._build()
        self.changes.chosen_changed.connect(self._count)
        self.finished.connect(lambda _: desk.jobs.drop(LANE))
        self._wait()
        proposal = self._proposal
        desk.jobs.start(lambda _: compared(understood, proposal, name), self._show, self._failed, lane=LANE)

    def _build(self) -> None:
        self.setMinimumSize(SMALLEST)
        over = self.parentWidget()
        self.resize(SIZE.boundedTo(over.size() - QSize(64, 64) if over is not None else SIZE).expandedTo(SMALLEST))
        box = column(self)
        head = row(margins=(24, 16, 24, 12), gap=8)
        names = column(gap=2)
        names.addWidget(label(tr("What the table changes"), "title"))
        names.addWidget(label(shorten(self._name, 80), "quiet"))
        head.addLayout(names, 1)
        for link in (self.all, self.none):
            head.addWidget(link, 0, Qt.AlignmentFlag.AlignBottom)
        box.addLayout(head)
        box.addWidget(rule())
        self.said.setContentsMargins(24, 12, 24, 12)
        box.addWidget(self.said)
        box.addWidget(self.changes, 1)
        box.addWidget(rule())
        sums = column(gap=2)
        sums.addWidget(self.total)
        sums.addWidget(self.signatures)
        foot = waiting_foot(self.busy, self.reject, self.take)
        foot.insertLayout(0, sums, 1)
        box.addLayout(foot)

    def _wait(self) -> None:
        self.outcome = None
        self.busy.show()
        self.take.setEnabled(False)

    def _show(self, updated: Updated) -> None:
        self.updated = updated
        changes = updated.changes
        stopping = [one for one in updated.problems if one.severity is Severity.ERROR]
        said = "\n".join(worded(one, language()) for one in stopping)
        self.said.setText(said or (tr("Nothing has changed.") if changes is not None and not len(changes) else ""))
        self.said.setVisible(bool(self.said.text()))
        for part in (self.all, self.none, self.changes):
            part.setVisible(changes is not None and len(changes) > 0)
        if changes is None or not len(changes):
            self.busy.hide()
            return
        names = dict(names_in(self._proposal)) | {one.id: one.title for one in self._proposal.estimate.packages}
        self.changes.show_changes(list(changes), names)
        self.changes.setFocus()
        self._count()

    def _count(self) -> None:
        """Have it computed what comes of the chosen changes; an answer for another choice is dropped."""
        if self.updated is None or self.updated.changes is None:
            return
        self._wait()
        chosen, changes, proposal = self.changes.chosen(), self.updated.changes, self._proposal
        self.take.setText(tr_plural("Take over {n} change", "Take over {n} changes", len(chosen)).replace("&", "&&"))
        self._desk.jobs.start(lambda _: outcome(proposal, changes, chosen), self._tell, self._failed, lane=LANE)

    def _tell(self, found: Outcome) -> None:
        self.outcome = found
        self.busy.hide()
        self.take.setEnabled(bool(self.changes.chosen()))
        before, after = self._before, found.sums
        parts = [f"{money(before.total, before.currency)} → {money(after.total, after.currency)}"]
        if before.hours != after.hours:
            parts.append(f"{hours(before.hours)} → {hours(after.hours)}")
        if difference := after.total - before.total:
            parts.append(("+" if difference > 0 else "") + money(difference, after.currency))
        self.total.setText("  ·  ".join(parts))
        sections = ", ".join(tr("“{title}”", title=shorten(title, 40)) for title in found.unsigned)
        self.signatures.setText(tr("To be signed again: {sections}", sections=sections) if sections else "")
        self.signatures.setVisible(bool(sections))

    def _failed(self, error: Exception) -> None:
        self.busy.hide()
        self.said.setText(of_failure(error).text)
        self.said.show()

    def _decide(self) -> None:
        if self.outcome is not None and self.take.isEnabled():
            self.decided.emit(self.outcome.estimate)
            self.accept()
