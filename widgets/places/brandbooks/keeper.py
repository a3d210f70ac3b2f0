"""The brandbooks of the workspace and those that ship, between the disk and the place: read, changed, undone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import orjson
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from app.brand.changing import Value
from app.brand.load import BrandLoaded
from app.brand.making import SHIPPED, Made
from app.brand.own import State, edited, put_over, read_text, state_of
from app.problems import Problem, error, stops
from app.store.house import House, read_house, write_house
from app.store.jsonfile import LARGEST_FILE
from app.store.source import FILE_NAME
from app.store.workspace import Workspace
from widgets.desk import Desk
from widgets.notice import of_failure, of_problems
from widgets.phrases import Phrase
from widgets.services import Pipeline

OWN = "brandbooks"
Changes = Mapping[tuple[str, ...], Value]


@dataclass(frozen=True)
class Entry:
    """A brandbook: where it is, what was read of it, whether it may be changed, the titles of the proposals that use it."""

    name: str
    folder: Path
    loaded: BrandLoaded
    own: bool
    text: str = ""
    used: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """Return how it is called."""
        brand = self.loaded.brand
        return (brand.title.get(language, "") if brand else "") or self.name


@dataclass(frozen=True)
class Read:
    """Everything that was read at once."""

    entries: tuple[Entry, ...]
    house: House


class BrandKeeper(QObject):
    """`listed` tells that brandbooks were read, `changed` brings the name of one that is another now, `told` a Notice."""

    listed = Signal()
    changed = Signal(str)
    told = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.entries: dict[str, Entry] = {}
        self.house = House()
        self.is_read = False
        self.stack = QUndoStack(self)

    @property
    def default(self) -> str:
        """The brandbook that new proposals begin with."""
        return self.house.brandbook if self.house.brandbook in self.entries else "kurs"

    @property
    def folder(self) -> Path:
        """Where the studio's own brandbooks are."""
        return self._desk.workspace.path / OWN

    def read(self) -> None:
        """Look what brandbooks there are, and at every file of them."""
        workspace, pipeline = self._desk.workspace, self._desk.pipeline
        pipeline.refresh()
        self._work(lambda: read_all(workspace, pipeline), self._take, lane="brandbooks")

    def _take(self, found: Read) -> None:
        self.entries, self.house, self.is_read = {one.name: one for one in found.entries}, found.house, True
        self.listed.emit()

    # changing one ------------------------------------------------------------------------------------------------------

    def edit(self, name: str, changes: Changes, words: Phrase, merge: str = "") -> None:
        """Change values of a brandbook of the studio's own; it can be undone."""
        entry = self.entries.get(name)
        if entry is None or not entry.own:
            return
        before = State(entry.text)
        try:
            after = edited(before, changes)
        except ValueError as wrong:
            problem = error("brand-not-toml", name, path="brandbook.toml", reason=str(wrong)[:120])
            self.told.emit(of_problems((problem,)))
            return
        self.change(name, before, after, words, merge)

    def change(self, name: str, before: State, after: State, words: Phrase, merge: str = "") -> None:
        """Put a state in the place of another; it can be undone."""
        if before != after:
            self.stack.push(BrandCommand(self, name, before, after, words, merge))

    def put(self, name: str, before: State, after: State) -> None:
        """Write a state, unless somebody has changed the text by hand meanwhile."""
        entry = self.entries[name]
        self.entries[name] = replace(entry, text=after.text)
        folder, pipeline = entry.folder, self._desk.pipeline

        def work() -> tuple[BrandLoaded, str, tuple[Problem, ...]]:
            told = put_over(folder, before, after)
            pipeline.refresh()
            return pipeline.brand(name), read_text(folder), told

        self._work(work, lambda found: self._written(name, *found))

    def _written(self, name: str, loaded: BrandLoaded, text: str, told: tuple[Problem, ...]) -> None:
        if told:
            self.told.emit(of_problems(told))
            self.stack.clear()
            self.entries[name] = replace(self.entries[name], text=text)
        self.entries[name] = replace(self.entries[name], loaded=loaded)
        self.changed.emit(name)
        if self._desk.session.is_open and self._desk.session.proposal.brandbook == name:
            self._desk.pages.again()

    # the others --------------------------------------------------------------------------------------------------------

    def make(self, work: Callable[[Path], Made], done: Callable[[str], None]) -> None:
        """Make another brandbook in the workspace's folder."""
        folder = self.folder

        def made(found: Made) -> None:
            if found.problems:
                self.told.emit(of_problems(found.problems))
            if found.folder is not None:
                done(found.name)
                self.read()

        self._work(lambda: work(folder), made)

    def keep_default(self, name: str) -> None:
        """Let new proposals begin with a brandbook."""
        workspace, house = self._desk.workspace, replace(self.house, brandbook=name)

        def done(told: tuple[Problem, ...]) -> None:
            if told:
                self.told.emit(of_problems(told))
            if not stops(told):
                self.house = house
                self.listed.emit()

        self._work(lambda: write_house(workspace.path, house, workspace.disk), done)

    def states(self, name: str, files: tuple[str, ...], done: Callable[[State], None]) -> None:
        """Read what a brandbook is now, with some of its files."""
        folder = self.entries[name].folder
        self._work(lambda: state_of(folder, files), done)

    def _work(self, work: Callable[[], object], done: Callable[..., None], *, lane: str = "") -> None:
        def deliver(found: object) -> None:
            if isValid(self):
                done(found)

        def failed(wrong: Exception) -> None:
            if isValid(self):
                self.told.emit(of_failure(wrong))

        self._desk.jobs.start(lambda _: work(), deliver, failed, lane=lane)


class BrandCommand(QUndoCommand):
    """One change. Changes with the same `merge` key that follow each other become one."""

    def __init__(self, keeper: BrandKeeper, name: str, before: State, after: State, words: Phrase, merge: str) -> None:
        super().__init__(str(words))
        self._keeper, self.name, self.before, self.after, self._merge = keeper, name, before, after, merge

    def redo(self) -> None:
        """Write what comes after."""
        self._keeper.put(self.name, self.before, self.after)

    def undo(self) -> None:
        """Write what was before."""
        self._keeper.put(self.name, self.after, self.before)

    def id(self) -> int:
        """Return a number that mergeable changes share."""
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a change that continues this one."""
        if not isinstance(other, BrandCommand) or (other.name, other._merge) != (self.name, self._merge):
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True


def read_all(workspace: Workspace, pipeline: Pipeline) -> Read:
    """Read every brandbook, and which proposals use it. For the worker."""
    used = _used(workspace)
    entries = []
    for name in pipeline.brandbooks():
        own = (workspace.path / OWN / name / "brandbook.toml").is_file()
        folder = workspace.path / OWN / name if own else SHIPPED / name
        try:
            text = read_text(folder)
        except (OSError, ValueError):
            text = ""
        entries.append(Entry(name, folder, pipeline.brand(name), own, text, tuple(used.get(name, ()))))
    entries.sort(key=lambda entry: (not entry.own, entry.name))
    return Read(tuple(entries), read_house(workspace.path, workspace.disk))


def _used(workspace: Workspace) -> dict[str, list[str]]:
    used: dict[str, list[str]] = {}
    for entry in workspace.proposals():
        try:
            body = orjson.loads(workspace.disk.read(entry.folder / FILE_NAME, LARGEST_FILE))
        except (OSError, ValueError):
            continue
        if isinstance(body, dict):
            used.setdefault(str(body.get("brandbook") or "kurs"), []).append(entry.title)
    return used
