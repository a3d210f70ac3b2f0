"""What was understood of a request, before a draft is made of it."""

from PySide6.QtWidgets import QGridLayout, QWidget

from app.preflight import against_budget
from app.problems import Problem, Severity
from app.sources.from_brief import Drafted
from app.totals import totals
from app.wording import worded
from widgets.forms.brief import day_words, question_words
from widgets.look.parts import column, empty, label
from widgets.phrases import shorten
from widgets.words import hours, language, money, tr

LONGEST = 120


class Understood(QWidget):
    """Facts on the left, their values on the right; below them what is unclear and what is still to be asked."""

    def __init__(self) -> None:
        super().__init__()
        self._box = column(self, gap=6)

    def show_draft(self, made: Drafted) -> None:
        """Show what a draft is made of."""
        empty(self._box)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, (name, value) in enumerate(_facts(made)):
            grid.addWidget(label(name, "small"), line, 0)
            grid.addWidget(label(shorten(value, LONGEST) or "—", "" if value else "quiet", wrap=True), line, 1)
        self._box.addWidget(table)
        for found in _told(made):
            bad = found.severity is Severity.ERROR
            self._box.addWidget(label(worded(found, language()), "complaint" if bad else "small", wrap=True))
        for question in made.read.brief.open:
            self._box.addWidget(label(f"○  {question_words(question)}", "small", wrap=True))


def _facts(made: Drafted) -> list[tuple[str, str]]:
    read, brief = made.read, made.read.brief
    rows = [
        (tr("Client"), " · ".join(filter(None, (read.client.name, read.client.city, read.client.site)))),
        (tr("Contact"), " · ".join(filter(None, (read.contact.name, read.contact.role)))),
        (tr("To reach"), " · ".join(filter(None, (read.contact.email, read.contact.phone)))),
        (tr("What is wanted"), brief.service),
        (tr("Budget"), brief.budget_text),
        (tr("Deadline"), " · ".join(filter(None, (day_words(brief.deadline), brief.deadline_text)))),
        (tr("Time zone"), brief.time_zone),
    ]
    if made.proposal is not None:
        sums = totals(made.proposal.estimate, made.proposal.currency)
        rows.append((tr("Usual estimate"), f"{hours(sums.hours)} · {money(sums.total, sums.currency)}"))
    return rows


def _told(made: Drafted) -> list[Problem]:
    """Return what is unclear, and what the checks of the draft will go on telling."""
    wanted = made.proposal
    dear = against_budget(wanted, totals(wanted.estimate, wanted.currency)) if wanted else ()
    return [*unclear(made), *dear]


def unclear(made: Drafted) -> tuple[Problem, ...]:
    """Return what was not understood. Open questions are not among it: the brief of the draft goes on asking them."""
    return tuple(found for found in made.problems if found.code not in made.read.brief.open)
