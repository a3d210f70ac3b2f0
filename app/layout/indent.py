"""Text away from the left edge."""

from dataclasses import dataclass, replace

from app.layout.blocks import Block, TextBlock


@dataclass(frozen=True, slots=True)
class Indented(Block):
    """Text that stands away from the left edge and may break over pages."""

    text: TextBlock | None = None
    by: float = 0.0

    def split(self, room: float) -> "tuple[Block, Block] | None":
        """Divide the text."""
        halves = self.text.split(room) if self.text else None
        if halves is None:
            return None
        head, tail = indented(halves[0], self.by), indented(halves[1], self.by)
        return replace(head, before=self.before), replace(tail, keep=self.keep)


def indented(text: TextBlock, by: float) -> Indented:
    """Return a text so many points from the left edge."""
    return Indented(text.height, lambda out, x, y: text.draw(out, x + by, y), text.before, text.keep, text, by)
