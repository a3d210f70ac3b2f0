"""The names that a proposal is about: they are not misspelt, whatever a dictionary knows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.spelling.names import forms_of
from widgets.session import Change, Session

if TYPE_CHECKING:
    from app.model.proposal import Proposal
    from widgets.spelling import Spelling


class OwnNames(QObject):
    """Lets spelling know the people, the client and the studio of the open proposal, as they are now."""

    def __init__(self, session: Session, spelling: "Spelling") -> None:
        super().__init__(spelling)
        self._session, self._spelling = session, spelling
        self._last: tuple[object, ...] = ()
        session.changed.connect(self._changed)
        self._look()

    def _changed(self, change: Change) -> None:
        self._look()

    def _look(self) -> None:
        proposal = self._session.proposal
        now = proposal.people, proposal.client, proposal.contact, proposal.studio
        if len(self._last) != len(now) or any(one is not other for one, other in zip(self._last, now, strict=True)):
            self._last = now
            self._spelling.let_be(forms_of(_names(proposal)))


def _names(proposal: "Proposal") -> Iterator[str]:
    studio, client = proposal.studio, proposal.client
    yield from (studio.name, studio.legal_name, studio.city, studio.address, client.name, client.city, proposal.contact.name)
    yield from (person.name for person in proposal.people)
