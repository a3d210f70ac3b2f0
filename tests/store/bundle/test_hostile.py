"""A bundle from a stranger does no harm: it is refused whole with a sentence, or comes in without what is wrong with it."""

import io
import random
import stat
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.problems import Severity
from app.store.bundle import form
from app.store.bundle.packing import pack
from app.store.bundle.unpacking import import_bundle
from app.store.pictures import pictures_in
from app.store.source import read_source
from app.store.workspace import Workspace
from app.wording import sentences
from app.wordings.archives import WORDINGS, WORDINGS_RU
from tests.guarding import hostile
from tests.store.bundle.making import (
    BLOCK,
    SEA,
    bundled,
    colleagues,
    listed,
    manifest,
    source,
    with_picture,
    workspace,
    zipped,
)

GOOD = {form.PROPOSAL: source()}


@pytest.fixture
def ours(tmp_path: Path) -> Workspace:
    return workspace(tmp_path / "ours")


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


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "media/../../evil.txt",
        "/etc/evil",
        "C:\\evil.txt",
        "C:/evil.txt",
        "media\\..\\..\\evil",
        "\\\\server\\share\\x",
        "//server/share/x",
        "media/con",
        "media/aux.jpg",
        "media/a\nb",
        "media/\x1b[2J",
        "media/gpj.\u202eexe",
        "media/a\u200bb.jpg",
        "media/\u2066a",
        "./a",
        "a//b",
        "https://example.org/a.jpg",
        "media/. ./x",
        "a" * 2000,
    ],
)
def test_unsafe_names_refuse_the_whole_bundle(ours: Workspace, name: str) -> None:
    assert refused(ours, bundled(GOOD, (entry(name), b"x"))) == "zip-name"


def test_a_name_that_is_cut_at_a_zero_byte_is_refused(ours: Workspace) -> None:
    data = bundled(GOOD, ("media/aQ.exe", b"x")).replace(b"media/aQ.exe", b"media/a\0.exe")
    assert refused(ours, data) == "zip-name"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK])
def test_links_and_devices_are_refused(ours: Workspace, kind: int) -> None:
    link = entry("media/a.jpg", create_system=3, external_attr=(kind | 0o777) << 16)
    assert refused(ours, bundled(GOOD, (link, b"/etc/passwd"))) == "zip-link"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("media/a.jpg", "media/a.jpg"),
        ("media/a.jpg", "MEDIA/A.jpg"),
        ("media/\u0439.jpg", "media/\u0438\u0306.jpg"),
        ("media/\ufb01.jpg", "media/fi.jpg"),
        ("media/ß.jpg", "media/SS.jpg"),
        ("media", "media/"),
    ],
)
def test_names_that_are_there_twice_or_only_look_different_are_refused(ours: Workspace, one: str, other: str) -> None:
    assert refused(ours, bundled(GOOD, (one, b"1"), (other, b"2"))) == "zip-name-twice"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_second_manifest_is_refused(ours: Workspace) -> None:
    assert refused(ours, bundled(GOOD, (form.MANIFEST, manifest(GOOD)))) == "zip-name-twice"


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


@pytest.mark.parametrize("part", [0, 3, 21, 0.3, 0.7, 0.95, -1])
def test_a_file_that_was_cut_short_is_refused(ours: Workspace, part: float) -> None:
    data = bundled(GOOD)
    cut = int(len(data) * part) if 0 < part < 1 else int(part)
    assert refused(ours, data[:cut]) == "zip-broken"


def test_other_files_are_refused(ours: Workspace) -> None:
    assert refused(ours, b"%PDF-1.7\n" * 100) == "zip-broken"
    assert refused(ours, b"") == "zip-broken"
    assert refused(ours, zipped([("a.txt", b"x")])) == "bundle-not-one"


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"null",
        b'{"kind":"blesna-bundle","format":true}',
        b'{"kind":"blesna-bundle","format":1,"proposal":"../x.json","files":[]}',
        b'{"kind":"blesna-bundle","format":1,"proposal":"proposal.json","files":{}}',
        b'{"kind":"blesna-bundle","format":1,"proposal":"proposal.json","files":[{"path":"a","size":-1,"sha256":""}]}',
        b'{"kind":"blesna-bundle","kind":"blesna-bundle","format":1,"proposal":"proposal.json","files":[]}',
        b"[" * 200_000,
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused(ours: Workspace, body: bytes) -> None:
    assert refused(ours, zipped([(form.MANIFEST, body), *GOOD.items()])) == "bundle-not-one"


