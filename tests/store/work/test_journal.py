"""The journal tells what was done, notices every damage, and leads to every state."""

import datetime
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.store.source import digest_of
from app.store.work.entries import Entry, Kind, packed, read_line, written
from app.store.work.journal import JOURNAL, Journal, add_entries, read_journal, shortened, was_closed
from app.store.work.patch import diff
from tests.store.faults.faulty import FaultyDisk

NOW = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)
DISK = FaultyDisk()


def opened(state: bytes, session: str = "a", whole: bool = True) -> Entry:
    digest = digest_of(state)
    return Entry(Kind.OPENED, NOW, "anna@studio", session, digest, digest, packed=packed(state) if whole else None)


def saved(old: bytes, new: bytes, *edits: str) -> Entry:
    return Entry(Kind.SAVED, NOW, "anna@studio", "a", digest_of(old), digest_of(new), edits, diff(old, new))


def closed(state: bytes) -> Entry:
    return Entry(Kind.CLOSED, NOW, "anna@studio", "a", digest_of(state), digest_of(state))


def session(*states: bytes) -> tuple[Entry, ...]:
    edits = (saved(old, new, f"edit {at}") for at, (old, new) in enumerate(pairwise(states), 1))
    return (opened(states[0]), *edits)


def put(folder: Path, *entries: Entry) -> Path:
    add_entries(folder, entries, DISK)
    return folder / JOURNAL


states = st.lists(st.text(max_size=30).map(str.encode), min_size=1, max_size=6)


@given(states)
def test_every_line_reads_back(found: list[bytes]) -> None:
    for entry in session(*found):
        assert read_line(written(entry).rstrip(b"\n")) == entry


@given(states)
def test_every_state_of_a_session_can_be_had_again(found: list[bytes]) -> None:
    journal = Journal(session(*found))
    assert [journal.state(at) for at in range(len(found))] == found
    assert journal.newest() == (len(found) - 1, found[-1])


@given(st.data())
def test_no_flipped_bit_goes_unnoticed(data: st.DataObject) -> None:
    line = written(saved("до".encode(), "после".encode(), "правка")).rstrip(b"\n")
    at = data.draw(st.integers(0, len(line) * 8 - 1))
    flipped = bytearray(line)
    flipped[at // 8] ^= 1 << at % 8
    assert read_line(bytes(flipped)) is None


def test_a_torn_last_line_is_passed_over_and_the_next_one_counts(tmp_path: Path) -> None:
    file = put(tmp_path, opened(b"a"), saved(b"a", b"b", "first"), saved(b"b", b"c", "second"))
    file.write_bytes(file.read_bytes()[:-20])
    journal = read_journal(tmp_path, DISK)
    assert (journal.edits, journal.damaged, journal.newest()) == (("first",), 1, (1, b"b"))
    put(tmp_path, saved(b"b", b"d", "third"))
    journal = read_journal(tmp_path, DISK)
    assert (journal.edits, journal.damaged, journal.newest()) == (("first", "third"), 1, (2, b"d"))


def test_after_a_damaged_line_the_last_certain_state_is_told_and_no_later_one(tmp_path: Path) -> None:
    file = put(tmp_path, *session(b"a\n1", b"b\n1", b"b\n2", b"c\n2"))
    lines = file.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"edit", b"edut")
    file.write_bytes(b"\n".join(lines))
    journal = read_journal(tmp_path, DISK)
    assert journal.damaged == 1
    assert journal.state(2) is None
    assert journal.newest() == (1, b"b\n1")


def test_the_present_file_takes_the_place_of_a_state_that_is_not_written_down() -> None:
    journal = Journal((opened(b"a", whole=False), saved(b"a", b"b")))
    assert journal.newest() is None
    assert journal.newest(b"a") == (1, b"b")
    assert journal.newest(b"b") == (1, b"b")
    assert journal.newest(b"other") is None


def test_a_session_is_open_until_it_is_closed(tmp_path: Path) -> None:
    assert was_closed(tmp_path)
    put(tmp_path, *session(b"a", b"b"))
    assert not was_closed(tmp_path)
    assert read_journal(tmp_path, DISK).opening == 0
    put(tmp_path, closed(b"b"))
    assert was_closed(tmp_path)
    assert (read_journal(tmp_path, DISK).opening, read_journal(tmp_path, DISK).edits) == (None, ())
    put(tmp_path, opened(b"b", "b", whole=False))
    assert not was_closed(tmp_path)


def test_a_shortened_journal_still_leads_to_the_opening_and_to_the_present(tmp_path: Path) -> None:
    entries = session(*(str(number).encode() for number in range(50)))
    file = put(tmp_path, *entries)
    last = Entry(Kind.SAVED, NOW, "anna", "a", digest_of(b"0"), digest_of(b"49"), ("all",), packed=packed(b"49"))
    assert shortened(tmp_path, entries[0], b"0", last, DISK) == file.stat().st_size
    journal = read_journal(tmp_path, DISK)
    assert [journal.state(at) for at in range(len(journal.entries))] == [b"0", b"49"]
    assert journal.edits == ("all",)


@given(st.binary(max_size=300))
def test_whatever_a_journal_holds_it_is_read(content: bytes) -> None:
    for line in content.split(b"\n"):
        assert read_line(line) is None


def test_a_state_that_unpacks_into_too_much_is_none() -> None:
    """A few kilobytes that become a gigabyte stop at the size of the largest proposal."""
    entry = opened(b"a")
    bomb = Entry(entry.kind, NOW, "", "", entry.before, digest_of(b""), packed=packed(b"\0" * 60_000_000))
    assert bomb.state() is None
