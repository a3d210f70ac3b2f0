"""A picture in the place of another one: what was said of the old one goes with it, and can be kept by a click."""

from dataclasses import replace

from app.edits.fields import set_value
from app.edits.gallery import in_place_of
from app.i18n import phrase
from app.model.path import exists, get
from app.model.picture import Picture
from app.problems import Severity
from widgets.desk import Desk
from widgets.notice import Deed, Notice
from widgets.phrases import Phrase, say, shorten
from widgets.pictures import calling
from widgets.pictures.intake import Taken
from widgets.words import tr

WORDS = ("caption", "credit", "alt")
LONGEST = 40


def put_picture(desk: Desk, path: str, taken: Taken, naming: Phrase | None = None) -> None:
    """Put a picture at a path, where there is one already or none, and tell what went with the old one."""
    proposal = desk.session.proposal
    if not exists(proposal, path):
        return
    old = get(proposal, path)
    new = in_place_of(old if isinstance(old, Picture) else None, taken.picture)
    named = calling.replaced(proposal, path, taken) if isinstance(old, Picture) else calling.put_in(proposal, path, (taken,))
    desk.session.edit(set_value(proposal, path, new), naming or named)
    gone = {name: getattr(old, name) for name in WORDS if getattr(old, name, "").strip() and not getattr(new, name)}
    if gone and desk.session.proposal is not proposal:
        _tell(desk, path, new, gone)


def _tell(desk: Desk, path: str, new: Picture, gone: dict[str, str]) -> None:
    """Say which words are gone, and offer them for the new picture."""
    session = desk.session

    def keep() -> None:
        now = get(session.proposal, path) if exists(session.proposal, path) else None
        if isinstance(now, Picture) and now.file == new.file:
            back = {name: words for name, words in gone.items() if not getattr(now, name)}
            owner = calling.owner_of(session.proposal, path)
            session.edit(set_value(session.proposal, path, replace(now, **back)), _kept(owner))  # type: ignore[arg-type]

    said = ", ".join(tr("“{title}”", title=shorten(words, LONGEST)) for words in gone.values())
    text = tr("What was said of the old picture went with it: {words}.", words=said)
    desk.media.intake.told.emit(Notice(Severity.INFO, text, deeds=(Deed(tr("Keep the words"), keep),)))


def _kept(owner: str) -> Phrase:
    named = phrase("Keep the words of the picture of “{owner}”")
    return say(named, owner=owner) if owner else say(phrase("Keep the words of the picture"))
