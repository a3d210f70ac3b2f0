"""A brandbook from a name, a logo and two colours: the form of the first start, in a dialog."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from widgets.brands.form import BrandForm
from widgets.desk import Desk
from widgets.look.parts import column, push, row
from widgets.words import tr

SIZE = QSize(1200, 760)


class MakingDialog(QDialog):
    """`made` brings the wish that was agreed to."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New brandbook"))
        room = parent.size() if parent is not None else SIZE
        self.resize(SIZE.boundedTo(room - QSize(40, 40)))
        self.form = BrandForm(desk)
        self.make = push(tr("Create"), self._agree, "primary")
        buttons = row(gap=8)
        buttons.addWidget(push(tr("Cancel"), self.reject))
        buttons.addStretch(1)
        buttons.addWidget(self.make)
        self.form.foot.addLayout(buttons)
        column(self).addWidget(self.form)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.make.setDefault(True)
        self.form.changed.connect(self._check)
        self._check()
        self.form.name.setFocus()

    def _check(self) -> None:
        filled = self.form.filled
        self.make.setEnabled(bool(filled.name and filled.accent))

    def _agree(self) -> None:
        wish = self.form.wish()
        self.accept()
        self.made.emit(wish)
