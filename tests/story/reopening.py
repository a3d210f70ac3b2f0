"""The next start after a kill: what the program says, and whether everything is there."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.model.notation import write
from app.model.sections import Letter
from tests.story import hands, sights
from tests.story.materials import Materials
from tests.story.player import Story, Until, is_calm, the_window
from tests.story.sights import session

if TYPE_CHECKING:
    from tests.story.telling import Teller


def story(have: Materials, folder: Path, teller: "Teller") -> Story:
    """Look at what was recovered, open the proposal with Enter, tell what is in it."""
    from tests.story.telling import tell

    yield Until(lambda: the_window().banner.text, "a word about what was recovered")
    yield from teller.step("reopened")
    yield lambda: tell(says=the_window().banner.text)
    if not session().is_open:
        yield Until(lambda: hands.front().focusWidget() is not None, "the list of proposals")
        yield lambda: hands.stroke(Qt.Key.Key_Return)
    yield Until(lambda: session().is_open and is_calm(), "the proposal")
    yield from teller.step("recovered proposal")
    yield lambda: tell(title=session().proposal.title, letter=_letter(), kinds=sights.kinds())


def _letter() -> str:
    letters = [one for one in session().proposal.sections if isinstance(one, Letter)]
    return write(letters[0].text) if letters else ""
