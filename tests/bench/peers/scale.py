"""What a careful user of a typesetting system does first: every photograph cropped and scaled for its place, in two threads."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from math import ceil
from pathlib import Path
from typing import Any

from PIL import Image

from tests.bench.peers.reading import scaled

QUALITY = 85


def scale(folder: Path, source: Path, photo: dict[str, Any], index: int, dpi: int) -> None:
    """Write one photograph as it will be printed."""
    with Image.open(source / photo["file"]) as image:
        full = image.size
        ratio = max(photo["width"] / full[0], photo["height"] / full[1])
        seen = min(full[0], photo["width"] / ratio), min(full[1], photo["height"] / ratio)
        left = min(max(photo["focus_x"] * full[0] - seen[0] / 2, 0), full[0] - seen[0])
        top = min(max(photo["focus_y"] * full[1] - seen[1] / 2, 0), full[1] - seen[1])
        share = min(1.0, photo["width"] / 72 * dpi / seen[0])
        image.draft(None, (int(full[0] * share), int(full[1] * share)))
        image.load()
        across, down = image.width / full[0], image.height / full[1]
        box = (left * across, top * down, (left + seen[0]) * across, (top + seen[1]) * down)
        size = ceil(seen[0] * share), ceil(seen[1] * share)
        small = image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)
    small.save(scaled(folder, index), "JPEG", quality=QUALITY)


def main(folder: Path) -> None:
    """Scale all photographs of the plan."""
    plan = json.loads((folder / "plan.json").read_text("utf-8"))
    (folder / "scaled").mkdir(exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        jobs = [
            pool.submit(scale, folder, Path(plan["source"]), photo, index, plan["dpi"])
            for index, photo in enumerate(plan["photos"])
        ]
        for job in jobs:
            job.result()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
