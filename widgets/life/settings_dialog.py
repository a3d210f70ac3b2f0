"""What is set for this desk and for the whole workspace."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.store.naming import next_number, unusable_pattern
from app.wording import worded
from widgets.desk import Desk
from widgets.fields.choice import SegmentsField, SwitchField
from widgets.fields.text import PlainLine
from widgets.life.asking import Asking
from widgets.look.look import DARK, LIGHT, SYSTEM
from widgets.look.parts import label, push, row, rule
from widgets.words import language, tr


@dataclass(frozen=True)
class Set:
    """What somebody wants."""

    signer: str
    pattern: str
    language: str
    theme: str
    spelling: bool


class SettingsDialog(Asking):
    """Asks. Nothing changes before it is agreed to."""

    def __init__(self, parent: QWidget | None, desk: Desk, show_folder: Callable[[], object]) -> None:
        super().__init__(parent, tr("Settings"), tr("Apply"), width=520)
        self._desk, self._present = desk, desk.workspace.number_pattern
        self.signer, self.pattern = PlainLine(tr("Your name")), PlainLine()
        self.example, self.complaint = label("", "small", wrap=True), label("", "complaint", wrap=True)
        self.language = SegmentsField([("ru", "Русский"), ("en", "English")])
        self.theme = SegmentsField([(SYSTEM, tr("As the system")), (LIGHT, tr("Light")), (DARK, tr("Dark"))])
        self.spelling = SwitchField(desk.look, tr("Mark misspelt words"))
        self.backup = label("", "small")
        self._spoken, self._themed = language(), desk.look.choice
        self._build(show_folder)
        self._fill()
        self.pattern.textChanged.connect(lambda _: self._try())
        self.language.edited.connect(self._speak)
        self.theme.edited.connect(self._take_theme)
        self._try()
        self.signer.setFocus()

    def wanted(self) -> Set:
        """Return what was set."""
        name = " ".join(self.signer.text().split())
        return Set(name, self.pattern.text(), self._spoken, self._themed, self.spelling.isChecked())

    def _build(self, show_folder: Callable[[], object]) -> None:
        self.box.addWidget(label(tr("This desk"), "eyebrow"))
        self.field(tr("Your name: it stands beside what you sign, send and keep"), self.signer)
        self.field(tr("Language of the window"), self.language)
        self.field(tr("Theme"), self.theme)
        self.box.addWidget(self.spelling)
        self.box.addSpacing(8)
        self.box.addWidget(rule())
        self.box.addSpacing(4)
        self.box.addWidget(label(tr("The whole workspace"), "eyebrow"))
        self.field(tr("Numbers of proposals"), self.pattern)
        self.box.addWidget(self.example)
        self.box.addWidget(self.complaint)
        across = row(gap=8)
        folder = label(str(self._desk.workspace.path), "small", wrap=True)
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        folder.setMinimumWidth(0)
        across.addWidget(folder, 1)
        across.addWidget(push(tr("Show the folder"), show_folder, "link"))
        self.box.addLayout(across)
        self.box.addWidget(self.backup)
        self.foot()

    def _fill(self) -> None:
        settings = self._desk.settings
        self.signer.setText(settings.signer)
        self.pattern.setText(self._present)
        self.language.show_value(self._spoken)
        self.theme.show_value(self._themed)
        self.spelling.show_value(settings.spelling)

    def show_backup(self, told: str) -> None:
        """Say when the last backup was made."""
        self.backup.setText(told)
        self.fit()

    def _try(self) -> None:
        """Show what numbers would look like, or what is wrong with the pattern."""
        pattern, year = self.pattern.text(), datetime.date.today().year
        wrong = unusable_pattern(pattern)
        self.complaint.setText(worded(wrong, language()) if wrong else "")
        self.complaint.setVisible(wrong is not None)
        self.example.setVisible(wrong is None)
        if wrong is None:
            first = next_number((), year, pattern)
            self.example.setText(
                tr("For example: {first}, then {second}", first=first, second=next_number((first,), year, pattern))
            )
        self.pattern.mark(self.complaint.text())
        self.agree.setEnabled(wrong is None)
        self.fit()

    def _speak(self, spoken: object) -> None:
        self._spoken = str(spoken)

    def _take_theme(self, theme: object) -> None:
        self._themed = str(theme)
