"""`main.py brief`: a request becomes a draft."""

import json
from pathlib import Path

import pytest

from tests.end2end.running import blesna, inside

FORM = (
    "Отметка времени,Как вас зовут?,Компания,E-mail,Что вам нужно?,Опишите задачу,Бюджет\n"
    "20.11.2026 10:15:30,Мария Орлова,ООО «Ромашка»,m@r.example,Сайт,Нужен каталог,3 млн руб\n"
    "21.11.2026 11:00:00,John Smith,Acme Ltd,j@acme.example,Logo,We need a new logo for our shop,$9k\n"
)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "Ответы.csv"
    path.write_text(FORM, "utf-8")
    return path


def test_a_row_becomes_a_draft_of_the_workspace_that_can_be_exported(form: Path, tmp_path: Path) -> None:
    done = blesna("brief", form, "--row", "1", "--workspace", tmp_path / "w")
    assert done.code == 0, done.err
    folder = Path(done.out.strip())
    assert json.loads((folder / "proposal.json").read_text("utf-8"))["client"]["name"] == "ООО «Ромашка»"
    assert "ООО «Ромашка»" in inside("list", "--workspace", tmp_path / "w").out
    exported = inside("export", folder, "-o", tmp_path / "a.pdf")
    assert exported.code == 0, exported.err
    assert (tmp_path / "a.pdf").is_file()


def test_a_row_in_english_becomes_an_english_draft_in_a_folder_of_its_own(form: Path, tmp_path: Path) -> None:
    done = inside("brief", form, "--row", "2", "--out", tmp_path / "draft", "--lang", "en")
    assert done.code == 0, done.err
    source = json.loads((tmp_path / "draft" / "proposal.json").read_text("utf-8"))
    assert (source["language"], source["contact"]["name"]) == ("en", "John Smith")
    assert "To ask: by when the result is needed" in done.err
    again = inside("brief", form, "--row", "2", "--out", tmp_path / "draft", "--lang", "en")
    assert again.code == 1
    assert "already" in again.err


def test_several_requests_need_a_choice_and_are_listed(form: Path, tmp_path: Path) -> None:
    done = inside("brief", form, "--workspace", tmp_path / "w", "--lang", "en")
    assert (done.code, done.out) == (1, "")
    assert "--row 1 … --row 2" in done.err
    listed = inside("brief", form, "--list")
    assert listed.code == 0
    assert [line[:2] for line in listed.out.splitlines()] == ["1.", "2."]
    assert inside("brief", form, "--row", "3", "--workspace", tmp_path / "w").code == 1


def test_a_template_may_be_named(form: Path, tmp_path: Path) -> None:
    done = inside("brief", form, "--row", "1", "--template", "support", "--out", tmp_path / "d")
    assert done.code == 0, done.err
    assert json.loads((tmp_path / "d" / "proposal.json").read_text("utf-8"))["title"] == "Поддержка и развитие сайта"
    assert inside("brief", form, "--row", "1", "--template", "нет", "--out", tmp_path / "e").code == 1
    assert not (tmp_path / "e").exists()
