"""Which numbers were given and which were sent: `numbers.json` of a workspace.

It lies beside the proposals, not in the state folder, because a number that a client has seen must never be given again, even
when nothing else of its proposal is left. When it is lost or damaged it is made anew of the proposals and their revisions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.model.status import Status
from app.problems import Problem, error, problem
from app.store.disk import Disk
from app.store.entries import ProposalEntry
from app.store.jsonfile import dump, parse
from app.store.revisions import read_manifest, revisions_in
from app.store.shape import Json

FILE_NAME = "numbers.json"
SCHEMA = 1
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Ledger:
    """Numbers that were given, and those that were sent with the ids of their proposals."""

    given: frozenset[str] = frozenset()
    sent: dict[str, str] = field(default_factory=dict)

    def with_given(self, number: str) -> "Ledger":
        """Return the ledger with a number that was given."""
        return replace(self, given=self.given | {number})

    def with_sent(self, number: str, proposal_id: str) -> "Ledger":
        """Return the ledger with a number that a client has seen."""
        return replace(self, given=self.given | {number}, sent={**self.sent, number: proposal_id})

    def joined(self, other: "Ledger") -> "Ledger":
        """Return what both know; of two owners of one number that of this ledger stays."""
        return Ledger(self.given | other.given, {**other.sent, **self.sent})

    def owner(self, number: str) -> str | None:
        """Return the id of the proposal that was sent with a number, None where none was; capitals make no difference."""
        wanted = number.strip().casefold()
        return next((owner for sent, owner in self.sent.items() if sent.casefold() == wanted), None)


@dataclass(frozen=True, slots=True)
class LedgerRead:
    """A ledger, None where a newer program keeps it, and what is wrong."""

    ledger: Ledger | None
    problems: tuple[Problem, ...] = ()


def read_ledger(workspace: Path, entries: Iterable[ProposalEntry], disk: Disk) -> LedgerRead:
    """Read the ledger of a workspace with these proposals. Raises OSError."""
    file = workspace / FILE_NAME
    try:
        data = disk.read(file, _LARGEST)
    except FileNotFoundError:
        return LedgerRead(_made_of(entries, disk))
    body = parse(data, file.name).value
    schema = body.get("schema") if isinstance(body, dict) else None
    if isinstance(schema, int) and schema > SCHEMA:
        return LedgerRead(None, (error("source-newer", str(file), found=schema, known=SCHEMA),))
    ledger = _decoded(body)
    if ledger is None:
        return LedgerRead(_made_of(entries, disk), (problem("numbers-rebuilt", str(file), file=file.name),))
    return LedgerRead(ledger)


def write_ledger(workspace: Path, ledger: Ledger, disk: Disk) -> None:
    """Write the ledger. Only under the lock. Raises OSError."""
    disk.sweep(workspace, FILE_NAME)
    given: list[Json] = [*sorted(ledger.given)]
    disk.write(workspace / FILE_NAME, dump({"schema": SCHEMA, "given": given, "sent": {**ledger.sent}}))


def _decoded(body: object) -> Ledger | None:
    given = body.get("given") if isinstance(body, dict) else None
    sent = body.get("sent") if isinstance(body, dict) else None
    if not isinstance(given, list) or not isinstance(sent, dict):
        return None
    if not all(isinstance(one, str) for one in (*given, *sent.values())):
        return None
    return Ledger(frozenset(given), sent)


def _made_of(entries: Iterable[ProposalEntry], disk: Disk) -> Ledger:
    """Make a ledger of what there is: a proposal that is no draft any more, and every frozen revision, used up a number."""
    ledger = Ledger()
    for entry in entries:
        if entry.readable and entry.number and (entry.status is not Status.DRAFT or entry.revision > 1):
            ledger = ledger.with_sent(entry.number, entry.id)
        for revision in revisions_in(entry.folder, disk):
            manifest = read_manifest(entry.folder, revision, disk).value
            if manifest is not None and manifest.number:
                ledger = ledger.with_sent(manifest.number, entry.id)
    return ledger
