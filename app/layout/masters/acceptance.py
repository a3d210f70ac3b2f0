"""Acceptance: what is agreed, for how much, and lines to sign for both parties."""

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.flow import fill
from app.layout.heads import head, is_centred, side_head
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene, Sheet
from app.model.sections import Acceptance


def acceptance(scene: Scene, section: Acceptance) -> list[Sheet]:
    """Lay out the page to sign; the signatures stand at its foot."""
    grid, setter = scene.grid, scene.setter
    sheet = Sheet(scene, section.id)
    if scene.brand.masters["acceptance"].variant == "side":
        return _side(sheet, section)
    origin = f"sections/{section.id}"
    y = head(sheet, origin, section.kicker, section.title or scene.words("Acceptance"), "", lines=2)
    column, span = (1, 10) if is_centred(sheet) else (3, 9)
    y = _subject(sheet, Area.of(grid, column, span, y + grid.step))
    blocks = setter.rich("letter", section.text, grid.span(span - 1), f"{origin}/text")
    parties = _parties(scene, grid.measure)
    sheets = [sheet]
    rest = tuple(blocks)
    while True:
        filled = fill(rest, grid.bottom - y)
        filled.draw(sheets[-1].items, grid.x(column), y)
        y = grid.down(y + filled.used)
        rest = filled.rest
        if not rest and (grid.bottom - y >= parties.height + grid.step or not filled.placed):
            break
        sheets.append(Sheet(scene, section.id))
        y = grid.top
    sheets[-1].place(parties, grid.left, grid.bottom - parties.height)
    return sheets


def _side(sheet: Sheet, section: Acceptance) -> list[Sheet]:
    """What is agreed at the left of a lying page, the words and the signatures at its right."""
    scene, grid = sheet.scene, sheet.scene.grid
    origin = f"sections/{section.id}"
    area = side_head(sheet, origin, section.kicker, section.title or scene.words("Acceptance"), "", columns=5)
    parties = _parties(scene, area.width)
    _subject(sheet, Area.of(grid, 0, 5, grid.bottom - 9 * grid.step))
    sheets = [sheet]
    rest = tuple(scene.setter.rich("letter", section.text, area.width, f"{origin}/text"))
    while True:
        filled = fill(rest, area.height)
        filled.draw(sheets[-1].items, area.x, area.y)
        rest = filled.rest
        if not rest and (area.height - filled.used >= parties.height + grid.step or not filled.placed):
            break
        sheets.append(Sheet(scene, section.id))
    sheets[-1].place(parties, area.x, area.bottom - parties.height)
    return sheets


def _subject(sheet: Sheet, area: Area) -> float:
    """The facts that are accepted: proposal, date and the sum."""
    scene, setter, words = sheet.scene, sheet.scene.setter, sheet.scene.words
    proposal = scene.proposal
    date = words.date(proposal.date)
    number = (
        words("Proposal No. {number} of {date}", number=proposal.number, date=date)
        if proposal.number
        else words("Proposal of {date}", date=date)
    )
    y = sheet.place(setter.text("cell-strong", number, area.width, origin="number"), area.x, area.y)
    y = sheet.place(setter.text("cell", proposal.title, area.width, origin="title"), area.x, y)
    amount = setter.headline("sum", scene.money(scene.totals.total), area.width, 1, origin="estimate", tag=Tag.P)
    return sheet.place(amount, area.x - 1, y + area.step) + area.step


def _parties(scene: Scene, whole: float) -> Block:
    """Two columns: who sends and who accepts, with lines for signature, name and date."""
    grid, proposal, words = scene.grid, scene.proposal, scene.words
    width = whole / 2 - grid.gutter
    manager = proposal.person(proposal.manager)
    studio = _party(
        scene, width, words("For the studio"), proposal.studio.legal_name or proposal.studio.name, proposal.studio.requisites,
        manager.name if manager else "", "studio",
    )  # fmt: skip
    client = _party(
        scene, width, words("For the client"), proposal.client.name, proposal.client.requisites, proposal.contact.name, "client"
    )
    height = max(studio.height, client.height)

    def draw(out: list[Item], x: float, y: float) -> None:
        studio.draw(out, x, y + height - studio.height)
        client.draw(out, x + whole / 2 + grid.gutter / 2, y + height - client.height)

    return Block(grid.steps(height), draw)


def _party(scene: Scene, width: float, label: str, name: str, requisites: str, signer: str, origin: str) -> Block:
    grid, setter, brand, words = scene.grid, scene.setter, scene.brand, scene.words
    head_block = setter.text("table-head", label, width)
    title = setter.text("item-title", name, width, origin=f"{origin}/name")
    details = setter.text("item-text", requisites, width, origin=f"{origin}/requisites") if requisites else None
    lines = ((words("Signature"), ""), (words("Name"), signer), (words("Date"), ""))
    top = head_block.height + title.height + (details.height if details else 0.0)
    height = grid.steps(top + len(lines) * 3 * grid.step + grid.step)

    def draw(out: list[Item], x: float, y: float) -> None:
        head_block.draw(out, x, y)
        title.draw(out, x, y + head_block.height)
        if details:
            details.draw(out, x, y + head_block.height + title.height)
        baseline = y + top
        for caption, value in lines:
            baseline += 3 * grid.step
            out.append(RuleItem(x, baseline + 3, x + width, baseline + 3, brand.hairline, brand.color("line")))
            text = setter.line("caption", caption)
            out.append(TextItem(x, baseline + 3 + grid.step * 0.95, text, "", Tag.P))
            if value:
                out.append(TextItem(x, baseline - 1, setter.line("cell", value), f"{origin}/name", Tag.P))

    return Block(height, draw)
