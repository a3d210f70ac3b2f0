"""Makes the picture of a cover, in the worker, and keeps it on the disk."""

import datetime
import hashlib
from dataclasses import replace
from pathlib import Path

import orjson
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from app.model.proposal import Proposal
from app.store.disk import Disk
from app.store.jsonfile import LARGEST_FILE
from app.store.source import FILE_NAME, digest_of, parse_source
from widgets.preview.raster import raster
from widgets.services import Pipeline

WIDTH = 192
"""Pixels: twice the widest that is drawn, so that it is sharp on any screen."""
_USUAL = Proposal(date=datetime.date.min).brandbook


def cover(pipeline: Pipeline, folder: Path, shelf: Path, disk: Disk) -> QImage | None:
    """Return the first page of a proposal, from the disk where it was made of the same file and the same brandbook.

    None where the proposal cannot be read or has no pages. Raises what the pipeline and the disk do.
    """
    content = disk.read(folder / FILE_NAME, LARGEST_FILE)
    body = orjson.loads(content)
    brandbook = str(body.get("brandbook") or _USUAL) if isinstance(body, dict) else _USUAL
    owner = hashlib.sha256(folder.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    look = digest_of(f"{digest_of(content)} {pipeline.look_key(brandbook)}".encode())[:32]
    file = shelf / f"{owner}-{look}.png"
    known = QImage(str(file)) if file.is_file() else QImage()
    if not known.isNull():
        return known
    image = _drawn(pipeline, content, folder)
    if image is not None:
        _keep(image, file, owner, disk)
    return image


def try_out(pipeline: Pipeline, folder: Path, disk: Disk) -> None:
    """Draw a cover to no end but that all it takes is there: fonts, the brandbook, what paints and what rasters.

    Raises what the pipeline and the disk do.
    """
    _drawn(pipeline, disk.read(folder / FILE_NAME, LARGEST_FILE), folder)


def _drawn(pipeline: Pipeline, content: bytes, folder: Path) -> QImage | None:
    proposal = parse_source(content, folder / FILE_NAME).proposal
    first = next((section for section in proposal.sections if not section.hidden), None) if proposal else None
    if proposal is None or first is None:
        return None
    laid = pipeline.lay_out(replace(proposal, sections=(first,)), folder)
    return raster(pipeline.paint(laid, folder, [0]), [(0, WIDTH)])[0] if laid.document.pages else None


def _keep(image: QImage, file: Path, owner: str, disk: Disk) -> None:
    """Write a picture in the place of those that were made of earlier states. What the disk refuses is made again."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    try:
        disk.mkdir(file.parent)
        for old in file.parent.glob(f"{owner}-*.png"):
            disk.remove(old)
        disk.write(file, bytes(data.data()))
    except OSError:
        return
