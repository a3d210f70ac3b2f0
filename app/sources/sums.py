"""What proposals come to: computed once for each state of a file, and remembered beside the workspace."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import orjson

from app.store.disk import Disk
from app.store.jsonfile import LARGEST_FILE
from app.store.source import FILE_NAME, digest_of, parse_source
from app.totals import totals

FILE = "sums.json"
_LARGEST = 10_000_000
_RULES = 1
"""Grows when the same estimate comes to something else; sums of other rules are not believed."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The printed total of a proposal and its currency; `digest` is that of the file which it was computed of."""

    total: Decimal
    currency: str
    digest: str


class Sums:
    """Tells the totals of proposals. No method raises; what cannot be read has no sum. For one thread."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self._file = folder / FILE
        self._disk = disk or Disk()
        self._known: dict[str, tuple[str, str]] | None = None
        self._seen: dict[Path, tuple[tuple[int, int, int], Sum | None]] = {}
        self._is_new = False

    def of(self, folder: Path) -> Sum | None:
        """Return what the proposal in a folder comes to, None where it cannot be read."""
        file = folder / FILE_NAME
        try:
            state = file.stat()
            stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
            seen = self._seen.get(folder)
            if seen is None or seen[0] != stamp:
                seen = self._seen[folder] = (stamp, self._computed(file))
        except OSError:
            return None
        return seen[1]

    def keep(self) -> None:
        """Write down what was computed, for the next time. What the disk refuses is computed again then."""
        if not self._is_new or self._known is None:
            return
        used = {one.digest for _, one in self._seen.values() if one}
        kept = {digest: list(known) for digest, known in self._known.items() if digest in used}
        try:
            self._disk.mkdir(self._file.parent)
            self._disk.write(self._file, orjson.dumps({"rules": _RULES, "sums": kept}))
        except OSError:
            return
        self._is_new = False

    def _computed(self, file: Path) -> Sum | None:
        content = self._disk.read(file, LARGEST_FILE)
        digest = digest_of(content)
        known = self._remembered()
        if digest not in known:
            proposal = parse_source(content, file).proposal
            if proposal is None:
                return None
            found = totals(proposal.estimate, proposal.currency)
            known[digest] = (str(found.total), proposal.currency)
            self._is_new = True
        total, currency = known[digest]
        return Sum(Decimal(total), currency, digest)

    def _remembered(self) -> dict[str, tuple[str, str]]:
        if self._known is None:
            self._known = {}
            try:
                body = orjson.loads(self._disk.read(self._file, _LARGEST))
            except (OSError, orjson.JSONDecodeError):
                return self._known
            found = body.get("sums") if isinstance(body, dict) and body.get("rules") == _RULES else None
            if isinstance(found, dict):
                self._known = {digest: (row[0], row[1]) for digest, row in found.items() if _is_sum(row)}
        return self._known


def _is_sum(row: object) -> bool:
    if not isinstance(row, list) or len(row) != 2 or not all(isinstance(one, str) for one in row):
        return False
    try:
        return Decimal(row[0]).is_finite()
    except InvalidOperation:
        return False
