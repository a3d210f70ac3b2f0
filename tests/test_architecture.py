"""The walls of the house: which room may import which, what libraries live where, and how big a room may be."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

EVERYTHING = "*"
BELOW_PREFLIGHT = "model problems totals signoff margins edits blocks intake store brand text layout pdf"

ROOMS = {
    "model": "",
    "problems": "",
    "bytecode": "",
    "wordings": "",
    "log": "wording",
    "guard": "log problems",
    "version": "",
    "wording": "problems wordings i18n",
    "inwords": "model",
    "i18n": "model inwords",
    "totals": "model",
    "signoff": "model totals",
    "margins": "model totals",
    "merge": "model totals problems",
    "spelling": "guard",
    "edits": "model signoff",
    "blocks": "model edits problems",
    "intake": "model problems guard",
    "store": "model problems guard log",
    "brand": "model problems guard",
    "text": "problems bytecode guard",
    "layout": "model totals brand text problems",
    "pdf": "layout brand text problems guard",
    "thumbnails": "pdf",
    "preflight": BELOW_PREFLIGHT,
    "pipeline": f"{BELOW_PREFLIGHT} preflight merge i18n",
    "sending": "model problems edits signoff store pipeline version",
    "comparing": "model totals",
    "delivery": "model pipeline problems",
    "exchange": "model problems totals intake i18n",
    "suggest": "model",
    "sources": "model problems guard brand blocks intake store edits totals exchange",
    "commands": EVERYTHING,
    "cli": EVERYTHING,
}
"""Every room of `app/`, and the other rooms that it may import."""

LIBRARIES = {
    "reportlab": ("app/pdf/",),
    "tinydb": ("app/store/",),
    "uharfbuzz": ("app/text/",),
    "smtplib": ("app/delivery/",),
    "openpyxl": ("app/intake/",),
    "python_calamine": ("app/intake/",),
    "babel": ("app/i18n.py",),
    "num2words": ("app/inwords.py",),
    "hunspell": ("app/spelling/",),
    "xlsxwriter": ("app/exchange/",),
    "PySide6": ("widgets/", "main.py"),
    "shiboken6": ("widgets/",),
}
"""Libraries that only the named places may import."""

TOP_LEVEL = {
    ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "app", "assets", "brandbooks", "main.py", "pyproject.toml",
    "tests", "widgets",
}  # fmt: skip

LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def source_files() -> list[Path]:
    return sorted([*ROOT.glob("app/**/*.py"), *ROOT.glob("widgets/**/*.py"), ROOT / "main.py"])


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Yield every module that a file names in an import, wherever the import stands, with `from app import x` as app.x."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}:{node.lineno}: imports are absolute"
            module = node.module or ""
            if module in ("app", "widgets"):
                yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield module, node.lineno


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "app" and len(parts) > 1 else ""


def module_of(path: Path) -> str:
    return named(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def test_every_room_of_app_is_on_the_plan() -> None:
    rooms = {room_of(module_of(path)) for path in source_files() if named(path).startswith("app/")} - {""}
    assert rooms <= set(ROOMS), f"rooms without a place on the plan: {sorted(rooms - set(ROOMS))}"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_the_rooms_it_may(room: str) -> None:
    allowed = {room, *ROOMS[room].split()}
    wrong = [
        f"{named(path)}:{line} imports {module}"
        for path in source_files()
        if room_of(module_of(path)) == room and EVERYTHING not in allowed
        for module, line in imports(path)
        if module.split(".")[0] == "widgets" or (module.startswith("app.") and room_of(module) not in allowed)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_lives_in_its_room(library: str) -> None:
    wrong = [
        f"{named(path)}:{line} imports {module}"
        for path in source_files()
        if not named(path).startswith(LIBRARIES[library])
        for module, line in imports(path)
        if module.split(".")[0] == library
    ]
    assert not wrong, "\n".join(wrong)


HELPERS = {"wordings", "wording", "version", "i18n", "delivery", "cli"}
"""Rooms that README has no row of their own for."""


def test_the_table_of_rooms_in_the_readme_says_what_is_so() -> None:
    """Where it names rooms that may be imported, it names all of them and no others."""
    table = (ROOT / "README.md").read_text("utf-8").partition("### The rooms")[2]
    told: dict[str, set[str]] = {}
    for line in re.findall(r"^\| (`app/.*) \|$", table, re.MULTILINE):
        named_rooms, _, allowed = (cell.strip() for cell in line.split(" | "))
        rooms = re.findall(r"`app/(\w+)", named_rooms)
        told |= dict.fromkeys(rooms, set() if allowed == "nothing of `app`" else set(allowed.split(", ")))
    assert set(ROOMS) - set(told) <= HELPERS
    loose = {room for room, allowed in told.items() if any(" " in one for one in allowed)}
    assert loose == {"sources", "preflight", "sending", "pipeline", "cli", "commands"}
    assert {room: told[room] for room in told if room not in loose} == {
        room: set(ROOMS[room].split()) for room in told if room not in loose
    }


def test_app_knows_no_widgets() -> None:
    """`main.py` hands the window to the command line; nothing in `app/` reaches for it."""
    found = {
        (named(path), module)
        for path in source_files()
        if named(path).startswith("app/")
        for module, _ in imports(path)
        if module.split(".")[0] == "widgets"
    }
    assert not found


def test_widgets_reach_paper_only_through_the_pipeline() -> None:
    wrong = [
        f"{named(path)}:{line} imports {module}"
        for path in source_files()
        if named(path).startswith("widgets/")
        for module, line in imports(path)
        if module == "app.pdf" or module.startswith(("app.pdf.", "app.commands", "app.cli"))
    ]
    assert not wrong, "\n".join(wrong)


def test_the_top_level_holds_only_what_was_agreed() -> None:
    ignored = {
        ".git",
        ".venv",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
        ".hypothesis",
        "__pycache__",
        "build",
        "dist",
        "uv.lock",
    }
    found = {path.name for path in ROOT.iterdir() if path.suffix != ".pdf"} - ignored
    assert found <= TOP_LEVEL, sorted(found - TOP_LEVEL)


def test_no_file_is_too_long() -> None:
    long = {named(path): len(path.read_text("utf-8").splitlines()) for path in source_files()}
    assert not {name: lines for name, lines in long.items() if lines > LONGEST_FILE}


def test_no_function_is_too_long() -> None:
    long = [
        f"{named(path)}:{node.lineno} {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in source_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.end_lineno and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_nothing_is_left_for_later() -> None:
    mark = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|raise NotImpl" + r"emented")
    wrong = [
        f"{named(path)}:{number} {text.strip()}"
        for path in [*source_files(), *ROOT.glob("tests/**/*.py"), ROOT / ".ci" / "run", ROOT / "pyproject.toml"]
        for number, text in enumerate(path.read_text("utf-8").splitlines(), 1)
        if mark.search(text)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_test_is_skipped() -> None:
    mark = re.compile(r"pytest\.(mark\.)?(ski" + r"p|xfa" + r"il|importors" + r"kip)")
    wrong = [named(path) for path in ROOT.glob("tests/**/*.py") if mark.search(path.read_text("utf-8"))]
    assert not wrong
