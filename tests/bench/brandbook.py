"""The brandbooks as they are, but with photographs in their own colours and of another resolution."""

import re
import shutil
from pathlib import Path

from app.pipeline import BRANDBOOKS
from tests.bench.places import CACHE


def brandbooks(dpi: int) -> Path:
    """Return a folder with every brandbook for pictures of so many dots an inch."""
    target = CACHE / f"brandbooks-{dpi}"
    for folder in sorted(path.parent for path in BRANDBOOKS.glob("*/brandbook.toml")):
        (target / folder.name).mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            place = target / folder.name / file.name
            if file.name != "brandbook.toml":
                shutil.copyfile(file, place)
                continue
            text = re.sub(r"^dpi = \d+", f"dpi = {dpi}", file.read_text("utf-8"), flags=re.MULTILINE)
            text = re.sub(r'^(cover_)?treatment = "\w+"', r'\1treatment = "none"', text, flags=re.MULTILINE)
            if not place.is_file() or place.read_text("utf-8") != text:
                place.write_text(text, "utf-8")
    return target
