"""What a picture that is let go over the pages is meant for: the picture under the pointer, or the section of that page."""

from app.model.path import exists, get
from app.model.picture import Picture
from app.model.proposal import Proposal
from widgets.preview.geometry import Hit, boxed


def picture_at(proposal: Proposal, found: Hit) -> str:
    """Return the path of the picture that is shown under a point, empty where there is none."""
    under = [(box.width() * box.height(), origin) for origin, box, _ in boxed(found.page) if box.contains(found.point)]
    paths = (_picture(proposal, origin) for _, origin in sorted(under))
    return next(filter(None, paths), "")


def _picture(proposal: Proposal, origin: str) -> str:
    """Return the path of the picture at an origin: a picture itself, or the only one of a list of them."""
    held = get(proposal, origin) if exists(proposal, origin) else None
    if isinstance(held, Picture):
        return origin
    first = held[0] if isinstance(held, tuple) and len(held) == 1 else None
    return f"{origin}/0" if isinstance(first, Picture) else ""
