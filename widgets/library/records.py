"""What the library lends: blocks, people and works, told apart by kind and id."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QByteArray, QMimeData

from app.i18n import phrase
from app.model.block import Block, BlockKind, BlockStatus
from app.model.people import Person
from app.model.reference import Reference
from widgets.places.place import RECORD_MIME
from widgets.words import language

if TYPE_CHECKING:
    from app.store.library import Library
    from app.store.shelf import Shelf

Record: TypeAlias = Block | Person | Reference

BLOCK, PERSON, REFERENCE = "block", "person", "reference"
KINDS = (BLOCK, PERSON, REFERENCE)

BLOCK_KINDS: dict[BlockKind, tuple[str, str]] = {
    BlockKind.TEXT: (phrase("Text"), "story"),
    BlockKind.PICTURE: (phrase("Picture"), "picture"),
    BlockKind.QUOTE: (phrase("Quotation"), "quote"),
    BlockKind.NUMBERS: (phrase("Numbers"), "estimate"),
    BlockKind.CASE: (phrase("Case study"), "opener"),
    BlockKind.MISSION: (phrase("Mission"), "focus"),
    BlockKind.VALUES: (phrase("Values"), "optional"),
    BlockKind.PRINCIPLES: (phrase("Principles"), "list"),
    BlockKind.GOALS: (phrase("Goals"), "acceptance"),
    BlockKind.VISION: (phrase("Vision"), "show"),
    BlockKind.TERMS: (phrase("Terms"), "terms"),
}
"""What each kind of block is called, and its icon."""

STATUSES: dict[BlockStatus, tuple[str, str, str]] = {
    BlockStatus.DRAFT: (phrase("Draft"), "note", "warning"),
    BlockStatus.APPROVED: (phrase("Approved"), "check", "success"),
    BlockStatus.RETIRED: (phrase("Retired"), "hide", "tertiary"),
}
"""What each status is called, its icon and its colour."""


_CYRILLIC, _LATIN = re.compile("[А-яЁё]"), re.compile("[A-Za-z]")


@dataclass(frozen=True)
class Mark:
    """Which record is meant."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"

    @classmethod
    def read(cls, text: str) -> "Mark | None":
        """Return the mark that a text is, None for any other text."""
        kind, _, record_id = text.partition("/")
        return cls(kind, record_id) if kind in KINDS and record_id else None


def kind_of(record: Record) -> str:
    """Return the kind of a record."""
    return BLOCK if isinstance(record, Block) else PERSON if isinstance(record, Person) else REFERENCE


def mark_of(record: Record) -> Mark:
    """Return which record this is."""
    return Mark(kind_of(record), record.id)


def name_of(record: Record) -> str:
    """Return what a record is called; empty where it has no name yet. A block that was named in other letters than those of the
    window's language is called by its title in that language, where it has one.
    """
    if isinstance(record, Block) and is_foreign(record.name) and (spoken := record.variant(language())) is not None:
        return " ".join(spoken.story.title.split()) or own_name(record)
    return own_name(record)


def own_name(record: Record) -> str:
    """Return the name that somebody gave a record, on one line."""
    name = record.title if isinstance(record, Reference) else record.name
    return " ".join(name.split())


def is_foreign(name: str) -> bool:
    """Tell whether most letters of a name are not those that the language of the window is written in."""
    cyrillic, latin = len(_CYRILLIC.findall(name)), len(_LATIN.findall(name))
    return latin > cyrillic if language() == "ru" else cyrillic > latin


def shelf_of(library: "Library", kind: str) -> "Shelf[Any]":
    """Return where the records of a kind are kept."""
    return {BLOCK: library.blocks, PERSON: library.people, REFERENCE: library.references}[kind]  # type: ignore[return-value]


def packed(marks: Iterable[Mark]) -> QMimeData:
    """Return what is dragged: which records."""
    data = QMimeData()
    data.setData(RECORD_MIME, QByteArray("\n".join(map(str, marks)).encode()))
    return data


def marks_in(data: QMimeData) -> list[Mark]:
    """Return the records that are being dragged."""
    lines = bytes(data.data(RECORD_MIME).data()).decode(errors="replace").splitlines()
    return [mark for line in lines if (mark := Mark.read(line)) is not None]
