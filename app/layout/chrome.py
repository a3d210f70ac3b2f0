"""Running headers and folios, the same on every page of a brand."""

from bisect import bisect_right

from app.layout.page import Item, LinkItem, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.designation import designation
from app.text.glyphs import Line

SUBJECT, NUMBER = 3, 9
"""Columns at which subject and number begin."""
LEAST_SUBJECT = 110.0
"""The number is left out rather than a long subject cut to less than so many points."""
WIDEST_FOLIO = "888"


def chrome(scene: Scene, folio: str, color: str) -> list[Item]:
    """Return the running header and the folio of one page. `color` is a role of the palette that reads on the page's ground."""
    if scene.brand.masters["chrome"].variant == "centred":
        return _centred(scene, folio, color)
    return _top(scene, folio, color)


def _top(scene: Scene, folio: str, color: str) -> list[Item]:
    """Studio at the left, subject in the middle, folio at the right, over a hairline."""
    grid, proposal = scene.grid, scene.proposal
    y = grid.top - 2 * grid.step - 1
    number = scene.setter.line("folio", folio, color=color)
    studio = _fitting(scene, proposal.studio.name, grid.right - number.width - grid.gutter - grid.left, color)
    # What stands beside the page number is the same on every page.
    edge = grid.right - scene.setter.line("folio", WIDEST_FOLIO).width - grid.gutter
    items: list[Item] = [_item(grid.left, y, studio, "studio/name")]
    items.extend(_middle(scene, y, grid.left + studio.width + grid.gutter, edge, color))
    items.append(_item(grid.right - number.width, y, number, ""))
    rule_y = y + grid.step * 0.55
    items.append(RuleItem(grid.left, rule_y, grid.right, rule_y, scene.brand.hairline, scene.brand.color(color)))
    if proposal.studio.site:
        items.append(LinkItem(grid.left, y - 8, studio.width, 12, url=_url(proposal.studio.site)))
    return items


def _middle(scene: Scene, y: float, left: float, right: float, color: str) -> list[Item]:
    """Return subject and number on their columns, or where those are too narrow wherever there is room from `left` to `right`:
    the number gives way first, then the end of the subject.
    """
    grid, proposal = scene.grid, scene.proposal
    x = max(grid.x(SUBJECT), left)
    items: list[Item] = []
    if proposal.number:
        line = scene.setter.line("running", designation(scene.words, proposal), color=color)
        at = min(grid.x(NUMBER), right - line.width)
        whole = scene.setter.line("running", proposal.title, color=color).width
        if at - grid.gutter - x >= min(whole, LEAST_SUBJECT):
            items.append(_item(at, y, line, "number"))
            right = at - grid.gutter
    subject = _fitting(scene, proposal.title, right - x, color)
    return [_item(x, y, subject, "title"), *items] if x + subject.width <= right else items


def _centred(scene: Scene, folio: str, color: str) -> list[Item]:
    """Small capitals at the top, the folio at the foot between two short gold rules."""
    grid, proposal = scene.grid, scene.proposal
    centre = (grid.left + grid.right) / 2
    items: list[Item] = []
    quiet = "muted" if color == "ink" else color
    head = _fitting(scene, " · ".join(filter(None, (proposal.studio.name, proposal.title))), grid.measure, quiet)
    items.append(_item(centre - head.width / 2, grid.top - 3 * grid.step, head, "title"))
    number = scene.setter.line("folio", folio, color="accent-text" if color == "ink" else color)
    y = grid.bottom + 3 * grid.step
    items.append(_item(centre - number.width / 2, y, number, ""))
    line = scene.brand.color("line")
    for x in (centre - number.width / 2 - 22, centre + number.width / 2 + 8):
        items.append(RuleItem(x, y - 3.2, x + 14, y - 3.2, scene.brand.hairline, line))
    return items


def _fitting(scene: Scene, text: str, width: float, color: str) -> Line:
    """Set the text, shortened by whole words where it is wider than the room, and by letters where not even one has any."""
    line = scene.setter.line("running", text, color=color)
    words = text.split()
    while line.width > width and len(words) > 1:
        words.pop()
        line = scene.setter.line("running", " ".join(words).rstrip(" ,.;:—–·") + "…", color=color)
    return line if line.width <= width or not words else _cut(scene, words[0], width, color)


def _cut(scene: Scene, word: str, width: float, color: str) -> Line:
    """Set as many letters of a word as there is room for, one at least."""

    def first(count: int) -> Line:
        return scene.setter.line("running", word[:count] + "…", color=color)

    room = bisect_right(range(1, len(word)), width, key=lambda count: first(count).width)
    return first(max(room, 1))


def _item(x: float, y: float, line: Line, origin: str) -> TextItem:
    return TextItem(x, y, line, origin, Tag.ARTIFACT)


def _url(site: str) -> str:
    return site if "://" in site else f"https://{site}"
