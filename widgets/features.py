"""What PySide need not find out about the modules of this program.

WORKAROUND: PySide opens and reads the source of every module that is imported after it, to see whether the module might ask
for snake_case names or properties (`__feature__`). None here does, and to be told so takes a good part of the start. A later
PySide that asks in another way reads the sources as ever.
"""

import sys

import PySide6.QtCore  # noqa: F401  loads what asks


def plain() -> None:
    """Let PySide take it that no module asks for features."""
    asking = sys.modules.get("shibokensupport.feature")
    if hasattr(asking, "_mod_uses_pyside"):
        vars(asking)["_mod_uses_pyside"] = lambda _module: False
