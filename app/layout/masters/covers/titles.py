"""Title and subtitle in a room: the title comes first, the subtitle takes what is left."""

from dataclasses import dataclass

from app.layout.blocks import TextBlock
from app.layout.masters.covers.voice import Voice, hanging, is_cut, report_cut
from app.layout.page import Item

MOST_SUBTITLE = 0.4
"""How much of the room for title and subtitle a subtitle may take."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Title and subtitle, `gap` points apart; `indent` moves the subtitle in from the title's column, `nudge` large letters
    out of it, so that their stems stand on the margin.
    """

    title: TextBlock
    subtitle: TextBlock | None
    gap: float
    indent: float = 0.0
    nudge: float = 0.0

    @property
    def height(self) -> float:
        """Return the height of both."""
        return self.title.height + (self.gap + self.subtitle.height if self.subtitle else 0.0)

    @property
    def rule(self) -> float:
        """Return how far below the title's top a short rule between title and subtitle stands clear of both."""
        return self.title.height + hanging(self.title) + (self.gap - hanging(self.title)) * 0.35

    def draw(self, x: float, y: float) -> list[Item]:
        """Return both with the title's top left corner at (x, y)."""
        items: list[Item] = []
        self.title.draw(items, x - self.nudge, y)
        if self.subtitle:
            self.subtitle.draw(items, x + self.indent, y + self.title.height + self.gap)
        return items


def titles(
    voice: Voice, width: float, room: float, *, subtitle: float, gap: float, lines: int = 4, indent: float = 0.0,
    nudge: float = 0.0, ink: str = "",
) -> Titles:  # fmt: skip
    """Set both as large as they fit into a room. `subtitle` is the subtitle's width, `ink` the title's own. A subtitle is cut
    before a title is.
    """
    words, step = voice.scene.proposal.title, voice.scene.grid.step
    title, below = voice.title(width, room, lines, ink), None
    for block in subtitles(voice, subtitle, room * MOST_SUBTITLE):
        tried = voice.title(width, room - block.height - gap, lines, ink)
        if not is_cut(tried, words):
            title, below = tried, block
            break
    report_cut(voice.scene, title)
    return Titles(title, below, max(gap, -(-hanging(title) // step) * step), indent, nudge)


def subtitles(voice: Voice, width: float, room: float) -> list[TextBlock]:
    """Return the subtitle whole or cut to the room, and shorter ones to fall back to."""
    if not voice.scene.proposal.subtitle:
        return []
    whole = voice.subtitle(width)
    most = max(int(room // whole.leading), 1)
    lengths = sorted({min(len(whole.lines), count) for count in (most, 3, 2, 1) if count <= most}, reverse=True)
    return [whole if count == len(whole.lines) else voice.subtitle(width, count) for count in lengths]
