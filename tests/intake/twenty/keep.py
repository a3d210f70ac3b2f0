"""Keeps the workbooks as LibreOffice saves them, for machines without it: `python -m tests.intake.twenty.keep`."""

import shutil
import tempfile
from pathlib import Path

from tests.intake.twenty.office import KEPT, saved
from tests.intake.twenty.test_twenty import SHEETS


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        chosen = [(sheet.write(folder), sheet.saved) for sheet in SHEETS if sheet.saved]
        KEPT.mkdir(exist_ok=True)
        for path in saved(chosen, folder).values():
            shutil.copyfile(path, KEPT / path.name)


if __name__ == "__main__":
    main()
