"""The outline as Qt sees it: the facts, the people, the estimate, then the sections in their order."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.edits.lists import position
from app.edits.sections import section_path
from app.i18n import phrase
from app.model.sections import Section
from widgets.deeds import move_section
from widgets.forms.kinds import look_of, title_of
from widgets.preview.pages import Pages
from widgets.session import Change, Kind, Session
from widgets.subjects import ESTIMATE, FACTS, PEOPLE
from widgets.words import tr

Index = QModelIndex | QPersistentModelIndex
SECTION_MIME = "application/x-blesna-section"
ENTRY_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """One row. `place` is what is looked at when it is chosen; empty for a heading. `section` is None but for sections."""

    place: str
    title: str
    icon: str = ""
    section: Section | None = None


class OutlineModel(QAbstractListModel):
    """Rows of Entry under ENTRY_ROLE. Sections can be dragged among themselves."""

    def __init__(self, session: Session, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._pages = session, pages
        self._entries = self._made()
        session.changed.connect(self._changed)
        pages.laid_out.connect(self._repaint)
        pages.printed.connect(self._repaint)

    def entries(self) -> list[Entry]:
        """Return all rows."""
        return self._entries

    def row_of(self, place: str) -> int:
        """Return the row of a place, or -1."""
        return next((i for i, entry in enumerate(self._entries) if entry.place == place), -1)

    def page_numbers(self, section_id: str) -> str:
        """Return the pages of a section in words: “Page 3”, “Pages 4–6”."""
        found = self._pages.section_pages(section_id)
        if not found:
            return ""
        first, last = found[0] + 1, found[-1] + 1
        return tr("Page {page}", page=first) if first == last else tr("Pages {first}–{last}", first=first, last=last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 the default is Qt's
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, or the Entry."""
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let sections be dragged, and dropped between sections."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        entry = self._entries[index.row()]
        if not entry.place:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsDragEnabled if entry.section else usual

    def supportedDropActions(self) -> Qt.DropAction:
        """Move, never copy."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Take sections only."""
        return [SECTION_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the id of a section."""
        data = QMimeData()
        section = self._entries[indexes[0].row()].section if indexes else None
        data.setData(SECTION_MIME, QByteArray((section.id if section else "").encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Move the section that was dropped. The view must not remove rows of its own: the edit does it all."""
        wanted = bytes(data.data(SECTION_MIME).data()).decode()
        first = next((i for i, entry in enumerate(self._entries) if entry.section), len(self._entries))
        target = (row if row >= 0 else parent.row() if parent.isValid() else len(self._entries)) - first
        if wanted:
            here = position(self._session.proposal.sections, wanted)
            target = max(0, target)
            move_section(self._session, wanted, target - 1 if target > here else target)
        return False

    def _made(self) -> list[Entry]:
        fixed = [
            Entry(FACTS, tr("Proposal"), "proposal"),
            Entry(PEOPLE, tr("People"), "people"),
            Entry(ESTIMATE, tr("Estimate"), "estimate"),
            Entry("", tr("Pages")),
        ]
        sections = [
            Entry(section_path(section.id), title_of(section), look_of(section).icon, section)
            for section in self._session.proposal.sections
        ]
        return fixed + sections

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED or (change.kind is Kind.EDITED and change.before.sections is not change.after.sections):
            entries = self._made()
            if [entry.place for entry in entries] == [entry.place for entry in self._entries]:
                self._entries = entries
                self._repaint()
            else:
                self.beginResetModel()
                self._entries = entries
                self.endResetModel()

    def _repaint(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))


NO_PAGES = phrase("Not in the document")
