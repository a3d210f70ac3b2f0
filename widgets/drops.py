"""Files that are dropped onto the window: an estimate, or pictures for the section that is looked at."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData

from app.edits import gallery
from app.edits.fields import set_value
from app.i18n import phrase
from app.model.picture import Picture
from app.model.sections import BackCover, Cover, Opener, References, Story
from app.problems import Severity
from widgets.desk import Desk
from widgets.documents import ESTIMATE_SUFFIXES, Documents
from widgets.importing import Importing
from widgets.media import PICTURE_SUFFIXES
from widgets.notice import Notice
from widgets.phrases import say
from widgets.subjects import section_at
from widgets.words import tr

_SOURCE = ".json"


class Load(StrEnum):
    """What is being dropped."""

    NOTHING = ""
    ESTIMATE = "estimate"
    PICTURES = "pictures"
    PROPOSAL = "proposal"


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this machine that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def load_of(files: Sequence[Path]) -> Load:
    """Tell what files are: one estimate, one proposal, or pictures only."""
    suffixes = {file.suffix.lower() for file in files}
    if len(files) == 1 and suffixes <= set(ESTIMATE_SUFFIXES):
        return Load.ESTIMATE
    if len(files) == 1 and (suffixes == {_SOURCE} or files[0].is_dir()):
        return Load.PROPOSAL
    return Load.PICTURES if files and suffixes <= set(PICTURE_SUFFIXES) else Load.NOTHING


def invitation(load: Load, *, is_open: bool) -> str:
    """Say what dropping will do."""
    words = {
        Load.ESTIMATE: tr("Drop to look at the estimate in it") if is_open else tr("Drop to begin a proposal with this estimate"),
        Load.PICTURES: tr("Drop to add the pictures") if is_open else "",
        Load.PROPOSAL: tr("Drop to open the proposal"),
    }
    return words.get(load, "")


class Drops:
    """Does what a drop means."""

    def __init__(self, desk: Desk, documents: Documents, importing: Importing) -> None:
        self._desk, self._documents, self._importing = desk, documents, importing

    def take(self, files: Sequence[Path]) -> None:
        """Take dropped files."""
        load, session = load_of(files), self._desk.session
        if load is Load.ESTIMATE:
            self._importing.file(files[0])
        elif load is Load.PROPOSAL:
            self._documents.open(str(files[0]))
        elif load is Load.PICTURES and session.is_open:
            self._take_pictures(files)

    def _take_pictures(self, files: Sequence[Path]) -> None:
        section = section_at(self._desk.session.proposal, self._desk.session.subject)
        if not isinstance(section, Cover | Opener | Story | References | BackCover):
            text = tr("Choose a cover, an opener, a story or references first: there pictures have a place.")
            self._documents.told.emit(Notice(Severity.INFO, text))
            return
        names = [file.stem for file in files]
        self._desk.media.take_in(files, lambda pictures: self._put(section.id, pictures, names))

    def _put(self, section_id: str, pictures: list[Picture], names: list[str]) -> None:
        session = self._desk.session
        section = section_at(session.proposal, f"sections/{section_id}")
        proposal = session.proposal
        if isinstance(section, Cover | Opener | BackCover):
            proposal = set_value(proposal, f"sections/{section_id}/picture", pictures[0])
        elif isinstance(section, Story):
            for picture in pictures:
                proposal = gallery.add_picture(proposal, f"sections/{section_id}/pictures", picture)
        elif isinstance(section, References):
            for picture, name in zip(pictures, names, strict=False):
                proposal = gallery.add_work(proposal, section_id, name, picture)
        session.edit(proposal, say(phrase("Add pictures")))
