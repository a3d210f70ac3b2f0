"""What outlives a widget must not call into it: signals of the desk are connected to methods, which end with their widget."""

import ast
from pathlib import Path

WIDGETS = Path(__file__).resolve().parents[2] / "widgets"
LIVING = {"session", "media", "intake", "pages", "finding", "librarian", "look", "jobs", "documents", "keeping", "recall"}
"""Parts of the desk, by the names under which widgets know them."""
WINDOW = {"main_window.py"}
"""The window itself lives as long as they do."""


def connected(tree: ast.AST) -> list[int]:
    """Return the lines in which a signal of the desk is connected to a lambda."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and isinstance(node.func.value, ast.Attribute)
        and _owner(node.func.value.value) in LIVING
        and any(isinstance(given, ast.Lambda) for given in node.args)
    ]


def _owner(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr.lstrip("_")
    return node.id if isinstance(node, ast.Name) else ""


def test_a_lambda_never_waits_for_what_outlives_its_widget() -> None:
    files = [file for file in WIDGETS.rglob("*.py") if file.name not in WINDOW]
    found = {str(file.relative_to(WIDGETS)): connected(ast.parse(file.read_text("utf-8"))) for file in files}
    assert not {file: lines for file, lines in found.items() if lines}


def test_such_a_lambda_is_found() -> None:
    assert connected(ast.parse("self._desk.media.loaded.connect(lambda _: self.refresh())")) == [1]
    assert not connected(ast.parse("self._desk.media.loaded.connect(self.refresh)"))
