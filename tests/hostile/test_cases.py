"""The list of cases is whole: each has tests, and the tests are there."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.hostile.cases import CASES

ROOT = Path(__file__).resolve().parents[2]
SUBJECTS = (
    "Bundle",
    "Brandbook",
    "Source",
    "SVG",
    "Font",
    "Picture",
    "Spreadsheet",
    "Text",
    "Money",
    "Leaks",
    "Files",
    "General law",
)


@cache
def functions_of(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("case", CASES)
def test_every_case_has_tests_that_are_there(case: str) -> None:
    assert case.startswith(SUBJECTS)
    assert CASES[case]
    gone = [test for test in CASES[case] if test.partition("::")[2] not in functions_of(test.partition("::")[0])]
    assert not gone


def test_every_hostile_test_of_these_rooms_is_of_some_case() -> None:
    """What is tested here and in `tests/guarding` stands in the list, or is about the machinery itself."""
    listed = {test for tests in CASES.values() for test in tests}
    assert {test.partition("::")[0] for test in listed} >= {
        "tests/hostile/test_text.py", "tests/hostile/test_network.py", "tests/guarding/test_pictures.py",
        "tests/guarding/test_fonts.py", "tests/guarding/test_drawings.py",
    }  # fmt: skip
