"""Where Blesna puts the photographs, for peers that are to print the same ones at the same sizes."""

import json
from pathlib import Path

from app.layout.page import PictureItem
from tests.bench.exporting import opened, pipeline
from tests.bench.places import CACHE

PRINT_DPI = 300


def work_folder(source: Path) -> Path:
    """Return the folder in which the peers work on a source, with their `content.json` and `plan.json`.

    The plan has `figures`, each with its `page`, `origin`, `shape` and the index of its `photo`; and `photos`: files with the
    part that is to be seen and the printed size in points.
    """
    folder = CACHE / f"peers-{source.name}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "content.json").write_bytes((source / "proposal.json").read_bytes())
    plan = json.dumps({"source": str(source), "dpi": PRINT_DPI, **_plan(source)}, ensure_ascii=False)
    (folder / "plan.json").write_text(plan, "utf-8")
    return folder


def _plan(source: Path) -> dict[str, object]:
    proposal, folder = opened(source)
    laid = pipeline(CACHE / "prints").lay_out(proposal, folder)
    photos: dict[tuple[str, float, float, float, float], int] = {}
    figures = []
    for number, page in enumerate(laid.document.pages):
        for item in page.items:
            if isinstance(item, PictureItem) and item.source == "proposal":
                key = (item.file, round(item.width, 2), round(item.height, 2), item.focus_x, item.focus_y)
                index = photos.setdefault(key, len(photos))
                figures.append({"page": number, "origin": item.origin, "shape": item.shape, "photo": index})
    names = ("file", "width", "height", "focus_x", "focus_y")
    return {
        "figures": figures,
        "photos": [dict(zip(names, key, strict=True)) for key in photos],
        "pages": len(laid.document.pages),
    }
