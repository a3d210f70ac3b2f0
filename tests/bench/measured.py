"""One process, measured: seconds on the clock and of the processors, and the most memory it had."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.places import CACHE, ROOT

_KIB = 1024 if sys.platform != "darwin" else 1
"""Unit of the peak memory in bytes (getrusage(2))."""

BYTECODE = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(CACHE / "bytecode")}
"""Nobody compiles a program at every start, whatever the environment of the one who measures says."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took and what it printed. `memory` is its largest resident set in bytes."""

    seconds: float
    cpu: float
    memory: int
    out: str

    @property
    def last_line(self) -> str:
        """Return the last line of the output."""
        return self.out.strip().rpartition("\n")[2]


def run(command: Sequence[str | Path]) -> Run:
    """Run a process to its end; raises CalledProcessError with its output when it fails."""
    started = time.perf_counter()
    child = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **BYTECODE},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
    )
    assert child.stdout
    out = child.stdout.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.stdout.close()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command, out)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KIB, out)


def turns(times: int, programs: dict[str, Callable[[], Run]]) -> dict[str, Run]:
    """Let programs run so many times in turn, so that a machine that is slow for a while is so for all; return the medians."""
    runs: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(times):
        for name, once in programs.items():
            runs[name].append(once())
    return {name: _middle(found) for name, found in runs.items()}


def _middle(runs: Sequence[Run]) -> Run:
    """Return the median of each figure of several runs, with the output of the last."""
    return Run(
        median(found.seconds for found in runs),
        median(found.cpu for found in runs),
        round(median(found.memory for found in runs)),
        runs[-1].out,
    )


def both(first: Run, second: Run) -> Run:
    """Return two runs, one after the other, as one."""
    memory = max(first.memory, second.memory)
    return Run(first.seconds + second.seconds, first.cpu + second.cpu, memory, second.out)
