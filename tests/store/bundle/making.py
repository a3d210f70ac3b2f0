"""Bundles for tests: good ones, and zips of any kind."""

import datetime
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from app.model.block import Block, BlockStatus, Variant
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.sections import Cover, Story
from app.store.bundle import form
from app.store.source import write_proposal
from app.store.workspace import Workspace
from tests.store.faults.faulty import FaultyDisk


def _painted(color: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (12, 8), color).save(out, "PNG")
    return out.getvalue()


SEA, HILL = _painted("teal"), _painted("olive")
BLOCK = Block(
    id="values",
    name="Ценности",
    status=BlockStatus.APPROVED,
    variants=(Variant(story=Story(id="s1", title="Мы", pictures=(Picture(file="media/hill.png"),))),),
)
PROPOSAL = Proposal(
    id="a",
    number="КП-2026-0042",
    title="Весна",
    date=datetime.date(2026, 3, 31),
    sections=(
        Cover(id="s1", picture=Picture(file="pictures/Море.JPG")),
        Story(id="s2", title="Мы", block="values", block_version=1),
    ),
)


def workspace(root: Path) -> Workspace:
    found = Workspace.open(root, FaultyDisk()).workspace
    assert found
    return found


def colleagues(root: Path) -> tuple[Workspace, Path]:
    """Make a workspace with a block, and a proposal with a picture that was made of it."""
    place = workspace(root)
    (place.library_folder / "media").mkdir()
    (place.library_folder / "media" / "hill.png").write_bytes(HILL)
    assert place.library.blocks.put(BLOCK).problems == ()
    folder = place.folder / "весна"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "Море.JPG").write_bytes(SEA)
    assert write_proposal(folder, PROPOSAL, FaultyDisk()) == ()
    return place, folder


def listed(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    return [{"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()]


def manifest(inner: Mapping[str, bytes], /, **changes: Any) -> bytes:
    body = {"kind": form.KIND, "format": 1, "program": "x", "proposal": form.PROPOSAL, "files": listed(inner), **changes}
    return json.dumps(body).encode()


def zipped(entries: "list[tuple[str | zipfile.ZipInfo, bytes]]", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in entries:
            file.writestr(name, data, method)
    return out.getvalue()


def source(**changes: Any) -> bytes:
    body = {"schema": 2, "number": "", "title": "Чужое", "date": "2026-03-31", "language": "ru", "currency": "RUB"}
    return json.dumps({**body, **changes}).encode()


def bundled(inner: Mapping[str, bytes], /, *more: "tuple[str | zipfile.ZipInfo, bytes]", **changes: Any) -> bytes:
    """Return a bundle of files that its manifest lists rightly, and of entries that it does not."""
    return zipped([(form.MANIFEST, manifest(inner, **changes)), *inner.items(), *more])


def with_picture(file: str) -> bytes:
    return source(sections=[{"kind": "cover", "id": "s1", "picture": {"file": file}}])
