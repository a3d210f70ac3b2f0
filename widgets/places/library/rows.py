"""What can be filled in of each kind of record."""

from app.i18n import phrase
from app.model.block import Block
from app.model.people import Person
from app.model.reference import Reference
from widgets.forms.rows import Fill, Row
from widgets.library.records import Record

_TAGS = phrase("Words to find it by, with commas between them")
_INSIDE = phrase("Never leaves the house")

BLOCK_ROWS = (
    Row("name", phrase("Name in the library"), hint=phrase("How you call it among yourselves")),
    Row("kind", phrase("Kind"), Fill.BLOCK_KIND, half=True),
    Row("owner", phrase("Who answers for it"), half=True),
    Row("service", phrase("Service"), hint=phrase("Empty: for all of them"), half=True),
    Row("tags", phrase("Tags"), Fill.NAMES, _TAGS, half=True),
)
PERSON_ROWS = (
    Row("name", phrase("Name"), half=True),
    Row("role", phrase("Role"), half=True),
    Row("about", phrase("About"), Fill.TEXT, phrase("A line or two for the team page")),
    Row("photo", phrase("Photo"), Fill.PORTRAIT),
    Row("email", phrase("E-mail"), half=True),
    Row("phone", phrase("Phone"), half=True),
    Row("languages", phrase("Languages"), Fill.NAMES, phrase("ru, en"), half=True),
    Row("left_on", phrase("Left on"), Fill.DAY, half=True),
    Row("rates", phrase("What an hour costs"), Fill.PERSON_RATES),
    Row("note", phrase("Internal note"), Fill.INTERNAL, _INSIDE),
)
REFERENCE_ROWS = (
    Row("title", phrase("Title")),
    Row("origin", phrase("Whose work"), Fill.ORIGIN, half=True),
    Row("client", phrase("Client"), half=True),
    Row("year", phrase("Year"), half=True),
    Row("credit", phrase("Authors"), half=True),
    Row("why", phrase("Why it is here"), Fill.TEXT, phrase("What we like about it, or what it set out to do")),
    Row("permission", phrase("Permission to show"), Fill.PERMISSION, half=True),
    Row("permission_until", phrase("Granted until"), Fill.DAY, half=True),
    Row("link", phrase("Link"), hint=phrase("https://…"), half=True),
    Row("tags", phrase("Tags"), Fill.NAMES, _TAGS, half=True),
    Row("display", phrase("Shown as"), Fill.DISPLAY),
    Row("pictures", phrase("Pictures"), Fill.PICTURES),
    Row("note", phrase("Internal note"), Fill.INTERNAL, _INSIDE),
)
_ROWS: dict[type, tuple[Row, ...]] = {Block: BLOCK_ROWS, Person: PERSON_ROWS, Reference: REFERENCE_ROWS}


def rows_of(record: Record) -> tuple[Row, ...]:
    """Return what can be filled in of a record."""
    return _ROWS[type(record)]


def label_of(record: Record, field: str) -> str:
    """Return the phrase for a field; its name where it has no words."""
    return next((row.label for row in rows_of(record) if row.field == field), field)
