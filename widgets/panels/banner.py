"""The line below the toolbar that tells what happened, and goes away again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QFrame

from app.problems import Severity
from widgets.jobs import is_there
from widgets.look.look import Look
from widgets.look.parts import empty, label, push, row, tool
from widgets.look.scale import px
from widgets.notice import Notice, respoken
from widgets.words import tr

SHOWN_FOR, LINGERING = 6000, 1500
"""Milliseconds for good news, and between looks whether somebody still reads it; anything else stays until it is closed."""
_ICONS = {Severity.ERROR: "error", Severity.WARNING: "problems", Severity.INFO: "info"}
_COLORS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


class Banner(QFrame):
    """Shows the newest notice."""

    def __init__(self, look: Look, show_problems: Callable[[], None], show_file: Callable[[Notice], None]) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._look = look
        self._notice: Notice | None = None
        self._again: Callable[[], Notice] | None = None
        self._icon, self._text = label(""), label("", wrap=True)
        self._more = push("", show_problems, "link")
        self._file = push(tr("Show in folder"), lambda: show_file(self._notice) if self._notice else None, "link")
        across = row(self, (16, 6, 8, 6), gap=8)
        across.addWidget(self._icon)
        across.addWidget(self._text, 1)
        self._deeds = row(gap=8)
        across.addLayout(self._deeds)
        across.addWidget(self._file)
        across.addWidget(self._more)
        across.addWidget(tool(look, "close", tr("Close the message"), self.dismiss, 14))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._fade)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty where nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def tell(self, notice: Notice) -> None:
        """Show a notice."""
        self._notice, self._again = notice, respoken(notice)
        self._text.setText(notice.text)
        icon = self._look.icon(_ICONS[notice.severity], _COLORS[notice.severity])
        self._icon.setPixmap(icon.pixmap(QSize(px(18), px(18)), self.devicePixelRatioF()))
        self._more.setVisible(bool(notice.problems))
        self._more.setText(tr("All {count}…", count=len(notice.problems)))
        self._file.setVisible(notice.file is not None)
        empty(self._deeds)
        for deed in notice.deeds:
            self._deeds.addWidget(push(deed.text, partial(self._do, notice, deed.call)))
        self.setProperty("severity", notice.severity.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        if notice.severity is Severity.INFO and not notice.deeds:
            self._timer.start(SHOWN_FOR)
        else:
            self._timer.stop()

    def succeed(self, before: "Banner | None") -> None:
        """Go on telling what another banner told, in the language of now."""
        if before is not None and before._again is not None:
            self.tell(before._again())
            QTimer.singleShot(0, self, self._leave_out)

    def _leave_out(self) -> None:
        """What only a part could do that was rebuilt and is gone by now is not offered any more."""
        told = self._notice
        if told is not None and self._again is not None and not all(is_there(deed.call) for deed in told.deeds):
            self.tell(replace(told, deeds=tuple(deed for deed in told.deeds if is_there(deed.call))))

    def _fade(self) -> None:
        """Go away, unless the pointer is on it or the keyboard in it."""
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start(LINGERING)
        else:
            self.dismiss()

    def _do(self, notice: Notice, call: Callable[[], object]) -> None:
        """Do what was chosen; the question goes away, unless something new is being told by then."""
        if is_there(call):
            call()
        if self._notice is notice:
            self.dismiss()

    def dismiss(self) -> None:
        """Go away."""
        self._again = None
        self._timer.stop()
        self.hide()
