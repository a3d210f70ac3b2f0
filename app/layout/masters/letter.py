"""The letter: a personal page with the manager's photograph and signature line."""

from app.layout.blocks import Block
from app.layout.company import lift, tightest
from app.layout.faces import face
from app.layout.margin import has_margin, letter_column
from app.layout.masters.lying.letter import side_letter
from app.layout.page import Item, RuleItem
from app.layout.scene import Scene, Sheet
from app.model.people import Person
from app.model.sections import Letter
from app.text.style import Align

SIGNED = 190.0
"""Points that the line to sign on is long at least, if there is room; it is never shorter than the name below it."""


def letter(scene: Scene, section: Letter) -> list[Sheet]:
    """Lay out the letter; a long one goes on to further pages."""
    variant = scene.brand.masters["letter"].variant
    if variant == "side":
        return side_letter(scene, section)
    centred = variant == "centred"
    sheet = Sheet(scene, section.id)
    sheet.bookmark(section.title or scene.words("Letter"))
    grid = scene.grid
    column, span = (1, 10) if centred else letter_column(scene)
    top = _head(sheet, section, centred)
    signer = scene.proposal.person(section.signer or scene.proposal.manager)
    signature = _signature(scene, signer, grid.span(span)) if signer else None

    def text(leading: float) -> list[Block]:
        return scene.setter.rich("letter", section.text, grid.span(span), f"sections/{section.id}/text", leading=leading)

    def room(page: int) -> float:
        return grid.bottom - (grid.top if page else top)

    tail = signature.before + signature.height + 0.5 * grid.step if signature else 0.0
    sheets = [sheet]
    beside = not centred and has_margin(scene)
    for i, filled in enumerate(tightest(scene, "letter", text, tail, room)):
        if i:
            sheets.append(Sheet(scene, section.id))
        # The first line is level with that of the address in the margin.
        y = grid.top if i else top - lift(filled, grid.step) * beside
        filled.draw(sheets[-1].items, grid.x(column), y)
        y += filled.used
    if signature:
        sheets[-1].place(signature, grid.x(column), grid.down(y) + (signature.before if filled.placed else 0.0))
    return sheets


def _head(sheet: Sheet, section: Letter, centred: bool) -> float:
    """Draw the greeting and the address; return where the letter begins."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    origin = f"sections/{section.id}"
    greeting = section.greeting or section.title
    if centred:
        line = setter.text("kicker", _dateline(scene), grid.measure, origin="date", align=Align.CENTER)
        y = sheet.place(line, grid.left, grid.y(1))
        if greeting:
            head = setter.headline("greeting", greeting, grid.span(10), 2, origin=f"{origin}/greeting", align="center")
            y = sheet.place(head, grid.x(1), y + grid.step)
        centre = (grid.left + grid.right) / 2
        sheet.add(RuleItem(centre - 18, y + 1.6 * grid.step, centre + 18, y + 1.6 * grid.step, 0.9, scene.brand.color("line")))
        return y + 3 * grid.step
    y = grid.y(3)
    if greeting:
        head = setter.headline("greeting", greeting, grid.span(12), 3, origin=f"{origin}/greeting")
        y = sheet.place(head, grid.left - 1.5, y)
    beside = has_margin(scene)
    y += (3 if beside else 2) * grid.step
    return _address(sheet, y) if beside else _address_above(sheet, y)


def _dateline(scene: Scene) -> str:
    place = scene.proposal.studio.city
    return " · ".join(filter(None, (place, scene.words.date(scene.proposal.date))))


def _to(scene: Scene) -> list[tuple[str, str, str]]:
    """Return who the letter is to, as texts with their origins and styles."""
    contact = scene.proposal.contact
    return [
        (contact.name, "contact/name", "item-title"),
        (contact.role, "contact/role", "item-text"),
        (scene.proposal.client.name, "client/name", "item-text"),
    ]


def _when(scene: Scene) -> list[tuple[str, str, str]]:
    """Return when and where it was written."""
    date = (scene.words.date(scene.proposal.date), "date", "item-title")
    return [date, (scene.proposal.studio.city, "studio/city", "item-text")]


def _address(sheet: Sheet, y: float) -> float:
    """Draw who it is to, when and where it was written, in the left margin column; return where the letter begins."""
    scene, grid = sheet.scene, sheet.scene.grid
    width = grid.span(3) - grid.gutter
    # The letter is set larger than the address: the address begins half a step lower.
    y += 0.5 * grid.step
    below = _lines(sheet, _to(scene), grid.left, y, width)
    _lines(sheet, _when(scene), grid.left, below + grid.step, width)
    return y


def _address_above(sheet: Sheet, y: float) -> float:
    """Draw the same in a row below the greeting, over a rule; return where the letter begins."""
    scene, grid = sheet.scene, sheet.scene.grid
    sheet.add(RuleItem(grid.left, y, grid.right, y, scene.brand.hairline, scene.brand.color("line")))
    top = y + 0.5 * grid.step
    ends = (
        _lines(sheet, _to(scene), grid.left, top, grid.span(8) - grid.gutter),
        _lines(sheet, _when(scene), grid.x(8), top, grid.span(4)),
    )
    return grid.down(max(ends)) + grid.step


def _lines(sheet: Sheet, rows: list[tuple[str, str, str]], x: float, y: float, width: float) -> float:
    for text, origin, style in rows:
        if text:
            y = sheet.place(sheet.scene.setter.text(style, text, width, origin=origin), x, y)
    return y


def _signature(scene: Scene, person: Person, width: float) -> Block:
    """A round photograph, a line to sign on, and how to reach the person."""
    grid, setter = scene.grid, scene.setter
    diameter = 6 * grid.step
    gap = 1.5 * grid.gutter + 4
    text_width = width - diameter - gap
    origin = f"people/{person.id}"
    name = setter.text("portrait-name", person.name, text_width, origin=f"{origin}/name", align=Align.LEFT)
    role = setter.text("person-role", person.role, text_width, origin=f"{origin}/role")
    reach = setter.text(
        "person-role", " · ".join(filter(None, (person.phone, person.email))), text_width, origin=f"{origin}/email"
    )
    signed = min(text_width, max([SIGNED, *(line.width for line in name.lines)]))
    height = max(grid.steps(diameter), 2.5 * grid.step + name.height + role.height + reach.height)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(face(scene, person, x, y, diameter))
        left = x + diameter + gap
        line_y = y + 2.4 * grid.step
        out.append(RuleItem(left, line_y, left + signed, line_y, scene.brand.hairline, scene.brand.color("line")))
        top = y + 2.5 * grid.step
        for block in (name, role, reach):
            block.draw(out, left, top)
            top += block.height

    return Block(grid.steps(height), draw, before=3 * grid.step)
