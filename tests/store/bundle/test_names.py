"""Names in a bundle that would lead out of it, or be two files for one system and one for another: it is refused whole."""

import stat

import pytest

from app.store.bundle import form
from app.store.workspace import Workspace
from tests.store.bundle.making import bundled, manifest
from tests.store.bundle.receiving import GOOD, entry, refused


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
