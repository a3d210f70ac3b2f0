"""Numbers: without gaps, none twice, whoever asks at the same time and whatever was deleted."""

import datetime
import json
import multiprocessing
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.proposal import Proposal
from app.model.status import Status
from app.problems import Severity
from app.store.disk import Disk
from app.store.naming import NUMBER_PATTERN, next_number, unusable_pattern
from app.store.workspace import Workspace
from tests.store.faults.faulty import FaultyDisk

OFFER = Proposal(title="Весна", date=datetime.date(2026, 3, 31))
FORK = multiprocessing.get_context("fork")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path / "work", FaultyDisk())
    assert opened.workspace and opened.problems == ()
    return opened.workspace


def taken_in(workspace: Workspace, proposal: Proposal = OFFER) -> Path:
    imported = workspace.import_source(workspace.path, proposal)
    assert imported.folder
    return imported.folder


def number_in(workspace: Workspace, folder: Path) -> str:
    read = workspace.read(folder).proposal
    assert read is not None
    return read.number


def use_up(workspace: Workspace, folder: Path) -> None:
    read = workspace.read(folder).proposal
    assert read and workspace.use_up_number(read).problems == ()


def test_the_number_of_a_deleted_draft_is_given_again(workspace: Workspace) -> None:
    folders = [taken_in(workspace) for _ in range(3)]
    shutil.rmtree(folders[0])
    assert workspace.next_number(2026) == "КП-2026-0001"
    assert number_in(workspace, taken_in(workspace)) == "КП-2026-0001"
    assert number_in(workspace, taken_in(workspace)) == "КП-2026-0004"


def test_a_number_that_was_sent_is_never_given_again_though_nothing_is_left_of_its_proposal(workspace: Workspace) -> None:
    folder = taken_in(workspace)
    use_up(workspace, folder)
    shutil.rmtree(folder)
    shutil.rmtree(workspace.state)
    again = Workspace.open(workspace.path, FaultyDisk()).workspace
    assert again and number_in(again, taken_in(again)) == "КП-2026-0002"


@pytest.mark.parametrize("damage", [None, b"", b"{", b'{"schema": 1, "given": 7}', b'{"given": [], "sent": {"a": 1}}'])
def test_a_lost_ledger_is_made_anew_of_what_there_is(workspace: Workspace, damage: bytes | None) -> None:
    folder = taken_in(workspace)
    read = workspace.read(folder).proposal
    assert read is not None
    sent = replace(read, status=Status.SENT, number="КП-2026-0009")
    assert workspace.save(folder, sent) == ()
    ledger = workspace.path / "numbers.json"
    ledger.unlink() if damage is None else ledger.write_bytes(damage)
    imported = workspace.import_source(workspace.path, OFFER)
    assert [found.code for found in imported.problems] == ([] if damage is None else ["numbers-rebuilt"])
    assert imported.folder and number_in(workspace, imported.folder) == "КП-2026-0010"
    assert "КП-2026-0009" in json.loads(ledger.read_text("utf-8"))["sent"]


def test_a_ledger_of_a_newer_program_is_left_alone(workspace: Workspace) -> None:
    ledger = workspace.path / "numbers.json"
    ledger.write_bytes(b'{"schema": 2, "more": []}')
    imported = workspace.import_source(workspace.path, OFFER)
    assert (imported.folder, [found.code for found in imported.problems]) == (None, ["source-newer"])
    assert ledger.read_bytes() == b'{"schema": 2, "more": []}'


def test_a_draft_of_a_colleague_with_a_number_that_is_taken_gets_another_and_is_told(workspace: Workspace) -> None:
    taken_in(workspace, replace(OFFER, number="КП-2026-0007", title="Осень"))
    imported = workspace.import_source(workspace.path, replace(OFFER, number=" кп-2026-0007 "))
    (told,) = imported.problems
    assert (told.code, told.severity) == ("number-changed", Severity.WARNING)
    assert (told.fact("other"), told.fact("new")) == ("Осень", "КП-2026-0008")
    assert imported.folder and number_in(workspace, imported.folder) == "КП-2026-0008"


def test_what_a_client_has_seen_keeps_its_number_and_both_are_told(workspace: Workspace) -> None:
    taken_in(workspace, replace(OFFER, number="КП-2026-0007", title="Осень"))
    for known in (replace(OFFER, status=Status.SENT), replace(OFFER, revision=2)):
        imported = workspace.import_source(workspace.path, replace(known, number="КП-2026-0007"))
        assert [(found.code, found.fact("other")) for found in imported.problems] == [("number-twice", "Осень")]
        assert imported.folder and number_in(workspace, imported.folder) == "КП-2026-0007"
        shutil.rmtree(imported.folder)


def test_a_proposal_that_comes_back_keeps_the_number_it_was_sent_with(workspace: Workspace) -> None:
    folder = taken_in(workspace)
    mine = workspace.read(folder).proposal
    use_up(workspace, folder)
    shutil.rmtree(folder)
    assert mine is not None
    assert workspace.import_source(workspace.path, mine).problems == ()
    assert [entry.number for entry in workspace.proposals()] == ["КП-2026-0001"]
    stranger = workspace.import_source(workspace.path, replace(mine, id="other"))
    assert [found.code for found in stranger.problems] == ["number-changed"]


