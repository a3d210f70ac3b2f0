"""How far an export has come, and the way to call it off."""

from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QWidget

from widgets.exports import Exports
from widgets.look.parts import label, push, row
from widgets.look.scale import px
from widgets.phrases import shorten
from widgets.table_exports import TableExports
from widgets.words import tr

WIDTH, STEPS = 120, 100


class ExportStrip(QWidget):
    """Seen only while a file is on its way."""

    def __init__(self, exports: Exports | TableExports) -> None:
        super().__init__()
        self._words = label("", "small")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(px(WIDTH))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Export PDF"))
        self.cancel = push(tr("Cancel"), exports.cancel, "link")
        across = row(self, gap=10)
        for part in (self._words, self.bar, self.cancel):
            across.addWidget(part)
        exports.begun.connect(self._begun)
        exports.progressed.connect(self._progressed)
        exports.ended.connect(self.hide)
        if exports.target is None:
            self.hide()
        else:
            self._name(exports.target)

    def _begun(self, target: Path) -> None:
        self._name(target)
        self.show()

    def _name(self, target: Path) -> None:
        self._words.setText(tr("Exporting {file}…", file=shorten(target.name, 48)))
        self.bar.setRange(0, 0)

    def _progressed(self, part: float) -> None:
        self.bar.setRange(0, STEPS)
        self.bar.setValue(round(STEPS * part))
