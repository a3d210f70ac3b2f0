"""What is loaded while nobody waits: everything that a field needs, so that no field waits for a file."""

import ast
from importlib import import_module
from pathlib import Path

from widgets.forms import makers
from widgets.window.warming import STEPS


def test_every_step_is_there() -> None:
    assert len(set(STEPS)) == len(STEPS)
    for step in STEPS:
        assert import_module(step).__name__ == step


def test_what_fields_load_when_they_are_made_first_is_loaded_before() -> None:
    tree = ast.parse(Path(makers.__file__).read_text(encoding="utf-8"))
    inner = [node for made in tree.body if isinstance(made, ast.FunctionDef) for node in ast.walk(made)]
    late = {node.module for node in inner if isinstance(node, ast.ImportFrom)}
    assert late - {"widgets.library.records"} <= set(STEPS)  # which only the library has
    assert late
