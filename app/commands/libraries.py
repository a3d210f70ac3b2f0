"""Which libraries of the system the window lacks, and the packages that bring them."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from app.commands.packaged import with_libraries
from app.problems import Problem, error

_LACKING = re.compile(r"^\s*(\S+\.so[.\d]*) => not found", re.MULTILINE)
_NAMED = re.compile(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file")
_NOT_LOADED = re.compile(r'[Cc]ould not load the Qt platform plugin "(\w+)"')
_OFTEN_NAMED = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}
"""What Debian does not name by its own rule."""
_LOADED_FIRST = ("QtCore*.so", "QtGui*.so", "QtWidgets*.so", "QtSvg*.so", "QtNetwork*.so")
_PLUGINS = "Qt/plugins/platforms"
_PATIENCE = 5.0


def not_imported(wrong: ImportError) -> Problem:
    """Return why nothing of the window could be loaded."""
    lacking = missing() or _NAMED.findall(str(wrong))
    return _of(lacking) if lacking else error("window-libraries", reason=wrong)


def not_shown(said: Iterable[str], screen: str = "") -> Problem:
    """Return why the window system did not begin, by what Qt said before it gave up; `screen` is the one that was asked for."""
    told = "\n".join(said)
    lacking = missing(dict.fromkeys(_NOT_LOADED.findall(told)))
    if lacking:
        return _of(lacking)
    if screen and re.search("could not connect to display|Failed to create wl_display", told):
        return error("screen-unreachable", screen=screen)
    return error("window-libraries", reason=next(iter(told.splitlines()), "Qt"))


def missing(plugins: Iterable[str] = ("xcb",)) -> list[str]:
    """Return the libraries that Qt and its window systems of these names are linked with and that this system lacks.

    Empty where the system does not tell.
    """
    found = find_spec("PySide6")
    teller = shutil.which("ldd")
    if sys.platform != "linux" or not teller or found is None or not found.submodule_search_locations:
        return []
    folder = Path(found.submodule_search_locations[0])
    files = [file for pattern in _LOADED_FIRST for file in folder.glob(pattern)]
    files += [file for name in plugins if (file := folder / _PLUGINS / f"libq{name}.so").is_file()]
    try:
        told = subprocess.run(
            [teller, *files], env=with_libraries(), capture_output=True, text=True, timeout=_PATIENCE, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return []
    return list(dict.fromkeys(_LACKING.findall(told)))


def package(library: str) -> str:
    """Return the package of Debian and Ubuntu with a library, by the rule by which they are named (Debian Policy 8.1)."""
    name, _, version = library.partition(".so")
    name, number = name.lower().replace("_", "-"), version.strip(".").split(".")[0]
    return _OFTEN_NAMED.get(library, f"{name}-{number}" if name[-1:].isdigit() else f"{name}{number}")


def _of(lacking: list[str]) -> Problem:
    packages = " ".join(dict.fromkeys(package(library) for library in lacking))
    return error("window-lacks", libraries=", ".join(lacking), packages=packages)
