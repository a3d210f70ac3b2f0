"""What is seen on the pictures of a page, gathered in one place and keyed by numbers or names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.layout.blocks import TextBlock
from app.layout.frames import Shown
from app.layout.page import Tag
from app.layout.scene import Scene
from app.model.picture import Picture
from app.model.richtext import Run
from app.text.style import Align


@dataclass(frozen=True, slots=True)
class Note:
    """A caption with the keys of the pictures that it belongs to; no keys where it belongs to all of them."""

    keys: tuple[str, ...]
    text: str
    origin: str


def words_of(picture: Picture) -> str:
    """Return a picture's caption and credit."""
    return " · ".join(filter(None, (picture.caption, picture.credit)))


def legend(shown: Sequence[Shown], keys: Sequence[str]) -> list[Note]:
    """Return the captions of pictures, equal ones once. Where all pictures say the same, nothing needs a key."""
    texts: dict[str, list[int]] = {}
    for i, one in enumerate(shown):
        text = words_of(one.picture)
        if text:
            texts.setdefault(text, []).append(i)
    return [
        Note(() if len(places) == len(shown) else tuple(keys[i] for i in places), text, f"{shown[places[0]].origin}/caption")
        for text, places in texts.items()
    ]


def legend_blocks(
    scene: Scene, notes: Sequence[Note], width: float, *, color: str = "", centred: bool = False
) -> list[TextBlock]:
    """Set the notes, each a paragraph that begins with its keys."""
    changes: dict[str, Any] = {"align": Align.CENTER} if centred else {}
    return [
        scene.setter.runs(
            "caption", (*_key(note), Run(note.text)), width, origin=note.origin, tag=Tag.CAPTION, color=color, **changes
        )
        for note in notes
    ]


def _key(note: Note) -> tuple[Run, ...]:
    return (Run(f"{', '.join(note.keys)}  ", strong=True),) if note.keys else ()
