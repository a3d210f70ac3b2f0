"""The peers' own Python environment, which Blesna never sees."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.places import CACHE

PACKAGES = ("typst==0.15.0", "weasyprint==70.0", "reportlab==5.1.0", "pillow==13.0.0", "pypdfium2==5.15.2")


class NoPeersError(Exception):
    """The environment cannot be made: there is no uv, or no way to the packages."""


def python() -> Path:
    """Return the interpreter of the environment; it is made when it is missing. Raises NoPeersError."""
    folder = CACHE / "environment"
    found = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = folder / "complete"
    wanted = "\n".join((sys.version, *PACKAGES))
    if done.is_file() and done.read_text("utf-8") == wanted:
        return found
    uv = shutil.which("uv")
    if uv is None:
        raise NoPeersError("uv is not installed")
    shutil.rmtree(folder, ignore_errors=True)
    for command in (
        [uv, "venv", "--quiet", "--python", sys.executable, str(folder)],
        [uv, "pip", "install", "--quiet", "--python", str(found), *PACKAGES],
    ):
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode:
            raise NoPeersError(made.stderr.strip())
    done.write_text(wanted, "utf-8")
    return found
