"""The patterns of modules are compiled once, not at every start, and find what they ever did."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.commands import patterns
from app.commands.patterns import Shelf

ROOT = Path(__file__).resolve().parents[2]
MODULE = r"""
import re
NAMED = re.compile(r'(?P<year>\d{4})-(?P<month>\d\d)|(слово)', re.IGNORECASE)
SPACED = re.compile(r'a  # a letter', re.X)
def later(text):
    return re.compile(text)
"""
PROGRAM = """
import re
from app.commands import patterns
worked = []
plain = patterns._worked_out
def counted(pattern, flags):
    worked.append(pattern)
    return plain(pattern, flags)
patterns._worked_out = counted
patterns.keep()
import module
module.later("what a user looks for")
found = module.NAMED.search("СЛОВО 2026-11")
print(len(worked), found.group(3), module.NAMED.groupindex, module.NAMED.groups, module.NAMED.flags, module.SPACED.pattern)
print(module.NAMED, module.NAMED == re.compile(module.NAMED.pattern, re.I), module.NAMED.sub(r"\\\\g<month>", "2026-11"))
patterns.save()
"""


def ran(folder: Path) -> list[str]:
    (folder / "module.py").write_text(MODULE, "utf-8")
    env = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}", "PYTHONUTF8": "1"}
    env |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "kept")}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=env, check=True, capture_output=True, text=True, encoding="utf-8")
    return done.stdout.split(maxsplit=1)


def test_a_pattern_is_worked_out_at_the_first_start_only(tmp_path: Path) -> None:
    first, second = ran(tmp_path), ran(tmp_path)
    assert first[0] == "2"
    assert second[0] == "0"
    assert first[1] == second[1]


def test_what_a_user_looks_for_is_not_kept(tmp_path: Path) -> None:
    ran(tmp_path)
    kept = next((tmp_path / "kept").rglob("*.patterns"))
    assert b"slovo" not in kept.read_bytes()
    assert b"looks for" not in kept.read_bytes()
    assert b"year" in kept.read_bytes()


@pytest.mark.parametrize("pattern", [r"(?i)straße|(?P<a>ſ)\1?", r"[^\W\d]+(?<=x)", "", r"(?s:.)(?x: a b )", "Ǆ|ß"])
@pytest.mark.parametrize("flags", [0, re.I, re.M | re.S, re.A | re.I])
def test_a_kept_pattern_is_the_one_that_python_makes(pattern: str, flags: int) -> None:
    ours, theirs = patterns._made(pattern, patterns._worked_out(pattern, int(flags))), re.compile(pattern, flags)
    assert ours == theirs
    assert (ours.flags, ours.groups, ours.groupindex) == (theirs.flags, theirs.groups, theirs.groupindex)


@pytest.mark.parametrize("content", [b"nonsense", b""])
def test_a_damaged_file_does_no_harm(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kept").write_bytes(content)
    assert Shelf(tmp_path / "kept").compile("a+", 0).fullmatch("aaa")


def test_a_pattern_that_is_wrong_is_refused_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        Shelf(tmp_path / "kept").compile("(", 0)
