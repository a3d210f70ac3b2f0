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


def ask_tracker(parent: QWidget) -> Path | None:
    """Ask for the hours that a tracker has exported."""
    patterns = " ".join(f"*{suffix}" for suffix in ESTIMATE_SUFFIXES)
    title = tr("Choose the hours that a tracker has exported")
    file, _ = QFileDialog.getOpenFileName(parent, title, "", f"{tr('Tables')} ({patterns})")
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


def ask_table(parent: QWidget, folder: Path, name: str, suffix: str) -> Path | None:
    """Ask where a table shall go; the system's dialog asks before something is replaced.

    Another suffix than that of the format is not taken for one: where the whole name exists already, it is asked for again.
    """
    wanted = folder / f"{name}{suffix}"
    while True:
        dialog = QFileDialog(parent, tr("Export a table"), str(wanted.parent), f"{suffix[1:].upper()} (*{suffix})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(wanted.name)
        agreed = dialog.exec() == QFileDialog.DialogCode.Accepted
        chosen = dialog.selectedFiles()
        dialog.deleteLater()
        if not agreed or not chosen:
            return None
        named = Path(chosen[0])
        wanted = named if named.suffix.lower() == suffix else named.with_name(named.name + suffix)
        if wanted == named or not wanted.exists():
            return wanted
