"""The index follows the library and the proposals, from any thread and any process, and its own damage harms nobody."""

import os
import random
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.people import Person
from app.store.search.index import Index
from app.store.source import write_proposal
from app.store.workspace import Workspace
from tests.store.faults.faulty import FaultyDisk
from tests.store.search.world import ANNA, PROPOSAL, ids

FOLDER = "КП-2026-0017 Стиль"


def files(workspace: Workspace) -> list[Path]:
    return sorted((workspace.state / "search").glob("*.db"))


def test_a_new_record_is_found_after_an_update(workspace: Workspace, index: Index) -> None:
    workspace.library.people.put(Person(id="boris", name="Борис Волков"))
    assert ids(index, "волков ") == []
    assert index.update().changes == 1
    assert ids(index, "волков") == ["boris"]


def test_a_changed_record_is_found_by_its_new_words_alone(workspace: Workspace, index: Index) -> None:
    workspace.library.people.put(replace(ANNA, role="каллиграф"))
    assert index.update().changes == 1
    assert ids(index, "каллиграф") == ["anna"]
    assert ids(index, "арт-директор") == []
    assert len(index.search("")) == 7


def test_a_removed_record_is_not_found(workspace: Workspace, index: Index) -> None:
    workspace.library.blocks.remove("terms")
    assert index.update().changes == 1
    assert ids(index, "аванс") == []
    assert index.tags()[0].count == 1


def test_a_record_made_anew_under_the_same_id_is_found_by_what_it_is_now(workspace: Workspace, index: Index) -> None:
    workspace.library.people.remove("anna")
    workspace.library.people.put(Person(id="anna", name="Другая"))
    index.update()
    assert (ids(index, "другая"), ids(index, "берёзова")) == (["anna"], [])


def test_proposals_are_followed_too(workspace: Workspace, index: Index) -> None:
    write_proposal(workspace.folder / FOLDER, replace(PROPOSAL, title="Витрина"))
    (workspace.folder / "КП-2026-0018 Брошь").mkdir()
    (workspace.folder / "КП-2026-0018 Брошь" / "proposal.json").write_bytes(b"{broken")
    assert index.update().changes == 2
    assert ids(index, "витрина") == [FOLDER]
    assert ids(index, "брошь") == ["КП-2026-0018 Брошь"]
    (workspace.folder / FOLDER / "proposal.json").unlink()
    index.update()
    assert ids(index, "витрина") == []


def test_nothing_is_written_where_nothing_changed(workspace: Workspace, index: Index) -> None:
    assert index.update().changes == 0
    again = Index.of(workspace)
    assert again.update().changes == 0
    again.close()


def test_the_next_start_finds_at_once_what_was_found_before(workspace: Workspace, index: Index) -> None:
    index.close()
    again = Index.of(workspace)
    assert not again.is_whole
    assert ids(again, "аванс") == ["terms"]
    again.update()
    assert again.is_whole
    again.close()


def test_an_index_that_was_deleted_is_made_anew(workspace: Workspace, index: Index) -> None:
    for file in (workspace.state / "search").iterdir():
        file.unlink()
    index.update()
    assert ids(index, "аванс") == ["terms"]
    again = Index.of(workspace)
    assert ids(again, "аванс") == ["terms"]
    again.close()


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + b"\x00" * 4080])
def test_a_file_that_is_no_index_is_replaced(workspace: Workspace, index: Index, content: bytes) -> None:
    index.close()
    files(workspace)[0].write_bytes(content)
    again = Index.of(workspace)
    assert again.search("аванс") == ()
    assert again.update().problems == ()
    assert ids(again, "аванс") == ["terms"]
    assert again.is_whole
    again.close()


