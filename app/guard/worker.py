"""What runs in the child: reads tasks line by line and writes what came of them. Nothing else is ever on its output."""

import importlib
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

TASKS = {
    "picture": "app.pdf.glance:glance",
    "font": "app.text.fonttrial:trial",
    "old-excel": "app.intake.oldexceltrial:trial",
    "spelling": "app.spelling.tasks:wrong",
    "suggestions": "app.spelling.tasks:suggested",
}
"""What a child can be asked for, and the function that does it: texts in, plain values out."""


def main(memory: int) -> None:
    """Work until the parent is gone."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not speak in our place
    output.write(b"ready\n")
    output.flush()
    limited = False
    for line in sys.stdin.buffer:
        seconds, task, *arguments = json.loads(line)
        work = _found(task)
        if not limited:
            limit(memory)  # only now, with the libraries loaded, is it known what is needed anyway
            limited = True
        with _at_most(seconds):
            answer = _answer(work, arguments)
        output.write(answer + b"\n")
        output.flush()


def _found(task: str) -> Callable[..., Any]:
    module, _, name = TASKS[task].partition(":")
    work: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return work


def _answer(work: Callable[..., Any], arguments: list[str]) -> bytes:
    try:
        return json.dumps({"value": work(*arguments)}).encode()
    except MemoryError:
        return b'"memory"'


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """End this process when it has been at work on a processor for so long; not when others had the processor instead."""
    if sys.platform == "win32":
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)


def limit(memory: int) -> None:
    """Let this process take no more memory than it has and so many bytes, write no file, and leave no core."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with suppress(OSError, ValueError, IndexError):
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main(int(sys.argv[1]))
