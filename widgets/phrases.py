"""Phrases that are spoken later, in whatever language the interface then has: names of edits, messages."""

from dataclasses import dataclass

from widgets.words import tr

LONGEST = 32
"""Longer values are shortened in the name of an edit."""


@dataclass(frozen=True)
class Phrase:
    """An English phrase and its facts; a fact may be a phrase itself."""

    msgid: str
    facts: tuple[tuple[str, "str | Phrase"], ...] = ()

    def __str__(self) -> str:
        return tr(self.msgid, **{name: str(value) for name, value in self.facts})


def say(msgid: str, **facts: "str | Phrase") -> Phrase:
    """Make a phrase with its facts as keywords. The msgid is marked with `phrase` where it stands."""
    return Phrase(msgid, tuple(facts.items()))


def shorten(text: str, longest: int = LONGEST) -> str:
    """Return the text on one line, cut with an ellipsis where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
