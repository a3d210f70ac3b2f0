"""What a story tells while it is played: its steps, with pictures and the keys that each took, as lines of JSON."""

import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.story.player import Story, Until, is_calm, picture


@dataclass
class Teller:
    """Tells the steps of one story. `keys` counts the strokes that are no text."""

    folder: Path
    name: str
    keys: int = 0
    _step: int = 0
    _before: int = 0
    _began: float = field(default_factory=time.monotonic)

    def step(self, title: str) -> Story:
        """Say that a step is done, with a picture of what one sees then."""
        yield Until(is_calm, f"calm after {title}")
        yield lambda: self._shoot(title)

    def _shoot(self, title: str) -> None:
        self._step += 1
        file = self.folder / f"{self.name}-{self._step:02}-{title.replace(' ', '-')}.png"
        picture(file)
        now = time.monotonic()
        tell(step=title, keys=self.keys - self._before, seconds=round(now - self._began, 2), picture=file.name)
        self._before, self._began = self.keys, now


def tell(**facts: object) -> None:
    """Tell something at once."""
    sys.stdout.write(json.dumps(facts, ensure_ascii=False) + "\n")
    sys.stdout.flush()
