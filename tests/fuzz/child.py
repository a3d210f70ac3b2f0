"""Reads what it is told to, and tells what came of it: one line of JSON for each line of its input."""

import json
import os
import resource
import sys
import time
import traceback
import warnings
from pathlib import Path

from tests.fuzz.readers import READERS


def main(memory: int) -> None:
    """Work until the parent is gone."""
    warnings.simplefilter("ignore")
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    first = True
    for line in sys.stdin.buffer:
        reader, path = json.loads(line)
        begun = time.process_time()
        told = _told(reader, Path(path))
        told["seconds"] = time.process_time() - begun
        told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        output.write(json.dumps(told).encode() + b"\n")
        output.flush()
        if first:
            pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
            most = pages * resource.getpagesize() + memory
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
            first = False


def _told(reader: str, path: Path) -> dict[str, object]:
    try:
        READERS[reader](path)
    except BaseException as wrong:
        return {"wrong": type(wrong).__name__, "trace": traceback.format_exc()[-4000:]}
    return {"wrong": ""}


if __name__ == "__main__":
    main(int(sys.argv[1]))
