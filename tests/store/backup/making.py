"""Workspaces for tests of backups."""

import datetime
from dataclasses import replace
from pathlib import Path

from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.sections import Cover
from app.store.workspace import Workspace
from tests.store.faults.faulty import FaultyDisk

NOW = datetime.datetime(2026, 11, 22, 7, 30, tzinfo=datetime.UTC)
PROPOSAL = Proposal(date=datetime.date(2026, 3, 31), title="Весна")


def filled(root: Path) -> Workspace:
    """Make a workspace with a library, two proposals with pictures, a frozen revision, a journal and a brandbook."""
    place = Workspace.open(root, FaultyDisk()).workspace
    assert place
    place.library.people.put(Person(id="anna", name="Анна"))
    place.library.people.put(Person(id="boris", name="Борис"))
    source = root.parent / f"{root.name}-source"
    source.mkdir()
    (source / "sea.jpg").write_bytes(bytes(range(256)) * 40)
    for title in ("Весна", "Лето"):
        picture = Cover(id="s1", picture=Picture(file="sea.jpg"))
        folder = place.import_source(source, replace(PROPOSAL, title=title, sections=(picture,))).folder
        assert folder
    for name, content in {
        "proposals/x.txt": b"",
        f"{folder.relative_to(root).as_posix()}/revisions/1/proposal.pdf": b"%PDF-1.7" * 50,
        f"{folder.relative_to(root).as_posix()}/journal.jsonl": b'{"a":1}\n' * 9,
        "library/media/a.jpg": b"jpg" * 99,
        "brandbooks/kurs/brandbook.toml": b"x = 1\n",
        "state/window.ini": b"x",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return place


def state_of(root: Path) -> dict[str, bytes]:
    """Return all files of a workspace that are anybody's work."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix != ".lock" and path.relative_to(root).parts[0] not in ("state", "backups")
    }
