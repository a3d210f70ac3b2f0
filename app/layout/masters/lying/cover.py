"""The cover of a lying document: title in the calm lower left, facts in a column at the right."""

from app.layout.logo import mark
from app.layout.page import GradientItem, RuleItem, TextItem
from app.layout.scene import Sheet
from app.model.sections import Cover


def screen_cover(sheet: Sheet, section: Cover, *, has_picture: bool) -> None:
    """Draw the type of the cover over what is painted already."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    proposal, page = scene.proposal, scene.brand.page
    b = page.bleed
    if has_picture:
        ground = scene.brand.color("paper")
        stops = ((0.0, 0.94), (0.45, 0.62), (1.0, 0.0))
        sheet.add(GradientItem(-b, -b, page.width * 0.78 + b, page.height + 2 * b, ground, stops, angle=0.0))
        foot = ((0.0, 0.0), (0.5, 0.45), (1.0, 0.85))
        sheet.add(GradientItem(-b, page.height * 0.6, page.width + 2 * b, page.height * 0.4 + b, ground, foot))
    sheet.add(*mark(scene, grid.left, grid.top - 1.4 * grid.step, 17, "accent"))
    sheet.add(
        TextItem(grid.left + 27, grid.top - 0.4 * grid.step, setter.line("cover-meta", proposal.studio.name), "studio/name")
    )
    kicker = setter.line("cover-kicker", section.kicker or scene.words("Commercial proposal"))
    sheet.add(TextItem(grid.right - kicker.width, grid.top - 0.4 * grid.step, kicker, f"sections/{section.id}/kicker"))
    title = setter.headline("cover-title", proposal.title, grid.span(9), 4, origin="title")
    subtitle = setter.text("cover-subtitle", proposal.subtitle, grid.span(7), origin="subtitle") if proposal.subtitle else None
    foot_y = grid.bottom - 2 * grid.step
    y = foot_y - 2 * grid.step - title.height - (subtitle.height + grid.step if subtitle else 0.0)
    y = sheet.place(title, grid.left - 2, grid.down(y))
    if subtitle:
        sheet.place(subtitle, grid.left, y + grid.step)
    sheet.add(RuleItem(grid.left, foot_y, grid.right, foot_y, scene.brand.hairline, scene.brand.color("soft")))
    _facts(sheet, foot_y + 0.4 * grid.step)


def _facts(sheet: Sheet, y: float) -> None:
    scene, grid, words = sheet.scene, sheet.scene.grid, sheet.scene.words
    proposal = scene.proposal
    until = words("Valid until {date}", date=words.date(proposal.valid_until)) if proposal.valid_until else ""
    number = scene.words("No. {number}", number=proposal.number) if proposal.number else ""
    facts = ((0, 4, proposal.client.name, "client/name"), (4, 3, number, "number"), (7, 2, words.date(proposal.date), "date"))
    for column, span, text, origin in (*facts, (9, 3, until, "valid_until")):
        if text:
            sheet.place(scene.setter.text("cover-meta", text, grid.span(span), origin=origin), grid.x(column), y)
