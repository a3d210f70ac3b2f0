"""WeasyPrint. `export FOLDER OUT` scales the originals itself; `scaled FOLDER OUT` and `warm FOLDER OUT N` use prepared ones."""

import json
import sys
import time
from pathlib import Path

from tests.bench.peers.reading import Content
from tests.bench.peers.web import page

QUALITY = 85


def export(folder: Path, out: Path, *, scaled: bool) -> None:
    """Write the PDF."""
    from weasyprint import HTML

    content = Content(folder, scaled=scaled)
    own = {} if scaled else {"optimize_images": True, "jpeg_quality": QUALITY, "dpi": content.plan["dpi"]}
    HTML(string=page(content)).write_pdf(out, **own)


def warm(folder: Path, out: Path, times: int) -> dict[str, list[float]]:
    """Write the PDF again after each edit of the first line item; pictures and fonts stay loaded."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    content = Content(folder, scaled=True)
    fonts, cache = FontConfiguration(), {}
    seconds = []
    for count in range(times + 1):
        started = time.perf_counter()
        content.edited(count)
        HTML(string=page(content)).write_pdf(out, font_config=fonts, cache=cache)
        seconds.append(time.perf_counter() - started)
    return {"warm_s": seconds[1:]}


if __name__ == "__main__":
    command, folder, out, *rest = sys.argv[1:]
    if command == "warm":
        print(json.dumps(warm(Path(folder), Path(out), int(rest[0]))))
    else:
        export(Path(folder), Path(out), scaled=command == "scaled")
