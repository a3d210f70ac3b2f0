"""Tries whether an old Excel workbook can be read. Runs in a child process: xlrd follows a circle of sectors for ever."""

import io
from pathlib import Path


def trial(path: str) -> bool:
    """Read a workbook; tell whether xlrd raised nothing. What it raises is told in words when the file is read again."""
    import xlrd

    try:
        xlrd.open_workbook(file_contents=Path(path).read_bytes(), formatting_info=True, ragged_rows=True, logfile=io.StringIO())
    except MemoryError:
        raise
    except Exception:  # struct.error, IndexError, AssertionError and others
        return False
    return True
