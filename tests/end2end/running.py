"""Blesna started as a user starts it."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    """How a run ended."""

    code: int
    out: str
    err: str


def blesna(*arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Done:
    """Run `main.py` in a process of its own and return what it said. Fails when a traceback is seen."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )
    return _seen(done.returncode, done.stdout, done.stderr)


def inside(*arguments: str | Path) -> Done:
    """Run `main.py` in this process: the same way in, without the time that a start takes."""
    out, err = io.BytesIO(), io.BytesIO()
    with contextlib.redirect_stdout(_stream(out)), contextlib.redirect_stderr(_stream(err)):
        code = main.main([str(argument) for argument in arguments], main.open_window)
        sys.stdout.flush()
        sys.stderr.flush()
        return _seen(code, out.getvalue(), err.getvalue())


def _stream(raw: io.BytesIO) -> io.TextIOWrapper:
    return io.TextIOWrapper(raw, encoding="utf-8", newline="\n")


def _seen(code: int, out: bytes, err: bytes) -> Done:
    found = Done(code, out.decode("utf-8"), err.decode("utf-8"))
    assert "Traceback" not in found.err + found.out, found.err
    assert "Blesna failed" not in found.err, found.err
    return found
