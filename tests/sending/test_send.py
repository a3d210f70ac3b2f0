"""What was sent is frozen with everything it was made of, once and for ever."""

import datetime
import json
import shutil
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.brand.load import BrandLoaded
from app.edits.status import marked, same_content
from app.model.status import Status
from app.pipeline import Built, Pipeline
from app.problems import stops
from app.sending.rebuild import rebuild
from app.store.revisions import read_manifest, revision_folder, verify_revision
from app.store.source import digest_of, read_source
from app.store.workspace import Workspace
from app.version import VERSION
from tests.sending.conftest import NOON, OFFER, ORDER, Desk
from tests.store.faults.faulty import CRASHES, KINDS, Crash, FaultyDisk, steps_of


def test_sending_freezes_the_pdf_and_what_it_was_made_of(desk: Desk) -> None:
    before = desk.proposal
    sent = desk.send()
    assert not stops(sent.problems), sent.problems
    place = desk.folder / "revisions" / "1"
    assert (sent.revision, sent.pdf) == (1, place / "proposal.pdf")
    assert sent.pdf and sent.pdf.read_bytes().startswith(b"%PDF-")
    names = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    assert {"proposal.pdf", "proposal.json", "revision.json", "brandbook/kurs/brandbook.toml"} < names
    assert [name for name in names if name.startswith("media/")] == [before.sections[0].picture.file]  # type: ignore[union-attr]
    assert desk.proposal == sent.proposal == read_source(place).proposal
    assert sent.proposal == marked(before, Status.SENT, "Анна", NOON)


def test_it_is_written_down_who_sent_what_to_whom_when_and_for_how_much(desk: Desk) -> None:
    desk.send()
    manifest = read_manifest(desk.folder, 1).value
    assert manifest is not None
    assert (manifest.revision, manifest.number, manifest.at) == (1, "КП-2026-0001", "2026-11-21T12:00:00+00:00")
    assert (manifest.by, manifest.to, manifest.total, manifest.currency) == ("Анна", "Ольга Ким", Decimal(60000), "RUB")
    assert (manifest.program, manifest.preset, manifest.brandbook) == (VERSION, "standard", "kurs")
    files = {one.file: one.sha256 for one in manifest.files}
    place = revision_folder(desk.folder, 1)
    assert all(digest_of((place / file).read_bytes()) == digest for file, digest in files.items())
    assert "revision.json" not in files


def test_a_frozen_file_is_only_readable_and_its_pictures_outlive_the_proposals(desk: Desk) -> None:
    desk.send()
    place = revision_folder(desk.folder, 1)
    for path in place.rglob("*"):
        assert path.is_dir() or not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH), path
    for path in (desk.folder / "media").iterdir():
        path.unlink()
    assert verify_revision(desk.folder, 1) == ()


def test_the_same_revision_is_not_sent_twice(desk: Desk) -> None:
    first = desk.send()
    again = desk.send(order=replace(ORDER, to="Кто-то ещё"))
    assert [found.code for found in again.problems] == ["revision-sent-already"]
    assert again.pdf == first.pdf
    assert verify_revision(desk.folder, 1) == ()
    manifest = read_manifest(desk.folder, 1).value
    assert manifest and manifest.to == "Ольга Ким"


def test_the_next_edit_is_another_revision_beside_the_first(desk: Desk) -> None:
    first = desk.send()
    kept = first.pdf.read_bytes() if first.pdf else b""
    desk.edit(title="Сайт порта")
    second = desk.send(order=replace(ORDER, at=NOON + datetime.timedelta(days=1)))
    assert (second.revision, desk.proposal.status, desk.proposal.revision) == (2, Status.SENT, 2)
    assert [step.revision for step in desk.proposal.history.value] == [1, 2]
    assert second.pdf and first.pdf and first.pdf.read_bytes() == kept != second.pdf.read_bytes()
    assert desk.proposal.number == "КП-2026-0001"


def test_what_preflight_forbids_is_not_sent_and_nothing_has_happened(desk: Desk) -> None:
    desk.edit(valid_until=datetime.date(2026, 11, 1))
    before = desk.proposal
    sent = desk.send()
    assert stops(sent.problems)
    assert sent.pdf is None
    assert desk.proposal == before
    assert not (desk.folder / "revisions").exists()


def test_a_brandbook_that_is_gone_is_told(desk: Desk) -> None:
    desk.edit(brandbook="nobody")
    sent = desk.send()
    assert "brand-not-found" in [found.code for found in sent.problems]
    assert sent.pdf is None


def test_a_proposal_without_a_number_gets_one_when_it_is_sent(desk: Desk) -> None:
    desk.edit(number="")
    sent = desk.send()
    assert sent.proposal.number == desk.proposal.number == "КП-2026-0001"
    manifest = read_manifest(desk.folder, 1).value
    assert manifest and manifest.number == "КП-2026-0001"


def test_a_number_that_clients_know_another_proposal_by_is_refused(desk: Desk) -> None:
    desk.send()
    other = desk.workspace.import_source(desk.folder, replace(OFFER, sections=OFFER.sections[1:])).folder
    assert other is not None
    second = Desk(desk.workspace, desk.pipeline, other)
    second.edit(number="кп-2026-0001")
    sent = second.send()
    (told,) = sent.problems
    assert (told.code, told.fact("free")) == ("number-sent-by-another", "КП-2026-0002")
    assert not (other / "revisions").exists()


def test_a_draft_whose_sending_was_interrupted_before_it_was_saved_is_known_as_sent(desk: Desk) -> None:
    draft = desk.proposal
    sent = desk.send()
    desk.workspace.save(desk.folder, draft)
    again = desk.send()
    assert [found.code for found in again.problems] == ["revision-sent-already"]
    assert again.proposal == desk.proposal == sent.proposal


