"""What an opener says: its number, and kicker, title and leading sentence as one block."""

from dataclasses import dataclass

from app.layout.blocks import Block, TextBlock, stack
from app.layout.long_lead import fitting_lead
from app.layout.numerals import roman
from app.layout.scene import Scene
from app.model.sections import Opener


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
    they do not stand on paper; `rule` stands between title and lead.
    """
    setter, step, origin = scene.setter, scene.grid.step, f"sections/{section.id}"
    blocks: list[Block] = []
    if section.kicker:
        blocks.append(setter.text("kicker", section.kicker, width, origin=f"{origin}/kicker", color=color))
    if section.title:
        title = setter.headline("opener-title", section.title, width, lines, origin=f"{origin}/title", color=color)
        blocks.append(_spaced(title, step))
    if rule:
        blocks.append(rule)
    taken = stack(blocks).height
    lead = fitting_lead(scene, section.lead, f"{origin}/lead", lead_width or width, room - taken - 2 * step, color)
    if lead:
        blocks.append(_spaced(lead, (1 if rule else 2) * step))
    return OpenerWords(stack(blocks), bool(section.lead) and lead is None)


def _spaced(block: TextBlock, before: float) -> Block:
    return stack([block], before=before)
