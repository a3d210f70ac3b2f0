"""The quiet sign beside the title: number, revision and status, with what can be done about it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from widgets.actions import Actions
from widgets.desk import Desk
from widgets.life.standing import ICONS, designation
from widgets.look.parts import plain_tip
from widgets.look.scale import px
from widgets.phrases import shorten
from widgets.words import tr

DEEDS = ("send", "accept", "decline", "withdraw", "resend", "", "history", "versions")
LONGEST = 48


class StatusBadge(QToolButton):
    """An icon and words; pressing it opens a menu."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("badge")
        self._desk, self._actions = desk, actions
        self.setIconSize(QSize(px(16), px(16)))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        desk.session.changed.connect(self._show)
        self._show()

    def _fill(self) -> None:
        """Offer what is possible now; what is not would only be in the way."""
        menu = self.menu()
        menu.clear()
        for name in DEEDS:
            if not name:
                menu.addSeparator()
            elif self._actions[name].isEnabled():
                menu.addAction(self._actions[name])

    def _show(self) -> None:
        proposal = self._desk.session.proposal
        words = designation(proposal)
        icon, color = ICONS[proposal.status]
        if self.text() != words:
            self.setText(shorten(words, LONGEST).replace("&", "&&"))
            self.setIcon(self._desk.look.icon(icon, color))
            self.setAccessibleName(tr("Status: {status}", status=words))
            self.setToolTip(plain_tip(self.accessibleName()))
