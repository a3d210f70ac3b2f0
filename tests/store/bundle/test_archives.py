"""A bundle that is built to burst, or a zip that lies about itself, is refused whole."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from app.store.bundle import form
from app.store.workspace import Workspace
from tests.store.bundle.making import bundled, manifest, zipped
from tests.store.bundle.receiving import GOOD, refused, taken


def test_encrypted_entries_are_refused(ours: Workspace) -> None:
    data = bytearray(bundled(GOOD, ("media/a.jpg", b"x")))
    listing = data.rindex(b"PK\1\2")
    data[listing + 8] |= 1
    assert refused(ours, bytes(data)) == "zip-encrypted"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_methods_are_refused(ours: Workspace, method: int) -> None:
    assert refused(ours, zipped([(form.MANIFEST, manifest(GOOD)), *GOOD.items()], method)) == "zip-method"


def test_a_method_that_nobody_knows_is_refused(ours: Workspace) -> None:
    data = bytearray(bundled(GOOD))
    struct.pack_into("<H", data, data.rindex(b"PK\1\2") + 10, 77)
    assert refused(ours, bytes(data)) == "zip-method"


def test_a_bomb_is_refused_before_it_is_unpacked(ours: Workspace) -> None:
    data = bundled(GOOD, ("media/a.jpg", bytes(200_000_000)))
    assert len(data) < 250_000
    tracemalloc.start()
    assert refused(ours, data) == "zip-too-large"
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_hundred_thousand_entries_are_refused_before_they_are_listed(ours: Workspace) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for number in range(100_000):
            file.writestr(f"{number}", b"")
    tracemalloc.start()
    assert refused(ours, out.getvalue()) == "zip-too-many"
    # the file itself is read by the test
    assert tracemalloc.get_traced_memory()[1] < 60_000_000
    tracemalloc.stop()


def test_a_listing_that_claims_few_entries_and_holds_many_is_refused(ours: Workspace) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for number in range(20):
            file.writestr(f"{number}", b"")
    data = bytearray(out.getvalue())
    struct.pack_into("<2H", data, len(data) - 14, 2, 2)
    assert refused(ours, bytes(data)) == "zip-broken"


def test_records_for_large_archives_are_refused(ours: Workspace) -> None:
    """Two endings that contradict each other: one program sees one archive, another one the other."""
    data = bundled(GOOD)
    end, rest = data[-22:], data[:-22]
    place = len(rest)
    size, offset = struct.unpack_from("<2L", end, 12)
    large = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 2, 2, size, offset)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, place, 1)
    assert refused(ours, rest + large + locator + end) == "zip-broken"
    lying = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1 << 60, 1 << 60, 1 << 60, 0)
    assert refused(ours, rest + lying + locator + end) == "zip-broken"


def test_bytes_before_or_after_the_archive_are_refused(ours: Workspace) -> None:
    data = bundled(GOOD)
    assert refused(ours, b"#!/bin/sh\n" + data) == "zip-broken"
    assert refused(ours, data + b"more") == "zip-broken"
    assert refused(ours, data + data) == "zip-broken"


def test_entries_that_share_their_bytes_are_refused(ours: Workspace) -> None:
    data = bytearray(bundled(GOOD, ("media/1.jpg", b"x" * 90), ("media/2.jpg", b"y" * 90)))
    last = data.rindex(b"PK\1\2")
    before = data.rindex(b"PK\1\2", 0, last)
    data[last + 42 : last + 46] = data[before + 42 : before + 46]
    assert refused(ours, bytes(data)) == "zip-broken"


@pytest.mark.parametrize(("at", "change"), [(16, 1), (20, 3), (20, -3), (24, -5), (42, 7)])
def test_a_listing_that_lies_about_the_proposal_is_refused(ours: Workspace, at: int, change: int) -> None:
    """Sum, packed size, size and place of the entry are all told in the list, and all may be wrong."""
    data = bytearray(bundled(GOOD))
    place = data.rindex(b"PK\1\2") + at
    (found,) = struct.unpack_from("<L", data, place)
    struct.pack_into("<L", data, place, found + change)
    assert refused(ours, bytes(data)) in {"zip-broken", "bundle-altered"}


def test_sizes_that_are_told_after_the_content_are_not_believed(ours: Workspace) -> None:
    """A zip that was written as a stream is read by its list; what stands behind the content does not count."""

    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.data += data
            return len(data)

    out = Stream()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(form.MANIFEST, manifest(GOOD))
        file.writestr(form.PROPOSAL, GOOD[form.PROPOSAL])
    data = bytearray(out.data)
    place = data.index(b"PK\7\10", data.index(b"proposal.json"))
    struct.pack_into("<3L", data, place + 4, 1, 1 << 31, 1 << 31)
    assert taken(ours, bytes(data))[0].is_dir()


def test_other_files_are_refused(ours: Workspace) -> None:
    assert refused(ours, b"%PDF-1.7\n" * 100) == "zip-broken"
    assert refused(ours, b"") == "zip-broken"
    assert refused(ours, zipped([("a.txt", b"x")])) == "bundle-not-one"
