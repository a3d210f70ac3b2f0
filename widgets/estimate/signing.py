"""Whether the hours of a section are signed, and what has become of them since."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from app.edits import signing as edit
from app.edits.estimate import section_path
from app.i18n import phrase
from app.model.estimate import EstimateSection
from app.model.path import exists, get
from app.model.proposal import Proposal
from app.signoff import Change, Changed, ItemChange, Signed, Status, Tampered, Unsigned, status
from widgets.desk import Desk
from widgets.estimate.live import Live
from widgets.estimate.reason import ReasonLine
from widgets.estimate.signer import SignerField, day_of, now
from widgets.look.parts import column, empty, label, push, row, rule
from widgets.look.scale import px
from widgets.phrases import Phrase, say, shorten
from widgets.words import hours, number, tr, tr_plural

MOST_CHANGES = 6
"""So many differences are told; the rest are counted."""


class SignOffLine(QFrame):
    """The signature of one section, and what can be done about it."""

    def __init__(self, desk: Desk, section_id: str, signer: SignerField) -> None:
        super().__init__()
        self._desk, self._section, self._signer = desk, section_id, signer
        self.title, self.state = label("", "strong"), label("", "small", wrap=True)
        self._icon = label("")
        self._changes = column(gap=2)
        self.reason = ReasonLine(tr("Why it may be sent as it is"), tr("Override"), self._waive)
        self.sign = push(tr("Sign"), self._sign)
        self.again = push(tr("Sign again"), self._sign)
        self.override = push(tr("Override…"), self.reason.ask)
        self.take_back = push(tr("Take back"), self._unsign, "link")
        across = row(gap=8)
        words = column(gap=1)
        words.addWidget(self.title)
        words.addWidget(self.state)
        words.addLayout(self._changes)
        across.addWidget(self._icon)
        across.addLayout(words, 1)
        self._changed = label("", "complaint", wrap=True)
        words.insertWidget(1, self._changed)
        across.addWidget(self.take_back)
        across.addWidget(self.sign)
        again = row(margins=(26, 2, 0, 0), gap=8)
        again.addWidget(self.again)
        again.addWidget(self.override)
        again.addStretch(1)
        box = column(self, (0, 8, 0, 8), gap=6)
        box.addLayout(across)
        box.addLayout(again)
        box.addWidget(self.reason)

    @property
    def button(self) -> QPushButton:
        """The button that signs the section as it stands, or takes the signature back."""
        return next((one for one in (self.sign, self.again) if not one.isHidden()), self.take_back)

    def refresh(self) -> None:
        """Show how the section stands to its signature now."""
        proposal = self._desk.session.proposal
        path = section_path(self._section)
        if not exists(proposal, path):
            return
        section: EstimateSection = get(proposal, path)
        estimate = proposal.estimate
        found = status(section, estimate.hours_a_day, estimate.hours_a_month)
        self.title.setText(shorten(self._desk.merging.put_into(section.title), 60) or tr("Without a name"))
        icon, color, words = _told(section, found)
        self._icon.setPixmap(self._desk.look.icon(icon, color).pixmap(QSize(px(18), px(18)), self.devicePixelRatioF()))
        self.state.setText(words)
        self._show_changes(found)
        open_change = isinstance(found, Changed) and found.waiver is None
        self._changed.setText(_change_told(found))
        self._changed.setVisible(isinstance(found, Changed))
        self.sign.setVisible(bool(section.items) and isinstance(found, Unsigned))
        self.again.setVisible(isinstance(found, Changed | Tampered))
        self.override.setVisible(open_change)
        self.take_back.setVisible(isinstance(found, Signed))
        if not open_change:
            self.reason.close_again()

    def _show_changes(self, found: Status) -> None:
        empty(self._changes)
        changes = found.changes if isinstance(found, Changed) else ()
        for change in changes[:MOST_CHANGES]:
            self._changes.addWidget(label(_change_words(change), "small", wrap=True))
        if len(changes) > MOST_CHANGES:
            rest = len(changes) - MOST_CHANGES
            self._changes.addWidget(label(tr_plural("and {n} more", "and {n} more", rest), "small"))

    def _sign(self) -> None:
        if by := self._signer.name():
            self._edit(lambda proposal: edit.sign_section(proposal, self._section, by, now()), phrase("Sign “{title}”"))

    def _unsign(self) -> None:
        self._edit(lambda proposal: edit.unsign_section(proposal, self._section), phrase("Take back the signature of “{title}”"))

    def _waive(self, reason: str) -> bool:
        by = self._signer.name()
        if by:
            words = phrase("Override the change of “{title}”")
            self._edit(lambda proposal: edit.waive_change(proposal, self._section, by, now(), reason), words)
        return bool(by)

    def _edit(self, change: Callable[[Proposal], Proposal], words: str) -> None:
        session = self._desk.session
        if exists(session.proposal, section_path(self._section)):
            title = get(session.proposal, f"{section_path(self._section)}/title")
            session.edit(change(session.proposal), say(words, title=shorten(title)))


class SignOffPanel(Live):
    """The signatures of all sections."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.session)
        self._desk = desk
        self.signer = SignerField(desk)
        self.lines: dict[str, SignOffLine] = {}
        self.all: QPushButton = push(tr("Sign everything that is not signed"), self._sign_all)
        box = column(self, gap=4)
        across = row(gap=8)
        across.addWidget(label(tr("I sign as"), "field"))
        across.addWidget(self.signer, 1)
        box.addLayout(across)
        self._rows = column()
        box.addLayout(self._rows)
        below = row()
        below.addWidget(self.all)
        below.addStretch(1)
        box.addLayout(below)
        self.refresh()

    def refresh(self) -> None:
        """Show every section."""
        sections = self._desk.session.proposal.estimate.sections
        if list(self.lines) != [section.id for section in sections]:
            self._rebuild([section.id for section in sections])
        for line in self.lines.values():
            line.refresh()
        self.all.setVisible(sum(1 for line in self.lines.values() if not (line.sign.isHidden() and line.again.isHidden())) > 1)

    def _rebuild(self, ids: list[str]) -> None:
        empty(self._rows)
        self.lines = {}
        for i, section_id in enumerate(ids):
            if i:
                self._rows.addWidget(rule())
            self.lines[section_id] = SignOffLine(self._desk, section_id, self.signer)
            self._rows.addWidget(self.lines[section_id])
        if not ids:
            self._rows.addWidget(label(tr("There are no sections to sign yet."), "quiet"))

    def _sign_all(self) -> None:
        session, by = self._desk.session, self.signer.name()
        if not by:
            return
        proposal, moment, estimate = session.proposal, now(), session.proposal.estimate
        for section in estimate.sections:
            known = status(section, estimate.hours_a_day, estimate.hours_a_month)
            if section.items and not isinstance(known, Signed):
                proposal = edit.sign_section(proposal, section.id, by, moment)
        session.edit(proposal, Phrase(phrase("Sign all sections")))

    def focus_path(self, path: str) -> bool:
        """Lead to the section of a path."""
        self.freshen()
        section = next((one for one in path.split("/") if one in self.lines), "")
        target: QWidget = self.lines[section].button if section else self.signer
        target.setFocus()
        return True


