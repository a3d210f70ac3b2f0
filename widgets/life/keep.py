"""A version with a name: what the proposal is like now, to be found again."""

from PySide6.QtWidgets import QWidget

from app.store.work.versions import LONGEST_NAME
from widgets.fields.text import PlainLine
from widgets.life.asking import Asking
from widgets.words import tr


class KeepDialog(Asking):
    """Asks for the name of a version; `renames` shows the one that it has."""

    def __init__(self, parent: QWidget | None, renames: str = "") -> None:
        title = tr("Rename the version") if renames else tr("Keep a version")
        sentence = "" if renames else tr("A name brings you back to it: “before the call”, “with the second team”.")
        super().__init__(parent, title, tr("Rename") if renames else tr("Keep"), sentence)
        self.name = PlainLine(tr("before the call"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setText(renames)
        self.name.textChanged.connect(self._refresh)
        self.field(tr("Name"), self.name)
        self.foot()
        self._refresh()
        self.name.setFocus()
        self.name.selectAll()

    def wanted(self) -> str:
        """Return the name."""
        return " ".join(self.name.text().split())

    def _refresh(self) -> None:
        self.agree.setEnabled(bool(self.wanted()))
