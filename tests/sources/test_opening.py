"""Whatever a user names becomes a proposal, or it is said why not."""

import datetime
import json
from pathlib import Path

import pytest

from app.model.estimate import VatMode
from app.model.sections import kind_of
from app.problems import stops
from app.sources import Opened, new_from_estimate, open_proposal, path_on_disk
from app.store.workspace import Workspace
from app.totals import totals

RUSSIAN = "Этап;Работа;Кто;Часы;Ставка\nСтратегия;Интервью;Анна Левина;12,5;5000\nСтратегия;Отчёт;Пётр Ким;4;5000\n"
ENGLISH = "Stage,Work,Who,Hours,Rate\nStrategy,Interviews,Anna Levina,12.5,50\n"


def source(folder: Path, **values: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "proposal.json").write_text(json.dumps({"schema": 1, "date": "2026-11-21", **values}, ensure_ascii=False), "utf-8")
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path / "workspace")
    assert opened.workspace
    return opened.workspace


@pytest.fixture
def estimate(tmp_path: Path) -> Path:
    path = tmp_path / "смета.csv"
    path.write_text(RUSSIAN, "utf-8")
    return path


def total(opened: Opened) -> str:
    assert opened.proposal
    return str(totals(opened.proposal.estimate, opened.proposal.currency).total)


def test_a_folder_and_its_json_are_the_same_proposal(tmp_path: Path) -> None:
    folder = source(tmp_path / "p", title="Море")
    by_folder, by_file = open_proposal(str(folder)), open_proposal(str(folder / "proposal.json"))
    assert by_folder == by_file
    assert by_folder.proposal
    assert (by_folder.proposal.title, by_folder.folder) == ("Море", folder)


def test_a_source_takes_its_estimate_from_the_spreadsheet_it_names(tmp_path: Path) -> None:
    people = [{"id": "anna", "name": "Анна Левина"}]
    folder = source(tmp_path / "p", estimate_file="смета.csv", people=people, estimate={"vat": {"mode": "added", "rate": 20}})
    (folder / "смета.csv").write_text(RUSSIAN, "utf-8")
    opened = open_proposal(str(folder))
    assert opened.proposal
    section = opened.proposal.estimate.sections[0]
    assert (section.title, section.people, section.roles) == ("Стратегия", ("anna",), ("Пётр Ким",))
    assert opened.proposal.estimate.vat.mode is VatMode.ADDED
    assert total(opened) == "99000.00"
    assert "estimate-person-unknown" in [found.code for found in opened.problems]
    assert not stops(opened.problems)


def test_a_proposal_of_the_workspace_is_opened_by_number(workspace: Workspace, tmp_path: Path) -> None:
    first = open_proposal(str(source(tmp_path / "p", title="Море", number="КП-2026-0042")))
    assert first.proposal
    assert workspace.import_source(first.folder, first.proposal).folder
    opened = open_proposal("кп-2026-0042", workspace)
    assert opened.proposal
    assert opened.proposal.title == "Море"
    assert opened.folder.parent == workspace.folder


def test_what_lies_on_the_disk_goes_before_a_number(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = open_proposal(str(source(tmp_path / "p", title="В папке", number="7")))
    assert inside.proposal
    workspace.import_source(inside.folder, inside.proposal)
    source(tmp_path / "here" / "7", title="Здесь")
    monkeypatch.chdir(tmp_path / "here")
    opened = open_proposal("7", workspace)
    assert opened.proposal
    assert opened.proposal.title == "Здесь"


@pytest.mark.parametrize("reference", ["", "нет", "нет/proposal.json", "x" * 5000, "~nobody", "a\0b"])
def test_what_is_not_there_is_told(reference: str, workspace: Workspace) -> None:
    for place in (None, workspace):
        opened = open_proposal(reference, place)
        assert opened.proposal is None
        assert [found.code for found in opened.problems] == ["proposal-not-found"]
        assert len(opened.problems[0].fact("reference")) <= 200


def test_home_is_understood(home: Path) -> None:
    assert path_on_disk("~") == home


def test_a_bare_estimate_becomes_a_whole_draft(estimate: Path, workspace: Workspace) -> None:
    opened = new_from_estimate(estimate, "ru", workspace)
    draft = opened.proposal
    assert draft
    # The file does not tell how its prices stand to the tax, and nobody else may decide it.
    assert [found.code for found in opened.problems] == ["draft-vat-unsaid"]
    kinds = ["cover", "letter", "estimate", "team", "terms", "acceptance", "back-cover"]
    assert [kind_of(section) for section in draft.sections] == kinds
    assert (draft.language, draft.currency, draft.number) == ("ru", "RUB", "КП-2026-0001")
    assert draft.date == datetime.date(2026, 11, 21)
    assert draft.valid_until == datetime.date(2026, 12, 5)
    assert [person.name for person in draft.people] == ["Анна Левина", "Пётр Ким"]
    assert draft.estimate.sections[0].people == ("p1", "p2")
    assert total(opened) == "82500.00"


@pytest.mark.parametrize(("text", "language", "expected"), [(RUSSIAN, "", "ru"), (ENGLISH, "", "en"), (RUSSIAN, "en", "en")])
def test_a_draft_speaks_the_language_of_its_estimate_or_the_one_named(
    text: str, language: str, expected: str, tmp_path: Path
) -> None:
    path = tmp_path / "estimate.csv"
    path.write_text(text, "utf-8")
    opened = open_proposal(str(path), None, language)
    assert opened.proposal
    assert opened.proposal.language == expected


def test_a_draft_takes_the_currency_of_its_estimate(tmp_path: Path) -> None:
    path = tmp_path / "estimate.csv"
    path.write_text("Work;Hours;Rate, $\nBrief;2;50\n", "utf-8")
    opened = open_proposal(str(path))
    assert opened.proposal
    assert opened.proposal.currency == "USD"


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"<html></html>", b"PK\x03\x04broken"])
def test_a_file_that_is_no_estimate_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "смета.xlsx"
    path.write_bytes(content)
    assert stops(open_proposal(str(path)).problems)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_texts_of_drafts_are_whole(language: str, estimate: Path) -> None:
    opened = new_from_estimate(estimate, language)
    assert opened.proposal
    assert not [found for found in opened.problems if found.code == "draft-broken"]
    for section in opened.proposal.sections:
        assert getattr(section, "kicker", "") or kind_of(section) == "letter"
