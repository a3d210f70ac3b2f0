"""Keeps the catalogs of phrases worked out, as Python keeps modules: reading one takes longer than all a start says with it."""

import gettext
import os
from functools import cache
from pathlib import Path
from typing import Any

from app import bytecode

TRANSLATIONS = Path(__file__).resolve().parents[2] / "assets" / "translations"
_OWN = "_info", "_charset", "_catalog"
_plain: Any = vars(gettext.GNUTranslations).get("_parse")
_plural: Any = cache(vars(gettext)["c2py"])
"""Compiles the rule for plural forms, which is the same in all catalogs of a language."""


def keep() -> None:
    """Let the program's own catalogs from now on be taken from where they are kept."""
    if _plain is not None:
        type.__setattr__(gettext.GNUTranslations, "_parse", _parse)


def _parse(catalog: Any, file: Any) -> None:
    """Do what the method of that name does."""
    path = Path(str(getattr(file, "name", "")))
    if TRANSLATIONS not in path.parents:
        _plain(catalog, file)
        return
    state = os.fstat(file.fileno())
    place = bytecode.place(__file__, f"{path.parent.parent.name}-{path.stem}")
    stamp = (state.st_mtime_ns, state.st_size)
    found = bytecode.kept(place)
    if isinstance(found, dict) and found.get("stamp") == stamp:
        vars(catalog).update(found["own"])
        told = found["own"]["_info"].get("plural-forms", "").partition("plural=")[2].strip().rstrip(";")
        catalog.plural = _plural(told or "n != 1")
        return
    _plain(catalog, file)
    bytecode.keep(place, {"stamp": stamp, "own": {name: vars(catalog)[name] for name in _OWN}})
