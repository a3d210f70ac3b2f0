"""`main.py send`, `status` and `revisions`."""

import json
from pathlib import Path

import pikepdf
import pytest

from tests.end2end.conftest import write_source
from tests.end2end.running import Done, blesna, inside
from tests.end2end.test_export import text_of


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "w"


@pytest.fixture
def folder(source: Path, place: Path) -> Path:
    return Path(inside("import", source, "--workspace", place).out.strip())


def send(folder: Path, place: Path, *more: str) -> Done:
    return inside("send", folder, "--to", "Ольга Ким", "--by", "Анна", "--workspace", place, *more)


def edit(folder: Path, **changes: object) -> None:
    """Change the file as somebody does who starts the next revision by hand."""
    file = folder / "proposal.json"
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), **changes}), "utf-8")


def test_a_proposal_is_sent_by_its_number_and_the_pdf_is_told(folder: Path, place: Path) -> None:
    done = blesna("send", "КП-2026-0042", "--to", "Ольга Ким", "--by", "Анна", "--note", "по почте", "--workspace", place)
    assert done.code == 0, done.err
    assert Path(done.out.strip()) == folder / "revisions" / "1" / "proposal.pdf"
    assert "No. КП-2026-0042 is sent and frozen." in done.err
    with pikepdf.open(done.out.strip()) as pdf:
        assert "Анна" not in str(pdf.docinfo)
    told = inside("status", folder).out.splitlines()
    assert told[0] == "КП-2026-0042 · revision 1 · sent"
    assert told[1].endswith("UTC  revision 1  sent  Анна · по почте")


def test_nothing_is_sent_twice_to_nobody_or_from_a_bare_estimate(folder: Path, place: Path, tmp_path: Path) -> None:
    assert send(folder, place).code == 0
    again = send(folder, place)
    assert (again.code, again.out) == (1, "")
    assert "Revision 1 was sent already" in again.err
    assert "Nobody is named" in inside("send", folder, "--to", " ", "--workspace", place).err
    table = tmp_path / "estimate.csv"
    table.write_text("Work;Hours;Rate\nBrief;2;50\n", "utf-8")
    assert send(table, place).code == 1


def test_what_must_not_leave_the_house_is_not_sent(tmp_path: Path, place: Path) -> None:
    late = write_source(tmp_path / "late", valid_until="2026-01-01")
    done = send(late, place)
    assert (done.code, done.out) == (1, "")
    assert not (late / "revisions").exists()
    assert inside("status", late).out == "КП-2026-0042 · revision 1 · draft\n"


def test_a_revision_that_was_sent_is_changed_by_nothing(folder: Path, place: Path) -> None:
    send(folder, place)
    frozen = folder / "revisions" / "1"
    for done in (
        send(frozen, place),
        inside("status", frozen, "accepted"),
        inside("status", frozen / "proposal.json", "declined"),
    ):
        assert done.code == 1
        assert "revision as it was sent" in done.err


def test_what_became_of_it_is_marked_where_it_may_be(folder: Path, place: Path) -> None:
    early = inside("status", folder, "accepted")
    assert (early.code, early.err) == (1, "error: What is draft cannot become accepted.\n")
    assert "main.py send" in inside("status", folder, "sent").err
    send(folder, place)
    for status in ("declined", "sent", "accepted"):
        assert inside("status", folder, status, "--by", "Анна").out.startswith(f"КП-2026-0042 · revision 1 · {status}\n")
    final = inside("status", folder, "withdrawn", "--lang", "ru")
    assert (final.code, final.err) == (1, "ошибка: Из «принято» нельзя сделать «отозвано».\n")
    assert inside("status", folder, "nonsense").code == 2


def test_from_the_second_revision_on_it_is_printed_with_the_number(folder: Path, place: Path) -> None:
    first = send(folder, place).out.strip()
    assert "редакция" not in text_of(Path(first))
    edit(folder, revision=2, status="draft", title="Ребрендинг")
    second = send(folder, place)
    assert second.code == 0, second.err
    assert "№ КП-2026-0042, редакция 2" in " ".join(text_of(Path(second.out.strip())).split())
    with pikepdf.open(second.out.strip()) as pdf:
        assert "КП-2026-0042, редакция 2" in str(pdf.docinfo["/Keywords"])


def test_revisions_are_listed_with_what_was_sent_and_whether_they_are_whole(folder: Path, place: Path) -> None:
    assert inside("revisions", folder).err == "Nothing was sent yet.\n"
    send(folder, place)
    listed = inside("revisions", folder)
    assert listed.code == 0
    assert listed.out.rstrip().endswith("Анна → Ольга Ким  ₽75,000  whole")
    pdf = folder / "revisions" / "1" / "proposal.pdf"
    pdf.chmod(0o644)
    pdf.write_bytes(pdf.read_bytes()[:-1])
    damaged = inside("revisions", folder)
    assert damaged.code == 1
    assert damaged.out.rstrip().endswith("damaged")
    assert "proposal.pdf is not as it was sent" in damaged.err


def test_two_revisions_are_compared(folder: Path, place: Path) -> None:
    send(folder, place)
    estimate = json.loads((folder / "proposal.json").read_text("utf-8"))["estimate"]
    estimate["sections"][0]["items"][0]["quantity"] = "20"
    edit(folder, revision=2, status="draft", title="Ребрендинг", estimate=estimate)
    told = inside("revisions", folder, "--compare", "1", "now").out.splitlines()
    assert told[0].split(maxsplit=2) == ["changed", "title", "Ребрендинг <Ромашки> → Ребрендинг"]
    assert told[1].split(maxsplit=2) == ["changed", "estimate/sections/s1/items/i1/quantity", "12.5 → 20"]
    assert any("Интервью" in line and "→ 20" in line for line in told[2:])
    assert any("Total" in line and "→ ₽120,000" in line for line in told)
    send(folder, place)
    assert inside("revisions", folder, "--compare", "1", "2").out.splitlines() == told
    same = inside("revisions", folder, "--compare", "2", "now")
    assert (same.out, same.err) == ("", "Nothing has changed.\n")
    assert "There is no revision 7 here" in inside("revisions", folder, "--compare", "7", "now").err
    assert inside("revisions", folder, "--compare", "../1", "now").code == 1


def test_a_change_taken_over_from_a_spreadsheet_begins_the_next_revision(folder: Path, place: Path, tmp_path: Path) -> None:
    send(folder, place)
    sheet = tmp_path / "estimate.xlsx"
    assert inside("table", folder, sheet).code == 0
    estimate = json.loads((folder / "proposal.json").read_text("utf-8"))["estimate"]
    estimate["sections"][0]["items"][0]["quantity"] = "20"
    edit(folder, estimate=estimate)
    assert inside("diff", folder, sheet, "--apply", "all").code == 0
    assert inside("status", folder).out.startswith("КП-2026-0042 · revision 2 · draft\n")
