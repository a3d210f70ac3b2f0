"""What is made when it is asked for first: the window is on the screen before its pipeline is loaded."""

import threading
from collections.abc import Callable
from typing import Any


class Late:
    """Stands for something that is costly to make; whichever thread asks it for anything first makes it."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: list[object] = []

    def __getattr__(self, name: str) -> Any:
        """Ask the thing itself."""
        with self._lock:
            if not self._made:
                self._made.append(self._make())
        return getattr(self._made[0], name)
