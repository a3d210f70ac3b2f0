"""What a file is by its content; its extension only tells what somebody thought it was."""

import re
from enum import StrEnum

from app.intake.encoding import is_text
from app.intake.package import is_open_spreadsheet, names


class FileKind(StrEnum):
    """A kind of file. Those from PASSWORD on are not read; their value is the code of the problem."""

    WORKBOOK = "workbook"
    OPEN_DOCUMENT = "open-document"
    OLD_EXCEL = "old-excel"
    TEXT = "text"
    PASSWORD = "table-password"
    EMPTY = "table-empty-file"
    HTML = "table-html"
    XML = "table-xml"
    BINARY_WORKBOOK = "table-xlsb"
    DAMAGED = "table-damaged"
    OTHER = "table-not-a-table"


EXTENSIONS = {
    ".xlsx": FileKind.WORKBOOK,
    ".xlsm": FileKind.WORKBOOK,
    ".xltx": FileKind.WORKBOOK,
    ".xls": FileKind.OLD_EXCEL,
    ".xlt": FileKind.OLD_EXCEL,
    ".ods": FileKind.OPEN_DOCUMENT,
    ".ots": FileKind.OPEN_DOCUMENT,
    ".csv": FileKind.TEXT,
    ".tsv": FileKind.TEXT,
    ".tab": FileKind.TEXT,
    ".txt": FileKind.TEXT,
}
"""What a file with such an extension should be."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_PRINTABLE = (b"%PDF", b"{\\rtf", b"%!PS")
_HTML = re.compile(rb"<(?:!doctype html|html|head|meta|table|body)\b", re.IGNORECASE)


def file_kind(data: bytes) -> FileKind:
    """Tell the kind of a file. Raises PackageError for a zip with too many entries."""
    if not data.strip():
        return FileKind.EMPTY
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(_BARE_BIFF):
        return FileKind.OLD_EXCEL
    start = data[:4000].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").lstrip()
    if _HTML.match(start) or (start.startswith(b"<") and _HTML.search(start)):
        return FileKind.HTML
    if start.startswith(b"<?xml"):
        return FileKind.XML
    return FileKind.OTHER if start.startswith(_PRINTABLE) or not is_text(data) else FileKind.TEXT


def _zip_kind(data: bytes) -> FileKind:
    found = {name.replace("\\", "/").lower() for name in names(data)}
    if not found:
        return FileKind.DAMAGED
    if "xl/workbook.xml" in found:
        return FileKind.WORKBOOK
    if "xl/workbook.bin" in found:
        return FileKind.BINARY_WORKBOOK
    return FileKind.OPEN_DOCUMENT if "content.xml" in found and is_open_spreadsheet(data) else FileKind.OTHER


def _ole_kind(data: bytes) -> FileKind:
    """An encrypted XLSX is an OLE container with a stream of that name; stream names are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileKind.PASSWORD
    has_book = any(name.encode("utf-16-le") in data for name in ("Workbook", "Book\x00", "WORKBOOK"))
    return FileKind.OLD_EXCEL if has_book else FileKind.OTHER
