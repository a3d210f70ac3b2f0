"""The history of a proposal: every step, and every revision that was sent with what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QWidget

from app.model.proposal import Proposal
from app.model.status import Status, StatusChange
from app.problems import Problem
from app.store.manifest import Manifest
from app.wording import worded
from widgets.desk import Desk
from widgets.life.standing import WORDS, designation, moment_of
from widgets.look.parts import column, empty, label, push, row, rule, scrolling
from widgets.notice import of_failure
from widgets.words import language, money, tr

SIZE = QSize(720, 640)
LANE = "history"


@dataclass(frozen=True)
class Revision:
    """A revision that was sent; the manifest is None, with the problems, where it cannot be read."""

    number: int
    folder: Path
    manifest: Manifest | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Ways:
    """What can be done with a revision: each gets it."""

    open_pdf: Callable[[Revision], object]
    show: Callable[[Revision], object]
    copy: Callable[[Revision], object]
    resume: Callable[[Revision], object]


class HistoryDialog(QDialog):
    """Shows the steps and the revisions, the newest first."""

    def __init__(self, parent: QWidget | None, desk: Desk, folder: Path, ways: Ways) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("History and revisions"))
        self._desk, self._folder, self._ways = desk, folder, ways
        self._proposal: Proposal = desk.session.proposal
        self.verdicts: dict[int, QLabel] = {}
        over = parent.size() - QSize(64, 64) if parent is not None else SIZE
        self.resize(SIZE.boundedTo(over))
        box = column(self)
        head = column(margins=(24, 16, 24, 12), gap=2)
        head.addWidget(label(tr("History and revisions"), "title"))
        head.addWidget(label(tr("Now: {standing}", standing=designation(self._proposal)), "quiet", wrap=True))
        box.addLayout(head)
        box.addWidget(rule())
        inside = QWidget()
        self._cards = column(inside, (0, 16, 0, 0), gap=12)
        box.addWidget(scrolling(inside, name="frame"), 1)
        box.addWidget(rule())
        foot = row(margins=(24, 12, 16, 12), gap=8)
        foot.addStretch(1)
        close = push(tr("Close"), self.accept)
        close.setDefault(True)
        foot.addWidget(close)
        box.addLayout(foot)
        self.finished.connect(lambda _: desk.jobs.drop(LANE))
        disk = desk.workspace.disk

        def work(_: object) -> tuple[Revision, ...]:
            from app.sending.send import frozen_revisions
            from app.store.revisions import read_manifest, revision_folder

            found = []
            for number in reversed(frozen_revisions(folder, desk.workspace)):
                read = read_manifest(folder, number, disk)
                found.append(Revision(number, revision_folder(folder, number), read.value, read.problems))
            return tuple(found)

        desk.jobs.start(work, self._show, self._failed, lane=LANE)

    def _show(self, revisions: tuple[Revision, ...]) -> None:
        empty(self._cards)
        self.verdicts.clear()
        steps = list(self._proposal.history.value)
        for revision in revisions:
            self._cards.addWidget(self._card(revision, [step for step in steps if step.revision == revision.number]))
        numbers = {revision.number for revision in revisions}
        others = [step for step in steps if step.revision not in numbers]
        if others:
            loose = column(gap=4)
            for step in reversed(others):
                loose.addWidget(label(_told(step), "small", wrap=True))
            self._cards.addLayout(loose)
        if not revisions and not others:
            text = tr("Nothing was sent yet. What is sent is frozen here: the PDF, the words, the numbers and the pictures.")
            self._cards.addWidget(label(text, "quiet", wrap=True))
        self._cards.addStretch(1)

    def _card(self, revision: Revision, steps: list[StatusChange]) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        title = tr("Revision {n}", n=revision.number)
        card.setAccessibleName(title)
        box = column(card, (16, 12, 16, 12), gap=4)
        box.addWidget(label(title, "strong"))
        for text in _facts(revision):
            box.addWidget(label(text, "small", wrap=True))
        for step in reversed(steps):
            if step.status is Status.SENT and not step.note and revision.manifest is not None and step is steps[0]:
                continue  # the facts above say so already
            line = label(_told(step), "", wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            box.addWidget(line)
        verdict = label("", "small", wrap=True)
        verdict.hide()
        self.verdicts[revision.number] = verdict
        box.addSpacing(4)
        box.addLayout(self._deeds(revision, title))
        box.addWidget(verdict)
        return card

    def _deeds(self, revision: Revision, title: str) -> QHBoxLayout:
        across = row(gap=8)
        ways = self._ways
        deeds: list[tuple[str, Callable[[Revision], object], str]] = [
            (tr("Open the PDF"), ways.open_pdf, ""),
            (tr("Copy the file"), ways.copy, ""),
            (tr("Show in folder"), ways.show, "link"),
            (tr("Check"), self._check, "link"),
        ]
        if not self._desk.session.read_only:
            deeds.append((tr("Work on from this one"), self._resume, "link"))
        for words, call, name in deeds:
            button = push(words, partial(call, revision), name)
            button.setAccessibleName(f"{words}: {title}")
            across.addWidget(button)
        across.addStretch(1)
        return across

    def _check(self, revision: Revision) -> None:
        """Compare every file with what was written down when it was sent."""
        verdict = self.verdicts[revision.number]
        verdict.setText(tr("Checking…"))
        verdict.show()
        folder, disk = self._folder, self._desk.workspace.disk

        def work(_: object) -> tuple[Problem, ...]:
            from app.store.revisions import verify_revision

            return verify_revision(folder, revision.number, disk)

        def done(problems: tuple[Problem, ...]) -> None:
            told = [worded(one, language()) for one in problems]
            verdict.setText("\n".join(told) or tr("Every file is as it was sent."))
            verdict.setObjectName("complaint" if told else "small")
            verdict.style().unpolish(verdict)
            verdict.style().polish(verdict)

        self._desk.jobs.start(work, done, lambda error: verdict.setText(of_failure(error).text))

    def _resume(self, revision: Revision) -> None:
        self.accept()
        self._ways.resume(revision)

    def _failed(self, error: Exception) -> None:
        self._cards.addWidget(label(of_failure(error).text, "complaint", wrap=True))


def _facts(revision: Revision) -> list[str]:
    found = revision.manifest
    if found is None:
        return [worded(one, language()) for one in revision.problems]
    sent = tr("Sent on {at} by {by} to {to}", at=moment_of(found.at), by=found.by or "—", to=found.to or "—")
    return [sent, " · ".join(filter(None, (money(found.total, found.currency), found.number, found.brandbook)))]


def _told(step: StatusChange) -> str:
    return " · ".join(filter(None, (tr(WORDS[step.status]), moment_of(step.at), step.by, step.note)))
