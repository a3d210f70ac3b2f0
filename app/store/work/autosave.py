"""When to save: soon after a pause, never late, again after a failure, at once when a folder is back.

No clock is read here: the window passes the moments, in seconds of any clock that does not go back.
"""

from dataclasses import dataclass, replace

PAUSE = 1.0
"""Seconds without an edit after which is saved."""

LATEST = 1.5
"""Seconds after the first unsaved edit when is saved however busily somebody types. With the time that a save itself takes,
no crash costs more than two seconds of work.
"""

RETRIES = (2.0, 4.0, 8.0, 16.0, 32.0, 60.0)
"""Seconds until the next attempt after the first, second, … failure; the last one for all further ones."""


@dataclass(frozen=True, slots=True)
class AutosaveClock:
    """The state of autosaving; each method returns the next one.

    `first` and `last` are the moments of the first and the last edit that no save has taken yet. `began` is the first
    edit that the save under way has taken; None when none is under way. `retry` is when to try again after `failures`.
    """

    first: float | None = None
    last: float = 0.0
    began: float | None = None
    failures: int = 0
    retry: float = 0.0

    @property
    def due(self) -> float | None:
        """The moment for the next save; None while there is nothing to save or one is under way."""
        if self.first is None or self.began is not None:
            return None
        return self.retry if self.failures else min(self.last + PAUSE, self.first + LATEST)

    @property
    def unsaved(self) -> bool:
        """Whether there are edits that are not on the disk."""
        return self.first is not None or self.began is not None

    def edited(self, now: float) -> "AutosaveClock":
        """Somebody made an edit."""
        return replace(self, first=now if self.first is None else self.first, last=now)

    def started(self, now: float) -> "AutosaveClock":
        """A save was begun, for whatever reason, with everything that was edited until now."""
        if self.began is not None:
            return self
        return replace(self, first=None, began=now if self.first is None else self.first)

    def saved(self) -> "AutosaveClock":
        """The save under way is on the disk."""
        return replace(self, began=None, failures=0)

    def failed(self, now: float) -> "AutosaveClock":
        """The save under way failed: what it was to save is unsaved again, and the pauses grow."""
        first = self.first if self.began is None else self.began
        seconds = RETRIES[min(self.failures, len(RETRIES) - 1)]
        return replace(
            self, first=first, last=max(self.last, first or 0.0), began=None, failures=self.failures + 1, retry=now + seconds
        )

    def back(self, now: float) -> "AutosaveClock":
        """The folder that had vanished, or the disk, is there again: what is unsaved is saved at once."""
        return replace(self, retry=now)
