"""The packages: the same work in a few sizes, which of them counts, and what is in each."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from app.edits import lists
from app.edits import packages as edit
from app.edits.fields import set_value
from app.i18n import phrase
from app.model.package import Package
from app.model.path import exists, get
from app.model.sections import Packages
from widgets import deeds
from widgets.desk import Desk
from widgets.estimate.lines import Line, LineList
from widgets.estimate.package_matrix import PackageMatrix
from widgets.fields.choice import ChoiceField
from widgets.fields.text import LineField
from widgets.look.look import face
from widgets.look.parts import label, push, row, tool
from widgets.phrases import say, shorten
from widgets.session import Session
from widgets.words import hours, money, tr

INSET = 28


class PackageLine(Line):
    """One package."""

    def __init__(self, desk: Desk, path: str, group: QButtonGroup) -> None:
        super().__init__(desk, path)
        self.id = path.rpartition("/")[2]
        self._sum, self._hours = label("", "strong"), label("", "small")
        self._sum.setFont(face(tabular=True))
        self.counts = QRadioButton()
        self.counts.setToolTip(tr("This one counts in the total"))
        self.counts.setAccessibleName(tr("This one counts in the total"))
        group.addButton(self.counts)
        self.counts.clicked.connect(lambda _checked=False: self._choose())
        above, below = row(gap=8), row(margins=(INSET - 4, 0, 0, 0), gap=2)
        above.addWidget(self.counts)
        above.addWidget(self.bind("title", LineField(tr("Small, medium, everything…")), phrase("Package")), 1)
        above.addWidget(self._sum)
        hint = LineField(tr("For whom it is, in a sentence"))
        below.addWidget(self.bind("text", hint, phrase("About the package"), f"{path}/title"), 1)
        below.addSpacing(6)
        below.addWidget(self._hours)
        below.addWidget(tool(desk.look, "up", tr("Move up"), lambda: self._move(-1), 16))
        below.addWidget(tool(desk.look, "down", tr("Move down"), lambda: self._move(1), 16))
        below.addWidget(tool(desk.look, "remove", tr("Remove the package"), self._remove, 16))
        self.box.addLayout(above)
        self.box.addLayout(below)

    def show_computed(self) -> None:
        """Show what it costs, and whether it counts."""
        session = self.desk.session
        found = next((one for one in session.totals.packages if one.id == self.id), None)
        if found is not None:
            self._sum.setText(money(found.total, session.totals.currency))
            self._hours.setText(hours(found.hours))
        self.counts.setChecked(counting(session) == self.id)

    def _package(self) -> Package | None:
        proposal = self.desk.session.proposal
        return get(proposal, self.path) if exists(proposal, self.path) else None

    def _choose(self) -> None:
        package, session = self._package(), self.desk.session
        if package is not None and counting(session) != self.id:
            words = say(phrase("Package “{title}” counts"), title=shorten(package.title))
            session.edit(set_value(session.proposal, "estimate/package", self.id), words)

    def _move(self, by: int) -> None:
        package, session = self._package(), self.desk.session
        if package is not None:
            before = counting(session)
            index = max(0, session.proposal.estimate.packages.index(package) + by)
            moved = lists.move(session.proposal, edit.PACKAGES, package.id, index)
            words = say(phrase("Move the package “{title}”"), title=shorten(package.title))
            session.edit(set_value(moved, "estimate/package", before), words)  # the one that counts goes on counting

    def _remove(self) -> None:
        package, session = self._package(), self.desk.session
        if package is not None:
            words = say(phrase("Remove the package “{title}”"), title=shorten(package.title))
            session.edit(edit.remove_package(session.proposal, package.id), words)


class PackagesField(LineList):
    """The packages, the one that is recommended, and which lines are in which."""

    def __init__(self, desk: Desk) -> None:
        self._group = QButtonGroup()
        none = phrase("No packages: there is one price. With two or three the client chooses a size.")
        super().__init__(desk, edit.PACKAGES, lambda own: PackageLine(desk, own, self._group), none)
        self.more = push(tr("Add a package"), self._add)
        self.page = push(tr("Add the page that compares them"), lambda: deeds.add_section(desk.session, "packages"), "link")
        self.recommended = ChoiceField(desk.look, [])
        self.recommended.setAccessibleName(tr("Recommended"))
        self.recommended.edited.connect(self._recommend)
        self._above = label(tr("Recommended"), "field")
        self._above.setBuddy(self.recommended)
        across = row(gap=8)
        across.addWidget(self.more)
        across.addWidget(self.page)
        across.addStretch(1)
        across.addWidget(self._above)
        across.addWidget(self.recommended)
        self.matrix = PackageMatrix(desk)
        self.foot.addLayout(across)
        self.foot.addSpacing(8)
        self.foot.addWidget(self.matrix)
        self.setFocusProxy(self.more)
        self.refresh()

    def refresh(self) -> None:
        """Show the packages, and offer what makes sense with them."""
        super().refresh()
        session = self.desk.session
        packages, pages = session.proposal.estimate.packages, _pages(session)
        self.matrix.setVisible(bool(packages))
        self.matrix.refresh()
        self.page.setVisible(bool(packages) and not pages)
        for part in (self._above, self.recommended):
            part.setVisible(bool(packages) and bool(pages))
        if pages:
            titles = ((one.id, shorten(one.title, 24) or tr("Without a name")) for one in packages)
            self.recommended.set_options([("", tr("none")), *titles])
            known = pages[0].recommended if pages[0].recommended in {one.id for one in packages} else ""
            self.recommended.show_value(known)

    def _add(self) -> None:
        self.add(lambda proposal: edit.add_package(proposal, edit.new_package(proposal)), say(phrase("Add a package")))

    def _recommend(self, package_id: object) -> None:
        """Recommend one on every page that compares them."""
        session = self.desk.session
        changed = session.proposal
        for page in _pages(session):
            changed = set_value(changed, f"sections/{page.id}/recommended", str(package_id))
        session.edit(changed, say(phrase("Recommended package")))


def counting(session: Session) -> str:
    """Return the id of the package that counts, empty where there is none."""
    estimate = session.proposal.estimate
    ids = [package.id for package in estimate.packages]
    return estimate.package if estimate.package in ids else ids[0] if ids else ""


def _pages(session: Session) -> list[Packages]:
    return [section for section in session.proposal.sections if isinstance(section, Packages)]
