"""Which backup? Those that the workspace keeps, the newest first, or a file from elsewhere."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QListView, QWidget

from app.i18n import phrase
from app.store.backup.form import Kept
from widgets.exports import size_in_words
from widgets.life.asking import Asking
from widgets.look.parts import label, push
from widgets.words import moment, tr

WHYS = {
    "daily": phrase("by itself"),
    "made": phrase("by hand"),
    "before-restore": phrase("before a backup was restored"),
}
PATH_ROLE = Qt.ItemDataRole.UserRole
LIST_HEIGHT, ROW, MOST = 260, 32, 400


@dataclass(frozen=True)
class Found:
    """A backup with the size of its file."""

    kept: Kept
    size: int


class RestoreDialog(Asking):
    """Asks. `file` is the backup that was chosen."""

    def __init__(self, parent: QWidget | None, found: tuple[Found, ...]) -> None:
        sentence = tr(
            "Everything becomes as it was then: proposals, library, brandbooks. What is there now is backed up before, "
            "and numbers that clients have seen stay used."
        )
        super().__init__(parent, tr("Restore a backup"), tr("Restore"), sentence, 560)
        self.file: Path | None = None
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setAccessibleName(tr("Backups"))
        self.list.setFixedHeight(min(LIST_HEIGHT, ROW * len(found) + 12))
        self.list.setSpacing(0)
        for one in found[:MOST]:
            words = " · ".join((moment(one.kept.at), tr(WHYS.get(one.kept.why, WHYS["made"])), size_in_words(one.size)))
            item = QStandardItem(words)
            item.setEditable(False)
            item.setSizeHint(QSize(100, ROW))
            item.setData(str(one.kept.path), PATH_ROLE)
            self._model.appendRow(item)
        self.list.doubleClicked.connect(lambda _: self.agreed())
        self.list.setVisible(bool(found))
        self.box.addWidget(self.list)
        if not found:
            self.box.addWidget(label(tr("There is no backup here yet. Choose a file from elsewhere."), wrap=True))
        self.foot(push(tr("Another file…"), self._elsewhere))
        self.agree.setEnabled(bool(found))
        if found:
            self.list.setCurrentIndex(self._model.index(0, 0))
            self.list.setFocus()

    def agreed(self) -> None:
        """Take the one that is chosen in the list."""
        if self.list.currentIndex().isValid():
            self.file = Path(str(self.list.currentIndex().data(PATH_ROLE)))
            self.accept()

    def _elsewhere(self) -> None:
        file = self.ask_file()
        if file is not None:
            self.file = file
            self.accept()

    def ask_file(self) -> Path | None:
        """Ask for a file."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a backup"), "", f"{tr('Backups')} (*.zip)")
        return Path(name) if name else None
