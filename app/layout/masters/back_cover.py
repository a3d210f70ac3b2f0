"""The last page: a closing line, who answers, how to reach the studio, and a code for telephones."""

from app.layout.farewell import farewell
from app.layout.long_lead import lead_pages
from app.layout.masters.flood_back_cover import flood_back_cover
from app.layout.masters.framed_back_cover import framed_back_cover
from app.layout.masters.lying.back_cover import screen_back_cover
from app.layout.photo import readable
from app.layout.scene import Scene, Sheet
from app.model.sections import BackCover


def back_cover(scene: Scene, section: BackCover) -> list[Sheet]:
    """Lay out the back cover in the brand's variant: `flood`, `framed` or `screen`. Lying pages have a panel at their side,
    whatever the brand. It is the last page, so a lead that is too long for it stands before it.
    """
    variant = scene.brand.masters["back-cover"].variant
    sheet = Sheet(scene, section.id, chrome="")
    sheet.bookmark(section.title or scene.words("Contacts"))
    says, picture = farewell(scene, section), readable(scene, section.picture)
    if scene.grid.lying:
        left_over = screen_back_cover(sheet, section, says, picture, "accent" if variant == "flood" else "wash")
    elif variant == "framed":
        left_over = framed_back_cover(sheet, section, says, picture)
    else:
        left_over = flood_back_cover(sheet, section, says, picture, "paper" if variant == "screen" else "accent")
    return [*(lead_pages(scene, section.id, section.lead) if left_over else ()), sheet]
