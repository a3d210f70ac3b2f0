"""The field for a part of the estimate."""

from widgets.desk import Desk
from widgets.fields.choice import ChoiceField
from widgets.phrases import shorten
from widgets.session import Change, Kind
from widgets.words import tr

LONGEST = 60


class PartField(ChoiceField):
    """One of the estimate's sections by its id, or none, which `none` puts into words. A section that is not there any more is
    none.
    """

    def __init__(self, desk: Desk, none: str = "") -> None:
        super().__init__(desk.look, ())
        self._none = none or tr("none")
        self._session = desk.session
        desk.session.changed.connect(self._changed)
        self._offer()

    def show_value(self, value: object) -> None:
        """Show a part."""
        super().show_value(value if value in self._values else "")
        self._shown = value

    def _offer(self) -> None:
        parts = self._session.proposal.estimate.sections
        titles = ((part.id, shorten(part.title, LONGEST) or tr("Without a name")) for part in parts)
        self.set_options([("", self._none), *titles])

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED and change.before.estimate is not change.after.estimate:
            self._offer()
