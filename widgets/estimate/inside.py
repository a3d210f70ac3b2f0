"""What only insiders see of the estimate: who has signed what, what the lead allows, what is left. None of it is printed."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget

from app.i18n import phrase
from app.margins import margins
from app.signoff import Changed, Signed, Tampered, status
from widgets.desk import Desk
from widgets.estimate.approvals import ApprovalsPanel
from widgets.estimate.folds import FoldPage, Part, Said
from widgets.estimate.margins import MarginsPanel
from widgets.estimate.signing import SignOffPanel
from widgets.look.parts import column, label, row, styled
from widgets.look.scale import px
from widgets.session import Session
from widgets.words import percent, tr


def signed(session: Session) -> Said:
    """Say how many sections are signed, and whether one has changed since."""
    estimate = session.proposal.estimate
    sections = [section for section in estimate.sections if section.items]
    found = [status(section, estimate.hours_a_day, estimate.hours_a_month) for section in sections]
    bad = sum(1 for one in found if isinstance(one, Tampered) or (isinstance(one, Changed) and one.waiver is None))
    if bad:
        return Said(tr("changed after sign-off: {count}", count=bad), alarm=True)
    done = sum(1 for one in found if isinstance(one, Signed))
    return Said(tr("{done} of {all} signed", done=done, all=len(sections)))


def approvals(session: Session) -> Said:
    """Say how many consents are in the record."""
    given = len(session.proposal.estimate.approvals.value)
    return Said(tr("in the record: {count}", count=given) if given else "")


def left(session: Session) -> Said:
    """Say what is left of the whole price."""
    found = margins(session.proposal.estimate, session.totals).once.margin
    share = found.percent
    if share is None:
        return Said(tr("not all costs are known"))
    return Said(percent(share), alarm=share < 0)


PARTS = (
    Part(phrase("Sign-off of hours"), ("estimate/signing",), SignOffPanel, signed, open=True),
    Part(phrase("Approvals of the lead"), ("estimate/approvals",), ApprovalsPanel, approvals, open=True),
    Part(phrase("Margins and expected hours"), ("estimate/margins",), MarginsPanel, left, open=True),
)


class Inside(QWidget):
    """The page, which says first that it is not printed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        styled(self, "inside")
        strip = QFrame()
        strip.setObjectName("unprinted")
        across = row(strip, (10, 8, 12, 8), gap=8)
        icon = label("")
        icon.setPixmap(desk.look.icon("hide", "warning").pixmap(QSize(px(18), px(18)), self.devicePixelRatioF()))
        across.addWidget(icon)
        across.addWidget(
            label(tr("Not printed: nothing here reaches the PDF, the client's spreadsheet or the mail."), wrap=True), 1
        )
        self.parts = FoldPage(desk, PARTS, "inside")
        box = column(self, gap=8)
        box.addWidget(strip)
        box.addWidget(self.parts)

    def focus_path(self, path: str) -> bool:
        """Lead to the part of a path."""
        return self.parts.focus_path(path)
