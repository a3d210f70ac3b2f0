"""Takes pictures of the window: `python -m tests.tools.screenshots FOLDER [NAME…]`.

The demonstration proposals are imported into a throw-away workspace and shown at two sizes, in both themes and languages.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.pipeline import Pipeline
from app.sources.samples import take_samples

if TYPE_CHECKING:
    from widgets.application import House

ROOT = Path(__file__).resolve().parents[2]
SIZES = {"large": (1440, 900), "small": (1280, 720)}
LONGEST_WAIT = 60.0


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the part of the proposal that is looked at, what is done before."""

    name: str
    place: str
    size: str = "large"
    theme: str = "light"
    language: str = "ru"
    before: str = ""


SHOTS = (
    Shot("start", "", before="start"),
    Shot("start-dark-en", "", theme="dark", language="en", before="start"),
    Shot("facts", "proposal"),
    Shot("estimate", "estimate"),
    Shot("estimate-dark", "estimate", theme="dark"),
    Shot("estimate-en", "estimate", language="en"),
    Shot("estimate-small", "estimate", size="small"),
    Shot("estimate-small-dark-en", "estimate", size="small", theme="dark", language="en"),
    Shot("sums", "estimate/vat/rate", size="small"),
    Shot("cover", "sections/cover"),
    Shot("letter", "sections/letter/text"),
    Shot("story-dark", "kind:story", theme="dark"),
    Shot("writing-fields", "kind:story/text", before="type:{client.name} {client.nope} превет {"),
    Shot("writing-slash-dark-en", "kind:story/text", size="small", theme="dark", language="en", before="type:/"),
    Shot("references", "kind:references"),
    Shot("team-en", "kind:team", language="en", size="small"),
    Shot("people", "people", size="small"),
    Shot("people-open", "people/first/name", size="large", theme="dark", language="en"),
    Shot("problems", "estimate", before="problems", size="small"),
    Shot("contents", "", before="add:contents", size="small"),
    Shot("opener", "", before="add:opener", language="en"),
    Shot("timeline", "", before="add:timeline"),
    Shot("timeline-dark-en", "", before="add:timeline", theme="dark", language="en"),
    Shot("timeline-open", "kind:timeline/phases/0/title", before="add:timeline"),
    Shot("back-cover", "", before="add:back-cover"),
    Shot("story-pictures", "kind:story/pictures/0/frame"),
    Shot("work-open-dark", "kind:references/items/0/display", theme="dark"),
    Shot("crop", "sections/cover/picture", before="crop"),
    Shot("crop-dark-en", "sections/cover/picture", before="crop", theme="dark", language="en"),
    Shot("library", "", before="library"),
    Shot("library-block-dark-en", "", before="library:block/demo-mission", theme="dark", language="en"),
    Shot("library-work-small", "", before="library:reference/rye", size="small"),
    Shot("clients", "", before="go:clients"),
    Shot("clients-small-dark-en", "", before="go:clients", size="small", theme="dark", language="en"),
    Shot("compare", "", before="act:compare"),
    Shot("compare-dark-en", "", theme="dark", language="en", before="act:compare"),
    Shot("present", "kind:story", before="act:present"),
    Shot("export", "proposal", before="export"),
    Shot("export-password-en", "proposal", before="export-password", language="en"),
    Shot("export-dark", "proposal", before="export-archive", theme="dark"),
    Shot("export-running", "proposal", before="exporting"),
    Shot("send", "proposal", before="act:send"),
    Shot("send-dark-en", "proposal", before="act:send", theme="dark", language="en"),
    Shot("versions-dark-en", "proposal", before="act:versions", theme="dark", language="en", size="small"),
    Shot("history", "proposal", before="act:history"),
    Shot("settings", "proposal", before="act:settings"),
    Shot("settings-dark-en", "proposal", before="act:settings", theme="dark", language="en"),
    Shot("backup", "proposal", before="act:backup"),
    Shot("bundle-en", "proposal", before="act:bundle", language="en"),
)


