"""What an opener says: its number, and kicker, title and leading sentence as one block."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.layout.blocks import Block, TextBlock, stack
from app.layout.clear import flush
from app.layout.long_lead import leads
from app.layout.numerals import roman
from app.layout.scene import Scene
from app.model.sections import Opener
from app.text.style import Align


@dataclass(frozen=True, slots=True)
class OpenerWords:
    """The words of an opener. `left_over` tells that the lead has no place beside them."""

    block: Block
    left_over: bool


def opener_number(scene: Scene, section: Opener) -> str:
    """Return the number as printed: what was typed, else how many visible openers there are up to this one."""
    if section.number.strip():
        return section.number.strip()
    shown = [other.id for other in scene.proposal.sections if isinstance(other, Opener) and not other.hidden]
    count = shown.index(section.id) + 1 if section.id in shown else 1
    return roman(count) if scene.brand.masters["opener"].text("numerals") == "roman" else str(count)


def opener_words(
    scene: Scene, section: Opener, width: float, room: float, *, lines: int = 3, color: str = "", rule: Block | None = None,
    lead_width: float = 0.0,
) -> OpenerWords:  # fmt: skip
    """Set the words for a column of some height, one step between them. `color` is a role of the palette for all of them where
    they do not stand on paper; `rule` stands in the middle between title and lead, and so do they then.
    """
    tried = [
        _words(scene, section, (width, lead_width or width), count, lead, color, rule)
        for lead in (*_leads(scene, section, lead_width or width, color, rule), *([] if section.lead else [None]))
        for count in range(lines, 0, -1)
    ]
    fitting = next((block for block in tried if block.height <= room), None)
    if fitting or not section.lead:
        return OpenerWords(fitting or tried[0], False)
    return OpenerWords(_words(scene, section, (width, width), lines, None, color, rule), True)


def _leads(scene: Scene, section: Opener, width: float, color: str, rule: Block | None) -> Iterator[TextBlock]:
    align = Align.CENTER if rule else None
    return leads(scene, section.lead, f"sections/{section.id}/lead", width, color, align=align)


def _words(
    scene: Scene, section: Opener, widths: tuple[float, float], lines: int, lead: TextBlock | None, color: str, rule: Block | None
) -> Block:
    """Put the words below each other, the title in so many lines."""
    setter, step, origin = scene.setter, scene.grid.step, f"sections/{section.id}"
    blocks: list[Block] = []
    own = Align.CENTER if rule else Align(setter.token("kicker").align)
    if section.kicker:
        kicker = setter.text("kicker", section.kicker, widths[0], origin=f"{origin}/kicker", color=color, align=own)
        blocks.append(kicker)
    if section.title:
        align = "center" if rule else ""
        title = setter.headline(
            "opener-title", section.title, widths[0], lines, origin=f"{origin}/title", color=color, align=align
        )
        if not rule and setter.token("opener-title").align == Align.LEFT:
            # So large a letter shows that it begins with white.
            title = flush(setter, title)
        blocks.append(stack([title], before=step))
    if rule:
        blocks.append(rule)
    if lead:
        blocks.append(stack([lead], before=(1 if rule else 2) * step))
    return stack(blocks)