def test_a_draft_that_was_edited_after_its_sending_was_undone_is_the_next_revision(desk: Desk) -> None:
    draft = desk.proposal
    desk.send()
    changed = replace(draft, title="Сайт порта")
    desk.workspace.save(desk.folder, changed)
    again = desk.send()
    assert not stops(again.problems)
    assert (again.revision, same_content(again.proposal, changed)) == (2, True)
    assert verify_revision(desk.folder, 1) == ()


@pytest.mark.parametrize("name", ["proposal.pdf", "proposal.json", "revision.json", "brandbook/kurs/brandbook.toml"])
def test_whatever_bit_is_changed_it_is_told(desk: Desk, name: str) -> None:
    desk.send()
    file = revision_folder(desk.folder, 1) / name
    whole = file.read_bytes()
    file.chmod(0o644)
    place = len(whole) // 2
    file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    assert stops(verify_revision(desk.folder, 1))
    file.unlink()
    assert stops(verify_revision(desk.folder, 1))
    file.write_bytes(whole)
    assert verify_revision(desk.folder, 1) == ()


def test_a_manifest_of_another_revision_or_with_a_forged_total_is_no_proof(desk: Desk) -> None:
    desk.send()
    place = revision_folder(desk.folder, 1)
    place.rename(place.with_name("2"))
    assert [found.code for found in verify_revision(desk.folder, 2)] == ["revision-damaged"]
    assert [found.code for found in verify_revision(desk.folder, 1)] == ["revision-missing"]
    file = place.with_name("2") / "revision.json"
    file.chmod(0o644)
    body = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**body, "revision": 2, "total": "1"}), "utf-8")
    assert [found.fact("file") for found in verify_revision(desk.folder, 2)] == ["revision.json"]


def test_a_file_that_was_put_there_later_is_told(desk: Desk) -> None:
    desk.send()
    (revision_folder(desk.folder, 1) / "brandbook" / "new.txt").write_text("x")
    assert [found.code for found in verify_revision(desk.folder, 1)] == ["revision-file-added"]


def test_a_revision_is_built_again_to_the_same_bytes_from_what_was_frozen(desk: Desk) -> None:
    sent = desk.send()
    for path in (desk.folder / "media").iterdir():
        path.unlink()
    again = rebuild(desk.folder, 1)
    assert sent.pdf and again.pdf == sent.pdf.read_bytes()
    assert (again.same, again.problems) == (True, ())


def test_a_revision_that_was_tampered_with_is_rebuilt_and_told(desk: Desk) -> None:
    desk.send()
    file = revision_folder(desk.folder, 1) / "proposal.json"
    file.chmod(0o644)
    file.write_bytes(file.read_bytes().replace("Макеты".encode(), "Мокеты".encode()))
    again = rebuild(desk.folder, 1)
    assert not again.same
    assert {found.code for found in again.problems} == {"revision-damaged", "revision-rebuilt-otherwise"}
    assert rebuild(desk.folder, 7).pdf is None


class Ready(Pipeline):
    """A chain that has built already, with a brandbook of a few bytes: what fails here is the disk."""

    def __init__(self, desk: Desk, where: Path) -> None:
        super().__init__()
        self.built = desk.pipeline.build(desk.proposal, desk.folder)
        self.loaded = desk.pipeline.brand("kurs")
        (where / "fonts").mkdir(parents=True)
        (where / "brandbook.toml").write_text("[brand]\n")
        (where / "fonts" / "face.ttf").write_bytes(b"face")
        assert self.loaded.brand
        self.loaded = replace(self.loaded, brand=replace(self.loaded.brand, folder=where))

    def brand(self, name: str) -> BrandLoaded:
        return self.loaded

    def build(self, *_: object, **__: object) -> Built:
        return self.built


@pytest.fixture
def memory() -> Iterator[Path]:
    """A place in memory where there is one: hundreds of folders are made and removed here."""
    place = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=place if place.is_dir() else None) as folder:
        yield Path(folder)


def test_whatever_step_of_sending_fails_it_is_sent_whole_or_not_at_all(desk: Desk, memory: Path) -> None:
    """Afterwards the revision is whole or not there, and sending again comes to the same."""
    chain = Ready(desk, memory / "tiny")
    work = memory / "work"

    def fresh() -> Desk:
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(desk.workspace.path, work)
        return Desk(Workspace(work, FaultyDisk()), chain, work / "proposals" / desk.folder.name)

    names = steps_of(lambda disk: fresh().send(disk=disk))
    assert {"protect", "link", "replace", "settle"} < set(names)
    for at in range(len(names)):
        refusals = KINDS[len(CRASHES) :]
        for kind in (*CRASHES, refusals[at % len(refusals)]):
            one = fresh()
            try:
                acknowledged = not stops(one.send(disk=FaultyDisk(at, kind)).problems)
            except Crash:
                acknowledged = False
            frozen = revision_folder(one.folder, 1).exists()
            where = f"{kind} at step {at} ({names[at]})"
            assert not frozen or verify_revision(one.folder, 1, FaultyDisk()) == (), where
            assert frozen or not acknowledged, where
            assert not acknowledged or one.proposal.status is Status.SENT, where
            one.send(disk=FaultyDisk())
            assert one.proposal.status is Status.SENT, where
            assert verify_revision(one.folder, 1, FaultyDisk()) == (), where
            assert [path.name for path in (one.folder / "revisions").iterdir()] == ["1"], where
            assert one.proposal.number == "КП-2026-0001", where
