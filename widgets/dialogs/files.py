"""Which file? The system's own dialogs, with Blesna's filters."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from widgets.documents import ESTIMATE_SUFFIXES
from widgets.words import tr


def ask_estimate(parent: QWidget) -> Path | None:
    """Ask for an estimate."""
    patterns = " ".join(f"*{suffix}" for suffix in ESTIMATE_SUFFIXES)
    file, _ = QFileDialog.getOpenFileName(parent, tr("Choose an estimate"), "", f"{tr('Estimates')} ({patterns})")
    return Path(file) if file else None


def ask_proposal(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a proposal's source."""
    title = tr("Open a proposal")
    file, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{tr('Proposals')} (proposal.json *.json)")
    return Path(file) if file else None


def ask_pdf(parent: QWidget, folder: Path, name: str) -> Path | None:
    """Ask where the PDF shall go; the system's dialog asks before something is replaced, with the suffix that it will have."""
    dialog = QFileDialog(parent, tr("Export PDF"), str(folder), "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(f"{name}.pdf")
    agreed = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if agreed and chosen else None
