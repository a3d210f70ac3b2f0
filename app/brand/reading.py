"""Reads one table of a brandbook's TOML, value by value, and keeps a list of what is wrong."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.brand.units import is_color
from app.problems import Problem, error, problem


class Reader:
    """Takes typed values out of a table. What is missing or wrong becomes the default and a problem with its path."""

    def __init__(self, table: Mapping[str, Any], where: str, problems: list[Problem]) -> None:
        """Read `table`, which stands at the path `where`; found problems are appended to `problems`."""
        self.table = table
        self.where = where
        self.problems = problems
        self.known: set[str] = set()

    def number(self, key: str, default: float, low: float = 0.0, high: float = 10_000.0) -> float:
        """Return a number between low and high."""
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            self._wrong(key, value, f"{low:g} … {high:g}")
            return default
        return float(value)

    def text(self, key: str, default: str, choices: tuple[str, ...] = ()) -> str:
        """Return a text, one of `choices` where they are given."""
        value = self._get(key, default)
        if not isinstance(value, str) or (choices and value not in choices):
            self._wrong(key, value, ", ".join(choices) or "text")
            return default
        return value

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self._get(key, default)
        if not isinstance(value, bool):
            self._wrong(key, value, "true, false")
            return default
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._wrong(key, value, "[text, …]")
            return ()
        return tuple(value)

    def numbers(self, key: str) -> tuple[float, ...]:
        """Return a list of positive numbers."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(item, int | float) and not isinstance(item, bool) and 0 < item < 10_000 for item in value
        ):
            self._wrong(key, value, "[number, …]")
            return ()
        return tuple(float(item) for item in value)

    def color(self, key: str, default: str, palette: Mapping[str, str] | None = None) -> str:
        """Return a colour `#rrggbb`, or a role of the palette where one is given."""
        value = self._get(key, default)
        if is_color(value) or (palette is not None and isinstance(value, str) and value in palette):
            return str(value)
        self._wrong(key, value, "#rrggbb")
        return default

    def table_at(self, key: str) -> "Reader":
        """Return the reader of a table within this one, an empty one where there is none."""
        value = self._get(key, {})
        if not isinstance(value, dict):
            self._wrong(key, value, "[table]")
            value = {}
        return Reader(value, f"{self.where}.{key}" if self.where else key, self.problems)

    def finish(self, own: Iterable[str] | None = None) -> None:
        """Report the keys that nobody asked for; `own` are the keys that stand in this table itself, where some are inherited."""
        keys = self.table.keys() if own is None else self.table.keys() & set(own)
        for key in sorted(keys - self.known):
            self.problems.append(problem("brand-unknown-key", self._path(key)))

    def _get(self, key: str, default: Any) -> Any:
        self.known.add(key)
        return self.table.get(key, default)

    def _path(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def _wrong(self, key: str, value: object, expected: str) -> None:
        self.problems.append(error("brand-wrong-value", self._path(key), value=repr(value)[:60], expected=expected))
