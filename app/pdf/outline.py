"""The bookmarks of a document, in levels that never jump."""

from collections.abc import Iterable

from app.layout.page import Bookmark, Page
from app.pdf.canvas import Sheet
from app.pdf.sound import sound


class Outline:
    """Writes bookmarks as pages are painted. A level that would jump over its parent is brought up to it."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._level = -1
        self._count = 0

    def add(self, page: Page) -> None:
        """Add the bookmarks of the page that is being painted."""
        for bookmark in page.bookmarks:
            title = " ".join(sound(bookmark.title).split())
            if not title:
                continue
            self._count += 1
            self._level = max(0, min(bookmark.level, self._level + 1))
            key = f"bookmark-{self._count}"
            self._sheet.bookmarkPage(key, fit="XYZ", left=0, top=_top(page, bookmark), zoom=0)
            self._sheet.addOutlineEntry(title, key, level=self._level, closed=self._level > 0)

    def __len__(self) -> int:
        return self._count


def jumps(pages: Iterable[Page]) -> list[Bookmark]:
    """Return the bookmarks whose level jumps over the one between."""
    found, level = [], -1
    for page in pages:
        for bookmark in page.bookmarks:
            if bookmark.level > level + 1:
                found.append(bookmark)
            level = max(0, min(bookmark.level, level + 1))
    return found


def _top(page: Page, bookmark: Bookmark) -> float:
    """Return where the view begins: the bookmark's line with some air above, in the page's own system."""
    return round(min(page.height, page.height - bookmark.y + AIR), 2)


AIR = 24.0
"""Points that are seen above what a bookmark leads to."""
