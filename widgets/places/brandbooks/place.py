"""The brandbooks: those of the studio and those that ship, with real pages of each; the studio's own are changed here."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QUndoStack
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.brand.making import BrandWish, make_brandbook
from app.brand.own import duplicated
from app.i18n import phrase
from app.sources.brandbooks import take_in
from widgets.brands.form import CARD_SHEETS
from widgets.brands.proofs import Images, Proofs, Wanted
from widgets.brands.samples import ALL, Sample, Sheet, has_all
from widgets.dialogs.fitted import open_once
from widgets.look.parts import column, label, plain_tip, push, row, rule, styled
from widgets.phrases import say
from widgets.places.brandbooks.detail import Detail
from widgets.places.brandbooks.keeper import BrandKeeper, Entry
from widgets.places.brandbooks.making import MakingDialog
from widgets.places.brandbooks.shelf import Shelf
from widgets.places.place import Host, Place
from widgets.words import language, tr

LEFT, LARGE, SMALL, LARGE_WIDTH = 312, "large", 150, 300


@dataclass(frozen=True)
class Memory:
    """What is remembered while the window is built anew."""

    chosen: str


class BrandbooksPlace(Place):
    """Cards at the left, the one that is chosen beside them."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host, desk = host, host.desk
        styled(self, "surface")
        self.keeper = BrandKeeper(desk, self)
        self.proofs = Proofs(desk.jobs, desk.pipeline, self)
        self._chosen = ""
        self._painted: dict[str, object] = {}
        self.dialog: MakingDialog | None = None
        self.shelf = Shelf(desk.look)
        calls = {
            "default": lambda: self.keeper.keep_default(self._chosen),
            "use": self.use,
            "copy": self.duplicate,
            "folder": self._show_folder,
            "reload": self.keeper.read,
        }
        self.detail = Detail(desk, self.keeper, calls)
        self.new = push(tr("New brandbook"), lambda: None, "primary")
        self._build()
        self.keeper.listed.connect(self._show)
        self.keeper.changed.connect(self._changed)
        self.keeper.told.connect(host.tell)
        self.shelf.chosen.connect(self.choose)
        self.proofs.painted.connect(self._proofed)

    def _build(self) -> None:
        across = row(self)
        left = styled(QWidget(), "frame")
        left.setFixedWidth(LEFT)
        box = column(left, (0, 20, 0, 12), gap=12)
        title = label(tr("Brandbooks"), "display")
        title.setContentsMargins(16, 0, 16, 0)
        box.addWidget(title)
        box.addWidget(self.shelf, 1)
        foot = column(margins=(16, 0, 16, 0), gap=8)
        menu = QMenu(self.new)
        look = self._host.desk.look
        ways = (
            ("brandbooks", tr("From a logo and colours…"), self.begin),
            ("folder", tr("From a folder of somebody else's…"), self.import_folder),
            ("bundle", tr("From a zip of somebody else's…"), self.import_zip),
        )
        for icon, words, call in ways:
            menu.addAction(look.icon(icon), words).triggered.connect(partial(_call, call))
        self.new.setMenu(menu)
        foot.addWidget(self.new)
        self.facts = push(tr("Facts of the studio…"), lambda: self._host.act("studio"))
        self.facts.setToolTip(plain_tip(tr("Name, address, legal details: what new proposals say of the studio")))
        foot.addWidget(self.facts)
        box.addLayout(foot)
        across.addWidget(left)
        across.addWidget(rule(vertical=True))
        across.addWidget(self.detail, 1)

    # a place -------------------------------------------------------------------------------------------------------

    def enter(self, wanted: str = "") -> None:
        """Look what brandbooks there are; the one that is wanted is shown."""
        self._chosen = wanted or self._chosen
        self._painted.clear()
        self.keeper.read()

    def focus_first(self) -> None:
        """Put the cursor onto the brandbook that is looked at."""
        self.shelf.focus_chosen()

    @property
    def stack(self) -> QUndoStack | None:
        """On which changes of brandbooks can be undone."""
        return self.keeper.stack

    def memory(self) -> object:
        """Return which one is looked at."""
        return Memory(self._chosen)

    def recollect(self, memory: object) -> None:
        """Look at the same again."""
        if isinstance(memory, Memory):
            self._chosen = memory.chosen

    # what is shown -------------------------------------------------------------------------------------------------

    @property
    def entry(self) -> Entry | None:
        """The brandbook that is looked at."""
        return self.keeper.entries.get(self._chosen)

    def choose(self, name: str) -> None:
        """Look at a brandbook."""
        self._chosen = name
        self._show()

    def _show(self) -> None:
        entries, session = self.keeper.entries, self._host.desk.session
        if not entries:
            return
        present = session.proposal.brandbook if session.is_open else ""
        if self._chosen not in entries:
            self._chosen = present if present in entries else self.keeper.default
        first = not self.shelf.cards
        self.shelf.show_entries(tuple(entries.values()), self._chosen, self.keeper.default)
        if first and self.isVisible():
            self.shelf.focus_chosen()
        entry = self.entry
        if entry is None:
            return
        default = entry.name == self.keeper.default
        self.detail.show_entry(entry, default=default, present=entry.name == present, is_open=session.is_open)
        self._paint()

    def _changed(self, name: str) -> None:
        if name in self.keeper.entries:
            self._show()

    def _paint(self) -> None:
        """Ask for pages of what is looked at, then for those of the cards, where they are not what they were."""
        entry, ratio = self.entry, self.devicePixelRatioF()
        if entry is not None:
            key = (entry.name, _key(entry), language())
            if self._painted.get(LARGE) != key:
                self._painted[LARGE] = key
                self.proofs.show_one(LARGE, entry.name, self._wanted(ALL, round(LARGE_WIDTH * ratio)), first=True)
        for other in self.keeper.entries.values():
            if other.loaded.brand is not None and self._painted.get(other.name) != (_key(other), language()):
                self._painted[other.name] = (_key(other), language())
                self.proofs.show_one(f"card-{other.name}", other.name, self._wanted(CARD_SHEETS, round(SMALL * ratio)))

    def _wanted(self, sheets: tuple[Sheet, ...], width: int) -> Wanted:
        session = self._host.desk.session
        open_one = session.is_open and session.folder is not None and has_all(session.proposal)
        sample = Sample(session.proposal, session.folder) if open_one and session.folder is not None else None
        studio = "" if sample else self.keeper.house.studio.name
        return Wanted(sheets, width, language(), sample, studio)

    def _proofed(self, tag: str, images: Images) -> None:
        if tag == LARGE:
            self.detail.pages.show_images(images)
        elif tag.removeprefix("card-") in self.shelf.cards:
            self.shelf.cards[tag.removeprefix("card-")].pages.show_images(images)

    # doing ---------------------------------------------------------------------------------------------------------

    def use(self) -> None:
        """Set the open proposal in the brandbook that is looked at."""
        session, entry = self._host.desk.session, self.entry
        if session.is_open and entry is not None:
            name = entry.title(language())
            session.edit(replace(session.proposal, brandbook=entry.name), say(phrase("Brandbook: {what}"), what=name))
            self._show()

    def duplicate(self) -> None:
        """Make a copy that can be changed."""
        entry = self.entry
        if entry is not None:
            title = tr("{name}, our own", name=entry.title(language())) if not entry.own else f"{entry.title(language())} 2"
            source = entry.folder
            self.keeper.make(lambda folder: duplicated(source, folder, title), self._look_at)

    def begin(self) -> None:
        """Ask for a name, a logo and colours."""
        if self.dialog is not None:
            return
        self.dialog = MakingDialog(self.window(), self._host.desk)
        self.dialog.made.connect(self._make)
        self.dialog.finished.connect(self._close_dialog)
        open_once(self.dialog)

    def _make(self, wish: BrandWish) -> None:
        self.keeper.make(lambda folder: make_brandbook(folder, wish), self._look_at)

    def _close_dialog(self) -> None:
        self.dialog = None

    def import_folder(self) -> None:
        """Ask for a folder, and take what is a brandbook in it."""
        folder = QFileDialog.getExistingDirectory(self.window(), tr("The folder of a brandbook"))
        if folder:
            self.take(Path(folder))

    def import_zip(self) -> None:
        """Ask for a zip, and take what is a brandbook in it."""
        file, _ = QFileDialog.getOpenFileName(self.window(), tr("A brandbook as a zip"), "", "ZIP (*.zip)")
        if file:
            self.take(Path(file))

    def take(self, source: Path) -> None:
        """Take somebody else's brandbook in, file by file."""
        disk = self._host.desk.workspace.disk
        self.keeper.make(lambda folder: take_in(source, folder, disk), self._look_at)

    def _look_at(self, name: str) -> None:
        self._chosen = name

    def _show_folder(self) -> None:
        if self.entry is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.entry.folder)))


def _key(entry: Entry) -> str:
    return entry.loaded.brand.key if entry.loaded.brand is not None else ""


def _call(call: Callable[[], object], _checked: bool = False) -> None:
    call()
