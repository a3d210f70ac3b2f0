"""The zip inside XLSX and ODS files, opened with caps on what it may grow to."""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Sequence

MOST_ENTRIES = 5_000
MOST_BYTES = 300_000_000
"""All parts of a package together, unpacked, by what its directory declares."""
MOST_BYTES_READ = 100_000_000
"""The parts that are read, unpacked, as counted while reading."""
MOST_RATIO = 150
"""A large part that unpacks to more than so many times its packed size is a bomb; real sheets stay under 60."""
_LARGE = 10_000_000
_UNREAD = re.compile(
    r"(^|/)(media|drawings|charts|theme|embeddings|externalLinks|pivotCache|pivotTables|printerSettings|ctrlProps"
    r"|activeX|Pictures|Thumbnails|ObjectReplacements|Configurations2)/",
    re.IGNORECASE,
)
_READ = re.compile(r"\.(xml|rels)$|^mimetype$", re.IGNORECASE)
_DTD = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_FIRST_ELEMENT = re.compile(rb"<[A-Za-z_]")
_NOT_READABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError, NotImplementedError)


class PackageError(Exception):
    """A package that is not opened; the message is the code of the problem."""


def read_parts(data: bytes) -> dict[str, bytes]:
    """Unpack the XML parts of a package that hold cells, without pictures and the like.

    Raises PackageError(`table-damaged`) for a broken zip, (`table-bomb`, `table-too-large`) when it would unpack to
    more than the caps, (`table-entities`) for a part with a document type definition, which no spreadsheet program writes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_directory(package.infolist())
            return _read(package)
    except _NOT_READABLE as reason:
        raise PackageError("table-damaged") from reason


def pack(parts: dict[str, bytes]) -> io.BytesIO:
    """Put parts into a package again, so that the next reader sees what was checked and nothing else."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    packed.seek(0)
    return packed


def names(data: bytes) -> list[str]:
    """Return the names of the parts, none for a broken zip. Raises PackageError for too many."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found = package.namelist()
    except _NOT_READABLE:
        return []
    if len(found) > MOST_ENTRIES:
        raise PackageError("table-bomb")
    return found


def is_open_spreadsheet(data: bytes) -> bool:
    """Tell whether an OpenDocument package says that it is a spreadsheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("mimetype") as part:
            return b"opendocument.spreadsheet" in part.read(200)
    except (*_NOT_READABLE, KeyError):
        return False


def _check_directory(entries: Sequence[zipfile.ZipInfo]) -> None:
    bombs = (entry.file_size > _LARGE and entry.file_size > MOST_RATIO * max(entry.compress_size, 1) for entry in entries)
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES or any(bombs):
        raise PackageError("table-bomb")


def _read(package: zipfile.ZipFile) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = MOST_BYTES_READ
    for entry in package.infolist():
        name = entry.filename.replace("\\", "/")
        if not _READ.search(name) or _UNREAD.search(name):
            continue
        with package.open(entry) as part:
            content = part.read(left + 1)
        left -= len(content)
        if left < 0:
            raise PackageError("table-too-large")
        _refuse_entities(name, content)
        parts[name] = content
    return parts


def _refuse_entities(name: str, content: bytes) -> None:
    """A DTD can only stand before the first element; ODF manifests of old OpenOffice name one and are not parsed here."""
    if name.startswith("META-INF/"):
        return
    first = _FIRST_ELEMENT.search(content)
    if _DTD.search(content, 0, first.start() if first else len(content)):
        raise PackageError("table-entities")
