"""Two have changed the same record: both states, and the choice between them."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from enum import Enum

from PySide6.QtWidgets import QFrame

from app.blocks.worddiff import Stretch, string_diff
from app.model.block import Block, BlockKind, BlockStatus, BlockVersion
from app.model.internal import Internal
from app.model.picture import Picture
from app.model.rate import Rate
from widgets.choices import called
from widgets.library.diffview import FIELDS, DiffView
from widgets.library.records import BLOCK_KINDS, STATUSES, Record
from widgets.look.look import Look
from widgets.look.parts import column, label, push, row
from widgets.places.library.history import differences
from widgets.places.library.keeper import Conflict
from widgets.places.library.rows import label_of
from widgets.words import tr

_ASIDE = {"id", "variants", "history", "version"}


class Clash(QFrame):
    """Shows what differs and asks which one is to stay."""

    def __init__(self, look: Look, conflict: Conflict, choose: Callable[[bool], None]) -> None:
        super().__init__()
        self.setObjectName("card")
        box = column(self, (16, 14, 16, 14), gap=10)
        box.addWidget(label(tr("Two have changed this"), "subtitle", wrap=True))
        gone = conflict.theirs is None
        theirs = tr("Somebody else has removed it meanwhile. Shall it stay as you have it?")
        both = tr("Somebody else has changed it while you were writing. Struck out is theirs, underlined is yours.")
        box.addWidget(label(theirs if gone else both, "quiet", wrap=True))
        if conflict.theirs is not None:
            diff = DiffView(look)
            diff.show_parts(parts(conflict.theirs.value, conflict.mine))
            box.addWidget(diff)
        buttons = row(gap=8)
        self.mine = push(tr("Keep mine"), lambda: choose(True), "primary")
        self.theirs = push(tr("Let it go") if gone else tr("Take theirs"), lambda: choose(False))
        buttons.addWidget(self.mine)
        buttons.addWidget(self.theirs)
        buttons.addStretch(1)
        box.addLayout(buttons)


def parts(theirs: Record, mine: Record) -> list[tuple[str, tuple[Stretch, ...]]]:
    """Return what differs, under the names of the fields; a line that says so where only what nobody sees does."""
    return list(_parts(theirs, mine)) or [(tr("The texts are the same."), ())]


def _parts(theirs: Record, mine: Record) -> Iterator[tuple[str, tuple[Stretch, ...]]]:
    for field in fields(mine):
        old, new = getattr(theirs, field.name), getattr(mine, field.name)
        if field.name not in _ASIDE and old != new:
            yield tr(label_of(mine, field.name)), string_diff(_words(old), _words(new))
    if isinstance(mine, Block) and isinstance(theirs, Block):
        pair = (BlockVersion(variants=theirs.variants), BlockVersion(variants=mine.variants))
        for _, one in differences(*pair):
            yield tr(FIELDS.get(one.field, one.field)), one.stretches


def _words(value: object) -> str:
    """Write any value of a record for reading."""
    if isinstance(value, Internal):
        return _words(value.value)
    if isinstance(value, tuple):
        return ", ".join(map(_words, value))
    if isinstance(value, Rate):
        return f"{value.amount:f} {value.currency}".strip()
    if isinstance(value, Picture):
        return value.caption or value.alt or value.file
    if isinstance(value, BlockStatus):
        return tr(STATUSES[value][0])
    if isinstance(value, BlockKind):
        return tr(BLOCK_KINDS[value][0])
    return called(value) if isinstance(value, Enum) else "" if value is None else str(value)
