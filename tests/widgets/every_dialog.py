"""Every dialog of the program, with something in it: a table of makers, and the kinds of dialogs that there are."""

import datetime
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

import widgets
from app.edits.fields import set_value
from app.model.client import Client, Contact, Studio
from app.model.clientcard import ClientCard
from app.model.picture import Picture
from app.model.rate import Rate
from app.model.ratecard import RateCard
from app.model.status import Status
from app.problems import problem
from app.store.backup.form import Kept
from app.store.work.recovery import Recovered
from app.store.work.versions import Versions
from tests.widgets.library_parts import block, fill
from tests.widgets.pictures.making import picture
from widgets.application import House
from widgets.comparing.dialog import CompareDialog
from widgets.dialogs.actual_hours import HoursDialog
from widgets.dialogs.crash import CrashDialog, Deeds
from widgets.dialogs.export import ExportDialog
from widgets.dialogs.export_table import TableExportDialog
from widgets.dialogs.fitted import FittedDialog
from widgets.dialogs.import_table import ImportDialog
from widgets.dialogs.rate_cards import RateCardsDialog
from widgets.dialogs.recovered import RecoveredDialog
from widgets.dialogs.request import RequestDialog
from widgets.dialogs.shortcuts import ShortcutsDialog
from widgets.dialogs.studio import StudioDialog
from widgets.dialogs.update_estimate import UpdateDialog
from widgets.life.answering import AnswerDialog
from widgets.life.asking import Asking
from widgets.life.bundles import BlocksDialog
from widgets.life.doing import DoingDialog
from widgets.life.history import HistoryDialog, Ways
from widgets.life.keep import KeepDialog
from widgets.life.restore_dialog import Found, RestoreDialog
from widgets.life.send_dialog import SendDialog
from widgets.life.settings_dialog import SettingsDialog
from widgets.life.versions import VersionsDialog
from widgets.palette.palette import Palette
from widgets.pictures.crop_dialog import CropDialog
from widgets.places.brandbooks.making import MakingDialog
from widgets.places.library.gather_dialog import GatherDialog
from widgets.places.library.gather_model import Line
from widgets.places.proposals.template import TemplateDialog
from widgets.purposes import Choice
from widgets.tables.sources import TableSource
from widgets.tables.table_choice import TableChoice
from widgets.tables.taking import Taking
from widgets.tables.understanding import Ask, first_look

