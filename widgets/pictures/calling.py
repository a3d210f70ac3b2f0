"""What edits that bring pictures are called: which pictures, and where they came to."""

from collections.abc import Sequence

from app.i18n import phrase
from app.model.path import exists, get
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.reference import Reference
from widgets.forms.kinds import title_of
from widgets.phrases import Phrase, say, shorten
from widgets.pictures.intake import Taken

NAME = 24
"""Longer names are shortened."""


def put_in(proposal: Proposal, path: str, taken: Sequence[Taken]) -> Phrase:
    """Name what puts pictures in: “Add the picture “Sea” to “Our works””."""
    owner, title = owner_of(proposal, path), shorten(taken[0].title, NAME)
    if len(taken) > 1:
        count = str(len(taken))
        named = phrase("Add pictures to “{owner}”: {n}")
        return say(named, owner=owner, n=count) if owner else say(phrase("Add pictures: {n}"), n=count)
    if not owner:
        return say(phrase("Add a picture"))
    if not title:
        return say(phrase("Add a picture to “{owner}”"), owner=owner)
    return say(phrase("Add the picture “{picture}” to “{owner}”"), picture=title, owner=owner)


def replaced(proposal: Proposal, path: str, taken: Taken) -> Phrase:
    """Name what puts a picture in the place of another one."""
    owner, title = owner_of(proposal, path), shorten(taken.title, NAME)
    if not owner:
        return say(phrase("Replace the picture"))
    if not title:
        return say(phrase("Replace the picture of “{owner}”"), owner=owner)
    return say(phrase("Replace the picture of “{owner}” with “{picture}”"), picture=title, owner=owner)


def removed(proposal: Proposal, path: str) -> Phrase:
    """Name what takes a picture away."""
    owner = owner_of(proposal, path)
    return say(phrase("Remove the picture of “{owner}”"), owner=owner) if owner else say(phrase("Remove the picture"))


def works(taken: Sequence[Taken]) -> Phrase:
    """Name what makes works of pictures."""
    title = shorten(taken[0].title, NAME)
    if len(taken) > 1 or not title:
        return say(phrase("Add works from pictures: {n}"), n=str(len(taken)))
    return say(phrase("Add the work “{title}”"), title=title)


def owner_of(proposal: Proposal, path: str) -> str:
    """Return what the work, the person or the section is called to which a path belongs, the nearest first; or an empty text."""
    steps = path.split("/")
    for depth in range(len(steps), 1, -1):
        above = "/".join(steps[:depth])
        node = get(proposal, above) if exists(proposal, above) else None
        if node is not None and depth == 2 and steps[0] == "sections":
            return shorten(title_of(node), NAME)
        name = node.title if isinstance(node, Reference) else node.name if isinstance(node, Person) else ""
        if name.strip():
            return shorten(name, NAME)
    return ""
