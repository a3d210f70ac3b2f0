"""The menu behind a slash: sections, blocks of the library and kinds of lines, put in by typing a few letters of their name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from app.i18n import phrase
from widgets import deeds
from widgets.desk import Desk
from widgets.estimate.popup import Offer
from widgets.fields.offering import Offering, before_cursor
from widgets.fields.text import TextField
from widgets.finding import Question
from widgets.forms.kinds import KINDS
from widgets.words import tr

if TYPE_CHECKING:
    from widgets.library.glimpses import Glimpse

TRIGGER = re.compile(r"(?:^|(?<=\s))/([^/\n]{0,40})$")
MOST_BLOCKS = 8
_ORDER = ("story", "opener", "references", "timeline", "team", "packages", "estimate", "terms", "letter", "acceptance")
_LINES = {
    "# ": phrase("Heading"),
    "- ": phrase("List"),
    "1. ": phrase("Numbered list"),
    "> ": phrase("Quotation"),
}
"""Kinds of lines, by what begins them."""


@dataclass(frozen=True)
class Pick:
    """What an offer puts in: a `kind` of section, a `block` of the library by its id, or a `line`."""

    kind: str = ""
    block: str = ""
    line: str = ""


class Slash(Offering):
    """The menu of one field. What is typed after the slash is held back from the proposal, so that a pick is one edit."""

    def __init__(self, desk: Desk, field: TextField) -> None:
        super().__init__(desk, field, TRIGGER, self._offered, self._put)
        self._desk, self._text = desk, field
        self._blocks: tuple[Glimpse, ...] = ()
        self._asked = ""
        self._is_typed = False
        self.popup.setAccessibleName(tr("Insert"))
        desk.finding.updated.connect(self._ask)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin with a slash that is typed at the start of a line or after a space."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text() == "/":
            before = before_cursor(self._text)
            if self.query is None and not self._text.textCursor().hasSelection() and (not before or before[-1].isspace()):
                self._begin()
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self._is_typed = True
        self._dismissed = False
        self._text.stepped.emit()
        self._text.held = True

    def refresh(self) -> None:
        """Offer what fits; only behind a slash that was typed just now."""
        if self._is_typed:
            super().refresh()
            if self._query is None:
                self._let_go()

    def closed(self) -> None:
        """The slash stays as a letter."""
        self._let_go()

    def taking(self) -> None:
        """What was typed goes away again unseen."""
        self._is_typed = False

    def _let_go(self) -> None:
        self._is_typed = False
        if self._text.held:
            self._text.held = False
            self._text.tell()

    def _offered(self, query: str) -> Sequence[Offer]:
        wanted = query.strip()
        if wanted != self._asked or not self._blocks:
            self._asked = wanted
            self._ask()
        found = self._all(query)
        if not found and len(query) > 2 and query.endswith(" "):
            self.close()
        return found

    def _ask(self) -> None:
        """Look for blocks; once more when the index has learned of some."""
        if self._query is not None:
            question = Question(self._asked, ("block",), statuses=("draft", "approved"), limit=MOST_BLOCKS)
            self._desk.finding.blocks(question, self._desk.session.proposal.language, self._found, lane="slash")

    def _found(self, found: "Sequence[Glimpse]") -> None:
        self._blocks = tuple(found)
        if self._query is not None:
            self.show_offers(self._all(self._query))

    def _all(self, query: str) -> list[Offer]:
        wanted = query.strip().casefold()
        at_start = before_cursor(self._text).startswith("/")
        lines = [
            Offer(tr(name), Pick(line=marker), aside=marker.strip(), below=tr("A line of this text"))
            for marker, name in _LINES.items()
            if at_start and _fits(wanted, tr(name))
        ]
        kinds = [
            Offer(tr(KINDS[kind].name), Pick(kind=kind), aside=tr("section"), below=tr(KINDS[kind].purpose))
            for kind in _ORDER
            if _fits(wanted, tr(KINDS[kind].name), kind)
        ]
        blocks = [
            Offer(block.name, Pick(block=block.id), aside=tr("library"), below=block.below)
            for block in (self._blocks if self._asked == query.strip() else ())
        ]
        return [*blocks, *lines, *kinds] if wanted else [*lines, *kinds, *blocks]

    def _put(self, offer: Offer) -> None:
        """Put the pick in. The text is what it was before the slash."""
        self._text.held = False
        pick = offer.value
        assert isinstance(pick, Pick)
        if pick.line:
            self._text.insertPlainText(pick.line)
            return
        self._text.tell()
        session = self._desk.session
        session.settle()
        if pick.kind:
            deeds.add_section(session, pick.kind)
        else:
            insert_block(self._desk, pick.block, deeds.section_id(session))


def insert_block(desk: Desk, block: str, after: str) -> None:
    """Copy a block of the library, with its pictures, behind a section."""
    from widgets.library.inserting import Where
    from widgets.library.records import BLOCK, Mark

    desk.librarian.insert([Mark(BLOCK, block)], Where(after=after))


def _fits(wanted: str, *names: str) -> bool:
    return not wanted or any(word.startswith(wanted) for name in names for word in (name.casefold(), *name.casefold().split()))
