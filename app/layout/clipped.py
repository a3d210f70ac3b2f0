"""Shortens what stands in full elsewhere, before it is set: setting a whole page to show its first line takes time."""

MOST_LETTERS = 300
"""No line or two of a title holds more."""


def clipped(text: str, most: int = MOST_LETTERS) -> str:
    """Return a text of no more letters, cut between words, with an ellipsis where something was left out."""
    if len(text) <= most:
        return text
    head = text[:most].rsplit(maxsplit=1)
    return f"{head[0].rstrip(' ,.;:—–·')}…"
