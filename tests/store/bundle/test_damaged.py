"""A bundle that was cut or damaged on its way brings what was packed, or nothing."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store.bundle.packing import pack
from app.store.bundle.unpacking import import_bundle
from app.store.source import read_source
from app.store.workspace import Workspace
from app.wordings.archives import WORDINGS, WORDINGS_RU
from tests.store.bundle.making import BLOCK, SEA, bundled, colleagues, workspace
from tests.store.bundle.receiving import GOOD, refused


@pytest.mark.parametrize("part", [0, 3, 21, 0.3, 0.7, 0.95, -1])
def test_a_file_that_was_cut_short_is_refused(ours: Workspace, part: float) -> None:
    data = bundled(GOOD)
    cut = int(len(data) * part) if 0 < part < 1 else int(part)
    assert refused(ours, data[:cut]) == "zip-broken"


def test_a_pipe_is_refused_at_once(ours: Workspace, tmp_path: Path) -> None:
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
