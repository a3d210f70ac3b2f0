"""What is the PDF for? The question before the first export, and before every one that shall be another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QLineEdit, QRadioButton, QWidget

from app.pipeline import Preset
from app.problems import Problem
from widgets.dialogs.fitted import FittedDialog
from widgets.dialogs.stopped import Stopped
from widgets.fields.choice import SwitchField
from widgets.fields.text import PlainLine
from widgets.look.look import Look
from widgets.look.parts import column, label, push, row, tool
from widgets.look.scale import mark, px
from widgets.purposes import PURPOSES, Choice, Purpose
from widgets.words import tr

WIDTH = 480
MOST_BYTES = 127
"""The longest password that the encryption of a PDF takes whole (ISO 32000-2, 7.6.4.3.3), in UTF-8."""


class PurposeCard(QFrame):
    """One purpose with its sentence; a click anywhere chooses it."""

    chosen = Signal()

    def __init__(self, purpose: Purpose) -> None:
        super().__init__()
        self.setObjectName("option")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button = QRadioButton(tr(purpose.name))
        self.button.setAccessibleDescription(tr(purpose.sentence))
        self.button.toggled.connect(self._toggled)
        sentence = label(tr(purpose.sentence), "small", wrap=True)
        sentence.setContentsMargins(mark() + 8, 0, 0, 0)
        box = column(self, (12, 8, 12, 10), gap=2)
        box.addWidget(self.button)
        box.addWidget(sentence)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if self.rect().contains(event.position().toPoint()):
            self.button.setChecked(True)
            self.button.setFocus()

    def _toggled(self, checked: bool) -> None:
        self.setProperty("chosen", checked)
        self.style().unpolish(self)
        self.style().polish(self)
        if checked:
            self.chosen.emit()


class ExportDialog(FittedDialog):
    """Asks what the PDF is for, whether it is a draft, whether it is protected, and whether to open it afterwards.

    Where something `forbids` a final export it says what, and a draft is all that can be had.
    """

    def __init__(
        self,
        parent: QWidget | None,
        look: Look,
        choice: Choice,
        forbids: Sequence[Problem] = (),
        *,
        protects: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export PDF"))
        self._look = look
        self._cards = {preset: PurposeCard(purpose) for preset, purpose in PURPOSES.items()}
        self._forbids = tuple(forbids)
        self._draft = SwitchField(look, tr("As a draft, marked on every page"))
        self._protect = SwitchField(look, tr("Protect with a password"))
        self._password = PlainLine(tr("Whoever opens the file is asked for it"))
        self._open = SwitchField(look, tr("Open it when it is done"))
        self._reveal = tool(look, "show", tr("Show the password"), self._turn, 16)
        self._export = push(tr("Export…"), self.accept, "primary")
        self._lines = self._password_line()
        self._build()
        self._cards[choice.preset].button.setChecked(True)
        self._protect.show_value(protects or bool(choice.password))
        self._password.setText(choice.password)
        self._open.show_value(choice.opens)
        self._draft.show_value(choice.draft or bool(self._forbids))
        self._draft.setEnabled(not self._forbids)
        self._refresh()
        self._cards[choice.preset].button.setFocus()

    def choice(self) -> Choice:
        """Return what was chosen."""
        preset = next(preset for preset, card in self._cards.items() if card.button.isChecked())
        protected = self._protect.isChecked() and PURPOSES[preset].takes_password
        return Choice(preset, self._open.isChecked(), self._password.text() if protected else "", self._draft.isChecked())

    @property
    def protects(self) -> bool:
        """Whether the file is to be protected."""
        return bool(self.choice().password)

    def _build(self) -> None:
        box = column(self, (28, 24, 28, 20), gap=8)
        if self._forbids:
            box.addWidget(Stopped(self._look, self._forbids))
            box.addSpacing(8)
        box.addWidget(label(tr("What is the PDF for?"), "title"))
        box.addSpacing(4)
        group = QButtonGroup(self)
        for card in self._cards.values():
            group.addButton(card.button)
            card.chosen.connect(self._refresh)
            box.addWidget(card)
        box.addSpacing(8)
        box.addWidget(self._draft)
        box.addWidget(self._protect)
        box.addWidget(self._lines)
        box.addWidget(self._open)
        box.addSpacing(12)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(push(tr("Cancel"), self.reject))
        buttons.addWidget(self._export)
        box.addLayout(buttons)
        self._export.setDefault(True)
        self._draft.edited.connect(self._refresh)
        self._protect.edited.connect(self._protected)
        self._password.textChanged.connect(self._refresh)
        self.setFixedWidth(px(WIDTH))

    def _password_line(self) -> QWidget:
        lines = QWidget()
        box = column(lines, (38, 0, 0, 4), gap=4)
        across = row(gap=4)
        across.addWidget(self._password, 1)
        across.addWidget(self._reveal)
        box.addLayout(across)
        box.addWidget(label(tr("Send it separately: without it nobody opens the file."), "small", wrap=True))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setAccessibleName(tr("Password"))
        return lines

    def _protected(self) -> None:
        self._refresh()
        if self._protect.isChecked():
            self._password.setFocus()

    def _turn(self) -> None:
        hidden = self._password.echoMode() is QLineEdit.EchoMode.Password
        self._password.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        name = tr("Hide the password") if hidden else tr("Show the password")
        self._reveal.setIcon(self._look.icon("hide" if hidden else "show"))
        self._reveal.setToolTip(name)
        self._reveal.setAccessibleName(name)

    def _refresh(self) -> None:
        """Show the password where there can be one, and let only what is whole be exported."""
        preset = next((preset for preset, card in self._cards.items() if card.button.isChecked()), Preset.STANDARD)
        self._export.setText(tr("Export a draft…") if self._draft.isChecked() else tr("Export…"))
        able = PURPOSES[preset].takes_password
        wanted = able and self._protect.isChecked()
        self._protect.setEnabled(able)
        self._lines.setVisible(wanted)
        size = len(self._password.text().encode("utf-8", "replace"))
        self._password.mark(tr("This password is too long for a PDF.") if size > MOST_BYTES else "")
        self._export.setEnabled(not wanted or 0 < size <= MOST_BYTES)
        self.fit()


def ask_export(parent: QWidget, look: Look, choice: Choice, forbids: Sequence[Problem] = (), *, protects: bool) -> Choice | None:
    """Ask how the PDF shall be; None where it shall not be at all."""
    dialog = ExportDialog(parent, look, choice, forbids, protects=protects)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.choice()
    dialog.deleteLater()
    return chosen if agreed else None
