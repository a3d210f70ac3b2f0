"""Marked content: what on a page belongs to which element of the document's structure, and what is mere decoration."""

from collections.abc import Callable
from dataclasses import dataclass

NO_LINK = -1


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of content, or an annotation alone (`mcid` -1). `page` counts the pages of the file.

    `group` joins pieces of one element; `link` is the object number of its annotation; `actual` is what is read aloud
    in place of what is seen.
    """

    page: int
    mcid: int
    tag: str
    group: str = ""
    alt: str = ""
    link: int = NO_LINK
    actual: str = ""


class Marks:
    """The marks of a document while it is painted. Without `enabled` nothing is written and nothing kept."""

    def __init__(self, enabled: bool) -> None:
        self.enabled = enabled
        self.all: list[Mark] = []
        self._page = -1
        self._next = 0
        self._artifact = False

    def start_page(self) -> None:
        """Begin the next page of the file; its pieces are counted from 0."""
        self._page += 1
        self._next = 0

    def begin(
        self, write: Callable[[str], None], tag: str, group: str = "", *, alt: str = "", link: int = NO_LINK, actual: str = ""
    ) -> None:
        """Open a piece of an element."""
        if not self.enabled:
            return
        self.end_artifact(write)
        name = "Span" if actual else tag if link == NO_LINK else "Link"
        write(f"/{name} <</MCID {self._next}>> BDC")
        self.all.append(Mark(self._page, self._next, tag, group, alt, link, actual))
        self._next += 1

    def end(self, write: Callable[[str], None]) -> None:
        """Close the piece."""
        if self.enabled:
            write("EMC")

    def annotation(self, link: int, tag: str = "Link", group: str = "") -> None:
        """Note an annotation that has no content of its own: a link, a field, or what leads on from an entry of the contents."""
        if self.enabled:
            self.all.append(Mark(self._page, -1, tag, group, link=link))

    def artifact(self, write: Callable[[str], None]) -> None:
        """Open decoration, if it is not open already: it lasts until an element begins or the page ends."""
        if self.enabled and not self._artifact:
            write("/Artifact BMC")
            self._artifact = True

    def end_artifact(self, write: Callable[[str], None]) -> None:
        """Close decoration, if it is open."""
        if self._artifact:
            write("EMC")
            self._artifact = False
