"""`main.py import`, `list`, `demo` and the workspace behind them."""

from pathlib import Path

import pytest

from app.problems import error
from app.store.workspace import Workspace, WorkspaceOpened
from tests.end2end.conftest import write_source
from tests.end2end.running import ROOT, blesna, inside


def test_a_proposal_is_imported_listed_and_exported_by_its_number(source: Path, tmp_path: Path) -> None:
    place = tmp_path / "Рабочее место"
    done = blesna("import", source, "--workspace", place)
    assert done.code == 0, done.err
    folder = Path(done.out.strip())
    assert folder.is_dir()
    assert folder.is_relative_to(place)
    listed = inside("list", "--workspace", place)
    assert listed.out == "КП-2026-0042  2026-11-21  ООО «Ромашка»  Ребрендинг <Ромашки>\n"
    done = inside("export", "КП-2026-0042", "-o", tmp_path / "a.pdf", "--workspace", place)
    assert done.code == 0, done.err
    assert (tmp_path / "a.pdf").is_file()


def test_an_estimate_is_imported_as_a_draft_with_the_next_number(source: Path, tmp_path: Path) -> None:
    inside("import", source, "--workspace", tmp_path / "w")
    table = tmp_path / "estimate.csv"
    table.write_text("Work;Hours;Rate\nBrief;2;50\n", "utf-8")
    done = inside("import", table, "--workspace", tmp_path / "w")
    assert done.code == 0, done.err
    assert "КП-2026-0043" in inside("list", "--workspace", tmp_path / "w").out


def test_what_is_broken_is_not_imported(tmp_path: Path) -> None:
    folder = write_source(tmp_path / "p", currency="roubles")
    done = inside("import", folder, "--workspace", tmp_path / "w")
    assert (done.code, done.out) == (1, "")
    assert inside("list", "--workspace", tmp_path / "w").out == ""


def test_a_number_is_nothing_to_import(source: Path, tmp_path: Path) -> None:
    inside("import", source, "--workspace", tmp_path / "w")
    done = inside("import", "КП-2026-0042", "--workspace", tmp_path / "w")
    assert (done.code, done.out) == (1, "")


def test_an_unreadable_proposal_is_listed_as_such(source: Path, tmp_path: Path) -> None:
    folder = Path(inside("import", source, "--workspace", tmp_path / "w").out.strip())
    (folder / "proposal.json").write_text("{", "utf-8")
    done = inside("list", "--workspace", tmp_path / "w")
    assert "cannot be read" in done.out
    assert folder.name in done.out


def test_a_workspace_that_cannot_be_used_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for command in (("list",), ("demo", "--no-window"), ("import", "x")):
        done = inside(*command, "--workspace", tmp_path / "file" / "w")
        assert (done.code, done.out) == (1, "")
        assert "--workspace" in done.err


def test_a_users_own_workspace_that_is_read_only_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, disk: object = None) -> WorkspaceOpened:
        return WorkspaceOpened(None, (error("disk-denied", str(path), file=path.name, reason="Read-only file system"),))

    monkeypatch.setattr(Workspace, "open", refused)
    done = inside("demo", "--no-window")
    assert done.code == 1
    assert "Read-only file system" in done.err
    assert "--workspace FOLDER" in done.err


def test_the_users_own_workspace_is_among_their_data(source: Path, home: Path) -> None:
    done = inside("import", source)
    assert done.code == 0, done.err
    assert Path(done.out.strip()).is_relative_to(home)


def test_demo_makes_both_pdfs_and_may_be_run_again(tmp_path: Path) -> None:
    demo = ROOT / "assets" / "demo"
    untouched = {path: path.stat().st_mtime_ns for path in demo.rglob("*") if path.is_file()}
    first = blesna("demo", "--no-window", "--workspace", tmp_path / "w", "--out", tmp_path / "out")
    assert first.code == 0, first.err
    names = ["blesna-demo-en.pdf", "blesna-demo-ru.pdf"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    before = [(tmp_path / "out" / name).read_bytes() for name in names]
    again = inside("demo", "--workspace", tmp_path / "w", "--out", tmp_path / "out")
    assert again.code == 0, again.err
    assert "no screen" in again.err
    assert [(tmp_path / "out" / name).read_bytes() for name in names] == before
    assert len(inside("list", "--workspace", tmp_path / "w").out.splitlines()) == 2
    assert [line.split(": ")[1].split()[1] for line in again.out.splitlines()] == ["pages,"] * 2
    assert {path: path.stat().st_mtime_ns for path in untouched} == untouched
