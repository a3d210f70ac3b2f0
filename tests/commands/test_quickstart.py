"""A start is quick also where Python may leave nothing beside the sources, and so is a command that ends soon."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.layout.uncollected import uncollected

ROOT = Path(__file__).resolve().parents[2]


def started(home: Path, **environment: str) -> None:
    """Run a small command of the program."""
    env = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), **environment}
    subprocess.run([sys.executable, "main.py", "schema"], cwd=ROOT, env=env, check=True, capture_output=True)


def test_bytecode_is_kept_in_the_cache_of_the_user_where_none_may_lie_beside_the_sources(tmp_path: Path) -> None:
    started(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert list((tmp_path / "cache" / "Blesna" / "bytecode").rglob("cli.*.pyc"))


def test_nothing_is_changed_elsewhere(tmp_path: Path) -> None:
    started(tmp_path, PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(tmp_path / "own"))
    assert not (tmp_path / "cache" / "Blesna" / "bytecode").exists()


def test_a_command_that_ends_soon_does_not_look_for_garbage_and_leaves_everything_as_it_was() -> None:
    assert gc.isenabled()
    with pytest.raises(KeyError), uncollected():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("before", ["", "threading.Thread(target=time.sleep, args=(0.2,)).start()", "sys.stdout.close()"])
def test_the_end_tells_its_code_and_loses_nothing_that_was_said(before: str, tmp_path: Path) -> None:
    """Whether other threads are still at work, or nobody listens any more, changes nothing."""
    program = tmp_path / "program.py"
    program.write_text(
        "import sys, threading, time\nfrom app.commands.quickstart import hold, leave\n"
        f"sys.stderr.write('x' * 9000)\nprint('said', end='', flush=False)\n{before}\nhold(object())\nleave(3)\n"
    )
    done = subprocess.run(
        [sys.executable, program], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert done.returncode == 3
    assert done.stdout == b"said"
    assert done.stderr == b"x" * 9000
