"""A proposal travels to a colleague in one file."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.store.workspace import Workspace
from tests.widgets.panels import press as click
from tests.widgets.test_keeping import folder_of
from tests.widgets.test_life import waited
from widgets.application import House
from widgets.phrases import say


def test_a_bundle_goes_to_a_colleague_and_comes_in_by_dropping_it(
    opened: House, qtbot: QtBot, tmp_path: Path, workspace: Workspace
) -> None:
    from app.model.block import Block
    from tests.widgets.dropping import drop_files

    block = Block(id="b-1", name="Culture")
    assert not workspace.library.blocks.put(block).problems
    session = opened.desk.session
    sections = tuple(replace(one, block="b-1") if one.id == "story" else one for one in session.proposal.sections)  # type: ignore[call-arg]
    session.edit(replace(session.proposal, sections=sections), say("block"))
    target = tmp_path / "out.blesna"
    opened.window.life.bundles.make_at(target)
    waited(qtbot, lambda: "for colleagues only" in opened.window.banner.text)
    stored = workspace.library.blocks.get("b-1").first
    assert stored
    assert not workspace.library.blocks.remove("b-1", stored.rev)
    first = folder_of(opened)
    drop_files(opened.window, [target])
    bundles = opened.window.life.bundles
    waited(qtbot, lambda: bundles.dialog)
    dialog = bundles.dialog
    assert dialog and [tick.text() for tick in dialog.ticks.values()] == ["Culture"]  # type: ignore[attr-defined]
    click(qtbot, dialog, "Take it in")
    waited(qtbot, lambda: session.folder != first)
    assert session.proposal.title == "Quiet Harbour"
    assert workspace.library.blocks.get("b-1").first


def test_a_file_that_is_no_bundle_is_refused_in_words(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "x.blesna"
    file.write_bytes(b"this is not a bundle")
    house.window.open_reference(str(file))
    waited(qtbot, lambda: house.window.banner.text)
    assert "Traceback" not in house.window.banner.text
    assert not house.desk.session.is_open
