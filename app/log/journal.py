"""The log of this process: events go to a rotating file and are remembered for a report."""

import datetime
import logging
import os
import sys
from collections import deque
from collections.abc import Mapping
from pathlib import Path

from app.log.rotating import RotatingFile
from app.log.stacks import ELSEWHERE, place, redacted
from app.log.vocabulary import EVENTS, told

NAME = "blesna.log"
REMEMBERED = 60
"""Events that a report brings along."""

_OURS = "blesna"
_recent: deque[str] = deque(maxlen=REMEMBERED)


def note(event: str, wrong: BaseException | None = None, **facts: object) -> None:
    """Tell that something happened. What the vocabulary does not know is left out, the event itself included."""
    if event in EVENTS:
        level = logging.ERROR if wrong is not None else logging.INFO
        _logger().log(level, event, exc_info=wrong, extra={"facts": facts})


def begin(folder: Path, level: int = logging.WARNING) -> None:
    """Write what happens from now on into a folder: our own events, and from this level on where else something was logged."""
    end()
    handler = _Handler(RotatingFile(folder / NAME))
    root = logging.getLogger()
    handler.setLevel(level)
    root.addHandler(handler)
    _logger().addHandler(_Handler(handler.file))


def end() -> None:
    """Write nothing any more."""
    for logger in (logging.getLogger(), _logger()):
        for handler in [one for one in logger.handlers if isinstance(one, _Handler)]:
            logger.removeHandler(handler)


def folder() -> Path | None:
    """Return where the log of this process is written, None while it is not."""
    return next((one.file.path.parent for one in _logger().handlers if isinstance(one, _Handler)), None)


def recent() -> tuple[str, ...]:
    """Return the last events of this process, the newest last."""
    return tuple(_recent)


def forget() -> None:
    """Remember no events any more."""
    _recent.clear()


def line(record: logging.LogRecord) -> str:
    """Return a record as a line of JSON. Of a record that is not our own the text is left out: anything may stand in it."""
    said: dict[str, object] = {
        "at": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds"),
        "process": os.getpid(),
        "level": record.levelname.lower() if record.levelname in logging.getLevelNamesMapping() else "other",
    }
    if record.name == _OURS and record.msg in EVENTS:
        facts = getattr(record, "facts", {})
        said |= {"event": record.msg, **told(facts if isinstance(facts, Mapping) else {})}
    else:
        said |= {"from": _known(record.name), "where": f"{place(record.pathname)}:{record.lineno}"}
    wrong = record.exc_info[1] if record.exc_info else None
    if wrong is not None:
        said["wrong"] = redacted(wrong)
    import json

    return json.dumps(said, ensure_ascii=True, separators=(",", ":"))


class _Handler(logging.Handler):
    def __init__(self, file: RotatingFile) -> None:
        super().__init__()
        self.file = file

    def emit(self, record: logging.LogRecord) -> None:
        try:
            text = line(record)
        except Exception:  # a log that fails must not make the program fail
            return
        _recent.append(text)
        self.file.write(text)


def _known(name: str) -> str:
    """Return the name of a logger if it is that of a module; others may be made of anything."""
    return name if name in sys.modules else ELSEWHERE


def _logger() -> logging.Logger:
    logger = logging.getLogger(_OURS)
    logger.propagate = False
    if logger.level == logging.NOTSET:
        logger.setLevel(logging.INFO)
    return logger
