"""The lists that are filled in as cards: people, big numbers."""

from app.edits import people, story
from app.i18n import phrase
from app.model.people import Person
from app.model.sections import Figure
from widgets.desk import Desk
from widgets.forms.cards import CardList, Cards
from widgets.forms.form import Form
from widgets.forms.rows import ITEMS
from widgets.look.avatar import avatar_icon
from widgets.pictures.portrait import take_photo


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
            keep=lambda path: desk.librarian.keep_person(path.rpartition("/")[2]),
            received=lambda step, sources: take_photo(desk, f"{people.PEOPLE}/{step}", sources),
            none=phrase("Nobody yet. Add the people who will do the work: their faces stand beside the estimate."),
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