def test_a_manifest_that_lists_a_file_twice_is_refused(ours: Workspace) -> None:
    assert refused(ours, bundled(GOOD, files=[*listed(GOOD), *listed(GOOD)])) == "bundle-not-one"


def test_a_manifest_that_lies_about_the_proposal_is_refused(ours: Workspace) -> None:
    wrong = listed({form.PROPOSAL: b"something else"})
    assert refused(ours, bundled(GOOD, files=wrong)) == "bundle-altered"
    assert refused(ours, bundled(GOOD, files=[])) == "bundle-incomplete"
    assert refused(ours, zipped([(form.MANIFEST, manifest(GOOD))])) == "bundle-incomplete"


def test_newer_formats_are_refused_and_left_as_they_are(ours: Workspace) -> None:
    assert refused(ours, bundled(GOOD, format=2)) == "bundle-newer"
    assert refused(ours, bundled({form.PROPOSAL: source(schema=999)})) == "source-newer"
    newer = {**GOOD, form.BLOCKS: b'{"schema":999,"blocks":[]}'}
    assert refused(ours, bundled(newer)) == "source-newer"


def test_a_proposal_that_is_broken_is_refused(ours: Workspace) -> None:
    assert refused(ours, bundled({form.PROPOSAL: b"{"})) == "json-broken"
    assert refused(ours, bundled({form.PROPOSAL: source(currency="roubles")})) == "currency-unknown"
    assert refused(ours, bundled({form.PROPOSAL: b"[" * 100_000})) == "json-too-deep"


@pytest.mark.parametrize(
    "file", ["../../secret.txt", "/etc/passwd", "C:\\secret.txt", "\\\\server\\share\\a.jpg", "//server/a.jpg",
             "https://example.org/a.jpg", "file:///etc/passwd"]
)  # fmt: skip
def test_a_picture_from_outside_is_never_opened(ours: Workspace, file: str) -> None:
    (ours.path.parent / "secret.txt").write_bytes(b"secret")
    folder, codes = taken(ours, bundled({form.PROPOSAL: with_picture(file)}))
    assert codes == ["picture-outside"]
    read = read_source(folder)
    assert read.problems == ()
    assert read.proposal and [one.file for one in pictures_in(read.proposal)] == [""]
    assert not list(folder.rglob("*.txt")) and not list(folder.glob("media/*"))


def test_a_picture_beside_other_proposals_is_not_taken_from_there(ours: Workspace) -> None:
    other = ours.folder / "other"
    other.mkdir()
    (other / "sea.jpg").write_bytes(SEA)
    folder, codes = taken(ours, bundled({form.PROPOSAL: with_picture("other/sea.jpg")}))
    assert codes == ["picture-missing"]
    assert [one.name for one in folder.iterdir()] == ["proposal.json"]


def test_a_spreadsheet_beside_the_bundle_is_not_read(ours: Workspace) -> None:
    (ours.folder / "rates.csv").write_text("a;1;2\n")
    assert refused(ours, bundled({form.PROPOSAL: source(estimate_file="rates.csv")})) == "estimate-missing"


def test_a_missing_picture_is_told_by_its_name(ours: Workspace) -> None:
    folder, codes = taken(ours, bundled({form.PROPOSAL: with_picture("media/a.jpg")}))
    assert codes == ["picture-missing"]
    assert [one.code for one in read_source(folder).problems] == ["picture-missing"]


def test_a_picture_that_is_not_the_one_that_was_packed_is_left_out(ours: Workspace) -> None:
    files = {form.PROPOSAL: with_picture("media/a.jpg")}
    for other in (b"another", SEA[:-1], SEA + b"x", b""):
        wrong = listed({**files, "media/a.jpg": SEA})
        folder, codes = taken(ours, bundled({**files, "media/a.jpg": other}, files=wrong))
        assert codes[-1] == "bundle-media-altered"
        assert not list(folder.glob("media/*"))


def test_pictures_get_the_names_of_their_content(ours: Workspace) -> None:
    picture = "media/../a.exe".replace("../", "")
    files = {form.PROPOSAL: with_picture(picture), picture: SEA}
    folder, codes = taken(ours, bundled(files))
    assert codes == []
    (kept,) = (folder / "media").iterdir()
    assert kept.name == f"{listed({'x': SEA})[0]['sha256']}.bin"


