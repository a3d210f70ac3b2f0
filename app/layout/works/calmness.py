"""Whether a picture is calm enough where words are to stand on it."""

from math import sqrt

from app.layout.calm import ground
from app.layout.contrast import encoded
from app.layout.ground import Zone
from app.layout.page import PictureItem
from app.layout.scene import Scene

RESTLESS = 0.34
"""Words on a picture whose tones differ more than this read badly, however dark it is made. Differences of sRGB values, 0…1:
those within small cells of the picture and those among the cells. Skies, walls and floors have 0.05 to 0.2, posters 0.5.
"""


def is_calm(scene: Scene, picture: PictureItem, zone: Zone) -> bool:
    """Tell whether words may stand in a zone of a picture; of one that cannot be looked into, that they may."""
    cells = list(ground(scene, picture).cells(zone))
    if not cells or scene.sizes.tones(picture.file) is None:
        return True
    within = sum(encoded(cell.high) - encoded(cell.low) for cell in cells) / len(cells)
    middles = [encoded(cell.middle) for cell in cells]
    mean = sum(middles) / len(middles)
    among = sqrt(sum((middle - mean) ** 2 for middle in middles) / len(middles))
    return within + among <= RESTLESS
