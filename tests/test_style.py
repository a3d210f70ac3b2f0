"""The code is clean: ruff and mypy have nothing to say."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str) -> str:
    """Return everything a checker says; empty when it is content."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_ruff_finds_nothing() -> None:
    assert not run("ruff", "check", "--quiet", ".")


def test_ruff_would_format_nothing_differently() -> None:
    assert not run("ruff", "format", "--check", "--quiet", ".")


def test_mypy_finds_nothing() -> None:
    assert not run("mypy", "--no-error-summary")