def test_what_the_manifest_does_not_list_and_what_nothing_names_stays_inside(ours: Workspace) -> None:
    inner = bundled(GOOD)
    folder, codes = taken(ours, bundled({**GOOD, "media/b.zip": inner}, ("run.sh", b"#!"), ("more/", b"")))
    assert codes == []
    assert [one.name for one in folder.iterdir()] == ["proposal.json"]


def test_blocks_with_impossible_ids_are_left_out(ours: Workspace) -> None:
    row = '{"id":"%s","name":"x"}'
    rows = ",".join(row % one for one in ("good", "good", "a\\n", "\\u202e", "x" * 300))
    folder, codes = taken(ours, bundled({**GOOD, form.BLOCKS: b'{"schema":2,"blocks":[%s]}' % rows.encode()}))
    assert folder.is_dir()
    assert sorted(one.value.id for one in ours.library.blocks.all().records) == ["good"]
    assert codes.count("bundle-block-id") == 4


def test_a_block_of_strangers_is_never_approved(ours: Workspace) -> None:
    rows = b'{"schema":2,"blocks":[{"id":"b","name":"x","status":"approved"}]}'
    taken(ours, bundled({**GOOD, form.BLOCKS: rows}))
    stored = ours.library.blocks.get("b").first
    assert stored and stored.value.status == "draft"


def test_broken_blocks_are_refused(ours: Workspace) -> None:
    for data in (b"{", b"[]", b'{"schema":2}', b'{"schema":true,"blocks":[]}', b'{"schema":0,"blocks":[]}'):
        assert refused(ours, bundled({**GOOD, form.BLOCKS: data})) in {"bundle-blocks-broken", "json-broken"}


def test_a_pipe_is_refused_at_once(ours: Workspace, tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.blesna")
    assert [one.code for one in import_bundle(ours, tmp_path / "pipe.blesna").problems] == ["zip-broken"]
    assert [one.code for one in import_bundle(ours, tmp_path / "none.blesna").problems] == ["disk-gone"]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    place, folder = colleagues(tmp_path_factory.mktemp("theirs"))
    target = place.path / "x.blesna"
    assert pack(place, folder, target) == ()
    return target.read_bytes()


def flipped(random_: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random_.randint(1, 3)):
        changed[random_.randrange(len(data))] ^= 1 << random_.randrange(8)
    return bytes(changed)


def cut(random_: random.Random, data: bytes) -> bytes:
    start = random_.randrange(len(data))
    return data[:start] + data[start + random_.randint(1, 50) :]


def doubled(random_: random.Random, data: bytes) -> bytes:
    start = random_.randrange(len(data))
    return data[:start] + data[start : start + random_.randint(1, 50)] + data[start:]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 1 << 32), harm=st.sampled_from([flipped, cut, doubled]))
def test_a_damaged_bundle_brings_what_was_packed_or_nothing(
    real: bytes, tmp_path_factory: pytest.TempPathFactory, seed: int, harm: "Callable[[random.Random, bytes], bytes]"
) -> None:
    """Whatever is flipped, cut out or doubled: no exception, and no proposal, picture or block that says something else."""
    root = tmp_path_factory.mktemp("ours")
    place = workspace(root)
    (root / "x.blesna").write_bytes(harm(random.Random(seed), real))
    imported = import_bundle(place, root / "x.blesna")
    if imported.folder is None:
        assert imported.problems
        return
    found = read_source(imported.folder).proposal
    assert found and found.title == "Весна"
    for picture in (imported.folder / "media").glob("*"):
        assert picture.read_bytes() == SEA
    for stored in place.library.blocks.all().records:
        assert stored.value.name == BLOCK.name


def test_every_problem_has_its_sentence_in_both_languages() -> None:
    assert set(WORDINGS) == set(WORDINGS_RU)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<!DOCTYPE html><html></html>", "picture-not-a-picture"),
        (b"", "picture-empty"),
        (hostile.packed("JPEG", 400)[:700], "picture-damaged"),
        (hostile.png(30_000, 30_000), "picture-too-large"),
    ],
)
def test_a_picture_of_a_bundle_that_cannot_be_used_is_named_at_once_and_kept(ours: Workspace, content: bytes, code: str) -> None:
    name = "media/море.jpg"
    folder, codes = taken(ours, bundled({form.PROPOSAL: with_picture(name), name: content}))
    assert code in codes
    assert [file.read_bytes() for file in (folder / "media").iterdir()] == [content]
