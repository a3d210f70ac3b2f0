"""What nobody had thought of has happened: said calmly, with a report that can be sent as it is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from widgets.dialogs.fitted import FittedDialog
from widgets.look.look import Look
from widgets.look.parts import column, label, push, row, rule
from widgets.look.scale import px
from widgets.words import tr, tr_plural

WIDTH = 660
REPORT_HEIGHT = 180


@dataclass(frozen=True)
class Deeds:
    """What the dialog's buttons do."""

    show: Callable[[Path], object]
    quit: Callable[[], object]


class CrashDialog(FittedDialog):
    """Tells of one failure. Those that follow while it is open are counted in it."""

    def __init__(self, parent: QWidget, look: Look, report: str, folder: Path | None, deeds: Deeds) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setFixedWidth(px(WIDTH))
        self._report, self._folder, self._deeds = report, folder, deeds
        self._times = 1
        self._kept, self._count, self._copied = label("", wrap=True), label("", "small", wrap=True), label("", "small")
        self._copied.setAccessibleName(tr("Copied"))
        self._go_on = push(tr("Go on"), self.accept, "primary")
        box = column(self)
        head = row(margins=(24, 24, 24, 12), gap=14)
        icon = label("")
        icon.setPixmap(look.icon("problems", "warning").pixmap(QSize(px(28), px(28)), self.devicePixelRatioF()))
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=6)
        words.addWidget(label(tr("Blesna stumbled over something it was not prepared for."), "strong", wrap=True))
        words.addWidget(self._kept)
        words.addWidget(self._count)
        head.addLayout(words, 1)
        box.addLayout(head)
        box.addLayout(self._told(report))
        box.addWidget(rule())
        box.addLayout(self._foot())
        self._count.hide()
        self.say_kept(kept=True)
        self._go_on.setFocus()

    def say_kept(self, *, kept: bool) -> None:
        """Say whether everything that was done is on the disk."""
        self._kept.setText(
            tr("Your work is saved, and you can go on. If something looks wrong, close Blesna and open it again.")
            if kept
            else tr("Your last changes are not saved yet; Blesna is trying to. Go on, and save as soon as you can.")
        )
        self.fit()

    def again(self) -> None:
        """Count another failure."""
        self._times += 1
        self._count.setText(tr_plural("It has happened {n} time.", "It has happened {n} times.", self._times))
        self._count.show()
        self.fit()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
        self._copied.setText(tr("Copied"))

    def show_folder(self) -> None:
        """Show where the report is."""
        if self._folder is not None:
            self._deeds.show(self._folder)

    def leave(self) -> None:
        """Close Blesna; the window asks about what is not saved."""
        self.reject()
        self._deeds.quit()

    def _told(self, report: str) -> QVBoxLayout:
        below = column(margins=(24, 0, 24, 16), gap=6)
        hint = tr("The report tells versions and places in the program. No text, name, path or amount of yours is in it.")
        below.addWidget(label(hint, "small", wrap=True))
        shown = QPlainTextEdit()
        shown.setPlainText(report)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setFixedHeight(px(REPORT_HEIGHT))
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        shown.setObjectName("report")
        shown.setAccessibleName(tr("Report"))
        shown.setAccessibleDescription(hint)
        below.addWidget(shown)
        return below

    def _foot(self) -> QHBoxLayout:
        foot = row(margins=(24, 12, 16, 12), gap=8)
        copy, folder = push(tr("Copy the report"), self.copy), push(tr("Show the folder"), self.show_folder)
        folder.setEnabled(self._folder is not None)
        self._go_on.setDefault(True)
        foot.addWidget(copy)
        foot.addWidget(folder)
        foot.addWidget(self._copied, 1)
        foot.addWidget(push(tr("Quit"), self.leave))
        foot.addWidget(self._go_on)
        return foot
