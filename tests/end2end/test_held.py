"""The command line never writes over the work of somebody who has a proposal open."""

import json
from pathlib import Path

import pytest

from app.store.work.journal import read_journal, was_closed
from app.store.work.me import Me
from app.store.work.working import open_working
from app.store.workspace import Workspace
from tests.end2end.conftest import write_source
from tests.end2end.running import Done, inside

ELSEWHERE = Me("anna", "studio-7", 99)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "w"


@pytest.fixture
def folder(tmp_path: Path, place: Path) -> Path:
    source = write_source(tmp_path / "source")
    return Path(inside("import", source, "--workspace", place).out.strip())


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "update.csv"
    file.write_text("Work;Hours;Rate\nSomething new;2;50\n", "utf-8")
    return file


def commands(folder: Path, place: Path, table: Path) -> dict[str, Done]:
    """Run every command that changes a proposal."""
    return {
        "send": inside("send", folder, "--to", "Ольга", "--workspace", place),
        "diff": inside("diff", folder, table, "--apply", "all"),
    }


def test_whoever_has_it_open_keeps_it_and_is_named(folder: Path, place: Path, table: Path) -> None:
    workspace = Workspace.open(place).workspace
    assert workspace
    held = open_working(workspace, folder, ELSEWHERE)
    assert held.copy
    before = (folder / "proposal.json").read_bytes()
    for name, done in commands(folder, place, table).items():
        assert done.code == 1, name
        assert "anna has this proposal open on studio-7; nothing was changed." in done.err, name
    assert (folder / "proposal.json").read_bytes() == before
    assert not (folder / "revisions").exists()
    held.copy.close()
    for name, done in commands(folder, place, table).items():
        assert done.code == 0, (name, done.err)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_whoever_has_not_written_a_name_yet_is_somebody(folder: Path, place: Path, table: Path, language: str) -> None:
    """Between taking the lock and writing the name, and where the name cannot be written."""
    workspace = Workspace.open(place).workspace
    assert workspace
    workspace.disk.mkdir(workspace.state / "open")
    held = workspace.disk.hold(workspace.state / "open" / f"{folder.name}.lock")
    assert held
    done = inside("diff", folder, table, "--apply", "all", "--lang", language)
    held.release()
    assert done.code == 1
    assert {"en": "Somebody has this proposal open", "ru": "Предложение открыто в другом окне"}[language] in done.err
    assert "–" not in done.err


def test_a_status_is_refused_while_it_is_open_and_told_all_the_same(folder: Path, place: Path) -> None:
    assert inside("send", folder, "--to", "Ольга", "--workspace", place).code == 0
    workspace = Workspace.open(place).workspace
    assert workspace
    held = open_working(workspace, folder, ELSEWHERE)
    assert held.copy
    assert inside("status", folder, "accepted").code == 1
    assert inside("status", folder).out.startswith("КП-2026-0042 · revision 1 · sent")
    held.copy.close()
    assert inside("status", folder, "accepted").out.startswith("КП-2026-0042 · revision 1 · accepted")


def test_what_a_command_did_is_in_the_journal_and_the_proposal_is_closed_again(folder: Path, table: Path) -> None:
    assert inside("diff", folder, table, "--apply", "all").code == 0
    journal = read_journal(folder, Workspace(folder.parents[1]).disk)
    assert [edit for entry in journal.entries for edit in entry.edits] == ["diff"]
    assert was_closed(folder)
    assert not list((folder.parents[1] / "state" / "open").glob("*.json"))


def test_a_revision_that_was_sent_opens_for_reading_only(folder: Path, place: Path) -> None:
    assert inside("send", folder, "--to", "Ольга", "--workspace", place).code == 0
    workspace = Workspace.open(place).workspace
    assert workspace
    revision = folder / "revisions" / "1"
    before = {path.name: path.read_bytes() for path in revision.iterdir() if path.is_file()}
    work = open_working(workspace, revision)
    assert work.copy and work.copy.read_only and work.proposal
    assert [one.code for one in work.copy.save(work.proposal)] == ["work-read-only"]
    work.copy.close()
    assert {path.name: path.read_bytes() for path in revision.iterdir() if path.is_file()} == before


def test_a_proposal_outside_of_any_workspace_is_written_as_before(tmp_path: Path, table: Path) -> None:
    source = write_source(tmp_path / "loose")
    assert inside("diff", source, table, "--apply", "all").code == 0
    assert "Something new" in json.dumps(json.loads((source / "proposal.json").read_text("utf-8")))
    assert not (source / "journal.jsonl").exists()
