"""The letter on a lying page: greeting and signature at the left, the words at the right."""

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.company import lift, tightest
from app.layout.faces import face
from app.layout.heads import side_head
from app.layout.page import RuleItem
from app.layout.scene import Scene, Sheet
from app.model.people import Person
from app.model.sections import Letter

FACE_STEPS = 7


def side_letter(scene: Scene, section: Letter) -> list[Sheet]:
    """Lay out the letter; a long one goes on to further pages, in the same place."""
    signer = scene.proposal.person(section.signer or scene.proposal.manager)
    sheet = Sheet(scene, section.id)
    area = _greeting(sheet, section)

    def text(leading: float) -> list[Block]:
        return scene.setter.rich("letter", section.text, area.width, f"sections/{section.id}/text", leading=leading)

    sheets = [sheet]
    for i, filled in enumerate(tightest(scene, "letter", text, 0.0, lambda _: area.height)):
        if i:
            sheets.append(Sheet(scene, section.id))
            _reminder(sheets[-1], section)
        filled.draw(sheets[-1].items, area.x, area.y - lift(filled, scene.grid.step))
    if signer:
        _signature(sheets[-1], signer, scene.grid.bottom)
    return sheets


def _reminder(sheet: Sheet, section: Letter) -> None:
    """Repeat the greeting, small, where the letter goes on."""
    origin = f"sections/{section.id}"
    said = f"{origin}/greeting" if section.greeting else ""
    words = section.greeting or section.title
    side_head(sheet, origin, "", words, "", bookmark=False, style="section-title", title_origin=said)


def _greeting(sheet: Sheet, section: Letter) -> Area:
    scene = sheet.scene
    sheet.bookmark(section.title or scene.words("Letter"))
    date = scene.words.date(scene.proposal.date)
    area = side_head(sheet, f"sections/{section.id}", date, "", "", bookmark=False, kicker_origin="date")
    greeting = section.greeting or section.title
    if greeting:
        width = scene.grid.span(5) - scene.grid.gutter
        block = scene.setter.headline("greeting", greeting, width, 4, origin=f"sections/{section.id}/greeting")
        sheet.place(block, scene.grid.left, scene.grid.y(2))
    return area


def _signature(sheet: Sheet, person: Person, bottom: float) -> None:
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    diameter = FACE_STEPS * grid.step
    y = bottom - diameter
    origin = f"people/{person.id}"
    sheet.add(*face(scene, person, grid.left, y, diameter))
    x = grid.left + diameter + grid.gutter * 1.5
    width = grid.x(5) - grid.gutter - x
    # It ends well before the words of the letter.
    right, rule = x + width - grid.gutter, y + 2.4 * grid.step
    sheet.add(RuleItem(x, rule, right, rule, scene.brand.hairline, scene.brand.color("line")))
    top = y + 2.5 * grid.step
    for style, text, field in (("portrait-name", person.name, "name"), ("person-role", person.role, "role")):
        top = sheet.place(setter.text(style, text, width, origin=f"{origin}/{field}"), x, top)
    reach = " · ".join(filter(None, (person.phone, person.email)))
    sheet.place(setter.text("person-role", reach, width, origin=f"{origin}/email"), x, top)
