"""References: works in a gallery, and works on pages of their own between them, in the order of the section."""

from app.layout.heads import head
from app.layout.scene import Scene, Sheet
from app.layout.works.gallery import begins, gallery
from app.layout.works.shots import Work, runs, works
from app.layout.works.upright import upright_pages
from app.model.reference import Permission
from app.model.sections import References


def references(scene: Scene, section: References) -> list[Sheet]:
    """Lay out the works. Those that may not be shown are left out."""
    items = [(i, work) for i, work in enumerate(section.items) if work.permission is not Permission.REFUSED]
    shown = works(scene, section, items)
    if scene.brand.masters["references"].variant == "slides":
        from app.layout.masters.lying.references import reference_slides

        return reference_slides(scene, section, shown)
    sheet = Sheet(scene, section.id)
    y = head(sheet, f"sections/{section.id}", section.kicker, section.title or scene.words("References"), section.lead, lines=2)
    if not shown:
        return [sheet]
    if section.lead and scene.brand.masters["references"].variant == "bleed":
        # A picture from edge to edge needs more air below words than one that stands between the margins.
        y += scene.grid.step
    sheets: list[Sheet] = []
    begun: Sheet | None = sheet
    for run in runs(shown):
        sheets.extend(_run(scene, section.id, run, begun, y))
        begun = None
    return sheets


def _run(scene: Scene, section: str, run: list[Work], begun: Sheet | None, top: float) -> list[Sheet]:
    """Lay out works that share pages, or one that has its own. `begun` is the page with the head, which ends at `top`."""
    if begun is not None and run[0].in_gallery and begins(scene, run[0], top):
        gallery(begun, [run[0]], top)
        return [begun, *_run(scene, section, run[1:], None, top)] if run[1:] else [begun]
    if len(run) > 1:
        sheets = [] if begun is None else [begun]
        return [*sheets, *_grouped(scene, section, run)]
    return upright_pages(scene, section, run[0], begun, top)


def _grouped(scene: Scene, section: str, run: list[Work]) -> list[Sheet]:
    from app.layout.works.gallery import groups

    sheets: list[Sheet] = []
    for group in groups(scene, run):
        if len(group) == 1:
            sheets.extend(upright_pages(scene, section, group[0]))
            continue
        sheet = Sheet(scene, section)
        gallery(sheet, group, scene.grid.top)
        sheets.append(sheet)
    return sheets
