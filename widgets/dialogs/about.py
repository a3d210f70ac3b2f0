"""What this program is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from widgets.look.parts import column, label
from widgets.words import tr


def show_about(parent: QWidget, ask_backup: Callable[[Callable[[str], object]], object] | None = None) -> None:
    """Say what this program is, and which keys are worth knowing; and when the last backup was made, which is asked for."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("About Blesna"))
    box = column(dialog, (32, 28, 32, 20), gap=8)
    box.addWidget(label("Blesna", "title"))
    box.addWidget(label(tr("Commercial proposals that read like a glossy magazine."), "quiet"))
    box.addSpacing(8)
    box.addWidget(label(tr("In the estimate"), "strong"))
    keys = (
        (tr("Enter, Tab, arrows"), tr("move; below the last line a new one begins")),
        ("8*1,5", tr("sums are worked out in any number cell")),
        ("Ctrl+Enter", tr("a new line")),
        ("Ctrl+D", tr("duplicate the selected lines")),
        ("Alt+↑ ↓", tr("move the selected lines, from section to section too")),
        ("Ctrl+C, Ctrl+V", tr("copy lines, also from and to a spreadsheet")),
        ("Ctrl+Delete", tr("remove the selected lines")),
    )
    for key, meaning in keys:
        box.addWidget(label(f"{key} — {meaning}", "small"))
    backup = label("", "small")
    box.addSpacing(8)
    box.addWidget(backup)
    if ask_backup is not None:
        ask_backup(backup.setText)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    box.addSpacing(12)
    box.addWidget(buttons)
    dialog.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
    dialog.exec()
    dialog.deleteLater()
