"""The brandbooks as they are, but with photographs in their own colours, so that they can be compared with their originals."""

import re
import shutil
from pathlib import Path

from app.pipeline import BRANDBOOKS
from tests.bench.places import CACHE


def brandbooks() -> Path:
    """Return a folder with every brandbook, the treatments of pictures taken out."""
    target = CACHE / "brandbooks"
    for folder in sorted(path.parent for path in BRANDBOOKS.glob("*/brandbook.toml")):
        (target / folder.name).mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            place = target / folder.name / file.name
            if file.name != "brandbook.toml":
                shutil.copyfile(file, place)
                continue
            text = file.read_text("utf-8")
            text = re.sub(r'^(cover_)?treatment = "\w+"', r'\1treatment = "none"', text, flags=re.MULTILINE)
            if not place.is_file() or place.read_text("utf-8") != text:
                place.write_text(text, "utf-8")
    return target
