"""One brandbook: real pages in it, what can be done with it, and, where it is the studio's own, everything that is chosen."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.brand.families import Family, families
from app.brand.making import ASSETS
from app.brand.own import MARKS, State, with_logo
from app.i18n import phrase
from app.wording import worded
from widgets.brands.logowell import LogoWell
from widgets.brands.pages import SmallPages
from widgets.brands.samples import ALL
from widgets.desk import Desk
from widgets.fields.flow import Flow
from widgets.fields.text import LineField
from widgets.look.parts import column, empty, label, push, row, rule, scrolling, tool
from widgets.look.scale import px
from widgets.phrases import say, shorten
from widgets.places.brandbooks.colors import PaletteEditor
from widgets.places.brandbooks.keeper import BrandKeeper, Changes, Entry
from widgets.places.brandbooks.masters import MastersEditor
from widgets.places.brandbooks.rules import FacesEditor, PageEditor, RulesEditor
from widgets.words import language, tr, tr_plural

PAGES, WIDTH = 196, 860
MOST_USES, MOST_PROBLEMS = 4, 8
FILES = tuple(f"{mark}{suffix}" for mark in MARKS for suffix in (".svg", ".png"))
Calls = Mapping[str, Callable[[], object]]


class Detail(QWidget):
    """Shows the entry that is chosen."""

    def __init__(self, desk: Desk, keeper: BrandKeeper, calls: Calls) -> None:
        super().__init__()
        self._desk, self._keeper = desk, keeper
        self.entry: Entry | None = None
        self._title, self._marks = label("", "title"), label("", "small", wrap=True)
        self.pages = SmallPages(desk.look, ALL, PAGES, 12)
        self._used = label("", "quiet", wrap=True)
        self.default = push(tr("Use for new proposals"), calls["default"], "primary")
        self.use = push(tr("Use for the open proposal"), calls["use"])
        self.copy = push(tr("Duplicate to change"), calls["copy"])
        self.folder = tool(desk.look, "folder", tr("Show folder"), calls["folder"])
        self.reload = tool(desk.look, "renew", tr("Read the files again after changing them by hand"), calls["reload"])
        self._problems = QWidget()
        self._told = column(self._problems, (0, 0, 0, 0), gap=4)
        name = self._name
        self.title = LineField()
        self.logo = LogoWell(desk)
        self.palette_editor = PaletteEditor(desk.look, keeper, name)
        self.faces = FacesEditor(desk.look, keeper, name)
        self.page, self.rules = PageEditor(desk.look, keeper, name), RulesEditor(desk.look, keeper, name)
        self.masters = MastersEditor(desk, keeper, name)
        self.editors = QWidget()
        self._build()
        self.title.edited.connect(self._titled)
        self.logo.edited.connect(self._logo_read)

    def _name(self) -> str:
        return self.entry.name if self.entry else ""

    def _build(self) -> None:
        head = QWidget()
        head.setMaximumWidth(px(WIDTH))
        top = column(head, (0, 20, 0, 12), gap=8)
        names = row(gap=12)
        names.addWidget(self._title)
        names.addWidget(self._marks, 1)
        top.addLayout(names)
        top.addWidget(self.pages)
        buttons = QWidget()
        flow = Flow(buttons)
        tools = QWidget()
        signs = row(tools)
        for button in (self.folder, self.reload):
            signs.addWidget(button)
        for part in (self.default, self.use, self.copy, tools):
            flow.addWidget(part)
        top.addWidget(buttons)
        across = row(margins=(24, 0, 24, 0))
        across.addStretch(1)
        across.addWidget(head, 1000)
        across.addStretch(1)
        outer = column(self)
        outer.addLayout(across)
        outer.addWidget(rule())
        content = QWidget()
        box = column(content, (0, 8, 0, 0), gap=12)
        box.addWidget(self._used)
        box.addWidget(self._problems)
        box.addWidget(self.editors)
        inner = column(self.editors, gap=8)
        self._part(inner, tr("Name"), self.title)
        self._part(inner, tr("Colours"), self.palette_editor)
        self._part(inner, tr("Logo"), self.logo)
        own = tr("Fonts of your own lie in the brandbook's folder: put them there, then reload.")
        self._part(inner, tr("Faces"), self.faces, own)
        self._part(inner, tr("Page"), self.page)
        self._part(inner, tr("Rules of the house"), self.rules)
        self._part(inner, tr("Variants of pages"), self.masters)
        self.title.setAccessibleName(tr("Name"))
        outer.addWidget(scrolling(content, WIDTH), 1)

    def _part(self, box: QVBoxLayout, words: str, field: QWidget, hint: str = "") -> None:
        box.addSpacing(12)
        box.addWidget(rule())
        box.addSpacing(4)
        box.addWidget(label(words, "subtitle"))
        if hint:
            box.addWidget(label(hint, "small", wrap=True))
        box.addWidget(field)

    # what is shown -------------------------------------------------------------------------------------------------

    def show_entry(self, entry: Entry, *, default: bool, present: bool, is_open: bool) -> None:
        """Show a brandbook: whether it is the `default`, and that of the proposal that `is_open`."""
        other = self.entry is None or self.entry.name != entry.name
        self.entry = entry
        self._title.setText(shorten(entry.title(language()), 40))
        marks = [tr("New proposals begin with it") if default else "", tr("The open proposal uses it") if present else ""]
        marks.append(tr("Yours") if entry.own else tr("Comes with Blesna and stays as it is"))
        self._marks.setText(" · ".join(filter(None, marks)))
        self.default.setEnabled(not default and entry.loaded.brand is not None)
        self.use.setVisible(is_open)
        self.use.setEnabled(not present and entry.loaded.brand is not None)
        self.copy.setText(tr("Duplicate") if entry.own else tr("Duplicate to change"))
        self._show_used(entry)
        self._show_problems(entry)
        self.editors.setVisible(entry.own and entry.loaded.brand is not None)
        if entry.own:
            self._show_values(entry, other=other)

    def _show_used(self, entry: Entry) -> None:
        if not entry.used:
            self._used.setText(tr("No proposal uses it."))
            return
        named = ", ".join(tr("“{title}”", title=shorten(one)) for one in entry.used[:MOST_USES])
        more = len(entry.used) - MOST_USES
        told = tr_plural("{n} proposal uses it:", "{n} proposals use it:", len(entry.used))
        self._used.setText(f"{told} {named}{' …' if more > 0 else ''}")

    def _show_problems(self, entry: Entry) -> None:
        empty(self._told)
        for one in entry.loaded.problems[:MOST_PROBLEMS]:
            words = worded(one, language())
            self._told.addWidget(label(f"{one.where}: {words}" if one.where else words, "warned", wrap=True))
        self._problems.setVisible(bool(entry.loaded.problems))

    def _show_values(self, entry: Entry, *, other: bool) -> None:
        brand = entry.loaded.brand
        if brand is None:
            return
        if other:
            self.logo.show_logo(None)
        self.title.show_value(brand.title.get(language(), ""))
        self.palette_editor.show_brand(brand)
        self.page.show_entry(entry)
        self.rules.show_entry(entry)
        self.masters.show_entry(entry)
        folder, name = entry.folder, entry.name

        def show(found: tuple[Family, ...]) -> None:
            if self.entry is not None and self.entry.name == name:
                self.faces.show_entry(self.entry, found)

        self._desk.jobs.start(lambda _: families(ASSETS / "fonts", folder), show, lambda _: None, lane="brand-families")

    # what is changed -----------------------------------------------------------------------------------------------

    def _titled(self, value: object) -> None:
        title = " ".join(str(value).split())
        if title and self.entry is not None:
            changes: Changes = {("title", language()): title}
            words = say(phrase("Brandbook: {what}"), what=say(phrase("Name")))
            self._keeper.edit(self.entry.name, changes, words, merge="title")

    def _logo_read(self) -> None:
        entry, logo = self.entry, self.logo.logo
        if entry is None or entry.loaded.brand is None or logo is None:
            return
        palette, name = entry.loaded.brand.palette, entry.name

        def change(before: State) -> None:
            after = with_logo(before, logo, palette)
            kept = {**dict(before.files), **dict(after.files)}
            words = say(phrase("Brandbook: {what}"), what=say(phrase("Logo")))
            self._keeper.change(name, before, State(after.text, tuple(kept.items())), words)

        self._keeper.states(name, FILES, change)
