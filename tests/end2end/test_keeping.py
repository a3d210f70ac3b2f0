"""`main.py pack`, `import` of a bundle, `backup`, `restore` and `verify`."""

from pathlib import Path

import pytest

from tests.end2end.running import blesna, inside


@pytest.fixture
def work(source: Path, tmp_path: Path) -> Path:
    place = tmp_path / "w"
    assert inside("import", source, "--workspace", place).code == 0
    return place


def listed(place: Path) -> str:
    return inside("list", "--workspace", place).out


def test_a_proposal_goes_to_a_colleague_and_is_exported_there(work: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "ромашка.blesna"
    done = blesna("pack", "КП-2026-0042", "-o", bundle, "--workspace", work)
    assert (done.code, done.out) == (0, f"{bundle}\n"), done.err
    assert "only" in done.err and "PDF" in done.err
    done = inside("import", bundle, "--workspace", tmp_path / "other")
    assert done.code == 0, done.err
    assert listed(tmp_path / "other") == listed(work)
    done = inside("export", "КП-2026-0042", "-o", tmp_path / "a.pdf", "--workspace", tmp_path / "other")
    assert done.code == 0, done.err


def test_who_it_is_for_is_said_in_russian_too(work: Path, tmp_path: Path) -> None:
    done = inside("pack", "КП-2026-0042", "-o", tmp_path / "x.blesna", "--workspace", work, "--lang", "ru")
    assert "Только для коллег" in done.err


def test_a_folder_is_packed_without_being_imported(source: Path, tmp_path: Path) -> None:
    done = inside("pack", source, "-o", tmp_path / "x.blesna", "--workspace", tmp_path / "w")
    assert done.code == 0, done.err
    assert listed(tmp_path / "w") == ""
    assert inside("verify", tmp_path / "x.blesna").code == 0


def test_a_bundle_is_recognised_by_its_content_and_never_exported_unseen(work: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "x.blesna"
    inside("pack", "КП-2026-0042", "-o", bundle, "--workspace", work)
    download = bundle.rename(tmp_path / "download.bin")
    done = inside("export", download, "-o", tmp_path / "a.pdf", "--workspace", tmp_path / "other")
    assert done.code == 1 and "import" in done.err
    assert inside("import", download, "--workspace", tmp_path / "other").code == 0


def test_a_bundle_that_is_damaged_is_refused_with_a_sentence(work: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "x.blesna"
    inside("pack", "КП-2026-0042", "-o", bundle, "--workspace", work)
    bundle.write_bytes(bundle.read_bytes()[:-40])
    for command in (("import", bundle, "--workspace", tmp_path / "other"), ("verify", bundle)):
        done = inside(*command)
        assert (done.code, done.out) == (1, "")
        assert "cut short" in done.err


def test_nothing_else_is_overwritten_by_a_bundle_or_a_backup(work: Path, tmp_path: Path) -> None:
    other = tmp_path / "book.xlsx"
    other.write_bytes(b"PK\3\4 mine")
    assert inside("pack", "КП-2026-0042", "-o", other, "--workspace", work).code == 1
    assert inside("backup", "-o", other, "--workspace", work).code == 1
    assert other.read_bytes() == b"PK\3\4 mine"


def test_a_workspace_comes_back_out_of_its_backup(work: Path, tmp_path: Path) -> None:
    backup = tmp_path / "kept.zip"
    done = blesna("backup", "-o", backup, "--workspace", work)
    assert done.code == 0 and done.out.startswith(f"{backup}: "), done.err
    before = listed(work)
    done = inside("restore", backup, "--into", tmp_path / "back")
    assert done.code == 0 and "1 proposal" in done.out, done.err
    assert listed(tmp_path / "back") == before
    for file in work.rglob("proposal.json"):
        file.unlink()
    assert listed(work) == ""
    done = inside("restore", backup, "--workspace", work)
    assert done.code == 0 and "before-restore" in done.err, done.err
    assert listed(work) == before


def test_a_restore_into_a_full_folder_is_refused(work: Path, tmp_path: Path) -> None:
    backup = tmp_path / "kept.zip"
    inside("backup", "-o", backup, "--workspace", work)
    done = inside("restore", backup, "--into", work)
    assert done.code == 1 and "not empty" in done.err


def test_verify_says_what_it_looked_at_mends_and_says_what_it_did(work: Path) -> None:
    assert inside("backup", "--workspace", work).code == 0
    done = inside("verify", "--workspace", work)
    assert done.code == 0 and "1 proposal" in done.out and "1 backup" in done.out, done.err
    assert "Nothing is wrong" in done.err
    file = next(work.rglob("proposal.json"))
    good = file.read_bytes()
    file.write_bytes(good[:50])
    assert inside("verify", "--look", "--workspace", work).code == 1
    assert file.read_bytes() == good[:50]
    done = inside("verify", "--workspace", work)
    assert done.code == 0 and "restored from" in done.err, done.err
    assert file.read_bytes() == good


def test_what_remains_damaged_ends_with_exit_code_1(work: Path, tmp_path: Path) -> None:
    next(work.rglob("proposal.json")).write_bytes(b"{")
    done = inside("verify", "--workspace", work)
    assert done.code == 1 and "error" in done.err
    (tmp_path / "x").write_bytes(b"x")
    assert inside("verify", tmp_path / "x").code == 1
    assert inside("verify", tmp_path / "none").code == 1


def test_what_only_somebody_should_look_at_is_told_and_ends_with_exit_code_0(work: Path) -> None:
    file = next(work.rglob("proposal.json"))
    assert inside("send", "КП-2026-0042", "--to", "Иван", "--workspace", work).code == 0
    file.write_bytes(file.read_bytes().replace("Ромашки".encode(), "Лютики!".encode()))
    done = inside("verify", "--workspace", work)
    assert done.code == 0 and "saved last" in done.err, done.err
    assert "Nothing is wrong" not in done.err


def test_sent_revisions_that_a_backup_lacks_are_told_and_their_numbers_stay_taken(work: Path, tmp_path: Path) -> None:
    backup = tmp_path / "old.zip"
    assert inside("backup", "-o", backup, "--workspace", work).code == 0
    assert inside("send", "КП-2026-0042", "--to", "Иван", "--workspace", work).code == 0
    done = inside("restore", backup, "--workspace", work)
    assert done.code == 0
    assert "Sent revisions that are not in this backup: 1" in done.err and "before-restore" in done.err, done.err
    done = inside("restore", backup, "--workspace", work)
    assert "sent revisions" not in done.err
