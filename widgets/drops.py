"""Files that are dropped onto the window: an estimate, or pictures for the section that is looked at."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData

from app.model.picture import Picture
from app.model.sections import Section
from app.problems import Severity
from widgets.desk import Desk
from widgets.documents import BUNDLE_SUFFIX, ESTIMATE_SUFFIXES, Documents
from widgets.forms.kinds import title_of
from widgets.importing import Importing
from widgets.notice import Notice
from widgets.phrases import shorten
from widgets.pictures.calling import owner_of
from widgets.pictures.offer import Source, is_folder_of_pictures, is_picture
from widgets.pictures.placing import put_into_section, put_over, takes_pictures
from widgets.preview.aiming import picture_at
from widgets.preview.geometry import Hit
from widgets.subjects import section_at
from widgets.words import tr

_SOURCE = ".json"


class Load(StrEnum):
    """What is being dropped."""

    NOTHING = ""
    ESTIMATE = "estimate"
    PICTURES = "pictures"
    PROPOSAL = "proposal"
    BUNDLE = "bundle"


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this machine that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def load_of(files: Sequence[Path]) -> Load:
    """Tell what files are: one estimate, one proposal, or pictures, among which may be folders of them."""
    suffixes = {file.suffix.lower() for file in files}
    if len(files) == 1 and suffixes <= set(ESTIMATE_SUFFIXES):
        return Load.ESTIMATE
    if len(files) == 1 and (suffixes == {_SOURCE} or (files[0].is_dir() and not is_folder_of_pictures(files[0]))):
        return Load.PROPOSAL
    if len(files) == 1 and suffixes == {BUNDLE_SUFFIX}:
        return Load.BUNDLE
    return Load.PICTURES if any(is_picture(file) or is_folder_of_pictures(file) for file in files) else Load.NOTHING


def invitation(load: Load, *, is_open: bool) -> str:
    """Say what dropping will do."""
    words = {
        Load.ESTIMATE: tr("Drop to look at the estimate in it") if is_open else tr("Drop to begin a proposal with this estimate"),
        Load.PICTURES: tr("Drop to add the pictures") if is_open else "",
        Load.PROPOSAL: tr("Drop to open the proposal"),
        Load.BUNDLE: tr("Drop to take in a proposal from a colleague"),
    }
    return words.get(load, "")


class Drops:
    """Does what a drop means."""

    def __init__(self, desk: Desk, documents: Documents, importing: Importing, take_bundle: Callable[[Path], object]) -> None:
        self._desk, self._documents, self._importing, self._take_bundle = desk, documents, importing, take_bundle

    def take(self, files: Sequence[Path], over: Hit | None = None) -> None:
        """Take dropped files; `over` is what of the pages they were let go over."""
        load, session = load_of(files), self._desk.session
        if load is Load.ESTIMATE:
            self._importing.file(files[0])
        elif load is Load.PROPOSAL:
            self._documents.open(str(files[0]))
        elif load is Load.BUNDLE:
            self._take_bundle(files[0])
        elif load is Load.PICTURES and session.is_open:
            self.take_pictures(tuple(files), over)

    def take_pictures(self, sources: tuple[Source, ...], over: Hit | None = None) -> None:
        """Put a picture in the place of the one that it was let go over; else pictures into the section of that page, or into
        the one that is looked at.
        """
        path, section = self._aim(over)
        if path:
            put_over(self._desk, path, sources)
        elif not put_into_section(self._desk, section, sources):
            self._say(tr("Choose a cover, an opener, a story or references first: there pictures have a place."))

    def says(self, over: Hit | None) -> str:
        """Say what letting pictures go there will do."""
        path, section = self._aim(over)
        if path or (section is not None and isinstance(getattr(section, "picture", None), Picture)):
            owner = owner_of(self._desk.session.proposal, path or f"sections/{getattr(section, 'id', '')}")
            return tr("Drop to replace the picture of “{owner}”", owner=owner)
        if section is None or not takes_pictures(section):
            return tr("Drop to add the pictures")
        return tr("Drop to add the pictures to “{owner}”", owner=shorten(title_of(section)))

    def _aim(self, over: Hit | None) -> tuple[str, Section | None]:
        """Return the path of the picture that is under the pointer, and the section that gets pictures where none is."""
        session = self._desk.session
        path = picture_at(session.proposal, over) if over is not None else ""
        paged = section_at(session.proposal, f"sections/{over.page.section}") if over is not None else None
        return path, paged if takes_pictures(paged) else section_at(session.proposal, session.subject)

    def refuse_far(self) -> None:
        """Say why an address on the web is not taken."""
        self._say(
            tr("That is only an address on the web, and nothing is fetched from there. Save the picture, then drop its file.")
        )

    def _say(self, text: str) -> None:
        self._documents.told.emit(Notice(Severity.INFO, text))
