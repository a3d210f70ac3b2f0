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
    """Lay out the back cover in the brand's variant: `flood`, `framed` or `screen`. It is the last page, so a lead that is too
    long for it stands before it.
    """
    variant = scene.brand.masters["back-cover"].variant
    lying = scene.grid.width > scene.grid.height
    draw = framed_back_cover if variant == "framed" else flood_back_cover
    if variant == "screen" or (lying and variant != "framed"):
        draw = screen_back_cover
    sheet = Sheet(scene, section.id, chrome="")
    sheet.bookmark(section.title or scene.words("Contacts"))
    left_over = draw(sheet, section, farewell(scene, section), readable(scene, section.picture))
    return [*(lead_pages(scene, section.id, section.lead) if left_over else ()), sheet]
