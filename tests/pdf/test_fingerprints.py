"""Originals are read for their hash once, and whatever happens to the notes about them, a changed picture is never missed."""

import hashlib
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pdf.fingerprints import FILE, Fingerprints

LONG_AGO = time.time_ns() - 3_600_000_000_000


def put(path, content, when=LONG_AGO):
    path.write_bytes(content)
    os.utime(path, ns=(when, when))
    return path


def sha(content):
    return hashlib.sha256(content).hexdigest()


def test_what_was_learned_is_known_at_the_next_start(tmp_path):
    original = put(tmp_path / "a.jpg", b"one")
    first = Fingerprints(tmp_path / "cache")
    assert first.of(original) == sha(b"one")
    first.save()
    put(original, b"two")  # the same size and time: only somebody who reads it could tell
    assert Fingerprints(tmp_path / "cache").of(original) == sha(b"one")


@pytest.mark.parametrize(("content", "when"), [(b"three", LONG_AGO), (b"two", LONG_AGO + 1)], ids=["size", "time"])
def test_another_size_or_time_is_another_picture(tmp_path, content, when):
    original = put(tmp_path / "a.jpg", b"one")
    known = Fingerprints(tmp_path / "cache")
    known.of(original)
    known.save()
    put(original, content, when)
    assert known.of(original) == sha(content)
    assert Fingerprints(tmp_path / "cache").of(original) == sha(content)


def test_a_file_that_was_just_written_is_not_trusted_to_stay_as_it_is(tmp_path):
    """It may be written again within the same tick of the file system's clock."""
    original = put(tmp_path / "a.jpg", b"one", time.time_ns())
    known = Fingerprints(tmp_path / "cache")
    known.of(original)
    known.save()
    assert not (tmp_path / "cache" / FILE).exists()


@given(torn=st.one_of(st.binary(max_size=60), st.sampled_from([b"", b"{}", b"[]", b'{"version": 1, "files": [[1]]}', b"null"])))
def test_notes_that_cannot_be_read_are_none(tmp_path_factory, torn):
    folder = tmp_path_factory.mktemp("cache")
    (folder / FILE).write_bytes(torn)
    original = put(folder / "a.jpg", b"one")
    known = Fingerprints(folder)
    assert known.of(original) == sha(b"one")
    known.save()
    assert Fingerprints(folder).known(original) == sha(b"one")


def test_many_who_write_at_once_leave_notes_that_are_whole(tmp_path):
    originals = [put(tmp_path / f"{number}.jpg", str(number).encode()) for number in range(40)]

    def learn(start):
        known = Fingerprints(tmp_path / "cache")
        for original in originals[start::4]:
            known.of(original)
            known.save()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(learn, range(4)))
    told = json.loads((tmp_path / "cache" / FILE).read_bytes())
    assert told["files"]
    assert all(Fingerprints(tmp_path / "cache").of(original) == sha(original.read_bytes()) for original in originals)
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [FILE]


def test_a_cache_that_cannot_be_written_is_no_reason_to_stop(tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    known = Fingerprints(tmp_path / "cache")
    assert known.of(put(tmp_path / "a.jpg", b"one")) == sha(b"one")
    known.save()


def test_what_is_no_file_has_no_hash(tmp_path):
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.jpg")
    for name in ("pipe.jpg", "gone.jpg", "."):
        with pytest.raises(OSError):
            Fingerprints(None).of(tmp_path / name)
