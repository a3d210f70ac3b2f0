"""What the contents page lists: the sections' titles and the pages on which they begin."""

from collections.abc import Iterator, Mapping, Sequence

from app.layout.scene import Entry, Sheet
from app.model.sections import BackCover, Contents, Cover, Opener, Section

NOT_LISTED = (Cover, Contents, BackCover)


def entries(sections: Sequence[Section], sheets: Mapping[str, Sequence[Sheet]], counts: Mapping[str, int]) -> tuple[Entry, ...]:
    """Return the entries of a document. `counts` tells how many pages each section takes; page labels count from 1.

    A section is listed by its first bookmark. Below openers, sections are on the second level.
    """
    return tuple(_entries(sections, sheets, counts))


def _entries(sections: Sequence[Section], sheets: Mapping[str, Sequence[Sheet]], counts: Mapping[str, int]) -> Iterator[Entry]:
    first, below = 0, 0
    for section in sections:
        if isinstance(section, Opener):
            below = 0
        if not isinstance(section, NOT_LISTED):
            for i, sheet in enumerate(sheets.get(section.id, ())):
                title = next((bookmark.title for bookmark in sheet.bookmarks if bookmark.level == 0), "")
                if title:
                    yield Entry(title, section.id, first + i, str(first + i + 1), below)
                    break
        if isinstance(section, Opener):
            below = 1
        first += counts.get(section.id, 0)
