"""Values that are neither text nor number: dates, flags, choices."""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from app.store.place import Failed, Place, shown
from app.store.shape import Definitions, Json, Shape

DAY_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


@dataclass(frozen=True)
class Day(Shape):
    """A date as `2026-03-31`."""

    def encode(self, value: datetime.date) -> Json:
        """Return the ISO form."""
        return value.isoformat()

    def decode(self, data: object, place: Place) -> datetime.date | Failed:
        """Accept the ISO form of a date that exists."""
        if isinstance(data, str) and re.fullmatch(DAY_PATTERN, data):
            try:
                return datetime.date.fromisoformat(data)
            except ValueError:
                return place.fail("date-impossible", found=shown(data))
        return place.fail("value-not-date", found=shown(data))

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a date."""
        return {"type": "string", "format": "date", "pattern": f"^{DAY_PATTERN}$"}


@dataclass(frozen=True)
class Flag(Shape):
    """True or false."""

    def encode(self, value: bool) -> Json:
        """Return the value itself."""
        return value

    def decode(self, data: object, place: Place) -> bool | Failed:
        """Accept true and false only."""
        return data if isinstance(data, bool) else place.fail("value-not-flag", found=shown(data))

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Choice(Shape):
    """One value of an enumeration, by its text."""

    options: type[StrEnum]

    def encode(self, value: StrEnum) -> Json:
        """Return the text."""
        return value.value

    def decode(self, data: object, place: Place) -> StrEnum | Failed:
        """Accept the texts of the enumeration."""
        found = self.options._value2member_map_.get(data) if isinstance(data, str) else None
        if isinstance(found, self.options):
            return found
        return place.fail("value-not-one-of", found=shown(data), options=", ".join(self.options))

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of an enumeration."""
        return {"enum": [option.value for option in self.options]}
