"""The cheat sheet: every key of the window on one page, found by typing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from app.i18n import phrase
from widgets.actions import ACTS, MENUS, SEPARATOR, Act
from widgets.dialogs.fitted import spread
from widgets.look.parts import column, empty, label, row, scrolling_below
from widgets.look.scale import px
from widgets.palette.matching import matches
from widgets.palette.offers import plain
from widgets.words import tr

COLUMNS = 2
SIZE = QSize(860, 640)

OTHERS = (
    (
        phrase("Estimate"),
        (
            ("Tab", phrase("To the next cell")),
            ("Enter", phrase("To the next line")),
            ("F2", phrase("Change what is in the cell")),
            ("F4", phrase("Who does the section")),
            ("Ctrl+Alt+Down", phrase("Everything that can stand in the cell")),
            ("Ctrl+D", phrase("Fill down")),
            ("Alt+Up", phrase("Move the line up")),
            ("Alt+Down", phrase("Move the line down")),
            ("Ctrl+C", phrase("Copy as a table")),
            ("Ctrl+V", phrase("Paste a table")),
            ("Delete", phrase("Clear cells, remove lines")),
        ),
    ),
    (
        phrase("Text"),
        (
            ("Ctrl+B", phrase("Bold")),
            ("Ctrl+I", phrase("Italic")),
            ("Ctrl+K", phrase("Make a link of the words that are chosen")),
            ("Ctrl+Shift+V", phrase("Paste the words alone")),
            ("{", phrase("A field with a value of the proposal")),
            ("/", phrase("Insert a section or a block, at the beginning of a word")),
            ("#", phrase("Heading, at the beginning of a line")),
            ("-", phrase("List, at the beginning of a line")),
            (">", phrase("Quotation, at the beginning of a line")),
        ),
    ),
    (
        phrase("Crop of the picture"),
        (
            ("← ↑ → ↓", phrase("Move the point, with Shift farther")),
            ("+", phrase("Nearer")),
            ("-", phrase("From farther away")),
        ),
    ),
)
"""Keys that belong to no action of the menu, by where they work."""


class ShortcutsDialog(QDialog):
    """Groups of keys in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        spread(self, SIZE)
        box = column(self, (24, 20, 24, 16), gap=12)
        head = row(gap=16)
        head.addWidget(label(tr("Keys"), "title"))
        head.addStretch(1)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Find a key"))
        self.line.setAccessibleName(tr("Find a key"))
        self.line.setFixedWidth(px(240))
        self.line.textChanged.connect(self._show)
        head.addWidget(self.line)
        box.addLayout(head)
        inside = QWidget()
        across = row(inside, gap=40)
        self._columns = [column(gap=4) for _ in range(COLUMNS)]
        for one in self._columns:
            across.addLayout(one, 1)
        box.addWidget(scrolling_below(inside), 1)
        self._show("")
        self.line.setFocus()

    def _show(self, typed: str) -> None:
        groups = [(title, meant) for title, rows in all_keys() if (meant := _meant(rows, typed))]
        for one in self._columns:
            empty(one)
        heights = [0] * COLUMNS
        for title, rows in groups:
            at = heights.index(min(heights))
            heights[at] += len(rows) + 2
            self._columns[at].addWidget(_group(title, rows))
        for one in self._columns:
            one.addStretch(1)


def all_keys() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the title of each group of keys, and its rows: the keys and what they do."""
    known = {act.name: act for act in ACTS}
    menus = [
        (plain(tr(title)), [_row(known[name]) for name in names if name != SEPARATOR and name in known and known[name].keys])
        for title, names in MENUS
    ]
    others = [(tr(title), [(keys, tr(words)) for keys, words in rows]) for title, rows in OTHERS]
    return [(title, rows) for title, rows in (*menus, *others) if rows]


def _row(act: Act) -> tuple[str, str]:
    return QKeySequence(act.keys).toString(QKeySequence.SequenceFormat.NativeText), plain(tr(act.text))


def _meant(rows: list[tuple[str, str]], typed: str) -> list[tuple[str, str]]:
    if not typed.strip():
        return rows
    found = {match.index for match in matches(typed, [words for _, words in rows])}
    return [one for index, one in enumerate(rows) if index in found or typed.casefold() in one[0].casefold()]


def _group(title: str, rows: list[tuple[str, str]]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 16)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    grid.addWidget(label(title, "subtitle"), 0, 0, 1, 2)
    for number, (keys, words) in enumerate(rows, 1):
        grid.addWidget(label(words, wrap=True), number, 0)
        shown = label(keys, "key")
        grid.addWidget(shown, number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
