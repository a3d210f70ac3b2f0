"""Ties a field to a value of the proposal: typing becomes an edit, an edit from elsewhere is shown."""

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from app.edits.fields import set_value
from app.model.path import exists, get
from widgets.naming import of_field, shown
from widgets.session import Change, Kind, Session


class ValueField(Protocol):
    """A widget that edits one value."""

    edited: SignalInstance

    def show_value(self, value: Any) -> None:
        """Show the value without telling anybody."""


class Binding(QObject):
    """The tie between one field and the value at one path; it lives as long as the field."""

    def __init__(self, session: Session, path: str, field: ValueField, what: str, title: str = "") -> None:
        assert isinstance(field, QWidget)
        super().__init__(field)
        self._session, self._path, self._field, self._what = session, path, field, what
        self._naming = of_field(what, path, title, getattr(field, "words_of", shown))
        field.show_value(get(session.proposal, path))
        field.edited.connect(self._edited)
        stepped: SignalInstance | None = getattr(field, "stepped", None)
        if stepped is not None:
            stepped.connect(session.settle)
        session.changed.connect(self._changed)
        (field.focusProxy() or field).installEventFilter(self)

    @property
    def path(self) -> str:
        """Where the value is."""
        return self._path

    def lead_to(self, path: str, title: str = "") -> None:
        """Tie the field to a value of the same kind at another path; nothing of the former one stays in the field."""
        self._path = path
        self._naming = of_field(self._what, path, title, getattr(self._field, "words_of", shown))
        begin = getattr(self._field, "begin_with", self._field.show_value)
        begin(get(self._session.proposal, path))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the session what is looked at; leaving a field ends the edit that was typed there."""
        if event.type() is QEvent.Type.FocusIn and self._session.place != self._path:
            self._session.go_to(self._path)
        elif event.type() is QEvent.Type.FocusOut:
            self._session.settle()
        return False

    def _edited(self, value: object) -> None:
        if exists(self._session.proposal, self._path):
            self._session.edit(set_value(self._session.proposal, self._path, value), self._naming, merge=self._path)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED and exists(change.after, self._path):
            value = get(change.after, self._path)
            if not exists(change.before, self._path) or get(change.before, self._path) != value:
                self._field.show_value(value)
