"""What is done to references and to pictures in lists."""

from dataclasses import replace

from app.edits import lists
from app.edits.fields import set_value
from app.edits.ids import fresh, unused
from app.model.path import get
from app.model.picture import MOST_ZOOM, Picture
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.sections import References


def references_path(section_id: str) -> str:
    """Return the path of the list of references in a gallery."""
    return f"sections/{section_id}/items"


def new_reference(proposal: Proposal, section_id: str, title: str = "") -> Reference:
    """Return a reference with an id of its own. It is not in the proposal yet. Raises KeyError where there is no gallery."""
    return Reference(id=fresh("r", _taken(proposal, section_id)), title=title)


def add_reference(proposal: Proposal, section_id: str, reference: Reference, index: int | None = None) -> Proposal:
    """Put a reference into a gallery. An id that is in use is replaced."""
    reference = replace(reference, id=unused(reference.id, "r", _taken(proposal, section_id)))
    return lists.insert(proposal, references_path(section_id), reference, index)


def add_work(proposal: Proposal, section_id: str, title: str, picture: Picture) -> Proposal:
    """Put a new reference into a gallery that shows one picture."""
    work = new_reference(proposal, section_id, title)
    return add_reference(proposal, section_id, replace(work, pictures=(picture,)))


def remove_reference(proposal: Proposal, section_id: str, reference_id: str) -> Proposal:
    """Take a reference out of a gallery."""
    return lists.remove(proposal, references_path(section_id), reference_id)


def move_reference(proposal: Proposal, section_id: str, reference_id: str, index: int) -> Proposal:
    """Move a reference so that it stands at `index` of its gallery."""
    return lists.move(proposal, references_path(section_id), reference_id, index)


def duplicate_reference(proposal: Proposal, section_id: str, reference_id: str) -> Proposal:
    """Put a copy of a reference right after it."""
    items: tuple[Reference, ...] = get(proposal, references_path(section_id))
    place = lists.position(items, reference_id)
    return add_reference(proposal, section_id, items[place], place + 1)


def add_picture(proposal: Proposal, path: str, picture: Picture, index: int | None = None) -> Proposal:
    """Put a picture into the list of pictures at a path (of a story or a reference)."""
    return lists.insert(proposal, path, picture, index)


def remove_picture(proposal: Proposal, path: str, index: int) -> Proposal:
    """Take a picture out of a list. Its file stays beside the proposal, so that undo can bring it back."""
    return lists.remove(proposal, path, index)


def in_place_of(old: Picture | None, new: Picture) -> Picture:
    """Return a new picture as it stands in the place of an old one: in its frame, but without what was said of it. The same
    picture again is the old one.
    """
    if old is None or old.file == new.file:
        return old or new
    return replace(new, frame=old.frame)


def move_picture(proposal: Proposal, path: str, index: int, to: int) -> Proposal:
    """Move a picture so that it stands at `to`."""
    return lists.move(proposal, path, index, to)


def set_focus(proposal: Proposal, path: str, x: float, y: float) -> Proposal:
    """Set the point of the picture at a path that survives any crop, as fractions of its width and height."""
    picture: Picture = get(proposal, path)
    return set_crop(proposal, path, x, y, picture.zoom)


def set_crop(proposal: Proposal, path: str, x: float, y: float, zoom: float) -> Proposal:
    """Set what of the picture at a path survives any crop, and how near one looks: see `Picture`."""
    picture: Picture = get(proposal, path)
    x, y, zoom = min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0), min(max(zoom, 1.0), MOST_ZOOM)
    return set_value(proposal, path, replace(picture, focus_x=x, focus_y=y, zoom=zoom))


def _taken(proposal: Proposal, section_id: str) -> set[str]:
    section = get(proposal, f"sections/{section_id}")
    if not isinstance(section, References):
        raise KeyError(section_id)
    return {item.id for item in section.items}