class SectionSignOff(Live):
    """The signature of the section that is looked at, below what else is said about it."""

    def __init__(self, desk: Desk, section_id: str) -> None:
        super().__init__(desk.session)
        self.signer = SignerField(desk)
        self.line = SignOffLine(desk, section_id, self.signer)
        box = column(self, (0, 12, 0, 0), gap=4)
        across = row(gap=8)
        across.addWidget(label(tr("Sign-off of hours: I sign as"), "field"))
        across.addWidget(self.signer, 1)
        box.addLayout(across)
        box.addWidget(self.line)
        self.refresh()

    def refresh(self) -> None:
        """Show how the section stands to its signature."""
        self.line.refresh()


def _told(section: EstimateSection, found: Status) -> tuple[str, str, str]:
    """Return an icon, its colour and what is said of a section."""
    if isinstance(found, Unsigned):
        return "optional", "tertiary", tr("Not signed") if section.items else tr("Nothing to sign")
    facts = {"by": found.signature.by, "day": day_of(found.signature.at), "hours": hours(found.signature.hours)}
    if isinstance(found, Signed):
        return "check", "success", tr("Signed by {by} on {day}: {hours}", **facts)
    if isinstance(found, Tampered):
        return "error", "error", tr("The signature of {by} was changed by hand: it counts for nothing.", by=facts["by"])
    signed = tr("Signed by {by} on {day}: {hours}", **facts)
    if found.waiver is None:
        return "error", "error", signed
    passed = {"by": found.waiver.by, "day": day_of(found.waiver.at), "reason": found.waiver.reason}
    return "problems", "warning", f"{signed}\n{tr('{by} let it pass on {day}: {reason}', **passed)}"


def _change_told(found: Status) -> str:
    """Say how the hours have changed since they were signed."""
    if not isinstance(found, Changed):
        return ""
    return tr("Changed after sign-off: {before} → {after}", before=number(found.before), after=hours(found.after))


def _change_words(change: ItemChange) -> str:
    title = shorten(change.title, 60) or tr("Without a name")
    match change.change:
        case Change.LOWERED:
            return f"{title}: {number(change.before)} → {hours(change.after)}"
        case Change.ADDED:
            return f"+ {title}, {hours(change.after)}"
        case Change.REMOVED:
            return f"− {title}, {hours(change.before)}"
    return tr("{title}: something else is promised", title=title)