def test_hidden_damage_anywhere_is_noticed_or_harmless(workspace: Workspace, index: Index) -> None:
    """Bytes of the file are overwritten here and there: nobody meets an error, and an update finds everything again."""
    texts = ("аванс", "анна", "договоров", "design", "0017", "")
    right = [ids(index, text) for text in texts]
    index.close()
    whole = files(workspace)[0].read_bytes()
    chance = random.Random(5)
    for _ in range(40):
        file = files(workspace)[-1]
        broken = bytearray(whole)
        start = chance.randrange(len(broken))
        broken[start : start + 400] = chance.randbytes(len(broken[start : start + 400]))
        file.write_bytes(broken)
        one = Index.of(workspace)
        for text in texts:
            assert isinstance(one.search(text), tuple)
        one.tags()
        for _ in range(2):
            assert one.update().problems == ()
        assert [ids(one, text) for text in texts] == right
        one.close()


def test_a_text_that_was_changed_in_the_file_is_never_shown(workspace: Workspace, index: Index) -> None:
    index.close()
    file = files(workspace)[0]
    file.write_bytes(file.read_bytes().replace("Анна Берёзова".encode(), "Анна Берёзкин".encode()))
    again = Index.of(workspace)
    assert "Берёзкин" not in repr(again.search("анна"))
    assert not again.is_whole
    again.update()
    assert [hit.title for hit in again.search("анна")] == ["Анна Берёзова"]
    again.close()


@pytest.mark.parametrize("kind", ["ENOSPC", "EIO", "EACCES", "EACCES from then on"])
def test_a_disk_that_refuses_leaves_the_search_as_it_is(workspace: Workspace, kind: str) -> None:
    for step in range(12):
        index = Index(workspace.state / f"search-{kind}-{step}", Index.of(workspace)._feeds, FaultyDisk(step, kind))
        index.update()
        index.update()
        assert ids(index, "аванс") == ["terms"]
        index.close()


def test_a_folder_that_cannot_be_made_is_no_obstacle(workspace: Workspace) -> None:
    (workspace.state / "search").write_bytes(b"a file")
    index = Index.of(workspace)
    assert index.update().problems == ()
    assert ids(index, "аванс") == ["terms"]
    index.close()


def test_a_library_that_cannot_be_read_leaves_what_was_found(workspace: Workspace, index: Index) -> None:
    broken = Workspace(workspace.path, FaultyDisk(0, "EACCES from then on"))
    feeds = Index.of(broken)._feeds
    again = Index(workspace.state / "search", feeds)
    assert again.update().problems != ()
    assert ids(again, "аванс") == ["terms"]
    again.close()


def test_searching_goes_on_while_another_thread_updates(workspace: Workspace, index: Index) -> None:
    wrong: list[object] = []
    stop = threading.Event()

    def search() -> None:
        while not stop.is_set():
            if ids(index, "аванс") != ["terms"]:
                wrong.append(index.search("аванс"))

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(30):
        workspace.library.people.put(Person(id=f"p{number}", name=f"Имя{number}"))
        index.update()
    stop.set()
    for thread in threads:
        thread.join()
    assert not wrong
    assert ids(index, "имя29") == ["p29"]


WORKER = """
import sys
from pathlib import Path
from app.model.people import Person
from app.store.search.index import Index
from app.store.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1])).workspace
index = Index.of(workspace)
for number in range(15):
    name = f"{sys.argv[2]}{number}"
    workspace.library.people.put(Person(id=name, name=name))
    index.update()
    assert [hit.id for hit in index.search(name + " ")] == [name], name
index.close()
"""


def test_two_processes_keep_one_index(workspace: Workspace) -> None:
    root = Path(__file__).resolve().parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    workers = [
        subprocess.Popen([sys.executable, "-c", WORKER, str(workspace.path), name], env=environment) for name in ("один", "двое")
    ]
    assert [worker.wait(timeout=120) for worker in workers] == [0, 0]
    index = Index.of(workspace)
    for name in ("один", "двое"):
        assert {hit.id for hit in index.search(name)} == {f"{name}{number}" for number in range(15)}
    assert index.update().changes == 0
    index.close()
