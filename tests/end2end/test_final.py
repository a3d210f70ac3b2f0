"""What preflight forbids is not exported for good, and a draft says on every page that it is one."""

import datetime
import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app.edits.signing import sign_section
from app.store.source import read_source, write_proposal
from tests.end2end.conftest import SOURCE, write_source
from tests.end2end.running import blesna, inside
from tests.end2end.test_export import text_of

NOON = datetime.datetime(2026, 11, 21, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def lowered(source: Path) -> Path:
    """A proposal whose section was signed at 12.5 h and then lowered to 8 h."""
    opened = read_source(source).proposal
    assert opened is not None
    assert write_proposal(source, sign_section(opened, "s1", "Вера Ким", NOON)) == ()
    data = json.loads((source / "proposal.json").read_text("utf-8"))
    data["estimate"]["sections"][0]["items"][0]["quantity"] = "8"
    (source / "proposal.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return source


def test_hours_lowered_after_sign_off_stop_a_final_export(lowered: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"%PDF-what was there")
    done = inside("export", lowered, "-o", target)
    assert (done.code, done.out) == (1, "")
    assert "“Стратегия” was changed after sign-off by Вера Ким: 12.5 → 8 h" in done.err
    assert "--draft" in done.err
    assert target.read_bytes() == b"%PDF-what was there"


def test_check_tells_what_forbids_a_final_export(lowered: Path) -> None:
    done = inside("check", lowered)
    assert done.code == 1
    assert "error: estimate/sections/s1: “Стратегия” was changed after sign-off" in done.err


def test_a_draft_is_exported_and_says_so_on_every_page_and_in_its_title(lowered: Path, tmp_path: Path) -> None:
    done = blesna("export", lowered, "-o", tmp_path / "a.pdf", "--draft")
    assert done.code == 0, done.err
    assert "12.5 → 8" in done.err
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("ЧЕРНОВИК · Ребрендинг")
        count = len(pdf.pages)
    pages = text_of(tmp_path / "a.pdf").split("\f")[:count]
    assert count > 1
    assert all("ЧЕРНОВИК" in page or "Ч\nЕ\nР" in page for page in pages)


def test_nothing_of_the_signature_is_in_the_file(lowered: Path, tmp_path: Path) -> None:
    assert inside("export", lowered, "-o", tmp_path / "a.pdf", "--draft").code == 0
    assert "Вера" not in text_of(tmp_path / "a.pdf")


def test_drafts_are_the_same_file_each_time_and_final_files_have_no_mark(source: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert inside("export", source, "-o", tmp_path / f"{name}.pdf", "--draft").code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert inside("export", source, "-o", tmp_path / "c.pdf").code == 0
    assert "ЧЕРНОВИК" not in text_of(tmp_path / "c.pdf")


def test_a_price_that_cannot_be_read_stops_even_a_draft(tmp_path: Path) -> None:
    section = {"id": "s1", "title": "A", "items": [{"id": "i1", "title": "B", "quantity": 1, "rate": "1 000,5x"}]}
    folder = write_source(tmp_path / "p", estimate={"sections": [section]})
    assert inside("export", folder, "-o", tmp_path / "a.pdf", "--draft").code == 1
    assert not (tmp_path / "a.pdf").exists()


def test_an_offer_that_has_expired_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_source(tmp_path / "p", valid_until="2026-12-01")
    day = datetime.datetime(2026, 12, 1, 20, tzinfo=datetime.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(day.timestamp())))
    done = inside("export", folder, "-o", tmp_path / "a.pdf")
    assert "expired" not in done.err, "the last day is a day of the offer"
    later = day + datetime.timedelta(days=1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(later.timestamp())))
    done = inside("export", folder, "-o", tmp_path / "b.pdf")
    assert (done.code, "expired on 1 December 2026" in done.err) == (0, True)


def test_a_missing_price_of_a_spreadsheet_is_told_once_at_its_cell(tmp_path: Path) -> None:
    table = tmp_path / "estimate.csv"
    table.write_text("Work;Hours;Rate\nBrief;2;50\nDesign;8;\n", "utf-8")
    done = inside("export", table, "-o", tmp_path / "a.pdf")
    assert done.code == 1
    lines = [line for line in done.err.splitlines() if "price" in line]
    assert len(lines) == 1
    assert lines[0].startswith("error: estimate.csv")
    assert inside("export", table, "-o", tmp_path / "a.pdf", "--draft").code == 0


def test_prices_without_vat_are_asked_about_once(tmp_path: Path) -> None:
    table = tmp_path / "estimate.csv"
    table.write_text("Work;Hours;Rate\nBrief;2;50\n", "utf-8")
    done = inside("check", table)
    assert done.code == 0
    assert len([line for line in done.err.splitlines() if "VAT" in line]) == 1


def test_a_house_that_wants_signatures_gets_them(source: Path, tmp_path: Path) -> None:
    """Without a signature the export waits; the brandbook decides, here one made for the test."""
    assert SOURCE["estimate"]["sections"][0].get("signed") is None
    from app.pipeline import BRANDBOOKS, Pipeline

    house: Any = tmp_path / "books" / "strict"
    house.mkdir(parents=True)
    text = (BRANDBOOKS / "kurs" / "brandbook.toml").read_text("utf-8")
    (house / "brandbook.toml").write_text(text.replace('# sign_off = "required"', 'sign_off = "required"'), "utf-8")
    (house / "mark.svg").write_bytes((BRANDBOOKS / "kurs" / "mark.svg").read_bytes())
    opened = read_source(source).proposal
    assert opened is not None
    from dataclasses import replace

    pipeline, proposal = Pipeline((tmp_path / "books",)), replace(opened, brandbook="strict")
    day = proposal.date
    assert [one.code for one in pipeline.preflight(proposal, source, day)] == ["sign-off-missing"]
    assert pipeline.preflight(sign_section(proposal, "s1", "Вера", NOON), source, day) == ()
