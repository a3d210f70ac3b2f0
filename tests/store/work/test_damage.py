"""No damage to a saved proposal goes unnoticed, and what was saved can always be had."""

import random
from pathlib import Path

from app.problems import Problem
from app.store.disk import Disk
from app.store.source import FILE_NAME
from app.store.work.journal import JOURNAL
from app.store.work.me import Me
from app.store.work.versions import Versions
from app.store.work.working import open_working
from app.store.workspace import Workspace
from tests.store.faults.faulty import FaultyDisk, steps_of
from tests.store.work.conftest import opened, titled

DAMAGES = 150


def damaged(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.25:
        return content[: chance.randrange(len(content))]
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def last_saved(folder: Path, problems: tuple[Problem, ...]) -> bool:
    """Tell whether the state of the last save is among the versions that the problems name."""
    named = [found.fact("version") for found in problems if found.code == "work-changed-since"]
    return any(Versions().read(folder, one).proposal == titled("последнее") for one in named)


def test_every_damage_to_the_file_is_told_and_the_last_save_is_there(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("первое"), ["a"])
    copy.save(titled("последнее"), ["b"])
    copy.close()
    whole = {path: path.read_bytes() for path in (folder / FILE_NAME, folder / JOURNAL)}
    chance = random.Random(11)
    for _ in range(DAMAGES):
        for path, content in whole.items():
            path.write_bytes(content)
        (folder / FILE_NAME).write_bytes(damaged(whole[folder / FILE_NAME], chance))
        found = open_working(workspace, folder, anna)
        codes = {one.code for one in found.problems}
        if found.copy is None:
            assert codes == {"source-newer"}  # a flipped bit made a 2 of the schema a larger number
            continue
        assert codes & {"work-restored", "work-changed-since"}
        assert found.proposal == titled("последнее") or last_saved(folder, found.problems)
        found.copy.close()


def test_every_damage_to_the_journal_leaves_the_proposal_alone(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("первое"), ["a"])
    copy.save(titled("последнее"), ["b"])
    copy.close()
    whole = (folder / JOURNAL).read_bytes()
    chance = random.Random(12)
    for number in range(DAMAGES):
        (folder / JOURNAL).write_bytes(damaged(whole, chance))
        found = open_working(workspace, folder, anna)
        assert found.copy and found.proposal == titled("последнее")
        assert {one.code for one in found.problems} <= {"work-journal-damaged", "work-changed-since"}
        if number % 5 == 0:
            assert found.copy.save(titled("дальше"), ["c"]) == ()
            assert found.copy.save(titled("последнее"), ["d"]) == ()
        found.copy.close()


def test_the_journal_is_on_the_disk_before_the_file_gets_its_name(workspace: Workspace, folder: Path, anna: Me) -> None:
    """The order that a power cut needs."""
    disk = FaultyDisk()
    copy = opened(Workspace(workspace.path, disk), folder, anna)
    assert copy.save(titled("a"), ["a"]) == ()
    disk.names.clear()
    assert copy.save(titled("b"), ["b"]) == ()
    written = [name for name in disk.names if name in ("append", "sync", "create", "fill", "replace", "settle")]
    assert written == ["append", "sync", "create", "fill", "sync", "replace", "settle"]


def test_a_new_journal_is_there_after_a_power_cut_and_an_old_one_needs_no_more_than_its_line(tmp_path: Path) -> None:
    def add(disk: Disk) -> None:
        disk.append(tmp_path / "a", b"x\n")

    assert steps_of(add) == ["open-end", "append", "sync", "settle"]
    assert steps_of(add) == ["open-end", "append", "sync"]
    (tmp_path / "a").write_bytes(b"torn")
    add(FaultyDisk())
    assert (tmp_path / "a").read_bytes() == b"torn\nx\n"
