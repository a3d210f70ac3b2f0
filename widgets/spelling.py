"""Which words are spelled wrong, as far as it is known by now: words are looked up away from the window, each once."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.spelling.words import Word
from app.store.wordlist import WordList, add_word, read_words
from app.store.workspace import Workspace
from widgets.notice import of_problems
from widgets.phrases import shorten
from widgets.settings import Settings
from widgets.words import tr

if TYPE_CHECKING:
    from app.spelling.speller import Speller

GATHERING = 120
"""Milliseconds for which words are gathered before they are looked up together."""
MOST_KNOWN = 100_000
_Work = Callable[["Speller"], None]


class _Mail(QObject):
    """Brings what the thread has found to the window's thread."""

    verdicts = Signal(object)
    suggestions = Signal(str, object)
    own = Signal(str, object)


class Spelling(QObject):
    """What is known of words. `found` brings words that turned out to be wrong, `changed` tells that all is to be looked at
    again, `told` brings a Notice of why the studio's own words could not be read, or one of them not be kept.
    """

    found = Signal(object)
    changed = Signal()
    told = Signal(object)

    def __init__(self, workspace: Workspace, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._settings = workspace, settings
        self._known: dict[str, bool] = {}
        self._own: frozenset[str] = frozenset()
        self._ignored: set[str] = set()
        self._names: frozenset[str] = frozenset()
        self._wanted: dict[str, None] = {}
        self._asked: dict[str, list[Callable[[tuple[str, ...]], None]]] = {}
        self._queue: SimpleQueue[_Work | None] | None = None
        self._mail = _Mail()
        self._mail.verdicts.connect(self._learn)
        self._mail.suggestions.connect(self._suggest)
        self._mail.own.connect(self._take_own)
        self._soon = QTimer(self, singleShot=True, interval=GATHERING)
        self._soon.timeout.connect(self._look_up)

    @property
    def is_on(self) -> bool:
        """Whether words are looked up at all."""
        return self._settings.spelling

    def switch(self, is_on: bool) -> None:
        """Look words up from now on, or not any more."""
        self._settings.spelling = is_on
        self.changed.emit()

    def is_wrong(self, word: Word) -> bool:
        """Tell whether a word is known to be wrong; one that nobody has looked up yet is looked up soon."""
        if not self.is_on:
            return False
        right = self._known.get(word.plain)
        if right is None:
            self._wanted[word.plain] = None
            if not self._soon.isActive():
                self._soon.start()
        return right is False and not self._is_let_be(word.plain)

    def suggest(self, word: str, done: Callable[[tuple[str, ...]], None]) -> None:
        """Find out what may be meant by a word, and hand it over."""
        self._asked.setdefault(word, []).append(done)
        mail = self._mail
        self._have_done(lambda speller: mail.suggestions.emit(word, speller.suggestions(word)))

    def forget(self, word: str) -> None:
        """Hand over no suggestions for a word any more: nobody waits for them."""
        self._asked.pop(word, None)

    def ignore(self, word: str) -> None:
        """Let a word be until the program ends."""
        self._ignored.add(word.casefold())
        self.changed.emit()

    def let_be(self, names: frozenset[str]) -> None:
        """Let these words be, in small letters, and none that were let be like this before."""
        if names != self._names:
            self._names = names
            self.changed.emit()

    def keep(self, word: str) -> None:
        """Take a word into the studio's own, for everybody."""
        self.ignore(word)
        folder, disk, mail = self._workspace.library_folder, self._workspace.disk, self._mail
        self._have_done(lambda _: mail.own.emit(word, add_word(folder, word, disk)))

    def stop(self) -> None:
        """End the thread and the dictionaries' process; what is under way is not waited for."""
        self._soon.stop()
        self._asked.clear()
        if self._queue is not None:
            self._queue.put(None)
            self._queue = None

    def _is_let_be(self, plain: str) -> bool:
        folded = plain.casefold()
        return folded in self._own or folded in self._ignored or folded in self._names

    def _look_up(self) -> None:
        words, self._wanted = tuple(self._wanted), {}
        mail = self._mail

        def work(speller: "Speller") -> None:
            for verdicts in speller.verdicts(words):
                mail.verdicts.emit(verdicts)

        self._have_done(work)

    def _have_done(self, work: _Work) -> None:
        if self._queue is None:
            self._queue = SimpleQueue()
            folder, disk, mail = self._workspace.library_folder, self._workspace.disk, self._mail
            self._queue.put(lambda _: mail.own.emit("", read_words(folder, disk)))
            # It may be in the middle of an answer when the program ends, and must not keep it from ending.
            threading.Thread(target=_serve, args=(self._queue,), name="spelling", daemon=True).start()
        self._queue.put(work)

    @Slot(object)
    def _learn(self, verdicts: dict[str, bool]) -> None:
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        self._known |= verdicts
        wrong = {word for word, right in verdicts.items() if not right and not self._is_let_be(word)}
        if wrong:
            self.found.emit(wrong)

    @Slot(str, object)
    def _suggest(self, word: str, found: tuple[str, ...]) -> None:
        for done in self._asked.pop(word, []):
            done(found)

    @Slot(str, object)
    def _take_own(self, word: str, read: WordList) -> None:
        if read.problems:
            kept = tr("“{word}” was not added to the dictionary; it is let be until the program ends.", word=shorten(word))
            lead = kept if word else tr("The studio's own words were not read, so that they are marked as misspelt.")
            self.told.emit(of_problems(read.problems, lead))
        elif read.words != self._own:
            self._own = read.words
            self.changed.emit()


def _serve(queue: "SimpleQueue[_Work | None]") -> None:
    """Do what is asked for, one after the other, until there is no more."""
    from app.spelling.speller import Speller

    speller = Speller()
    try:
        while (work := queue.get()) is not None:
            work(speller)
    except RuntimeError:  # the window is gone, and with it whoever waited
        return
    finally:
        speller.stop()
