"""The team: large portraits in a grid without gaps, and one person larger where the proposal or the brand wants it."""

from app.layout.area import Area
from app.layout.heads import head, is_centred, side_head
from app.layout.masters.featured import featured
from app.layout.portraits import MOST, arrangement, draw_portraits, portraits
from app.layout.scene import Scene, Sheet
from app.model.people import Person
from app.model.sections import Team
from app.problems import problem

HEAD_COLUMNS = 4
"""Twelfths that the head of a lying page takes."""
FEW = 6
"""So many people or fewer share a page if their portraits are not lower than"""
LOWEST = 0.65
"""this part of their width."""
FEWEST = 2
"""Where pages are so small that not even so many people fit, their portraits get lower instead."""


def team(scene: Scene, section: Team) -> list[Sheet]:
    """Lay out the people in the brand's variant: `grid`, called `side` on lying pages that have the head beside it, or
    `one-big`, which shows the first one large where nobody is chosen. Somebody who is alone is always large; nobody at all leaves
    no page.
    """
    people = members(scene, section)
    big = _big(scene, section, people)
    if not people and big is None:
        # A page of nothing but a title would promise people whom nobody sees.
        scene.problems.append(problem("team-nobody", f"sections/{section.id}/members"))
        return []
    others = tuple(person for person in people if big is None or person.id != big.id)
    sheet = Sheet(scene, section.id)
    area = _first_area(sheet, section)
    sheets = [sheet]
    if big:
        others = featured(sheet, big, others, area)
        if not others:
            return sheets
        area = _next_area(sheets, section)
    _grids(sheets, section, others, area)
    return sheets


def members(scene: Scene, section: Team) -> list[Person]:
    """Return who is shown: those named, or everybody who works on the estimate."""
    proposal = scene.proposal
    ids = section.members or tuple(dict.fromkeys(person for part in proposal.estimate.sections for person in part.people))
    return [person for person in map(proposal.person, ids) if person]


def _big(scene: Scene, section: Team, people: list[Person]) -> Person | None:
    """Return who is shown large, also where they are not among the members."""
    chosen = scene.proposal.person(section.featured) if section.featured else None
    if chosen or not people:
        return chosen
    return people[0] if len(people) == 1 or scene.brand.masters["team"].variant == "one-big" else None


def _grids(sheets: list[Sheet], section: Team, people: tuple[Person, ...], area: Area) -> None:
    """Share people out over pages evenly, so that the last page is not for one alone. A few share a page even where it is so low
    that their portraits are wider than high.
    """
    scene, lying = sheets[-1].scene, area.width > area.height
    for pages in range(max(-(-len(people) // MOST), 1), max(len(people), 1) + 1):
        most = max(-(-len(people) // pages), 1)
        form = arrangement(most, lying=lying)
        made = portraits(scene, people[:most], area, form)
        if made.fits or most <= FEWEST or (pages == 1 and most <= FEW and made.height >= made.width * LOWEST):
            break
    draw_portraits(sheets[-1], made)
    told = made.told
    for i in range(most, len(people), most):
        area = _next_area(sheets, section)
        shown = people[i : i + most]
        # Two in a row for three would leave most of their page empty.
        alone = len(shown) <= FEWEST < form.columns and not scene.grid.lying
        draw_portraits(sheets[-1], portraits(scene, shown, area, arrangement(len(shown)) if alone else form, told=told))


def _first_area(sheet: Sheet, section: Team) -> Area:
    """Draw the head; return the area for people."""
    scene, origin = sheet.scene, f"sections/{section.id}"
    title = section.title or scene.words("Team")
    if scene.grid.lying:
        return side_head(sheet, origin, section.kicker, title, section.lead, columns=HEAD_COLUMNS)
    y = head(sheet, origin, section.kicker, title, section.lead)
    # A centred leading sentence has a step more below it already.
    return Area.of(scene.grid, top=y if section.lead and is_centred(sheet) else y + scene.grid.step)


def _next_area(sheets: list[Sheet], section: Team) -> Area:
    """Begin a further page. Lying pages repeat the title at their side, small; upright ones are all portraits."""
    scene = sheets[-1].scene
    sheets.append(Sheet(scene, section.id))
    if scene.grid.lying:
        title, origin = section.title or scene.words("Team"), f"sections/{section.id}"
        columns, style = HEAD_COLUMNS, "section-title"
        return side_head(sheets[-1], origin, section.kicker, title, "", columns=columns, bookmark=False, style=style)
    return Area.of(scene.grid, top=scene.grid.top + scene.grid.step)