def ask(root: Path, count: int) -> None:
    workspace = Workspace.open(root).workspace
    assert workspace is not None
    for _ in range(count):
        workspace.import_source(root, OFFER)


def number(root: Path) -> None:
    """Give a number to every proposal here that has none; the processes race for all of them."""
    workspace = Workspace.open(root).workspace
    assert workspace is not None
    for entry in workspace.proposals():
        read = workspace.read(entry.folder).proposal
        assert read is not None
        if not read.number:
            workspace.numbered(entry.folder, read)


def run_together(*work: tuple[object, ...]) -> None:
    children = [FORK.Process(target=target, args=arguments) for target, *arguments in work]  # type: ignore[arg-type]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * len(children)


def test_processes_that_ask_at_once_never_get_the_same_number(tmp_path: Path) -> None:
    run_together(*[(ask, tmp_path, 12)] * 3)
    workspace = Workspace(tmp_path)
    numbers = sorted(entry.number for entry in workspace.proposals())
    assert numbers == [NUMBER_PATTERN.format(year=2026, seq=place) for place in range(1, 37)]


def test_a_number_given_at_sending_and_one_at_taking_in_differ(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path).workspace
    assert workspace is not None
    for _ in range(8):
        folder = taken_in(workspace)
        read = workspace.read(folder).proposal
        assert read and workspace.save(folder, replace(read, number="")) == ()
    run_together((number, tmp_path), (ask, tmp_path, 8))
    numbers = [entry.number for entry in workspace.proposals()]
    assert len(numbers) == len(set(numbers)) == 16


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("КП-{year}", "number-pattern-sequence"),
        ("", "number-pattern-sequence"),
        ("{seq}/{seq:04}", "number-pattern-sequence"),
        ("{seq:>400000000}", "number-pattern-sequence"),
        ("{seq:4}", "number-pattern-sequence"),
        ("{year}-{year}-{seq}", "number-pattern-braces"),
        ("{month}-{seq}", "number-pattern-braces"),
        ("{seq.__class__}{seq}", "number-pattern-braces"),
        ("{0}{seq}", "number-pattern-braces"),
        ("}{seq}", "number-pattern-braces"),
        (" {seq}", "number-pattern-form"),
        ("a\nb{seq}", "number-pattern-form"),
        ("x" * 60 + "{seq}", "number-pattern-form"),
    ],
)
def test_a_pattern_that_makes_no_numbers_is_refused_and_the_usual_holds(workspace: Workspace, pattern: str, code: str) -> None:
    assert [found.code for found in workspace.set_number_pattern(pattern)] == [code]
    assert workspace.next_number(2026) == "КП-2026-0001"
    (workspace.path / "workspace.json").write_text(json.dumps({"number_pattern": pattern}), "utf-8")
    opened = Workspace.open(workspace.path, FaultyDisk())
    assert [found.code for found in opened.problems] == [code, "number-pattern-usual"]
    assert opened.workspace and opened.workspace.next_number(2026) == "КП-2026-0001"


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"number_pattern": 7}', b'{"number_pattern": null}'])
def test_settings_that_cannot_be_read_are_told_and_never_overwritten(workspace: Workspace, content: bytes) -> None:
    file = workspace.path / "workspace.json"
    file.write_bytes(content)
    opened = Workspace.open(workspace.path, FaultyDisk())
    assert opened.problems
    assert opened.workspace and opened.workspace.next_number(2026) == "КП-2026-0001"
    if content[:1] != b"{" or content == b"{":
        assert workspace.set_number_pattern("A-{seq}")
        assert file.read_bytes() == content


def test_another_pattern_holds_from_then_on_and_keeps_the_other_settings(workspace: Workspace) -> None:
    taken_in(workspace)
    (workspace.path / "workspace.json").write_text('{"more": 1.5}', "utf-8")
    assert workspace.set_number_pattern("{year}/{seq:03} A") == ()
    assert json.loads((workspace.path / "workspace.json").read_text("utf-8"))["more"] == 1.5
    opened = Workspace.open(workspace.path, Disk())
    assert opened.problems == ()
    assert opened.workspace and number_in(opened.workspace, taken_in(opened.workspace)) == "2026/001 A"


@given(
    st.text("{}abКП-/ yearsq:0409.!\n", max_size=30) | st.from_regex(r"[a-z-]{0,5}(\{year\})?-\{seq(:0[1-9])?\}", fullmatch=True)
)
def test_every_pattern_is_refused_or_makes_a_number_after_the_other(pattern: str) -> None:
    if unusable_pattern(pattern) is None:
        numbers: list[str] = []
        for _ in range(12):
            numbers.append(next_number(numbers, 2026, pattern))
        assert len(set(numbers)) == 12
        assert next_number(numbers[1:], 2026, pattern, numbers) == numbers[0]
