"""Running headers and folios, the same on every page of a brand."""

from app.layout.page import Item, LinkItem, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.text.glyphs import Line


def chrome(scene: Scene, folio: str, color: str) -> list[Item]:
    """Return the running header and the folio of one page. `color` is a role of the palette that reads on the page's ground."""
    if scene.brand.masters["chrome"].variant == "centred":
        return _centred(scene, folio, color)
    return _top(scene, folio, color)


def _top(scene: Scene, folio: str, color: str) -> list[Item]:
    """Studio at the left, subject in the middle, folio at the right, over a hairline."""
    grid, proposal = scene.grid, scene.proposal
    y = grid.top - 2 * grid.step - 1
    items: list[Item] = []
    studio = scene.setter.line("running", proposal.studio.name, color=color)
    items.append(_item(grid.left, y, studio, "studio/name"))
    subject = _fitting(scene, proposal.title, grid.span(6), color)
    items.append(_item(grid.x(3), y, subject, "title"))
    if proposal.number:
        items.append(
            _item(
                grid.x(9),
                y,
                scene.setter.line("running", scene.words("No. {number}", number=proposal.number), color=color),
                "number",
            )
        )
    number = scene.setter.line("folio", folio, color=color)
    items.append(_item(grid.right - number.width, y, number, ""))
    rule_y = y + grid.step * 0.55
    items.append(RuleItem(grid.left, rule_y, grid.right, rule_y, scene.brand.hairline, scene.brand.color(color)))
    if proposal.studio.site:
        items.append(LinkItem(grid.left, y - 8, studio.width, 12, url=_url(proposal.studio.site)))
    return items


def _centred(scene: Scene, folio: str, color: str) -> list[Item]:
    """Small capitals at the top, the folio at the foot between two short gold rules."""
    grid, proposal = scene.grid, scene.proposal
    centre = (grid.left + grid.right) / 2
    items: list[Item] = []
    quiet = "muted" if color == "ink" else color
    head = _fitting(scene, " · ".join(filter(None, (proposal.studio.name, proposal.title))), grid.measure, quiet)
    items.append(_item(centre - head.width / 2, grid.top - 3 * grid.step, head, "title"))
    number = scene.setter.line("folio", folio, color="accent" if color == "ink" else color)
    y = grid.bottom + 3 * grid.step
    items.append(_item(centre - number.width / 2, y, number, ""))
    line = scene.brand.color("line")
    for x in (centre - number.width / 2 - 22, centre + number.width / 2 + 8):
        items.append(RuleItem(x, y - 3.2, x + 14, y - 3.2, scene.brand.hairline, line))
    return items


def _fitting(scene: Scene, text: str, width: float, color: str) -> Line:
    """Set the text, shortened by whole words where it is wider than the room."""
    line = scene.setter.line("running", text, color=color)
    words = text.split()
    while line.width > width and len(words) > 1:
        words.pop()
        line = scene.setter.line("running", " ".join(words).rstrip(" ,.;:—–·") + "…", color=color)
    return line


def _item(x: float, y: float, line: Line, origin: str) -> TextItem:
    return TextItem(x, y, line, origin, Tag.ARTIFACT)


def _url(site: str) -> str:
    return site if "://" in site else f"https://{site}"
