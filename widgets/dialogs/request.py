"""A new proposal from a request: a file or pasted text, one of its rows, what was understood, and the template."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.i18n import phrase
from app.intake.brief.reading import pasted, read_submissions
from app.intake.brief.submission import Submission, Submissions
from app.model.form import FormMapping, Meaning
from app.model.proposal import LANGUAGES
from app.sources.from_brief import Drafted, draft_from_brief, template_names
from app.wording import worded
from widgets.desk import Desk
from widgets.dialogs.fitted import spread
from widgets.dialogs.request_preview import Understood
from widgets.dialogs.request_questions import Questions
from widgets.dialogs.request_rows import RequestRows, Told, told
from widgets.fields.choice import ChoiceField, SwitchField
from widgets.forms.makers import LANGUAGE_NAMES
from widgets.look.parts import column, label, push, row, rule, scrolling, styled
from widgets.look.scale import px
from widgets.phrases import shorten
from widgets.words import language, tr

SIZE = QSize(960, 660)
LEFT = 300
SUFFIXES = ("csv", "tsv", "xlsx", "xlsm", "xls", "ods", "json", "txt", "md", "eml")
LONGEST_ROW = 64
TEMPLATES = {
    "site": phrase("Site"),
    "identity": phrase("Identity"),
    "outstaffing": phrase("Outstaffing"),
    "promo": phrase("Promotion"),
    "support": phrase("Support"),
}
LONGEST_TEXT = 200_000
TEXT_HEIGHT = 190


class RequestDialog(QDialog):
    """Reads a request and shows what a draft would be made of; `drafted` is that draft when the dialog is accepted."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New from a request"))
        spread(self, SIZE)
        self._desk = desk
        self.drafted: Drafted | None = None
        self.found: tuple[Submission, ...] = ()
        self._known: dict[str, Meaning] = {}
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(tr("… or paste a letter here, or lines of “Question: answer”"))
        self.text.setAccessibleName(tr("Text of the request"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(px(TEXT_HEIGHT))
        self.rows = RequestRows(desk.look)
        self.rows.setAccessibleName(tr("Requests"))
        self.source, self.wrong = label("", "small", wrap=True), label("", "complaint", wrap=True)
        self.template, self.language = ChoiceField(desk.look, []), ChoiceField(desk.look, [])
        self.questions, self.understood = Questions(desk.look), Understood()
        self.remember = SwitchField(desk.look, tr("Remember what this form asks"))
        self.make = push(tr("Make the draft"), self.accept, "primary")
        self._build()
        self._offer()
        self.source.hide()
        self._show_rows(told(Submissions()))
        self.text.textChanged.connect(self._typed)
        self.rows.currentRowChanged.connect(self._choose)
        for choice in (self.template, self.language):
            choice.edited.connect(lambda _: self._understand())
        self.questions.edited.connect(self._understand)
        self._desk.jobs.start(lambda _: self._desk.workspace.library.forms.all(), self._remembered, lambda _: None)

    # what it is made of ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        box = column(self)
        across = row()
        left, right = styled(QWidget(), "frame"), QWidget()
        left.setFixedWidth(px(LEFT))
        self._build_left(column(left, (20, 20, 20, 16), gap=10))
        self._build_right(column(right, (0, 8, 0, 0), gap=12))
        across.addWidget(left)
        across.addWidget(rule(vertical=True))
        across.addWidget(scrolling(right), 1)
        box.addLayout(across, 1)
        box.addWidget(rule())
        foot = row(margins=(20, 10, 16, 12), gap=8)
        foot.addWidget(self.remember)
        foot.addStretch(1)
        foot.addWidget(push(tr("Cancel"), self.reject))
        foot.addWidget(self.make)
        box.addLayout(foot)
        self.remember.show_value(True)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.make.setDefault(True)

    def _build_left(self, box: QVBoxLayout) -> None:
        box.addWidget(label(tr("New from a request"), "subtitle"))
        box.addWidget(label(tr("An export of a form, a letter, an answer of the site."), "small", wrap=True))
        buttons = row(gap=8)
        self.choose = push(tr("Choose a file…"), self._ask)
        buttons.addWidget(self.choose)
        buttons.addWidget(push(tr("Paste"), self._paste))
        buttons.addStretch(1)
        box.addLayout(buttons)
        box.addWidget(self.source)
        box.addWidget(self.text)
        box.addWidget(self.wrong)
        box.addWidget(self.rows, 1)
        box.addStretch(0)

    def _build_right(self, box: QVBoxLayout) -> None:
        self._empty = label(tr("What was understood is shown here before anything is made."), "quiet", wrap=True)
        self._shown = QWidget()
        inner = column(self._shown, gap=12)
        choices = row(gap=12)
        for words, field in ((tr("Template"), self.template), (tr("Language"), self.language)):
            cell = column(gap=4)
            above = label(words, "field")
            above.setBuddy(field)
            field.setAccessibleName(words)
            cell.addWidget(above)
            cell.addWidget(field)
            choices.addLayout(cell, 1)
        inner.addLayout(choices)
        inner.addWidget(label(tr("What was understood"), "subtitle"))
        inner.addWidget(self.understood)
        inner.addWidget(label(tr("What was asked, and what it means"), "subtitle"))
        inner.addWidget(self.questions)
        box.addWidget(self._empty)
        box.addWidget(self._shown)

    def _offer(self) -> None:
        names = template_names(self._desk.workspace)
        self.template.set_options([("", tr("by what is asked for")), *((name, template_words(name)) for name in names)])
        self.template.show_value("")
        self.language.set_options([("", tr("that of the request")), *((code, LANGUAGE_NAMES[code]) for code in LANGUAGES)])
        self.language.show_value("")

    # reading ----------------------------------------------------------------------------------------------------------

    def read(self, file: Path) -> None:
        """Read a file of requests."""
        self.source.setText(shorten(file.name, LONGEST_ROW))
        self.source.show()
        self._desk.jobs.start(lambda _: told(read_submissions(file)), self._show_rows, self._failed, lane="request")

    def _ask(self) -> None:
        patterns = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
        file, _ = QFileDialog.getOpenFileName(self, tr("Choose a request"), "", f"{tr('Requests')} ({patterns})")
        if file:
            self.read(Path(file))

    def _paste(self) -> None:
        self.text.setPlainText(QGuiApplication.clipboard().text())

    def _typed(self) -> None:
        typed = self.text.toPlainText()[:LONGEST_TEXT]
        self.source.hide()
        if typed.strip():
            self._desk.jobs.start(lambda _: told(pasted(typed)), self._show_rows, self._failed, lane="request")
        else:
            self._show_rows(told(Submissions()))

    def _remembered(self, found: object) -> None:
        records = getattr(found, "records", ())
        self._known = {one.question: one.meaning for stored in records for one in stored.value.questions}
        self._choose(self.rows.currentRow())

    def _show_rows(self, made: Told) -> None:
        """List the requests that were found, the newest chosen."""
        read = made.read
        self.found = read.found
        self.wrong.setText("\n".join(worded(found, language()) for found in read.problems[:2]))
        self.wrong.setVisible(bool(read.problems))
        self.rows.blockSignals(True)
        self.rows.show_gists(made.gists)
        self.rows.setVisible(len(read.found) > 1)
        self.rows.blockSignals(False)
        self._choose(len(read.found) - 1)

    def _chosen(self) -> Submission | None:
        place = self.rows.currentRow()
        return self.found[place] if 0 <= place < len(self.found) else None

    def _choose(self, place: int) -> None:
        chosen = self._chosen()
        self._shown.setVisible(chosen is not None)
        self._empty.setVisible(chosen is None)
        self.make.setEnabled(False)
        self.drafted = None
        if chosen is not None:
            self.questions.show_answers(chosen.answers, self._known)
            self.remember.setVisible(bool(self.questions.choices))
            self._understand()
        else:
            self.remember.hide()

    def _understand(self) -> None:
        """Make the draft anew, away from the window."""
        chosen, mapping = self._chosen(), self.questions.mapping()
        if chosen is None:
            return
        self.drafted = None
        spoken, template = str(self.language.value or ""), str(self.template.value or "")
        workspace = self._desk.workspace

        def work(_: object) -> Drafted:
            return draft_from_brief(chosen, language=spoken, template=template, workspace=workspace, mapping=mapping)

        self._desk.jobs.start(work, self._show_draft, self._failed, lane="draft")

    def _show_draft(self, made: Drafted) -> None:
        self.drafted = made
        self.understood.show_draft(made)
        if not self.template.value:
            self.template.set_options(
                [
                    ("", tr("by what is asked for: {template}", template=template_words(made.template))),
                    *((name, template_words(name)) for name in template_names(self._desk.workspace)),
                ]
            )
        self.make.setEnabled(made.proposal is not None)

    def _failed(self, error: Exception) -> None:
        self.wrong.setText(tr("This could not be read ({kind}).", kind=type(error).__name__))
        self.wrong.show()

    def to_remember(self) -> FormMapping | None:
        """Return what the questions mean where that shall be remembered for the whole form."""
        if not self.remember.isChecked() or self._chosen() is None:
            return None
        asked = dict.fromkeys(answer.question for one in self.found for answer in one.answers if answer.question)
        return self.questions.mapping(list(asked))


def template_words(name: str) -> str:
    """Name a template: those that Blesna brings along in words, the studio's own by their files."""
    return tr(TEMPLATES[name]) if name in TEMPLATES else name
