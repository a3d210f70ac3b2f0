"""The bytes of a finished document: small, the same for the same content, and closed with a password where one is wanted."""

import hashlib
from collections.abc import Iterable
from io import BytesIO

from pikepdf import Array, Encryption, ObjectStreamMode, Pdf, String

VERSION = "1.7"
_STATIC = b"<31415926535897932384626433832795>"
"""What qpdf writes as the second identifier when it is asked not to make one up."""
_TAIL = 4096


def identity(parts: Iterable[bytes]) -> bytes:
    """Return the identifier of a document made of these parts (ISO 32000-2, 14.4).

    qpdf can compute one as well, from every byte that it writes; that takes longer than writing them.
    """
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()[:16]


def saved(pdf: Pdf, known_as: bytes, *, compress: bool = True, password: str = "") -> bytes:
    """Return the file, whose identifier is `known_as`. Equal documents give equal bytes, unless there is a password.

    With a password the file is encrypted by AES with 256 bits (ISO 32000-2, 7.6.4), whose keys are drawn anew each time.
    Who knows the password may do everything, print as well.
    """
    pdf.trailer.ID = Array([String(known_as), String(known_as)])
    out = BytesIO()
    pdf.save(
        out,
        compress_streams=compress,
        object_stream_mode=ObjectStreamMode.generate if compress else ObjectStreamMode.disable,
        static_id=True,
        min_version=VERSION,
        fix_metadata_version=False,
        encryption=Encryption(owner=password, user=password, R=6) if password else None,
    )
    _identify(out, known_as)
    return out.getvalue()


def _identify(out: BytesIO, known_as: bytes) -> None:
    """Write the identifier over the constant; the trailer stands at the end of the file."""
    with out.getbuffer() as written:
        start = max(len(written) - _TAIL, 0)
        found = bytes(written[start:]).rfind(_STATIC)
        if found >= 0:
            place = start + found + 1
            written[place : place + 2 * len(known_as)] = known_as.hex().encode("ascii")
