"""What the system refused, as problems."""

import errno
from pathlib import Path

from app.problems import Problem, error

_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "disk-denied",
    errno.EPERM: "disk-denied",
    errno.EROFS: "disk-denied",
    errno.ENOENT: "disk-gone",
    errno.ENOTDIR: "disk-gone",
    errno.ETIMEDOUT: "disk-busy",
}


def trouble(wrong: OSError, path: Path) -> Problem:
    """Return the problem that a failed disk operation means to a user."""
    code = _CODES.get(wrong.errno or 0, "disk-failed")
    return error(code, str(path), file=path.name, reason=wrong.strerror or type(wrong).__name__)
