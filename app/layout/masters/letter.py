"""The letter: a personal page with the manager's photograph and signature line."""

from app.layout.blocks import Block
from app.layout.faces import face
from app.layout.flow import fill
from app.layout.masters.lying.letter import side_letter
from app.layout.page import Item, RuleItem
from app.layout.scene import Scene, Sheet
from app.model.people import Person
from app.model.sections import Letter
from app.text.style import Align


def letter(scene: Scene, section: Letter) -> list[Sheet]:
    """Lay out the letter; a long one goes on to further pages."""
    variant = scene.brand.masters["letter"].variant
    if variant == "side":
        return side_letter(scene, section)
    centred = variant == "centred"
    grid, setter = scene.grid, scene.setter
    origin = f"sections/{section.id}"
    column, span = (1, 10) if centred else (3, 8)
    x, width = grid.x(column), grid.span(span)
    blocks = setter.rich("letter", section.text, width, f"{origin}/text")
    signer = scene.proposal.person(section.signer or scene.proposal.manager)
    if signer:
        blocks.append(_signature(scene, signer, width))
    sheets: list[Sheet] = []
    rest = tuple(blocks)
    while rest or not sheets:
        sheet = Sheet(scene, section.id)
        y = grid.top
        if not sheets:
            y = _head(sheet, section, centred)
            sheet.bookmark(section.title or scene.words("Letter"))
        filled = fill(rest, grid.bottom - y)
        filled.draw(sheet.items, x, y)
        rest = filled.rest
        sheets.append(sheet)
    return sheets


def _head(sheet: Sheet, section: Letter, centred: bool) -> float:
    """Draw the greeting and the address; return where the letter begins."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    origin = f"sections/{section.id}"
    greeting = section.greeting or section.title
    if centred:
        y = sheet.place(setter.text("kicker", _dateline(scene), grid.measure, origin="date"), grid.left, grid.y(1))
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
    y += 3 * grid.step
    _address(sheet, y)
    return y


def _dateline(scene: Scene) -> str:
    place = scene.proposal.studio.city
    return " · ".join(filter(None, (place, scene.words.date(scene.proposal.date))))


def _address(sheet: Sheet, y: float) -> None:
    """Draw who it is to, when and where it was written, in the left margin column."""
    scene, grid, proposal = sheet.scene, sheet.scene.grid, sheet.scene.proposal
    width = grid.span(3) - grid.gutter
    rows = [
        (proposal.contact.name, "contact/name", "item-title"),
        (proposal.contact.role, "contact/role", "item-text"),
        (proposal.client.name, "client/name", "item-text"),
        ("", "", ""),
        (scene.words.date(proposal.date), "date", "item-title"),
        (proposal.studio.city, "studio/city", "item-text"),
    ]
    # The letter is set larger than the address: its first baseline is half a step lower.
    y += 0.5 * grid.step
    for text, origin, style in rows:
        if text:
            y = sheet.place(scene.setter.text(style, text, width, origin=origin), grid.left, y)
        elif not style:
            y += grid.step


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
    height = max(grid.steps(diameter), 2.5 * grid.step + name.height + role.height + reach.height)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(face(scene, person, x, y, diameter))
        left = x + diameter + gap
        line_y = y + 2.4 * grid.step
        out.append(RuleItem(left, line_y, left + min(text_width, 190), line_y, scene.brand.hairline, scene.brand.color("line")))
        top = y + 2.5 * grid.step
        for block in (name, role, reach):
            block.draw(out, left, top)
            top += block.height

    return Block(grid.steps(height), draw, before=3 * grid.step)
