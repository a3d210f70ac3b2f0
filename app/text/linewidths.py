"""Columns whose lines are not all of one width."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineWidths:
    """Widths of lines beside a drop cap or a picture: those of the first lines, then that of all others."""

    first: tuple[float, ...]
    rest: float

    def __call__(self, line: int) -> float:
        """Return the width of a line, counted from 0."""
        return self.first[line] if line < len(self.first) else self.rest
