"""The place of all proposals."""

from PySide6.QtWidgets import QVBoxLayout

from widgets.look.parts import column
from widgets.panels.start import StartPage
from widgets.places.place import Host, Place


class ProposalsPlace(Place):
    """Every proposal of the workspace, and how to begin one."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self.page = StartPage(host.desk.look, host.open, lambda: host.act("new"), lambda: host.act("open"))
        box: QVBoxLayout = column(self)
        box.addWidget(self.page)
        host.documents.listed.connect(self.page.show_entries)

    def enter(self, wanted: str = "") -> None:
        """Look what proposals there are."""
        self._host.documents.list_proposals()

    def focus_first(self) -> None:
        """Put the cursor into the list."""
        self.page.list.setFocus()
