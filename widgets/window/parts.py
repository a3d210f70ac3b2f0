"""What a window works with besides what is seen at the start: every part is loaded and made when it is needed first."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QMainWindow

from widgets.notice import Notice
from widgets.places.place import PROPOSAL
from widgets.welcome.first import is_first
from widgets.window.tenant import Tenant

if TYPE_CHECKING:
    from app.store.work.presence import Holder
    from widgets.exporting import Exporting
    from widgets.exports import Exports
    from widgets.handing import Handing
    from widgets.hours_spent import HoursSpent
    from widgets.importing import Importing
    from widgets.life.life import Life
    from widgets.main_window import MainWindow
    from widgets.recovering import Recovering
    from widgets.requesting import Requesting
    from widgets.studio_facts import StudioFacts
    from widgets.table_exports import TableExports
    from widgets.welcome.welcoming import Welcoming
    from widgets.window.receiving import Receiving

Call = Callable[[], object]


class Parts(QMainWindow):
    """A window with its late parts. What they may ask of it is done by `MainWindow`."""

    def __init__(self, tenant: Tenant) -> None:
        super().__init__()
        self._tenant, self.desk, self.documents = tenant, tenant.desk, tenant.documents
        self._letters = QTimer(self, singleShot=True, interval=0)
        self._letters.timeout.connect(self._follow_letters)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters of the system."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ThemeChange, QEvent.Type.FontChange):
            self._letters.start()

    @cached_property
    def requesting(self) -> "Requesting":
        """From requests to drafts."""
        from widgets.requesting import Requesting

        return Requesting(self, self.desk, self.documents, self.when_kept)

    def _follow_letters(self) -> None:
        self.desk.look.follow_system()

    @cached_property
    def importing(self) -> "Importing":
        """From tables to proposals."""
        from widgets.importing import Importing

        return Importing(self, self.desk, self.documents, self._tenant.workspace, self.when_kept)

    @cached_property
    def exporting(self) -> "Exporting":
        """From the wish for a PDF to its file."""
        from widgets.exporting import Exporting

        return Exporting(self, self.desk, self._tenant.exports, self._tenant.settings)

    @cached_property
    def handing(self) -> "Handing":
        """The PDF that is dragged out of the window."""
        from widgets.handing import Handing

        return Handing(self, self.desk, self._tenant.exports, self.exporting, self._tenant.settings)

    def _look_again(self) -> None:
        """Bring the place that is looked at up to date."""
        window = cast("MainWindow", self)
        if window.stage is not None and window.stage.name != PROPOSAL:
            window.go(window.stage.name)

    def hand_over(self) -> None:
        """Let the PDF be dragged out."""
        self.handing.begin()

    @cached_property
    def table_exports(self) -> "TableExports":
        """The estimate as a table."""
        from widgets.table_exports import TableExports

        return TableExports(self, self.desk, self._tenant.settings)

    @cached_property
    def hours_spent(self) -> "HoursSpent":
        """What a tracker tells."""
        from widgets.hours_spent import HoursSpent

        return HoursSpent(self, self.desk)

    @cached_property
    def studio_facts(self) -> "StudioFacts":
        """What is known of the studio itself."""
        from widgets.studio_facts import StudioFacts

        return StudioFacts(self, self.desk, self.tell, self._look_again)

    @cached_property
    def receiving(self) -> "Receiving":
        """What is dropped on the window or pasted into it."""
        from widgets.drops import Drops
        from widgets.window.receiving import Receiving

        drops = Drops(self.desk, self.documents, self.importing, self._take_in)
        return Receiving(self, self.desk, drops, self.importing, self.when_kept)

    def _take_in(self, file: Path) -> None:
        self.life.bundles.take_in(file)

    @cached_property
    def recovering(self) -> "Recovering":
        """Work whose end nobody saw."""
        from widgets.recovering import Recovering

        return Recovering(self, self.desk, self.documents, self.tell)

    @cached_property
    def welcoming(self) -> "Welcoming":
        """The page of the first start."""
        from widgets.welcome.welcoming import Welcoming

        return Welcoming(cast("MainWindow", self))

    def welcome(self) -> None:
        """Ask how to begin, where this is the first start."""
        if not self._tenant.settings.welcomed and is_first(self._tenant.workspace):
            self.welcoming.offer()

    def remember_welcome(self) -> None:
        """Keep what was typed on the page of the first start, before everything is built anew."""
        if "welcoming" in vars(self):
            self.welcoming.remember()

    @cached_property
    def life(self) -> "Life":
        """Versions, sending, backups and what else becomes of proposals."""
        from widgets.life.home import Home
        from widgets.life.life import Life

        home = Home(self, self.desk, self.documents, self._tenant.keeping, self.tell, self.when_kept, self.act)
        return Life(cast("MainWindow", self), home)

    @property
    def exports(self) -> "Exports":
        """PDFs on their way to the disk."""
        return self._tenant.exports

    def stop(self) -> None:
        """End what is under way."""
        if "life" in vars(self):
            self.life.stop()

    # what the parts ask ----------------------------------------------------------------------------------------------

    def tell(self, notice: Notice) -> None:
        """Say something."""
        raise AssertionError("a window says how")

    def act(self, name: str) -> None:
        """Do what an action does."""
        raise AssertionError("a window says how")

    def when_kept(self, then: Call) -> None:
        """Do something that leaves the open proposal."""
        raise AssertionError("a window says how")

    def forward(self, holder: "Holder", folder: Path) -> bool:
        """Bring the window that has a proposal open forward, and tell whether it came."""
        return self._tenant.windows is not None and self._tenant.windows.forward(holder, folder)
