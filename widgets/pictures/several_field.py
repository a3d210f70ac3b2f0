"""What several chosen pictures have in common: their credit and their frame, changed for all of them at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.edits.fields import set_value
from app.i18n import phrase
from app.model.path import exists, get
from app.model.picture import Frame, Picture
from widgets.desk import Desk
from widgets.fields.linewriting import help_line
from widgets.fields.text import LineField
from widgets.look.parts import column, label, push, row
from widgets.phrases import say
from widgets.pictures.frame_field import FrameField
from widgets.session import Change, Kind
from widgets.words import tr, tr_plural

LOADED_WIDTH = 480


class SeveralField(QFrame):
    """Fields for the pictures at these places of a list."""

    def __init__(self, desk: Desk, path: str, places: tuple[int, ...], remove: Callable[[], None]) -> None:
        super().__init__()
        self._desk, self._path, self._places = desk, path, places
        self.setObjectName("receiver")
        self.credit, self.frame = LineField(tr("Who made them")), FrameField(desk.look)
        self.credit.setAccessibleName(tr("Credit"))
        self.frame.setAccessibleName(tr("Frame"))
        help_line(desk, self.credit, f"{path}/{places[0]}/credit")
        self.credit.edited.connect(lambda text: self._set("credit", text))
        self.frame.edited.connect(lambda frame: self._set("frame", frame))
        box = column(self, gap=8)
        box.addWidget(label(tr_plural("{n} picture", "{n} pictures", len(places)), "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        fields: tuple[tuple[str, QWidget], ...] = ((tr("Credit"), self.credit), (tr("Frame"), self.frame))
        for line, (words, field) in enumerate(fields):
            grid.addWidget(label(words, "field"), line, 0)
            grid.addWidget(field, line, 1)
        box.addLayout(grid)
        buttons = row(gap=8)
        buttons.addWidget(push(tr_plural("Remove {n} picture", "Remove {n} pictures", len(places)), remove))
        buttons.addStretch(1)
        box.addLayout(buttons)
        desk.session.changed.connect(self._changed)
        desk.media.loaded.connect(self._refresh)
        self._refresh()

    def _pictures(self) -> list[Picture]:
        proposal = self._desk.session.proposal
        paths = [f"{self._path}/{place}" for place in self._places]
        return [get(proposal, path) for path in paths if exists(proposal, path)]

    def _refresh(self) -> None:
        pictures = self._pictures()
        credits_, frames = {one.credit for one in pictures}, {one.frame for one in pictures}
        self.credit.show_value(credits_.pop() if len(credits_) == 1 else "")
        self.credit.setPlaceholderText(tr("Who made them") if len(credits_) < 2 else tr("different ones"))
        self.frame.show_value(frames.pop() if len(frames) == 1 else None)
        if pictures:
            self.frame.show_picture(pictures[0], self._desk.media.picture(pictures[0].file, LOADED_WIDTH))

    def _set(self, field: str, value: str | Frame) -> None:
        session = self._desk.session
        proposal = session.proposal
        for place in self._places:
            path = f"{self._path}/{place}"
            if exists(proposal, path):
                picture: Picture = get(proposal, path)
                changed = replace(picture, credit=value) if isinstance(value, str) and field == "credit" else picture
                changed = replace(picture, frame=value) if isinstance(value, Frame) else changed
                proposal = set_value(proposal, path, changed)
        words = phrase("Credit of {n} pictures") if field == "credit" else phrase("Frame of {n} pictures")
        session.edit(proposal, say(words, n=str(len(self._places))), merge=f"{self._path}/{self._places}/{field}")

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED:
            self._refresh()
