"""The first start: a page over the whole window until somebody has chosen how to begin."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.model.client import Studio
from app.problems import Problem, Severity
from widgets.brands.form import Filled
from widgets.jobs import Ticket
from widgets.notice import Notice, of_failure, of_problems
from widgets.places.place import PROPOSALS
from widgets.session import Change, Kind
from widgets.welcome.first import OWN, is_first
from widgets.welcome.page import WelcomePage
from widgets.words import language, tr

if TYPE_CHECKING:
    from app.brand.making import Made
    from app.sources import Opened
    from widgets.main_window import MainWindow


class Welcoming(QObject):
    """Shows the page over a window, and does what is chosen there. `page` is None when it is not seen."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self.page: WelcomePage | None = None
        self._kept: Filled | None = None
        self._hidden: list[QWidget] = []
        window.built.connect(self._built)
        window.desk.session.changed.connect(self._changed)

    def offer(self) -> None:
        """Show the page where this is the first start."""
        if not self._desk.settings.welcomed and is_first(self._desk.workspace):
            self._show()

    def leave(self) -> None:
        """Show the window as it always is."""
        page, self.page = self.page, None
        if page is None:
            return
        self._desk.settings.welcomed = True
        self._begin_numbers()
        page.hide()  # before the others come: beside each other they would make the window wider
        page.deleteLater()
        for widget in self._hidden:
            widget.setVisible(True)
        self._window.menuBar().show()
        self._window.go(PROPOSALS)
        stage = self._window.stage
        if stage is not None:
            stage.place(PROPOSALS).focus_first()

    def _show(self) -> None:
        central = self._window.centralWidget()
        layout = central.layout() if central is not None else None
        assert layout is not None
        page = WelcomePage(self._desk)
        items = [layout.itemAt(i) for i in range(layout.count())]
        self._hidden = [widget for item in items if item is not None and (widget := item.widget()) is not None]
        for widget in self._hidden:
            widget.hide()
        self._window.menuBar().hide()
        layout.addWidget(page)
        self.page = page
        page.left.connect(self.leave)
        page.shown.connect(self._bring)
        page.made.connect(self._make)
        page.spoken.connect(self._speak)
        page.focus_first()

    # building the window anew ----------------------------------------------------------------------------------------

    def _speak(self, chosen: str) -> None:
        self._window.choose_language(chosen)

    def _built(self) -> None:
        """The window was built anew, in another language or theme, and the page with it."""
        if self.page is None:
            return
        self._show()
        if self._kept is not None:
            self.page.show_filled(self._kept)

    def remember(self) -> None:
        """Keep what stands in the form before the window is built anew."""
        self._kept = self.page.form.filled if self.page is not None and self.page.is_filling else None

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED and self._desk.session.is_open and self.page is not None:
            self.leave()
            self._window.go("proposal")

    # what is chosen ------------------------------------------------------------------------------------------------

    def _bring(self) -> None:
        from app.sources.demonstration import bring

        workspace, spoken = self._desk.workspace, language()
        self._desk.jobs.start(lambda _: bring(workspace, spoken), self._brought, self._failed)

    def _brought(self, opened: "Opened") -> None:
        if opened.proposal is None:
            self._complain(opened.problems)
            return
        self._window.open_reference(str(opened.folder))

    def _make(self) -> None:
        assert self.page is not None
        filled, wish = self.page.form.filled, self.page.form.wish()
        workspace = self._desk.workspace

        def work(_: Ticket) -> "Made":
            from app.brand.making import Made, make_brandbook
            from app.store.house import House, write_house

            made = make_brandbook(workspace.path / OWN, wish)
            if made.folder is None:
                return made
            house = House(made.name, Studio(name=filled.name), filled.language)
            told = write_house(workspace.path, house, workspace.disk)
            return Made(made.name, made.folder, (*made.problems, *told))

        self._desk.jobs.start(work, self._made, self._failed)

    def _made(self, made: "Made") -> None:
        if made.folder is None:
            self._complain(made.problems)
            return
        self._desk.pipeline.refresh()
        self.leave()
        lead = tr("Your brandbook is made; new proposals begin with it.")
        self._window.tell(of_problems(made.problems, lead) or Notice(Severity.INFO, lead))

    def _begin_numbers(self) -> None:
        """Number proposals by a pattern that can be read in the language that was chosen."""
        from app.store.naming import ENGLISH_PATTERN, NUMBER_PATTERN

        workspace = self._desk.workspace
        if language() == "en" and workspace.number_pattern == NUMBER_PATTERN:
            self._desk.jobs.start(lambda _: workspace.set_number_pattern(ENGLISH_PATTERN), self._numbered, self._failed)

    def _numbered(self, problems: tuple[Problem, ...]) -> None:
        if notice := of_problems(problems):
            self._window.tell(notice)

    def _complain(self, problems: tuple[Problem, ...]) -> None:
        if self.page is not None:
            self.page.complain(problems)

    def _failed(self, error: Exception) -> None:
        told = of_failure(error)
        if self.page is not None:
            self.page.complain(())
        self._window.tell(told)
