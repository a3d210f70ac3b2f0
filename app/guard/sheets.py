"""Whether an old Excel workbook can be read to its end, found out by a child process."""

import tempfile
from pathlib import Path

from app.guard.pictures import shared_child
from app.log import journal

_LEAST, _PER_BYTE = 2.0, 8e-6
"""Seconds for any workbook, and for each of its bytes: a large one that is sound takes a while."""


def is_readable(data: bytes) -> bool:
    """Tell whether a workbook is read without hanging and without filling the memory: a damaged chain of sectors may do both."""
    with tempfile.TemporaryDirectory(prefix="blesna-") as folder:
        path = Path(folder) / "book.xls"
        path.write_bytes(data)
        answer = shared_child().ask("old-excel", str(path), seconds=_LEAST + len(data) * _PER_BYTE)
    if answer.end is not None:
        journal.note("guard-stopped", task="old-excel", end=answer.end.value)
    return answer.end is None
