"""`main.py library`: lists, one record, into a proposal, where it is used, what is newer."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.blocks.versions import approved, revised
from app.model.block import Block, Variant
from app.model.client import Client, Contact
from app.model.clientcard import ClientCard
from app.model.internal import Internal
from app.model.notation import parse
from app.model.people import Person
from app.model.picture import Picture
from app.model.reference import Reference
from app.model.sections import Story
from app.store.media import add_media
from app.store.workspace import Workspace
from tests.blocks.samples import LATER, block
from tests.end2end.running import Done, blesna, inside

NUMBER = "КП-2026-0042"


def variant(text: str, file: str) -> Variant:
    return Variant(language="ru", story=Story(id="story", title="Миссия", text=parse(text), pictures=(Picture(file=file),)))


@pytest.fixture
def place(source: Path, tmp_path: Path) -> Path:
    """A workspace with a proposal and one record of each kind in the library."""
    where = tmp_path / "w"
    workspace = Workspace.open(where).workspace
    assert workspace is not None
    sea, anna = (add_media(workspace.library_folder, data, ".jpg").file for data in (b"sea", b"anna"))
    library = workspace.library
    problems = [
        *library.blocks.put(block(variant("Мы рисуем знаки.", sea))).problems,
        *library.people.put(
            Person(id="vera", name="Вера", role="Дизайнер", photo=Picture(file=anna), note=Internal("CANARY"))
        ).problems,
        *library.references.put(Reference(id="sea", title="Море", client="Гавань", pictures=(Picture(file=sea),))).problems,
        *library.clients.put(ClientCard(id="c1", client=Client(name="Гавань"), contacts=(Contact(name="Дарья"),))).problems,
    ]
    assert problems == []
    assert inside("import", source, "--workspace", where).code == 0
    return where


def library(place: Path, *arguments: str) -> Done:
    return inside("library", *arguments, "--workspace", place, "--lang", "en")


def kept(place: Path) -> tuple[Path, dict[str, Any]]:
    (file,) = (place / "proposals").glob("*/proposal.json")
    return file.parent, json.loads(file.read_text("utf-8"))


def newer(place: Path, text: str) -> None:
    workspace = Workspace.open(place).workspace
    assert workspace is not None
    stored = workspace.library.blocks.get("b1").first
    assert stored is not None
    old: Block = stored.value
    file = old.variants[0].story.pictures[0].file
    assert workspace.library.blocks.put(approved(revised(old, (variant(text, file),), "Oleg", LATER))).problems == ()


def test_every_kind_is_listed_and_searched(place: Path) -> None:
    assert library(place, "blocks").out == "b1  Миссия  mission  approved  1  ru  —\n"
    assert library(place, "people").out == "vera  Вера  Дизайнер  —\n"
    assert library(place, "references").out == "sea  Море  Гавань  —  not-needed\n"
    assert library(place, "clients", "--search", "гавань").out == "c1  Гавань  Дарья  —  —\n"


def test_a_list_without_an_entry_says_so(place: Path, tmp_path: Path) -> None:
    nothing = library(place, "blocks", "--search", "нигде")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "Nothing in the library fits.\n")
    assert library(tmp_path / "new", "people").err == "The library has none of these yet.\n"
    assert "Nothing" not in library(place, "clients", "--search", "гавань").err


def test_a_record_is_shown_without_what_is_internal(place: Path) -> None:
    shown = library(place, "show", "b1")
    assert shown.out.startswith("Миссия (mission, approved, 1)\n\n[ru] Миссия\nМы рисуем знаки.\n\n1  2026-10-14T12:00:00+00:00")
    assert library(place, "show", "vera").out == "Вера\nДизайнер\n"
    assert library(place, "show", "people/vera").out == "Вера\nДизайнер\n"
    assert library(place, "show", "sea").out.startswith("Море\nГавань\n")
    assert library(place, "show", "c1").out == "Гавань\nДарья\n"


def test_what_there_is_not_is_told(place: Path) -> None:
    for arguments in (("show", "zzz"), ("where-used", "zzz"), ("insert", NUMBER, "zzz")):
        done = library(place, *arguments)
        assert (done.code, done.out) == (1, "")
        assert "zzz" in done.err
    done = library(place, "insert", NUMBER, "b1", "--after", "nowhere")
    assert (done.code, done.out) == (1, "")
    assert "no section nowhere" in done.err


def test_an_id_that_two_kinds_have_is_asked_about(place: Path) -> None:
    workspace = Workspace.open(place).workspace
    assert workspace is not None
    workspace.library.people.put(Person(id="sea", name="Море"))
    done = library(place, "show", "sea")
    assert done.code == 1
    assert "people/sea, references/sea" in done.err


def test_a_block_comes_into_a_proposal_with_its_picture(place: Path) -> None:
    done = blesna("library", "insert", NUMBER, "b1", "--after", "cover", "--workspace", place)
    assert (done.code, done.out) == (0, "story\n"), done.err
    folder, source = kept(place)
    cover, made, _ = source["sections"]
    assert (cover["id"], made["title"], made["block"], made["block_version"]) == ("cover", "Миссия", "b1", 1)
    assert (folder / made["pictures"][0]["file"]).read_bytes() == b"sea"
    assert library(place, "where-used", "b1").out == f"{NUMBER}  1  2026-11-21  draft  story  1  Ребрендинг <Ромашки>\n"


def test_people_references_and_clients_come_too(place: Path) -> None:
    assert [library(place, "insert", NUMBER, one).out for one in ("vera", "sea", "c1")] == ["vera\n", "sea\n", "c1\n"]
    folder, source = kept(place)
    assert (folder / source["people"][-1]["photo"]["file"]).read_bytes() == b"anna"
    assert (source["client"], source["contact"]) == ({"id": "c1", "name": "Гавань"}, {"name": "Дарья"})
    assert "CANARY" not in (folder / "proposal.json").read_text("utf-8")
    assert all(library(place, "where-used", one).out.startswith(NUMBER) for one in ("vera", "sea", "c1"))
    again = library(place, "insert", NUMBER, "vera")
    assert (again.code, "already" in again.err) == (0, True)


def test_what_nobody_uses_is_said_to_be_unused(place: Path) -> None:
    done = library(place, "where-used", "b1")
    assert (done.code, done.out) == (0, "")
    assert "No proposal uses it." in done.err


def test_a_newer_version_is_shown_and_taken(place: Path) -> None:
    library(place, "insert", NUMBER, "b1")
    assert "newest version" in library(place, "newer", NUMBER).err
    newer(place, "Мы рисуем шрифты.")
    shown = library(place, "newer", NUMBER)
    assert shown.out == "story  Миссия  1 → 2\n  text: Мы рисуем [-знаки-]{+шрифты+}.\n"
    taken = library(place, "newer", NUMBER, "--take", "all")
    assert (taken.code, "1 section brought up to date" in taken.err) == (0, True)
    assert kept(place)[1]["sections"][-1]["text"] == "Мы рисуем шрифты."
    assert library(place, "newer", NUMBER).out == ""


def test_own_words_are_replaced_only_when_the_section_is_named(place: Path) -> None:
    library(place, "insert", NUMBER, "b1")
    folder, source = kept(place)
    source["sections"][-1]["text"] = "Мы рисуем плакаты."
    (folder / "proposal.json").write_text(json.dumps(source, ensure_ascii=False), "utf-8")
    newer(place, "Мы рисуем шрифты.")
    assert "changed by hand" in library(place, "newer", NUMBER, "--take", "all").out
    assert kept(place)[1]["sections"][-1]["text"] == "Мы рисуем плакаты."
    assert library(place, "newer", NUMBER, "--take", "nowhere").code == 1
    assert library(place, "newer", NUMBER, "--take", "story").code == 0
    assert kept(place)[1]["sections"][-1]["text"] == "Мы рисуем шрифты."


def test_a_bare_estimate_gets_nothing_and_nothing_beside_it(place: Path, tmp_path: Path) -> None:
    table = tmp_path / "t" / "estimate.csv"
    table.parent.mkdir()
    table.write_text("Work;Hours;Rate\nBrief;2;50\n", "utf-8")
    done = library(place, "insert", str(table), "b1")
    assert (done.code, done.out) == (1, "")
    assert [one.name for one in table.parent.iterdir()] == ["estimate.csv"]


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("insert", "x"), ("show",)])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    assert inside("library", *arguments).code == 2
