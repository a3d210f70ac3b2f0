"""What a list of proposals shows, read without decoding whole proposals."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.model.status import Status
from app.store.disk import Disk
from app.store.names import FILE_NAME, LARGEST_FILE


@dataclass(frozen=True, slots=True)
class ProposalEntry:
    """One proposal of a workspace.

    A file that cannot be read has no id and the folder's name for a title; `readable` is False then. `modified` is in UTC.
    `valid_until` is the last day on which the offer stands, `status` that of the `revision`.
    """

    id: str
    number: str
    title: str
    client: str
    date: datetime.date | None
    folder: Path
    modified: datetime.datetime
    readable: bool = True
    status: Status = Status.DRAFT
    revision: int = 1
    valid_until: datetime.date | None = None
    archived: bool = False
    currency: str = ""

    @property
    def told(self) -> dict[str, Any]:
        """What `entry_from` needs, as JSON."""
        until, day = self.valid_until, self.date
        return {
            "id": self.id, "number": self.number, "title": self.title, "client": {"name": self.client},
            "date": day.isoformat() if day else "", "status": self.status.value, "revision": self.revision,
            "valid_until": until.isoformat() if until else "", "archived": self.archived, "currency": self.currency,
        }  # fmt: skip


def entries_in(folder: Path, disk: Disk) -> tuple[ProposalEntry, ...]:
    """Return the proposals whose folders are in a folder, the one changed last first. Raises OSError."""
    folders = [path for path in disk.list(folder) if not path.name.startswith(".")]
    entries = [entry for path in folders if (entry := entry_of(path, disk))]
    return tuple(sorted(entries, key=lambda entry: entry.modified, reverse=True))


def numbers_of(entries: Iterable[ProposalEntry]) -> list[str]:
    """Return the numbers that are taken; that of an unreadable proposal is what its folder's name begins with."""
    return [entry.number if entry.readable else entry.folder.name.split(" ")[0] for entry in entries]


def entry_of(folder: Path, disk: Disk) -> ProposalEntry | None:
    """Return the entry of a folder, None when it holds no proposal."""
    import orjson  # the list at the start is mostly read without

    file = folder / FILE_NAME
    try:
        modified = datetime.datetime.fromtimestamp(file.stat().st_mtime, datetime.UTC)
        body = orjson.loads(disk.read(file, LARGEST_FILE))
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return None
    except (OSError, orjson.JSONDecodeError):
        body = None
    if not isinstance(body, dict):
        return ProposalEntry("", "", folder.name, "", None, folder, modified, readable=False)
    return entry_from(folder, body, modified.timestamp())


def entry_from(folder: Path, body: dict[str, Any], modified: float) -> ProposalEntry:
    """Return the entry of a folder by the content of its file, or by what `ProposalEntry.told` kept of that."""
    client, revision = body.get("client"), body.get("revision")
    return ProposalEntry(
        id=_text(body, "id"),
        number=_text(body, "number"),
        title=_text(body, "title"),
        client=_text(client, "name") if isinstance(client, dict) else "",
        date=_date(_text(body, "date")),
        folder=folder,
        modified=datetime.datetime.fromtimestamp(modified, datetime.UTC),
        status=_status(_text(body, "status")),
        revision=revision if type(revision) is int and revision > 0 else 1,
        valid_until=_date(_text(body, "valid_until")),
        archived=body.get("archived") is True,
        currency=_text(body, "currency"),
    )


def _text(body: dict[str, Any], key: str) -> str:
    found = body.get(key)
    return found if isinstance(found, str) else ""


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _status(text: str) -> Status:
    try:
        return Status(text)
    except ValueError:
        return Status.DRAFT
