"""`python -m tests.fuzz --minutes 10 [--only NAME] [--seed N] [--out DIR]`: exit code 1 when something was found."""

import argparse
import contextlib
import json
import queue
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.mutate import mutated
from tests.fuzz.readers import READERS, ROOT, seeds

MEMORY = 500_000_000
SECONDS = 2.0
"""Processor time of one input."""
PATIENCE = 20.0
"""Seconds by the clock: a busy machine is no hang."""
MOST_INPUTS = 400
"""Inputs of one child; a new one begins with nothing kept."""
SLOW = {"pages", "brandbook"}
"""These lay pages out: they may take longer than reading, and their turn comes less often."""
SLOW_SECONDS = 6.0


class Reading:
    """A child that reads."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.child", str(MEMORY)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.uses = 0
        self._lines: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(b"")

    def read(self, reader: str, path: Path) -> dict[str, object]:
        """Have a file read; tell what came of it."""
        assert self.process.stdin is not None
        self.uses += 1
        try:
            self.process.stdin.write(json.dumps([reader, str(path)]).encode() + b"\n")
            self.process.stdin.flush()
            line = self._lines.get(timeout=PATIENCE)
        except (queue.Empty, OSError):
            return {"wrong": "hang"}
        return json.loads(line) if line else {"wrong": "crash"}

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                stream.close()  # type: ignore[union-attr]


@dataclass
class Run:
    """What was done and found."""

    out: Path
    counts: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, float] = field(default_factory=dict)
    memory: int = 0
    found: dict[str, str] = field(default_factory=dict)

    def judge(self, reader: str, path: Path, told: dict[str, object]) -> None:
        self.counts[reader] += 1
        seconds = float(str(told.get("seconds", 0.0)))
        self.slowest[reader] = max(self.slowest.get(reader, 0.0), seconds)
        self.memory = max(self.memory, int(str(told.get("memory", 0))))
        wrong = str(told["wrong"])
        if not wrong and seconds > (SLOW_SECONDS if reader in SLOW else SECONDS):
            wrong = "slow"
        if wrong:
            self._keep(reader, path, wrong, str(told.get("trace", "")))

    def _keep(self, reader: str, path: Path, wrong: str, trace: str) -> None:
        places = re.findall(r'File "[^"]*/((?:app|tests)/[^"]+)", line (\d+)', trace)
        mark = f"{reader}: {wrong} at {':'.join(places[-1]) if places else '?'}"
        self.counts["findings"] += 1
        if mark in self.found:
            return
        self.out.mkdir(parents=True, exist_ok=True)
        kept = self.out / f"{len(self.found):03}-{reader}{path.suffix}"
        kept.write_bytes(path.read_bytes())
        kept.with_name(kept.name + ".trace").write_text(f"{mark}\n{trace}", "utf-8")
        self.found[mark] = kept.name
        sys.stdout.write(f"FOUND {mark} -> {kept}\n")
        sys.stdout.flush()


def main() -> int:
    """Fuzz for some minutes."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--only", choices=READERS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "fuzz")
    asked = parser.parse_args()
    dice, run = random.Random(asked.seed), Run(asked.out)
    end = time.monotonic() + asked.minutes * 60
    with tempfile.TemporaryDirectory() as temporary:
        known = seeds(Path(temporary))
        names = [asked.only] if asked.only else [name for name in READERS for _ in range(1 if name in SLOW else 6)]
        child = Reading()
        while time.monotonic() < end:
            reader = dice.choice(names)
            seed, other = dice.choice(known[reader]), dice.choice(known[reader])
            path = Path(temporary) / f"input{seed.suffix}"
            path.write_bytes(mutated(seed.read_bytes(), seed.name, other.read_bytes(), dice))
            told = child.read(reader, path)
            run.judge(reader, path, told)
            if told["wrong"] in ("hang", "crash") or child.uses >= MOST_INPUTS:
                child.end()
                child = Reading()
        child.end()
    return _report(run)


def _report(run: Run) -> int:
    for reader, slowest in run.slowest.items():
        sys.stdout.write(f"{reader}: {run.counts[reader]} inputs, the slowest took {slowest:.2f} s\n")
    sys.stdout.write(f"most memory: {run.memory / 1e6:.0f} MB; findings: {len(run.found)} of {run.counts['findings']} failures\n")
    return 1 if run.found else 0


if __name__ == "__main__":
    sys.exit(main())
