"""Changes of an estimate as a table for a terminal."""

from collections.abc import Sequence

from app.commands.tables import aligned, shortened
from app.exchange.changes import Change, ChangeKind, Changes
from app.exchange.naming import field_name, value_text
from app.i18n import Words

_LONGEST = 44
_RIGHT = (True, False, False, False)


def as_lines(changes: Changes, words: Words) -> list[str]:
    """Return a line for each change: its number, what has happened, to what, and how it was before and is after."""
    return aligned([_row(change, words) for change in changes], _RIGHT)


def _row(change: Change, words: Words) -> Sequence[str]:
    return change.id, kind(change.kind, words), _place(change, words), _values(change, words)


def kind(found: ChangeKind, words: Words) -> str:
    """Return the word for what has happened."""
    return {
        ChangeKind.ADDED: words("added"),
        ChangeKind.REMOVED: words("removed"),
        ChangeKind.CHANGED: words("changed"),
        ChangeKind.MOVED: words("moved"),
    }[found]


def _place(change: Change, words: Words) -> str:
    titles = [change.section, change.title] if change.what == "item" else [change.title]
    named = " › ".join(shortened(title, _LONGEST) for title in titles if title.strip())
    return named or (words("Estimate") if change.what == "estimate" else f"{change.what} {change.element}".strip())


def _values(change: Change, words: Words) -> str:
    if change.kind is ChangeKind.CHANGED:
        before, after = (shortened(value_text(value, words), _LONGEST) for value in (change.before, change.after))
        return f"{field_name(change.field, words)}: {before} → {after}"
    if change.kind is ChangeKind.MOVED and change.what == "item" and change.before != change.after:
        return f"{change.before} → {change.after}"
    return ""
