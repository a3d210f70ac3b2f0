"""Blocks of strangers: they come in as drafts, or not at all."""

from app.store.bundle import form
from app.store.workspace import Workspace
from tests.store.bundle.making import bundled
from tests.store.bundle.receiving import GOOD, refused, taken


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
