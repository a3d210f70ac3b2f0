"""What is done to records as a whole, so that it can be undone: made, replaced, removed, brought in together."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtGui import QUndoCommand

from widgets.library.records import Record, mark_of
from widgets.phrases import Phrase
from widgets.places.library.keeper import Keeper

Exchange: TypeAlias = "tuple[Record | None, Record | None]"
"""A record before and after. None stands for none."""


class ShelfCommand(QUndoCommand):
    """Records are made, removed or replaced as a whole."""

    def __init__(self, keeper: Keeper, exchanges: Sequence[Exchange], words: Phrase) -> None:
        super().__init__(str(words))
        self._keeper, self._exchanges, self._words = keeper, tuple(exchanges), words

    def retitle(self) -> None:
        """Say the name in the language that the interface has now."""
        self.setText(str(self._words))

    def redo(self) -> None:
        """Let the library have them as they are afterwards."""
        for before, after in self._exchanges:
            self._change(before, after)

    def undo(self) -> None:
        """Let the library have them as they were."""
        for before, after in reversed(self._exchanges):
            self._change(after, before)

    def _change(self, old: Record | None, new: Record | None) -> None:
        if new is not None:
            self._keeper.store(new)
        elif old is not None:
            self._keeper.drop(mark_of(old))


class BroughtCommand(QUndoCommand):
    """Records that came into the library together, and are there already when this is told of. Those that somebody has changed
    since stay when it is undone. `others` takes out, or with True puts back, what came along and is no record.
    """

    def __init__(
        self, keeper: Keeper, records: Sequence[Record], words: Phrase, others: Callable[[bool], object] | None = None
    ) -> None:
        super().__init__(str(words))
        self._keeper, self._records, self._words, self._others = keeper, tuple(records), words, others
        self._gone: tuple[Record, ...] | None = None

    def retitle(self) -> None:
        """Say the name in the language that the interface has now."""
        self.setText(str(self._words))

    def redo(self) -> None:
        """Put into the library again what was taken out."""
        if self._gone is None:
            return
        for record in self._gone:
            self._keeper.store(record)
        if self._others is not None:
            self._others(True)

    def undo(self) -> None:
        """Take out what is as it came."""
        self._gone = tuple(record for record in self._records if self._keeper.latest(mark_of(record)) == record)
        for record in self._gone:
            self._keeper.drop(mark_of(record))
        if self._others is not None:
            self._others(False)
