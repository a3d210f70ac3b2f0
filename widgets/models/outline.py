"""The outline as Qt sees it: the facts, the people, the estimate, then the sections in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.edits.sections import section_path
from app.i18n import phrase
from app.model.sections import Section
from widgets.deeds import move_sections
from widgets.forms.kinds import look_of, title_of
from widgets.mergevalues import MergeValues
from widgets.preview.pages import Pages
from widgets.session import Change, Kind, Session
from widgets.subjects import ESTIMATE, FACTS, PEOPLE
from widgets.words import tr

Index = QModelIndex | QPersistentModelIndex
SECTION_MIME = "application/x-blesna-section"
ENTRY_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """One row. `place` is what is looked at when it is chosen; empty for a heading. `section` is None but for sections; the
    rows of a section's pages have the index of the `page`.
    """

    place: str
    title: str
    icon: str = ""
    section: Section | None = None
    page: int = -1


class OutlineModel(QAbstractListModel):
    """Rows of Entry under ENTRY_ROLE. Sections can be dragged among themselves; one of several pages opens to a row for each.

    `refreshed` tells that rows, the same ones in the same order, may have something else to show.
    """

    refreshed = Signal()

    def __init__(self, session: Session, pages: Pages, merging: MergeValues, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._pages, self._merging = session, pages, merging
        self._open: set[str] = set()
        self._entries = self._made()
        session.changed.connect(self._changed)
        pages.laid_out.connect(self._refresh)
        merging.changed.connect(self._refresh)

    def entries(self) -> list[Entry]:
        """Return all rows."""
        return self._entries

    def row_of(self, place: str) -> int:
        """Return the row of a place, or -1."""
        return next((i for i, entry in enumerate(self._entries) if entry.place == place), -1)

    def sections_above(self, row: int) -> int:
        """Return how many sections stand above a row: the index that one has which is put there."""
        return sum(1 for entry in self._entries[:row] if entry.section)

    def can_open(self, section_id: str) -> bool:
        """Tell whether a section has several pages to show."""
        return len(self._pages.section_pages(section_id)) > 1

    def is_open(self, section_id: str) -> bool:
        """Tell whether the pages of a section are shown."""
        return section_id in self._open

    def set_open(self, section_id: str, is_open: bool) -> None:
        """Show the pages of a section, each in a row, or only the first beside its title."""
        if is_open != (section_id in self._open) and (self.can_open(section_id) or not is_open):
            self._open.symmetric_difference_update({section_id})
            self._refresh()

    def page_numbers(self, section_id: str) -> str:
        """Return the pages of a section in words: “Page 3”, “Pages 4–6”."""
        found = self._pages.section_pages(section_id)
        if not found:
            return ""
        first, last = found[0] + 1, found[-1] + 1
        return tr("Page {page}", page=first) if first == last else tr("Pages {first}–{last}", first=first, last=last)

    def caption(self, section: Section) -> str:
        """Return the pages of a section, or that it has none: hidden, or without anything to print yet."""
        is_known = self._pages.layout is not None and not self._pages.waiting
        return tr(NO_PAGES) if section.hidden else self.page_numbers(section.id) or (tr(NO_PAGES) if is_known else "")

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
        """Carry the ids of sections."""
        data = QMimeData()
        entries = [self._entries[row] for row in sorted(index.row() for index in indexes)]
        ids = [entry.section.id for entry in entries if entry.section]
        data.setData(SECTION_MIME, QByteArray("\n".join(ids).encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Move the sections that were dropped. The view must not remove rows of its own: the edit does it all."""
        there = {section.id for section in self._session.proposal.sections}
        wanted = [one for one in bytes(data.data(SECTION_MIME).data()).decode().split("\n") if one in there]
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self._entries)
        if wanted:
            move_sections(self._session, wanted, self.sections_above(target))
        return False

    def _made(self) -> list[Entry]:
        fixed = [
            Entry(FACTS, tr("Proposal"), "proposal"),
            Entry(PEOPLE, tr("People"), "people"),
            Entry(ESTIMATE, tr("Estimate"), "estimate"),
            Entry("", tr("Pages")),
        ]
        return [*fixed, *(entry for section in self._session.proposal.sections for entry in self._rows_of(section))]

    def _rows_of(self, section: Section) -> Iterator[Entry]:
        place = section_path(section.id)
        yield Entry(place, self._merging.put_into(title_of(section)), look_of(section).icon, section)
        if section.id in self._open and not section.hidden:
            for index in self._pages.section_pages(section.id):
                yield Entry(place, tr("Page {page}", page=index + 1), page=index)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED or (change.kind is Kind.EDITED and change.before.sections is not change.after.sections):
            self._refresh()

    def _refresh(self) -> None:
        """Show what there is now; the rows stay where only their words are others."""
        entries = self._made()
        if [(entry.place, entry.page) for entry in entries] == [(entry.place, entry.page) for entry in self._entries]:
            former, self._entries = self._entries, entries
            for row, (entry, old) in enumerate(zip(entries, former, strict=True)):
                if entry.title != old.title:
                    self.dataChanged.emit(self.index(row), self.index(row))
            self.refreshed.emit()
        else:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()


NO_PAGES = phrase("Not in the PDF")
