"""A child process that does one thing after the other, is used again, and is ended when it takes too long or too much."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import weakref
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.guard.flag import FLAG

ROOT = Path(__file__).resolve().parents[2]
WORKER = ROOT / "app" / "guard" / "worker.py"
MEMORY = 400_000_000
"""Bytes that a child may take beyond what it starts with; where the system has such limits."""
SECONDS = 2.0
"""Of the child's own time on a processor for a task; where the system does not count that, the wait alone ends it."""
PATIENCE = 5
"""A child that is on its way is waited for so many times as long: other programs may be at work on the machine."""
MOST_USES = 200
"""Tasks of one child. Decoders leak; a new one begins with nothing."""
_START = 10.0
"""Seconds for a child to start, on a slow machine and a cold disk."""


class End(StrEnum):
    """Why there is no answer."""

    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a child came to: a value, or why there is none."""

    value: Any = None
    end: End | None = None


@dataclass
class _Process:
    process: "subprocess.Popen[bytes]"
    answers: "queue.Queue[bytes]" = field(default_factory=queue.Queue)
    uses: int = 0

    def listen(self) -> None:
        """Bring answers home; an empty one means that there will be no more."""
        assert self.process.stdout is not None
        with suppress(OSError, ValueError):
            for line in self.process.stdout:
                self.answers.put(line)
        self.answers.put(b"")


class Child:
    """One child at a time; it starts with the first task. May be asked from several threads, one after the other."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._lock = threading.Lock()
        self._running: _Process | None = None

    def ask(self, task: str, *arguments: str, seconds: float = 0.0) -> Answer:
        """Have a task done, in so many seconds of the child's own time where they are given. Never raises; a child that does
        not answer in time is ended, the next task gets a new one.
        """
        allowed = seconds or self._seconds
        with self._lock:
            try:
                running = self._ready()
                request = json.dumps([allowed, task, *arguments]).encode() + b"\n"
                assert running.process.stdin is not None
                running.process.stdin.write(request)
                running.process.stdin.flush()
                line = running.answers.get(timeout=allowed * PATIENCE)
            except queue.Empty:
                self._end()
                return Answer(end=End.TIME)
            except OSError:
                self._end()
                return Answer(end=End.CRASH)
            if not line:
                late = _ran_out_of_time(running.process)
                self._end()
                return Answer(end=End.TIME if late else End.CRASH)
            return _read(line)

    @property
    def used(self) -> bool:
        """Whether the next task meets what earlier ones left behind."""
        return self._running is not None and self._running.uses > 0

    def stop(self) -> None:
        """End the child."""
        with self._lock:
            self._end()

    def _ready(self) -> _Process:
        if self._running is not None and self._running.uses >= MOST_USES:
            self._end()
        if self._running is None:
            self._running = self._started()
        self._running.uses += 1
        return self._running

    def _started(self) -> _Process:
        process = subprocess.Popen(
            [*_command(), str(self._memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would show a console
        )
        weakref.finalize(self, _killed, process)  # when nobody can ask it any more, the end of the program included
        made = _Process(process)
        threading.Thread(target=made.listen, daemon=True).start()
        if made.answers.get(timeout=_START) != b"ready\n":
            process.kill()
            raise OSError("the child did not start")
        return made

    def _end(self) -> None:
        running, self._running = self._running, None
        if running is None:
            return
        _killed(running.process)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-X", "faulthandler=0", str(WORKER)]


def _ran_out_of_time(process: "subprocess.Popen[bytes]") -> bool:
    """Tell whether a child that is gone was ended by the clock that it had set itself."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(1.0)
    return sys.platform != "win32" and process.returncode == -signal.SIGPROF


def _killed(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError, ValueError):
            if stream is not None:
                stream.close()


def _read(line: bytes) -> Answer:
    try:
        told = json.loads(line)
        return Answer(end=End.MEMORY) if told == "memory" else Answer(told["value"])
    except (ValueError, KeyError, TypeError):
        return Answer(end=End.CRASH)
