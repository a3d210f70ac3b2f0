"""A start loads no more than it uses."""

import subprocess
import sys
from importlib import import_module

from app.layout.compose import MASTERS


def test_every_master_is_where_it_is_looked_for():
    for name in MASTERS.values():
        assert callable(getattr(import_module(f"app.layout.masters.{name}"), name))


def test_masters_and_painters_are_loaded_when_they_are_used():
    told = subprocess.run(
        [sys.executable, "-c", "import app.pipeline, sys; print(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(told.stdout.split())
    assert "app.layout.compose" in loaded
    assert not {name for name in loaded if name.startswith(("app.layout.masters.", "reportlab", "pikepdf", "PIL.", "pyvips"))}
