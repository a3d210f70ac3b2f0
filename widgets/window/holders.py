"""A proposal that somebody else has open: its window comes forward, or one looks at it, or works on a copy."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.problems import Severity
from widgets.documents import Documents, Loaded
from widgets.notice import Deed, Notice
from widgets.words import moment, tr

if TYPE_CHECKING:
    from app.store.work.presence import Holder


class Holders(QObject):
    """Says who has a proposal, and offers what can be done. `forward` calls the window of another process or this one forward
    and tells whether it came.
    """

    def __init__(
        self, parent: QObject, documents: Documents, tell: Callable[[Notice], None], forward: Callable[["Holder", Path], bool]
    ) -> None:
        super().__init__(parent)
        self._documents, self._tell, self._forward = documents, tell, forward
        documents.held.connect(self._held)

    def _held(self, loaded: Loaded) -> None:
        holder, folder = loaded.holder, loaded.folder
        assert holder is not None and folder is not None
        if holder.where == "here" and self._forward(holder, folder):
            self._tell(Notice(Severity.INFO, tr("This proposal is open in another window, which has come forward.")))
            return
        deeds = [
            Deed(tr("Only look at it"), lambda: self._documents.look_at(folder)),
            Deed(tr("Work on a copy"), lambda: self._documents.copy(folder)),
        ]
        if holder.where != "here" and holder.silent(datetime.datetime.now(datetime.UTC)):
            deeds.append(Deed(tr("Take it over"), lambda: self._documents.take_over(folder)))
        self._tell(Notice(Severity.WARNING, said(holder), deeds=tuple(deeds)))


def said(holder: "Holder") -> str:
    """Say who has a proposal open, where and since when."""
    if holder.where == "here":
        return tr("This proposal is open in another program on this computer.")
    if holder.user and holder.host and holder.since:
        facts = {"user": holder.user, "host": holder.host, "since": moment(holder.since)}
        text = tr("{user} has this proposal open on {host} since {since}.", **facts)
    else:
        text = tr("Somebody has this proposal open on another computer.")
    if holder.silent(datetime.datetime.now(datetime.UTC)):
        text += " " + tr("There has been no sign of life for some minutes.")
    return text
