"""The changes that a table brings, in groups, each with a check box; that of a group takes or leaves all of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from app.exchange.changes import Change, ChangeKind
from app.exchange.naming import field_name, value_text
from app.i18n import Words, phrase
from app.model.estimate import EstimateSection, LineItem, Pricing
from widgets.look.look import Look, face
from widgets.look.parts import plain_tip
from widgets.models.estimate_units import unit_words
from widgets.phrases import shorten
from widgets.tables.tick_delegate import TickDelegate
from widgets.words import language, number, tr

GROUPS = (
    (ChangeKind.CHANGED, phrase("What is changed")),
    (ChangeKind.ADDED, phrase("What is added")),
    (ChangeKind.REMOVED, phrase("What is removed")),
    (ChangeKind.MOVED, phrase("What is moved")),
)
WHAT = {
    "estimate": phrase("The whole estimate"),
    "rate": phrase("Rate"),
    "surcharge": phrase("Surcharge"),
    "package": phrase("Package"),
    "payment": phrase("Payment"),
    "exchange": phrase("Rate of exchange"),
}
"""What elements are called that have no title of their own."""
WHERE, FIELD, BEFORE, AFTER = range(4)
LONGEST = 160
ID = Qt.ItemDataRole.UserRole
_NAMED = ("role", "people", "roles", "packages", "package")


class ChangeList(QTreeWidget):
    """`chosen_changed` tells that other changes are chosen now."""

    chosen_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self.chosen_changed)
        self._names: Mapping[str, str] = {}
        self.setObjectName("reading")
        self.setItemDelegateForColumn(WHERE, TickDelegate(look, self))
        self.setHeaderLabels([tr("What"), tr("Field"), tr("Before"), tr("After")])
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(18)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Changes"))
        across = self.header()
        across.setSectionsMovable(False)
        across.setStretchLastSection(False)
        across.setSectionResizeMode(WHERE, QHeaderView.ResizeMode.Stretch)
        for column, width in ((FIELD, 140), (BEFORE, 210), (AFTER, 210)):
            across.resizeSection(column, width)
        self.itemChanged.connect(lambda *_: self._pause.start())

    def show_changes(self, changes: Sequence[Change], names: Mapping[str, str]) -> None:
        """Show changes, all of them chosen; `names` are those of people and packages by id."""
        self.blockSignals(True)
        self.clear()
        self._names = names
        for kind, title in GROUPS:
            group = [change for change in changes if change.kind is kind]
            if group:
                self._add_group(f"{tr(title)}  {len(group)}", group)
        self.blockSignals(False)
        self.expandAll()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def chosen(self) -> frozenset[str]:
        """Return the ids of the changes that are chosen."""
        return frozenset(item.data(WHERE, ID) for item in self._leaves() if item.checkState(WHERE) is Qt.CheckState.Checked)

    def choose_all(self, chosen: bool) -> None:
        """Choose everything, or nothing."""
        for place in range(self.topLevelItemCount()):
            group = self.topLevelItem(place)
            if group is not None:
                group.setCheckState(WHERE, Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)

    def _leaves(self) -> list[QTreeWidgetItem]:
        groups = [self.topLevelItem(place) for place in range(self.topLevelItemCount())]
        children = [group.child(place) for group in groups if group is not None for place in range(group.childCount())]
        return [child for child in children if child is not None]

    def _add_group(self, title: str, changes: Sequence[Change]) -> None:
        group = QTreeWidgetItem([title])
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        group.setFont(WHERE, face(13, QFont.Weight.DemiBold))
        for change in changes:
            group.addChild(self._leaf(change))
        self.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)

    def _leaf(self, change: Change) -> QTreeWidgetItem:
        texts = (self._place(change), *self._told(change))
        item = QTreeWidgetItem([shorten(text, LONGEST) for text in texts])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(WHERE, Qt.CheckState.Checked)
        item.setData(WHERE, ID, change.id)
        item.setForeground(FIELD, self._look.color("secondary"))
        item.setForeground(BEFORE, self._look.color("secondary"))
        for column, text in enumerate(texts):
            item.setToolTip(column, plain_tip(text[:2000]))
        return item

    def _place(self, change: Change) -> str:
        titles = [change.section, change.title] if change.what == "item" else [change.title]
        named = " › ".join(title for title in titles if title.strip())
        what = tr(WHAT[change.what]) if change.what in WHAT else ""
        return f"{what}: {named}" if what and named else named or what or tr("Without a name")

    def _told(self, change: Change) -> tuple[str, str, str]:
        words = Words(language())
        match change.kind:
            case ChangeKind.CHANGED:
                before, after = (value_text(self._readable(change.field, one), words) for one in (change.before, change.after))
                return field_name(change.field, words), before, after
            case ChangeKind.MOVED:
                if change.what == "item" and change.before != change.after:
                    return tr("Section"), str(change.before), str(change.after)
                return "", "", tr("in another place")
        return "", summary(change.before), summary(change.after)

    def _readable(self, field: str, value: object) -> object:
        """Return names for ids of people and packages."""
        if field not in _NAMED:
            return value
        if isinstance(value, tuple):
            return tuple(self._names.get(one, one) for one in value)
        return self._names.get(value, value) if isinstance(value, str) else value


def summary(element: object) -> str:
    """Say shortly what was added or removed."""
    if isinstance(element, LineItem):
        rate = number(element.rate) if element.rate is not None else ""
        volume = "" if element.pricing is Pricing.FIXED else f"{number(element.quantity)} {unit_words(element)}"
        return " × ".join(filter(None, (volume, rate)))
    if isinstance(element, EstimateSection):
        return tr("section")
    return ""