def main(arguments: list[str]) -> int:
    """Take the pictures into the folder that is named first; only some of them where more names follow."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    unknown = set(arguments[1:]) - {shot.name for shot in SHOTS}
    if unknown or not arguments or arguments[0].startswith("-"):
        print(__doc__, "Names:", ", ".join(shot.name for shot in SHOTS), file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as temporary:
        pipeline = Pipeline(cache=Path(temporary))
        for shot in SHOTS:
            if not arguments[1:] or shot.name in arguments[1:]:
                take(app, pipeline, shot, Path(temporary), folder / f"{shot.name}.png")
    return 0


def take(app: QApplication, pipeline: Pipeline, shot: Shot, workspace: Path, target: Path) -> None:
    """Take one picture."""
    from app.store.workspace import Workspace
    from widgets.application import build

    opened = Workspace.open(workspace / shot.language)
    assert opened.workspace is not None
    house = build(app, opened.workspace, pipeline, shot.language)
    window = house.window
    window.choose_theme(shot.theme)
    window.resize(*SIZES[shot.size])
    window.show()
    source = opened.workspace.proposals()
    demo = str(source[0].folder if source else ROOT / "assets" / "demo" / shot.language)
    if shot.before == "start" and source:
        house.documents.list_proposals()
    else:
        house.documents.open(demo)
        wait(app, lambda: house.desk.session.is_open)
        if shot.before == "start":
            window.go("proposals")
    if shot.before.startswith("go:"):
        window.go(shot.before[3:])
    if shot.before.startswith("library"):
        take_samples(opened.workspace, shot.language)
        window.go("library", shot.before.removeprefix("library").removeprefix(":"))
    if shot.before.startswith("add:"):
        window.acts[f"add-{shot.before[4:]}"].trigger()
    if shot.place:
        house.desk.session.go_to(place(house.desk.session.proposal, shot.place))
    if shot.before.startswith("type:"):
        settle(app, house)
        type_into_text(house, shot.before[5:])
    if shot.before == "problems":
        window.show_problems()
    shown = pictured(house, shot.before, workspace)
    settle(app, house)
    shown.grab().save(str(target))
    sys.stdout.write(f"{target}\n")
    house.stop()
    house.keeping.give_up()
    window.close()
    window.deleteLater()


def pictured(house: "House", before: str, folder: Path) -> QWidget:
    """Return what is pictured: the window, or the dialog that is asked for."""
    from app.pipeline import Preset
    from widgets.dialogs.export import ExportDialog
    from widgets.pictures.crop_dialog import CropDialog
    from widgets.purposes import Choice

    if before == "exporting":
        house.exports.begun.emit(folder / "КП-2026-014.pdf")
        house.exports.progressed.emit(0.4)
    if before.startswith("act:"):
        return asked(house, before[4:])
    if before == "crop":
        crop = CropDialog(house.window, house.desk, house.desk.session.place)
        crop.show()
        return crop
    if not before.startswith("export") or before == "exporting":
        return house.window
    preset = Preset.ARCHIVE if before == "export-archive" else Preset.STANDARD
    password = "Harbour 1912" if before == "export-password" else ""
    dialog = ExportDialog(house.window, house.desk.look, Choice(preset, password=password))
    dialog.show()
    return dialog


def asked(house: "House", action: str) -> QWidget:
    """Return the dialog that an action opens."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app, house)
    house.window.acts[action].trigger()
    wait(app, lambda: _in_front(house) is not None)
    dialog = _in_front(house)
    assert dialog is not None
    return dialog


def _in_front(house: "House") -> QWidget | None:
    others = (one for one in QApplication.topLevelWidgets() if one is not house.window and one.isVisible())
    return QApplication.activeModalWidget() or next(others, None)


def type_into_text(house: "House", text: str) -> None:
    """Type at the end of the first rich text that is seen."""
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    from widgets.fields.rich import RichField

    field = next(found.text for found in house.window.findChildren(RichField) if found.isVisible())
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.insertPlainText(f"\n\n{text[:-1]}")
    QTest.keyClicks(field, text[-1])


def place(proposal: object, wanted: str) -> str:
    """Return the path of a place; `kind:story/lead` is in the first section of that kind, `first` the first person."""
    from app.model.sections import kind_of

    sections = getattr(proposal, "sections", ())
    people = getattr(proposal, "people", ())
    if wanted.startswith("kind:"):
        kind, slash, rest = wanted[5:].partition("/")
        return next((f"sections/{section.id}{slash}{rest}" for section in sections if kind_of(section) == kind), "")
    return wanted.replace("first", people[0].id) if people else wanted


def settle(app: QApplication, house: object) -> None:
    """Let everything be loaded, laid out and painted."""
    for _ in ticks(app, 0.4):
        pass
    wait(app, lambda: not house.jobs.busy and house.desk.pages.layout is not None)  # type: ignore[attr-defined]
    for _ in ticks(app, 0.2):
        pass


def wait(app: QApplication, until: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    for _ in ticks(app, LONGEST_WAIT):
        if until():
            return
    raise TimeoutError


def ticks(app: QApplication, seconds: float) -> Iterator[None]:
    """Let the window work for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
