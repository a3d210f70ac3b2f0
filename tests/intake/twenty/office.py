"""LibreOffice saves workbooks in its own way: formulas computed, ODS, the old Excel format. Once for a whole test run.

Where it is not on this machine, the files are taken that `python -m tests.intake.twenty.keep` left in the folder `saved`.
"""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

KEPT = Path(__file__).parent / "saved"
_FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods", "xls": "xls:MS Excel 97"}


def saved(sources: Iterable[tuple[Path, str]], folder: Path) -> dict[str, Path]:
    """Return by its name each workbook as LibreOffice saves it in a format. The formats are made at the same time."""
    office = shutil.which("soffice")
    if office is None:
        return {book.stem: KEPT / f"{book.stem}.{kind}" for book, kind in sources}
    by_format: dict[str, list[Path]] = {}
    for source, kind in sources:
        by_format.setdefault(kind, []).append(source)
    running, made = [], {}
    for kind, books in by_format.items():
        out = folder / kind
        profile = f"-env:UserInstallation={(folder / f'profile-{kind}').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", _FILTERS[kind], "--outdir", str(out), *map(str, books)]
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        made.update({book.stem: out / f"{book.stem}.{kind}" for book in books})
    for process in running:
        assert process.wait(timeout=240) == 0
    return made
