"""Acceptance: what is agreed, for how much, and lines to sign for both parties."""

from functools import partial

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.clear import below
from app.layout.company import lift, tightest
from app.layout.heads import head, is_centred, side_head
from app.layout.margin import letter_column
from app.layout.page import Bookmark, Item, Tag
from app.layout.parties import parties
from app.layout.scene import Scene, Sheet
from app.layout.total_notes import a_month_or_year, again, headline_period
from app.model.estimate import Period
from app.model.sections import Acceptance
from app.text.style import Align

SUBJECT = 9
"""Baseline steps that what is agreed takes at the foot of the left half of a lying page, and"""
BESIDES = 2
"""so many more with what is due again and again."""


def acceptance(scene: Scene, section: Acceptance) -> list[Sheet]:
    """Lay out the page to sign; the signatures stand at its foot."""
    grid, setter = scene.grid, scene.setter
    if scene.brand.masters["acceptance"].variant == "side":
        return _side(Sheet(scene, section.id), section)
    origin = f"sections/{section.id}"
    sheet, y = _headed(scene, section)
    column, span = (1, 9) if is_centred(sheet) else letter_column(scene)
    y = _subject(sheet, Area.of(grid, column, 12 - 2 * column if is_centred(sheet) else 12 - column, y + grid.step))
    height, signatures = _signatures(scene, grid.left, grid.measure, grid.bottom)

    def text(leading: float) -> list[Block]:
        make = partial(setter.rich, "letter", section.text, grid.span(span), f"{origin}/text", leading=leading)
        return setter.remember(("letter", leading), (section.text, span), make)

    def room(page: int) -> float:
        return grid.bottom - (grid.top if page else y)

    sheets = [sheet]
    for i, filled in enumerate(tightest(scene, "letter", text, height + grid.step, room)):
        if i:
            sheets.append(Sheet(scene, section.id))
        filled.draw(sheets[-1].items, grid.x(column), grid.top if i else y)
    sheets[-1].add(*signatures)
    return sheets


def _headed(scene: Scene, section: Acceptance) -> tuple[Sheet, float]:
    """Return the first page with its head, and the y below that."""
    title = section.title or scene.words("Acceptance")

    def make() -> tuple[list[Item], list[Bookmark], float]:
        drawn = Sheet(scene, section.id)
        y = head(drawn, f"sections/{section.id}", section.kicker, title, "", lines=2)
        return drawn.items, drawn.bookmarks, y

    items, bookmarks, y = scene.setter.remember("head", (section.kicker, title), make)
    return Sheet(scene, section.id, items=list(items), bookmarks=list(bookmarks)), y


def _signatures(scene: Scene, x: float, width: float, bottom: float) -> tuple[float, list[Item]]:
    """Return how high the lines to sign are, and the lines themselves, the lowest of them at `bottom`."""
    proposal = scene.proposal

    def make() -> tuple[float, list[Item]]:
        both, items = parties(scene, width), list[Item]()
        both.draw(items, x, bottom - both.height)
        return both.height, items

    made_from = (proposal.studio, proposal.client, proposal.contact, proposal.people, proposal.manager)
    return scene.setter.remember(("signatures", x, width, bottom), made_from, make)


def _side(sheet: Sheet, section: Acceptance) -> list[Sheet]:
    """What is agreed at the left of a lying page, the words and the signatures at its right."""
    scene, grid = sheet.scene, sheet.scene.grid
    origin = f"sections/{section.id}"
    title = section.title or scene.words("Acceptance")
    area = side_head(sheet, origin, section.kicker, title, "", columns=5)
    height, signatures = _signatures(scene, area.x, area.width, area.bottom)
    rows = SUBJECT + (BESIDES if again(scene, decimals=False) else 0)
    _subject(sheet, Area.of(grid, 0, 5, grid.bottom - rows * grid.step))

    def text(leading: float) -> list[Block]:
        return scene.setter.rich("letter", section.text, area.width, f"{origin}/text", leading=leading)

    sheets = [sheet]
    for i, filled in enumerate(tightest(scene, "letter", text, height + grid.step, lambda _: area.height)):
        if i:
            sheets.append(Sheet(scene, section.id))
            side_head(sheets[-1], origin, section.kicker, title, "", columns=5, bookmark=False, style="section-title")
        filled.draw(sheets[-1].items, area.x, area.y - lift(filled, grid.step))
    sheets[-1].add(*signatures)
    return sheets


def _subject(sheet: Sheet, area: Area) -> float:
    """The facts that are accepted: proposal, date and the sum."""
    scene, setter, words = sheet.scene, sheet.scene.setter, sheet.scene.words
    proposal = scene.proposal
    date = words.date(proposal.date)
    number = words("Proposal of {date}", date=date)
    if proposal.number and proposal.revision > 1:
        named = {"number": proposal.number, "revision": proposal.revision}
        number = words("Proposal No. {number}, revision {revision}, of {date}", date=date, **named)
    elif proposal.number:
        number = words("Proposal No. {number} of {date}", number=proposal.number, date=date)
    # A sum in the middle has its words in the middle too.
    align = Align(setter.token("sum").align)
    centred = align is Align.CENTER
    set_number = partial(setter.text, "cell-strong", number, area.width, origin="number", align=align)
    set_title = partial(setter.text, "cell", proposal.title, area.width, origin="title", align=align, balance=centred)
    # An edit of the estimate changes nothing here but the sum.
    y = sheet.place(setter.remember("number", (number, area.width), set_number), area.x, area.y)
    y = sheet.place(setter.remember("title", (proposal.title, area.width), set_title), area.x, y)
    shown = headline_period(scene)
    decimals = any(one.total % 1 for one in (shown, *scene.totals.recurring))
    figures = scene.money(shown.total, decimals=decimals)
    told = figures if shown.period is Period.ONCE else a_month_or_year(scene, shown.period, figures)
    amount = setter.headline("sum", told, area.width, 1, origin="estimate", tag=Tag.P)
    y = sheet.place(amount, area.x - (0 if centred else 1), y + area.step)
    besides = again(scene, decimals=decimals)
    if besides:
        # What is signed for is due again and again as well.
        y += below(setter, amount, 0.5 * area.step)
        y = sheet.place(setter.text("section-sum", besides, area.width, origin="estimate", align=align), area.x, y)
        return y + 2 * area.step
    return y + below(setter, amount, (2 if centred else 1) * area.step)
