"""A bundle whose list or proposal makes no sense, lies, or is newer is refused whole."""

import pytest

from app.store.bundle import form
from app.store.workspace import Workspace
from tests.store.bundle.making import bundled, listed, manifest, source, zipped
from tests.store.bundle.receiving import GOOD, refused


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
