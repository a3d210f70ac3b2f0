"""Search over everything in the workspace, away from the window: as one types, only the newest question is answered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.store.workspace import Workspace
from widgets.jobs import IDLE, URGENT, Jobs

if TYPE_CHECKING:
    from app.store.library import Library
    from app.store.search.index import Hit, Index, Tag
    from widgets.library.glimpses import Glimpse

T = TypeVar("T")

SETTLED = 1500
"""Milliseconds after a change until the index follows it, so that typing does not make it run all the time."""


@dataclass(frozen=True)
class Question:
    """What is looked for, and among what; empty tuples are no condition (see `app.store.search.index.Index.search`)."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    limit: int = 50


class Finding(QObject):
    """Owns the index of a workspace, with a worker of its own. `updated` tells that more or other things are found now, `asked`
    that somebody looks for something.
    """

    updated = Signal()
    asked = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs: Jobs | None = None
        self._index: Index | None = None
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._soon.timeout.connect(self._update)

    def ask(self, question: Question, answered: "Callable[[Sequence[Hit]], None]", lane: str = "ask") -> None:
        """Look for something; an earlier question of the same lane is not answered any more."""
        from widgets.library.glimpses import called

        self._ask(question, called, answered, lane)

    def blocks(
        self, question: Question, language: str, answered: "Callable[[Sequence[Glimpse]], None]", lane: str = "blocks"
    ) -> None:
        """Look for blocks, and at how they begin in a language."""
        from widgets.library.glimpses import glimpses

        self._ask(question, lambda hits, library: glimpses(hits, library, language), answered, lane)

    def _ask(
        self,
        question: Question,
        look: "Callable[[Sequence[Hit], Library], Sequence[T]]",
        answered: "Callable[[Sequence[T]], None]",
        lane: str,
    ) -> None:
        library = self._workspace.library
        self.asked.emit()

        def work(_: object) -> "Sequence[T]":
            index = self._found()
            hits = index.search(
                question.text, question.kinds, question.tags, question.languages, question.statuses, question.limit
            )
            return look(hits, library)

        self._worker().start(work, answered, lambda _: answered(()), lane=lane, priority=URGENT)

    def tags(self, answered: "Callable[[Sequence[Tag]], None]") -> None:
        """Tell which tags there are."""

        def work(_: object) -> "Sequence[Tag]":
            return self._found().tags()

        self._worker().start(work, answered, lambda _: answered(()), lane="tags")

    def changed(self) -> None:
        """Something in the workspace was changed: the index follows soon."""
        self._worker()
        self._soon.start()

    def stop(self) -> None:
        """End the worker."""
        self._soon.stop()
        if self._jobs is not None:
            self._jobs.stop()
            self._jobs = None
        if self._index is not None:
            self._index.close()
            self._index = None

    def _worker(self) -> Jobs:
        """Return the worker; the first time it begins by bringing the index up to date."""
        if self._jobs is None:
            self._jobs = Jobs(self)
            self._update()
        return self._jobs

    def _found(self) -> "Index":
        """Return the index; called in the worker only."""
        if self._index is None:
            from app.store.search.index import Index

            self._index = Index.of(self._workspace)
        return self._index

    def _update(self) -> None:
        if self._jobs is None:
            return

        def done(changes: int) -> None:
            if changes:
                self.updated.emit()

        self._jobs.start(lambda _: self._found().update().changes, done, lambda _: None, lane="update", priority=IDLE)
