"""The lists that are filled in as cards: people, works, big numbers."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap

from app.edits import gallery, people, story
from app.i18n import phrase
from app.model.people import Person
from app.model.reference import Reference
from app.model.sections import Figure
from widgets.desk import Desk
from widgets.forms.cards import CardList, Cards
from widgets.forms.form import Form
from widgets.forms.rows import ITEMS
from widgets.look.avatar import avatar_icon

THUMB = QSize(40, 28)


def team(desk: Desk) -> CardList:
    """The people of the proposal."""
    return CardList(
        desk,
        people.PEOPLE,
        Cards(
            title=lambda person: str(person.name),
            subtitle=lambda person: str(person.role),
            icon=lambda person: avatar_icon(person, desk.media, desk.look, 28),
            form=lambda path: Form(desk, path, ITEMS[Person], f"{path}/name"),
            add=lambda proposal: people.add_person(proposal, people.new_person(proposal)),
            remove=lambda proposal, step: people.remove_person(proposal, str(step)),
            move=lambda proposal, step, index: people.move_person(proposal, str(step), index),
            adds=phrase("Add a person"),
            added=phrase("Add a person"),
            removed=phrase("Remove {title}"),
            moved=phrase("Move {title}"),
            none=phrase("Nobody yet. Add the people who will do the work: their faces stand beside the estimate."),
        ),
    )


def works(desk: Desk, path: str) -> CardList:
    """The works of a gallery; `path` is that of its list."""
    section = path.split("/")[1]
    return CardList(
        desk,
        path,
        Cards(
            title=lambda work: str(work.title),
            subtitle=lambda work: " · ".join(filter(None, (work.client, work.year))),
            icon=lambda work: _work_icon(desk, work),
            form=lambda item: Form(desk, item, ITEMS[Reference], f"{item}/title"),
            add=lambda proposal: gallery.add_reference(proposal, section, gallery.new_reference(proposal, section)),
            remove=lambda proposal, step: gallery.remove_reference(proposal, section, str(step)),
            move=lambda proposal, step, index: gallery.move_reference(proposal, section, str(step), index),
            adds=phrase("Add a work"),
            added=phrase("Add a work"),
            removed=phrase("Remove “{title}”"),
            moved=phrase("Move “{title}”"),
            duplicate=lambda proposal, step: gallery.duplicate_reference(proposal, section, str(step)),
            duplicated=phrase("Duplicate “{title}”"),
            none=phrase("No works yet. Drop pictures onto the window, each becomes a work, or add one here."),
        ),
    )


def figures(desk: Desk, path: str) -> CardList:
    """The big numbers of a story; `path` is that of their list."""
    section = path.split("/")[1]
    return CardList(
        desk,
        path,
        Cards(
            title=lambda figure: str(figure.value),
            subtitle=lambda figure: str(figure.label),
            icon=lambda figure: None,
            form=lambda item: Form(desk, item, ITEMS[Figure], f"{item}/label"),
            add=lambda proposal: story.add_figure(proposal, section, Figure(value="")),
            remove=lambda proposal, step: story.remove_figure(proposal, section, int(step)),
            move=lambda proposal, step, index: story.move_figure(proposal, section, int(step), index),
            adds=phrase("Add a number"),
            added=phrase("Add a big number"),
            removed=phrase("Remove “{title}”"),
            moved=phrase("Move “{title}”"),
            none=phrase("Three big numbers say more than a paragraph."),
        ),
    )


def _work_icon(desk: Desk, work: Reference) -> QIcon | None:
    image = desk.media.picture(work.pictures[0].file, 96) if work.pictures else None
    if image is None:
        return desk.look.icon("picture", "tertiary")
    scaled = image.scaled(THUMB * 2, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation)
    return QIcon(QPixmap.fromImage(scaled.copy(scaled.rect().center().x() - 28, scaled.rect().center().y() - 28, 56, 56)))
