"""The field for a package."""

from widgets.desk import Desk
from widgets.fields.choice import ChoiceField
from widgets.phrases import shorten
from widgets.session import Change, Kind
from widgets.words import tr


class PackageField(ChoiceField):
    """One of the estimate's packages by its id, or none. A package that is not there any more is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, ())
        self._session = desk.session
        desk.session.changed.connect(self._changed)
        self._offer()

    def show_value(self, value: object) -> None:
        """Show a package."""
        super().show_value(value if value in self._values else "")
        self._shown = value

    def _offer(self) -> None:
        packages = self._session.proposal.estimate.packages
        titles = ((one.id, shorten(one.title) or tr("Without a name")) for one in packages)
        self.set_options([("", tr("none")), *titles])

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED and change.before.estimate.packages is not change.after.estimate.packages:
            self._offer()
