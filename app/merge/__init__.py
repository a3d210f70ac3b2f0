"""Merge fields: `{client.name}` in a text becomes what the proposal knows, just before the text is set.

`{name}` and `{word.word}` are fields; of other braces nothing is changed: `{ a }`, `{1}` or `{"a": 1}` stay as they were typed.
A name of one word that there is no field for stays too, and is told where it is nearly one. `{{client.name}}` means the braces
themselves. A value is never markup: what is in it stands as it is, braces and stars too.
"""

from app.merge.fields import FIELDS, Case, Field, Words, values_of
from app.merge.marks import Mark, Standing, marks
from app.merge.merging import Merged, Merger, filled, live_values, with_values
from app.merge.texts import takes_fields

__all__ = [
    "FIELDS",
    "Case",
    "Field",
    "Mark",
    "Merged",
    "Merger",
    "Standing",
    "Words",
    "filled",
    "live_values",
    "marks",
    "takes_fields",
    "values_of",
    "with_values",
]
