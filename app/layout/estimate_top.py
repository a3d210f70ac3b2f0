"""The head of the estimate: its kicker, title and lead on its first page, and a quiet reminder on further ones."""

from functools import partial

from app.layout.blocks import Block
from app.layout.heads import head, side_head
from app.layout.page import Bookmark, Item, RuleItem, Tag, TextItem
from app.layout.plan import Plan, fixed
from app.layout.scene import Scene, Sheet
from app.model.sections import EstimatePages


def title_of(scene: Scene, section: EstimatePages) -> str:
    """Return what the estimate is called."""
    return section.title or scene.words("Estimate")


def place_head(scene: Scene, section: EstimatePages, plan: Plan) -> float:
    """Put the head over the type area of an upright page; return the y below it."""
    made_from = (section.kicker, section.title, section.lead, plan.chrome)
    block, bookmarks, y = scene.setter.remember("top", made_from, partial(_head, scene, section, plan.chrome))
    plan.bookmarks.extend(bookmarks)
    plan.place(block, 0.0, 0.0)
    return y


def _head(scene: Scene, section: EstimatePages, ink: str) -> tuple[Block, list[Bookmark], float]:
    sheet = Sheet(scene, section.id)
    y = head(sheet, f"sections/{section.id}", section.kicker, title_of(scene, section), section.lead, lines=2, color=ink)
    return fixed(sheet.items), sheet.bookmarks, y


def place_side(scene: Scene, section: EstimatePages, plan: Plan) -> float:
    """Put the head in the left half of a lying page; return the y below it."""
    made_from = (section.kicker, section.title, section.lead)
    block, y = scene.setter.remember("side", made_from, partial(_side, scene, section))
    plan.place(block, 0.0, 0.0)
    plan.bookmark(title_of(scene, section))
    return y


def _side(scene: Scene, section: EstimatePages) -> tuple[Block, float]:
    sheet = Sheet(scene, section.id)
    origin = f"sections/{section.id}"
    side_head(sheet, origin, section.kicker, title_of(scene, section), section.lead, columns=5, bookmark=False)
    return fixed(sheet.items), max((item.y for item in sheet.items if isinstance(item, TextItem)), default=scene.grid.top)


def reminder(scene: Scene, section: EstimatePages, width: float) -> Block:
    """Return the line at the top of a page on which the estimate's list goes on."""
    text = f"{title_of(scene, section)} — {scene.words('continued')}"
    return scene.setter.remember(("reminder", width), (text,), partial(_reminder, scene, section, text, width))


def _reminder(scene: Scene, section: EstimatePages, text: str, width: float) -> Block:
    step, weight, color = scene.grid.step, scene.brand.hairline * 2.5, scene.brand.color("line")
    name = scene.setter.text(
        "item-title", text, width, tag=Tag.ARTIFACT, origin=f"sections/{section.id}/title", max_lines=1
    )  # fmt: skip

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y, x + width, y, weight, color))
        name.draw(out, x, y + step)

    return Block(3 * step, draw, keep=True)
