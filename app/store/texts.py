"""Texts: free, of a form, out of a list, rich."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.notation import parse, write
from app.model.richtext import RichText
from app.store.place import Failed, Place, shown
from app.store.scalars import DAY_PATTERN, Day
from app.store.shape import Definitions, Json, Shape

LONGEST_TEXT = 2_000_000
"""Characters of one text: more than two books."""


def whole_text(text: str) -> str:
    """Return a text that can be written as UTF-8: surrogates are joined into characters, lone ones replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


@dataclass(frozen=True)
class Text(Shape):
    """Any text."""

    def encode(self, value: str) -> Json:
        """Return the text itself."""
        return whole_text(value)

    def decode(self, data: object, place: Place) -> str | Failed:
        """Accept strings; broken characters are replaced with a warning."""
        if not isinstance(data, str):
            return place.fail("value-not-text", found=shown(data))
        if len(data) > LONGEST_TEXT:
            return place.fail("text-too-long", limit=LONGEST_TEXT)
        clean = whole_text(data)
        if clean != data:
            place.warn("text-broken-character", found=shown(clean))
        return clean

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a string."""
        return {"type": "string"}


@dataclass(frozen=True)
class OneOf(Text):
    """One of a few texts; `empty` allows the empty one too. `code` is the problem that names a wrong one."""

    options: Sequence[str]
    empty: bool = False
    code: str = "value-not-one-of"

    def decode(self, data: object, place: Place) -> str | Failed:
        """Accept the options only."""
        text = super().decode(data, place)
        if isinstance(text, Failed) or text in self.options or (self.empty and not text):
            return text
        return place.fail(self.code, found=shown(data), options=", ".join(self.options))

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of an enumeration."""
        return {"enum": [*([""] if self.empty else []), *self.options]}


@dataclass(frozen=True)
class Matching(Text):
    """A text of a certain form. `code` is the problem that names a wrong one."""

    pattern: str
    code: str

    def decode(self, data: object, place: Place) -> str | Failed:
        """Accept texts that match the whole pattern."""
        text = super().decode(data, place)
        if isinstance(text, Failed) or re.fullmatch(self.pattern, text):
            return text
        return place.fail(self.code, found=shown(data))

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a string with a pattern."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True)
class DayText(Text):
    """A date kept as text, or an empty text."""

    def decode(self, data: object, place: Place) -> str | Failed:
        """Accept ISO dates and the empty text."""
        if data == "":
            return ""
        day = Day().decode(data, place)
        return day if isinstance(day, Failed) else day.isoformat()

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a date or nothing."""
        return {"type": "string", "pattern": rf"^(?:{DAY_PATTERN})?$"}


@dataclass(frozen=True)
class Rich(Shape):
    """Rich text in its notation."""

    def encode(self, value: RichText) -> Json:
        """Return the notation."""
        return Text().encode(write(value))

    def decode(self, data: object, place: Place) -> RichText | Failed:
        """Accept any string: all of them are valid notation."""
        text = Text().decode(data, place)
        return text if isinstance(text, Failed) else parse(text)

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a string."""
        return Text().schema(definitions)
