"""The note in the margin of a story: small, under a short rule in the accent."""

from dataclasses import replace

from app.layout.blocks import Block, rule
from app.layout.scene import Scene
from app.model.sections import Story

RULE_WEIGHT = 2.0
CENTRED_WEIGHT = 0.9


def side_note(scene: Scene, section: Story, width: float) -> list[Block]:
    """Set the note in a column of `width` points, beginning with its rule."""
    brand, step = scene.brand, scene.grid.step
    centred = brand.styles["title"].align == "center"
    color, weight = (brand.color("line"), CENTRED_WEIGHT) if centred else (brand.color("accent"), RULE_WEIGHT)
    blocks = scene.setter.rich("note", section.note, width, f"sections/{section.id}/note")
    top = rule(min(width, 3 * step), weight, color, step, at=0.35, keep=True)
    return [top, *(replace(block, before=max(block.before, step if i else 0.0)) for i, block in enumerate(blocks))]
