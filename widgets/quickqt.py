"""What makes PySide load quickly. It is called before anything of PySide is loaded."""

import __future__

import builtins
import sys
from pathlib import Path
from types import CodeType
from typing import Any

from app import bytecode
from widgets import quickenums

KIND = "shiboken"
_INHERITED = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
_Key = tuple[str, bytes, int]


def load() -> None:
    """Load what is under all modules of PySide; they load quickly afterwards."""
    if "shiboken6" not in sys.modules:
        quickenums.use()
        load_support(bytecode.place(__file__, KIND))
        _furnish_before_errors()


def load_support(path: Path) -> None:
    """Load PySide's support, compiled by an earlier start where the file at `path` has it.

    WORKAROUND: it lies as source text in an archive within a library, and is compiled anew at every start of a program.
    """
    kept = Kept(path)
    plain = builtins.compile
    vars(builtins)["compile"] = kept.compile
    try:
        import shiboken6  # noqa: F401
    finally:
        vars(builtins)["compile"] = plain
    kept.save()


def _furnish_before_errors() -> None:
    """Let there be all members of enumerations when PySide works out what it says of wrong arguments."""
    mapping = sys.modules.get("shibokensupport.signature.mapping")
    reloader: Any = getattr(mapping, "Reloader", None)
    plain = getattr(reloader, "module_valid", None)
    if plain is None:
        quickenums.finish()
        return

    def module_valid(module: object) -> object:
        quickenums.finish()
        return plain(module)

    reloader.module_valid = staticmethod(module_valid)


class Kept:
    """Code by the text that it was compiled of."""

    def __init__(self, path: Path) -> None:
        self._path = path
        found = bytecode.kept(path)
        self._known: dict[_Key, CodeType] = found if isinstance(found, dict) else {}
        self._grown = False
        self._compile = builtins.compile

    def compile(self, source: Any, filename: Any, mode: str, *others: Any, **options: Any) -> Any:
        """Do what the builtin of that name does."""
        if type(source) is not bytes or type(filename) is not str or mode != "exec" or others or options:
            return self._compile(source, filename, mode, *others, **options)
        flags = sys._getframe(1).f_code.co_flags & _INHERITED  # the builtin takes them from where it is called
        key = (filename, source, flags)
        code = self._known.get(key)
        if code is None:
            code = self._known[key] = self._compile(source, filename, mode, flags, dont_inherit=True)
            self._grown = True
        return code

    def save(self) -> None:
        """Keep for the next start what was compiled at this one."""
        if self._grown:
            bytecode.keep(self._path, self._known)
