"""`main.py export` and `check`, as a user runs them."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.end2end.conftest import write_source
from tests.end2end.running import blesna, inside


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").replace("\u00a0", " ")


def test_a_proposal_becomes_a_pdf(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "КП Ромашка.pdf"
    done = blesna("export", source, "-o", target)
    assert done.code == 0, done.err
    assert str(target) in done.out
    assert "pages" in done.out
    assert "75 000 ₽" in text_of(target)
    assert subprocess.run(["qpdf", "--check", str(target)], capture_output=True, check=False).returncode == 0


def test_the_same_proposal_is_the_same_file(source: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert blesna("export", source / "proposal.json", "-o", tmp_path / name).code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_brand_and_language_may_be_chosen(source: Path, tmp_path: Path) -> None:
    done = inside("export", source, "-o", tmp_path / "a.pdf", "--brand", "salon", "--lang", "en")
    assert done.code == 0, done.err
    assert "₽75,000" in text_of(tmp_path / "a.pdf")


def test_an_unknown_brand_names_those_there_are(source: Path, tmp_path: Path) -> None:
    done = inside("export", source, "-o", tmp_path / "a.pdf", "--brand", "../kurs")
    assert done.code == 1
    assert "kurs" in done.err
    assert "salon" in done.err
    assert not (tmp_path / "a.pdf").exists()


def test_messages_are_russian_for_russian_users(source: Path, tmp_path: Path) -> None:
    done = blesna("export", source, "-o", tmp_path / "a.pdf", "--brand", "нет", env={"LANG": "ru_RU.UTF-8"})
    assert "ошибка" in done.err
    assert "Брендбука «нет» нет" in done.err


def test_a_relative_target_is_where_the_user_is(source: Path, tmp_path: Path) -> None:
    assert blesna("export", source, "-o", "here.pdf", cwd=tmp_path).code == 0
    assert (tmp_path / "here.pdf").read_bytes().startswith(b"%PDF")


def test_a_target_that_is_no_pdf_stays(source: Path) -> None:
    before = (source / "proposal.json").read_bytes()
    done = inside("export", source, "-o", source / "proposal.json")
    assert (done.code, "not a PDF" in done.err) == (1, True)
    assert (source / "proposal.json").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b'{"title": ', "line 1"),
        (b"[1, 2]", "object"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"[" * 200_000, "deep"),
        (b'{"date": "2026-11-21", "titel": "x"}', "title"),
        (b'{"schema": 99, "date": "2026-11-21"}', "99"),
    ],
)
def test_a_broken_source_is_told_and_nothing_is_written(content: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / "proposal.json").write_bytes(content)
    done = inside("export", tmp_path, "-o", tmp_path / "a.pdf")
    assert done.code == 1
    assert says in done.err
    assert not (tmp_path / "a.pdf").exists()


def test_a_folder_without_a_proposal_is_told(tmp_path: Path) -> None:
    done = blesna("export", tmp_path, "-o", tmp_path / "a.pdf")
    assert (done.code, "proposal.json" in done.err) == (1, True)


@pytest.mark.parametrize("reference", ["nowhere/proposal.json", "КП-1900-0001", "", "a" * 5000, "~nobody/x"])
def test_a_proposal_that_is_not_there_is_told(reference: str, tmp_path: Path) -> None:
    done = inside("export", reference, "-o", tmp_path / "a.pdf", "--workspace", tmp_path / "w")
    assert (done.code, "no proposal" in done.err) == (1, True)


def test_check_writes_nothing_and_tells_everything(tmp_path: Path) -> None:
    folder = write_source(tmp_path / "p", sections=[{"kind": "cover", "id": "c", "picture": {"file": "away.jpg"}}])
    done = inside("check", folder)
    assert done.code == 0
    assert "away.jpg" in done.err
    assert [path.name for path in folder.iterdir()] == ["proposal.json"]


def test_check_of_a_good_proposal_says_so(source: Path) -> None:
    done = inside("check", source)
    assert (done.code, done.out, done.err) == (0, "", "Nothing is wrong.\n")


def test_an_error_in_the_source_stops_the_export(tmp_path: Path) -> None:
    """A price that cannot be read must not leave the house as another price."""
    section = {"id": "s1", "title": "A", "items": [{"id": "i1", "title": "B", "quantity": 1, "rate": "1 000 000,5x"}]}
    folder = write_source(tmp_path / "p", estimate={"sections": [section]})
    done = inside("export", folder, "-o", tmp_path / "a.pdf")
    assert done.code == 1
    assert "1 000 000,5x" in done.err
    assert not (tmp_path / "a.pdf").exists()


def test_schema_is_json(tmp_path: Path) -> None:
    done = inside("schema")
    assert (done.code, json.loads(done.out)["title"], done.err) == (0, "Blesna proposal", "")
