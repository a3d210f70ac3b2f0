"""What comes of a bundle that somebody sends, for tests."""

import zipfile
from pathlib import Path

from app.problems import Severity
from app.store.bundle import form
from app.store.bundle.unpacking import import_bundle
from app.store.workspace import Workspace
from app.wording import sentences
from tests.store.bundle.making import source

GOOD = {form.PROPOSAL: source()}


def content_of(root: Path) -> dict[str, bytes]:
    """Return every file of a workspace but locks, which hold nothing."""
    return {str(one.relative_to(root)): one.read_bytes() for one in root.rglob("*") if one.is_file() and one.suffix != ".lock"}


def refused(ours: Workspace, data: bytes) -> str:
    """Import and return the code of the refusal; nothing may have come into the workspace."""
    before = content_of(ours.path.parent)
    file = ours.path.parent / "x.blesna"
    file.write_bytes(data)
    imported = import_bundle(ours, file)
    assert imported.folder is None
    assert file.read_bytes() == data
    file.unlink()
    assert content_of(ours.path.parent) == before
    errors = [one for one in imported.problems if one.severity is Severity.ERROR]
    assert len(errors) >= 1
    assert errors[0].code in sentences("en") and errors[0].code in sentences("ru")
    return errors[0].code


def taken(ours: Workspace, data: bytes) -> tuple[Path, list[str]]:
    file = ours.path.parent / "x.blesna"
    file.write_bytes(data)
    imported = import_bundle(ours, file)
    assert imported.folder, imported.problems
    return imported.folder, [one.code for one in imported.problems]


def entry(name: str, **attributes: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    for key, value in attributes.items():
        setattr(info, key, value)
    return info
