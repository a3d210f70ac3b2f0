"""What is searched of a record: its texts, and what it is filtered by."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What was found."""

    BLOCK = "block"
    PERSON = "person"
    REFERENCE = "reference"
    CLIENT = "client"
    ITEM = "item"
    PROPOSAL = "proposal"


class Weight(IntEnum):
    """How much it tells about a record that a word stands there. HIDDEN is for insiders: found, but never shown."""

    TITLE = 0
    TAGS = 1
    BODY = 2
    HIDDEN = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a record and the field that it stands in, by its name in the model."""

    field: str
    text: str
    weight: Weight = Weight.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A record as the index knows it. `id` is unique among those of a `kind`.

    `kinds` are its kind and finer ones, such as `block` and `block/quote`. A record without `languages` fits every one.
    """

    kind: Kind
    id: str
    title: str
    parts: tuple[Part, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