TABLE = "Section;Work;Hours;Rate, EUR\nDesign;Layout;32;110\nDesign;Icons;10;200\nDesign;Moodboard;6;90\n"
TRACKED = "Task,Assignee,Hours\nLayout,Anna Levina,30\nIcons,Ilya Korsakov,7\nCall,Anna Levina,2\n"
COVER = "sections/cover/picture"
NOW = datetime.datetime(2026, 11, 21, 12, 0, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Room:
    """Where dialogs are opened: a window with an open proposal of its workspace, and a folder for files."""

    house: House
    folder: Path

    @property
    def window(self) -> QWidget:
        return self.house.window

    @property
    def proposal_folder(self) -> Path:
        folder = self.house.desk.session.folder
        assert folder is not None
        return folder

    def file(self, name: str, text: str) -> Path:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file


def furnished(house: House, folder: Path) -> Room:
    """Put a client, rates, records and a version into the workspace."""
    workspace, there = house.desk.workspace, house.desk.session.folder
    fill(workspace)
    library = workspace.library
    library.rate_cards.put(RateCard(id="main", title="Main 2026", currency="EUR", rates=(Rate(id="Lead", amount=Decimal(300)),)))
    contact = Contact(name="Dasha", email="dasha@example.org")
    library.clients.put(ClientCard(id="harbour", client=Client(name="Harbour Homes", city="Leith"), contacts=(contact,)))
    assert there is not None
    assert Versions(workspace.disk).keep(there, "before the call", "Anna").version is not None
    return Room(house, folder)


def _crop(room: Room) -> QDialog:
    desk = room.house.desk
    added = desk.workspace.add_media(room.proposal_folder, picture(room.folder, "wide.png", size=(400, 200)))
    desk.session._show(set_value(desk.session.proposal, COVER, Picture(file=added.file)))
    return CropDialog(room.window, desk, COVER)


def _import(room: Room) -> QDialog:
    source = TableSource(room.file("new.csv", TABLE))
    return ImportDialog(room.window, room.house.desk, source, (), tuple(Taking), Taking.UPDATE)


def _update(room: Room) -> QDialog:
    session = room.house.desk.session
    source = TableSource(room.file("new.csv", TABLE))
    understood = first_look(source, Ask("en", session.proposal.currency), ())
    return UpdateDialog(room.window, room.house.desk, understood, "new.csv")


def _gather(room: Room) -> QDialog:
    made = GatherDialog(room.window, room.house.desk, "People", ("Name", "Role", "Problems"), lambda _: ("", ()))
    lines = [Line("Anna", ("Producer", ""), None), Line("", ("Editor", ""), None)]
    made.offer(lines, "Photos are looked for beside the table.", (problem("table-empty", "table"),))
    return made


def _recovered(room: Room) -> QDialog:
    found = Recovered(room.proposal_folder, "7", "Quiet Harbour", "Anna", NOW, ("Rate: 1 → 2",), False, "", "", "", 0, ())
    return RecoveredDialog(room.house.desk.look, (found,), print, print, room.window)


def _compare(room: Room) -> QDialog:
    desk = room.house.desk
    desk.session._show(replace(desk.session.proposal, title="Loud Harbour"))
    return CompareDialog(desk, lambda _: desk.pipeline, room.window)


MAKERS: dict[type[QDialog], Callable[[Room], QDialog]] = {
    AnswerDialog: lambda room: AnswerDialog(room.window, room.house.desk, Status.DECLINED),
    Asking: lambda room: Asking(room.window, "Back up now", "Back up here", "The backup goes to a folder."),
    BlocksDialog: lambda room: BlocksDialog(room.window, room.house.desk.session.proposal, (block(),)),
    CompareDialog: _compare,
    CrashDialog: lambda room: CrashDialog(room.window, room.house.desk.look, "report\n" * 40, room.folder, Deeds(print, print)),
    CropDialog: _crop,
    DoingDialog: lambda room: DoingDialog(room.window, room.house.desk.look, room.house.jobs, "Checking everything…", print),
    ExportDialog: lambda room: ExportDialog(room.window, room.house.desk.look, Choice(), protects=True),
    GatherDialog: _gather,
    HistoryDialog: lambda room: HistoryDialog(
        room.window, room.house.desk, room.proposal_folder, Ways(print, print, print, print)
    ),
    HoursDialog: lambda room: HoursDialog(room.window, room.house.desk, room.file("jira.csv", TRACKED)),
    ImportDialog: _import,
    KeepDialog: lambda room: KeepDialog(room.window),
    MakingDialog: lambda room: MakingDialog(room.window, room.house.desk),
    Palette: lambda room: Palette(room.house.window.host, room.house.window.acts.all(), room.window),
    RateCardsDialog: lambda room: RateCardsDialog(room.window, room.house.desk),
    RecoveredDialog: _recovered,
    RequestDialog: lambda room: RequestDialog(room.window, room.house.desk),
    RestoreDialog: lambda room: RestoreDialog(room.window, (Found(Kept(room.folder / "a.zip", "made", NOW), 12_000_000),)),
    SendDialog: lambda room: SendDialog(room.window, room.house.desk, print, print),
    StudioDialog: lambda room: StudioDialog(room.window, room.house.desk, Studio(name="Osen")),
    SettingsDialog: lambda room: SettingsDialog(room.window, room.house.desk, print),
    ShortcutsDialog: lambda room: ShortcutsDialog(room.window),
    TableExportDialog: lambda room: TableExportDialog(room.window, room.house.desk.look, TableChoice()),
    TemplateDialog: lambda room: TemplateDialog(room.window, room.house.window.host),
    UpdateDialog: _update,
    VersionsDialog: lambda room: VersionsDialog(room.window, room.house.desk, room.proposal_folder),
}
"""How each is made."""

BASES = {FittedDialog}
"""Kinds that are never shown themselves."""


def kinds() -> set[type[QDialog]]:
    """Return every kind of dialog of the program."""
    for module in pkgutil.walk_packages(widgets.__path__, "widgets."):
        importlib.import_module(module.name)
    return {kind for kind in _below(QDialog) if kind.__module__.startswith("widgets.")} - BASES


def _below(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
