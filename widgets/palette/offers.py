"""What the command palette offers: the actions of a window, places, and what was found in the workspace."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from app.i18n import phrase
from widgets.palette.matching import matches
from widgets.places.place import CLIENTS, LIBRARY, Host
from widgets.words import tr

if TYPE_CHECKING:
    from app.store.search.index import Hit

MOST_ACTIONS = 12
_CHOICES = {"theme-": phrase("Theme"), "language-": phrase("Language of the window")}
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Offer:
    """One line. `aside` is what it is, or its keys; `below` a second line; `marks` are ranges of the text that were typed."""

    text: str
    call: Callable[[], object]
    icon: str = ""
    aside: str = ""
    below: str = ""
    marks: Ranges = ()
    keys: bool = False


KINDS = {
    "proposal": ("proposals", phrase("Proposal")),
    "block": ("story", phrase("Block")),
    "person": ("person", phrase("Person")),
    "reference": ("references", phrase("Reference")),
    "client": ("clients", phrase("Client")),
}
"""The icon and the word of each kind of record. Line items are found in the grid instead."""


def actions(acts: Sequence[QAction], typed: str) -> list[Offer]:
    """Return the actions that are meant and can be done now."""
    offered = [act for act in acts if act.isEnabled() and act.isVisible() and act.text()]
    names = [named(act) for act in offered]
    found = matches(typed, names)[: MOST_ACTIONS if typed.strip() else None]
    return [_action(offered[match.index]) for match in found]


def _action(act: QAction) -> Offer:
    keys = act.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    icon = str(act.property("icon-name") or "")
    return Offer(named(act), act.trigger, icon, keys, keys=bool(keys))


def records(host: Host, hits: "Sequence[Hit]", proposals: Path) -> Iterator[Offer]:
    """Return what was found, with what opens it."""
    for hit in hits:
        if str(hit.kind) not in KINDS:
            continue
        icon, word = KINDS[str(hit.kind)]
        below = hit.snippet.text if hit.snippet.field != "internal" else ""
        title = hit.title or tr("Without a name")
        yield Offer(title, _opening(host, hit, proposals), icon, tr(word), below, tuple((m[0], m[1]) for m in hit.marks))


def _opening(host: Host, hit: "Hit", proposals: Path) -> Callable[[], object]:
    kind, wanted = str(hit.kind), hit.id
    if kind == "proposal":
        return lambda: host.open(str(proposals / wanted))
    return lambda: host.go(CLIENTS if kind == "client" else LIBRARY, f"{kind}/{wanted}")


def named(act: QAction) -> str:
    """Return the words for an action outside of its menu: what adds pages says so, and a choice says of what."""
    words, name = plain(act.text()), act.objectName()
    if name.startswith("add-"):
        return tr("Add pages: {kind}", kind=words)
    group = next((title for which, title in _CHOICES.items() if name.startswith(which)), "")
    return tr("{group}: {choice}", group=tr(group), choice=words) if group else words


def plain(text: str) -> str:
    """Return the words of an action without the sign of its key in menus."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
