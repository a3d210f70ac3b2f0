"""The pictures of a story or of a work: a grid to put them in order, and the words of those that are chosen."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.edits.several import carry, move_several, remove_several
from app.i18n import phrase
from app.model.path import exists, get
from app.model.picture import Picture
from app.model.proposal import Proposal
from widgets.choices import called
from widgets.desk import Desk
from widgets.fields.picture import PictureField, PictureWell
from widgets.look.parts import column, empty, label, styled
from widgets.phrases import Phrase, say
from widgets.pictures.offer import Source
from widgets.pictures.placing import put_pictures
from widgets.pictures.receiver import Receiver
from widgets.pictures.several_field import SeveralField
from widgets.pictures.tiles import Load, Spot, Step, Tile, Tiles, coming_tile
from widgets.session import Change, Kind
from widgets.words import tr

GAP = 8


class PicturesField(QWidget):
    """The list of pictures at a path."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__()
        self._desk, self._path = desk, path
        styled(self, "receiver")
        self.tiles = Tiles(desk.session, path, desk.look, desk.media)
        self.tiles.setAccessibleName(tr("Pictures"))
        self.tiles.setAccessibleDescription(tr("Alt with the arrow keys puts them in order, Delete takes them out"))
        self.well = PictureWell(desk, self.take, many=True)
        self.shown: PictureField | SeveralField | None = None
        self._below = column(gap=GAP)
        box = column(self, gap=GAP)
        box.addWidget(self.tiles)
        box.addLayout(self._below)
        box.addWidget(self.well)
        self.hint = label(tr("Drag pictures to put them in order. Shift and Ctrl choose several."), "small", wrap=True)
        box.addWidget(self.hint)
        self._connect()
        Receiver(self, self.take)
        self._refresh()

    def _connect(self) -> None:
        tiles = self.tiles
        tiles.moved.connect(self._move)
        tiles.carried.connect(self._carry)
        tiles.received.connect(lambda sources, spot: self.take(sources, spot.before))
        tiles.removed.connect(self._remove)
        tiles.opened.connect(self._open)
        tiles.chosen.connect(self._show_chosen)
        self._desk.session.changed.connect(self._changed)
        self._desk.media.loaded.connect(tiles.viewport().update)
        self._desk.media.intake.arrived.connect(self._arrived)
        self._desk.media.intake.ended.connect(self._refresh)

    def _arrived(self, where: str) -> None:
        if where == self._path:
            self._refresh()

    def focus_path(self, path: str) -> bool:
        """Choose the picture of a path and put the focus into its field. Return whether there is one."""
        step = path.removeprefix(f"{self._path}/").split("/")[0]
        if path == self._path or not step.isdecimal() or int(step) >= len(self._pictures()):
            return False
        self.tiles.choose([int(step)])
        return isinstance(self.shown, PictureField) and self.shown.focus_path(path)

    def take(self, sources: tuple[Source, ...], before: int | None = None) -> None:
        """Take pictures in: before the one at a place, or to the end."""
        session, path = self._desk.session, self._path
        self._desk.media.intake.begin(sources, lambda taken: put_pictures(session, path, taken, before), path)

    def _pictures(self) -> tuple[Picture, ...]:
        proposal = self._desk.session.proposal
        found = get(proposal, self._path) if exists(proposal, self._path) else ()
        return found if isinstance(found, tuple) else ()

    def _refresh(self, chosen: tuple[Step, ...] = ()) -> None:
        pictures = self._pictures()
        coming = [coming_tile(taken) for taken in self._desk.media.intake.coming(self._path)]
        self.tiles.show_tiles([*(_tile(i, picture) for i, picture in enumerate(pictures)), *coming], chosen)
        self.tiles.setVisible(bool(pictures or coming))
        self.hint.setVisible(len(pictures) > 1)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show the fields of the pictures that are chosen."""
        steps = [step for step in self.tiles.steps() if isinstance(step, int)]
        wanted = tuple(steps)
        if self.shown is not None and self.shown.property("steps") == list(wanted):
            return
        empty(self._below)
        self.shown = None
        if len(wanted) == 1:
            self.shown = PictureField(self._desk, f"{self._path}/{wanted[0]}", framed=True, gone=partial(self._remove, wanted))
        elif wanted:
            self.shown = SeveralField(self._desk, self._path, wanted, partial(self._remove, wanted))
        if self.shown is not None:
            self.shown.setProperty("steps", list(wanted))
            self._below.addWidget(self.shown)

    # edits ---------------------------------------------------------------------------------------------------------

    def _edit(self, after: Proposal, naming: Phrase, chosen: tuple[Step, ...] = ()) -> None:
        self._desk.session.edit(after, naming)
        if chosen:
            self._refresh(chosen)

    def _move(self, steps: tuple[Step, ...], before: int) -> None:
        after = move_several(self._desk.session.proposal, self._path, steps, before)
        start = before - sum(1 for step in steps if isinstance(step, int) and step < before)
        self._edit(
            after, _named(steps, phrase("Move the picture"), phrase("Move {n} pictures")), tuple(range(start, start + len(steps)))
        )

    def _carry(self, load: Load, spot: Spot) -> None:
        if load.path.endswith("/pictures"):
            after = carry(self._desk.session.proposal, load.path, load.steps, self._path, spot.before)
            chosen = tuple(range(spot.before, spot.before + len(load.steps)))
            self._edit(after, _named(load.steps, phrase("Move the picture"), phrase("Move {n} pictures")), chosen)

    def _remove(self, steps: tuple[Step, ...]) -> None:
        after = remove_several(self._desk.session.proposal, self._path, steps)
        self._edit(after, _named(steps, phrase("Remove the picture"), phrase("Remove {n} pictures")))

    def _open(self) -> None:
        if isinstance(self.shown, PictureField):
            self.shown.open_crop()

    def _changed(self, change: Change) -> None:
        if change.kind is not Kind.EDITED or not exists(change.after, self._path):
            return
        before = get(change.before, self._path) if exists(change.before, self._path) else ()
        after = get(change.after, self._path)
        if before is after:
            return
        typing = self._typing()
        come = inserted(before, after)
        if not come:
            self._refresh()
        elif not typing:
            self._refresh(tuple(come))
        else:  # whoever is typing goes on with the same picture, wherever it stands now
            step, field = typing
            step += len(come) if step >= come.start else 0
            self._refresh((step,))
            self.focus_path(f"{self._path}/{step}/{field}")

    def _typing(self) -> tuple[int, str] | None:
        """Return the picture whose words have the cursor, and which words."""
        if not isinstance(self.shown, PictureField) or not (field := self.shown.focused()):
            return None
        return int(self.shown.property("steps")[0]), field


def inserted(before: tuple[Picture, ...], after: tuple[Picture, ...]) -> range:
    """Return where pictures stand that have come in together; an empty range where something else was done."""
    more = len(after) - len(before)
    start = next((i for i, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    return range(start, start + more) if more > 0 and before[start:] == after[start + more :] else range(0)


def _tile(place: int, picture: Picture) -> Tile:
    under = " · ".join(filter(None, (picture.credit, called(picture.frame) if picture.frame.value != "none" else "")))
    return Tile(place, picture.caption or tr("Picture {n}", n=place + 1), under, picture)


def _named(steps: tuple[Step, ...], one: str, many: str) -> Phrase:
    return say(one) if len(steps) == 1 else say(many, n=str(len(steps)))
