"""Every action as a row of a table: its name, words, keys, icon. What it calls is looked up by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.i18n import phrase
from widgets.forms.kinds import KINDS
from widgets.look.leaving import let_go
from widgets.look.look import Look
from widgets.places.place import PROPOSAL
from widgets.places.rows import PLACES
from widgets.words import tr

_KEYS = QKeySequence.StandardKey


@dataclass(frozen=True)
class Act:
    """One action. `needs` says what there must be: "open" a proposal, a "section" to work on; empty for nothing."""

    name: str
    text: str
    keys: QKeySequence.StandardKey | str
    icon: str = ""
    needs: str = ""
    choice: bool = False


FIRST = "Ctrl+J"
"""What is wanted less often has two keys: this one, then its own, Ctrl held down. Where there is a letter to think of, it is that
of the English word.
"""
INSERTS = {
    "cover": "C", "contents": "N", "opener": "O", "letter": "L", "story": "S", "estimate": "E", "packages": "P", "timeline": "I",
    "team": "T", "references": "R", "terms": "M", "acceptance": "A", "back-cover": "B",
}  # fmt: skip
"""The second key of every kind of page."""

ACTS = (
    Act("new", phrase("&New from an estimate…"), _KEYS.New, "new"),
    Act("new-request", phrase("New from a &request…"), "Ctrl+Shift+N", "letter"),
    Act("open", phrase("&Open…"), _KEYS.Open, "open"),
    Act("import", phrase("&Import an estimate…"), "Ctrl+Shift+I", "import", "open"),
    Act("paste-table", phrase("&Paste an estimate…"), f"{FIRST}, Ctrl+V"),
    Act("hours-spent", phrase("&Hours spent…"), "Ctrl+Shift+J", needs="open"),
    Act("save", phrase("&Save"), _KEYS.Save, "save", "open"),
    Act("keep-version", phrase("&Keep a version…"), "Ctrl+Alt+S", "note", "writable"),
    Act("versions", phrase("&Versions…"), "Ctrl+Alt+V", "clock", "open"),
    Act("send", phrase("Mark as &sent…"), "Ctrl+Alt+M", "sent", "draft"),
    Act("accept", phrase("Mark as &accepted…"), f"{FIRST}, Ctrl+1", "check", "may-accepted"),
    Act("decline", phrase("Mark as &declined…"), f"{FIRST}, Ctrl+2", "close", "may-declined"),
    Act("withdraw", phrase("Mark as &withdrawn…"), f"{FIRST}, Ctrl+3", "undo", "may-withdrawn"),
    Act("resend", phrase("Wai&t for an answer again…"), f"{FIRST}, Ctrl+4", "sent", "answered"),
    Act("history", phrase("&History and revisions…"), "Ctrl+Alt+H", "proposals", "open"),
    Act("bundle", phrase("Make a &bundle for a colleague…"), f"{FIRST}, Ctrl+G", "bundle", "open"),
    Act("open-bundle", phrase("Open a b&undle…"), f"{FIRST}, Ctrl+U", "bundle"),
    Act("backup", phrase("&Back up now…"), f"{FIRST}, Ctrl+K", "archive"),
    Act("restore", phrase("&Restore a backup…"), f"{FIRST}, Ctrl+Z"),
    Act("verify", phrase("&Check everything"), f"{FIRST}, Ctrl+Y"),
    Act("settings", phrase("Se&ttings…"), "Ctrl+,", "settings"),
    Act("studio", phrase("&Facts of the studio…"), "Ctrl+Alt+F", "clients"),
    Act("rate-cards", phrase("Rate &cards…"), "Ctrl+Alt+P"),
    Act("export", phrase("&Export PDF…"), "Ctrl+E", "export", "open"),
    Act("export-as", phrase("Export PDF &as…"), "Ctrl+Shift+E", needs="open"),
    Act("export-table", phrase("Export a &table…"), "Ctrl+Shift+T", needs="open"),
    Act("quit", phrase("&Quit"), "Ctrl+Q"),
    Act("undo", phrase("&Undo"), _KEYS.Undo, "undo"),
    Act("redo", phrase("&Redo"), _KEYS.Redo, "redo"),
    Act("hide", phrase("&Hide or show the section"), "Ctrl+Shift+H", "hide", "section"),
    Act("duplicate", phrase("&Duplicate the section"), "Ctrl+Shift+D", "duplicate", "section"),
    Act("up", phrase("Move the section &up"), "Ctrl+Shift+Up", "up", "section"),
    Act("down", phrase("Move the section d&own"), "Ctrl+Shift+Down", "down", "section"),
    Act("remove", phrase("Re&move the section"), "Ctrl+Shift+Backspace", "remove", "section"),
    *(Act(f"add-{kind}", look.name, f"{FIRST}, Ctrl+{INSERTS[kind]}", look.icon, "open") for kind, look in KINDS.items()),
    Act("facts", phrase("&Proposal"), "Ctrl+1", "proposal", "open"),
    Act("people", phrase("Pe&ople"), "Ctrl+2", "people", "open"),
    Act("estimate", phrase("&Estimate"), "Ctrl+3", "estimate", "open"),
    Act("zoom-in", phrase("&Larger"), _KEYS.ZoomIn, "zoom-in", "open"),
    Act("zoom-out", phrase("&Smaller"), _KEYS.ZoomOut, "zoom-out", "open"),
    Act("fit-width", phrase("Page &width"), "Ctrl+0", "fit-width", "open"),
    Act("fit-page", phrase("Whole &page"), "Ctrl+9", "fit-page", "open"),
    Act("actual-size", phrase("&Actual size"), "Ctrl+8", "", "open"),
    Act("two-up", phrase("Two pages &beside each other"), "Ctrl+7", "two-up", "open"),
    Act("go-to-page", phrase("&Go to a page…"), "Ctrl+G", "", "open"),
    Act("pane-outline", phrase("Hide or show the &outline"), "Ctrl+Alt+1", needs="open"),
    Act("pane-editor", phrase("Hide or show the &fields"), "Ctrl+Alt+2", needs="open"),
    Act("pane-pages", phrase("Hide or show the &pages"), "Ctrl+Alt+3", needs="open"),
    Act("pane-only", phrase("Only this pa&ne"), "Ctrl+\\", needs="open"),
    Act("pane-next", phrase("Ne&xt arrangement of the panes"), "F6", needs="open"),
    Act("present", phrase("P&resent"), "F5", "present", "open"),
    Act("compare", phrase("&Compare revisions…"), "Ctrl+Alt+C", "compare", "open"),
    Act("problems", phrase("&Problems"), "F8", "problems", "open"),
    Act("theme-system", phrase("As the &system"), f"{FIRST}, Ctrl+Shift+S", choice=True),
    Act("theme-light", phrase("&Light"), f"{FIRST}, Ctrl+Shift+L", choice=True),
    Act("theme-dark", phrase("&Dark"), f"{FIRST}, Ctrl+Shift+D", choice=True),
    Act("letters-larger", phrase("&Larger text"), "Ctrl+Alt+="),
    Act("letters-smaller", phrase("&Smaller text"), "Ctrl+Alt+-"),
    Act("letters-usual", phrase("&Usual text"), "Ctrl+Alt+0"),
    Act("language-ru", phrase("Русский"), f"{FIRST}, Ctrl+Shift+R", choice=True),
    Act("language-en", phrase("English"), f"{FIRST}, Ctrl+Shift+E", choice=True),
    *(Act(f"place-{row.name}", row.text, f"Alt+{i}", row.icon) for i, row in enumerate(PLACES, 1)),
    Act(f"place-{PROPOSAL}", phrase("Open proposal"), "Alt+0", "story"),
    Act("palette", phrase("&Commands…"), "Ctrl+K"),
    Act("shortcuts", phrase("&Keys"), "Ctrl+/"),
    Act("new-window", phrase("New &window"), "Ctrl+Alt+N"),
    Act("about", phrase("&About Blesna"), "Shift+F1"),
)

ALSO: dict[str, tuple[str, ...]] = {"redo": ("Ctrl+Shift+Z", "Ctrl+Y")}
"""Keys that people know from other systems, besides those of the table."""

SEPARATOR = ""
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        phrase("&File"),
        (
            "new", "new-request", "open", "recent", "new-window", SEPARATOR,
            "import", "paste-table", "hours-spent", SEPARATOR, "save", "keep-version", "versions", SEPARATOR,
            "send", "standing", "export", "export-as", "export-table", "bundle", SEPARATOR,
            "workspace", "studio", "rate-cards", "settings", SEPARATOR, "quit",
        ),
    ),
    (phrase("&Edit"), ("undo", "redo", SEPARATOR, "hide", "duplicate", "up", "down", "remove")),
    (
        phrase("&Go"),
        (*(f"place-{row.name}" for row in PLACES), SEPARATOR, f"place-{PROPOSAL}", SEPARATOR, "facts", "people", "estimate"),
    ),
    (phrase("&Insert"), tuple(f"add-{kind}" for kind in KINDS)),
    (
        phrase("&View"),
        (
            "present", "compare", SEPARATOR, "zoom-in", "zoom-out", "fit-width", "fit-page", "actual-size", "two-up",
            "go-to-page", SEPARATOR, "panes", "problems",
            SEPARATOR, "theme", "letters", "language",
        ),
    ),
    (phrase("&Help"), ("palette", "shortcuts", SEPARATOR, "about")),
)  # fmt: skip
SUBMENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    "recent": (phrase("Open &recent"), ()),
    "standing": (phrase("Sta&tus"), ("accept", "decline", "withdraw", "resend", SEPARATOR, "history")),
    "workspace": (phrase("&Workspace"), ("backup", "restore", "verify", SEPARATOR, "open-bundle")),
    "panes": (phrase("Pa&nes"), ("pane-outline", "pane-editor", "pane-pages", SEPARATOR, "pane-only", "pane-next")),
    "letters": (phrase("Te&xt size"), ("letters-larger", "letters-smaller", "letters-usual")),
    "theme": (phrase("&Theme"), ("theme-system", "theme-light", "theme-dark")),
    "language": (phrase("&Language of the window"), ("language-ru", "language-en")),
}


class Actions:
    """The actions of one window. `call` does what an action of a name does."""

    def __init__(self, owner: QWidget, look: Look, call: Callable[[str], object]) -> None:
        self._made = {act.name: _made(act, owner, look, partial(call, act.name)) for act in ACTS}
        self.menus: dict[str, QMenu] = {}
        self._tops: list[QMenu] = []

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def all(self) -> list[QAction]:
        """Return every action, in the order of the table."""
        return list(self._made.values())

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into a menu bar."""
        for title, names in MENUS:
            menu = bar.addMenu(tr(title))
            self._tops.append(menu)
            self._fill(menu, names)

    def discard(self) -> None:
        """Have the actions and their menus destroyed: others take their place."""
        for menu in self._tops:
            let_go(menu)
        for act in self._made.values():
            act.deleteLater()

    def enable(self, has: set[str]) -> None:
        """Let only those actions be called for which everything is there."""
        for act in ACTS:
            if act.name not in ("undo", "redo"):
                self._made[act.name].setEnabled(not act.needs or act.needs in has)

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name == SEPARATOR:
                menu.addSeparator()
            elif name in SUBMENUS:
                title, inner = SUBMENUS[name]
                self.menus[name] = menu.addMenu(tr(title))
                self._fill(self.menus[name], inner)
            else:
                menu.addAction(self._made[name])


def _made(act: Act, owner: QWidget, look: Look, call: Callable[[], object]) -> QAction:
    action = QAction(tr(act.text), owner)
    action.setObjectName(act.name)
    action.setProperty("icon-name", act.icon)
    if act.icon:
        action.setIcon(look.icon(act.icon))
    if act.keys:
        action.setShortcuts(list(dict.fromkeys(QKeySequence(keys) for keys in (act.keys, *ALSO.get(act.name, ())))))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(act.choice)
    action.triggered.connect(lambda _checked=False: call())
    owner.addAction(action)
    return action
